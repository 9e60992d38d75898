"""The golden vectors are what the code makes today, and a reader that knows only their files gets the same answers."""

from __future__ import annotations

import hashlib
import json

import pytest
from tests.vectors.make_vectors import FILES, HERE, written_as

from comity.exchange.bundle import open_bundle, pack
from comity.record.act import parse_envelope
from comity.record.agreement import Agreements, agreement_row, consent_digest
from comity.record.checkpoint import open_checkpoint
from comity.record.code import code_of, digits_of, parse_code
from comity.record.errors import BundleDoesNotHold, CodeMistyped, ComityError, every_error
from comity.record.note import parse_vkey
from comity.record.proof import check_consistency, check_inclusion, parse_proof
from comity.record.shelf import fill_shelf, place_entry


def vectors(name):
    return json.loads((HERE / f"{name}.json").read_text())


@pytest.mark.parametrize("name", FILES)
def test_making_the_vectors_again_gives_the_same_bytes(name):
    assert written_as(name) == (HERE / f"{name}.json").read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_described(name):
    assert f"## {name}.json" in (HERE / "README.md").read_text()


def test_entries_and_their_digests_hold():
    for given in vectors("entries")["good"]:
        raw = given["entry"].encode()
        envelope = parse_envelope(raw)
        assert hashlib.sha256(b"\x00" + raw).hexdigest() == given["id"]
        body = b"comity.body/v1\n" + bytes.fromhex(given["salt"]) + given["body"].encode()
        assert hashlib.sha256(body).hexdigest() == given["body_digest"] == envelope.body


def test_refused_entries_are_refused_for_the_reason_given():
    for given in vectors("entries")["refused"]:
        with pytest.raises(every_error()[given["code"]]):
            parse_envelope(given["entry"].encode())


def test_checkpoints_open_and_refused_ones_do_not():
    given = vectors("checkpoints")
    key = parse_vkey(given["vkey"])
    for good in given["good"]:
        head = open_checkpoint(good["note"], [key], origin=good["origin"])
        assert (head.size, head.root.hex()) == (good["size"], good["root"])
    for bad in given["refused"]:
        with pytest.raises(ComityError):
            open_checkpoint(bad["note"], [key], origin=key.name)


def test_proofs_hold():
    given = vectors("proofs")
    leaves, roots = [bytes.fromhex(leaf) for leaf in given["leaves"]], {0: hashlib.sha256(b"").digest()}
    roots |= {tree["size"]: bytes.fromhex(tree["root"]) for tree in given["trees"]}
    for tree in given["trees"]:
        size = tree["size"]
        for index, steps in enumerate(tree["inclusion"]):
            check_inclusion(leaves[index], index, size, list(map(bytes.fromhex, steps)), roots[size])
        for old, steps in enumerate(tree["consistency"]):
            check_consistency(old, size, list(map(bytes.fromhex, steps)), roots[old], roots[size])
    key = parse_vkey(given["vkey"])
    for text in given["proof_files"]:
        index, steps, checkpoint = parse_proof(text)
        head = open_checkpoint(checkpoint, [key], origin=key.name)
        check_inclusion(leaves[index], index, head.size, steps, head.root)


@pytest.mark.parametrize("scene", vectors("consent")["scenes"], ids=lambda scene: scene["name"].replace(" ", "_"))
def test_consent_is_read_from_the_entries_alone(scene):
    entries = [place_entry(given["book"], given["index"], given["entry"].encode()) for given in scene["entries"]]
    agreements = Agreements(fill_shelf(reversed(entries), [(head["book"], head["size"]) for head in scene["heads"]]))
    assert [agreement_row(agreements.read(item)) for item in agreements.items()] == scene["agreements"]
    assert consent_digest(agreements) == scene["consent_digest"]


def test_codes_are_made_found_and_refused():
    given = vectors("codes")
    for each in given["codes"]:
        assert (code_of(each["id"]), digits_of(each["code"])) == (each["code"], each["id"][:18])
    assert [parse_code(each["typed"]) for each in given["typed"]] == [each["code"] for each in given["typed"]]
    for typed in given["refused"]:
        with pytest.raises(CodeMistyped):
            parse_code(typed)


def test_bundles_open_and_refused_ones_do_not():
    given = vectors("bundles")
    for each in given["good"]:
        opened = open_bundle(each["bundle"].encode())
        assert list(opened.about) == each["about"]
        assert pack(opened.about, opened.notes, opened.packed).decode() == each["bundle"]
    assert len(given["refused"]) == 6
    for each in given["refused"]:
        with pytest.raises(BundleDoesNotHold):
            open_bundle(each["bundle"].encode())
