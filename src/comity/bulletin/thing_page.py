"""The page of one thing: its words in every language there is, on whose word it stands, and where that can be read."""

from __future__ import annotations

from dataclasses import dataclass

from comity.bulletin.site import SECTIONS, Scope, Site, changed_at, languages_missing, section_of
from comity.paper.disc import sector
from comity.paper.labels import draft_words, kind_label
from comity.paper.names import listed, plain_name
from comity.paper.places_view import OWN_TONGUE
from comity.paper.row_parts import ids_in, rows_in, words_in
from comity.paper.thing_view import Fact, facts, state_words, title_parts, voice_words
from comity.paper.translate import LANGUAGE_NAMES, translate
from comity.paper.values import number
from comity.paper.wording import Part, lead_of, tag
from comity.procedures.what_may_be_published import Shown
from comity.record.canonical import Fields, Value
from comity.record.code import code_of

MOST_NAMED = 100
# What says how a thing stands in the record rather than what it is.
_NOT_FACTS = frozenset(
    {
        *("clauses", "areas", "parties", "open_until", "binds", "item", "about", "source", "says"),
        *("asks", "detail", "first_side", "first_name", "second_side", "second_name"),
        *("first_called", "second_called", "first_at", "second_at"),
    }
)
_OF_READINGS = frozenset({"reader", "confidence", "confirmed_by", "corrected"})


@dataclass(frozen=True, slots=True)
class Told:
    """What one report says: its wording, the exact words where a copy was read, and where the report stands."""

    wording: Value
    quotes: tuple[Part, ...]
    source: Shown
    says: str


@dataclass(frozen=True, slots=True)
class State:
    """How an agreed item stands by one owner's own word."""

    owner: str
    words: str
    voice: str
    shape: object
    on: str
    result: Value


@dataclass(frozen=True, slots=True)
class Side:
    """What one side calls a pair of gates or a corridor, and the parties it lies in there; `words` say which side it is."""

    side: str
    words: str
    called: Value
    at: tuple[str, ...]


def scope_of(site: Site, shown: Shown, *, is_paper: bool = False) -> Scope:
    """All that the page of a thing names; its paper does not name what stands beside it."""
    published, named = site.published, site.named_by.get(shown.id, [])
    near = _texts(named) if is_paper else [*_texts(named), *named[:MOST_NAMED], *site.related(shown)]
    ids = {shown.id, str(shown.row["party"]), *shown.told, *shown.states, *site.leads_to(shown), *(each.id for each in near)}
    ids |= {item for each in near for item in ids_in(each.fields, "item")}
    ids |= {party for each in (shown, *near) for party in each.signed_by}
    ids |= {str(each.party) for each in (shown.publication.consents if shown.publication else ())}
    ids |= {owner for each in shown.states for owner in ids_in(published.readings[each].fields, "owner")}
    return site.scope(ids)


def thing_context(site: Site, shown: Shown, lang: str, *, is_paper: bool = False) -> dict[str, object]:
    """What the template of a thing's page, or of its paper, is given."""
    scope, parts = scope_of(site, shown, is_paper=is_paper), title_parts(shown.row)
    if shown.kind == "text":
        parts = _title_of_text(scope, shown) or parts
    lead = lead_of(parts, lang)
    named = [each for each in site.named_by.get(shown.id, ()) if each.kind != "reading" or each.id in site.pages]
    return {
        "is_paper": is_paper,
        "shown": shown,
        "section": section_of(shown),
        "lead": lead,
        "others": [part for part in parts if part is not lead],
        "alike": all(part.standing == "authentic" for part in parts),
        "missing": languages_missing(shown.row) if shown.kind not in ("text", "charter", "party") else [],
        "facts": _facts(shown, lang),
        "two_sides": _two_sides(shown, lang),
        "areas": ids_in(shown.fields, "areas"),
        "clauses": _clauses(shown.fields),
        "texts": [(text, _clauses(text.fields)) for text in _texts(named)],
        "states": [_state(scope.get(each), lang) for each in shown.states],
        "told": [_told(scope, each) for each in shown.told],
        "named": [each for each in named[:MOST_NAMED] if each.kind != "text"],
        "more": number(len(named) - MOST_NAMED, lang) if len(named) > MOST_NAMED else "",
        "related": site.related(shown),
        "code": code_of(shown.id),
        "changed_at": changed_at(shown),
        "address": words_in(shown.fields, "address"),
        "names": scope.name,
        "reports": len({source for each in shown.told for source in ids_in(scope.get(each).fields, "source")}),
    }


def _title_of_text(scope: Scope, shown: Shown) -> list[Part]:
    return [part for item in ids_in(shown.fields, "item") if scope.has(item) for part in title_parts(scope.get(item).row)]


def _texts(named: list[Shown]) -> list[Shown]:
    """The texts of an item; those no longer in force behind the one that is."""
    return sorted((each for each in named if each.kind == "text"), key=lambda each: not each.in_force)


def _two_sides(shown: Shown, lang: str) -> list[Side]:
    """What each side calls a pair of gates or a corridor and where it lies there; that of the page's language first."""
    fields, found = shown.fields, []
    for which in ("first", "second"):
        side, called = words_in(fields, f"{which}_side"), fields.get(f"{which}_name") or fields.get(f"{which}_called")
        if called:
            words = translate(lang)("on the side of {state}", state=draft_words(side, lang)) if side else ""
            found.append(Side(side, words[:1].upper() + words[1:], called, ids_in(fields, f"{which}_at")))
    return sorted(found, key=lambda each: OWN_TONGUE.get(each.side) != lang)


def _clauses(fields: Fields) -> list[Value]:
    value = fields.get("clauses")
    return list(value) if isinstance(value, list) else []


def _facts(shown: Shown, lang: str) -> list[Fact]:
    hidden = _NOT_FACTS | (_OF_READINGS if shown.kind == "reading" else {"address"} if shown.kind == "source" else set())
    shows_parties = shown.kind in ("session", "mechanism")
    return [
        fact
        for fact in facts(shown.row, lang)
        if fact.field is not None and (fact.name not in hidden or (fact.name == "parties" and shows_parties))
    ]


def _state(shown: Shown, lang: str) -> State:
    state, word = words_in(shown.fields, "state"), words_in(shown.fields, "word")
    words = state_words(state, lang)
    return State(
        owner=ids_in(shown.fields, "owner")[0],
        words=words,
        voice=voice_words(state, word, lang),
        shape=[sector(state, word, words)],
        on=words_in(shown.fields, "on"),
        result=shown.fields.get("result", []),
    )


def _told(scope: Scope, reading: str) -> Told:
    fields = scope.get(reading).fields
    source = scope.get(ids_in(fields, "source")[0])
    lang = tag(words_in(source.fields, "language"))
    quotes = tuple(Part(lang, "", words_in(each, "quote")) for each in rows_in(fields, "quotes"))
    return Told(fields.get("title", []), quotes, source, words_in(fields, "says"))


def page_title(site: Site, shown: Shown, lang: str) -> str:
    """What it is called in titles of windows and papers."""
    return plain_name(scope_of(site, shown).name(shown.id), lang)


def page_words(shown: Shown, lang: str) -> dict[str, object]:
    """What kind of thing it is, as the first word of a sentence; its section; the languages in which it is not."""
    words = kind_label(shown.kind, lang)
    return {
        "kind_words": words[:1].upper() + words[1:],
        "section_words": translate(lang)(SECTIONS[section_of(shown)]),
        "missing_words": listed([LANGUAGE_NAMES[each] for each in languages_missing(shown.row)], lang),
    }
