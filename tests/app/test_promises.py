"""The six promises of the README, each with the tests that prove it: none goes without, none is forgotten."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from editor.app.places import ROOT

PROOFS = {
    "A save leaves the old file or the new one": (
        "faults/test_walks.py::test_killed_before_any_call_the_file_is_old_or_new",
        "faults/test_power.py::test_after_a_power_cut_the_file_is_old_or_new",
        "faults/test_places.py::test_a_disk_that_fills_up_at_any_place",
        "session/test_hold.py::test_a_save_keeps_the_version_before",
    ),
    "Every step is on the disk a moment after": (
        "app/test_recovery.py::test_after_a_kill_the_next_start_offers_the_edits_and_holds_them",
        "app/test_recovery.py::test_a_map_that_was_never_saved_is_offered_too",
        "app/test_recovery.py::test_recovery_survives_a_kill_of_its_own",
        "app/test_words_under_way.py::test_words_under_way_are_offered_after_a_kill",
        "app/test_words_under_way.py::test_words_on_a_map_that_was_never_saved_are_offered",
    ),
    "What another program or person has changed": (
        "window/test_file_news.py::test_coming_back_to_the_window_tells_of_a_change_underneath",
        "window/test_file_news.py::test_saving_asks_when_the_file_was_changed_meanwhile",
        "window/test_file_news.py::test_differences_are_listed_element_by_element",
        "faults/test_underneath.py::test_a_change_underneath_is_told_and_nothing_is_lost",
    ),
    "Two people or windows on one map": (
        "app/test_recovery.py::test_two_real_windows_on_one_file_hear_of_each_other",
        "window/test_file_news.py::test_the_lock_of_another_host_asks",
        "window/test_file_news.py::test_a_second_process_may_work_on_a_copy",
        "faults/test_turns.py::test_no_save_is_lost_without_a_word",
    ),
    "Of a damaged file the whole parts open": (
        "window/test_file_news.py::test_of_a_damaged_file_the_whole_is_open_and_the_file_stays",
        "session/test_hold.py::test_a_damaged_file_opens_and_stays_as_it_is",
    ),
    "No error is silent": (
        "window/test_file_news.py::test_a_save_that_fails_tells_why_and_the_map_stays",
        "window/test_file_news.py::test_a_journal_that_cannot_be_written_is_told_once_and_taken_back",
        "faults/test_walks.py::test_whatever_call_fails_it_is_told_and_nothing_is_left_over",
    ),
}


def promises() -> list[str]:
    readme = (ROOT / "README.md").read_text("utf-8")
    section = readme.split("## Nothing is lost\n")[1].split("\n## ")[0]
    return [line.removeprefix("- ") for line in section.splitlines() if line.startswith("- ")]


def test_the_readme_promises_six_things_in_a_line_each():
    lines = promises()
    assert len(lines) == len(PROOFS) == 6
    assert all(line.startswith(begin) for line, begin in zip(lines, PROOFS, strict=True))


@pytest.mark.parametrize("proof", [proof for proofs in PROOFS.values() for proof in proofs])
def test_what_proves_a_promise_is_there(proof: str):
    file, _, name = proof.partition("::")
    tree = ast.parse((Path(__file__).parents[1] / file).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
