"""How a picture leaves: PDF, SVG, PNG.

May import: picture, model.trouble, reportlab, uharfbuzz, pypdfium2, Pillow.
Never: knows a journey or Qt; measures or places anything.
"""
