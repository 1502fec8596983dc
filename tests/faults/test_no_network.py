"""No socket is ever opened: neither by Python nor, seen from outside, by Qt or any library."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.no_network import ACTS
from tests.faults.strace import ROOT, missing

LOCAL = ("nscd",)
"""Whom the C library asks on this machine who the user is."""
_SOCKET = re.compile(r"\b(socket|connect|bind|sendto|sendmsg)\(")


def test_nothing_is_said_to_any_network(tmp_path: Path) -> None:
    shutil.copy(ROOT / "samples" / "bakery.journey", tmp_path / "map.journey")
    for act in ACTS:
        log = tmp_path / f"{act}.calls"
        tracer = ["strace", "-f", "-e", "trace=network", "-o", str(log)] if not missing() else []
        done = subprocess.run(
            [*tracer, sys.executable, "-m", "tests.faults.no_network", act, str(tmp_path)],
            cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines()[-1] == "sockets:"
        if tracer:
            assert strangers(log) == []
    assert (tmp_path / "again.pdf").stat().st_size > 10_000


def strangers(log: Path) -> list[str]:
    """Return the calls that open sockets or talk through them, but for questions to the own machine."""
    found = [line for line in log.read_text("utf-8", "replace").splitlines() if _SOCKET.search(line)]
    inside = [
        line for line in found if "socket(AF_UNIX" in line or any(f"/{name}/" in line for name in LOCAL)
    ]
    return [line for line in found if line not in inside]


def test_a_socket_would_be_seen(tmp_path: Path) -> None:
    if missing():
        pytest.skip(missing())
    log = tmp_path / "calls"
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    subprocess.run(
        ["strace", "-f", "-e", "trace=network", "-o", str(log), sys.executable, "-c", code], check=True
    )
    assert strangers(log)
