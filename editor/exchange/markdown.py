"""A journey as a document in Markdown: to be read as it is, sent by mail, or kept beside the code.

Every text of the map goes through `editor.exchange.plain`; whatever has a mark is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.exchange.plain import plain, plain_lines
from editor.exchange.words import DocumentWords, document_words
from editor.model.edits.wording import title
from editor.model.journey import Journey
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Image,
    Lane,
    Note,
    Owner,
    Persona,
    Point,
    Record,
    Stage,
    Step,
)
from editor.model.values import Evidence


def markdown_bytes(journey: Journey) -> bytes:
    """Return the Markdown file of a journey: UTF-8."""
    return markdown_text(journey).encode("utf-8")


def markdown_text(journey: Journey) -> str:
    """Return a journey as Markdown in its own language: head, personas, stages, connections, notes.

    Lanes that are hidden on the map are left out here as well.
    """
    document = _Document(journey)
    parts = (document.head, document.personas, document.stages, document.connections, document.notes)
    return "\n\n".join(block for part in parts for block in part() if block) + "\n"


class _Document:
    """One journey being written, block by block; blocks are parted by empty lines."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._words = document_words(journey.map.language)
        self._lanes = [lane for lane in journey.all(Lane) if not lane.hidden]

    def head(self) -> Iterator[str]:
        """Yield the title, the summary and what the map says of itself."""
        about, words = self._journey.map, self._words
        yield f"# {plain(about.title) or words('untitled_map')}"
        yield _paragraph(about.summary)
        said = [(key, getattr(about, key)) for key in ("goal", "begins", "ends", "team", "version")]
        facts = [words(key, **{key: plain(text)}) for key, text in said if text]
        days = [(key, getattr(about, key)) for key in ("reviewed", "next_review")]
        facts += [words(key, date=words.date(day)) for key, day in days if day]
        yield _items(fact[:1].upper() + fact[1:] for fact in facts)

    def personas(self) -> Iterator[str]:
        """Yield a section about each persona."""
        personas = self._journey.all(Persona)
        if personas:
            yield f"## {self._words('personas')}"
        for persona in personas:
            yield f"### {self._name(persona.name)}"
            yield _paragraph(persona.summary)
            yield _items([self._words("persona_goals", goals=plain(persona.goals))] if persona.goals else [])

    def stages(self) -> Iterator[str]:
        """Yield a section for each stage: its steps, in them the lanes, in them the cards."""
        for stage in self._journey.all(Stage):
            yield f"## {self._stage_title(stage)}"
            names = self._words("comma").join(map(plain, filter(None, stage.aliases)))
            yield self._words("also_called", names=names) if names else ""
            yield _paragraph(stage.summary)
            steps = self._journey.steps(stage.id)
            for number, step in enumerate(steps, 1):
                yield from self._step(step, number if len(steps) > 1 else 0)

    def connections(self) -> Iterator[str]:
        """Yield the list of what leads where."""
        links = sorted(filter(self._is_shown, self._journey.all(Connection)), key=self._begins)
        if links:
            yield f"## {self._words('connections')}"
            yield _items(map(self._connection, links))

    def notes(self) -> Iterator[str]:
        """Yield the numbered remarks."""
        notes = [note for note in self._journey.all(Note) if not note.about or self._is_about_shown(note)]
        if notes:
            yield f"## {self._words('notes')}"
            yield "\n".join(f"{number}. {self._note(note)}" for number, note in enumerate(notes, 1))

    def _step(self, step: Step, number: int) -> Iterator[str]:
        """Yield a step; the only one of a stage has a heading only if it has a title."""
        heading = plain(step.title) or (self._words.digits(str(number)) if number else "")
        if heading:
            yield f"### {heading}"
        level = "####" if heading else "###"
        for lane in self._lanes:
            items = [*self._cards(lane, step), *self._emotions(lane, step)]
            if items:
                yield f"{level} {self._lane_title(lane)}"
                yield "\n".join(items)

    def _cards(self, lane: Lane, step: Step) -> Iterator[str]:
        for card in self._journey.cell(lane.id, step.id):
            shown = plain_lines(card.text) or [self._words("unnamed")]
            yield _item("\\\n  ".join(shown), self._words("sep").join(self._about_card(card)))

    def _about_card(self, card: Card) -> Iterator[str]:
        """Yield what a card says besides its text."""
        words, journey = self._words, self._journey
        if card.owner:
            yield words("owner", name=self._name(journey.one(Owner, card.owner).name))
        if card.channel:
            yield words("channel", name=self._name(journey.one(Channel, card.channel).name))
        if card.personas:
            names = (self._name(journey.one(Persona, key).name) for key in card.personas)
            yield words("only_for", names=words("comma").join(names))
        yield from self._signs_of(card)
        yield from _evidence(card.evidence, words)
        if card.image and (alt := plain(journey.one(Image, card.image).alt)):
            yield words("picture", alt=alt)

    def _signs_of(self, card: Card) -> Iterator[str]:
        """Yield in words what the map shows as signs."""
        words = self._words
        if card.initiator:
            yield words(card.initiator)
        if card.moment_of_truth:
            yield words("moment_of_truth")
        if card.pain:
            severity = words("severity", severity=words.digits(str(card.pain.severity)))
            yield words("comma").join((words(card.pain.nature), severity))
        if card.opportunity:
            impact, effort = words(card.opportunity.impact), words(card.opportunity.effort)
            yield words("grades", impact=impact, effort=effort)

    def _emotions(self, lane: Lane, step: Step) -> Iterator[str]:
        for point in self._journey.points(lane.id):
            if point.step == step.id:
                details = [*plain_lines(point.text), *_evidence(point.evidence, self._words)]
                yield _item(self._emotion(point), self._words("sep").join(details))

    def _emotion(self, point: Point) -> str:
        level = self._words.level(point.value, self._journey.map.levels)
        return self._words(
            "emotion",
            name=self._name(self._journey.one(Persona, point.persona).name),
            value=self._words.signed(point.value),
            level=plain(level),
        )

    def _connection(self, link: Connection) -> str:
        way = self._words("from_to", source=self._end(link.source), target=self._end(link.target))
        kind = self._words(link.connection_kind)
        said = ": ".join(filter(None, (kind, plain(link.text))))
        return f"{way} – {self._words.isolated(said)}" if said else way

    def _begins(self, link: Connection) -> tuple[int, int]:
        """Return what connections are sorted by: column and lane of where they begin, stages first."""
        source = self._journey.get(link.source)
        if isinstance(source, Card):
            return self._journey.column(source.step), self._lanes.index(self._journey.one(Lane, source.lane))
        return self._journey.column(self._journey.steps(link.source)[0].id), -1

    def _is_about_shown(self, note: Note) -> bool:
        return self._is_shown(self._journey.get(note.about))

    def _is_shown(self, record: Record) -> bool:
        """Tell whether a record is neither hidden nor leads to something that is."""
        if isinstance(record, Connection):
            return all(self._is_shown(self._journey.get(end)) for end in (record.source, record.target))
        if isinstance(record, Card | Point):
            return self._is_shown(self._journey.get(record.lane))
        return not (isinstance(record, Lane) and record.hidden)

    def _end(self, key: str) -> str:
        """Return what stands at an end of a connection; cards with the stage they stand in."""
        record = self._journey.get(key)
        if not isinstance(record, Card):
            return self._stage_title(self._journey.one(Stage, key))
        stage = self._journey.one(Stage, self._journey.one(Step, record.step).stage)
        return self._words("within", text=self._name(record.text), whole=self._stage_title(stage))

    def _note(self, note: Note) -> str:
        text = plain(note.text) or self._words("unnamed")
        if not note.about or note.about == self._journey.map.id:
            return text
        return self._words("about", text=text, title=self._name(title(self._journey.get(note.about))))

    def _name(self, name: str) -> str:
        return plain(name) or self._words("unnamed")

    def _stage_title(self, stage: Stage) -> str:
        return plain(stage.title) or self._words("untitled_stage")

    def _lane_title(self, lane: Lane) -> str:
        name = plain(lane.title) or self._words(lane.lane_kind)
        if not lane.persona:
            return name
        persona = self._journey.one(Persona, lane.persona).name
        return self._words("within", text=name, whole=self._name(persona))


def _evidence(evidence: Evidence | None, words: DocumentWords) -> Iterator[str]:
    if evidence:
        day = words.date(evidence.date) if evidence.date else ""
        parts = filter(None, (plain(evidence.source), day, plain(evidence.method)))
        source = words("comma").join(parts)
        level = words(evidence.level)
        yield words("source", level=level, source=source) if source else level


def _paragraph(text: str) -> str:
    return "\\\n".join(plain_lines(text))


def _items(texts: Iterable[str]) -> str:
    return "\n".join(map(_item, texts))


def _item(text: str, details: str = "") -> str:
    return f"- {text}\n  - {details}" if details else f"- {text}"
