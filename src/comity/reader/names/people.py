"""People: names found by family name and by the title or form of address beside them.

- A name needs a family name the lexicon knows, or a form of address before it.
- A family name alone is not enough: a title or a form of address must bear it out once; then the bare name counts too.
- Captions and the body are read, menus and author lines are not.
- One person named in two forms, Chen Gang and Trần Cương, is one, under the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.reader.names.accented_names import is_of_unit, is_other_word, listed_end
from comity.reader.names.addressed import addressed_names
from comity.reader.names.body_words import is_body_word
from comity.reader.names.foreign_names import home_of
from comity.reader.names.han_names import han_names
from comity.reader.names.letter_runs import whole_end
from comity.reader.names.named import Named, begins_with_place, every_surname, historical, is_place_name, surnames
from comity.reader.names.one_person import joined
from comity.reader.names.posted import posted
from comity.reader.names.same_post import is_same_post
from comity.reader.names.served import party_of
from comity.reader.names.titles import titles_after, titles_before
from comity.reader.names.together import named_together
from comity.reader.reading import Party, Person, Quote
from comity.reader.text.layout import BODY, CAPTION, TITLE
from comity.reader.text.page import Page
from comity.reader.words import folding

# Vietnamese capitals stand between their small letters.
_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
# Lao and Khmer names as Vietnamese writes them are joined by hyphens: "Khăm-pao Xay-nha-vông".
_WORD = re.compile(rf"[{_CAPITAL}][^\W\d_]*(?:['’](?!s\b)[a-z]+|(?:-[^\W\d_A-Z][^\W\d_]{{0,11}}){{1,4}})?")
# Some writers put a capital on the parts of a Lao name only: "Hiêng say Kham La".
_INNER = re.compile(rf"\s[^\W\d_A-Z]{{2,6}}(?=\s[{_CAPITAL}][^\W\d_]*\s[{_CAPITAL}][^\W\d_]*\s?[-–,])")
# Machines lose the spaces of a name as well: "KhămBunXỉ".
_JOINED = re.compile(rf"(?:[{_CAPITAL}][^\W\d_{_CAPITAL}]{{1,6}}){{2,6}}")
_LOOSE = re.compile(r"[^\W\d_]+")
# How soon after a single word of a name its verb of saying must begin.
_SPEAKS_WITHIN = 45
# What somebody named by the name alone does, so that the name is a person's.
_SPEAKS = re.compile(
    r",?\s(?:also |further |then |cũng |đã )?(?:said|stated|noted|told|suggested|proposed|asked|stressed|emphasi[sz]ed"
    r"|affirmed|urged|added"
    r"|expressed|underlined|highlighted|thanked|congratulated|welcomed|hoped|pledged|nhấn mạnh|khẳng định|đề nghị|cho biết"
    r"|phát biểu"
    r"|bày tỏ|đề xuất|mong muốn|cho rằng|chúc mừng|cảm ơn|destacó|afirmó|propuso|señaló|subrayó|expresó|a (?:souligné"
    r"|proposé|affirmé"
    r"|déclaré|exprimé|suggéré)|sade|betonade|föreslog|uttryckte|framhöll)\b"
)
# "người đồng cấp Vân Khê Lê An": somebody of the same office on the other side.
_PEER = re.compile(r"(?:counterparts?|đồng cấp|đồng nhiệm)(?: [^\s,.;]+){0,4},?\s$")
_PEER_NEAR = 50
# "On 3 May they met with Ho Ba on the island": somebody, of whom nothing else is told.
_MET = re.compile(r"\bmet(?: with)? $")
_MET_NEAR = 12
_WHEN = re.compile(r", (?:a |the |visiting |who )|\s(?:on|in|at|to|during|yesterday|today)\b")
# "Tan An (Van Khe) - Po Ba (Thanh Lac)" are gates.
_PAIRED = re.compile(r"\) ?[-–] ?$")
_PAIR_GOES_ON = re.compile(r" ?\([^)\n]{2,20}\) ?[-–]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def people_of(page: Page, parties: tuple[Party, ...] = ()) -> tuple[tuple[Person, ...], tuple[tuple[Named, str], ...]]:
    """The people in order of the text, and every mention of them with the person's id.

    Somebody whose titles name no place serves the one country among the `parties`, if there is one.
    """
    found = sorted(_mentions(page), key=lambda named: named.start)
    kept: dict[str, list[Named]] = {}
    for named in found:
        key = " ".join(folding.bare(page.text[named.start : named.end]).split())
        if key not in historical():
            kept.setdefault(key, []).append(named)
    people: list[Person] = []
    where: list[tuple[Named, str]] = []
    for spellings in _by_person(page, [*kept.values()]):
        mentions = sorted((named for each in spellings for named in each), key=lambda named: named.start)
        if not _is_borne_out(mentions):
            continue
        id_ = f"P{len(people) + 1}"
        people.append(_person(page, id_, mentions, parties))
        where.extend((named, id_) for named in mentions)
        where.extend((named, id_) for each in spellings for named in _again(page, each))
    where.extend(_by_one_word(page, where))
    where.sort(key=lambda pair: pair[0].start)
    people = [replace(person, party=person.party or home_of(page, person, parties)) for person in people]
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
        if page.has(found.end(), min(sentence.end, found.end() + _SPEAKS_WITHIN), "acts", "statements"):
            out.append((Named(found.start(), found.start(), found.end(), False, ()), next(iter(ids))))
    return out


def _mentions(page: Page) -> Iterator[Named]:
    taken = 0
    for block in page.blocks:
        if block.label not in (BODY, CAPTION, TITLE):
            continue
        finder = han_names if page.lang == "zh" else _letter_names
        found = [*finder(page, block.start, block.end), *addressed_names(page, block.start, block.end)]
        found += _posted(page, block.start, block.end)
        found += named_together(page, found)
        for named in sorted(found, key=lambda one: (one.start, -len(one.titles), -one.end)):
            if named.start >= taken:
                taken = named.end
                yield named


def _posted(page: Page, start: int, end: int) -> Iterator[Named]:
    """The names that no family name tells, with the offices beside them."""
    for one in posted(page, start, end):
        titles = one.titles or titles_before(page, one.start) + titles_after(page, one.end)
        if titles:
            yield Named(one.start, one.start, one.end, False, titles)


def _letter_names(page: Page, start: int, end: int) -> Iterator[Named]:
    text = page.text
    addresses = _addresses(page, start, end)
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
        listed = listed_end(page, found.start(), end) if opens is None else None
        if listed is not None:
            yield Named(found.start(), found.start(), listed, False, titles_after(page, listed))
            at = listed
            continue
        if not _may_open(page, found, is_addressed=opens is not None):
            continue
        name_end = _whole_end(page, found, end, is_addressed=opens is not None)
        if name_end is None or is_place_name(page, found.start(), name_end):
            continue
        if opens is None and begins_with_place(page, page.text[found.start() : name_end].split()):
            continue
        titles = titles_before(page, found.start()) + titles_after(page, name_end)
        speaks = len(text[found.start() : name_end].split()) > 1 and _SPEAKS.match(text, name_end) is not None
        speaks = speaks or _is_of_bracket(page, found.start(), name_end) or _is_met(page, found.start(), name_end)
        yield Named(found.start() if opens is None else opens, found.start(), name_end, opens is not None, titles, speaks)
        at = name_end


def _is_met(page: Page, start: int, at: int) -> bool:
    """Whether a name is that of somebody met: "they met with Ho Ba on the island", "with the Van Khe counterpart Ho Ba"."""
    if _PEER.search(page.text, max(0, start - _PEER_NEAR), start):
        return True
    return _MET.search(page.text, max(0, start - _MET_NEAR), start) is not None and _WHEN.match(page.text, at) is not None


def _is_of_bracket(page: Page, start: int, at: int) -> bool:
    """Whether the place somebody comes from stands behind a name in brackets: "Ho Ba (Van Khe)", which is no pair of gates."""
    if page.lang != "en" or _PAIRED.search(page.text, max(0, start - 4), start) or _PAIR_GOES_ON.match(page.text, at):
        return False
    opens = at + 1 if page.text.startswith(" (", at) else at
    places = page.places_in(opens + 1, opens + 2) if page.text.startswith("(", opens) else ()
    return bool(places) and page.text.startswith(")", places[0].end)


def _addresses(page: Page, start: int, end: int) -> dict[int, int]:
    """Where the forms of address begin, by where they end; what stands behind a rank in English is read in addressed.py."""
    found = page.hits_of("honorifics", start, end)
    return {hit.end: hit.start for hit in found if page.lang != "en" or hit.value != "rank"}


def _may_open(page: Page, word: re.Match[str], *, is_addressed: bool) -> bool:
    """Whether a name may begin with a word: a family name, or one that an office or a form of address calls for."""
    if not is_addressed:
        family, known = folding.bare(word.group()), surnames()
        if family not in known["vi"] and family not in known["pinyin"] and not _is_after_post(page, word):
            return False
        if word.start() and page.text[word.start() - 1].isalnum():
            return False
    is_address = page.lang == "en" and any(hit.role == "honorifics" for hit in page.hits_at(word.start()))
    return not is_address and not _is_no_name(page, word, is_addressed=is_addressed)


def _whole_end(page: Page, first: re.Match[str], limit: int, *, is_addressed: bool) -> int | None:
    """Where a name ends, with what English hangs on to it; None where it is no name or a body's."""
    end = _name_end(page, first, limit, is_addressed=is_addressed)
    if end is None or page.lang != "en":
        return end
    end = whole_end(page.text, first.start(), end)
    return None if any(map(is_body_word, page.text[first.start() : end].split())) else end


def _is_no_name(page: Page, word: re.Match[str], *, is_addressed: bool) -> bool:
    """Whether a word that may be a family name begins a body's or an office's: "Vụ Đông Bắc Á", "the Dong Dang"."""
    if is_addressed:
        return any(hit.role == "titles" and hit.end > word.end() for hit in page.hits_at(word.start()))
    if is_other_word(page, word.group(), word.start(), word.end()) or is_of_unit(page, word.start()):
        return True
    is_of = page.text.endswith((" the ", " of ", " tại ", " in ", " at "), 0, word.start())
    return is_of or any(hit.role == "titles" for hit in page.hits_at(word.start()))


def _is_after_post(page: Page, word: re.Match[str]) -> bool:
    """Whether a word stands right behind a word of office and is no word of the lexicon: "Governor Sombat Chanthavong"."""
    if page.lang == "vi" and len(word.group()) < 6:
        return False  # no Vietnamese syllable is that long: what is shorter may be a word
    if page.text[word.start() - 1 : word.start()] != " " or len(word.group()) < 3 or not word.group()[1:].islower():
        return False
    posts = page.hits_of("titles", max(0, word.start() - 40), word.start() - 1)
    is_behind = any(hit.end == word.start() - 1 and hit.value == "post" for hit in posts)
    return is_behind and not page.hits_at(word.start()) and not page.places_in(word.start(), word.end() + 1)


def _address_before(text: str, addresses: dict[int, int], at: int) -> int | None:
    gap = at
    while gap > 0 and text[gap - 1] == " ":
        gap -= 1
    return addresses.get(gap)


def _name_end(page: Page, first: re.Match[str], limit: int, *, is_addressed: bool) -> int | None:
    """Where a name of two to four words ends, or None."""
    text = page.text
    words, at = 1, first.end()
    inner = _INNER.match(text, at, limit) if is_addressed and page.lang == "vi" else None
    if inner is not None and folding.bare(first.group()) not in every_surname():
        words, at = 2, inner.end()
    most = 7 if is_addressed else 5  # Lao names are long
    while words < most and at < limit and text[at] == " ":
        nxt = _WORD.match(text, at + 1, limit)
        if nxt is None:
            break
        words, at = words + 1, nxt.end()
    if words == 1 and is_addressed and text[at : at + 1] == " ":
        # Machines lose capitals: one small word between a known family name and a comma is the given name.
        loose = _LOOSE.match(text, at + 1, limit)
        if loose and text[loose.end() : loose.end() + 1] == "," and folding.bare(first.group()) in every_surname():
            return loose.end()
    if words == 1 and is_addressed and page.lang == "vi" and _JOINED.fullmatch(first.group()):
        return at
    return at if 2 <= words <= (6 if is_addressed else 4) else None


def _person(page: Page, id_: str, mentions: list[Named], parties: tuple[Party, ...]) -> Person:
    first = mentions[0]
    name = " ".join(page.text[first.start : first.end].split())
    titles = _titles_of(page, mentions)
    confidence = 0.95 if first.has_address and titles else 0.85 if titles else 0.6
    evidence = (page.quote(first.opens, first.end),)
    return Person(id_, name, party_of(page, mentions, parties), tuple(titles), evidence, "people/surname+title", confidence)


def _titles_of(page: Page, mentions: list[Named]) -> list[Quote]:
    """Each title once, in its fullest words; what the headline or a caption says counts where the text does not say it."""
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
