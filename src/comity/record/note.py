"""Signed notes: a text, an empty line, and signature lines; and the keys that make and check them.

    text, lines each ending in a line feed
    <empty line>
    — <name> <base64 of 4 bytes key id and the signature>

- The text is split from the signatures at the last empty line; no control characters but line feed.
- A key's name is not empty and holds neither white space nor "+". Its id is the first 4 bytes of
  SHA-256(name, line feed, type byte, public key); type 0x01 is Ed25519.
- A vkey is `<name>+<8 hex of the id>+<base64 of type byte and public key>`; the base64 may hold "+".
- Lines of unknown keys are passed over; one bad line of a known key refuses the whole note.

Source: c2sp.org/signed-note v1.0.0.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

from comity.record.errors import BadKey, BadNote, BadSignature

ED25519 = b"\x01"
LONGEST_NOTE = 1_000_000
MOST_SIGNATURES = 100

_NAME = re.compile(r"[^\s+]+")
_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key with the name it signs under."""

    name: str
    public: bytes

    @property
    def key_id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"


def parse_vkey(text: str) -> VerifierKey:
    """The key written as a vkey; the inverse of `str`. Raises: BadKey."""
    name, _, rest = text.strip().partition("+")
    encoded = rest.partition("+")[2]
    try:
        raw = base64.b64decode(encoded, validate=True)
    except ValueError as problem:
        raise BadKey(problem="its last part is not base64") from problem
    if not _NAME.fullmatch(name) or not _is_text(name) or raw[:1] != ED25519 or len(raw) != 33:
        raise BadKey(problem="it is not a named Ed25519 key")
    key = VerifierKey(name, raw[1:])
    if str(key) != text.strip():
        raise BadKey(problem="its id does not fit its name and key")
    return key


def verify(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether `signature` is the Ed25519 signature of `message` by the key; False for any ill-formed part."""
    try:
        VerifyKey(public).verify(message, signature)
    except (CryptoError, ValueError):
        return False
    return True


def sign(text: str, *, name: str, key: Ed25519PrivateKey) -> str:
    """The note `text` (each line ending in a line feed) with one signature line under it."""
    return f"{text}\n{signature_line(text, name=name, key=key)}"


def signature_line(text: str, *, name: str, key: Ed25519PrivateKey) -> str:
    """One signature line, ending in a line feed; further signers' lines may follow it."""
    public = VerifierKey(name, key.public_key().public_bytes_raw())
    return f"— {name} {base64.b64encode(public.key_id + key.sign(text.encode())).decode()}\n"


def open_note(note: str, keys: Iterable[VerifierKey]) -> tuple[str, tuple[VerifierKey, ...]]:
    """The text of a note and those of `keys` that signed it, at least one.

    Raises: BadNote where the form is wrong or no known key signed; BadSignature where a known key's line is bad.
    """
    text, lines = _parts(note)
    known = {(key.name, key.key_id): key for key in keys}
    signed = []
    for line in lines:
        name, raw = line
        key = known.get((name, raw[:4]))
        if key is None:
            continue
        if not verify(key.public, raw[4:], text.encode()):
            raise BadSignature(name=name)
        if key not in signed:
            signed.append(key)
    if not signed:
        raise BadNote(problem="no key known here signed it")
    return text, tuple(signed)


def _is_text(words: str) -> bool:
    """Whether words can be written in UTF-8 (half a character cannot)."""
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def _parts(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    if len(note) > LONGEST_NOTE or _CONTROL.search(note) or not _is_text(note):
        raise BadNote(problem="it is too long or holds control characters")
    text, gap, tail = note.rpartition("\n\n")
    if not gap or not tail.endswith("\n"):
        raise BadNote(problem="text and signatures are not set apart by an empty line")
    lines = []
    for row in tail[:-1].split("\n"):
        match = _LINE.fullmatch(row)
        try:
            raw = base64.b64decode(match[2], validate=True) if match else b""
        except ValueError:
            raw = b""
        if match is None or len(raw) < 5:
            raise BadNote(problem="a signature line is not of its form")
        lines.append((match[1], raw))
    if len(lines) > MOST_SIGNATURES:
        raise BadNote(problem=f"it has more than {MOST_SIGNATURES} signatures")
    return text + "\n", lines
