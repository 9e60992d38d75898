"""What should a leader know today? Findings by rule, each with the thing it is about and the sources it rests on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import Group, address, group
from comity.desk.listing import MOST, Part, chosen_in, in_form
from comity.paper.areas import area_words
from comity.paper.labels import kind_label
from comity.paper.row_parts import page_of
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.procedures.gather_findings import Asked, Findings, gather_findings
from comity.record.language import LANGUAGES
from comity.review.every_rule import RULES
from comity.review.found import Found
from comity.review.thresholds import thresholds

# How many things of each kind are looked through, the latest first, and how many findings of a rule stand on the first page.
MOST_LOOKED_AT = 1000
SHOWN_OF_RULE = 6
MOST_SOURCES = 3
MOST_AREAS = 24
MOST_MECHANISMS = 12
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as lists show it; `id` is its key, `sentence` by language."""

    id: str
    rule: str
    case: str
    thing: str
    day: str
    sentence: dict[str, str]
    parties: tuple[str, ...]
    areas: tuple[str, ...]
    session: str
    mechanism: str
    evidence: tuple[str, ...]
    sources: tuple[str, ...]
    home_only: bool


@page
def findings(ask: Ask, form: str) -> HttpResponse:
    """The findings of `?day=`, today if none; `?session=` and the others choose, `?after=` goes on."""
    chosen = chosen_in(ask, ("day", "session", "party", "mechanism", "rule", "area"))
    given = chosen.get("day", "")
    asked = Asked(
        given if is_day(given) else now().day,
        thresholds(),
        session=chosen.get("session", ""),
        party=chosen.get("party", ""),
        mechanism=chosen.get("mechanism", ""),
        most=MOST_LOOKED_AT,
    )
    found = gather_findings(ask.reading, asked)
    fitting = [each for each in found.found if _fits(each, chosen)]
    lines = [_line(found, each, LANGUAGES) for each in fitting] if form != "/" else []
    return in_form(form, "findings", lines, lambda: _page(ask, found, fitting, chosen), part=Part(len(fitting), found.cut, ""))


def _page(ask: Ask, found: Findings, fitting: list[Found], chosen: dict[str, str]) -> HttpResponse:
    counts = {rule: sum(each.rule == rule for each in fitting) for rule in RULES}
    shown, more = fitting, ""
    if "rule" in chosen:
        lines = [_line(found, each, (ask.lang,)) for each in fitting]
        shown_lines, last = page_of(lines, after=ask.request.GET.get("after", ""), most=MOST)
        more = address(ask.request.path, {**chosen, "after": last}) if last else ""
    else:
        firsts = {rule: [each for each in shown if each.rule == rule][:SHOWN_OF_RULE] for rule in RULES}
        shown_lines = [_line(found, each, (ask.lang,)) for each_rule in firsts.values() for each in each_rule]
    grouped = [
        (rule, translate(ask.lang)(words), counts[rule], [line for line in shown_lines if line.rule == rule])
        for rule, words in RULES.items()
        if counts[rule]
    ]
    by_key = {each.key: each for each in fitting}
    return show(
        ask,
        "findings.html",
        count=len(fitting),
        on=found.state.on,
        since=found.state.since,
        session=found.scope.session,
        shown=lambda key: found.show(by_key[key], ask.lang),
        called=lambda thing: found.called(thing, ask.lang),
        given=chosen.get("day", ""),
        understood=not chosen.get("day") or is_day(chosen["day"]),
        grouped=grouped,
        shown_of_rule=SHOWN_OF_RULE,
        rule_href=lambda rule: address(ask.request.path, {**chosen, "rule": rule}),
        narrowed=bool(chosen),
        filters=_groups(ask, found, chosen),
        cut=MOST_LOOKED_AT if found.cut else 0,
        most_sources=MOST_SOURCES,
        more=more,
        back=address(ask.request.path, chosen) if ask.request.GET.get("after") else "",
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _groups(ask: Ask, found: Findings, chosen: dict[str, str]) -> list[Group]:
    _, path = translate(ask.lang), ask.request.path
    by_area = [each for each in found.found if chosen.get("rule", each.rule) == each.rule]
    by_rule = [each for each in found.found if not chosen.get("area") or chosen["area"] in each.areas]
    areas = sorted({area for each in by_area for area in each.areas})[:MOST_AREAS]
    rules = [(rule, _(words), sum(each.rule == rule for each in by_rule)) for rule, words in RULES.items()]
    named = [(area, area_words(area, ask.lang), sum(area in each.areas for each in by_area)) for area in areas]
    counted = Counter(each.mechanism for each in by_area if each.mechanism)
    mechanisms = [(each, found.called(each, ask.lang), count) for each, count in counted.most_common(MOST_MECHANISMS)]
    return [
        group(_("Findings"), "rule", [each for each in rules if each[2]], chosen=chosen, path=path),
        group(_("Area"), "area", named, chosen=chosen, path=path),
        group(kind_label("mechanism", ask.lang), "mechanism", mechanisms, chosen=chosen, path=path),
    ]


def _line(found: Findings, each: Found, langs: tuple[str, ...]) -> FindingLine:
    return FindingLine(
        id=each.key,
        rule=each.rule,
        case=each.case,
        thing=each.thing,
        day=each.day,
        sentence={lang: found.say(each, lang) for lang in langs},
        parties=each.parties,
        areas=each.areas,
        session=each.session,
        mechanism=each.mechanism,
        evidence=each.evidence,
        sources=each.sources,
        home_only=each.home_only,
    )


def _fits(found: Found, chosen: dict[str, str]) -> bool:
    return chosen.get("rule", found.rule) == found.rule and ("area" not in chosen or chosen["area"] in found.areas)


def is_day(given: str) -> bool:
    """Whether a day of the calendar was given."""
    try:
        return bool(_DAY.fullmatch(given) and date.fromisoformat(given))
    except ValueError:
        return False
