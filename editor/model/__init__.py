"""What a journey is: records, the graph that holds them, changes and edits.

May import: networkx, nothing else of the editor, no Qt.
Never: touches a file, a widget or a clock; edits return changes and alter nothing themselves.
"""
