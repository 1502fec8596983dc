"""What the built-in icons are called, and the other words under which people look for them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

noop = QT_TRANSLATE_NOOP

NAMES = {
    "mail": noop("Icons", "E-mail, letter, post"),
    "megaphone": noop("Icons", "Advertisement, campaign, loudspeaker"),
    "web": noop("Icons", "Website, page, browser"),
    "phone": noop("Icons", "Telephone, call"),
    "social": noop("Icons", "Social media, share, network"),
    "person": noop("Icons", "Person, employee, in person"),
    "store": noop("Icons", "Shop, store, branch"),
    "chat": noop("Icons", "Chat, message, talk"),
    "parcel": noop("Icons", "Parcel, delivery, box"),
    "card": noop("Icons", "Payment card, payment"),
    "app": noop("Icons", "App, mobile"),
    "calendar": noop("Icons", "Calendar, appointment, date"),
    "clipboard": noop("Icons", "Clipboard, survey, form"),
    "word_of_mouth": noop("Icons", "Word of mouth, recommendation, friends"),
    "newsletter": noop("Icons", "Newsletter, news"),
    "document": noop("Icons", "Document, contract, paper"),
    "meeting": noop("Icons", "Meeting, demo, workshop"),
    "search": noop("Icons", "Search, find"),
    "bank": noop("Icons", "Bank, office, authority"),
    "support": noop("Icons", "Support, help desk, headset"),
    "sms": noop("Icons", "Text message, SMS"),
    "tv": noop("Icons", "Television, screen"),
    "kiosk": noop("Icons", "Kiosk, terminal, machine"),
    "home": noop("Icons", "Home, house"),
    "car": noop("Icons", "Car, drive, parking"),
    "hospital": noop("Icons", "Hospital, clinic, health"),
    "school": noop("Icons", "School, course, training"),
    "gift": noop("Icons", "Gift, reward, bonus"),
    "star": noop("Icons", "Star, rating, loyalty"),
    "ticket": noop("Icons", "Ticket, coupon, event"),
    "map_pin": noop("Icons", "Place, map, location"),
    "laptop": noop("Icons", "Laptop, computer, online"),
    "truck": noop("Icons", "Truck, courier, transport"),
}
"""Icons that stand for channels; the others keep the names they have in the program."""


def icon_words(name: str) -> str:
    """Return what an icon is called, all the words it is found under."""
    return QCoreApplication.translate("Icons", NAMES[name]) if name in NAMES else name.replace("_", " ")


def icon_name(name: str) -> str:
    """Return the first of an icon's names."""
    return icon_words(name).partition(",")[0]


def in_order(names: tuple[str, ...]) -> list[str]:
    """Return the icons in the order in which they are offered: those of channels first."""
    return sorted(names, key=lambda name: (name not in NAMES, names.index(name)))
