"""The laws of the house: who imports whom, who owns which library, how large things may grow."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EDITOR = ROOT / "editor"
ROOMS = sorted(p.name for p in EDITOR.iterdir() if (p / "__init__.py").is_file())
TOP_LEVEL = {"editor", "resources", "samples", "tests", "main.py", "pyproject.toml", "README.md", "LICENSE"}
LIBRARIES = {
    "networkx": {"model", "analysis"},
    "uharfbuzz": {"export"},
    "reportlab": {"export"},
    "pypdfium2": {"export"},
    "PIL": {"export", "files", "session"},
    "PySide6.QtWidgets": {"canvas", "window", "app"},
    "PySide6": {"text", "canvas", "window", "app"},
    "shiboken6": {"canvas"},
}
LONGEST_FUNCTION, LONGEST_MODULE, LONGEST_CLASS = 50, 450, 250


def modules(room: str = "") -> list[Path]:
    return sorted((EDITOR / room).rglob("*.py"))


def imported_names(module: Path) -> list[str]:
    """Every dotted name a module imports, "from a.b import c" as "a.b.c"."""
    names: list[str] = []
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def functions(module: Path) -> list[tuple[str, int]]:
    """(name, lines of the body without the docstring) of each function of a module."""
    tree = ast.parse(module.read_text("utf-8"))
    found = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [(f"{module.relative_to(ROOT)}:{n.name}", body_length(n)) for n in found]


def body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def share(values: list[int], part: float) -> int:
    return sorted(values)[int(part * (len(values) - 1))]


def test_top_level_holds_only_what_was_agreed() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    tops = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {t for t in tops if not t.startswith(".")} <= TOP_LEVEL


def test_imports_go_down_only() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("library", LIBRARIES)
def test_each_library_has_its_owners(library: str) -> None:
    users = {
        (module.relative_to(EDITOR).parts[0], str(module.relative_to(ROOT)))
        for module in modules()
        for name in imported_names(module)
        if name == library or name.startswith(library + ".")
    }
    strangers = [place for room, place in users if room not in LIBRARIES[library]]
    assert not strangers


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_for(room: str) -> None:
    doc = ast.get_docstring(ast.parse((EDITOR / room / "__init__.py").read_text("utf-8"))) or ""
    assert 3 <= len(doc.splitlines()) <= 8
    assert "May import" in doc
    assert "Never" in doc


@pytest.mark.parametrize("room", ROOMS)
def test_functions_stay_small(room: str) -> None:
    sizes = [pair for module in modules(room) for pair in functions(module)]
    if not sizes:
        return
    lengths = [length for _, length in sizes]
    assert [pair for pair in sizes if pair[1] > LONGEST_FUNCTION] == []
    assert statistics.median(lengths) <= 7
    assert share(lengths, 0.9) <= 20


def test_modules_stay_small() -> None:
    lengths = {str(m.relative_to(ROOT)): len(m.read_text("utf-8").splitlines()) for m in modules()}
    assert {m: n for m, n in lengths.items() if n > LONGEST_MODULE} == {}
    assert statistics.median(lengths.values()) <= 120
    assert share(list(lengths.values()), 0.9) <= 300


def test_classes_stay_small() -> None:
    large = {
        f"{module.relative_to(ROOT)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for module in modules()
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert {name: n for name, n in large.items() if n > LONGEST_CLASS} == {}


def test_every_module_class_and_public_function_says_what_it_is() -> None:
    silent: list[str] = []
    for module in modules():
        tree = ast.parse(module.read_text("utf-8"))
        if not ast.get_docstring(tree):
            silent.append(str(module))
        for node in ast.walk(tree):
            named = isinstance(node, ast.ClassDef) and not ast.get_docstring(node)
            if named and isinstance(node, ast.ClassDef):
                silent.append(f"{module.relative_to(ROOT)}:{node.name}")
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name[0] != "_" and not ast.get_docstring(node):
                silent.append(f"{module.relative_to(ROOT)}:{node.name}")
    assert silent == []


def test_names_say_something() -> None:
    empty = ("Manager", "Helper", "Utils", "handle_")
    found = [
        f"{module.relative_to(ROOT)}:{node.name}"
        for module in modules()
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and any(word in node.name for word in empty)
    ]
    assert found == []


def test_the_window_rooms_stay_the_minority() -> None:
    users = [m for m in modules() if any(n.startswith("PySide6.QtWidgets") for n in imported_names(m))]
    assert len(users) / len(modules()) < 0.35


def test_qt_calls_that_return_nothing_keep_their_count_of_none() -> None:
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50


def loaded_by(*arguments: str) -> set[str]:
    """Names of the modules that a run of main.py has loaded when it ends."""
    code = (
        "import sys, runpy\n"
        f"sys.argv = {['main.py', *arguments]!r}\n"
        "try:\n    runpy.run_path('main.py', run_name='__main__')\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "print('\\n'.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


def test_export_loads_neither_widgets_nor_the_canvas(tmp_path: Path) -> None:
    out = str(tmp_path / "map.pdf")
    loaded = loaded_by("export", "samples/shoe-shop.journey", "-o", out)
    assert Path(out).stat().st_size > 10_000
    assert "PySide6.QtWidgets" not in loaded
    assert not [name for name in loaded if name.startswith(("editor.canvas", "editor.window"))]


def test_checking_a_file_loads_no_qt_at_all() -> None:
    assert not [
        name for name in loaded_by("check", "samples/shoe-shop.journey") if name.startswith("PySide6")
    ]


def test_the_start_of_the_editor_loads_no_exporter() -> None:
    code = (
        "import sys\nfrom editor.app.desktop import Desktop, made_application\n"
        "desktop = Desktop(made_application())\ndesktop.open_all([])\ndesktop.windows()[0].grab()\n"
        "print('\\n'.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**__import__("os").environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    loaded = set(done.stdout.splitlines())
    assert "editor.window.main_window" in loaded
    assert not loaded & {"reportlab", "openpyxl", "networkx", "pypdfium2", "uharfbuzz"}
