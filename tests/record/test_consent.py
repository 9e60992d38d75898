"""The bare rule: every book of three parties on three texts, against the definitions read out literally."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, combinations, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.record import consent

TEXTS = ("t0", "t1", "t2")
PARTIES = ("p0", "p1", "p2")

Relation = tuple[int, ...]  # for each text, the bits of the texts it supersedes


def subsets(bits: int, count: int) -> Iterator[int]:
    """Every set of `count` things, as bits, that holds `bits`."""
    return (mask for mask in range(1 << count) if mask & bits == bits)


def relations(count: int) -> list[Relation]:
    """Every way in which `count` texts can supersede earlier ones."""
    return list(product(*(range(1 << place) for place in range(count))))


def structures(relation: Relation, party_count: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Every non-empty S0 with every well-formed choice of S(T)."""

    def grow(named: tuple[int, ...], opened_by: int) -> Iterator[tuple[int, ...]]:
        if len(named) == len(relation):
            yield named
            return
        needed = opened_by
        for place, parties in enumerate(named):
            needed |= parties if relation[len(named)] >> place & 1 else 0
        for parties in subsets(needed, party_count):
            yield from grow((*named, parties), opened_by)

    for opened_by in range(1, 1 << party_count):
        yield from ((opened_by, named) for named in grow((), opened_by))


@cache
def sequences(named: int) -> list[tuple[int, ...]]:
    """Every order in which a party can sign distinct texts among `named`."""
    texts = [place for place in range(named.bit_length()) if named >> place & 1]
    return list(chain.from_iterable(permutations(texts, length) for length in range(len(texts) + 1)))


# the definitions once more, literally


def is_ancestor(lower: int, upper: int, relation: Relation) -> bool:
    direct = [place for place in range(len(relation)) if relation[upper] >> place & 1]
    return lower in direct or any(is_ancestor(lower, middle, relation) for middle in direct)


def is_valid(place: int, signed: Sequence[int], relation: Relation) -> bool:
    earlier = [signed[before] for before in range(place) if is_valid(before, signed, relation)]
    return all(is_ancestor(text, signed[place], relation) for text in earlier)


@cache
def valid_bits(signed: tuple[int, ...], relation: Relation) -> int:
    return sum(1 << signed[place] for place in range(len(signed)) if is_valid(place, signed, relation))


@cache
def judge(complete: int, relation: Relation) -> tuple[bool, int | None]:
    """Whether the complete texts form one chain, and which of them has no complete one above it."""
    texts = [place for place in range(len(relation)) if complete >> place & 1]
    one_chain = all(is_ancestor(a, b, relation) or is_ancestor(b, a, relation) for a, b in combinations(texts, 2))
    top = [a for a in texts if not any(is_ancestor(a, b, relation) for b in texts)]
    return one_chain, top[0] if len(top) == 1 else None


class Rule:
    """The rule of the record over one structure, asked once for each set of valid signatures."""

    def __init__(self, relation: Relation, named: tuple[int, ...], party_count: int) -> None:
        names = {f"t{place}": lower for place, lower in enumerate(relation)}
        self.below = consent.ancestors({text: frozenset(f"t{i}" for i in _bits(low)) for text, low in names.items()})
        self.parties = {f"t{place}": frozenset(f"p{i}" for i in _bits(mask)) for place, mask in enumerate(named)}
        self.named = [sum(1 << t for t, mask in enumerate(named) if mask >> party & 1) for party in range(party_count)]
        self.valid = cache(self._valid)
        self.answer = cache(self._answer)

    def _valid(self, signed: tuple[int, ...]) -> tuple[str, ...]:
        return consent.valid_signatures([f"t{text}" for text in signed], self.below)

    def _answer(self, *valid: tuple[str, ...]) -> tuple[int, int | None]:
        complete = consent.complete_texts(self.parties, {f"p{i}": texts for i, texts in enumerate(valid)})
        top = consent.in_force(complete, self.below)
        return sum(1 << int(text[1:]) for text in complete), None if top is None else int(top[1:])


def _bits(mask: int) -> list[int]:
    return [place for place in range(mask.bit_length()) if mask >> place & 1]


def count_cases(relation: Relation, party_count: int) -> int:
    """Compares rule and definitions in every case of one relation; the number of cases."""
    count, all_texts = 0, (1 << len(relation)) - 1
    for _, named in structures(relation, party_count):
        rule = Rule(relation, named, party_count)
        books = [
            [(rule.valid(signed), valid_bits(signed, relation) | all_texts & ~texts) for signed in sequences(texts)]
            for texts in rule.named
        ]
        for case in product(*books):
            signed_by_all = all_texts
            for _, bits in case:
                signed_by_all &= bits
            one_chain, top = judge(signed_by_all, relation)
            assert one_chain
            assert rule.answer(*(valid for valid, _ in case)) == (signed_by_all, top)
            count += 1
    return count


def test_every_book_of_three_parties_on_three_texts_agrees_with_the_definitions():
    assert sum(len(list(structures(relation, 3))) for relation in relations(3)) == 902
    assert sum(count_cases(relation, 3) for relation in relations(3)) == 548_288


def test_in_force_needs_each_named_party_to_have_signed_exactly_that_text():
    for relation in relations(2):
        for _, named in structures(relation, 3):
            rule = Rule(relation, named, 3)
            for books in product(*(sequences(texts) for texts in rule.named)):
                _, top = rule.answer(*map(rule.valid, books))
                assert top is None or all(top in books[party] for party in _bits(named[top]))


def test_no_text_is_complete_that_names_nobody():
    below = consent.ancestors({"t": frozenset()})
    assert consent.complete_texts({"t": frozenset()}, {}) == frozenset()
    assert consent.in_force(frozenset(), below) is None


def test_signing_again_adds_nothing():
    below = consent.ancestors({"a": frozenset(), "b": frozenset({"a"})})
    assert consent.valid_signatures(["a", "b", "a", "b"], below) == ("a", "b")


def test_a_rival_signed_after_is_not_valid_and_a_text_over_both_is():
    below = consent.ancestors({"a": frozenset(), "b": frozenset(), "c": frozenset({"a", "b"})})
    assert consent.valid_signatures(["a", "b", "c"], below) == ("a", "c")


def test_two_topmost_texts_are_refused_rather_than_chosen_from():
    below = consent.ancestors({"a": frozenset(), "b": frozenset()})
    with pytest.raises(ValueError, match="side by side"):
        consent.in_force(frozenset({"a", "b"}), below)


def test_thousands_of_texts_in_one_line_are_read():
    texts = [f"t{number}" for number in range(5_000)]
    below = consent.ancestors({text: frozenset(texts[number - 1 : number]) for number, text in reversed(list(enumerate(texts)))})
    assert consent.valid_signatures(texts, below) == tuple(texts)
    assert consent.valid_signatures(texts[::-1], below) == (texts[-1],)


@given(data=st.data())
def test_larger_mechanisms_agree_with_the_definitions(data):
    count, party_count = data.draw(st.integers(1, 6)), data.draw(st.integers(1, 5))
    relation = tuple(data.draw(st.integers(0, (1 << place) - 1)) for place in range(count))
    named: tuple[int, ...] = ()
    opened_by = data.draw(st.integers(1, (1 << party_count) - 1))
    for place in range(count):
        needed = opened_by | data.draw(st.integers(0, (1 << party_count) - 1))
        for lower in _bits(relation[place]):
            needed |= named[lower]
        named = (*named, needed)
    rule = Rule(relation, named, party_count)
    books = [
        tuple(data.draw(st.lists(st.sampled_from(_bits(texts)), max_size=8, unique=True))) if texts else ()
        for texts in rule.named
    ]
    complete = (1 << count) - 1
    for signed, texts in zip(books, rule.named, strict=True):
        complete &= valid_bits(signed, relation) | ~texts
    one_chain, top = judge(complete, relation)
    assert one_chain
    assert rule.answer(*map(rule.valid, books)) == (complete, top)
