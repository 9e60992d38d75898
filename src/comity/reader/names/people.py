"""People: names found by family name and by the title or form of address beside them.

- A name needs a family name the lexicon knows, or a form of address before it.
- A family name alone is not enough: a title or a form of address must bear it out once; then the bare name counts too.
- In Chinese 和 after two characters is "and" only before somebody or something else: 屈致和、 ends with it.
- Captions and the body are read, menus and author lines are not.
- One person named in two forms, Chen Gang and Trần Cương, is one, under the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from comity.reader.names.accented_names import is_other_word, listed_end
from comity.reader.names.foreign_names import foreign_name_end, home_of
from comity.reader.names.one_person import joined
from comity.reader.names.same_post import is_same_post
from comity.reader.names.titles import NO_POST_BEHIND, titles_after, titles_before
from comity.reader.reading import Party, Person, Quote
from comity.reader.text.layout import BODY, CAPTION, TITLE
from comity.reader.text.page import Page
from comity.reader.words import folding
from comity.reader.words.gazetteer import Mention, rows_of

_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ"
_WORD = re.compile(rf"[{_CAPITAL}][^\W\d_]*(?:['’][a-z]+|(?:-[^\W\d_A-Z][^\W\d_]{{0,11}}){{1,4}})?")
_LOOSE = re.compile(r"[^\W\d_]+")
# How soon after a single word of a name its verb of saying must begin.
_SPEAKS_WITHIN = 45
# An office of a region that does not name it: there is one region among the parties of these mechanisms.
_OF_REGION = re.compile(r"自治区|自治區|[Kk]hu (?:ủy|uỷ|tự trị)|regional")
# What stands before a verb of saying and ends like this is a body or a side.
_NO_NAME_ENDS_IN = "方省市州县縣国國部委厅廳会會区區团團上中下者们們家员員长長后後时時此并並还還也都将將"
# 委员会, 代表团: before these a word of office is part of a body's name.
_NO_POST_BEFORE = "会會团團处處室署部们們制证證队隊级級的"
# What follows the last of several people named under one office.
_AFTER_LIST = "、,，。；;和等出参參陪在与與共分一"
# Offices of a state; whose, a family name that only one of the sides has may tell.
_OF_STATE = re.compile(r"(?:Prime|Foreign|Deputy|State) Minister|[Tt]hủ tướng|[Bb]ộ trưởng|[Tt]hứ trưởng")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAME_ENDS = re.compile(
    r"[\s，。、；：,.;:（）()“”\"！]|表示|强调|指出|建议|提议|说|会见|会谈|与|和|等|在|出席|主持|致辞|同|一行|率|希望|认为|介绍"
    r"|代表|发言|讲话|共同|分别|对|向|就|参加|签署|期待|欢迎|感谢|为|以|于|先生|女士|同志|阁下|高度|重申|陪同|作|率领|的|率团|也|时|時|并|應|应|少将|中将|上将|大将|大校|上校|中校|少校|准将|博士|教授|将军|大使|介绍|回顾|通报|率先|宣布|主讲|进行|举行|前往|考察|会同|致|表达|称"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name at `text[start:end]`, the form of address included from `opens` on; `speaks`: a verb of saying follows at once."""

    opens: int
    start: int
    end: int
    has_address: bool
    titles: tuple[tuple[int, int], ...]
    speaks: bool = False


@lru_cache(maxsize=1)
def _surnames() -> dict[str, frozenset[str]]:
    by_script: dict[str, set[str]] = {"vi": set(), "pinyin": set(), "zh": set()}
    for words, script, _example in rows_of("surnames.tsv", 3):
        by_script[script].add(folding.bare(words) if script != "zh" else words)
    return {script: frozenset(words) for script, words in by_script.items()}


def people_of(page: Page, parties: tuple[Party, ...] = ()) -> tuple[tuple[Person, ...], tuple[tuple[Named, str], ...]]:
    """The people in order of the text, and every mention of them with the person's id.

    Somebody whose titles name no place serves the one country among the `parties`, if there is one.
    """
    found = sorted(_mentions(page), key=lambda named: named.start)
    kept: dict[str, list[Named]] = {}
    for named in found:
        key = " ".join(folding.bare(page.text[named.start : named.end]).split())
        kept.setdefault(key, []).append(named)
    people: list[Person] = []
    where: list[tuple[Named, str]] = []
    for spellings in _by_person(page, [*kept.values()]):
        mentions = sorted((named for each in spellings for named in each), key=lambda named: named.start)
        if not _is_borne_out(mentions):
            continue
        id_ = f"P{len(people) + 1}"
        people.append(_person(page, id_, mentions))
        where.extend((named, id_) for named in mentions)
        where.extend((named, id_) for each in spellings for named in _again(page, each))
    where.extend(_by_one_word(page, where))
    where.sort(key=lambda pair: pair[0].start)
    people = [replace(person, party=home_of(page, person, parties) or person.party) for person in people]
    countries = [party.code for party in parties if party.code == party.country]
    if len(countries) == 1:
        people = [replace(person, party=person.party or countries[0]) for person in people]
    return tuple(people), tuple(where)


def _by_person(page: Page, kept: list[list[Named]]) -> list[list[list[Named]]]:
    """The mentions of each spelling, those of one person together."""
    names = [page.text[mentions[0].start : mentions[0].end] for mentions in kept]
    return [[kept[n] for n in group] for group in joined(names)]


def _is_borne_out(mentions: list[Named]) -> bool:
    return any(named.has_address or named.titles or named.speaks for named in mentions)


def _again(page: Page, mentions: list[Named]) -> Iterator[Named]:
    """The bare name of somebody known, wherever else the body has it."""
    name, taken = page.text[mentions[0].start : mentions[0].end], {named.start for named in mentions}
    edge = r"" if _HAN.match(name) else r"\b"
    for found in re.finditer(f"{edge}{re.escape(name)}{edge}", page.text):
        block = page.block_at(found.start())
        if found.start() not in taken and block is not None and block.label == BODY:
            yield Named(found.start(), found.start(), found.end(), False, ())


def _by_one_word(page: Page, where: list[tuple[Named, str]]) -> list[tuple[Named, str]]:
    """ "Ho Van An said … An proposed": one word of a known name that opens a sentence and speaks."""
    if page.lang == "zh":
        return []
    words: dict[str, set[str]] = {}
    for named, id_ in where:
        parts = page.text[named.start : named.end].split()
        for word in {parts[0], parts[-1]}:
            words.setdefault(folding.bare(word), set()).add(id_)
    taken = {named.start for named, _ in where}
    out: list[tuple[Named, str]] = []
    for sentence in page.sentences:
        found = _WORD.match(page.text, sentence.start, sentence.end)
        ids = words.get(folding.bare(found.group())) if found else None
        if found is None or ids is None or len(ids) != 1 or found.start() in taken or page.places_in(found.start(), found.end()):
            continue
        after = page.hits_in(found.end(), min(sentence.end, found.end() + _SPEAKS_WITHIN))
        if any(hit.role in ("acts", "statements") for hit in after):
            out.append((Named(found.start(), found.start(), found.end(), False, ()), next(iter(ids))))
    return out


def _mentions(page: Page) -> Iterator[Named]:
    taken = 0
    for block in page.blocks:
        if block.label not in (BODY, CAPTION, TITLE):
            continue
        finder = _han_names if page.lang == "zh" else _letter_names
        for named in finder(page, block.start, block.end):
            if named.start >= taken:
                taken = named.end
                yield named


def _letter_names(page: Page, start: int, end: int) -> Iterator[Named]:
    text = page.text
    addresses = {hit.end: hit.start for hit in page.hits_in(start, end) if hit.role == "honorifics"}
    known = _surnames()
    at = start
    while True:
        found = _WORD.search(text, at, end)
        if found is None:
            return
        at = found.end()
        opens = _address_before(text, addresses, found.start())
        place = next((mention for mention in page.places_in(found.start(), found.end())), None) if opens is None else None
        if place is not None and place.start == found.start():
            # "secretary of An Binh Le Van An": the name begins after the place.
            at = max(at, place.end)
            continue
        family = folding.bare(found.group())
        listed = listed_end(page, found.start(), end) if opens is None else None
        if listed is not None:
            yield Named(found.start(), found.start(), listed, False, titles_after(page, listed))
            at = listed
            continue
        if opens is not None and any(hit.role == "titles" and hit.end > found.end() for hit in page.hits_at(found.start())):
            continue  # "comrades Vice Chairmen: …"
        if opens is None and is_other_word(page, found.group(), found.start(), found.end()):
            continue
        if opens is None and family not in known["vi"] and family not in known["pinyin"] and not _is_after_post(page, found):
            continue
        if opens is None and found.start() and text[found.start() - 1].isalnum():
            continue
        name_end = _name_end(text, found, end, is_addressed=opens is not None)
        if name_end is None or _is_place_name(page, found.start(), name_end):
            continue
        titles = titles_before(page, found.start() if opens is None else opens) + titles_after(page, name_end)
        yield Named(found.start() if opens is None else opens, found.start(), name_end, opens is not None, titles)
        at = name_end


def _is_after_post(page: Page, word: re.Match[str]) -> bool:
    """Whether a word stands right behind a word of office and is no word of the lexicon: "Governor Sombat Chanthavong"."""
    if page.lang == "vi" and len(word.group()) < 6:
        return False  # no Vietnamese syllable is that long: what is shorter may be a word
    if page.text[word.start() - 1 : word.start()] != " " or len(word.group()) < 3 or not word.group()[1:].islower():
        return False
    posts = page.hits_in(max(0, word.start() - 40), word.start() - 1)
    is_behind = any(hit.role == "titles" and hit.end == word.start() - 1 and hit.value == "post" for hit in posts)
    return is_behind and not page.hits_at(word.start()) and not page.places_in(word.start(), word.end() + 1)


def _address_before(text: str, addresses: dict[int, int], at: int) -> int | None:
    gap = at
    while gap > 0 and text[gap - 1] == " ":
        gap -= 1
    return addresses.get(gap)


def _name_end(text: str, first: re.Match[str], limit: int, *, is_addressed: bool) -> int | None:
    """Where a name of two to four words ends, or None."""
    words, at = 1, first.end()
    most = 7 if is_addressed else 5  # Lao names are long
    while words < most and at < limit and text[at] == " ":
        nxt = _WORD.match(text, at + 1, limit)
        if nxt is None:
            break
        words, at = words + 1, nxt.end()
    if words == 1 and is_addressed and text[at : at + 1] == " ":
        # Machines lose capitals: one small word between a known family name and a comma is the given name.
        loose = _LOOSE.match(text, at + 1, limit)
        if loose and text[loose.end() : loose.end() + 1] == "," and folding.bare(first.group()) in _every_surname():
            return loose.end()
    return at if 2 <= words <= (6 if is_addressed else 4) else None


@lru_cache(maxsize=1)
def _every_surname() -> frozenset[str]:
    known = _surnames()
    return known["vi"] | known["pinyin"]


def _is_place_name(page: Page, start: int, end: int) -> bool:
    around = page.places_in(max(0, start - 30), end)
    return any(mention.start <= start < mention.end for mention in around)


def _han_names(page: Page, start: int, end: int) -> Iterator[Named]:
    text = page.text
    known = _surnames()["zh"]
    posts = {hit.end for hit in page.hits_in(start, end) if hit.role == "titles"}
    for at in sorted(posts):
        at = at + 1 if text[at : at + 1] == " " else at
        if at >= end or text[at] == "兼":
            continue
        if any(hit.role == "titles" and hit.end > at + 1 for hit in page.hits_at(at)) or text[at] in _NO_POST_BEFORE:
            continue
        foreign = foreign_name_end(page, at, end)
        if foreign is None and folding.lower(text[at]) not in known:
            continue
        name_end = foreign or _han_name_end(text, at, end)
        if name_end is None or _is_place_name(page, at, name_end):
            continue
        titles = titles_before(page, at)
        yield Named(at, at, name_end, False, titles)
        yield from _han_others(page, (name_end, end), known, titles)
    yield from _han_before_posts(page, (start, end), known)
    yield from _han_speakers(page, (start, end), known)


def _han_others(page: Page, span: tuple[int, int], known: frozenset[str], titles: tuple[tuple[int, int], ...]) -> Iterator[Named]:
    """Those named after the first under one office: "副州长李安、王宁"."""
    at, end = span
    for _ in range(6):
        if page.text[at : at + 1] != "、" or at + 3 > end or folding.lower(page.text[at + 1]) not in known:
            return
        after = _han_name_end(page.text, at + 1, end)
        if (
            after is None
            or page.hits_at(at + 1)
            or _is_place_name(page, at + 1, after)
            or page.text[after : after + 1] not in _AFTER_LIST
        ):
            return
        yield Named(at + 1, at + 1, after, False, titles)
        at = after


def _han_before_posts(page: Page, span: tuple[int, int], known: frozenset[str]) -> Iterator[Named]:
    """A family name and one or two characters between a break and the office: "由刘安主席"."""
    posts = [hit for hit in page.hits_in(*span) if (hit.role == "titles" and hit.value == "post") or hit.role == "honorifics"]
    for hit in posts:
        if hit.line.words in NO_POST_BEHIND:
            continue
        for size in (3, 2):
            at = hit.start - size
            name = page.text[at : hit.start]
            if at < span[0] or any(other.end > at and other.start < hit.start for other in posts):
                continue
            if at > span[0] and folding.lower(page.text[at - 1]) not in "，。；、,; \n：:由与对和向为":
                continue
            is_name = all(_HAN.match(one) for one in name) and folding.lower(name[0]) in known
            is_name = is_name and name[-1] not in _NO_NAME_ENDS_IN
            if is_name and not page.hits_in(at, hit.start) and not page.places_in(at, hit.start):
                is_address = hit.role == "honorifics"
                yield Named(at, at, hit.start, is_address, () if is_address else ((hit.start, hit.end),))
                break


def _han_speakers(page: Page, span: tuple[int, int], known: frozenset[str]) -> Iterator[Named]:
    """A family name and one or two characters between a break and a verb of saying."""
    for hit in page.hits_in(*span):
        if hit.role not in ("acts", "statements"):
            continue
        for size in (3, 2):
            at = hit.start - size
            name = page.text[at : hit.start]
            if at < span[0] or (at > span[0] and page.text[at - 1] not in "，。；、,;\n ：:”"):
                continue
            is_name = all(_HAN.match(character) for character in name) and folding.lower(name[0]) in known
            if (
                is_name
                and name[-1] not in _NO_NAME_ENDS_IN
                and not page.hits_in(at, hit.start)
                and not page.places_in(at, hit.start)
            ):
                yield Named(at, at, hit.start, False, (), speaks=True)


def _han_name_end(text: str, start: int, limit: int) -> int | None:
    """Where a name of two to four Han characters ends: at the first thing that is no part of a name."""
    for size in (2, 3, 4):
        at = start + size
        if at > limit or not all(_HAN.match(character) for character in text[start:at]):
            return None
        if at == limit or _NAME_ENDS.match(folding.lower(text[at : at + 3])):
            return at + 1 if size == 2 and _is_last_of_name(text, at, limit) else at
    return start + 3


def _is_last_of_name(text: str, at: int, limit: int) -> bool:
    """Whether 和 at `at` is part of a name: nothing it could join follows."""
    after = folding.lower(text[at + 1 : at + 4])
    return text[at] == "和" and (at + 1 >= limit or (_NAME_ENDS.match(after) is not None))


def _person(page: Page, id_: str, mentions: list[Named]) -> Person:
    first = mentions[0]
    name = " ".join(page.text[first.start : first.end].split())
    titles = _titles_of(page, mentions)
    confidence = 0.95 if first.has_address and titles else 0.85 if titles else 0.6
    evidence = (page.quote(first.opens, first.end),)
    return Person(id_, name, _party_of(page, mentions), tuple(titles), evidence, "people/surname+title", confidence)


def _titles_of(page: Page, mentions: list[Named]) -> list[Quote]:
    """Each title once, in its fullest words; what the headline says counts where the text does not say it."""
    found: dict[str, Quote] = {}
    for named in sorted(mentions, key=lambda named: _is_in_headline(page, named)):
        for start, end in named.titles:
            key = folding.bare(page.text[start:end])
            if any(key in other for other in found) or any(is_same_post(page, (start, end), other) for other in found.values()):
                continue
            shorter = next((other for other in found if other in key), None)
            if shorter is not None and _is_in_headline(page, named):
                continue
            if shorter is not None:
                del found[shorter]
            found[key] = page.quote(start, end)
    return sorted(found.values(), key=lambda quote: quote.start)


def _is_in_headline(page: Page, named: Named) -> bool:
    block = page.block_at(named.start)
    return block is not None and block.label == TITLE


def _party_of(page: Page, mentions: list[Named]) -> str | None:
    """The province, else the country, that somebody's titles name."""
    country: str | None = None
    for named in mentions:
        for start, end in named.titles:
            inside = page.places_in(start, end)
            if not inside and _OF_REGION.search(page.text, start, end):
                region = next((m.place.code for m in page.places if m.place.code == "CN-GX"), None)
                if region is not None:
                    return region
            if not inside:
                continue
            # The first place is the one served; an envoy's title goes on to where he serves.
            place = inside[0].place
            if len(inside) > 1 and inside[0].end == inside[1].start:
                place = inside[1].place  # 中国广西: the country only says whose province
            if place.level in ("province", "city"):
                return place.within or place.code
            country = country or place.country
    return country or _near_province(page, mentions[0]) or _near_country(page, mentions[0])


def _near_province(page: Page, named: Named) -> str | None:
    around: tuple[Mention, ...] = page.places_in(max(0, named.start - 80), named.start)
    return around[-1].place.code if around and around[-1].place.level == "province" else None


def _near_country(page: Page, named: Named) -> str | None:
    """ "The Vietnamese Deputy Prime Minister A B": the country said right before an office that names no place."""
    opens = min((start for start, _ in named.titles), default=named.opens)
    around = page.places_in(max(0, opens - 24), opens)
    if around and named.titles:
        return around[-1].place.country
    family = folding.bare(page.text[named.start : named.end]).split()[0]
    is_national = any(_OF_STATE.search(page.text, start, end) for start, end in named.titles)
    return "VN" if is_national and family in _surnames()["vi"] - _surnames()["pinyin"] else None
