"""Parties of a document: provinces and regions named as such, and bodies connected to the session.

- A province counts when the text calls it one, names its organs or delegation, or lists it with one that counts.
- A place named only as where something is held is none.
- A name inside a route ("A - B - C") or as the seat of an embassy is a place, not a party.
- A body counts also where somebody of it is named: he comes for it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from comity.reader.names.han_countries import acting_by_city, acting_countries, countries_in_line, has_organ, is_at_home
from comity.reader.names.named_things import has_become_part
from comity.reader.names.shares import countries_themselves
from comity.reader.names.states import acting_states, counterpart, is_organ, places_of_both, with_organs
from comity.reader.reading import Party
from comity.reader.text.layout import BODY as BODY_BLOCK
from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page
from comity.reader.words import folding
from comity.reader.words.gazetteer import BODY, CITY, COUNTRY, PROVINCE, Mention, Place
from comity.reader.words.language_words import any_of, words_of

_PLACED, _ANDS = (any_of(tuple(folding.bare(words) for words in words_of(value))) for value in ("place", "and"))
# Compared with text folded to lower case without accents.
_BEFORE = re.compile(
    r"(?:(?:provinces?|region|cities|city)(?: of)?|provinserna|provinsen|regionen|secretary of|party committee of"
    r"|committee of|committees of|people's (?:committee|council|government|congress) of(?: the)?|government of(?: the)?"
    r"|leaders of|partisekreterare|secretaries|delegation of|delegation from(?: the)?|congress of(?: the)?|committee of the"
    r"|china's|vietnam's"
    r"|(?:localities|provinces|regions|states|localidades|provincias|localites|orter|provinser)[^.;:()]{0,30}[:(]"
    r"|(?:cac|hai|ba|bon|nam|\d|0\d) tinh[^.;:]{0,40}(?: gom| la):?"
    r"|(?:cac|hai|ba|bon|nam|sau|\d{1,2}) tinh[^.;]{0,45} (?:la|gom|gom co|bao gom)"
    r"|(?:cac|hai|ba|bon|nam|sau|bay|tam|chin|\d{1,2}) (?:tinh|dia phuong|tinh thanh|huyen)[^.;:()]{0,30}[:(]"
    r"|(?:cac|hai|ba|bon|\d|0\d) tinh(?: bien gioi)?(?: gom| la)?:?|tinh|bi thu tinh uy|tinh uy|khu uy|ubnd tinh"
    r"|uy ban nhan dan tinh|hdnd tinh|doan dai bieu(?: tinh)?|doan cong tac(?: tinh)?|thanh pho|lanh dao"
    rf"|chinh phu nhan dan|hoi dong nhan dan tinh|va|giua|sekreterare for|{_PLACED}|中国|越南|中共|越共)[\s:(]*$"
)
_AFTER = re.compile(
    r"\s*(?:province|provincial|autonomous region|region\b|party committee|delegation|people's|municipality"
    r"|-provinsen|s provinsiella|\((?:vietnam|viet nam|china|trung quoc|kina)\)|proposed|suggested"
    r"|省|壮族自治区|自治区|党委|政府|代表团|人民|边境|方面|市委|区党委|与中国|与越南|和中国|和越南|同越南|同中国)"
)
_IN_BRACKETS = re.compile(
    r"\s*(?:province)?,?\s*(?:-\s*)?(?:trung quoc|viet nam|lao|campuchia|china|vietnam|laos|cambodia|中国|越南|老挝)?\s*[)）]"
)
# Ministries, embassies and consulates attend for their state.
_OF_STATE = re.compile(r"-(?:emb|con|mofa)\b")
_LINK = re.compile(rf"\s*(?:,|、|，|;|和|与|同|及|以及|{_ANDS}|with|voi|&|,\s*and|,\s*va|四省|等|province[s]?|省)*\s*$")
_ROUTE = re.compile(r"\s+-\s+$|\s-$|^\s+-\s+|-(?=\w)$")
_SEAT = re.compile(
    r"(?:(?:compan(?:y|ies)|plant|factory|factories|businesses|enterprises?|hospital|universit(?:y|ies)"
    r"|airport|seaport|industrial (?:park|zone)"
    r"|bridge|market|workers|students) (?:based )?(?:in|at)(?: the (?:northern|southern|central|eastern"
    r"|western)(?: border)? province of)?"
    r"|(?:cong ty|nha may|benh vien|san bay|khu cong nghiep)[^,.;]{0,24} (?:o|tai)(?: tinh)?"
    r"|embassy in|consul\w* (?:general )?(?:of \w+ )?in|consulate (?:general )?in|dai su quan .{0,20} tai"
    r"|lanh su quan .{0,20} tai|ambassad\w+|驻|visit\w* (?:and work )?in)\s*$"
)
# A district is called like a province here and there: "các huyện A, B và Quảng Ninh".
_DISTRICTS = re.compile(r"\bhuyen [^.;()]{2,24}(?:, | va )$")
# Where something takes place: a place named so however often is no party for that.
_VENUE = re.compile(r"\b(?:in|at|near)(?: the city of)?\s$|\b(?:tai|o|den)(?: thanh pho| tp\.?| tinh)?\s$|[在于抵赴到]$")
_READ = (BODY_BLOCK, TITLE)


@dataclass(frozen=True, slots=True)
class _Seen:
    mention: Mention
    is_strong: bool
    is_linked: bool
    is_venue: bool


def parties_of(page: Page, extra: tuple[Place, ...] = ()) -> tuple[Party, ...]:
    """The parties in the order of the text, connected bodies last."""
    folded = folding.bare(page.text)
    own = {place.code for place in extra}
    seen = [
        _look(page, folded, n, mention, own)
        for n, mention in enumerate(page.places)
        if mention.place.level in (PROVINCE, CITY) and _is_read(page, mention) and not _is_place(folded, mention)
    ]
    states = acting_states(page, folded)
    organs = with_organs(page, folded)
    # In Chinese 省 stands behind a name whether the province acts or is only where something is.
    kept = {*organs, *({one.mention.place.country for one in seen} if page.lang != "zh" or own else ())}
    seen = [one for one in seen if one.mention.place.country not in states or one.mention.place.country in kept]
    strong = _spread(page, folded, seen)
    made = [_party(page, mention, confidence) for mention, confidence in _chosen(seen, strong, own)]
    made += [_party(page, mention, 0.6) for mention in countries_in_line(page)]
    taken = {party.country for party in made}
    made += [_party(page, mention, 0.6) for country, mention in states.items() if country not in taken or _rules(made, country)]
    sides = {party.country for party in made}
    made += [_party(page, mention, 0.6) for mention in acting_by_city(page, {party.code for party in made})]
    if len(sides) == 1 and page.lang != "zh":
        other = _other_state(page, made) or counterpart(sides, [one.mention for one in seen])
        made += [_party(page, other, 0.6)] if other is not None else []
    made += [_party(page, mention, 0.6) for mention in (places_of_both(page) if not made else ())]
    if is_at_home(page, [party.code for party in made]):
        return tuple(made + [_body(page, mention) for mention in _connected(page, folded)])
    made += [_party(page, mention, 0.6) for mention in _countries(page, {party.country for party in made}, seen)]
    made += [_party(page, mention, 0.5) for mention in acting_countries(page, {party.country for party in made})]
    return tuple(_by_share(page, folded, made, states) + [_body(page, mention) for mention in _connected(page, folded)])


def _by_share(page: Page, folded: str, made: list[Party], acting: dict[str, Mention]) -> list[Party]:
    """The parties with the countries that take part themselves, without places where only their country does."""
    local = Counter(party.country for party in made if party.code != party.country)
    found = countries_themselves(page, folded, acting, local)
    kept = [party for party in made if party.code == party.country or party.country not in found.alone]
    kept = [party for party in kept if local[party.country] or party.country not in found.only_mentioned]
    has = {party.code for party in kept}
    return kept + [_party(page, mention, 0.7) for country, mention in found.named.items() if country not in has]


def _rules(made: list[Party], country: str) -> bool:
    """Whether a country stands beside provinces of its that are parties already, and so speaks for itself."""
    return sum(1 for party in made if party.country == country) > 1


def as_of(parties: tuple[Party, ...], date: str | None) -> tuple[Party, ...]:
    """The parties, those less sure that had become part of another by the document's day."""
    return tuple(
        replace(party, rule=f"{party.rule} + aliases/former", confidence=min(party.confidence, 0.5))
        if date and has_become_part(party.code, date)
        else party
        for party in parties
    )


def _is_read(page: Page, mention: Mention) -> bool:
    block = page.block_at(mention.start)
    return block is not None and block.label in _READ


def _is_place(folded: str, mention: Mention) -> bool:
    before = folded[max(0, mention.start - 40) : mention.start]
    after = folded[mention.end : mention.end + 4]
    in_route = bool(re.search(r"\w\s+[-–]\s+$|[\u4e00-\u9fff）)][-–—至到]$", before))
    in_route = in_route or bool(re.match(r"\s+[-–]\s+\w|[-–—][\u4e00-\u9fff]|[至到](?![今此])[\u4e00-\u9fff]", after))
    return in_route or _SEAT.search(before) is not None or _DISTRICTS.search(before) is not None


def _look(page: Page, folded: str, n: int, mention: Mention, own: set[str]) -> _Seen:
    before = folded[max(0, mention.start - 70) : mention.start]
    after = folded[mention.end : mention.end + 24]
    is_strong = bool(_BEFORE.search(before) or _AFTER.match(after) or is_organ(folded, mention))
    # "the border company of the city (A, China)": the far side's province stands in brackets.
    is_strong = is_strong or (before.endswith("(") and _IN_BRACKETS.match(after) is not None)
    if page.text[mention.start : mention.end].endswith(("Region", "自治区")) or mention.place.code in own:
        is_strong = True
    is_strong = is_strong or (mention.place.level == PROVINCE and has_organ(page, mention))
    if mention.place.level == CITY and mention.place.code not in own:
        is_strong = bool(re.match(r"\s*(?:市委|市政府|市代表团|district party|city party|delegation)", after))
    return _Seen(mention, is_strong, False, _VENUE.search(before) is not None)


def _spread(page: Page, folded: str, seen: list[_Seen]) -> set[int]:
    """The numbers of the mentions that are strong or stand in a list with a strong one."""
    strong = {n for n, one in enumerate(seen) if one.is_strong}
    groups: list[list[int]] = []
    for n, one in enumerate(seen):
        between = folded[seen[n - 1].mention.end : one.mention.start] if n else "."
        if n and len(between) < 24 and _LINK.match(re.sub(r"\([^)]*\)", "", between)):
            groups[-1].append(n)
        else:
            groups.append([n])
    for group in groups:
        if len(group) > 1 and any(n in strong for n in group):
            strong.update(n for n in group if seen[n].mention.place.level == PROVINCE)
    return strong


def _chosen(seen: list[_Seen], strong: set[int], own: set[str]) -> list[tuple[Mention, float]]:
    first: dict[str, Mention] = {}
    count: dict[str, int] = {}
    sure: dict[str, int] = {}
    for n, one in enumerate(seen):
        code = one.mention.place.code
        first.setdefault(code, one.mention)
        count[code] = count.get(code, 0) + (not one.is_venue)
        if n in strong:
            sure[code] = sure.get(code, 0) + 1
    out: list[tuple[Mention, float]] = []
    for code, mention in first.items():
        if mention.place.level == CITY and code not in own:
            continue
        if code in sure:
            out.append((mention, 0.95 if sure[code] > 1 else 0.85))
        elif count[code] > 2:
            out.append((mention, 0.6))
    return out


def _other_state(page: Page, made: list[Party]) -> Mention | None:
    """Where a state alone takes part so far: the other country the text names most."""
    if any("-" in party.code for party in made):
        return None
    has = {party.country for party in made}
    named = [one for one in page.places if one.place.level == COUNTRY and one.place.country not in has and _is_read(page, one)]
    counts = Counter(one.place.country for one in named)
    return max(named, key=lambda one: counts[one.place.country], default=None)


def _countries(page: Page, sides: set[str], seen: list[_Seen]) -> list[Mention]:
    """The countries that take part themselves: named where no province or city of theirs is, and one side at least is missing."""
    if len(sides) > 1:
        return []
    local = sides | {one.mention.place.country for one in seen if one.is_strong or sides}
    first: dict[str, Mention] = {}
    for mention in page.places:
        if mention.place.level == COUNTRY and _is_read(page, mention) and mention.place.country not in local:
            first.setdefault(mention.place.country, mention)
    return list(first.values()) if len(first) + len(sides) == 2 else []


def _party(page: Page, mention: Mention, confidence: float) -> Party:
    quote = page.quote(mention.start, mention.end)
    place = mention.place
    code = place.within or place.code
    return Party(code, quote.quote, place.country, None, (quote,), f"places/{place.code}", confidence)


def _connected(page: Page, folded: str) -> list[Mention]:
    out: dict[str, Mention] = {}
    for mention in page.places:
        if (
            mention.place.level != BODY
            or _OF_STATE.search(mention.place.code)
            or not _is_read(page, mention)
            or mention.place.code in out
        ):
            continue
        out[mention.place.code] = mention
    return list(out.values())


def _body(page: Page, mention: Mention) -> Party:
    quote = page.quote(mention.start, mention.end)
    place = mention.place
    return Party(place.code, place.within, place.country, "connected body", (quote,), f"bodies/{place.code}", 0.8)
