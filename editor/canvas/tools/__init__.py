"""What the hand on the mouse is doing: one state a file, each a small value.

A state is told what the pointer does and returns the state that follows. It works on a `Board`, which
the view is and a test can be; a gesture is computed from its start and the pointer, never by summing moves.
"""
