"""Who concurred with a proposal: "Thanh Lac agreed with the proposal", 表示赞同, nhất trí với đề xuất.

- Concurring upholds what the others proposed before it in the text, as far as nobody concurred earlier.
- Whose proposals are meant is told by a party named after the words of concurring, else all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from comity.reader.clauses.acts import HOPED, PROPOSED
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.surroundings import stop_after
from comity.reader.names.named import Named
from comity.reader.reading import Clause, Detail, Person
from comity.reader.text.at_hand import AtHand
from comity.reader.text.page import Page, Sentence
from comity.reader.words.lexicon import Hit

ASSENT = "assent"
_LOCAL = ("province", "city", "country")


@dataclass(frozen=True, slots=True)
class _Concurrence:
    start: int
    end: int
    hit: Hit
    code: str
    words: str
    whose: frozenset[str]


def assents(
    page: Page,
    words: AtHand,
    told: tuple[tuple[Draft, ...], tuple[Clause, ...]],
    people: tuple[Person, ...],
    named: tuple[tuple[Named, str], ...],
) -> Mapping[str, list[Detail]]:
    """Who concurred, by clause."""
    found: dict[str, list[Detail]] = defaultdict(list)
    begun = 0
    drafts, clauses = told
    for one in _concurrences(page, words, people, named):
        for draft, clause in zip(drafts, clauses, strict=True):
            if not begun <= draft.start < one.start or draft.status not in (PROPOSED, HOPED):
                continue
            if one.code in clause.agents or (one.whose and not one.whose & set(clause.agents)):
                continue
            quote = page.quote(one.start, one.end)
            found[clause.id].append(Detail(ASSENT, one.words, (quote,), one.hit.line.rule, 0.7, one.code))
        begun = one.end
    return found


def _concurrences(
    page: Page, words: AtHand, people: tuple[Person, ...], named: tuple[tuple[Named, str], ...]
) -> Iterator[_Concurrence]:
    party = {person.id: person.party or "" for person in people}
    for sentence in page.sentences:
        hit = next(iter(words.valued("assents", "concurs", sentence.start, sentence.end)), None)
        if hit is None:
            continue
        opening = next(iter(words.valued("assents", "whose", sentence.start, hit.start)), None) if page.lang == "zh" else None
        who = _who(page, sentence, opening or hit, named)
        if who is None:
            continue
        name, id_, code = who
        end = max(hit.end, stop_after(page, hit.end, sentence.end))
        since = opening.end if opening else hit.end
        after = [one.place.code for one in page.places_in(since, end) if one.place.level in _LOCAL]
        ids = [id_ for one, id_ in named if since <= one.start < end]
        whose = frozenset([*after, *(party.get(id_, "") for id_ in ids)]) - {"", code}
        yield _Concurrence(sentence.start, end, hit, code or party.get(id_, ""), name, whose)


def _who(page: Page, sentence: Sentence, hit: Hit, named: tuple[tuple[Named, str], ...]) -> tuple[str, str, str] | None:
    """The words for who concurs, the id of a person and the code of a party, whichever is there; None where nobody is named."""
    before = [(name, id_) for name, id_ in named if sentence.start <= name.start and name.end <= hit.start]
    if before:
        name, id_ = before[-1]
        return page.text[name.start : name.end], id_, ""
    places = [one for one in page.places_in(sentence.start, hit.start) if one.place.level in _LOCAL]
    if places:
        return page.text[places[-1].start : places[-1].end], "", places[-1].place.code
    subjects = [one for one in page.hits_of("subjects", sentence.start, hit.end) if one.value != "speaker"]
    return (page.text[subjects[0].start : subjects[0].end], "", "") if subjects else None
