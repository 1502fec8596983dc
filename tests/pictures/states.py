"""The states of the editor that are worth looking at, each set up by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPixmap

from editor.files.format import dumps
from editor.model.edits.wording import retitle
from editor.window.palette import CommandPalette
from editor.window.version_browser import VersionBrowser
from tests.pictures.scene import Scene

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = {"shoe-shop": ("size", "wid"), "clinic-visit": ("نوبت", "نوبت")}
"""What is looked for on each sample: with the find bar, and with the palette."""

NAMES = {
    "shoe-shop": ("Before the workshop", "Sees worn-out soles in the mirror"),
    "clinic-visit": ("پیش از کارگاه", "درد را جدی می‌گیرد"),
}
"""What a version is called, and what is written on a card after it."""

State = Callable[[Scene], QPixmap]


def idle(scene: Scene) -> QPixmap:
    """A card is selected, the mouse is over another one."""
    first, second, *_ = scene.cards("touchpoints")
    scene.click(first)
    scene.hover(scene.at(second))
    return scene.shot()


def dragging(scene: Scene) -> QPixmap:
    """A card is dragged between two others, which make room."""
    first, *_, last = scene.cards("touchpoints")
    with scene.dragging(scene.at(first), scene.at(last, (0.5, 0.05))):
        return scene.shot()


def copying(scene: Scene) -> QPixmap:
    """Two cards are dragged with Ctrl held: copies will be dropped."""
    first, second, *others = scene.cards("touchpoints")
    scene.click(first)
    scene.click(second, CONTROL)
    with scene.dragging(scene.at(first), scene.at(others[-1], (0.5, 0.9)), CONTROL):
        return scene.shot()


def insertion(scene: Scene) -> QPixmap:
    """A stage is dragged by its header; a bar shows where it would go."""
    stages = [scene.view.places.find(key) for key in scene.workspace.bench.facts.stages()[:2]]
    first, second = (spot for spot in stages if spot is not None)
    far = 0.1 if scene.view.places.rtl else 0.9
    with scene.dragging(scene.at(first), scene.at(second, (far, 0.5))):
        return scene.shot()


def rubber_band(scene: Scene) -> QPixmap:
    """A frame is drawn round cards, which are selected as it grows."""
    cards = scene.cards()
    corner, end = scene.at(cards[0], (-0.06, -0.15)), scene.at(cards[-1], (1.04, 1.1))
    if scene.view.places.rtl:
        corner = scene.at(cards[0], (1.06, -0.15))
        end = scene.at(cards[-1], (-0.04, 1.1))
    with scene.dragging(corner, end, SHIFT):
        return scene.shot()


def curve(scene: Scene) -> QPixmap:
    """An emotion is dragged; its level is said beside it."""
    point = scene.points()[1]
    start = scene.at(point)
    with scene.dragging(start, start + QPointF(0, -46)):
        return scene.shot()


def writing(scene: Scene) -> QPixmap:
    """Text is written where it stands."""
    card = scene.cards()[3]
    scene.click(card)
    scene.key(Qt.Key.Key_Return)
    image = scene.shot()
    scene.key(Qt.Key.Key_Escape)
    return image


def connecting(scene: Scene) -> QPixmap:
    """A connection is drawn from a dot of a card to another card."""
    first, *_, last = scene.cards()
    scene.hover(scene.at(first))
    with scene.dragging(scene.at(first, (0.5, 0.99)), scene.at(last)):
        return scene.shot()


def finding(scene: Scene) -> QPixmap:
    """Words are looked for; all hits are listed and selected, one is shown."""
    scene.window.actions_by_id["edit.replace"].trigger()
    bar = scene.workspace.find_bar
    bar.words.setText(WORDS[scene.path.stem][0])
    bar.search()
    bar.walk(1)
    bar.walk(1)
    image = scene.shot()
    bar.words.clear()
    bar.close_bar()
    return image


def palette(scene: Scene) -> QPixmap:
    """The command palette with some letters in it."""
    scene.window.actions_by_id["help.commands"].trigger()
    (shown,) = scene.window.findChildren(CommandPalette)
    shown.field.setText(WORDS[scene.path.stem][1])
    image = scene.shot(shown)
    shown.close()
    shown.deleteLater()
    return image


def inspector(scene: Scene) -> QPixmap:
    """Several cards are selected whose values differ."""
    for card in scene.cards()[1:6]:
        scene.click(card, CONTROL)
    return scene.shot()


def changed_underneath(scene: Scene) -> QPixmap:
    """Another program has changed the file: the bar over the map says so."""
    journey = scene.workspace.session.journey
    other = {
        **journey.by_id(),
        **{key: new for key, (_, new) in retitle(journey, "map", "…").updated.items()},
    }
    scene.path.write_bytes(dumps(other.values()))
    assert scene.workspace.safety is not None
    scene.workspace.safety.look()
    image = scene.shot()
    scene.workspace.session.keep_mine()
    scene.workspace.news.take_back("disk")
    return image


def versions(scene: Scene) -> QPixmap:
    """The browser of versions, the one before the latest risky step chosen."""
    workspace = scene.workspace
    name, text = NAMES[scene.path.stem]
    workspace.watch.versions.keep(name)
    workspace.bench.do("Edit text", workspace.bench.plans.write(scene.cards()[0].ref, text))
    workspace.choose((workspace.bench.facts.stages()[1],))
    scene.window.actions_by_id["edit.delete"].trigger()
    tokens = scene.window.desk.theme.tokens
    shown = VersionBrowser(
        scene.window, workspace.session, workspace.watch.versions, scene.window.asking, tokens
    )
    shown.move(scene.window.pos() + scene.window.rect().center() - shown.rect().center())
    shown.show()
    scene.until(shown.page.sheet.has_image)
    scene.until(lambda: all(shown._thumbs.get(one.file) for one in shown.list.versions()))
    image = scene.shot(shown)
    shown.done(0)
    for _ in range(2):
        workspace.session.undo()
    return image


STATES: dict[str, State] = {
    "idle": idle,
    "dragging a card": dragging,
    "copying two cards": copying,
    "dragging a stage": insertion,
    "rubber band": rubber_band,
    "dragging an emotion": curve,
    "writing in place": writing,
    "connecting": connecting,
    "find and replace": finding,
    "search and commands": palette,
    "several cards": inspector,
    "changed underneath": changed_underneath,
    "versions": versions,
}
