"""Who introduces everybody: command line, desktop start, language, logging.

May import: everything.
Never: holds logic of a room below.
"""
