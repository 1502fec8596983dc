"""The dress of the window: a palette and a style sheet made from the tokens of its theme."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from editor.window.tokens import Tokens

_SHEET = Template("""
QWidget { color: $ink; }
QMainWindow, QDialog, QMessageBox, QStatusBar, QMenuBar, QToolBar { background: $panel; }
QMainWindow > QWidget#stack, QWidget#panel { background: $panel; }
QWidget#desk { background: $desk; }

QMenuBar { padding: 3px 8px; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 5px 9px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $soft; color: $soft_ink; }
QMenu { background: $raised; border: 1px solid $edge; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $soft; color: $soft_ink; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
QMenu::icon { padding-left: 8px; }

QToolBar { border: 0; border-bottom: 1px solid $line; padding: 4px 10px; spacing: 2px; }
QToolBar::separator { width: 1px; background: $line; margin: 6px 8px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px; background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $soft; color: $soft_ink; }
QToolButton:focus { border: 1px solid $ring; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }

QPushButton {
  background: $raised; border: 1px solid $edge; border-radius: 6px; padding: 6px 14px; min-height: 18px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $soft; color: $soft_ink; border-color: $soft; }
QPushButton:focus { border: 1px solid $ring; }
QPushButton:disabled { color: $faint; border-color: $line; }
QPushButton[role="primary"] {
  background: $accent; color: $accent_ink; border-color: $accent; font-weight: bold;
}
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; padding: 5px 13px; }
QPushButton[role="primary"]:disabled { background: $line; color: $faint; border-color: $line; }
QPushButton[role="link"] {
  border: 1px solid transparent; background: transparent; color: $link; padding: 6px 8px;
}
QPushButton[role="link"]:hover { background: $hover; }
QPushButton[role="link"]:focus { border: 1px solid $ring; }
QPushButton[role="segment"] {
  border-radius: 0; border-right-width: 0; padding: 6px 10px; background: $field;
}
QPushButton[role="segment"]:hover { background: $hover; }
QPushButton[role="segment"][place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[role="segment"][place="last"] {
  border-top-right-radius: 6px; border-bottom-right-radius: 6px; border-right-width: 1px;
}
QPushButton[role="segment"]:checked { background: $accent; color: $accent_ink; border-color: $accent; }
QPushButton[role="segment"][tight="true"] { padding: 5px 0; min-width: 0; }
QPushButton[role="segment"]:focus { border: 2px solid $ink; padding: 5px 9px; }
QPushButton[role="segment"][tight="true"]:focus { padding: 4px 0; }
QPushButton[role="pick"] { background: $field; padding: 5px 10px; min-height: 20px; }
QPushButton[role="pick"]:hover { background: $hover; }
QPushButton[role="swatch"] {
  border: 1px solid transparent; background: transparent; color: $muted; padding: 5px; min-width: 16px;
}
QPushButton[role="swatch"]:hover { background: $hover; color: $ink; }
QPushButton[role="swatch"]:focus, QPushButton[role="pick"]:focus { border: 1px solid $ring; }
QPushButton::menu-indicator { image: none; width: 0; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {
  background: $field; border: 1px solid $edge; border-radius: 6px; padding: 5px 10px; min-height: 20px;
  selection-background-color: $accent; selection-color: $accent_ink; placeholder-text-color: $muted;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {
  border: 1px solid $ring;
}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: $faint; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; padding: 4px; outline: 0; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: 0; }
QLineEdit#search { padding: 8px 14px; border-radius: 8px; font-size: 11pt; }

QAbstractItemView { background: $panel; border: 0; outline: 0; }
QAbstractItemView::item { color: $ink; border: 1px solid transparent; border-radius: 6px; padding: 3px 6px; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $soft; color: $soft_ink; }
QAbstractItemView::item:selected:focus { border: 1px solid $ring; }
QTreeView { show-decoration-selected: 0; }
QListWidget#steps { background: $raised; border: 1px solid $edge; padding: 2px; }
QTreeView::branch, QTreeView::branch:selected { background: $panel; }

QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget { background: $panel; }
QScrollBar:vertical { width: 12px; margin: 0; background: transparent; }
QScrollBar:horizontal { height: 12px; margin: 0; background: transparent; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QSplitter::handle { background: $line; }
QStatusBar { border-top: 1px solid $line; min-height: 26px; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; padding: 0 8px; }
QStatusBar QToolButton { padding: 3px 6px; color: $muted; }
QSizeGrip { width: 0; height: 0; }

QLabel[role="heading"] { color: $muted; font-weight: bold; font-size: 8.5pt; }
QLabel[role="field"] { color: $muted; font-size: 9pt; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="title"] { font-size: 20pt; font-weight: bold; }
QLabel[role="section"] { font-size: 12pt; font-weight: bold; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="value"] { background: $field; border: 1px solid $line; border-radius: 6px; padding: 6px 10px; }
QLabel[role="key"] {
  background: $field; border: 1px solid $edge; border-radius: 4px; padding: 1px 6px; color: $ink;
}
QLabel[role="picture"] { background: $desk; border-radius: 6px; }
QLabel[role="document"] { color: $muted; padding: 0 8px; }
QFrame#floating { background: $raised; border: 1px solid $edge; border-radius: 10px; }
QFrame#banner { background: $soft; border: 0; border-bottom: 1px solid $line; }
QFrame#banner QLabel { color: $soft_ink; }
QFrame#banner[tone="grave"] { border-left: 4px solid $caution; }
QFrame#banner QPushButton { padding: 3px 12px; }
QFrame#find { background: $panel; border: 0; border-bottom: 1px solid $line; }
QFrame#rule { background: $line; border: 0; max-height: 1px; min-height: 1px; }

QTabBar { background: transparent; }
QTabBar::tab { padding: 8px 12px; border: 0; border-bottom: 2px solid transparent; color: $muted; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:focus { background: $hover; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QDialog#palette { background: $raised; border: 1px solid $edge; }
QDialog#palette QListView { background: $raised; }

QProgressBar { background: $field; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QToolTip { background: $ink; color: $panel; border: 0; padding: 5px 8px; }
""")


def sheet(tokens: Tokens) -> str:
    """Return the style sheet for `tokens`."""
    return _SHEET.substitute(tokens._asdict())


def palette(tokens: Tokens) -> QPalette:
    """Return the palette for what no style sheet reaches: native painting, links, selections."""
    role = QPalette.ColorRole
    colors = {
        role.Window: tokens.panel,
        role.WindowText: tokens.ink,
        role.Base: tokens.field,
        role.AlternateBase: tokens.panel,
        role.Text: tokens.ink,
        role.Button: tokens.raised,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.panel,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.accent_ink,
        role.Link: tokens.link,
        role.LinkVisited: tokens.link,
        role.Accent: tokens.accent,
        role.Mid: tokens.edge,
        role.Light: tokens.raised,
        role.Dark: tokens.faint,
        role.Shadow: tokens.desk,
    }
    made = QPalette()
    for which, color in colors.items():
        made.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.faint))
    return made
