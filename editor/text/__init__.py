"""How words become glyph runs: fonts, directions, line breaking.

May import: picture, PySide6.QtGui.
Never: knows journeys; hands out Qt objects.
"""
