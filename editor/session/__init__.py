"""One open journey: ties model, history, layout and files; tells observers.

May import: the rooms below.
Never: shows a widget.
"""
