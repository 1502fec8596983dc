"""A picture as a PDF of one page: vectors, real text, outline, links and what the document is."""

from __future__ import annotations

from editor.export import pdf_fonts
from editor.export.bitmaps import named
from editor.export.faces import Face
from editor.export.papers import Page
from editor.export.pdf_content import ContentWriter
from editor.export.pdf_document import Document, Entries, Reference, text_string
from editor.export.pdf_forms import Forms
from editor.export.pdf_navigation import Sheet, links, outline
from editor.export.pdf_syntax import fill_color
from editor.export.pdf_text import Typesetter
from editor.export.progress import Progress, carry_on, report
from editor.export.reading_order import reads_right_to_left
from editor.picture.frame import Picture
from editor.picture.walk import texts

_DRAWN = 0.9
"""The share of the work that is done once the content stream is written."""


def pdf_bytes(picture: Picture, page: Page, progress: Progress = carry_on) -> bytes:
    """Return the picture on one page as a PDF file; equal pictures give equal bytes.

    Raises Cancelled when `progress` answers False, Trouble for a bitmap that cannot be read.
    """
    document = Document()
    typesetter, forms = Typesetter(Face, _reads_right_to_left(picture)), Forms(document)
    sheet = Sheet(page, page.placement(picture.width, picture.height))
    writer = ContentWriter(typesetter, forms, sheet.placement.scale)
    with named(picture):
        drawing = writer.content(picture, lambda share: progress(share * _DRAWN))
    fonts = {codes.resource: pdf_fonts.embed(document, codes) for codes in typesetter.used()}
    content = document.add_stream(_content(picture, sheet, drawing).encode("ascii"))
    pages, leaf = document.reserve(), document.reserve()
    document.fill(pages, {"Type": "/Pages", "Count": "1", "Kids": f"[{leaf}]"})
    entries = _page(page, pages, content, _resources(fonts, forms.resources))
    document.fill(leaf, entries | links(document, sheet, writer.links))
    catalog = _catalog(picture, pages) | outline(document, sheet, leaf, writer.stages)
    report(progress, 1.0)
    return document.to_bytes(catalog, _info(picture))


def _reads_right_to_left(picture: Picture) -> bool:
    return reads_right_to_left(block.text for block, _ in texts(picture.root))


def _content(picture: Picture, sheet: Sheet, drawing: str) -> str:
    """Return the page's operators: paper, then the drawing turned y down, with round joins."""
    page, place = sheet.page, sheet.placement
    matrix = f"{place.scale:.6f} 0 0 {-place.scale:.6f} {place.x:.4f} {page.height - place.y:.4f}"
    paper = f"{fill_color(picture.paper)} 0 0 {page.width:.3f} {page.height:.3f} re f"
    return f"q {paper} Q\nq {matrix} cm 1 j\n{drawing}\nQ\n"


def _resources(fonts: dict[str, Reference], forms: dict[str, Reference]) -> str:
    kinds = {"Font": fonts, "XObject": forms}
    lists = {kind: " ".join(f"/{n} {ref}" for n, ref in things.items()) for kind, things in kinds.items()}
    return f"<< {' '.join(f'/{kind} << {entries} >>' for kind, entries in lists.items())} >>"


def _page(page: Page, pages: Reference, content: Reference, resources: str) -> dict[str, str]:
    return {
        "Type": "/Page",
        "Parent": pages,
        "MediaBox": f"[0 0 {page.width:.4f} {page.height:.4f}]",
        "Contents": content,
        "Resources": resources,
    }


def _catalog(picture: Picture, pages: Reference) -> dict[str, str]:
    # No /Direction: with /R2L pdfium, and so Chrome, reads even English lines word by word from the right,
    # and on a single page it says nothing that the text itself does not say.
    return {
        "Type": "/Catalog",
        "Pages": pages,
        "Lang": text_string(picture.language),
        "ViewerPreferences": "<< /DisplayDocTitle true >>",
    }


def _info(picture: Picture) -> Entries:
    given = {"Title": picture.title, "Author": picture.author}
    info = {key: text_string(text) for key, text in given.items() if text}
    return info | {"Creator": "(Safar)", "Producer": "(Safar)"}
