"""The commands of the command line; none of them opens a window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from editor import __version__
from editor.app.arguments import parser
from editor.app.places import TEMPLATES
from editor.app.terminal import say
from editor.model.trouble import Trouble

if TYPE_CHECKING:
    import argparse

DONE, FOUND = 0, 1


def run(words: list[str]) -> int:
    """Run the command that `words` spell and return the exit code."""
    try:
        given = parser().parse_args(words)
    except SystemExit as leaving:
        # argparse leaves by itself after --help.
        return int(leaving.code or DONE)
    if given.version:
        say(f"Safar {__version__}")
        return DONE
    actions = {"new": _new, "templates": _templates, "export": _export, "check": _check, "info": _info}
    return actions[given.command](given) if given.command else _no_command()


def _no_command() -> int:
    raise Trouble("No command was given.", "See: main.py --help")


def template_entries() -> tuple[dict[str, str], ...]:
    """Return the entries of the templates' index: name, file, language, title, description and more."""
    from editor.files.templates import entries

    return entries(TEMPLATES)


def _templates(given: argparse.Namespace) -> int:
    del given
    entries = template_entries()
    width = max((len(entry["name"]) for entry in entries), default=0)
    for entry in entries:
        say(f"{entry['name']:<{width}}  {entry['language']}  {entry['title_en']}: {entry['description_en']}")
    return DONE


def _new(given: argparse.Namespace) -> int:
    from editor.files.format import dumps
    from editor.files.reading import read
    from editor.files.writing import replace

    target = Path(given.output)
    if target.suffix != ".journey":
        raise Trouble(
            "A map is saved as a .journey file.", "Give a name that ends in .journey.", place=str(target)
        )
    if target.exists():
        raise Trouble("There is a file of that name already.", "Choose another name.", place=str(target))
    journey = read(_template(given.template)).journey
    replace(target, dumps(journey.records()))
    say(str(target))
    return DONE


def _template(name: str) -> Path:
    for entry in template_entries():
        if entry["name"] == name:
            return TEMPLATES / entry["file"]
    raise Trouble("There is no template “{name}”.", "List them with: main.py templates", name=name)


def _export(given: argparse.Namespace) -> int:
    from editor.app.exporting import export

    export(given)
    return DONE


def _check(given: argparse.Namespace) -> int:
    from editor.app.checking import found_in

    found = found_in(Path(given.file))
    if given.json:
        say(json.dumps({"file": given.file, "findings": found}, ensure_ascii=False, indent=2))
        return FOUND if found else DONE
    for finding in found:
        say(f"{given.file}: {finding['text']}")
    if not found:
        say(f"{given.file}: no findings.")
    return FOUND if found else DONE


def _info(given: argparse.Namespace) -> int:
    from editor.app.checking import facts

    known = facts(Path(given.file))
    if given.json:
        say(json.dumps(known, ensure_ascii=False, indent=2))
        return DONE
    width = max(map(len, known))
    for name, value in known.items():
        words = ", ".join(map(str, value)) if isinstance(value, list) else value
        say(f"{name:<{width}}  {words}")
    return DONE
