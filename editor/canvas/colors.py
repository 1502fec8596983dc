"""The colours round the paper: desk, shadow, marks. The paper itself keeps its own."""

from __future__ import annotations

from typing import NamedTuple


class CanvasColors(NamedTuple):
    """Colours of everything on the canvas that is not the picture, "#rrggbb"; alphas are 0 to 255."""

    desk: str = "#e8eaee"
    shadow: str = "#101828"
    shadow_alpha: int = 34
    accent: str = "#2a6fdb"
    halo_alpha: int = 40
    focus: str = "#0b1f3f"
    panel: str = "#ffffff"
    panel_edge: str = "#d8dde5"
    panel_ink: str = "#4b5563"
    key: str = "#f6f7f9"
    warning: str = "#b45309"


LIGHT = CanvasColors()
DARK = CanvasColors(
    desk="#15181d",
    shadow="#000000",
    shadow_alpha=120,
    accent="#2f7bea",
    halo_alpha=46,
    focus="#0b1f3f",
    panel="#262a31",
    panel_edge="#3c424c",
    panel_ink="#aeb6c2",
    key="#1b1f25",
    warning="#f2a33c",
)
