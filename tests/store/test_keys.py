"""Key files: made for their owner only, found by their public half, never overwritten."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from comity.record.errors import FileMissing, HomeExists, KeyFileWrong
from comity.store.keys import KeyFolder, read_key_file, write_key_file
from simulator import key_of, public_of


def _pem(key, lock=None):
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock or NoEncryption())


@pytest.fixture
def folder(tmp_path):
    return KeyFolder(tmp_path)


def test_new_key_is_found_by_its_public_half(folder):
    first, second = folder.new(), folder.new()
    assert public_of(first) != public_of(second)
    assert [folder.private(public_of(key)).private_bytes_raw() for key in (first, second)] == [
        first.private_bytes_raw(),
        second.private_bytes_raw(),
    ]
    assert {path.stat().st_mode & 0o777 for path in folder.path.iterdir()} == {0o600}


def test_key_that_is_not_here_is_none(folder):
    assert [folder.private(name) for name in (public_of(key_of("north")), "", "../secret", "AA" * 32)] == [None] * 4


def test_key_file_is_read_as_written(tmp_path):
    write_key_file(tmp_path / "officer.pem", key_of("north"))
    assert read_key_file(tmp_path / "officer.pem").private_bytes_raw() == key_of("north").private_bytes_raw()
    assert (tmp_path / "officer.pem").read_bytes().startswith(b"-----BEGIN PRIVATE KEY-----\n")


def test_key_file_is_never_overwritten(tmp_path):
    write_key_file(tmp_path / "officer.pem", key_of("north"))
    with pytest.raises(HomeExists):
        write_key_file(tmp_path / "officer.pem", key_of("south"))
    assert read_key_file(tmp_path / "officer.pem").private_bytes_raw() == key_of("north").private_bytes_raw()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "it holds no private key"),
        (b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "it holds no private key"),
        (_pem(X25519PrivateKey.from_private_bytes(bytes(32))), "its key is not an Ed25519 key"),
        (_pem(Ed25519PrivateKey.from_private_bytes(bytes(32)), BestAvailableEncryption(b"x")), "it is locked with a password"),
    ],
)
def test_file_that_holds_no_such_key_is_refused(tmp_path, content, problem):
    (tmp_path / "key.pem").write_bytes(content)
    with pytest.raises(KeyFileWrong) as refused:
        read_key_file(tmp_path / "key.pem")
    assert refused.value.values == {"path": str(tmp_path / "key.pem"), "problem": problem}


def test_missing_key_file_is_refused(tmp_path):
    with pytest.raises(FileMissing):
        read_key_file(tmp_path / "key.pem")


def test_key_under_another_name_is_refused(folder):
    key = folder.new()
    name = public_of(key_of("north"))
    (folder.path / f"{public_of(key)}.pem").rename(folder.path / f"{name}.pem")
    with pytest.raises(KeyFileWrong):
        folder.private(name)
