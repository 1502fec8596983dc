"""What is chosen on the canvas: view state that no document knows and no export shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.canvas.walking import between

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from editor.canvas.places import Places
    from editor.canvas.spot import Spot


class Choice:
    """The chosen elements in the order of choosing, the spot in focus, and what is under the pointer.

    `front` is the persona whose curve was brought to the front for editing, "" for the map's own order.
    `changed` is called after every change of the chosen, the focus or the front.
    """

    def __init__(self, places: Places, changed: Callable[[], None]) -> None:
        self._places = places
        self._changed = changed
        self._anchor = ""
        self.chosen: tuple[str, ...] = ()
        self.focus = ""
        self.front = ""

    def bring(self, persona: str) -> None:
        """Bring a persona's curves to the front; "" puts them back."""
        if persona != self.front:
            self.front = persona
            self._changed()

    def tell(self) -> None:
        """Tell what is chosen to those who did not want to hear of it while it went on changing."""
        self._changed()

    def click(self, spot: Spot | None, toggle: bool = False, extend: bool = False) -> None:
        """Choose what was clicked: alone, added or taken away (`toggle`), or all from the anchor on."""
        if spot is None:
            self.set(self.chosen if toggle or extend else ())
        elif extend and self._anchor and spot.record:
            self.set(between(self._places, self._anchor, spot.record), spot.ref)
        elif toggle:
            self._toggle(spot)
        else:
            self._anchor = spot.record
            self.set((spot.record,), spot.ref)

    def _toggle(self, spot: Spot) -> None:
        self._anchor = spot.record
        if spot.record in self.chosen:
            self.set((ref for ref in self.chosen if ref != spot.record), spot.ref)
        else:
            self.set((*self.chosen, spot.record), spot.ref)

    def set(self, refs: Iterable[str], focus: str | None = None) -> None:
        """Choose exactly `refs`; `focus` moves there, or stays with None on what is still chosen."""
        chosen = tuple(dict.fromkeys(ref for ref in refs if ref))
        if focus is None:
            focus = self.focus if self.focus in chosen else (chosen[-1] if chosen else "")
        if (chosen, focus) != (self.chosen, self.focus):
            self.chosen, self.focus = chosen, focus
            self._changed()

    def climb(self) -> bool:
        """Go from a card to its cell, from anything else to nothing; tell whether there was a way up."""
        spot = self._places.find(self.focus) if self.focus else None
        if spot is None or spot.role != "card":
            had = bool(self.chosen or self.focus or self.front)
            if not (self.chosen or self.focus):
                self.bring("")
            self.set((), "")
            return had
        cell = self._places.cell_of(spot)
        self.set((), cell.ref if cell else "")
        return True

    def keep_existing(self) -> None:
        """Forget what the picture no longer shows."""
        if self.front and not self._places.find(self.front, "persona"):
            self.bring("")
        exists = {spot.ref for spot in self._places.find_all({*self.chosen, self.focus} - {""})}
        self.set((ref for ref in self.chosen if ref in exists), self.focus if self.focus in exists else "")
