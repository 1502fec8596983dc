"""The finished drawing: frames of positioned primitives, in points with y down.

A picture is plain immutable values; painters translate it and decide nothing.
May import: nothing of the editor, no Qt, no PDF library.
Never: knows a journey, measures text, or places anything by itself.
"""
