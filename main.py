"""Starts Safar: the window without arguments or with a file, a command otherwise."""

import sys

from editor.app.command_line import main

if __name__ == "__main__":
    sys.exit(main())
