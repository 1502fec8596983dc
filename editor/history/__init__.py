"""What has been done: named steps, undo, redo, gestures.

May import: model.
Never: keeps anything but changes.
"""
