"""A page of the desk as an answer: what every page bears besides its own content.

`bare_page` asks the home nothing; refusals use it, since the home may be what failed.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from comity.desk.around import HAS_BULLETIN, Sign, sign
from comity.desk.languages import language
from comity.paper.rendering import render
from comity.paper.translate import LANGUAGE_NAMES, translate
from comity.procedures.clock import Moment, now
from comity.record.act import EntryId, PartyId
from comity.store.reading import Reading
from comity.store.search import asked_words


@dataclass(frozen=True, slots=True)
class BookLine:
    """A book as pages name it; `at` and `zone` are those of its last entry, "" where that is not known."""

    party: PartyId
    own: bool
    size: int
    root: str
    vkey: str
    at: str
    zone: str


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One of the main pages."""

    href: str
    words: str
    current: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around a page's content."""

    nav: tuple[NavEntry, ...]
    languages: tuple[tuple[str, str], ...]
    here: str
    address: str
    sought: str
    said: tuple[str, ...]
    csrf: str
    now: Moment
    book: BookLine | None
    sign: Sign
    has_bulletin: bool


def bare_page(request: HttpRequest, template: str, *, status: int, heading: str, sentence: str) -> HttpResponse:
    """A page with a heading and one sentence."""
    lang = language(request)
    words = translate(lang)("To the first page")
    context = {"heading": heading, "sentence": sentence, "back": "/", "back_words": words}
    return HttpResponse(render(template, lang, page=sheet(request, None), **context), status=status)


def sheet(request: HttpRequest, book: BookLine | None) -> Sheet:
    """What stands around the page that answers this request."""
    lang = language(request)
    has_form = request.method in ("GET", "POST")
    return Sheet(
        nav=_nav(request.path, lang),
        languages=tuple(LANGUAGE_NAMES.items()),
        here=request.get_full_path() if request.method == "GET" else "/",
        address=f"http://{request.META.get('HTTP_HOST', '')}{request.get_full_path()}",
        sought=asked_words(request.GET.get("q", "")) if request.path == "/search" else "",
        said=tuple(str(message) for message in messages.get_messages(request)),
        csrf=get_token(request) if has_form else "",
        now=now(),
        book=book,
        sign=sign(request),
        has_bulletin=bool(request.META.get(HAS_BULLETIN)),
    )


def book_lines(reading: Reading) -> list[BookLine]:
    """Every book held, own ones first, each with its last entry's time."""
    lines = []
    for book in sorted(reading.books(), key=lambda book: (not book.own, book.opened_order)):
        last = next(iter(reading.entries(book.party, book.size - 1, book.size)), None) if book.size else None
        envelope = last.envelope if last else None
        at, zone = (envelope.at, envelope.zone) if envelope else ("", "")
        lines.append(BookLine(book.party, book.own, book.size, book.root, book.vkey, at, zone))
    return lines


def entry_index(reading: Reading, thing: EntryId) -> int | None:
    """The place of an entry in its book."""
    entry = reading.entry(thing)
    return entry.index if entry else None


def _nav(path: str, lang: str) -> tuple[NavEntry, ...]:
    _ = translate(lang)
    named = (
        ("/", _("Overview")),
        ("/sessions/", _("Sessions")),
        ("/agreed/", _("Agreed items")),
        ("/places/", _("Border gates")),
        ("/instruments/", _("Instruments")),
        ("/parties/", _("Parties")),
        ("/letters/", _("Letters")),
        ("/sources/", _("Sources")),
        ("/drafts/", _("Drafts")),
        ("/k/", _("Kinds")),
        ("/enter/", _("Enter")),
    )
    found = [href for href, _words in named if href != "/" and path.startswith(href)]
    current = max(found, key=len) if found else path
    return tuple(NavEntry(href, words, href == current) for href, words in named)
