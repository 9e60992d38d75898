"""Small mechanisms in which something decides: each enters its acts into a world and returns the item in question."""

from __future__ import annotations

from tests.simulator import key_of, passkey_proof, public_of


def a_plain_agreement(world):
    a, b = world.several(2)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    b.sign(text, kind="initialling")
    a.sign(text)
    b.sign(text)
    b.sign(text, kind="refusal")
    return item


def a_signature_too_late(world):
    a, b = world.several(2)
    item = a.item([a, b])
    text = a.text(item, [a, b], open_until="2026-03-01")
    a.sign(text, at="2026-03-01T23:59:59Z")
    b.sign(text, at="2026-03-02T00:00:00Z")
    return item


def a_stolen_node(world):
    """The thief of b's node grants himself power, signs, and enters an old signature once more."""
    a, b = world.several(2)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    a.sign(text)
    b.authorise(b.steal(), by=[b.steal()])
    b.sign(text, by=[b.steal()])
    b.enter("refusal", bind={}, party=a.id)
    return item


def a_replayed_authorization(world):
    """A deputy is dismissed; his authorization, entered again as it stands, gives him nothing back."""
    a, b = world.several(2)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    deputy = key_of("deputy")
    b.authorise(deputy)
    b.change_key("officer", public_of(deputy), "")
    b.again(b.book[1])
    a.sign(text)
    b.sign(text, by=[deputy])
    return item


def a_restored_backup(world):
    a, b = world.several(2)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    a.sign(text)
    b.sign(text)
    b.fork(1)
    b.enter("progress")
    return item


def an_outsider_at_work(world):
    """Somebody the item does not name copies, claims and tables; nothing of it counts."""
    a, b, c = world.several(3)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    a.sign(text)
    b.sign(text)
    c.again(a.book[1])
    c.text(item, [a, b, c], "uninvited", over=[text])
    c.text(item, [a, b], "outside")
    c.adopt(a)
    return item


def two_rivals(world):
    a, b = world.several(2)
    item = a.item([a, b])
    first, rival = a.text(item, [a, b], "first"), b.text(item, [a, b], "rival")
    a.sign(first)
    b.sign(rival)
    both = a.text(item, [a, b], "both", over=[first, rival])
    b.sign(both)
    a.sign(both)
    return item


def a_third_joins(world):
    a, b, c = world.several(3)
    item = a.item([a, b])
    first = a.text(item, [a, b], "first")
    a.sign(first)
    b.sign(first)
    wider = c.text(item, [a, b, c], "wider", over=[first])
    b.sign(wider)
    a.sign(wider)
    c.sign(wider)
    return item


def a_copied_text(world):
    """What `a_third_joins` does, while b keeps a copy of c's text in its own book."""
    item = a_third_joins(world)
    world.parties["party1"].again(world.parties["party2"].book[1])
    return item


def a_named_successor(world):
    a, b, heir = world.party("a"), world.party("b"), world.party("heir")
    item = a.item([a, b])
    text = b.text(item, [a, b])
    a.close([heir])
    b.sign(text)
    heir.adopt(a)
    heir.sign(text)
    return item


def an_acknowledged_successor(world):
    a, b, c, heir = world.party("a"), world.party("b"), world.party("c"), world.party("heir")
    item = a.item([a, b, c])
    text = a.text(item, [a, b, c])
    heir.adopt(a)
    b.acknowledge(a, heir)
    c.acknowledge(a, heir)
    for party in (b, c, heir):
        party.sign(text)
    return item


def a_text_after_the_close(world):
    a, b, c = world.several(3)
    item = a.item([a, b])
    first = a.text(item, [a, b], "first")
    c.close()
    late = c.text(item, [a, b, c], "late")
    for text in (late, first):
        a.sign(text)
        b.sign(text)
    return item


def a_late_text_one_party_signed(world):
    """What was tabled after the close of its book is no text, so signing it first was no rival signature."""
    a, b, c = world.several(3)
    item = a.item([a, b])
    first = a.text(item, [a, b], "first")
    c.close()
    late = c.text(item, [a, b, c], "late")
    a.sign(late)
    a.sign(first)
    b.sign(first)
    return item


def a_deputy_signs(world):
    a, b = world.several(2)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    deputy = key_of("deputy")
    a.authorise(deputy)
    a.sign(text, by=(deputy,))
    a.change_key("officer", public_of(deputy), "")
    other = a.text(item, [a, b], "other", over=[text])
    a.sign(other, by=(deputy,))
    b.sign(text)
    b.sign(other)
    return item


def a_passkey_decides(world):
    a, b = world.party("a"), world.party("b", more={"officer_key": "a5" * 40}, proofs=[passkey_proof()])
    item = a.item([a, b])
    text = a.text(item, [a, b])
    a.sign(text)
    b.sign(text, proofs=[passkey_proof()])
    return item


# of these every subset of entries can be kept back in turn
SMALL = [two_rivals, a_third_joins, a_late_text_one_party_signed, a_named_successor, a_deputy_signs, a_passkey_decides]
LARGE = [
    *SMALL,
    a_plain_agreement,
    a_signature_too_late,
    a_stolen_node,
    a_replayed_authorization,
    an_outsider_at_work,
    a_copied_text,
    an_acknowledged_successor,
    a_text_after_the_close,
]

ALL = [*LARGE, a_restored_backup]
