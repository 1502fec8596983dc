"""Theme and branding of a map: chosen beside the map, which wears them at once; one step when it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.layout.branding import branded
from editor.model.edits.picturing import set_picture
from editor.model.edits.wording import set_fields
from editor.model.trouble import Trouble
from editor.session.drawing import THEMES, shipped_theme
from editor.window.field_colors import ColorField
from editor.window.field_picture import PictureField
from editor.window.field_row import sentence
from editor.window.palette_of import offer, usual_brand
from editor.window.plain import label
from editor.window.theme_names import PREVIEW, theme_icon, theme_name
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from pathlib import Path

    from editor.model.change import Change
    from editor.model.journey import Journey
    from editor.model.records import Image
    from editor.session.bench import Bench

noop = QT_TRANSLATE_NOOP
STEP = noop("Steps", "Set theme and branding")
_NAME = Qt.ItemDataRole.UserRole
_UNCHANGED: Any = object()


class BrandDialog(QDialog):
    """Chooses theme, two brand colours and the logo; the map shows them while they are chosen."""

    def __init__(self, parent: QWidget, bench: Bench) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Theme and branding"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(340)
        self._bench = bench
        sheet = bench.facts.journey.map
        self._theme, self._logo = sheet.theme, _UNCHANGED
        self._brand = [*sheet.brand, "", ""][:2]
        self.themes = self._made_themes()
        self.colors = [ColorField(), ColorField()]
        self.logo = PictureField()
        self.refusal = label("", "danger", wrap=True)
        self.refusal.hide()
        self._gesture = bench.gesture(STEP)
        self._arrange()
        self._show()
        for place, field in enumerate(self.colors):
            field.given.connect(lambda color, place=place: self._set_color(place, str(color)))
        self.themes.currentItemChanged.connect(self._set_theme)
        self.logo.chosen.connect(self._take_logo)
        self.logo.removed.connect(lambda: self._set_logo(None))
        self.finished.connect(self._end)

    def reset(self) -> None:
        """Go back to the usual theme without a brand and without a logo."""
        self._brand, self._theme, self._logo = ["", ""], THEMES[0], None
        self._preview()

    def _made_themes(self) -> QListWidget:
        themes = QListWidget()
        themes.setAccessibleName(self.tr("Theme"))
        themes.setIconSize(QSize(*PREVIEW))
        themes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in THEMES:
            item = QListWidgetItem(theme_name(name))
            item.setData(_NAME, name)
            item.setSizeHint(QSize(0, PREVIEW[1] + GRID))
            themes.addItem(item)
        themes.setFixedHeight(len(THEMES) * (PREVIEW[1] + GRID) + 2 * GRID)
        return themes

    def _arrange(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        rows.setSpacing(GRID)
        rows.addWidget(label(self.tr("Theme"), "field"))
        rows.addWidget(self.themes)
        rows.addWidget(label(self.tr("Brand colours"), "field"))
        pair = QHBoxLayout()
        for field, name in zip(self.colors, (self.tr("First colour"), self.tr("Second colour")), strict=True):
            field.setAccessibleName(name)
            field.setToolTip(name)
            pair.addWidget(field, 1)
        rows.addLayout(pair)
        told = self.tr("Where words would not read on a colour, the map draws it darker or lighter.")
        rows.addWidget(label(told, "muted", wrap=True))
        rows.addWidget(label(self.tr("Logo"), "field"))
        rows.addWidget(self.logo)
        rows.addWidget(self.refusal)
        rows.addStretch(1)
        rows.addWidget(self._made_buttons())

    def _made_buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        reset = QPushButton(self.tr("Reset"))
        reset.setAutoDefault(False)
        reset.clicked.connect(self.reset)
        buttons.addButton(reset, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _set_theme(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME) != self._theme:
            self._theme = item.data(_NAME)
            self._preview()

    def _set_color(self, place: int, color: str) -> None:
        self._brand[place] = color
        self._preview()

    def _take_logo(self, path: Path) -> None:
        """Take a picture from a file; say why where it is not taken."""
        from editor.window.incoming import picture

        self.refusal.hide()
        try:
            self._set_logo(picture(path, "map"))
        except Trouble as trouble:
            self.refusal.setText(sentence(trouble))
            self.refusal.show()

    def _set_logo(self, image: Image | None) -> None:
        self._logo = image
        self._preview()

    def _preview(self) -> None:
        """Let the map wear what is chosen."""
        self._gesture.preview(self._plan)
        self._show()

    def _plan(self, journey: Journey) -> Change:
        key = journey.map.id
        brand = tuple(color for color in self._brand if color)
        change = set_fields(journey, (key,), theme=self._theme, brand=brand)
        if self._logo is _UNCHANGED:
            return change
        pictured = set_picture(journey, (key,), self._logo)
        final = set_fields(journey, (key,), theme=self._theme, brand=brand, logo=self._logo_id())
        return pictured.then(final) if final else pictured

    def _logo_id(self) -> str:
        return self._logo.id if self._logo is not None else ""

    def _show(self) -> None:
        """Show what is chosen: themes in the brand's colours, the colours, the logo."""
        journey = self._bench.facts.journey
        brand = tuple(filter(None, self._brand))
        for row, name in enumerate(THEMES):
            self.themes.item(row).setIcon(theme_icon(branded(shipped_theme(name), brand)))
            if name == self._theme:
                self.themes.setCurrentRow(row)
        for field, color, instead in zip(self.colors, self._brand, usual_brand(journey), strict=True):
            field.offer(offer(journey))
            field.show_value(color, instead=instead)
        self.logo.look_in(journey)
        self.logo.show_value(journey.map.logo)

    def _end(self, result: int) -> None:
        """Keep what the map wears as one step, or put everything back."""
        if not self._gesture.over:
            self._gesture.commit() if result else self._gesture.cancel()
