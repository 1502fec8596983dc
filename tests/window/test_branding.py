"""Colours, icons, pictures, themes and brands in the hands of people; each choice is one step."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image as Pixels
from PIL import ImageChops
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from editor import RESOURCES
from editor.layout.color import contrast
from editor.model.change import Change
from editor.model.ids import Ids
from editor.model.records import Channel, Image, Lane, Map, Owner, Persona, Stage
from editor.picture.frame import Frame, Picture
from editor.session.bench import Bench
from editor.session.drawing import THEMES
from editor.session.session import Session
from editor.window import field_picture
from editor.window.brand_dialog import BrandDialog
from editor.window.field_picture import PictureField
from editor.window.icon_names import NAMES, icon_name
from editor.window.icons import Icons
from editor.window.incoming import picture
from editor.window.inspector import Inspector
from editor.window.map_deeds import LOOKS
from editor.window.theme_names import NAMES as THEME_NAMES
from editor.window.tokens import LIGHT
from editor.window.touchpoints import Touchpoints
from tests.build import EMOTIONS, journey
from tests.parcels import urls
from tests.window.desk import SAMPLES, answer


@pytest.fixture
def session() -> Session:
    more = (
        Owner("owner-1", "a0", "Support"),
        Owner("owner-2", "a1", "Shop", "#123456"),
        Persona("persona-1", "a0", "Runner"),
        Channel("channel-1", "a0", "Web", "web"),
        Lane(EMOTIONS, "z5", "emotions"),
    )
    return Session(journey("Learn: ad, search > Buy: shop", *more), lambda _: Picture(Frame(0, 0, 1, 1)))


def field(inspector: Inspector, key: str, name: str):
    inspector.show_elements((key,) if key else ())
    return inspector.fields.row(name).field


def png(path: Path, side: int = 20, color: str = "#d55e00") -> Path:
    Pixels.new("RGB", (side, side // 2), color).save(path, "PNG")
    return path


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("stage-learn", Stage),
        ("owner-1", Owner),
        ("persona-1", Persona),
        ("channel-1", Channel),
        (EMOTIONS, Lane),
    ],
)
def test_a_colour_is_chosen_among_swatches(qtbot, inspector, session, key, kind):
    button = field(inspector, key, "Colour")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    swatch = button.popup.swatches[3]
    qtbot.mouseClick(swatch, Qt.MouseButton.LeftButton)
    assert session.journey.one(kind, key).color == swatch.color
    assert session.history.done == ("Set colour",)
    button = field(inspector, key, "Colour")
    button.open()
    qtbot.mouseClick(button.popup.automatic, Qt.MouseButton.LeftButton)
    assert session.journey.one(kind, key).color == ""


def test_swatches_are_walked_with_the_arrow_keys(qtbot, inspector, session):
    button = field(inspector, "owner-1", "Colour")
    button.open()
    popup = button.popup
    popup.swatches[0].setFocus()
    qtbot.keyClick(popup.swatches[0], Qt.Key.Key_Right)
    qtbot.keyClick(popup.swatches[1], Qt.Key.Key_Down)
    qtbot.keyClick(popup.swatches[9], Qt.Key.Key_Space)
    assert session.journey.one(Owner, "owner-1").color == popup.swatches[9].color


def test_the_popup_offers_theme_tints_and_what_is_in_use(inspector):
    button = field(inspector, "owner-1", "Colour")
    button.open()
    colors = [swatch.color for swatch in button.popup.swatches]
    assert colors[0] == "#0072b2"
    assert len(colors) == 17
    assert colors[-1] == "#123456"
    button.popup.close()


def test_another_colour_is_asked_for_in_the_system_s_way(qtbot, inspector, session):
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QColorDialog

    button = field(inspector, "owner-1", "Colour")
    button.open()
    qtbot.mouseClick(button.popup.other, Qt.MouseButton.LeftButton)
    dialog = inspector.findChild(QColorDialog)
    dialog.setCurrentColor(QColor("#aabbcc"))
    dialog.accept()
    assert session.journey.one(Owner, "owner-1").color == "#aabbcc"


def test_levels_have_colours_one_by_one(qtbot, inspector, session):
    row = field(inspector, "", "Colours of levels, the best first")
    assert len(row.colors) == 5
    row.colors[1].given.emit("#7a1fa2")
    assert session.journey.map.level_colors == ("", "#7a1fa2")
    row.colors[4].given.emit("#005a41")
    assert session.journey.map.level_colors == ("", "#7a1fa2", "", "", "#005a41")
    row.colors[4].given.emit("")
    assert session.journey.map.level_colors == ("", "#7a1fa2")
    row.reset.click()
    assert session.journey.map.level_colors == ()
    assert set(session.history.done) == {"Set colours of levels"}


def test_a_brand_is_two_colours_in_the_inspector(inspector, session):
    row = field(inspector, "", "Brand colours")
    row.colors[0].given.emit("#7a1fa2")
    row.colors[1].given.emit("#ffb300")
    assert session.journey.map.brand == ("#7a1fa2", "#ffb300")
    session.undo()
    assert session.journey.map.brand == ("#7a1fa2",)
    row.reset.click()
    assert session.journey.map.brand == ()


def test_the_theme_is_picked_by_its_picture_and_name(inspector, session):
    box = field(inspector, "", "Theme")
    assert [box.itemText(place) for place in range(box.count())] == [
        "Paper", "Sand", "Sea", "High contrast", "Print grey",
    ]  # fmt: skip
    assert not box.itemIcon(1).isNull()
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert session.journey.map.theme == "warm"
    assert session.history.done == ("Set theme",)


def test_owners_have_initials(qtbot, inspector, session):
    row = field(inspector, "owner-1", "Initials")
    row.selectAll()
    row.insertPlainText("XY")
    row.keep()
    assert session.journey.one(Owner, "owner-1").initials == "XY"


# Icons


def test_an_icon_is_found_by_what_it_stands_for(qtbot, inspector, session):
    button = field(inspector, "channel-1", "Icon")
    assert button.text() == "Website"
    button.open()
    grid = button.popup
    assert len(grid.shown()) == 88
    qtbot.keyClicks(grid.search, "courier")
    assert grid.shown() == ["truck"]
    qtbot.keyClick(grid.search, Qt.Key.Key_Return)
    assert session.journey.one(Channel, "channel-1").icon == "truck"
    assert session.history.done == ("Set icon",)


def test_an_icon_is_clicked_or_taken_with_the_keyboard(qtbot, inspector, session):
    button = field(inspector, "channel-1", "Icon")
    button.open()
    grid = button.popup
    qtbot.keyClick(grid.search, Qt.Key.Key_Down)
    grid.grid.setCurrentRow(0)
    qtbot.keyClick(grid.grid, Qt.Key.Key_Return)
    assert session.journey.one(Channel, "channel-1").icon == "mail"


def test_every_icon_has_a_name(inspector):
    button = field(inspector, "channel-1", "Icon")
    button.open()
    names = button.popup.shown()
    button.popup.close()
    assert set(NAMES) <= set(names)
    assert all(icon_name(name) and "_" not in icon_name(name) for name in names)
    assert names[0] in NAMES


# Pictures


@pytest.mark.parametrize(
    ("key", "name", "attribute"),
    [("channel-1", "Own picture", "image"), ("persona-1", "Picture", "image"), ("", "Logo", "logo"),
     ("card-ad", "Picture", "image")],
)  # fmt: skip
def test_a_picture_comes_from_a_file_and_goes_again(inspector, session, tmp_path, key, name, attribute):
    row = field(inspector, key, name)
    before = session.journey.by_id()
    row.chosen.emit(png(tmp_path / "shoe.png", 1200))
    (image,) = session.journey.all(Image)
    record = session.journey.get(key or "map")
    assert getattr(record, attribute) == image.id
    assert image.alt == "shoe"
    most = {"channel-1": 256, "persona-1": 320, "": 800, "card-ad": 1200}[key]
    assert max(Pixels.open(io.BytesIO(image.data)).size) == most
    row = inspector.fields.row(name).field
    row.remove.click()
    assert session.journey.by_id() == before
    session.undo()
    assert session.journey.all(Image) == (image,)
    assert session.history.done == ("Set picture",)


def test_one_picture_in_two_places_is_kept_once(inspector, session, tmp_path):
    file = png(tmp_path / "shoe.png")
    field(inspector, "persona-1", "Picture").chosen.emit(file)
    field(inspector, "channel-1", "Own picture").chosen.emit(file)
    assert len(session.journey.all(Image)) == 1


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        (
            "a.svg",
            b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
            "SVG pictures are not taken",
        ),
        ("a.png", b"<svg></svg>", "SVG pictures are not taken"),
        ("a.png", b"not a picture", "cannot be read"),
        ("a.jpg", b"\xff\xd8\xff\xe0junk", "cannot be read"),
        ("a.png", b"", "cannot be read"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_reason(inspector, session, tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    inspector.show_elements(("persona-1",))
    row = inspector.fields.row("Picture")
    row.field.chosen.emit(tmp_path / name)
    assert reason in row.refusal()
    assert session.history.done == ()


def test_the_palette_shows_a_channel_s_own_picture(qtbot, session, tmp_path):
    palette = Touchpoints(session.journey, Icons(RESOURCES / "icons" / "icons.json", LIGHT))
    qtbot.addWidget(palette)
    session.subscribe(palette.take)
    bench = Bench(session, Ids(1))
    bench.do("x", bench.plans.set_picture(["channel-1"], picture(png(tmp_path / "a.png"), "channel")))
    assert palette.item(0).icon().pixmap(22, 22).toImage().pixelColor(11, 5).name() == "#d55e00"


def seen(icon) -> str:
    """The colour of a disc, left of the sign that may stand on it."""
    image = icon.pixmap(22, 22).toImage()
    return image.pixelColor(image.width() * 4 // 22, image.height() // 2).name()


@pytest.mark.parametrize("theme", THEMES)
def test_a_channel_has_one_colour_in_the_list_and_in_the_inspector(qtbot, session, inspector, theme):
    bench, (first, second) = Bench(session, Ids(1)), ("channel-1", "channel-2")
    bench.do("x", lambda _: Change(added={second: Channel(second, "a1", "Shop", "store", "#123456")}))
    palette = Touchpoints(session.journey, Icons(RESOURCES / "icons" / "icons.json", LIGHT))
    qtbot.addWidget(palette)
    session.subscribe(palette.take)
    bench.do("x", bench.plans.set_fields(["map"], theme=theme))
    shown = [seen(palette.item(row).icon()) for row in (0, 1)]
    inspector.show_elements(())
    assert [seen(inspector.roster("channel").line(key).color.icon()) for key in (first, second)] == shown
    assert [seen(field(inspector, key, "Colour").icon()) for key in (first, second)] == shown
    assert shown[1] == "#123456"
    assert contrast("#ffffff", shown[0]) >= 4.4


def test_a_picture_with_too_many_pixels_is_refused(inspector, session, tmp_path):
    Pixels.new("1", (8000, 6000)).save(tmp_path / "wide.png")
    inspector.show_elements(("persona-1",))
    row = inspector.fields.row("Picture")
    row.field.chosen.emit(tmp_path / "wide.png")
    assert "megapixels" in row.refusal()
    assert session.history.done == ()


def test_a_picture_is_dropped_on_its_field(qtbot, tmp_path):
    row = PictureField()
    qtbot.addWidget(row)
    row.show()
    found: list[Path] = []
    row.chosen.connect(found.append)
    mime = urls(png(tmp_path / "a.png"))
    actions, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), actions, mime, buttons, keys)
    row.dragEnterEvent(enter)
    assert enter.isAccepted()
    row.dropEvent(QDropEvent(QPointF(5, 5), actions, mime, buttons, keys))
    assert found == [tmp_path / "a.png"]


def test_a_picture_is_asked_for(qtbot, monkeypatch, tmp_path):
    row = PictureField()
    qtbot.addWidget(row)
    found: list[Path] = []
    row.chosen.connect(found.append)
    asked = (("", ""), (str(tmp_path / "a.png"), ""))
    for names in asked:
        monkeypatch.setattr(field_picture.QFileDialog, "getOpenFileName", lambda *_, names=names: names)
        row.choose.click()
    assert found == [tmp_path / "a.png"]


# The whole look


@pytest.fixture
def dialog(qtbot, session) -> BrandDialog:
    parent = Inspector(session.journey)
    qtbot.addWidget(parent)
    made = BrandDialog(parent, Bench(session, Ids(1)))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    made.owner = parent  # Python would let it go, and the dialog with it
    return made


def test_the_map_wears_what_is_chosen_at_once_and_keeps_it_as_one_step(dialog, session, tmp_path):
    dialog.themes.setCurrentRow(THEMES.index("sea"))
    assert session.journey.map.theme == "sea"
    dialog.colors[0].given.emit("#7a1fa2")
    dialog.colors[1].given.emit("#ffb300")
    dialog.logo.chosen.emit(png(tmp_path / "logo.png"))
    assert session.journey.map.brand == ("#7a1fa2", "#ffb300")
    assert session.journey.map.logo in session.journey
    dialog.accept()
    assert session.history.done == ("Set theme and branding",)
    session.undo()
    assert session.journey.map == Map()
    assert session.journey.all(Image) == ()


def test_giving_up_puts_everything_back(dialog, session):
    dialog.themes.setCurrentRow(2)
    dialog.colors[0].given.emit("#7a1fa2")
    dialog.reject()
    assert session.journey.map == Map()
    assert session.history.done == ()


def test_reset_is_one_step_as_well(qtbot, session, tmp_path):
    bench = Bench(session, Ids(1))
    bench.do("look", bench.plans.set_fields(["map"], theme="warm", brand=("#7a1fa2",)))
    parent = Inspector(session.journey)
    qtbot.addWidget(parent)
    made = BrandDialog(parent, bench)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.logo.chosen.emit(png(tmp_path / "logo.png"))
    made.reset()
    made.accept()
    assert session.journey.map == Map()
    assert session.history.done == ("look", "Set theme and branding")


def test_a_bad_logo_is_refused_in_the_dialog(dialog, session, tmp_path):
    (tmp_path / "logo.svg").write_text("<svg/>")
    dialog.logo.chosen.emit(tmp_path / "logo.svg")
    assert "SVG" in dialog.refusal.text()
    assert not dialog.refusal.isHidden()
    dialog.reject()
    assert session.history.done == ()


def test_menus_offer_the_themes_that_there_are() -> None:
    assert LOOKS == THEMES == tuple(THEME_NAMES)


@pytest.fixture
def window(desk, tmp_path):
    made = desk.new_window()
    answer(made)
    made.open_path(Path(shutil.copy(SAMPLES / "shoe-shop.journey", tmp_path)))
    return made


def test_the_menu_dresses_the_map(window):
    workspace = window.opened
    window.actions_by_id["look.grey"].trigger()
    assert workspace.session.journey.map.theme == "grey"
    assert window.actions_by_id["look.grey"].isChecked()
    assert not window.actions_by_id["look.paper"].isChecked()
    window.actions_by_id["look.grey"].trigger()
    assert workspace.session.history.done == ("Set theme",)
    window.actions_by_id["look.brand"].trigger()
    dialog = window.findChild(BrandDialog)
    dialog.colors[0].given.emit("#7a1fa2")
    dialog.accept()
    assert workspace.session.history.done == ("Set theme", "Set theme and branding")


def test_a_picture_that_falls_on_a_persona_becomes_its_picture(window, tmp_path):
    session = window.opened.session
    key = session.journey.all(Persona)[0].id
    window.opened.view.file_dropped.emit(str(png(tmp_path / "nina.png")), key)
    window.opened.view.file_dropped.emit(str(png(tmp_path / "logo.png", color="#0072b2")), "map")
    assert session.journey.one(Persona, key).image in session.journey
    assert session.journey.map.logo in session.journey
    (tmp_path / "bad.png").write_bytes(b"<svg>")
    window.opened.view.file_dropped.emit(str(tmp_path / "bad.png"), key)
    assert "SVG" in window.opened.view.hints.refusal


def test_the_export_offers_greys(qtbot, window, tmp_path):
    from editor.window.export_dialog import ExportDialog
    from editor.window.file_deeds import _grey
    from editor.window.tokens import LIGHT
    from tests.window.desk import Answers

    session = window.opened.session
    made = ExportDialog(None, session.picture, tmp_path / "a.pdf", Answers(), LIGHT)
    qtbot.addWidget(made)
    assert made.choices.grey.isHidden()
    asked: list[int] = []
    made.offer_grey(lambda: asked.append(1) or _grey(session))
    made.show()
    made.choices.grey.setChecked(True)
    made.choices.grey.setChecked(False)
    made.choices.grey.setChecked(True)
    assert asked == [1]
    made.choices.format.choose("png")
    made.export_to(tmp_path / "a.png")
    qtbot.waitUntil(lambda: not made.busy(), timeout=30_000)
    red, green, blue = Pixels.open(tmp_path / "a.png").convert("RGB").resize((300, 200)).split()
    assert max(ImageChops.difference(red, green).getextrema()) <= 2
    assert max(ImageChops.difference(red, blue).getextrema()) <= 2
