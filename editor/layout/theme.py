"""The look of a map: colours and measures, one immutable value per theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Colours ("#rrggbb") and measures (points) that a map is drawn with.

    `accents` are after Okabe and Ito's colour-blind safe colours, given to owners in their order;
    `personas` colour avatars and curves in the order of the personas. A `grey` theme knows no colours.
    Themes are told apart by identity, so that they are quick keys.
    """

    paper: str = "#ffffff"
    ink: str = "#1f2a37"
    muted: str = "#576170"
    hairline: str = "#dde1e8"
    band: str = "#faf9f6"
    card: str = "#ffffff"
    card_edge: str = "#d3d9e2"
    stage: str = "#e6edf6"
    stage_ink: str = "#14395b"
    strong: str = "#14395b"
    strong_ink: str = "#ffffff"
    pain: str = "#d55e00"
    pain_fill: str = "#fdf4ee"
    opportunity: str = "#0072b2"
    opportunity_fill: str = "#eef5fb"
    pill: str = "#d7e8f6"
    note: str = "#fff8df"
    note_edge: str = "#e6d391"
    curve: str = "#1b4b7a"
    above: str = "#dcf1ea"
    below: str = "#fdeee3"
    hatch: str = "#e2a781"
    good: str = "#007a5a"
    fair: str = "#566072"
    bad: str = "#b84e00"
    connection: str = "#5d6978"
    neutral: str = "#5b6675"
    assumed: str = "#8590a0"
    accents: tuple[str, ...] = (
        "#0072b2", "#009e73", "#cc79a7", "#b8860b", "#d55e00", "#6a51a3", "#3a8fa8", "#8c564b",
    )  # fmt: skip
    personas: tuple[str, ...] = ("#1b4b7a", "#8a5a83", "#3f7f5f", "#a0522d", "#5b6675")
    margin: float = 24.0
    rail: float = 100.0
    column: float = 148.0
    widest_column: float = 220.0
    gutter: float = 18.0
    gap: float = 6.0
    lane_padding: float = 10.0
    text: float = 9.0
    small: float = 7.5
    heading: float = 10.5
    title: float = 21.0
    grey: bool = False

    def shown(self, color: str) -> str:
        """Return how a colour that people gave is drawn: as it is, or as grey in a theme without colours."""
        if not self.grey or not color:
            return color
        from editor.layout.palette import grey

        return grey(color)

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Theme:
        """Return the theme whose fields `values` name; other fields keep their defaults."""
        known = {field.name for field in fields(cls)}
        given = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items() if k in known}
        return cls(**given)  # pyright: ignore[reportArgumentType]
