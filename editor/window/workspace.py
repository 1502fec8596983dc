"""One open map with everything round it: outline, canvas, minimap, hints, inspector, review."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from editor.analysis.summary import summary
from editor.canvas import colors
from editor.canvas.view import MapView
from editor.model.records import Stage
from editor.session.bench import Bench
from editor.window import standpoint
from editor.window.hint_words import hint, hint_while_writing
from editor.window.inspector import Inspector
from editor.window.outline import Outline
from editor.window.plain import isolated, label
from editor.window.remedies import lead
from editor.window.review import Review
from editor.window.surroundings import situated
from editor.window.tokens import GRID
from editor.window.touchpoints import Touchpoints
from editor.window.version_watch import VersionWatch
from editor.window.whereabouts import whereabouts

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from editor.analysis.summary import Summary
    from editor.model.change import Change
    from editor.model.records import Card
    from editor.model.trouble import Trouble
    from editor.session.session import Session
    from editor.window.desk import Desk
    from editor.window.find_replace import FindBar
    from editor.window.news import NewsBar
    from editor.window.safety import Safety
    from editor.window.situation import Situation
    from editor.window.whereabouts import Whereabouts

_QUIET = 120
"""Milliseconds without a change after which the review is made anew."""


class Workspace(QWidget):
    """Shows a session; knows what is selected and passes every change of it on to the panels."""

    situation_changed = Signal()
    counted = Signal()

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.session, self._alone = session, False
        self.bench = Bench(session)
        self._desk = desk
        self.safety: Safety | None = None
        self._summary: Summary | None = None
        self.view = MapView()
        self.view.set_bench(self.bench)
        self.view.hints.while_writing = hint_while_writing
        self.touchpoints = Touchpoints(session.journey, desk.icons)
        self.outline = Outline(session.journey, not session.read_only)
        self.inspector = Inspector(session.journey, self.bench, at_once=False)
        self.review = Review()
        self.watch = VersionWatch(self, desk.log_folder / "versions")
        self._arrange()
        self._connect()
        self.view.set_picture(session.picture)
        self._wear()
        self._show_hint()

    # What is selected

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the selected elements."""
        return tuple(key for key in self.view.selection if key in self.session.journey)

    def choose(self, keys: tuple[str, ...], reveal: bool = False) -> None:
        """Select the elements with these ids, and show them."""
        self.view.select(keys, reveal)

    def settle(self) -> None:
        """Keep what is being written on the map or in the inspector, before something else is done."""
        self.view.finish_writing()
        self.inspector.keep()

    def whereabouts(self) -> Whereabouts:
        """Return where on the map the selection is."""
        return whereabouts(self.session.journey, self.chosen(), self.view.choice.focus)

    def cell(self) -> str:
        """Return the cell "lane|step" in which the selection is."""
        where = self.whereabouts()
        return f"{where.lane}|{where.step}"

    def situation(self) -> Situation:
        """Return the facts that decide which actions can work."""
        return situated(self.session, self.bench.facts, self.chosen(), self.view.choice.focus)

    @cached_property
    def news(self) -> NewsBar:
        """The bar over the map that says what is to be known about its file; made for the first news."""
        from editor.window.news import NewsBar

        made = NewsBar(self._middle)
        made.setFocusProxy(self.view)
        self._middle.layout().insertWidget(0, made)
        return made

    @cached_property
    def find_bar(self) -> FindBar:
        """The bar over the map that finds words, with the list of hits; made for the first search."""
        from editor.window.find_replace import FindBar

        made = FindBar(self, lambda: self._desk.theme.tokens)
        rows = self._middle.layout()
        rows.insertWidget(rows.count() - 1, made)
        self._beside.insertWidget(0, made.list)
        return made

    # What the map holds

    def summary(self) -> Summary | None:
        """Return the numbers of the map, None until they were counted for the first time."""
        return self._summary

    def cards_in_order(self) -> list[Card]:
        """Return all cards in reading order: column by column, lane by lane."""
        stages = self.session.journey.all(Stage)
        return [card for stage in stages for card in self.outline.cards(stage.id)]

    # What is shown

    def refuse(self, trouble: Trouble, about: str = "") -> None:
        """Say under the map why something, perhaps with a file, cannot be done: nobody has to answer."""
        from editor.window.asking import trouble_words

        self.view.hints.refuse(f"{isolated(about)}:" if about else "", *trouble_words(trouble))

    def show_panel(self, name: str, shown: bool) -> None:
        """Show or hide outline, inspector, minimap or hints."""
        if name == "hints":
            kinds = {self.bench.facts.kind(key) for key in self.chosen()}
            self.view.hints.say(hint(self.session.read_only, kinds, self._takes()) if shown else "")
        else:
            self._panels[name].setVisible(shown)

    def _takes(self) -> str:
        """Return what the cell in focus takes: "cards", "points", or "" where nothing or no cell is."""
        lane, parted, _ = self.view.choice.focus.partition("|")
        facts = self.bench.facts
        if not parted or not facts.kind(lane):
            return ""
        return "cards" if facts.takes_cards(lane) else "points" if facts.takes_points(lane) else ""

    def show_all_panels(self, shown: bool) -> None:
        """Hide everything but the map, or show what the settings want shown."""
        self._alone = not shown
        for name in (*self._panels, "hints"):
            self.show_panel(name, shown and self._desk.settings.shown(name))

    def show_map_details(self) -> None:
        """Show the map's own fields in the inspector."""
        self.choose(())
        self.inspector.show_elements(())
        self._right_area.setFocus()

    def walk_panes(self, by: int) -> None:
        """Give the focus to the next pane: outline, map, inspector, review."""
        from editor.window.panes import walk

        own = {pane: pane for pane in (self.touchpoints, self.outline, self.view)}
        walk({**own, self._right_area: self.inspector}, by)

    def close_session(self, *, leave: bool = False) -> None:
        """Let go of the session and remember the widths of the panels; `leave` offers the rest next time."""
        if leave:
            self.settle()
        if self.session.path is not None and self._summary is not None:
            standpoint.keep(self.view, self._desk.settings, self.session.path)
        self._unsubscribe()
        self.watch.end()
        if self.safety is not None:
            self.safety.leave() if leave else self.safety.end()
        self._desk.settings.set_shape("panels", self._splitter.saveState())

    def _arrange(self) -> None:
        heading = label(self.tr("Outline"), "heading")
        heading.setContentsMargins(GRID, 0, 0, 0)
        above = label(self.tr("Touchpoints"), "heading")
        above.setContentsMargins(GRID, 0, 0, 0)
        left = _panel(above, self.touchpoints, _space(), heading, self.outline)
        right = self._right_area = self._made_right_area()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._middle = self._made_middle()
        for widget in (left, self._middle, right):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([232, 1000, 280])
        self._splitter.restoreState(self._desk.settings.shape("panels"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._panels = {"outline": left, "inspector": right, "minimap": self.view.minimap}
        self.show_all_panels(True)

    def _made_middle(self) -> QWidget:
        """Return the map, with room for the hits of a search beside it, and for bars on top."""
        middle = QWidget()
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addWidget(self.view, 1)
        rows.addLayout(self._beside, 1)
        return middle

    def _made_right_area(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.inspector)
        rows.addWidget(_rule())
        rows.addWidget(self.review)
        rows.addStretch(1)
        area = QScrollArea()
        area.setObjectName("panel")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(240)
        area.setWidget(page)
        return area

    def _connect(self) -> None:
        self._unsubscribe = self.session.subscribe(self._take)
        self.view.selection_changed.connect(self._selected)
        self.view.focus_changed.connect(self._focused)
        self.outline.chosen.connect(lambda key: self.choose((key,), reveal=True))
        self.review.chosen.connect(lambda keys, code: lead(self, keys, code))
        self._desk.theme.changed.connect(self._wear)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._count)

    def _take(self, change: Change) -> None:
        if change:
            self.view.set_picture(self.session.picture)
            self.outline.take(change, moving=self.session.history.gesture_open)
            self.touchpoints.take(change)
            self.inspector.refresh()
            self.view.hints.relent()
            self._quiet.start()
        self.situation_changed.emit()

    def _selected(self) -> None:
        keys = self.chosen()
        self.inspector.show_elements(keys)
        self.outline.mark(keys[-1] if keys else "")
        self._show_hint()
        self.situation_changed.emit()

    def _focused(self) -> None:
        if not self.chosen():
            self._show_hint()
        self.situation_changed.emit()

    def _count(self) -> None:
        self._summary = summary(self.session.journey)
        from editor.analysis.findings import findings

        self.review.show_findings(findings(self.session.journey))
        self.counted.emit()

    def _wear(self) -> None:
        self.view.set_colors(colors.DARK if self._desk.theme.tokens.dark else colors.LIGHT)

    def _show_hint(self) -> None:
        self.show_panel("hints", self._desk.settings.shown("hints") and not self._alone)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what is on the map as soon as it is painted."""
        super().showEvent(event)
        if self._summary is None:
            self._quiet.start()
            if self.session.path is not None:
                standpoint.find(self.view, self._desk.settings, self.session.path)


def _panel(*parts: QWidget) -> QWidget:
    panel = QWidget()
    panel.setObjectName("panel")
    panel.setMinimumWidth(168)
    rows = QVBoxLayout(panel)
    rows.setContentsMargins(GRID, 2 * GRID, GRID // 2, 0)
    rows.setSpacing(GRID)
    for part in parts:
        rows.addWidget(part)
    return panel


def _space() -> QWidget:
    space = QWidget()
    space.setFixedHeight(GRID)
    return space


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    return rule
