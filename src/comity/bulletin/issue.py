"""The issue on paper: what parties published by consent, whole, and what reports said last, each with its code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from comity.bulletin.frame import address
from comity.bulletin.site import Site, changed_at, day_of
from comity.kinds import every_kind
from comity.paper.moment import show_day
from comity.paper.names import plain_name
from comity.paper.printed import Block, Heading, Line, Paragraph, Printed, Run
from comity.paper.row_parts import words_in
from comity.paper.thing_view import title_parts
from comity.paper.translate import translate
from comity.paper.wording import Part, lead_of, parts_of
from comity.procedures.what_may_be_published import Shown
from comity.record.code import code_of

MOST_CONSENTED = 40
MOST_REPORTED = 30


def of_the_issue(site: Site) -> tuple[list[Shown], list[Shown]]:
    """What the issue holds: by consent, and as reports say, the latest first."""
    listed = [shown for name, rows in site.sections.items() if name not in ("sources", "parties") for shown in rows]
    consented = sorted((each for each in listed if each.publication), key=lambda each: (changed_at(each), each.id), reverse=True)
    reported = [each for each in site.sections["agreed"] if not each.publication]
    return consented[:MOST_CONSENTED], reported[:MOST_REPORTED]


def issue(site: Site, lang: str) -> Printed:
    """The issue as a document."""
    _ = translate(lang)
    consented, reported = of_the_issue(site)
    made: list[Block] = [
        Paragraph("about", (Run(_("Only what public reports say, and what every party named has consented to publish.")),)),
        Paragraph("address", (Run(address(site, lang, "index.html"), "en", address(site, lang, "index.html")),)),
    ]
    if consented:
        made.append(Heading("consented", 1, (Run(_("Published by consent of the parties")),)))
        made += [block for each in consented for block in _consented(site, each, lang)]
    if reported:
        made.append(Heading("reported", 1, (Run(_("Latest agreed items in public reports")),)))
        made += [_reported(site, each, lang) for each in reported]
    return Printed(lang, (Run(_("Cooperation bulletin")),), "", "", None, tuple(made), counts_headings=False)


def _consented(site: Site, shown: Shown, lang: str) -> Iterator[Block]:
    _, parts = translate(lang), title_parts(shown.row)
    yield Heading(f"{shown.id}-title", 2, _words(parts, lang))
    yield from _beneath(shown.id, parts, lang)
    scope = site.scope([str(each.party) for each in shown.publication.consents] if shown.publication else [])
    names = [
        _called(plain_name(scope.name(each.party), lang)) for each in (shown.publication.consents if shown.publication else ())
    ]
    between = "、" if lang == "zh-Hans" else ", "
    said = _("Published with the consent of every party named:") + " " + between.join(names)
    yield Paragraph(f"{shown.id}-who", (Run(said),), rests_on=(shown.id,), code=code_of(shown.id))
    for text in (each for each in site.named_by.get(shown.id, ()) if each.kind == "text"):
        yield from _clauses(text, lang)


def _clauses(text: Shown, lang: str) -> Iterator[Block]:
    _, clauses = translate(lang), text.fields.get("clauses")
    if text.in_force:
        yield Paragraph(f"{text.id}-force", (Run(_("In force"), is_strong=True),), rests_on=(text.id,))
    for at, clause in enumerate(clauses if isinstance(clauses, list) else [], start=1):
        parts = parts_of(clause)
        if parts:
            words = (Run(f"{at}. "), *_words(parts, lang))
            yield Paragraph(f"{text.id}-{at}", words, rests_on=(text.id,), code=code_of(text.id) if at == 1 else "")
            yield from _beneath(f"{text.id}-{at}", parts, lang)


def _reported(site: Site, shown: Shown, lang: str) -> Block:
    kind, day = every_kind()[shown.kind].labels.in_language(lang), day_of(shown)
    line: Line = (*_words(title_parts(shown.row), lang), Run(f" · {kind}" + (f" · {show_day(day, lang)}" if day else "")))
    sources = dict.fromkeys(each for each in site.leads_to(shown) if each in site.published.things)
    reports = [site.published.things[each] for each in sources if site.published.things[each].kind == "source"]
    runs = tuple(_source(each, lang) for each in reports[:3])
    return Paragraph(shown.id, line, rests_on=(shown.id,), sources=runs, code=code_of(shown.id))


def _source(shown: Shown, lang: str) -> Run:
    lead = lead_of(title_parts(shown.row), lang)
    outlet = words_in(shown.fields, "outlet")
    words = f"{lead.text if lead else code_of(shown.id)}{f' ({outlet})' if outlet else ''}"
    return Run(words, lead.lang if lead else "", words_in(shown.fields, "address"))


def _words(parts: list[Part], lang: str) -> Line:
    lead = lead_of(parts, lang)
    return (Run(lead.text, lead.lang),) if lead else (Run("–"),)


def _beneath(key: str, parts: Iterable[Part], lang: str) -> Iterator[Block]:
    """The other languages of a wording, each a paragraph of its own."""
    held = list(parts)
    lead = lead_of(held, lang)
    for part in held:
        if part is not lead:
            yield Paragraph(f"{key}-{part.lang}", (Run(part.text, part.lang),))


def _called(name: str) -> str:
    return " ".join(name.split())


def seen_by_the_issue(site: Site) -> list[str]:
    """Every id on which the issue rests."""
    consented, reported = of_the_issue(site)
    texts = [text.id for each in consented for text in site.named_by.get(each.id, ()) if text.kind == "text"]
    parties = [str(one.party) for each in consented if each.publication for one in each.publication.consents]
    sources = [source for each in reported for source in site.leads_to(each)]
    return [*(each.id for each in (*consented, *reported)), *texts, *parties, *sources]
