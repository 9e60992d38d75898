"""What completes a tagged PDF: the language of every run, what a head is the head of, margins outside the text, no maker.

WeasyPrint writes the tree of tags; this goes over that tree and the boxes it was made from, side by side in reading order.

Source: ISO 14289-1:2014, 7.1, 7.2, 7.5, 7.8 and 7.18.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

PRODUCER = "Comity"


class Leaf(NamedTuple):
    """A place in the tree that holds text or a picture: its element, its page, and the number of its content there."""

    element: Any
    page: bytes
    content: int


def complete(document: Any, pdf: Any) -> None:
    """Completes the tags of a laid-out document, in place, before it is written."""
    import pydyf  # type: ignore[import-untyped]

    tree = pdf.catalog["StructTreeRoot"]
    leaves = list(_leaves(pdf, _at(pdf, tree), b""))
    boxes = [box for page in document.pages for box in _contents(page._page_box)]
    for leaf, box in zip(leaves, boxes, strict=True):
        if box.style["lang"] and box.style["lang"] != document.metadata.lang:
            leaf.element["Lang"] = pydyf.String(box.style["lang"])
    for page in document.pages:
        for box in _boxes(page._page_box):
            _say_what_of(box)
    _set_margins_apart(pdf, leaves)
    pdf.info["Producer"] = pydyf.String(PRODUCER)
    metadata = _at(pdf, pdf.catalog["Metadata"])
    metadata.stream = [_without_maker(part) for part in metadata.stream]


def name_media(pdf: Any, media: Sequence[str]) -> None:
    """Says the media type of each embedded file, in their order."""
    if media:
        names = _at(pdf, pdf.catalog["Names"]["EmbeddedFiles"])["Names"]
        for reference, kind in zip(names[1::2], media, strict=True):
            _at(pdf, _at(pdf, reference)["EF"]["F"]).extra["Subtype"] = "/" + kind.replace("/", "#2f")


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _leaves(pdf: Any, element: Any, page: bytes) -> Iterator[Leaf]:
    page = element.get("Pg", page)
    for kid in element["K"]:
        if isinstance(kid, int):
            yield Leaf(element, page, kid)
        elif (below := _at(pdf, kid)).get("Type") == "/StructElem":
            yield from _leaves(pdf, below, page)


def _boxes(box: Any) -> Iterator[Any]:
    """The boxes of a page but those of its margins, each before those in it."""
    from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]

    box = getattr(box, "_box", box)
    if not isinstance(box, boxes.MarginBox):
        yield box
        for child in getattr(box, "children", ()):
            yield from _boxes(child)


def _contents(page_box: Any) -> Iterator[Any]:
    """The boxes of a page that hold text or a picture, as they are read."""
    from weasyprint.formatting_structure import boxes

    return (box for box in _boxes(page_box) if isinstance(box, boxes.TextBox | boxes.ReplacedBox))


def _say_what_of(box: Any) -> None:
    """Whether a head is that of a row or a column, and what a link leads to in words."""
    import pydyf

    mark = getattr(box, "mark", None)
    if mark is not None and box.element_tag == "th":
        mark["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
    if box.link_annotation:
        box.link_annotation["Contents"] = pydyf.String("".join(box.element.itertext()))


def _set_margins_apart(pdf: Any, leaves: Iterable[Leaf]) -> None:
    """Heads and feet of pages are not part of what is read: their content is an artifact and in no tree."""
    read: dict[bytes, set[int]] = {}
    for leaf in leaves:
        read.setdefault(leaf.page, set()).add(leaf.content)
    mapping = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    for at, reference in enumerate(pdf.page_references):
        known = read.get(reference, set())
        stream = _at(pdf, _at(pdf, reference)["Contents"]).stream
        for place, part in enumerate(stream):
            if isinstance(part, dict) and "MCID" in part and part["MCID"] not in known:
                mapping[2 * at + 1][part["MCID"]] = "null"
                stream[place - 1] = "/Artifact"
                part.clear()
                part["Type"] = "/Pagination"


def _without_maker(part: bytes) -> bytes:
    import weasyprint  # type: ignore[import-untyped]

    return part.replace(f"WeasyPrint {weasyprint.__version__}".encode(), PRODUCER.encode())
