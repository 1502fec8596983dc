"""The table of actions: every command of the window once, with its words, keys, icon and need."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

noop = QT_TRANSLATE_NOOP


class Row(NamedTuple):
    """One action: id, menu text, keys ("Ctrl+Z, …"), icon, status tip, and what must be there for it.

    `need` is a name of `editor.window.situation.NEEDS`; `checkable` rows show a mark while they hold.
    """

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    tip: str = ""
    need: str = "always"
    checkable: bool = False


ROWS: tuple[Row, ...] = (
    Row("file.new", noop("Actions", "&New map"), "Ctrl+N", "new",
        noop("Actions", "Begin a map with nothing on it but its lanes")),
    Row("file.template", noop("Actions", "New from &template…"), "Ctrl+Shift+N", "palette",
        noop("Actions", "Show templates, samples and recent maps")),
    Row("file.open", noop("Actions", "&Open…"), "Ctrl+O", "open",
        noop("Actions", "Open a map from a file")),
    Row("file.save", noop("Actions", "&Save"), "Ctrl+S", "save",
        noop("Actions", "Save the map"), "map"),
    Row("file.save_as", noop("Actions", "Save &as…"), "Ctrl+Shift+S", "",
        noop("Actions", "Save the map under another name"), "map"),
    Row("file.save_version", noop("Actions", "Save &version…"), "", "",
        noop("Actions", "Keep the map as it is now under a name, to come back to"), "map"),
    Row("file.versions", noop("Actions", "Ve&rsions…"), "Ctrl+Shift+B", "history",
        noop("Actions", "Look at earlier versions of the map and bring one back"), "map"),
    Row("file.export", noop("Actions", "&Export…"), "Ctrl+E", "export",
        noop("Actions", "Make a PDF, SVG or PNG of the map"), "map"),
    Row("file.close", noop("Actions", "&Close map"), "Ctrl+W", "close",
        noop("Actions", "Close the map and show the start page"), "map"),
    Row("file.quit", noop("Actions", "&Quit"), "Ctrl+Q", "",
        noop("Actions", "Close all windows")),
    Row("edit.undo", noop("Actions", "&Undo"), "Ctrl+Z", "undo",
        noop("Actions", "Take the last change back"), "undo"),
    Row("edit.redo", noop("Actions", "&Redo"), "Ctrl+Shift+Z, Ctrl+Y", "redo",
        noop("Actions", "Make the change again"), "redo"),
    Row("edit.cut", noop("Actions", "Cu&t"), "Ctrl+X", "cut",
        noop("Actions", "Move what is selected to the clipboard"), "removable"),
    Row("edit.copy", noop("Actions", "&Copy"), "Ctrl+C", "copy",
        noop("Actions", "Copy what is selected, for maps and for spreadsheets"), "selection"),
    Row("edit.paste", noop("Actions", "&Paste"), "Ctrl+V", "paste",
        noop("Actions", "Bring in what is on the clipboard, at the selected cell"), "editable"),
    Row("edit.copy_style", noop("Actions", "Copy st&yle"), "Ctrl+Shift+C", "",
        noop("Actions", "Copy the looks of what is selected: owner, channel, evidence, colour"), "styled"),
    Row("edit.paste_style", noop("Actions", "Paste &style"), "Ctrl+Shift+V", "",
        noop("Actions", "Give the copied looks to what is selected"), "selected_editable"),
    Row("edit.copy_picture", noop("Actions", "Copy as p&icture"), "Ctrl+Shift+P", "",
        noop("Actions", "Copy a picture of what is selected, for slides and documents"), "map"),
    Row("edit.duplicate", noop("Actions", "&Duplicate"), "Ctrl+D", "duplicate",
        noop("Actions", "Make a copy of what is selected, right after it"), "copyable"),
    Row("edit.delete", noop("Actions", "De&lete"), "Del, Backspace", "trash",
        noop("Actions", "Remove what is selected"), "removable"),
    Row("edit.select_all", noop("Actions", "Select &all"), "Ctrl+A", "",
        noop("Actions", "Select the row or column in focus, then everything"), "map"),
    Row("edit.find", noop("Actions", "&Find on the map…"), "Ctrl+F", "search",
        noop("Actions", "Find a card or stage by its words"), "map"),
    Row("edit.replace", noop("Actions", "R&eplace…"), "Ctrl+H", "",
        noop("Actions", "Replace words everywhere on the map"), "editable"),
    Row("edit.history", noop("Actions", "Steps do&ne…"), "Ctrl+Shift+H", "history",
        noop("Actions", "List what was done and undone, and go back to any of it"), "map"),
    Row("insert.card", noop("Actions", "&Card"), "Ctrl+Enter, Ctrl+Return", "plus",
        noop("Actions", "Add a card under the selected one, or in the selected cell"), "cell"),
    Row("insert.stage", noop("Actions", "&Stage"), "Ctrl+Shift+Right", "stage",
        noop("Actions", "Add a stage after the selected one"), "editable"),
    Row("insert.step", noop("Actions", "S&tep"), "Ctrl+Right", "split",
        noop("Actions", "Add a step after the selected one"), "place"),
    Row("insert.lane", noop("Actions", "&Lane"), "Ctrl+Shift+Down", "lane",
        noop("Actions", "Add a lane under the selected one"), "editable"),
    Row("insert.connection", noop("Actions", "C&onnection"), "Ctrl+L", "connect",
        noop("Actions", "Connect the two selected cards or stages, the first one selected with the other"),
        "pair"),
    Row("insert.note", noop("Actions", "&Note"), "Ctrl+M", "note",
        noop("Actions", "Add a remark about what is selected"), "selected_editable"),
    Row("insert.persona", noop("Actions", "&Persona…"), "", "",
        noop("Actions", "Name a persona for whom the map is drawn"), "editable"),
    Row("insert.owner", noop("Actions", "O&wner…"), "", "owner",
        noop("Actions", "Name somebody who is responsible for stages and cards"), "editable"),
    Row("insert.channel", noop("Actions", "C&hannel…"), "", "",
        noop("Actions", "Name a channel, and find it among the touchpoints"), "editable"),
    Row("arrange.split", noop("Actions", "S&plit stage here"), "", "split",
        noop("Actions", "Let a new stage begin at the selected step"), "splits"),
    Row("arrange.merge", noop("Actions", "&Merge stages"), "", "",
        noop("Actions", "Make one of the selected stages, or of the selected one and the next"), "merges"),
    Row("arrange.equal", noop("Actions", "&Equal widths"), "", "",
        noop("Actions", "Make the selected columns equally wide, all if none is selected"), "columns"),
    Row("arrange.fit", noop("Actions", "&Fit to content"), "", "",
        noop("Actions", "Let columns and lanes be as large as what they hold"), "sized"),
    Row("arrange.collapse", noop("Actions", "&Collapse lane"), "", "",
        noop("Actions", "Show only the name of the lane, or all of it again"), "lane", True),
    Row("arrange.lock", noop("Actions", "&Lock lane"), "", "",
        noop("Actions", "Keep the lane from being changed, or let it be changed again"), "lane", True),
    Row("arrange.hide", noop("Actions", "&Hide lane"), "", "eye_off",
        noop("Actions", "Take the lane out of sight; it stays in the map"), "lane"),
    Row("arrange.show", noop("Actions", "&Show all hidden lanes"), "", "eye",
        noop("Actions", "Bring all hidden lanes back into sight"), "hidden"),
    Row("view.zoom_in", noop("Actions", "Zoom &in"), "Ctrl++, Ctrl+=", "zoom_in",
        noop("Actions", "Look closer"), "map"),
    Row("view.zoom_out", noop("Actions", "Zoom &out"), "Ctrl+-", "zoom_out",
        noop("Actions", "See more"), "map"),
    Row("view.zoom_all", noop("Actions", "&Whole map"), "Ctrl+1", "fit",
        noop("Actions", "Fit the map into the window"), "map"),
    Row("view.zoom_selection", noop("Actions", "Zoom to &selection"), "Ctrl+2", "",
        noop("Actions", "Fit what is selected into the window"), "selection"),
    Row("view.zoom_100", noop("Actions", "A&ctual size"), "Ctrl+0", "",
        noop("Actions", "Show the map at 100 %"), "map"),
    Row("view.outline", noop("Actions", "O&utline"), "Ctrl+Shift+O", "outline",
        noop("Actions", "Show or hide the outline"), "map", True),
    Row("view.inspector", noop("Actions", "Ins&pector"), "Ctrl+Shift+I", "inspector",
        noop("Actions", "Show or hide the inspector"), "map", True),
    Row("view.minimap", noop("Actions", "&Minimap"), "Ctrl+Shift+M", "minimap",
        noop("Actions", "Show or hide the minimap"), "map", True),
    Row("view.hints", noop("Actions", "&Hints"), "", "",
        noop("Actions", "Show or hide the hints under the map"), "map", True),
    Row("view.next_pane", noop("Actions", "&Next pane"), "F6", "",
        noop("Actions", "Go on to outline, map or inspector"), "map"),
    Row("view.previous_pane", noop("Actions", "Pre&vious pane"), "Shift+F6", "",
        noop("Actions", "Go back to inspector, map or outline"), "map"),
    Row("theme.system", noop("Actions", "&Like the system"), "", "",
        noop("Actions", "Light or dark as the desktop is"), "always", True),
    Row("theme.light", noop("Actions", "&Light"), "", "sun",
        noop("Actions", "A light window"), "always", True),
    Row("theme.dark", noop("Actions", "&Dark"), "", "moon",
        noop("Actions", "A dark window; paper stays paper"), "always", True),
    Row("view.full_screen", noop("Actions", "&Full screen"), "F11", "",
        noop("Actions", "Fill the screen, or leave it again"), "always", True),
    Row("map.details", noop("Actions", "Map &details"), "Ctrl+I", "info",
        noop("Actions", "Show title, language and review dates in the inspector"), "map"),
    Row("map.next_stage", noop("Actions", "&Next stage"), "Ctrl+PgDown", "chevron_right",
        noop("Actions", "Select the next stage and show it"), "map"),
    Row("map.previous_stage", noop("Actions", "&Previous stage"), "Ctrl+PgUp", "chevron_left",
        noop("Actions", "Select the stage before and show it"), "map"),
    Row("map.ltr", noop("Actions", "Time runs left to &right"), "", "",
        noop("Actions", "Begin the map on the left"), "editable", True),
    Row("map.rtl", noop("Actions", "Time runs right to &left"), "", "",
        noop("Actions", "Begin the map on the right, as Persian maps do"), "editable", True),
    Row("look.paper", noop("Actions", "&Paper"), "", "",
        noop("Actions", "Draw the map in blue on white paper"), "editable", True),
    Row("look.warm", noop("Actions", "&Sand"), "", "",
        noop("Actions", "Draw the map in warm colours"), "editable", True),
    Row("look.sea", noop("Actions", "S&ea"), "", "",
        noop("Actions", "Draw the map in cool colours"), "editable", True),
    Row("look.contrast", noop("Actions", "High &contrast"), "", "",
        noop("Actions", "Draw the map with dark lines and strong colours"), "editable", True),
    Row("look.grey", noop("Actions", "Print &grey"), "", "print",
        noop("Actions", "Draw the map in greys, for printers without colour"), "editable", True),
    Row("look.brand", noop("Actions", "Theme and &branding…"), "", "palette",
        noop("Actions", "Choose the map's theme, two brand colours and a logo"), "editable"),
    Row("review.assumed", noop("Actions", "Next &assumed card"), "F8", "eye_off",
        noop("Actions", "Go to the next card that nobody has observed or measured"), "map"),
    Row("review.ownerless", noop("Actions", "Next stage without an &owner"), "Shift+F8", "owner",
        noop("Actions", "Go to the next stage that nobody is responsible for"), "map"),
    Row("present.start", noop("Actions", "&Present the map"), "F5", "eye",
        noop("Actions", "The map alone on the full screen, stage by stage with the arrow keys; Esc ends"),
        "map", True),
    Row("window.new", noop("Actions", "&New window"), "", "",
        noop("Actions", "Show one more window, with the start page")),
    Row("window.next", noop("Actions", "N&ext window"), "Ctrl+F6", "",
        noop("Actions", "Go on to the next open map")),
    Row("window.reopen", noop("Actions", "&Reopen maps at the start"), "", "",
        noop("Actions", "Open at the next start what is open at the end"), "always", True),
    Row("help.commands", noop("Actions", "&Search and commands…"), "Ctrl+K", "search",
        noop("Actions", "Find any command by its name")),
    Row("help.keys", noop("Actions", "&Keyboard shortcuts"), "F1", "keyboard",
        noop("Actions", "All keys on one sheet")),
    Row("help.log", noop("Actions", "Show the &log"), "", "",
        noop("Actions", "Open the folder with the log, for a report")),
    Row("help.about", noop("Actions", "&About Safar"), "", "info",
        noop("Actions", "Version, licence and what Safar is made of")),
)  # fmt: skip
"""Every action; the order is the order of the command palette."""

Menu = tuple[str, tuple["str | Menu", ...]]

MENUS: tuple[Menu, ...] = (
    (noop("Menus", "&File"), (
        "file.new", "file.template", "file.open", ("recent", ()), "",
        "file.save", "file.save_as", "file.save_version", "file.versions", "",
        "file.export", "", "file.close", "file.quit",
    )),
    (noop("Menus", "&Edit"), (
        "edit.undo", "edit.redo", "", "edit.cut", "edit.copy", "edit.paste",
        "edit.copy_style", "edit.paste_style", "edit.copy_picture", "",
        "edit.duplicate", "edit.delete", "", "edit.select_all", "edit.find", "edit.replace",
        "", "edit.history",
    )),
    (noop("Menus", "&Insert"), (
        "insert.card", "insert.step", "insert.stage", "insert.lane", "", "insert.connection", "insert.note",
        "", "insert.persona", "insert.owner", "insert.channel",
    )),
    (noop("Menus", "&Arrange"), (
        "arrange.split", "arrange.merge", "", "arrange.equal", "arrange.fit", "",
        "arrange.collapse", "arrange.lock", ("kind", ()), "", "arrange.hide", ("hidden", ()), "arrange.show",
        "", ("level", ()), ("way", ()),
    )),
    (noop("Menus", "&View"), (
        "view.zoom_in", "view.zoom_out", "view.zoom_all", "view.zoom_selection", "view.zoom_100", "",
        "view.outline", "view.inspector", "view.minimap", "view.hints", "",
        (noop("Menus", "&Theme"), ("theme.system", "theme.light", "theme.dark")),
        "view.full_screen", "", "view.next_pane", "view.previous_pane",
    )),
    (noop("Menus", "&Map"), (
        "map.details", "look.brand",
        (noop("Menus", "Map the&me"), ("look.paper", "look.warm", "look.sea", "look.contrast", "look.grey")),
        "", "map.next_stage", "map.previous_stage", "", "map.ltr", "map.rtl",
    )),
    (noop("Menus", "&Review"), ("review.assumed", "review.ownerless")),
    (noop("Menus", "&Present"), ("present.start",)),
    (noop("Menus", "&Window"), ("window.new", "window.next", ("open", ()), "", "window.reopen")),
    (noop("Menus", "&Help"), ("help.commands", "help.keys", "", "help.log", "help.about")),
)  # fmt: skip
"""The menu bar: titles with action ids; "" is a rule, ("recent", ()) the menu of recent maps.

("kind", ()), ("hidden", ()), ("level", ()) and ("way", ()) are filled when they open, see
`editor.window.lane_menus`.
"""

TOOLBAR = ("file.save", "edit.undo", "edit.redo", "", "insert.stage", "insert.lane", "insert.card", "",
           "view.zoom_out", "view.zoom_in", "view.zoom_all")  # fmt: skip

CONTEXT: tuple[str | Menu, ...] = (
           "edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.delete", "",
           "edit.copy_style", "edit.paste_style", "edit.copy_picture", "",
           "insert", "insert.card", "insert.step", "insert.stage", "insert.lane", "insert.connection",
           "insert.note", "",
           "arrange.split", "arrange.merge", "arrange.equal", "arrange.fit",
           "arrange.collapse", "arrange.lock", ("kind", ()), "arrange.hide", ("hidden", ()), "",
           ("level", ()), ("way", ()), "",
           "view.zoom_selection", "map.details")  # fmt: skip
"""What the context menu of the map offers, as far as it can work where it was opened.

The name of a group is a heading over its actions, whose names say too little without it.
"""

GROUPS = {
    "file": noop("Menus", "File"),
    "edit": noop("Menus", "Edit"),
    "insert": noop("Menus", "Insert"),
    "arrange": noop("Menus", "Arrange"),
    "view": noop("Menus", "View"),
    "theme": noop("Menus", "Theme"),
    "map": noop("Menus", "Map"),
    "look": noop("Menus", "Map theme"),
    "review": noop("Menus", "Review"),
    "present": noop("Menus", "Present"),
    "window": noop("Menus", "Window"),
    "help": noop("Menus", "Help"),
}
"""What stands before the dot of an id, in words."""
