"""Papers, their orientation, and how pictures are fitted onto them."""

from __future__ import annotations

import pytest

from editor.export.papers import MARGINS, MILLIMETRE, ORIENTATIONS, PAPERS, Page, page_for
from editor.model.trouble import Trouble


def millimetres(page: Page) -> tuple[int, int]:
    return round(page.width * 25.4 / 72), round(page.height * 25.4 / 72)


@pytest.mark.parametrize(("name", "size"), [("A5", (148, 210)), ("A4", (210, 297)), ("A0", (841, 1189))])
def test_named_papers_have_their_size(name: str, size: tuple[int, int]) -> None:
    assert millimetres(page_for(name, "portrait", 100, 100)) == size


def test_names_do_not_depend_on_capitals() -> None:
    assert page_for(" letter ", "portrait", 1, 1) == page_for("Letter", "portrait", 1, 1)


@pytest.mark.parametrize("name", PAPERS)
def test_auto_turns_the_paper_to_the_larger_scale(name: str) -> None:
    wide, tall = page_for(name, "auto", 300, 100), page_for(name, "auto", 100, 300)
    assert wide.width > wide.height
    assert tall.width < tall.height


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ("300x200mm", (300, 200)),
        ("20 x 30 cm", (200, 300)),
        ("11×17in", (279, 432)),
        ("720x360pt", (254, 127)),
    ],
)
def test_a_given_size_is_kept_as_it_was_given(given: str, size: tuple[int, int]) -> None:
    assert millimetres(page_for(given, "auto", 100, 300)) == size


def test_a_given_size_can_be_turned() -> None:
    assert millimetres(page_for("300x200mm", "portrait", 1, 1)) == (200, 300)


@pytest.mark.parametrize(
    "paper", ["A9", "", "x", "0x0mm", "5x5mm", "9999x10cm", "nanxnanmm", "1e9x1mm", "-3x4in"]
)
def test_papers_that_are_none_are_refused_with_a_remedy(paper: str) -> None:
    with pytest.raises(Trouble) as trouble:
        page_for(paper, "auto", 100, 100)
    assert trouble.value.remedy
    assert "\n" not in str(trouble.value)


def test_the_refusal_lists_the_papers() -> None:
    with pytest.raises(Trouble, match="A5, A4, A3, A2, A1, A0, Letter, Legal, Tabloid"):
        page_for("foolscap", "auto", 1, 1)


def test_orientations_that_are_none_are_refused() -> None:
    with pytest.raises(Trouble, match=", ".join(ORIENTATIONS)):
        page_for("A4", "sideways", 1, 1)


@pytest.mark.parametrize("paper", PAPERS)
def test_margins_grow_by_their_names(paper: str) -> None:
    none, narrow, normal = (page_for(paper, "auto", 300, 100, margins).margin for margins in MARGINS)
    assert none == 0
    assert page_for(paper, "auto", 300, 100).margin == narrow
    assert 4 - 1e-9 <= narrow / MILLIMETRE <= 10
    assert max(2 * narrow, 10 * MILLIMETRE) - 1e-9 <= normal <= 25 * MILLIMETRE


def test_margins_that_are_none_are_refused() -> None:
    with pytest.raises(Trouble, match="none, narrow, normal"):
        page_for("A4", "auto", 1, 1, "wide")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("size", [(2000, 300), (300, 2000), (10, 10)])
def test_a_fitted_picture_stands_inside_the_margins_in_the_middle(
    paper: str, size: tuple[float, float]
) -> None:
    page = page_for(paper, "auto", *size)
    place = page.placement(*size)
    right, bottom = place.x + size[0] * place.scale, place.y + size[1] * place.scale
    assert page.margin > 0
    assert min(place.x, place.y) == pytest.approx(page.margin)
    assert place.x + right == pytest.approx(page.width)
    assert place.y + bottom == pytest.approx(page.height)


def test_a_picture_on_a_page_of_its_own_size_is_not_scaled() -> None:
    place = Page(640, 480).placement(640, 480)
    assert (place.scale, place.x, place.y) == (1, 0, 0)
