"""Key files: one private Ed25519 key each, PEM with PKCS #8 inside, unencrypted, readable by its owner only.

The folder `keys` of a home holds `<public key in hex>.pem`. A key is on disk before anything is signed with it.
Whoever can read these files can sign: an officer's key belongs on a medium of its own, the book's key stays here.
"""

from __future__ import annotations

import re
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

from comity.record.errors import FileMissing, HomeExists, KeyFileWrong
from comity.store.disk import plain_refusals, write_new

_PUBLIC = re.compile(r"[0-9a-f]{64}")


class KeyFolder:
    """The private keys a home holds."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def new(self) -> Ed25519PrivateKey:
        """A new key, kept here. Raises: DiskFull, DiskReadOnly, DiskFailed."""
        key = Ed25519PrivateKey.generate()
        write_key_file(self._file(key.public_key().public_bytes_raw().hex()), key)
        return key

    def private(self, public_hex: str) -> Ed25519PrivateKey | None:
        """The private half of a public key, if it is kept here. Raises: KeyFileWrong."""
        if not _PUBLIC.fullmatch(public_hex) or not self._file(public_hex).is_file():
            return None
        key = read_key_file(self._file(public_hex))
        if key.public_key().public_bytes_raw().hex() != public_hex:
            raise KeyFileWrong(path=str(self._file(public_hex)), problem="it holds another key than its name says")
        return key

    def _file(self, public_hex: str) -> Path:
        return self.path / f"{public_hex}.pem"


def read_key_file(path: Path) -> Ed25519PrivateKey:
    """The key in a key file; the inverse of `write_key_file`. Raises: FileMissing, KeyFileWrong."""
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise FileMissing(path=str(path)) from problem
    try:
        key = load_pem_private_key(raw, None)
    except TypeError as problem:
        raise KeyFileWrong(path=str(path), problem="it is locked with a password") from problem
    except (ValueError, UnsupportedAlgorithm) as problem:
        raise KeyFileWrong(path=str(path), problem="it holds no private key") from problem
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileWrong(path=str(path), problem="its key is not an Ed25519 key")
    return key


def write_key_file(path: Path, key: Ed25519PrivateKey) -> None:
    """Writes a key to a file of its own, durably. Raises: HomeExists, DiskFull, DiskReadOnly, DiskFailed."""
    raw = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with plain_refusals(path.parent):
        try:
            write_new(path, raw)
        except FileExistsError as problem:
            raise HomeExists(path=str(path)) from problem
