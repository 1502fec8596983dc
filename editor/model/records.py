"""The records a journey consists of; each is one frozen value, one line of the file.

`order` is a fractional key (see `editor.model.order`): records sort by (order, id).
Empty strings mean "not given"; a colour is "#rrggbb" or empty for the theme's choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from editor.model.values import Evidence, Extra, Opportunity, Pain


@dataclass(frozen=True, slots=True)
class Map:
    """The map itself: its heading, language, direction, scope, review dates and emotion levels.

    `levels` are the labels of the emotion scale from top to bottom, 2 to 10, or empty for five
    in the words of the language; `level_colors` are their colours. Dates are ISO 8601 (YYYY-MM-DD) or
    empty. `brand` are one or two colours that the theme is drawn in, `logo` names a picture.
    """

    kind: ClassVar[str] = "map"
    id: str = "map"
    title: str = ""
    language: str = "en"
    direction: str = "ltr"
    summary: str = ""
    goal: str = ""
    begins: str = ""
    ends: str = ""
    team: str = ""
    version: str = ""
    reviewed: str = ""
    next_review: str = ""
    theme: str = "paper"
    levels: tuple[str, ...] = ()
    level_colors: tuple[str, ...] = ()
    brand: tuple[str, ...] = ()
    logo: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Persona:
    """A typical customer whose journey this is; the first persona is the one in front."""

    kind: ClassVar[str] = "persona"
    id: str
    order: str = ""
    name: str = ""
    summary: str = ""
    goals: str = ""
    initials: str = ""
    color: str = ""
    image: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Owner:
    """A person or team that is responsible for stages and cards; `initials` mark what is theirs."""

    kind: ClassVar[str] = "owner"
    id: str
    order: str = ""
    name: str = ""
    color: str = ""
    initials: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """A way in which customer and firm meet; `icon` names a built-in icon, `image` a picture instead."""

    kind: ClassVar[str] = "channel"
    id: str
    order: str = ""
    name: str = ""
    icon: str = ""
    color: str = ""
    image: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase of the journey; `aliases` are other names the same stage goes by."""

    kind: ClassVar[str] = "stage"
    id: str
    order: str = ""
    title: str = ""
    aliases: tuple[str, ...] = ()
    summary: str = ""
    color: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One column inside a stage; every stage has at least one. `width` in points, or None to fit."""

    kind: ClassVar[str] = "step"
    id: str
    order: str = ""
    stage: str = ""
    title: str = ""
    width: float | None = None
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the map; `lane_kind` is one of LANE_KINDS, `persona` limits it to one persona."""

    kind: ClassVar[str] = "lane"
    id: str
    order: str = ""
    lane_kind: str = "text"
    title: str = ""
    summary: str = ""
    persona: str = ""
    height: float | None = None
    collapsed: bool = False
    hidden: bool = False
    locked: bool = False
    color: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A card in the cell where `lane` meets `step`, `span` steps wide.

    `owner`, `channel`, `image` and `personas` name other records; in an owner lane the text is
    what the owner must do to move the customer forward.
    """

    kind: ClassVar[str] = "card"
    id: str
    order: str = ""
    lane: str = ""
    step: str = ""
    text: str = ""
    span: int = 1
    owner: str = ""
    channel: str = ""
    initiator: str = ""
    personas: tuple[str, ...] = ()
    moment_of_truth: bool = False
    evidence: Evidence | None = None
    pain: Pain | None = None
    opportunity: Opportunity | None = None
    image: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A persona's emotion at `at` (0 to 1 across the step); `value` runs from -1 to 1, 0 neutral."""

    kind: ClassVar[str] = "point"
    id: str
    lane: str = ""
    persona: str = ""
    step: str = ""
    at: float = 0.5
    value: float = 0.0
    text: str = ""
    evidence: Evidence | None = None
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Connection:
    """A directed edge between two cards or two stages, of one of CONNECTION_KINDS."""

    kind: ClassVar[str] = "connection"
    id: str
    source: str = ""
    target: str = ""
    connection_kind: str = "next"
    text: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark about one element; drawn as a numbered mark and listed under the map."""

    kind: ClassVar[str] = "note"
    id: str
    order: str = ""
    about: str = ""
    text: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG or JPEG kept in the file; the id is "image-" and the first 16 hex digits of its sha256."""

    kind: ClassVar[str] = "image"
    id: str
    media_type: str = "image/png"
    data: bytes = b""
    alt: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """A record of a kind this version does not know; `fields` is its canonical JSON, kept as it came."""

    kind: ClassVar[str] = "unknown"
    id: str
    unknown_kind: str = ""
    fields: str = "{}"


Record = (
    Map | Persona | Owner | Channel | Stage | Step | Lane | Card | Point | Connection | Note | Image | Unknown
)
