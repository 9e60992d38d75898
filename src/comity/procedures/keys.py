"""Which key signs: the book's for checkpoints, an authorised person's for what binds."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from comity.record.authority import NEEDED, Authority
from comity.record.kind import Kind
from comity.record.note import VerifierKey
from comity.store.keys import KeyFolder, read_key_file, write_key_file


def public_hex(key: Ed25519PrivateKey) -> str:
    """The public half of a key in hexadecimal, as envelopes name it."""
    return key.public_key().public_bytes_raw().hex()


def key_at(path: Path) -> Ed25519PrivateKey:
    """The key in a key file, made and written there if there is none yet. Raises: KeyFileWrong, DiskFailed."""
    if path.exists():
        return read_key_file(path)
    key = Ed25519PrivateKey.generate()
    write_key_file(path, key)
    return key


def book_vkey(origin: str, public: str) -> str:
    """The vkey of a book whose checkpoints are signed by this public key."""
    return str(VerifierKey(origin, bytes.fromhex(public)))


def choose_officer_key(authority: Authority, kind: Kind, keys: KeyFolder, *, day: str) -> Ed25519PrivateKey | None:
    """An authorised key kept in the home that may sign an act of this kind on `day`, or None."""
    able = (public for public in sorted(authority.grants) if authority.may_sign(public, NEEDED[kind.name], day))
    return next((key for public in able if (key := keys.private(public)) is not None), None)


def may_sign(authority: Authority, kind: Kind, key: Ed25519PrivateKey, *, day: str) -> bool:
    """Whether a person's key may sign an act of this kind on `day`; one recovery key may change keys where one is enough."""
    public = public_hex(key)
    recovers = kind.name == "key_change" and public in authority.recovery_keys and authority.recovery_threshold == 1
    return recovers or authority.may_sign(public, NEEDED[kind.name], day)
