"""What may be published: every case in small of who consented to what, when and until when; and what goes out of a thing."""

from itertools import permutations, product

import pytest

from comity.kinds.publishing import (
    Consent,
    languages_of,
    may_ever_be_shown,
    named_parties,
    publication,
    publication_digest,
    published_fields,
    read_consent,
)

from .world import SALT, A, B, C, enter, fake, wording

OLD, NEW = fake("old content"), fake("new content")
DAY, NIGHT, LATER = "2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-09-01T00:00:00Z"
VI, BOTH = ("vi",), ("vi", "zh-Hans")
# What one party may have stated: (gives, digest, languages, not before); None where it stated nothing.
STATED = [
    None,
    *((True, digest, languages, day) for digest, languages, day in product((OLD, NEW), (VI, BOTH), ("", NIGHT))),
    (False, NEW, BOTH, ""),
]


def consent(party, stated, *, index=1, at=DAY, parties=(A, B)):
    gives, digest, languages, not_before = stated
    return Consent(fake((party, index)), party, index, at, gives, digest, languages, frozenset(parties), not_before)


def says(digest):
    """What the thing says now, the same in every language."""
    return lambda languages: digest


def may(named, stated, *, now=DAY, digest=NEW):
    consents = [consent(party, each, parties=named) for party, each in zip(named, stated, strict=True) if each is not None]
    return publication(frozenset(named), consents, says(digest), at=now)


@pytest.mark.parametrize("now", [DAY, NIGHT])
@pytest.mark.parametrize("named", [(A, B), (A, B, C)])
def test_every_party_must_have_consented_to_what_it_says_now(named, now):
    for stated in product(STATED, repeat=len(named)):
        held = [each for each in stated if each is not None]
        alike = len(held) == len(named) and all(each[0] and each[1] == NEW for each in held)
        fits = alike and len({each[2] for each in held}) == 1 and all(each[3] <= now for each in held)
        found = may(named, stated, now=now)
        assert (found is not None) == fits, (stated, now)
        if found is not None:
            assert (found.languages, {each.party for each in found.consents}) == (held[0][2], set(named))
            assert found.versions == (max(DAY, *(each[3] for each in held)),)


@pytest.mark.parametrize("named", [(A, B), (A, B, C)])
def test_what_was_corrected_since_stays_in_until_all_consent_again(named):
    old, new = (True, OLD, BOTH, ""), (True, NEW, BOTH, "")
    for again in product((False, True), repeat=len(named)):
        consents = [consent(party, old, parties=named) for party in named]
        consents += [
            consent(party, new, index=2, at=LATER, parties=named) for party, says in zip(named, again, strict=True) if says
        ]
        found = publication(frozenset(named), consents, says(NEW), at=LATER)
        assert (found is not None) == all(again)
        assert found is None or found.versions == (DAY, LATER)
        before = publication(frozenset(named), consents, says(OLD), at=LATER)
        assert (before is not None) == (not any(again))


@pytest.mark.parametrize("named", [(A, B), (A, B, C)])
def test_any_party_takes_its_consent_back_and_may_give_it_again(named):
    given, taken = (True, NEW, BOTH, ""), (False, NEW, BOTH, "")
    for story in product((0, 1, 2), repeat=len(named)):  # given; taken back; given again
        consents = []
        for party, length in zip(named, story, strict=True):
            consents += [
                consent(party, each, index=index, parties=named) for index, each in enumerate([given, taken, given][: length + 1])
            ]
        assert (publication(frozenset(named), consents, says(NEW), at=DAY) is not None) == (1 not in story)


def test_a_consent_is_taken_back_whatever_parties_it_names():
    consents = [consent(A, (True, NEW, BOTH, "")), consent(B, (True, NEW, BOTH, ""))]
    taken = consent(A, (False, OLD, (), ""), index=2, parties=(A,))
    assert publication(frozenset((A, B)), consents, says(NEW), at=DAY)
    assert publication(frozenset((A, B)), [*consents, taken], says(NEW), at=DAY) is None


def test_a_consent_with_other_parties_than_the_thing_names_counts_for_nothing():
    for parties in ((A,), (A, B, C), ()):
        consents = [consent(A, (True, NEW, BOTH, ""), parties=parties), consent(B, (True, NEW, BOTH, ""))]
        assert publication(frozenset((A, B)), consents, says(NEW), at=DAY) is None


def test_what_others_consent_to_counts_for_nothing():
    consents = [consent(party, (True, NEW, BOTH, "")) for party in (A, C)]
    assert publication(frozenset((A, B)), consents, says(NEW), at=DAY) is None
    assert publication(frozenset(), [], says(NEW), at=DAY) is None


def test_what_is_not_held_is_not_published():
    consents = [consent(party, (True, NEW, BOTH, "")) for party in (A, B)]
    assert publication(frozenset((A, B)), consents, lambda languages: None, at=DAY) is None


def test_arrival_order_changes_nothing():
    consents = [
        consent(A, (True, OLD, BOTH, "")),
        consent(A, (True, NEW, BOTH, NIGHT), index=2),
        consent(B, (True, OLD, BOTH, "")),
        consent(B, (True, NEW, BOTH, ""), index=5, at=LATER),
    ]
    found = {publication(frozenset((A, B)), order, says(NEW), at=LATER) for order in permutations(consents)}
    assert len(found) == 1


def test_named_are_all_parties_an_entry_names_and_those_of_what_it_speaks_of():
    charter = {party: enter("charter", {}, party=party, index=0) for party in (A, B, C)}
    text = enter("text", {"item": [fake("item")], "parties": [B, C], "digest": fake("d"), "open_until": "2099-12-31"}, index=1)
    owed = enter("undertaking", {"owners": [charter[B].entry.id], "text": [text.entry.id]}, index=2)
    said = enter("progress", {"undertaking": [owed.entry.id], "owner": [charter[A].entry.id]}, index=3)
    held = {act.entry.id: act.entry for act in (*charter.values(), text, owed, said)}
    by_id = {party: act.entry.id for party, act in charter.items()}
    assert named_parties(said.entry, held.get) == {A, by_id[A], by_id[B], B, C, fake("item")}
    assert named_parties(said.entry, {}.get) == {A, owed.entry.id, by_id[A]}  # what is not held may be a party


def test_a_consent_is_read_from_its_envelope():
    fields = {"publishes": [fake("thing")], "stance": "gives", "parties": [B, A], "versions": ["vi"], "digest": NEW}
    act = enter("publication_consent", fields | {"not_before": NIGHT}, index=7)
    found = read_consent(act.entry)
    assert (found.party, found.index, found.gives, found.digest, found.languages) == (A, 7, True, NEW, ("vi",))
    assert (found.parties, found.not_before, found.id) == (frozenset((A, B)), NIGHT, act.entry.id)
    assert read_consent(enter("undertaking", {"title": wording("x")}).entry) is None


def test_only_an_owners_own_word_of_what_is_done_or_under_way_can_go_out():
    told = {"state": "done", "word": "own", "owner": [A]}
    assert may_ever_be_shown("progress", told, A)
    assert may_ever_be_shown("undertaking", {}, A)
    for change in ({"word": "told"}, {"owner": [B]}, *({"state": state} for state in ("waiting", "not_started", "replaced"))):
        assert not may_ever_be_shown("progress", told | change, A), change
    fields = told | {"waits_for": "other_side", "due_on": "2027", "difficulty": wording("x"), "result": wording("y")}
    assert published_fields("progress", fields, ["en"]).keys() == {"owner", "state", "word", "result"}


def test_only_the_languages_consented_to_go_out_and_clauses_keep_their_numbers():
    vi, zh = ({"lang": lang, "standing": "authentic", "text": lang} for lang in ("vi", "zh-Hans"))
    fields = {"clauses": [[vi, zh], [zh]], "open_until": "2099-12-31", "colour": "red"}
    assert languages_of("text", fields) == ("vi", "zh-Hans")
    assert published_fields("text", fields, ["vi"]) == {"clauses": [[vi], []], "open_until": "2099-12-31"}
    assert published_fields("undertaking", {"title": [vi], "due_on": "2027"}, ["en"]) == {"due_on": "2027"}


def test_the_digest_is_of_thing_kind_content_and_salt():
    fields = {"title": wording("x")}
    digests = {
        publication_digest(SALT, fake("a"), "undertaking", fields),
        publication_digest(SALT, fake("b"), "undertaking", fields),
        publication_digest(SALT, fake("a"), "proposal", fields),
        publication_digest(SALT, fake("a"), "undertaking", {"title": wording("y")}),
        publication_digest(b"\x01" * 32, fake("a"), "undertaking", fields),
    }
    assert len(digests) == 5
