"""Keeps a file that an entry will name by its digest: a scan, the paper a letter came with.

- What the reader can read is held against the door's marks: what bears a state-secret mark is refused and not kept.
  Of a scan the first page is looked at, where its characters can be recognised here.
- What it cannot read (a picture without text, a text longer than it takes) is kept as it is, unread.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from comity.kinds import kind_of
from comity.procedures.clock import Moment
from comity.record.act import Digest
from comity.record.canonical import Fields, Value
from comity.record.errors import AttachmentTooLarge, FileMissing, ReaderError, SecretMark
from comity.record.field import DIGEST, Field
from comity.record.kind import Kind
from comity.record.language import hidden_removed
from comity.store.attachments import MOST_BYTES
from comity.store.home import Home

LONGEST_NAME = 120


def keep_attachment(home: Home, raw: bytes, *, name: str, moment: Moment) -> Digest:
    """Keeps the bytes durably and returns their digest. Raises: SecretMark, and what `Home.keep` raises."""
    from comity.procedures.open_file import open_file  # loads its lexicons: only where a file is given

    name = plain_file_name(name)
    demand_size(len(raw), name=name)
    try:
        open_file(raw, name=name, scans=1)
    except SecretMark:
        raise
    except ReaderError:
        pass  # nobody reads it here
    return home.keep(raw, name=name, at=moment.at)


def keep_files_in(home: Home, kind: str, given: Fields, *, moment: Moment) -> Fields:
    """The fields with a digest for each "@path" in a field for digests, the files kept.

    Raises: UnknownKind, FileMissing, and what `keep_attachment` raises.
    """
    fields = {field.name for field in attachment_fields(kind_of(kind))}
    return {name: _kept(home, value, moment) if name in fields else value for name, value in given.items()}


def attachment_fields(kind: Kind) -> list[Field]:
    """The fields in which a person names files by digest."""
    return [field for field in kind.fields if field.form is DIGEST and not field.computed]


def demand_size(size: int, *, name: str) -> None:
    """Refuses what is larger than a file that is kept may be. Raises: AttachmentTooLarge."""
    if size > MOST_BYTES:
        raise AttachmentTooLarge(name=plain_file_name(name), size=size, limit=MOST_BYTES)


def plain_file_name(name: str) -> str:
    """What a file is called without its folder and without hidden characters, its ending kept; never empty."""
    last = re.split(r"[/\\]", name.encode("utf-8", "replace").decode())[-1]
    kept = re.sub(r"\s+", " ", hidden_removed(unicodedata.normalize("NFC", last))).strip(" .") or "file"
    stem, dot, ending = kept.rpartition(".")
    if len(kept) <= LONGEST_NAME or not stem or len(ending) > 10:
        return kept[:LONGEST_NAME]
    return stem[: LONGEST_NAME - len(ending) - 1] + dot + ending


def _kept(home: Home, value: Value, moment: Moment) -> Value:
    if isinstance(value, list):
        return [_kept(home, row, moment) for row in value]
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    path = Path(value[1:])
    try:
        demand_size(path.stat().st_size, name=path.name)
        raw = path.read_bytes()
    except OSError as problem:
        raise FileMissing(path=str(path)) from problem
    return keep_attachment(home, raw, name=path.name, moment=moment)
