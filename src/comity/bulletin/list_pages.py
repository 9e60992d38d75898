"""Lists: sections, areas, everything there is; each in parts that no page grows too large by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.bulletin.frame import Head
from comity.bulletin.gates_picture import gates_picture, seen_by_the_picture
from comity.bulletin.site import SECTIONS, Scope, Site, changed_at, day_of
from comity.bulletin.structured import of_list
from comity.kinds import every_kind
from comity.paper.areas import area_words
from comity.paper.thing_view import title_parts
from comity.paper.translate import translate
from comity.paper.wording import lead_of
from comity.procedures.what_may_be_published import Shown
from comity.store.search import fold

MOST_LINES = 80
Groups = list[tuple[str, list[Shown]]]


def _about(name: str, count: int, lang: str) -> str:
    """What a section holds, in a sentence."""
    _ = translate(lang)
    return {
        "agreed": _.many(
            "{count} thing that was agreed, the latest first: by consent of the parties or as public reports say.",
            "{count} things that were agreed, the latest first: by consent of the parties or as public reports say.",
            count,
        ),
        "sessions": _.many(
            "{count} session or mechanism, the latest first.", "{count} sessions and mechanisms, the latest first.", count
        ),
        "instruments": _.many(
            "{count} paper signed or issued: by consent of the parties or as public reports say.",
            "{count} papers signed or issued: by consent of the parties or as public reports say.",
            count,
        ),
        "sources": _.many(
            "{count} public report that was read, with its address.",
            "{count} public reports that were read, with their addresses.",
            count,
        ),
        "parties": _.many("{count} party that is named here.", "{count} parties that are named here.", count),
    }[name]


def _about_gates(rows: Sequence[Shown], lang: str) -> str:
    """How many pairs there are, and how many corridors."""
    _, corridors = translate(lang), sum(shown.kind == "corridor" for shown in rows)
    pairs = _.many("{count} pair of border gates.", "{count} pairs of border gates.", len(rows) - corridors)
    joined = _.many("{count} corridor joins some of them.", "{count} corridors join some of them.", corridors)
    between = "" if lang == "zh-Hans" else " "
    return between.join([pairs, joined] if corridors else [pairs])


@dataclass(frozen=True)
class ListPage:
    """One page of a list: what it is called, its things in groups, and the pages beside it; the first of gates has a picture."""

    head: Head
    groups: Groups
    files: tuple[str, ...]
    scope: Scope
    days: bool = True

    @property
    def has_picture(self) -> bool:
        """Whether a picture stands above the list."""
        return self.head.file == "gates.html"

    def context(self, lang: str) -> dict[str, object]:
        """What the template of a list is given."""
        site = self.scope.site
        figures = gates_picture(site, lang) if self.has_picture else []
        pager = [{"file": file, "number": at + 1, "current": file == self.head.file} for at, file in enumerate(self.files)]
        shown = {"groups": self.groups, "pager": pager, "names": self.scope.name, "days": self.days}
        return {**shown, "figures": lambda: figures}


def list_pages(site: Site, lang: str) -> Iterator[ListPage]:
    """Every page of every list in a language."""
    _ = translate(lang)
    for name, rows in site.sections.items():
        if rows:
            ordered = sorted(rows, key=lambda shown: shown.kind == "corridor") if name == "gates" else rows
            by = _by_kind(ordered, lang) if name in ("agreed", "gates") else [("", rows)]
            about = _about_gates(rows, lang) if name == "gates" else _about(name, len(rows), lang)
            yield from _paged(site, lang, _Listed(name, _(SECTIONS[name]), about, name), by)
    for area, rows in site.areas.items():
        about = _.many("{count} thing that was agreed in this area.", "{count} things that were agreed in this area.", len(rows))
        yield from _paged(site, lang, _Listed(f"area-{area}", area_words(area, lang), about, "areas"), [("", rows)])
    every = [shown for rows in site.sections.values() for shown in rows]
    about = _.many("{count} thing that is shown here.", "{count} things that are shown here.", len(every))
    listed = _Listed("a-z", _("Everything in one list"), about, "a-z")
    yield from _paged(site, lang, listed, _by_letter(every, lang))


@dataclass(frozen=True, slots=True)
class _Listed:
    stem: str
    title: str
    about: str
    section: str


def _paged(site: Site, lang: str, listed: _Listed, groups: Groups) -> Iterator[ListPage]:
    pages = list(_parts(groups))
    files = tuple(f"{listed.stem}{f'-{at + 1}' if at else ''}.html" for at in range(len(pages)))
    for file, part in zip(files, pages, strict=True):
        shown = [each for _heading, rows in part for each in rows]
        head = Head(
            file=file,
            title=listed.title,
            about=listed.about,
            structured=of_list(site, lang, file, listed.title),
            section=listed.section,
            changed_at=max(map(changed_at, shown), default=""),
        )
        seen = seen_by_the_picture(site) if file == "gates.html" else []
        scope = site.scope([*(each.id for each in shown), *seen])
        yield ListPage(head, part, files, scope, listed.stem not in ("parties", "gates"))


def _parts(groups: Groups) -> Iterator[Groups]:
    """The groups in pages of so many lines; a heading comes again on the page where its group goes on."""
    page: Groups = []
    room = MOST_LINES
    for heading, rows in groups:
        at = 0
        while at < len(rows):
            taken = rows[at : at + room]
            page.append((heading, taken))
            at, room = at + len(taken), room - len(taken)
            if not room:
                yield page
                page, room = [], MOST_LINES
    if page:
        yield page


def _by_kind(rows: Sequence[Shown], lang: str) -> Groups:
    """Things by what they are, where they are not all the same."""
    kinds = list(dict.fromkeys(each.kind for each in rows))
    if len(kinds) == 1:
        return [("", list(rows))]
    return [
        (_first_large(every_kind()[kind].plural.in_language(lang)), [each for each in rows if each.kind == kind])
        for kind in kinds
    ]


def _first_large(words: str) -> str:
    return words[:1].upper() + words[1:]


def _by_letter(rows: Sequence[Shown], lang: str) -> Groups:
    """By the first letter of what they are called; in Chinese, which has no alphabet, by year, the latest first."""
    found: dict[str, list[tuple[str, Shown]]] = {}
    for each in rows:
        lead = lead_of(title_parts(each.row), lang)
        folded = fold(lead.text) if lead else ""
        letter = next((part for part in folded if part.isalnum()), "")
        key = day_of(each)[:4] if lang == "zh-Hans" else letter.upper() if letter.isascii() and letter.isalpha() else "…"
        found.setdefault(key or "…", []).append((folded, each))
    order = sorted(found, key=lambda key: (key == "…", key))
    if lang == "zh-Hans":
        order = sorted((key for key in found if key != "…"), reverse=True) + [key for key in found if key == "…"]
    return [(key, [each for _, each in sorted(found[key], key=lambda pair: (pair[0], pair[1].id))]) for key in order]
