"""What can be checked in a file somebody holds: a letter, a bundle, a proof, or a paper that bears codes.

- A letter, a bundle and an answer that a check page gave are checked by themselves, without any home.
- A proof says that an entry stands in a book; which entry, only a home that holds the book can say.
- Of any other paper the codes printed on it are read; what stands under each is for a home or an address to say.
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.exchange.bundle import FORM, open_bundle
from comity.procedures.check_bundle import Checked, acquainted, check_bundle, with_acquaintance
from comity.procedures.check_code import Readers, bundle_of, check_code
from comity.procedures.open_file import open_file
from comity.procedures.open_letter import OpenedLetter, bundle_inside, codes_in, open_letter
from comity.reader.files.media import PDF, media_of
from comity.record.act import leaf_hash
from comity.record.checkpoint import open_checkpoint
from comity.record.code import code_of
from comity.record.errors import BadProof, NothingToCheck, NotUtf8, ProvenEntryElsewhere
from comity.record.note import parse_vkey
from comity.record.proof import HEADER, check_inclusion, parse_proof
from comity.store.reading import Reading

MOST_CODES = 5_000


_BUNDLE = b'{"about":['


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What a file holds: a letter, one thing checked, or codes that are only named by it. One of the three."""

    letter: OpenedLetter | None = None
    checked: Checked | None = None
    codes: tuple[str, ...] = ()


def check_file(raw: bytes, *, name: str, reading: Reading | None, readers: Readers) -> CheckedFile:
    """What the file holds, checked; `reading` is a home to hold it against, None for none.

    Raises: NothingToCheck, ProvenEntryElsewhere, BundleDoesNotHold, BadProof, and what `open_letter` and `open_file` raise.
    """
    if raw.startswith(HEADER.encode()):
        return CheckedFile(checked=_check_proof(raw, name, reading, readers))
    # Half a bundle no longer says its form, which stands at its end.
    if raw.startswith(_BUNDLE) or (raw.startswith(b"{") and FORM.partition("/")[0].encode() in raw):
        bundle = open_bundle(raw if raw.startswith(_BUNDLE) else bundle_of(raw))
        checked = check_bundle(bundle)
        return CheckedFile(checked=with_acquaintance(checked, acquainted(reading, bundle)) if reading else checked)
    if media_of(raw, name=name) == PDF and bundle_inside(raw, name=name) is not None:
        return CheckedFile(letter=open_letter(raw, name=name))
    codes = codes_in(open_file(raw, name=name).original)
    if not codes:
        raise NothingToCheck(name=name)
    return CheckedFile(codes=tuple(codes[:MOST_CODES]))


def _check_proof(raw: bytes, name: str, reading: Reading | None, readers: Readers) -> Checked:
    try:
        index, steps, note = parse_proof(raw.decode())
    except UnicodeDecodeError as problem:
        raise NotUtf8(position=problem.start) from problem
    origin = note.partition("\n")[0][:200]
    book = next((book for book in reading.books() if book.origin == origin), None) if reading else None
    entry = next(reading.entries(book.party, index, index + 1), None) if reading and book else None
    if reading is None or book is None or entry is None:
        raise ProvenEntryElsewhere(name=name, index=index, origin=origin)
    head = open_checkpoint(note, [parse_vkey(book.vkey)], origin=book.origin)
    if index >= head.size:
        raise BadProof(problem="it leads to another root")
    check_inclusion(bytes.fromhex(leaf_hash(entry.raw)), index, head.size, steps, head.root)
    return check_code(reading, code_of(entry.id), readers=readers).checked
