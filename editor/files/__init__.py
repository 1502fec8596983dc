"""How a journey rests on disk: format, reading, safe replacing.

May import: model, history.
Never: knows Qt, layout or widgets; leaves a half-written file.
"""
