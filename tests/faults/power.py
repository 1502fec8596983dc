"""A model of a disk and its power cuts, fed with the recorded system calls of an act.

What was written and not synced may be missing, half there or zero; names that were given, changed or taken
away in a folder that was not synced since may be there or not, in every subset. A rename is one such change.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, combinations, product
from pathlib import Path

from tests.faults.strace import Nursery, whole
from tests.faults.victim import ENDS, SAVED

TRACED = (
    "openat,open,creat,write,pwrite64,writev,pwritev,fsync,fdatasync,close,lseek,ftruncate,truncate,rename,"
    "renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,mkdir,mkdirat,dup,dup2,dup3,sendfile,copy_file_range,"
    "fallocate,symlink,symlinkat,access"
)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_RESULT = re.compile(r"\) += (-?\d+)")


@dataclass(eq=False)
class File:
    """A file: its bytes now, and as they are on the disk for certain."""

    disk: bytes = b""
    now: bytes = b""

    @property
    def _both(self) -> tuple[bytes, bytes]:
        return self.disk, self.now

    def after_a_cut(self) -> list[bytes]:
        """What may be left of it: what was synced, and of the rest nothing, half, zeros, or all."""
        if self.now == self.disk:
            return [self.disk]
        pairs = zip(self.disk, self.now, strict=False)
        same = next((n for n, (one, other) in enumerate(pairs) if one != other), min(map(len, self._both)))
        rest = len(self.now) - same
        half, zeros = self.now[: same + rest // 2], self.now[:same] + bytes(rest)
        return list(dict.fromkeys([self.disk, half, zeros, self.now]))


@dataclass(eq=False)
class Folder:
    """A folder: its names now, and those that are on the disk for certain."""

    disk: dict[str, Node] = field(default_factory=dict)
    now: dict[str, Node] = field(default_factory=dict)


Node = File | Folder
Tree = dict[str, bytes | None]
"""What stands on a disk: contents by path, None for a folder."""


@dataclass(frozen=True)
class Change:
    """Names given or taken away at one stroke."""

    names: tuple[tuple[Folder, str, Node | None], ...]


@dataclass
class _Handle:
    node: Node
    place: int = 0


class Disk:
    """The folder `root` as the system sees it while calls are made, and as a power cut may leave it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._top = _read(root)
        self._waiting: list[Change] = []
        self._open: dict[int, _Handle] = {}
        self._files: list[File] = []

    def take_over(self, pid: str) -> None:
        """Take note of the files that a process has open already."""
        for link in Path(f"/proc/{pid}/fd").iterdir():
            path = os.fsencode(link.readlink())
            if self._inside(path) and Path(os.fsdecode(path)) != self._root:
                folder, name = self._folder_and_name(path)
                position = Path(f"/proc/{pid}/fdinfo/{link.name}").read_text("ascii").split()[1]
                self._open[int(link.name)] = _Handle(node := folder.now[name], int(position))
                self._files += [node] if isinstance(node, File) else []

    def follow(self, name: str, rest: str) -> bool:
        """Follow one call; return whether the disk may be another now."""
        result = _RESULT.search(rest)
        if result is None or result[1].startswith("-"):
            return False
        act = getattr(self, f"_{name}", None)
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(rest)]
        numbers = [int(part) for part in re.findall(r"^\d+|(?<=, )\d+", _TEXT.sub("", rest.split(") =")[0]))]
        if act is None:
            ours = any(map(self._inside, texts)) or (numbers and numbers[0] in self._open)
            assert not ours, f"the model does not know {name}({rest[:200]}"
            return False
        return act(texts, numbers, int(result[1]), rest) is not False

    def states(self) -> Iterator[Tree]:
        """Yield what may stand on the disk after a power cut at this moment, each once."""
        seen: set[tuple[tuple[str, bytes | None], ...]] = set()
        dirty = [file for file in self._files if file.now != file.disk]
        for changes in _subsets(self._waiting):
            for contents in product(*(file.after_a_cut() for file in dirty)):
                tree = self._tree(changes, dict(zip(dirty, contents, strict=True)))
                if (key := tuple(sorted(tree.items()))) not in seen:
                    seen.add(key)
                    yield tree

    def _tree(self, changes: Iterable[Change], contents: dict[File, bytes]) -> Tree:
        names: dict[Folder, dict[str, Node]] = {}
        for change in changes:
            for folder, name, node in change.names:
                _put(names.setdefault(folder, dict(folder.disk)), name, node)
        tree: Tree = {}

        def walk(folder: Folder, path: str) -> None:
            for name, node in names.get(folder, folder.disk).items():
                if isinstance(node, Folder):
                    tree[f"{path}{name}"] = None
                    walk(node, f"{path}{name}/")
                else:
                    tree[f"{path}{name}"] = contents.get(node, node.disk)

        walk(self._top, "")
        return tree

    def _inside(self, path: bytes) -> bool:
        return Path(os.fsdecode(path)).is_relative_to(self._root)

    def _folder_and_name(self, path: bytes) -> tuple[Folder, str]:
        *above, name = Path(os.fsdecode(path)).relative_to(self._root).parts
        folder = self._top
        for part in above:
            folder = folder.now[part]  # type: ignore[assignment]
        return folder, name

    def _change(self, *names: tuple[Folder, str, Node | None]) -> None:
        self._waiting.append(Change(names))
        for folder, name, node in names:
            _put(folder.now, name, node)

    def _openat(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> bool:
        if not self._inside(texts[0]):
            return False
        if "O_TMPFILE" in rest or Path(os.fsdecode(texts[0])) == self._root:
            self._open[result] = _Handle(File() if "O_TMPFILE" in rest else self._top)
            return False
        folder, name = self._folder_and_name(texts[0])
        created = name not in folder.now
        if created:
            self._files.append(made := File())
            self._change((folder, name, made))
        node = folder.now[name]
        if "O_TRUNC" in rest and isinstance(node, File):
            node.now = b""
        self._open[result] = _Handle(node)
        return created or "O_TRUNC" in rest

    def _close(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> bool:
        self._open.pop(numbers[0], None)
        return False

    def _lseek(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> bool:
        if numbers[0] in self._open:
            self._open[numbers[0]].place = result
        return False

    def _write(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> bool:
        handle = self._open.get(numbers[0])
        if handle is None:
            return False
        assert isinstance(handle.node, File)
        now, place, content = handle.node.now, handle.place, texts[0][:result]
        assert len(content) == result, "the log does not hold all that was written"
        handle.node.now = now[:place].ljust(place, b"\0") + content + now[place + result :]
        handle.place += result
        return True

    def _ftruncate(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> None:
        node = self._open[numbers[0]].node
        assert isinstance(node, File)
        node.now = node.now[: numbers[1]].ljust(numbers[1], b"\0")

    def _fsync(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> bool:
        handle = self._open.get(numbers[0])
        if handle is None:
            return False
        if isinstance(handle.node, File):
            handle.node.disk = handle.node.now
        else:
            self._sync(handle.node)
        return True

    def _sync(self, folder: Folder) -> None:
        for change in list(self._waiting):
            if any(where is folder for where, _, _ in change.names):
                self._waiting.remove(change)
                for where, name, node in change.names:
                    _put(where.disk, name, node)

    def _rename(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> None:
        (folder, name), (other, new) = map(self._folder_and_name, texts)
        node = folder.now[name]
        self._change((folder, name, None), (other, new, node))

    def _link(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> None:
        (folder, name), (other, new) = map(self._folder_and_name, texts)
        self._change((other, new, folder.now[name]))

    def _unlink(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> None:
        self._change((*self._folder_and_name(texts[0]), None))

    def _mkdir(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> None:
        self._change((*self._folder_and_name(texts[0]), Folder()))

    def _access(self, texts: list[bytes], numbers: list[int], result: int, rest: str) -> bool:
        return False


def cuts(act: str, folder: Path) -> Iterator[tuple[Tree, bool]]:
    """Yield what power cuts may leave of the folder of an act, and whether it had said that it is saved."""
    log = folder.parent / "power"
    disks: list[Disk] = []

    def ready(pid: str) -> None:
        disks.append(Disk(folder))
        disks[0].take_over(pid)

    with Nursery(act) as nursery:
        options = ("-s", "10000000", "-xx", "-e", f"trace={TRACED}", "-o", str(log))
        assert nursery.run(folder, *options, ready=ready) == SAVED
    (disk,) = disks
    yield from ((tree, False) for tree in disk.states())
    ends = ENDS.encode().hex(" ").replace(" ", r"\x")
    for _, name, rest in whole(log.read_text("ascii").splitlines()):
        if ends in rest:
            yield from ((tree, True) for tree in disk.states())
            return
        if disk.follow(name, rest):
            yield from ((tree, False) for tree in disk.states())
    raise AssertionError("the act did not end")


def written(tree: Tree, folder: Path) -> Path:
    """Make a folder of what a power cut has left."""
    folder.mkdir(parents=True)
    for name, content in sorted(tree.items()):
        if content is None:
            (folder / name).mkdir()
        else:
            (folder / name).write_bytes(content)
    return folder


def _read(root: Path) -> Folder:
    folder = Folder()
    for path in root.iterdir():
        node = _read(path) if path.is_dir() else File(path.read_bytes(), path.read_bytes())
        folder.now[path.name] = folder.disk[path.name] = node
    return folder


def _put(names: dict[str, Node], name: str, node: Node | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


def _subsets(changes: list[Change]) -> Iterator[tuple[Change, ...]]:
    return chain.from_iterable(combinations(changes, count) for count in range(len(changes) + 1))
