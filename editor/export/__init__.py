"""How a picture leaves: PDF, SVG, PNG.

May import: picture, reportlab, uharfbuzz, pypdfium2.
Never: knows a journey or Qt; measures or places anything.
"""
