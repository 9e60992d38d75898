"""The front page, what the bulletin says of itself, its areas, its search and its visits."""

from __future__ import annotations

from comity.bulletin.code_lists import STEM
from comity.bulletin.frame import Head, page
from comity.bulletin.site import SECTIONS, Site, changed_at, day_of
from comity.bulletin.structured import of_list, of_site
from comity.bulletin.visits import Visits
from comity.paper.areas import area_words
from comity.paper.moment import show_day
from comity.paper.names import listed, plain_name
from comity.paper.translate import N_, Msgid, translate
from comity.paper.values import number
from comity.record.code import code_of
from comity.record.language import STANDING_WORDS, Standing

MOST_ON_FRONT = 12
MOST_VISITED = 100

_TITLES: dict[str, Msgid] = {
    "index": N_("Front page"),
    "areas": N_("Areas"),
    "about": N_("About"),
    "check": N_("Check a paper"),
    "search": N_("Search"),
    "a": N_("Everything in one list"),
}
_WORTH: dict[Standing, Msgid] = {
    Standing.AUTHENTIC: N_("The parties signed or entered it in this language; such versions are equal."),
    Standing.OFFICIAL: N_("Made by an office that answers for it; the authentic version decides."),
    Standing.MACHINE: N_("Made by a program; good for a first look only."),
    Standing.STALE: N_("The other versions have changed since."),
}


def front_page(site: Site, lang: str, visits: Visits | None) -> bytes:
    """The front page: its first sentence holds the figures."""
    _, sections = translate(lang), site.sections
    listed = [each for name, rows in sections.items() if name != "parties" for each in rows]
    consented = sorted(
        (each for each in listed if each.publication), key=lambda each: (changed_at(each), day_of(each), each.id), reverse=True
    )
    latest = [each for each in sections["agreed"] if not each.publication][:MOST_ON_FRONT]
    met = [each for each in sections["sessions"] if each.kind == "session"][: MOST_ON_FRONT // 2]
    between = "" if lang == "zh-Hans" else " "
    about = between.join(words for words in (_agreed_words(site, lang), _reports_words(site, lang)) if words)
    shown = [*consented[:MOST_ON_FRONT], *latest, *met]
    head = Head(
        "index.html", _("Front page"), about, of_site(site, lang), "index", changed_at=max(map(changed_at, listed), default="")
    )
    context: dict[str, object] = {
        "consented": consented[:MOST_ON_FRONT],
        "latest": latest,
        "sessions": met,
        "areas": [(code, len(rows)) for code, rows in site.areas.items()],
        "visits": _visits_words(visits, lang) if visits else "",
        "names": site.scope(each.id for each in shown).name,
    }
    return page(site, "front.html", lang, head, context)


def _visits_words(visits: Visits, lang: str) -> str:
    """How many pages were read, and until when that was counted."""
    _ = translate(lang)
    if not visits.counts:
        return _("No page was read.")
    until = show_day(visits.last[:10], lang)
    return _.many("{count} page read until {last}.", "{count} pages read until {last}.", visits.total, last=until)


def _agreed_words(site: Site, lang: str) -> str:
    agreed = site.sections["agreed"] + [each for each in site.sections["instruments"] if each.publication]
    by_consent = sum(each.publication is not None for each in agreed)
    return translate(lang).many(
        "{count} thing that was agreed, {consented} of them published by consent of every party named.",
        "{count} things that were agreed, {consented} of them published by consent of every party named.",
        len(agreed),
        consented=number(by_consent, lang),
    )


def _reports_words(site: Site, lang: str) -> str:
    reports = len(site.sections["sources"])
    if not reports:
        return ""
    return translate(lang).many(
        "The rest is what {count} public report says.", "The rest is what {count} public reports say.", reports
    )


def about_page(site: Site, lang: str) -> bytes:
    """What stands here, what a language version is worth, and how anything is checked."""
    _ = translate(lang)
    title = _("About this bulletin, and how to check it")
    head = Head("about.html", title, title, of_list(site, lang, "about.html", title), "about")
    standings = [(STANDING_WORDS[each].in_language(lang), _(words)) for each, words in _WORTH.items()]
    going_on = [plain_name(site.scope([each]).name(each), lang) for each in site.published.going_on]
    context: dict[str, object] = {"example": _example(site), "standings": standings, "going_on": listed(going_on, lang)}
    return page(site, "about.html", lang, head, context)


def check_page(site: Site, lang: str, parted: int) -> bytes:
    """Says which code leads to what here, on the reader's own device, and how a program checks it without believing the page.

    `parted`: by how many first characters the list of codes is.
    """
    title = translate(lang)("Check a paper")
    head = Head("check.html", title, title, of_list(site, lang, "check.html", title), "about")
    context: dict[str, object] = {"example": _example(site), "codes": f"../{STEM}", "parted": parted}
    return page(site, "check.html", lang, head, context | {"at": site.address, "check_at": site.check_at})


def _example(site: Site) -> str:
    return next((code_of(each.id) for each in site.published.things.values()), code_of("0" * 64))


def areas_page(site: Site, lang: str) -> bytes:
    """Every area with how many things it holds."""
    title = translate(lang)("Areas")
    head = Head("areas.html", title, title, of_list(site, lang, "areas.html", title), "areas")
    return page(site, "areas.html", lang, head, {"areas": [(code, len(rows)) for code, rows in site.areas.items()]})


def search_page(site: Site, lang: str, parts: int) -> bytes:
    """The page that searches by itself; without scripts it leads to the list of everything."""
    title = translate(lang)("Search")
    head = Head("search.html", title, title, of_list(site, lang, "search.html", title), "search")
    return page(site, "search.html", lang, head, {"parts_of_index": parts})


def _title_of(site: Site, path: str, lang: str) -> str:
    """What a page is called in the language of the reader, by its path; lists and other pages by their section or file."""
    _, file = translate(lang), path.partition("/")[2]
    thing = next((thing for thing, page_file in site.pages.items() if page_file == file), "")
    if thing:
        return plain_name(site.scope([thing]).name(thing), lang)
    stem, _dash, number_of_list = file.removesuffix(".html").partition("-")
    if stem == "area":
        return area_words(number_of_list.partition("-")[0], lang)
    words = _(_TITLES[stem]) if stem in _TITLES else _(SECTIONS[stem]) if stem in SECTIONS else file
    return f"{words} ({number_of_list})" if number_of_list.isdigit() else words


def visits_page(site: Site, lang: str, visits: Visits) -> bytes:
    """How often pages were read, over which time, and what was left out."""
    _ = translate(lang)
    span = {"first": show_day(visits.first[:10], lang), "last": show_day(visits.last[:10], lang)}
    count = number(visits.total, lang)
    about = (
        _("{count} pages read from {first} to {last} (UTC).", count=count, **span) if visits.counts else _("No page was read.")
    )
    head = Head("visits.html", _("Visits"), about, of_list(site, lang, "visits.html", _("Visits")), "visits")
    rows = [
        {"path": path, "title": _title_of(site, path, lang), "lang": path.partition("/")[0], "count": times}
        for path, times in list(visits.counts.items())[:MOST_VISITED]
    ]
    said = [_("What was read later is in no count yet.")] if visits.counts else []
    said.append(_("Left out: {count} pages fetched by known robots.", count=number(visits.robots, lang)))
    if not visits.names_programs:
        said.append(_("The log does not name programs, so that robots cannot be told apart."))
    said.append(_("Lines that could not be read: {count}.", count=number(visits.unreadable, lang)))
    return page(site, "visits.html", lang, head, {"visits": visits, "rows": rows, "left_out": " ".join(said)})
