"""What a card borrows from other records: its owner, channel, picture, personas and note numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from editor.layout.color import under_white
from editor.layout.icons import badge
from editor.layout.owner_tags import owner_marks, owner_tag
from editor.layout.setting import Setting
from editor.layout.theme import Theme
from editor.model.records import Card, Channel, Image, Note, Owner, Persona
from editor.picture.frame import Art, Frame


class Borrowed(NamedTuple):
    """The foreign facts one card shows; `marks` are the numbers of its notes, `tag` is its owner's mark.

    `badge` is its channel's icon, `sign` the picture that its channel has instead.
    """

    owner: Owner | None = None
    owner_color: str = ""
    badge: Art | None = None
    image: Image | None = None
    personas: tuple[tuple[str, str], ...] = ()
    marks: tuple[int, ...] = ()
    tag: Frame | None = None
    sign: Image | None = None


NOTHING = Borrowed()
PLAIN = "chat"
"""The icon of a touchpoint whose channel has none."""


def colors(theme: Theme, accents: Sequence[str], records: Sequence[Owner | Persona]) -> dict[str, str]:
    """Return a colour per record id: its own, else one of `accents` in turn."""
    return {r.id: theme.shown(r.color) or accents[i % len(accents)] for i, r in enumerate(records)}


def initials(persona: Persona) -> str:
    """Return the persona's initials: given ones, else the first letters of its first two words."""
    if persona.initials:
        return persona.initials
    # The non-joiner keeps two letters of Arabic script from reading as one word.
    return "\u200c".join(word[0] for word in persona.name.split()[:2]).upper()


def channel_badge(setting: Setting, icon: str, fill: str) -> Art:
    """Return a round badge; an unknown icon gives a plain one, an empty `fill` a grey one."""
    name = icon if icon in setting.icons else PLAIN
    return badge(name, setting.icons[name], under_white(fill or setting.theme.neutral), "#ffffff")


class Lenders:
    """Looks up what cards borrow; made anew when an owner, channel, persona, picture or note changes."""

    def __init__(
        self,
        setting: Setting,
        owners: Sequence[Owner],
        channels: Sequence[Channel],
        personas: Sequence[Persona],
        images: Sequence[Image],
        notes: Sequence[Note],
    ) -> None:
        self._setting = setting
        self.owners: Mapping[str, Owner] = {owner.id: owner for owner in owners}
        self.owner_colors = colors(setting.theme, setting.theme.accents, owners)
        self.owner_marks = owner_marks(owners)
        self.channels: Mapping[str, Channel] = {channel.id: channel for channel in channels}
        self.personas: Mapping[str, Persona] = {persona.id: persona for persona in personas}
        self.persona_colors = colors(setting.theme, setting.theme.personas, personas)
        self.images: Mapping[str, Image] = {image.id: image for image in images}
        self.notes = tuple(notes)
        self._marks: dict[str, tuple[int, ...]] = {}
        for number, note in enumerate(notes, 1):
            self._marks[note.about] = (*self._marks.get(note.about, ()), number)
        self._kept: dict[tuple[object, ...], Borrowed] = {}
        self._tags: dict[str, Frame] = {}

    def marks(self, ref: str) -> tuple[int, ...]:
        """Return the numbers of the notes about the element `ref`."""
        return self._marks.get(ref, ())

    def of(self, card: Card) -> Borrowed:
        """Return what `card` borrows; equal loans are the same object."""
        marks = self._marks.get(card.id, ())
        if not (card.owner or card.channel or card.image or card.personas or marks):
            return NOTHING
        key = (card.owner, card.channel, card.image, card.personas, marks)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self._borrowed(card, marks)
        return kept

    def _borrowed(self, card: Card, marks: tuple[int, ...]) -> Borrowed:
        return Borrowed(
            owner=self.owners.get(card.owner),
            owner_color=self.owner_colors.get(card.owner, ""),
            badge=self._badge(card),
            image=self.images.get(card.image),
            personas=self._chips(card.personas),
            marks=marks,
            tag=self._tag(card.owner),
            sign=self._sign(card.channel),
        )

    def _tag(self, key: str) -> Frame | None:
        """Return the tag of an owner, made once."""
        if key in self.owners and key not in self._tags:
            mark, color = self.owner_marks[key], self.owner_colors[key]
            self._tags[key] = owner_tag(self._setting, mark, self.owners[key].name, color)
        return self._tags.get(key)

    def _sign(self, key: str) -> Image | None:
        channel = self.channels.get(key)
        return self.images.get(channel.image) if channel else None

    def _badge(self, card: Card) -> Art:
        """Return the channel's icon in its owner's colour, else the channel's own, else grey."""
        channel = self.channels.get(card.channel)
        own = self._setting.theme.shown(channel.color) if channel else ""
        fill = self.owner_colors.get(card.owner, "") or own
        return channel_badge(self._setting, channel.icon if channel else "", fill)

    def _chips(self, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        found = [self.personas[i] for i in ids if i in self.personas]
        return tuple((initials(p), self.persona_colors[p.id]) for p in found)
