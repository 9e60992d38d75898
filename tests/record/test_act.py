"""Envelope, body and what is signed: the form is exact, and only one spelling of it is read."""

from __future__ import annotations

import hashlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.record import act
from comity.record.act import Digest, EntryId, Envelope, PartyId, Ref, Seen
from comity.record.canonical import encode
from comity.record.errors import EmptyEntry, NotCanonical, NotJson, NotUtf8, TooLong
from comity.record.label import Label

A, B, C = ("a" * 64, "b" * 64, "c" * 64)

FIELDS = {
    "v": 1,
    "kind": "signature",
    "party": A,
    "at": "2026-03-02T08:00:00Z",
    "zone": "Asia/Ho_Chi_Minh",
    "label": "green",
    "audience": [A, B],
    "refs": [{"role": "item", "id": B}, {"role": "text", "id": A}],
    "seen": [{"book": B, "size": 3, "root": C}],
    "body": C,
    "bind": {"digest": B, "proofs": [{"way": "ed25519", "key": A, "sig": C}]},
}

ENVELOPE = Envelope(
    kind="signature",
    party=PartyId(EntryId(A)),
    at="2026-03-02T08:00:00Z",
    zone="Asia/Ho_Chi_Minh",
    label=Label.GREEN,
    audience=(A, B),
    refs=(Ref("item", B), Ref("text", A)),
    seen=(Seen(B, 3, C),),
    body=Digest(C),
    bind=FIELDS["bind"],
)


def test_an_envelope_is_written_and_read_as_the_same():
    raw = encode(FIELDS)
    assert act.parse_envelope(raw) == ENVELOPE
    assert act.encode_envelope(ENVELOPE) == raw
    assert act.parse_envelope(raw).referred("item") == (B,)
    assert act.parse_envelope(raw).referred("other") == ()


def test_a_charter_has_no_party_and_a_plain_kind_no_binding_part():
    fields = {key: value for key, value in FIELDS.items() if key not in ("party", "bind")}
    envelope = act.parse_envelope(encode(fields))
    assert (envelope.party, envelope.bind) == ("", None)
    assert act.encode_envelope(envelope) == encode(fields)


def test_an_id_is_the_leaf_hash():
    assert act.leaf_hash(b"entry") == hashlib.sha256(b"\x00entry").hexdigest()


def test_the_signed_bytes_are_all_but_the_proofs():
    signed = {**FIELDS, "bind": {"digest": B}}
    assert act.signed_bytes(ENVELOPE) == b"comity.act/v1\n" + encode(signed)
    plain = {key: value for key, value in FIELDS.items() if key != "bind"}
    assert act.signed_bytes(act.parse_envelope(encode(plain))) == b"comity.act/v1\n" + encode(plain)


WRONG = [
    ("v", 2),
    ("v", True),
    ("v", "1"),
    ("kind", "Signature"),
    ("kind", ""),
    ("kind", "a" * 41),
    ("kind", 7),
    ("party", ""),
    ("party", A.upper()),
    ("party", A[:-1]),
    ("party", 7),
    ("at", "2026-03-02T08:00:00"),
    ("at", "2026-02-30T08:00:00Z"),
    ("at", "0000-01-01T08:00:00Z"),
    ("at", "2026-13-02T08:00:00Z"),
    ("at", "2026-03-02T24:00:00Z"),
    ("at", "2026-03-02T08:60:00Z"),
    ("at", "2026-03-0٢T08:00:00Z"),
    ("at", 7),
    ("zone", "Asia/Ho Chi Minh"),
    ("zone", "a/b/c/d"),
    ("zone", ""),
    ("label", "white"),
    ("label", ["green"]),
    ("audience", [B, A]),
    ("audience", [A, A]),
    ("audience", ["x"]),
    ("audience", A),
    ("audience", [7]),
    ("refs", [{"role": "text", "id": A}, {"role": "item", "id": B}]),
    ("refs", [{"role": "item", "id": B}] * 2),
    ("refs", {}),
    ("refs", [{"role": "item"}]),
    ("refs", [{"role": "item", "id": B, "x": 1}]),
    ("refs", [{"role": "Item", "id": B}]),
    ("refs", [{"role": 7, "id": B}]),
    ("refs", [{"role": "item", "id": ["x"]}]),
    ("refs", ["x"]),
    ("seen", [{"book": B, "size": 0, "root": C}]),
    ("seen", [{"book": B, "size": True, "root": C}]),
    ("seen", [{"book": B, "size": 1, "root": "x"}]),
    ("seen", ["x"]),
    ("seen", "x"),
    ("seen", [{"book": B, "size": 1}]),
    ("seen", [{"book": B, "size": 1, "root": C}, {"book": B, "size": 2, "root": C}]),
    ("seen", [{"book": C, "size": 1, "root": C}, {"book": B, "size": 2, "root": C}]),
    ("body", "x"),
    ("body", 7),
    ("bind", []),
    ("bind", "x"),
    ("more", 1),
]


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_a_part_of_another_form_is_refused(key, value):
    with pytest.raises(NotCanonical):
        act.parse_envelope(encode({**FIELDS, key: value}))


@pytest.mark.parametrize("key", [key for key in FIELDS if key not in ("party", "bind")])
def test_a_missing_key_is_refused(key):
    with pytest.raises(NotCanonical):
        act.parse_envelope(encode({name: value for name, value in FIELDS.items() if name != key}))


def test_parts_out_of_order_are_not_written():
    fields = {name: getattr(ENVELOPE, name) for name in Envelope.__slots__}
    with pytest.raises(NotCanonical):
        act.encode_envelope(Envelope(**{**fields, "refs": ENVELOPE.refs[::-1]}))
    with pytest.raises(NotCanonical, match="ascending"):
        act.encode_envelope(Envelope(**{**fields, "audience": list(ENVELOPE.audience)}))


def test_empty_and_too_long_entries_are_refused():
    with pytest.raises(EmptyEntry):
        act.parse_envelope(b"")
    with pytest.raises(TooLong):
        act.parse_envelope(b"x" * 65_536)
    long = {**FIELDS, "bind": {"note": ""}}
    room = 65_535 - len(encode(long))
    assert act.parse_envelope(encode({**long, "bind": {"note": "x" * room}})).bind == {"note": "x" * room}
    with pytest.raises(TooLong):
        act.parse_envelope(encode({**long, "bind": {"note": "x" * (room + 1)}}))


def test_an_envelope_is_an_object_of_limited_depth():
    with pytest.raises(NotCanonical, match="an object"):
        act.parse_envelope(b"[]")
    deep = True
    for _ in range(22):
        deep = [deep]
    assert act.parse_envelope(encode({**FIELDS, "bind": {"note": deep}})).bind == {"note": deep}
    with pytest.raises(NotCanonical, match="deep"):
        act.parse_envelope(encode({**FIELDS, "bind": {"note": [deep]}}))


def test_a_body_is_an_object_of_limited_length_and_depth():
    body = {"title": [{"lang": "vi", "standing": "authentic", "text": "Cửa khẩu"}]}
    assert act.decode_body(act.encode_body(body)) == body
    with pytest.raises(NotCanonical):
        act.decode_body(b"[]")
    for code in (act.encode_body, lambda fields: act.decode_body(encode(fields))):
        with pytest.raises(TooLong):
            code({"title": "x" * 65_535})
        deep = 1
        for _ in range(24):
            deep = [deep]
        with pytest.raises(NotCanonical, match="deep"):
            code({"title": deep})


def test_the_digest_of_a_body_is_salted():
    assert act.body_digest(b"s" * 32, b"{}") == hashlib.sha256(b"comity.body/v1\n" + b"s" * 32 + b"{}").hexdigest()
    assert act.body_digest(b"s" * 32, b"{}") != act.body_digest(b"t" * 32, b"{}")


def test_the_digest_of_a_text_covers_the_authentic_parts_in_the_order_of_the_clauses():
    clauses = [
        [
            {"lang": "zh-Hans", "standing": "authentic", "text": "口岸"},
            {"lang": "en", "standing": "machine", "text": "gate"},
            {"lang": "vi", "standing": "authentic", "text": "cửa khẩu"},
        ],
        [{"lang": "en", "standing": "official", "text": "x"}],
    ]
    told = [[{"lang": "vi", "text": "cửa khẩu"}, {"lang": "zh-Hans", "text": "口岸"}], []]
    salt = b"s" * 32
    assert act.text_digest(salt, clauses) == hashlib.sha256(b"comity.text/v1\n" + salt + encode(told)).hexdigest()
    assert act.text_digest(salt, clauses[::-1]) != act.text_digest(salt, clauses)
    assert act.text_digest(salt, [clauses[0][::-1], clauses[1]]) == act.text_digest(salt, clauses)


@pytest.mark.parametrize(
    "clauses", [[7], ["x"], [["x"]], [[{"standing": "authentic"}]], [[{"standing": "authentic", "lang": 1, "text": "x"}]]]
)
def test_clauses_of_another_form_are_passed_over(clauses):
    assert act.text_digest(b"s" * 32, clauses) == act.text_digest(b"s" * 32, [[]])


IDS = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(
    party=IDS,
    audience=st.sets(IDS, max_size=3),
    refs=st.sets(st.tuples(st.text("abc_", min_size=1, max_size=5).map(lambda role: "r" + role), IDS), max_size=4),
    seen=st.dictionaries(IDS, st.tuples(st.integers(1, 2**53 - 1), IDS), max_size=3),
    label=st.sampled_from(Label),
    bind=st.none() | st.dictionaries(st.text("abc", min_size=1), st.text(st.characters(codec="utf-8"))),
)
def test_every_well_formed_envelope_is_written_and_read_as_the_same(party, audience, refs, seen, label, bind):
    envelope = Envelope(
        kind="progress",
        party=party,
        at="2026-03-02T08:00:00Z",
        zone="Etc/GMT+7",
        label=label,
        audience=tuple(sorted(audience)),
        refs=tuple(Ref(*ref) for ref in sorted(refs)),
        seen=tuple(Seen(book, *seen[book]) for book in sorted(seen)),
        body=party,
        bind=bind,
    )
    assert act.parse_envelope(act.encode_envelope(envelope)) == envelope


@given(
    st.binary(max_size=80)
    | st.dictionaries(st.sampled_from(sorted(FIELDS)), st.sampled_from([*FIELDS.values(), 7, "x", []])).map(encode)
)
def test_foreign_bytes_are_read_or_refused(raw):
    for read in (act.parse_envelope, act.decode_body):
        with suppress(EmptyEntry, NotJson, NotUtf8, NotCanonical):
            read(raw)
