"""The words of the command line: commands, their options and what they accept."""

from __future__ import annotations

import argparse
from typing import NoReturn

from editor.model.trouble import Trouble

LAYOUTS = ("fit",)
_EXAMPLES = """examples:
  main.py                                      open the start page
  main.py FILE.journey                         open a map
  main.py new --template service -o MY.journey
  main.py export FILE.journey -o MAP.pdf --paper A3
  main.py export FILE.journey -o MAP.svg       or .png
  main.py check FILE.journey --json
"""


class Parser(argparse.ArgumentParser):
    """An argument parser that raises Trouble: usage errors are one line like all others."""

    def error(self, message: str) -> NoReturn:
        """Raise Trouble instead of printing the usage and leaving."""
        raise Trouble("{message}.", "See: {name} --help", message=message, name=self.prog)


def parser() -> Parser:
    """Return the parser of all commands."""
    top = Parser(
        prog="main.py",
        description="Safar, an offline editor for customer journey maps.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="print the version and leave")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _new(commands.add_parser("new", help="begin a map from a template"))
    commands.add_parser("templates", help="list the templates")
    _export(commands.add_parser("export", help="write a map as PDF, SVG or PNG"))
    _check(commands.add_parser("check", help="tell whether a map is valid; 1 when something was found"))
    _info(commands.add_parser("info", help="tell what a map holds"))
    return top


def _new(command: argparse.ArgumentParser) -> None:
    command.add_argument("--template", default="blank", metavar="NAME", help="see: main.py templates")
    command.add_argument("-o", "--output", required=True, metavar="FILE.journey", help="the map to write")


def _export(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="the map to read")
    command.add_argument("-o", "--output", required=True, metavar="OUT", help="OUT.pdf, OUT.svg or OUT.png")
    command.add_argument("--paper", default="", metavar="SIZE", help="A0 to A5, Letter, … or 420x297mm")
    command.add_argument("--orientation", default="auto", choices=("auto", "landscape", "portrait"))
    command.add_argument("--margins", default="narrow", choices=("none", "narrow", "normal"))
    command.add_argument("--layout", default="fit", choices=LAYOUTS, help="fit: the whole map on one page")
    command.add_argument("--lang", default="", metavar="TAG", help="language of dates and labels: en, pl, fa")
    command.add_argument("--grey", action="store_true", help="in greys, for printers without colour")
    command.add_argument("--dpi", type=_dpi, default=144, help="pixels per inch of a PNG, 36 to 600")


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="the map to read")
    command.add_argument("--json", action="store_true", help="print the findings as JSON")


def _info(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="the map to read")
    command.add_argument("--json", action="store_true", help="print the numbers as JSON")


def _dpi(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 36 <= int(text) <= 600:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 36 to 600")
    return int(text)
