"""How a picture is shown and touched: view, painter, overlays.

May import: session, picture, PySide6.
Never: measures text or keeps the truth.
"""
