"""Where everything stands: journey + theme + text -> picture.

May import: model, picture, text.
Never: paints, reads files, or keeps a dirty flag.
"""
