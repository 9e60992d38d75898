"""Makes the bulletin of a home: plain files that any web server can hand out, rebuilt only where something changed.

    index.html robots.txt sitemap.xml look/ manifest.json
    visits.json          the last count of visits, where one was made
    check/               what a program can check under each code (CODE.json)
    vi/ zh-Hans/ en/     index.html, a page for each thing (CODE.html, and CODE.pdf where asked for), lists, areas, search, check,
                         about, bulletin.pdf, feed.atom, feed.json, calendar.ics

Source: docs/howto/publish-a-bulletin.md; docs/decisions/0029-publication-consent.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from pathlib import Path

from comity.bulletin import feeds, frame
from comity.bulletin.answers import answers_of
from comity.bulletin.card import card
from comity.bulletin.code_lists import beginning, list_files
from comity.bulletin.frame import Head, page
from comity.bulletin.issue import issue, seen_by_the_issue
from comity.bulletin.kept_count import COUNT, count_file, last_count
from comity.bulletin.list_pages import ListPage, list_pages
from comity.bulletin.other_pages import about_page, areas_page, check_page, front_page, search_page, visits_page
from comity.bulletin.placing import Placed, Planned, about_of, place
from comity.bulletin.search_index import index_files
from comity.bulletin.site import Site, changed_at
from comity.bulletin.structured import of_thing
from comity.bulletin.thing_page import page_title, page_words, scope_of, thing_context
from comity.bulletin.thing_paper import thing_paper
from comity.bulletin.visits import Visits, count_visits
from comity.paper.rendering import render
from comity.paper.translate import translate
from comity.procedures.check_code import PublicAnswers
from comity.procedures.clock import Moment
from comity.procedures.what_may_be_published import Shown, what_may_be_published
from comity.procedures.write_calendar import Wanted, calendar_of_rows
from comity.record.canonical import Fields
from comity.record.code import code_of
from comity.record.language import LANGUAGES
from comity.store.home import Home

# Where a bulletin is looked at that nobody has published elsewhere yet.
THIS_MACHINE = "http://127.0.0.1:8000/bulletin/"


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What was built: things shown, how many of them by consent, files, and the address they are made for.

    `visits` as counted now, or else as last counted; `papers` whether each page has a PDF beside it.
    """

    things: int
    consented: int
    pages: int
    placed: Placed
    address: str
    visits: Visits | None
    papers: bool


@dataclass(frozen=True, slots=True)
class Options:
    """`address` at which it will be served, `check_at` where a home answers its check page; "" for as it was last built.

    `visits`: an access log to count. `papers`: whether each page has a PDF beside it; None for as it was last built. `told` is
    told how many of how many files are made.
    """

    address: str = ""
    check_at: str = ""
    visits: Path | None = None
    papers: bool | None = None
    told: Callable[[int, int], None] | None = None


def make_bulletin(home: Home, to: Path, *, moment: Moment, options: Options | None = None) -> Bulletin:
    """Builds the bulletin in the folder `to` and says what was done.

    Raises: FileThere, FileMissing, DiskFull, DiskReadOnly, DiskFailed; with papers also FontsMissing, PaperPartsMissing.
    """
    given, before = options or Options(), about_of(to)
    address = _ending(given.address or before.get("address", "") or THIS_MACHINE)
    check_at = given.check_at or before.get("check_at", "")
    papers = before.get("papers") == "yes" if given.papers is None else given.papers
    with home.read() as reading:
        published = what_may_be_published(reading, at=moment.at)
        site = Site(published, address, made_with(), moment.day, papers, _ending(check_at) if check_at else "")
        heads = _heads(site)
        visits = _visits(given.visits, to, [f"{lang}/{file}" for lang in LANGUAGES for file in heads])
        answered = answers_of(site, PublicAnswers(reading))
        pages = [one for lang in LANGUAGES for one in _in_language(site, lang, visits, beginning(answered.codes))]
        plan = [*_static(site), *answered.files, *list_files(answered.codes), *pages, *_around(site, heads, visits)]
        about = {"address": address, "check_at": site.check_at, "papers": "yes" if papers else ""}
        placed = place(
            to, plan, about={name: said for name, said in about.items() if said}, told=given.told or (lambda _done, _of: None)
        )
    consented = sum(shown.publication is not None for shown in published.things.values())
    return Bulletin(len(published.things), consented, len(heads) * len(LANGUAGES), placed, address, visits, papers)


def _visits(log: Path | None, to: Path, pages: list[str]) -> Visits | None:
    """What the log says was read; without one, the last count."""
    return count_visits(log, pages) if log else last_count(to, frozenset(pages))


@cache
def made_with() -> str:
    """A digest of everything but the record that pages are made with: templates, styles, words and this program."""
    digest = hashlib.sha256()
    for part in ("bulletin", "paper", "locale", "kinds"):
        for name, content in sorted(_files(resources.files("comity") / part)):
            digest.update(f"{part}/{name}\n".encode() + hashlib.sha256(content).digest())
    return digest.hexdigest()


def _files(folder: resources.abc.Traversable, below: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{below}{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry, f"{name}/")
        elif entry.name.endswith((".py", ".html", ".css", ".js", ".svg", ".po")):
            yield name, entry.read_bytes()


def _ending(address: str) -> str:
    return address if address.endswith("/") else f"{address}/"


def _static(site: Site) -> Iterator[Planned]:
    for name, path in frame.static_files().items():
        yield Planned(path, path, lambda name=name: frame.static(name))  # type: ignore[misc]
    yield Planned(frame.CARD, hashlib.sha256(b"card/v1").hexdigest(), card)


def _around(site: Site, heads: dict[str, str], visits: Visits | None) -> Iterator[Planned]:
    """What stands in no language: the count, the word to robots, the map, and the choice of a language. They come last."""
    named = heads | ({"visits.html": ""} if visits else {})
    if visits:
        yield Planned(COUNT, site.made_of("visits", str(visits)), lambda: count_file(visits))
    yield Planned("robots.txt", site.made_of("robots"), lambda: feeds.robots(site))
    made_of = site.made_of("sitemap", *(f"{file} {changed}" for file, changed in named.items()))
    yield Planned("sitemap.xml", made_of, lambda: feeds.sitemap(site, named))
    yield Planned("index.html", site.made_of("choose"), lambda: _choose(site))


def _heads(site: Site) -> dict[str, str]:
    """Every page by its file, with the instant it last changed or ""; the same in each language."""
    found = {site.pages[each.id]: changed_at(each) for each in _paged(site)}
    found |= {each.head.file: each.head.changed_at for lang in LANGUAGES for each in list_pages(site, lang)}
    others = ["index.html", "about.html", "check.html", "search.html", *(["areas.html"] if site.areas else [])]
    return found | dict.fromkeys(others, "")


def _paged(site: Site) -> list[Shown]:
    return [*site.published.things.values(), *site.published.parties.values()]


def _in_language(site: Site, lang: str, visits: Visits | None, parted: int) -> Iterator[Planned]:
    for shown in _paged(site):
        made_of = site.made_of(lang, shown.id, scope=scope_of(site, shown))
        yield Planned(f"{lang}/{site.pages[shown.id]}", made_of, _thing(site, shown, lang))
        if paper := site.papers.get(shown.id):
            made_of = site.made_of(lang, shown.id, "paper", scope=scope_of(site, shown, is_paper=True))
            yield Planned(f"{lang}/{paper}", made_of, partial(thing_paper, site, shown, lang))
    for listed in list_pages(site, lang):
        ids = [each.id for _heading, rows in listed.groups for each in rows]
        made_of = site.made_of(lang, listed.head.file, listed.head.about, *listed.files, *ids, scope=listed.scope)
        yield Planned(f"{lang}/{listed.head.file}", made_of, _listed(site, lang, listed))
    yield from _feeds(site, lang)
    every = site.made_of(lang, "every", scope=site.scope(site.digests))
    parts = index_files(site, lang)
    for at, part in enumerate(parts):
        yield Planned(f"{lang}/index-{at + 1}.js", hashlib.sha256(part).hexdigest(), lambda part=part: part)  # type: ignore[misc]
    yield Planned(f"{lang}/index.html", site.made_of(every, str(visits)), lambda: front_page(site, lang, visits))
    yield Planned(f"{lang}/about.html", every, lambda: about_page(site, lang))
    yield Planned(f"{lang}/check.html", site.made_of(every, str(parted)), lambda: check_page(site, lang, parted))
    yield Planned(f"{lang}/search.html", site.made_of(every, str(len(parts))), lambda: search_page(site, lang, len(parts)))
    if site.areas:
        yield Planned(f"{lang}/areas.html", every, lambda: areas_page(site, lang))
    if visits is not None:
        yield Planned(f"{lang}/visits.html", site.made_of(every, str(visits)), lambda: visits_page(site, lang, visits))


def _feeds(site: Site, lang: str) -> Iterator[Planned]:
    new = site.made_of(lang, "news", scope=site.scope(each.id for each in feeds.news(site)))
    yield Planned(f"{lang}/feed.atom", new, lambda: feeds.atom(site, lang))
    yield Planned(f"{lang}/feed.json", new, lambda: feeds.json_feed(site, lang))
    every = site.made_of(lang, "calendar", scope=site.scope(site.digests))
    yield Planned(f"{lang}/calendar.ics", every, lambda: _calendar(site, lang))
    scope = site.scope(seen_by_the_issue(site))
    yield Planned(f"{lang}/bulletin.pdf", site.made_of(lang, "issue", scope=scope), lambda: _pdf(site, lang))


def _thing(site: Site, shown: Shown, lang: str) -> Callable[[], bytes]:
    def make() -> bytes:
        context = thing_context(site, shown, lang)
        title = page_title(site, shown, lang)
        head = Head(
            file=site.pages[shown.id],
            title=title,
            about=f"{title} · {feeds.summary(shown, lang)}",
            structured=of_thing(site, shown, lang),
            section=str(context["section"]),
            og_type="article",
            changed_at=changed_at(shown),
            code=code_of(shown.id),
            paper=site.papers.get(shown.id, ""),
        )
        return page(site, "thing.html", lang, head, context | page_words(shown, lang))

    return make


def _listed(site: Site, lang: str, listed: ListPage) -> Callable[[], bytes]:
    return lambda: page(site, "list.html", lang, listed.head, listed.context(lang))


def _calendar(site: Site, lang: str) -> bytes:
    rows: list[Fields] = [shown.row for shown in (*_paged(site), *site.published.readings.values())]
    told = [row for row in rows if row["kind"] != "progress"]
    wanted = Wanted(lang, address=f"{site.address}{lang}/", page=lambda thing: site.pages.get(thing, "index.html"))
    return calendar_of_rows(told, wanted, file="calendar.ics")


def _pdf(site: Site, lang: str) -> bytes:
    from comity.paper.printed_pdf import pdf_of

    return pdf_of([issue(site, lang)], made_on=max(map(changed_at, site.published.things.values()), default=site.day)[:10])


def _choose(site: Site) -> bytes:
    shown = {"policy": frame.POLICY, "home": site.address, "card": site.address + frame.CARD, "files": frame.static_files()}
    languages = [
        {"lang": lang, "address": frame.address(site, lang, "index.html"), "words": translate(lang)("Cooperation bulletin")}
        for lang in sorted(LANGUAGES)
    ]
    return render("bulletin/choose.html", "en", page=shown, languages=languages).encode()
