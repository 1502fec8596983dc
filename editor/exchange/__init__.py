"""What comes in and goes out as data: CSV and Markdown.

May import: model, history.
Never: draws, or trusts what it reads.
"""
