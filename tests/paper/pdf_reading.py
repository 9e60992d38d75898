"""A PDF as a screen reader has it: the tree of tags with the text of each, apart from anything that made it."""

import io
from dataclasses import dataclass, field
from functools import lru_cache

import pdfplumber
import pypdf


@dataclass
class Tag:
    """One element of the tree; `text` is what stands in it, white space left out."""

    kind: str
    lang: str
    alt: str
    scope: str
    text: str = ""
    below: list = field(default_factory=list)

    def every(self):
        yield self
        for tag in self.below:
            yield from tag.every()


# Tests ask several things of one PDF: what was read last is kept, for nobody changes it.
LAST = 8


@lru_cache(LAST)
def tags_of(raw):
    """The root of the tree."""
    reader = pypdf.PdfReader(io.BytesIO(raw))
    contents = _contents(raw)
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    return _tag(reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object(), 0, contents, pages)


def _contents(raw):
    """The text of each marked piece of content, by page and number."""
    found = {}
    for number, (_, chars) in enumerate(_pages(raw)):
        for char in chars:
            if char.get("mcid") is not None:
                found[number, char["mcid"]] = found.get((number, char["mcid"]), "") + char["text"]
    return found


@lru_cache(LAST)
def _pages(raw):
    """The width of each page and its signs."""
    with pdfplumber.open(io.BytesIO(raw)) as opened:
        return [(page.width, page.chars) for page in opened.pages]


def _tag(element, page, contents, pages):
    page = pages[element.raw_get("/Pg").idnum] if "/Pg" in element else page
    scope = element["/A"].get("/Scope", "") if "/A" in element else ""
    tag = Tag(element["/S"][1:], element.get("/Lang", ""), element.get("/Alt", ""), scope[1:])
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            tag.text += contents.get((page, kid), "")
        elif kid.get_object().get("/Type") == "/StructElem":
            below = _tag(kid.get_object(), page, contents, pages)
            tag.below.append(below)
            tag.text += below.text
    tag.text = "".join(tag.text.split())
    return tag


def unread_of(raw):
    """The text of each page that is in no tag, such as heads and feet of pages."""
    return ["".join(char["text"] for char in chars if char.get("mcid") is None) for _, chars in _pages(raw)]


def fonts_of(raw):
    """The fonts by name, each with whether it is inside the file."""
    found = {}
    for page in pypdf.PdfReader(io.BytesIO(raw)).pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            below = font.get("/DescendantFonts", [font])[0].get_object()
            inside = below["/FontDescriptor"].get_object().keys() & {"/FontFile", "/FontFile2", "/FontFile3"}
            found[font["/BaseFont"].partition("+")[2]] = bool(inside)
    return found


def heights_of(raw, *words):
    """How far below the top of the first page the first line with each of the words stands, in whole points."""
    with pdfplumber.open(io.BytesIO(raw)) as opened:
        found = opened.pages[0].extract_words(keep_blank_chars=True, x_tolerance=8)
    return [round(next(word["top"] for word in found if sought in word["text"])) for sought in words]


def outside_of(raw):
    """The signs that stand outside of their sheet."""
    return "".join(char["text"] for width, chars in _pages(raw) for char in chars if not 0 <= char["x0"] <= char["x1"] <= width)
