"""The command line: what it prints, what it writes, how it refuses, and what it never loads."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from editor.app import arguments, commands
from editor.app.command_line import COMMANDS, main
from editor.app.places import ROOT
from editor.files.format import dumps
from editor.files.reading import read
from editor.model.pictures import image_id
from editor.model.records import Card, Image
from tests.build import PNG, journey, with_records

SAMPLE = ROOT / "samples" / "laptop.journey"


@pytest.fixture
def run(capsys):
    """Run main.py with words; return exit code, standard output and the lines of standard error."""

    def running(*words: object) -> tuple[int, str, list[str]]:
        code = main([str(word) for word in words])
        shown = capsys.readouterr()
        return code, shown.out, shown.err.splitlines()

    return running


def refused(result: tuple[int, str, list[str]]) -> str:
    """Return the one line with which a command refused."""
    code, out, lines = result
    assert (code, out, len(lines)) == (2, "", 1), result
    assert lines[0].startswith("safar: ")
    return lines[0]


def test_the_commands_are_those_of_the_parser():
    choices = next(a.choices for a in arguments.parser()._actions if a.dest == "command")
    assert tuple(choices) == COMMANDS


def test_templates_are_listed_and_each_begins_a_valid_map(run, tmp_path):
    code, out, _ = run("templates")
    names = [line.split()[0] for line in out.splitlines()]
    assert code == 0
    assert {"blank", "five-elements", "b2b", "service", "ecommerce", "retail", "buying-cycle"} <= set(names)
    for name in names:
        target = tmp_path / f"{name}.journey"
        assert run("new", "--template", name, "-o", target)[0] == 0
        assert read(target).state == "ok"


def test_a_new_map_never_replaces_a_file(run, tmp_path):
    target = tmp_path / "mine.journey"
    target.write_text("precious")
    assert "another name" in refused(run("new", "-o", target))
    assert target.read_text() == "precious"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("new", "-o", "map.txt"), ".journey"),
        (("new", "--template", "nope", "-o", "x.journey"), "nope"),
        (("new",), "-o"),
        (("export", SAMPLE, "-o", "x.docx"), ".docx"),
        (("export", SAMPLE, "-o", "x.pdf", "--paper", "B7"), "B7"),
        (("export", SAMPLE, "-o", "/no/such/folder/x.pdf"), "/no/such/folder"),
        (("export", SAMPLE, "-o", "x.pdf", "--lang", "!"), "!"),
        (("export", SAMPLE, "-o", "x.png", "--dpi", "7"), "7"),
        (("export", SAMPLE, "-o", "x.png", "--dpi", "٩٦"), "--dpi"),
        (("export", SAMPLE, "-o", "x.pdf", "--orientation", "sideways"), "sideways"),
        (("export", "gone.journey", "-o", "x.pdf"), "gone.journey"),
        (("check", "gone.journey"), "gone.journey"),
        (("info", ROOT), "not a file"),
        (("info",), "FILE"),
        (("--nonsense",), "--nonsense"),
        (("check", SAMPLE, "twice"), "twice"),
    ],
)
def test_refusals_are_one_line_that_names_the_matter(run, tmp_path, monkeypatch, words, names):
    monkeypatch.chdir(tmp_path)
    assert names in refused(run(*words))
    assert [file for file in tmp_path.iterdir() if file.name != "state"] == []


def test_a_broken_map_is_refused_with_its_place(run, tmp_path):
    file = tmp_path / "broken.journey"
    file.write_bytes(SAMPLE.read_bytes().replace(b'"kind":"stage"', b'"kind":"stage","order":7', 1))
    line = refused(run("check", file))
    assert f"{file}:" in line


@pytest.mark.parametrize(("suffix", "magic"), [(".pdf", b"%PDF"), (".svg", b"<"), (".png", b"\x89PNG")])
def test_a_map_is_exported(run, tmp_path, suffix, magic):
    target = tmp_path / f"map{suffix}"
    code, out, lines = run("export", SAMPLE, "-o", target, "--dpi", 40)
    assert (code, out.strip(), lines) == (0, str(target), [])
    assert target.read_bytes().startswith(magic)


def test_paper_and_orientation_reach_the_page(run, tmp_path):
    from pypdfium2 import PdfDocument

    target = tmp_path / "map.pdf"
    run("export", SAMPLE, "-o", target, "--paper", "A4", "--orientation", "portrait")
    document = PdfDocument(target)
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    document.close()


def test_margins_reach_the_page(run, tmp_path):
    from PIL import ImageOps
    from pypdfium2 import PdfDocument

    widths = []
    for margins in ("none", "narrow", "normal"):
        target = tmp_path / f"{margins}.pdf"
        run("export", SAMPLE, "-o", target, "--paper", "A4", "--margins", margins)
        document = PdfDocument(target)
        inked = ImageOps.invert(document[0].render().to_pil().convert("L")).getbbox()
        widths.append(inked[2] - inked[0])
        document.close()
    assert widths[0] > widths[1] > widths[2]


def test_another_language_changes_labels_and_leaves_the_file_alone(run, tmp_path):
    before = SAMPLE.read_bytes()
    run("export", SAMPLE, "-o", tmp_path / "pl.svg")
    run("export", SAMPLE, "-o", tmp_path / "en.svg", "--lang", "en")
    assert (tmp_path / "pl.svg").read_bytes() != (tmp_path / "en.svg").read_bytes()
    assert SAMPLE.read_bytes() == before


def test_info_tells_numbers_as_text_and_as_json(run):
    known = json.loads(run("info", SAMPLE, "--json")[1])
    assert known["title"] == "Zakup laptopa do pracy"
    assert known["stages"] == len(known["stage_names"]) == 7
    assert known["cards"] > 25
    assert "Zakup laptopa do pracy" in run("info", SAMPLE)[1]


def test_check_ends_with_nothing_something_or_refusal(run, tmp_path):
    assert run("check", SAMPLE)[0] == 0
    bare = tmp_path / "bare.journey"
    bare.write_bytes(dumps(journey("Learn: ad").records()))
    code, out, _ = run("check", bare)
    assert code == 1
    text = "Nobody is responsible for “Learn”: write or choose a card there and set its owner."
    assert text in out
    code, out, _ = run("check", bare, "--json")
    found = json.loads(out)["findings"]
    assert code == 1
    assert {
        "code": "no-owner",
        "about": ["stage-learn"],
        "text": text,
    } in found


def test_help_and_version_are_no_errors(run):
    assert run("--help")[0] == 0
    assert run("export", "--help")[0] == 0
    assert run("--version")[1].startswith("Safar 0.")


def test_words_of_a_map_cannot_steer_the_terminal(run, tmp_path):
    file = tmp_path / "evil\x1b[31m.journey"
    assert "\x1b" not in refused(run("check", file))
    assert refused(run("check", "two\nlines"))


def test_what_nobody_foresaw_is_one_line_and_stands_in_the_log(run, monkeypatch, clean_log):
    monkeypatch.setattr(commands, "parser", lambda: 1 / 0)
    line = refused(run("templates"))
    assert "ZeroDivisionError" in line
    assert str(clean_log) in line
    assert "Traceback" in clean_log.read_text()


@pytest.mark.parametrize("error", [KeyboardInterrupt(), BrokenPipeError()])
def test_leaving_early_says_nothing(run, monkeypatch, error):
    def leave():
        raise error

    monkeypatch.setattr("editor.app.command_line._close_output", lambda: None)
    monkeypatch.setattr(commands, "parser", leave)
    code, out, lines = run("templates")
    assert code != 0
    assert (out, lines) == ("", [])


def process(*words: object, code: str = "", **more: object) -> subprocess.CompletedProcess[str]:
    start = ["-c", code] if code else [str(ROOT / "main.py")]
    command = [sys.executable, *start, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, **more)


LOADED = """
import sys
from editor.app.command_line import main
code = main(sys.argv[1:])
print("LOADED", *(name for name in sys.modules if name.startswith(("PySide6.", "editor."))))
sys.exit(code)
"""


def loaded(*words: object) -> set[str]:
    done = process(*words, code=LOADED)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_check_and_info_load_no_qt():
    for command in ("check", "info"):
        names = loaded(command, SAMPLE)
        assert "editor.files.reading" in names
        assert not {name for name in names if name.startswith("PySide6")}


def test_export_loads_neither_widgets_nor_canvas(tmp_path):
    names = loaded("export", SAMPLE, "-o", tmp_path / "map.pdf")
    assert "PySide6.QtGui" in names
    assert "PySide6.QtWidgets" not in names
    assert not {name for name in names if name.startswith(("editor.canvas.", "editor.window."))}


def test_a_reader_that_goes_away_leaves_no_traceback():
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" main.py templates | head -1'],
        capture_output=True, text=True, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""


def test_a_window_without_a_display_is_refused_in_one_line(tmp_path):
    surroundings = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C"}
    done = process(env=surroundings)
    assert done.returncode == 2
    assert "display" in done.stderr
    assert done.stderr.count("\n") == 1


def test_names_in_any_letters_pass_through_a_poor_terminal(tmp_path):
    surroundings = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONIOENCODING": "ascii"}
    done = process("check", Path("نقشه.journey"), env=surroundings)
    assert done.returncode == 2
    assert "\\u0646" in done.stderr


def test_a_map_is_exported_in_greys(run, tmp_path):
    out = tmp_path / "map.svg"
    assert run("export", SAMPLE, "-o", out, "--grey")[0] == 0
    colors = set(re.findall(r"#[0-9a-f]{6}", out.read_text("utf-8")))
    assert len(colors) > 5
    assert [color for color in colors if not color[1:3] == color[3:5] == color[5:7]] == []


@pytest.mark.parametrize("more", [(), ("--grey",)])
def test_a_broken_picture_is_told_by_file_and_card(run, tmp_path, more):
    file, out, data = tmp_path / "shop.journey", tmp_path / "shop.pdf", PNG[:40]
    card = replace(journey("Buy: pay").one(Card, "card-pay"), image=image_id(data))
    file.write_bytes(
        dumps(with_records(journey("Buy: pay"), card, Image(image_id(data), data=data)).records())
    )
    line = refused(run("export", file, "-o", out, *more))
    assert line == f"safar: {file}: The picture of “pay” cannot be read. Replace it or take it away."
    assert not out.exists()
