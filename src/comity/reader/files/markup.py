"""HTML to lines of text that still point at the characters of the page.

- Blocks end lines; runs of white space become one space, as a browser shows them.
- Navigation, forms, scripts and footers are not text; captions and headings are remembered as such.
- A character reference is one character that points at the whole reference.
- What is opened and never closed (tags, comments, sections) is text: the time a page takes grows with its length alone.
"""

from __future__ import annotations

from collections import Counter
from html import unescape
from html.parser import HTMLParser

from comity.reader.files.stream import Stream

_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "nav", "footer", "aside", "form", "select", "button"}
    | {"iframe", "object", "canvas", "video", "audio", "math"}
)
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6", "article"}
    | {"section", "header", "main", "blockquote", "figure", "figcaption", "dd", "dt", "dl", "hr", "pre", "address"}
    | {"body", "html", "title", "time"}
)
_MARKED = {"h1": "title", "figcaption": "caption"}


class _Lines(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.marked: list[tuple[int, int, str]] = []
        self._page = page
        self._open: list[tuple[str, int]] = []
        self._silent: list[str] = []
        self._silent_tags: Counter[str] = Counter()
        self._line_starts = [0]
        at = page.find("\n")
        while at >= 0:
            self._line_starts.append(at + 1)
            at = page.find("\n", at + 1)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _break(self) -> None:
        while self.out and self.out[-1] == " ":
            del self.out[-1], self.starts[-1], self.ends[-1]
        if self.out and self.out[-1] != "\n":
            at = self.ends[-1]
            self._put("\n", at, at)

    def _put(self, character: str, start: int, end: int) -> None:
        self.out.append(character)
        self.starts.append(start)
        self.ends.append(end)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._silent.clear()  # a head that was never closed must not silence the page
            self._silent_tags.clear()
        if tag in _SILENT:
            self._silent.append(tag)
            self._silent_tags[tag] += 1
        if tag in _BLOCKS:
            self._break()
        if tag in _MARKED:
            self._open.append((tag, len(self.out)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if self._silent_tags[tag]:
            closed = ""
            while closed != tag:
                closed = self._silent.pop()
                self._silent_tags[closed] -= 1
        if tag in _BLOCKS:
            self._break()
        if self._open and self._open[-1][0] == tag:
            first = self._open.pop()[1]
            self.marked.append((first, len(self.out), _MARKED[tag]))

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        here = self._here()
        for i, character in enumerate(data):
            if not character.isspace():
                self._put(character, here + i, here + i + 1)
            elif self.out and self.out[-1] not in " \n":
                self._put(" ", here + i, here + i + 1)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};", len(name) + 1)

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};", len(name) + 2)

    def _reference(self, written: str, length: int) -> None:
        if self._silent:
            return
        here = self._here()
        end = here + length
        if self._page[end : end + 1] == ";":
            end += 1
        for character in unescape(written):
            if character in "\n\r\t":
                character = " "
            self._put(character, here, end)


def lines_of(page: str) -> tuple[Stream, list[tuple[int, int, str]]]:
    """The page's text as a stream into `page`, and the spans of that text known as title or caption."""
    parser = _Lines(page)
    parser.feed(_closed(page))
    parser.close()
    stream = Stream("".join(parser.out), parser.starts, parser.ends)
    return stream, parser.marked


def _closed(page: str) -> str:
    """The page, as long as it is, without the opening signs of what never closes: the parser would look for each end anew."""
    for opening, closing in (("<", ">"), ("<!--", "-->"), ("<![", "]>")):
        after = page.rfind(closing) + 1
        if page.find(opening, after) >= 0:
            page = page[:after] + page[after:].replace(opening, " " + opening[1:])
    return page


def looks_like_html(name: str, text: str) -> bool:
    """Whether the characters are a page of HTML, told by its head and, failing that, by the name."""
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if head.startswith(("<!doctype html", "<html", "<?xml")) or "<body" in head or "<html" in head:
        return True
    return name.lower().endswith((".html", ".htm", ".xhtml")) and "<" in text
