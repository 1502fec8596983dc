"""Random deeds of a hand: every kind of plan, edit and paste, done to something that is there."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from editor.model.change import Change
from editor.model.edits import arranging, linking, pasting, wording
from editor.model.edits.fragment import paste_fragment
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.pictures import image_id
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Image,
    Lane,
    Map,
    Note,
    Owner,
    Persona,
    Point,
    Stage,
    Step,
)
from editor.model.values import CONNECTION_KINDS, LANE_KINDS, Evidence, Opportunity, Pain
from editor.session import joining
from editor.session.clip import Clip, loads, pasted
from editor.session.plans import Plan, Plans
from editor.session.styling import plan_style, style_of
from tests.build import PNG

CROWD = 45
"""With more records than this, what is done makes the map smaller again."""

WORDS = ("", "Nina", "ask a friend", "خرید از فروشگاه", "Zażółć gęślą", "a\nb", "x" * 40, "nina")
TEXTS = ("a\tb\r\nc\td", '"two\nlines"\t\n\n', "سلام\tدنیا", "one, two; three", "\t\t\n\tend", "", "  ")
KINDS: tuple[Any, ...] = (Map, Stage, Step, Lane, Card, Owner, Channel, Persona, Point, Connection, Note)


class Impossible(Exception):
    """There is nothing on the map to which this deed could be done."""


class Deeds:
    """Makes plans out of a seed, each for a journey as it is now."""

    def __init__(self, journey: Journey, plans: Plans, seed: int) -> None:
        self.journey = journey
        self.plans = plans
        self.random = Random(seed)

    def any_plan(self) -> Plan:
        """Return any plan; raises Impossible where the map has nothing for it."""
        if len(self.journey) > CROWD and self.random.random() < 0.5:
            return self.remove()
        return self.random.choice(self._plans())()

    def dragging(self) -> Plan:
        """Return one of the plans that a drag previews; raises Impossible."""
        drags = (
            self.move_cards, self.shift_cards, self.lay_cards, self.lay_copies, self.reorder, self.move_step,
            self.move_point, self.move_points, self.reconnect, self.resize, self.steady, self.copy_cards,
            self.span,
        )  # fmt: skip
        return self.random.choice(drags)()

    def _plans(self) -> tuple[Callable[[], Plan], ...]:
        return (
            self.move_cards, self.shift_cards, self.copy_cards, self.lay_cards, self.lay_copies, self.reorder,
            self.move_step, self.add_card, self.write_new, self.add_stage, self.add_step, self.add_lane,
            self.duplicate, self.remove, self.split, self.merge, self.write, self.set_card, self.set_lane,
            self.resize, self.move_point, self.move_points, self.add_point, self.connect, self.connect_new,
            self.reconnect, self.disconnect, self.add_record, self.set_map, self.steady, self.show_picture,
            self.merge_all, self.split_card, self.fit, self.span, self.tie_to_card, self.tie_to_step,
            self.tie_to_stage, self.paste_style,
        )  # fmt: skip

    # Where things stand

    def move_cards(self) -> Plan:
        return self.plans.move_cards(self.several(Card), *self.cell(), self.index())

    def shift_cards(self) -> Plan:
        return self.plans.shift_cards(
            self.several(Card), self.random.randint(-3, 3), self.random.randint(-3, 3)
        )

    def copy_cards(self) -> Plan:
        return self.plans.copy_cards(self.several(Card), *self.cell(), self.index())

    def lay_cards(self) -> Plan:
        return self.plans.lay_cards({key: self.cell() for key in self.several(Card)}, self.index())

    def lay_copies(self) -> Plan:
        return self.plans.lay_copies({key: self.cell() for key in self.several(Card)}, self.index())

    def reorder(self) -> Plan:
        kind = self.random.choice((Stage, Step, Lane, Card, Persona, Owner, Channel, Note))
        return self.plans.reorder(self.one(kind), self.random.randint(0, 5))

    def move_step(self) -> Plan:
        return self.plans.move_step(self.one(Step), self.one(Stage), self.index())

    def steady(self) -> Plan:
        sizes = {self.one(Lane): 64.0, self.one(Step): self.random.choice((96.0, 160.0))}
        return self.plans.steady(sizes)(self.move_cards())

    # What comes and goes

    def add_card(self) -> Plan:
        fields: dict[str, object] = {"text": self.word(), "owner": self.maybe(Owner)}
        return self.plans.add_card(*self.cell(), self.index(), **fields)

    def write_new(self) -> Plan:
        return self.plans.write_new(*self.cell(), self.index())[1](self.word())

    def add_stage(self) -> Plan:
        return self.plans.add_stage(self.index(), self.word())

    def add_step(self) -> Plan:
        return self.plans.add_step(self.one(Stage), self.index())

    def add_lane(self) -> Plan:
        return self.plans.add_lane(self.random.choice(LANE_KINDS), self.index(), self.word())

    def duplicate(self) -> Plan:
        kinds = (Stage, Step, Lane, Card, Card, Persona, Owner, Note, Point)
        return self.plans.duplicate(self.several(self.random.choice(kinds), 2))

    def remove(self) -> Plan:
        kinds = (Card, Card, Step, Stage, Lane, Persona, Owner, Channel, Point, Connection, Note, Image)
        return self.plans.remove(self.several(self.random.choice(kinds)))

    def split(self) -> Plan:
        return self.plans.split(self.one(Step), self.word())

    def merge(self) -> Plan:
        return self.plans.merge(self.one(Stage), self.one(Stage))

    def add_record(self) -> Plan:
        ids = self.plans.ids
        about = self.one(self.random.choice(KINDS))
        record = self.random.choice(
            (
                Persona(ids.new("persona"), name=self.word()),
                Owner(ids.new("owner"), name=self.word()),
                Channel(ids.new("channel"), name=self.word(), icon="website"),
                Note(ids.new("note"), about=about, text=self.word()),
            )
        )
        index = self.index()
        return lambda journey: arranging.add(journey, wording.written(record, {}), index)

    # What they say

    def write(self) -> Plan:
        return self.plans.write(self.one(self.random.choice(KINDS)), self.word())

    def set_card(self) -> Plan:
        fields: tuple[dict[str, object], ...] = (
            {"owner": self.maybe(Owner), "channel": self.maybe(Channel)},
            {"span": self.random.randint(1, 4)},
            {"personas": tuple(self.several(Persona)) if self.journey.all(Persona) else ()},
            {"moment_of_truth": self.random.random() < 0.5},
            {"evidence": Evidence("measured", "survey"), "pain": Pain("driver", 3)},
            {"opportunity": Opportunity("high", "low"), "initiator": "firm"},
        )
        return self.plans.set_fields(self.several(Card), **self.random.choice(fields))

    def set_lane(self) -> Plan:
        fields: tuple[dict[str, object], ...] = (
            {"lane_kind": self.random.choice(LANE_KINDS)},
            {"collapsed": self.random.random() < 0.5},
            {"hidden": self.random.random() < 0.5},
            {"locked": self.random.random() < 0.5},
            {"persona": self.maybe(Persona)},
            {"height": self.random.choice((None, 40.0, 200.0))},
        )
        return self.plans.set_fields([self.one(Lane)], **self.random.choice(fields))

    def resize(self) -> Plan:
        if self.random.random() < 0.5:
            return self.plans.set_fields(self.several(Lane), height=self.random.uniform(20, 200))
        return self.plans.set_fields(self.several(Step), width=self.random.uniform(40, 300))

    def set_map(self) -> Plan:
        fields: tuple[dict[str, object], ...] = (
            {"direction": self.random.choice(("ltr", "rtl"))},
            {"language": self.random.choice(("en", "fa", "pl"))},
            {"levels": self.random.choice(((), ("up", "down"), tuple("abcdefg")))},
            {"goal": self.word(), "team": self.word(), "reviewed": "2025-03-21"},
        )
        return self.plans.set_fields([self.journey.map.id], **self.random.choice(fields))

    def show_picture(self) -> Plan:
        image, key = (
            Image(image_id(PNG), data=PNG, alt="a dot"),
            self.one(self.random.choice((Card, Persona))),
        )

        def plan(journey: Journey) -> Change:
            added = Change() if image.id in journey else Change(added={image.id: image})
            return added.then(wording.set_fields(journey, [key], image=image.id))

        return plan

    # Stages, steps and lanes as objects

    def merge_all(self) -> Plan:
        return self.plans.merge_all(self.several(Stage, 4))

    def split_card(self) -> Plan:
        card = self.journey.one(Card, self.one(Card))
        return self.plans.split(card.step, self.word())

    def fit(self) -> Plan:
        sizes: dict[str, dict[str, object]] = {key: {"width": None} for key in self.several(Step)}
        return self.plans.rewrite(sizes | {self.one(Lane): {"height": None}})

    def span(self) -> Plan:
        return self.plans.set_fields([self.one(Card)], span=self.random.randint(1, 9))

    def paste_style(self) -> Plan:
        """Return the plan that gives the style of an element to others, over the clipboard's bytes."""
        kinds: tuple[Any, ...] = (Card, Card, Stage, Step, Lane, Point)
        kind = self.random.choice(kinds)
        content, targets = style_of(self.journey, self.one(kind)), self.several(kind, 4)
        return plan_style(content, [*targets, self.one(Card)], self.plans.ids.new("seed"))

    # Curves and connections

    def tied(self) -> Any:
        """Return a new line, or a loose end of one that is there."""
        if self.journey.all(Connection) and self.random.random() < 0.5:
            return joining.loose_line(
                self.journey, self.one(Connection), self.random.choice(("source", "target"))
            )
        return joining.new_line(self.plans.ids, self.one(self.random.choice((Card, Card, Stage))))

    def tie_to_card(self) -> Plan:
        return joining.tie_to_card(self.plans.ids, self.tied(), *self.cell(), self.index())

    def tie_to_step(self) -> Plan:
        after = self.random.random() < 0.5
        return joining.tie_to_step(self.plans.ids, self.tied(), self.one(Lane), self.one(Step), after)

    def tie_to_stage(self) -> Plan:
        return joining.tie_to_stage(self.plans.ids, self.tied(), self.one(Stage), self.random.random() < 0.5)

    def move_point(self) -> Plan:
        at, value = self.random.uniform(-0.5, 1.5), self.random.uniform(-2, 2)
        return self.plans.move_point(self.one(Point), step=self.maybe(Step) or None, at=at, value=value)

    def move_points(self) -> Plan:
        at = self.random.choice((0.0, 0.5, 1.0))
        places = {key: (self.one(Step), at, self.random.uniform(-1, 1)) for key in self.several(Point)}
        return self.plans.move_points(places)

    def add_point(self) -> Plan:
        at = self.random.choice((0.0, 0.25, 0.5, 1.0))
        return self.plans.add_point(self.one(Lane), self.maybe(Persona), self.one(Step), at, 0.5)

    def connect(self) -> Plan:
        source, target = (self.one(self.random.choice((Card, Card, Card, Stage))) for _ in range(2))
        return self.plans.connect(source, target, self.random.choice(CONNECTION_KINDS), self.word())

    def connect_new(self) -> Plan:
        return self.plans.connect_new(self.one(Card), *self.cell())

    def reconnect(self) -> Plan:
        end = self.random.choice(("source", "target"))
        return self.plans.reconnect(
            self.one(Connection), **{end: self.one(self.random.choice((Card, Stage)))}
        )

    def disconnect(self) -> Plan:
        key = self.one(Connection)
        return lambda journey: linking.disconnect(journey, key)

    # What no map allows

    def spoiling(self) -> Plan:
        """Return a plan that the map must refuse; raises Impossible."""
        wrongs: tuple[tuple[Any, dict[str, object]], ...] = (
            (Card, {"span": 0}),
            (Card, {"owner": self.one(Stage)}),
            (Card, {"text": "x" * 100_001}),
            (Card, {"lane": "nowhere"}),
            (Lane, {"height": -1.0}),
            (Step, {"stage": self.one(Step)}),
            (Map, {"reviewed": "yesterday"}),
            (Map, {"direction": "up"}),
            (Connection, {"target": self.one(Lane)}),
            (Point, {"value": 1.5}),
        )
        kind, fields = self.random.choice(wrongs)
        return self.plans.set_fields([self.one(kind)], **fields)

    # The clipboard

    def pasting(self, clip: Clip) -> Plan:
        """Return the plan that pastes what was copied somewhere, or nowhere in particular."""
        lane, step, seed = self.maybe(Lane), self.maybe(Step), self.plans.ids.new("seed")
        return lambda journey: pasted(journey, clip, lane=lane, step=step, ids=Ids(seed))

    def pasting_bare(self, clip: Clip) -> Plan:
        """Return the plan that pastes a fragment without its mark, so that all that stood around it comes."""
        parts = [record for record in loads(clip.fragment) if record.kind != "unknown"]
        lane, step, seed = self.maybe(Lane), self.maybe(Step), self.plans.ids.new("seed")
        return lambda journey: paste_fragment(journey, parts, lane=lane, step=step, ids=Ids(seed))

    def pasting_text(self) -> Plan:
        """Return the plan that pastes a table or lines somewhere, or nowhere in particular."""
        lane, step, seed = self.maybe(Lane), self.maybe(Step), self.plans.ids.new("seed")
        text = self.random.choice(TEXTS)
        if self.random.random() < 0.3:
            lines = text.splitlines()
            return lambda journey: pasting.paste_lines(journey, lane, step, lines, Ids(seed))
        return lambda journey: pasted(journey, Clip(text=text), lane=lane, step=step, ids=Ids(seed))

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of what may be selected to be copied."""
        kinds: tuple[Any, ...] = (Card, Card, Stage, Step, Lane, Point, Persona, Connection)
        picked = [key for _ in range(2) for key in self._few(self.random.choice(kinds))]
        return tuple(dict.fromkeys(picked))

    # What is there

    def one(self, kind: Any) -> str:
        """Return the id of a record of that kind; raises Impossible if there is none."""
        return self.several(kind, 1)[0]

    def maybe(self, kind: Any) -> str:
        """Return the id of a record of that kind, or "" as often as not."""
        found = self._few(kind, 1)
        return found[0] if found and self.random.random() < 0.6 else ""

    def several(self, kind: Any, most: int = 3) -> list[str]:
        """Return the ids of some records of that kind; raises Impossible if there is none."""
        found = self._few(kind, most)
        if not found:
            raise Impossible
        return found

    def cell(self) -> tuple[str, str]:
        return self.one(Lane), self.one(Step)

    def index(self) -> int | None:
        return self.random.choice((None, 0, 1, 2, 7))

    def word(self) -> str:
        return self.random.choice(WORDS)

    def _few(self, kind: Any, most: int = 3) -> list[str]:
        row = self.journey.all(kind)
        return [record.id for record in self.random.sample(row, min(len(row), self.random.randint(1, most)))]
