"""What comes in and goes out as data: tables, CSV and Markdown.

May import: model, history, text (dates and digits only).
Never: draws, or trusts what it reads.
"""
