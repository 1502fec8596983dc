"""What stands round the canvas: main window, panels, dialogs, start page.

May import: canvas and below, PySide6.
Never: changes a journey except through the session.
"""
