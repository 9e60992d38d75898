"""Files at the command line: kept by what is typed, brought back, checked, erased with the last entry that names them."""

import hashlib

import pytest

from comity.record.finding import CODES

from .office import comity

SCAN = b"\x89PNG\r\n\x1a\n a scan"
DIGEST = hashlib.sha256(SCAN).hexdigest()


@pytest.fixture
def scan(tmp_path):
    file = tmp_path / "công văn 15.png"
    file.write_bytes(SCAN)
    return file


@pytest.fixture
def letter(office, scan):
    return office.act("letter", "subject.en=Ferry", f"attachments=@{scan}")


def test_file_is_kept_and_brought_back(office, letter, scan, tmp_path):
    assert office.show(letter)["fields"]["attachments"] == [DIGEST]
    done = office("attachment", DIGEST[:8], "--to", tmp_path / "back.png")
    assert (done.code, (tmp_path / "back.png").read_bytes()) == (0, SCAN)
    assert done.err == f"{tmp_path / 'back.png'} holds the file công văn 15.png: {len(SCAN)} bytes.\n"
    assert office("attachment", DIGEST, "--to", scan).refused == "1 file_there"
    for name in ("0" * 64, "abc", "../keys", DIGEST[:5]):
        assert office("attachment", name, "--to", tmp_path / "no.png").refused == "1 attachment_not_here"
    assert (tmp_path / "no.png").exists() is False


def test_digest_typed_by_hand_and_files_stand_side_by_side(office, scan):
    entry = office.act("letter", "subject.en=Ferry", f"attachments={'ab' * 32}", f"attachments=@{scan}")
    assert office.show(entry)["fields"]["attachments"] == ["ab" * 32, DIGEST]


def test_only_what_is_typed_names_files(office, scan):
    given = f'{{"subject": {{"en": "Ferry"}}, "attachments": ["@{scan}"]}}'.encode()
    assert office("act", "letter", "--as", "north", "--file", "-", given=given).refused == "1 wrong_value"
    entry = office.act("letter", "subject.en=@home", f"number=@{scan}")
    assert office.show(entry)["fields"]["number"] == f"@{scan}"
    assert (office.home / "attachments").exists() is False


def test_file_that_may_not_be_kept_is_refused(office, tmp_path, monkeypatch):
    secret = tmp_path / "mat.txt"
    secret.write_text("机密★长期\n\n关于渡轮时间的函\n", encoding="utf-8")
    words = ("act", "letter", "--as", "north", "subject.en=Ferry")
    before = office.heads()
    assert office(*words, f"attachments=@{secret}").refused == "1 secret_mark"
    assert office(*words, f"attachments=@{tmp_path / 'none.pdf'}").refused == "1 file_missing"
    monkeypatch.setattr("comity.procedures.keep_attachment.MOST_BYTES", 10)
    assert office(*words, f"attachments=@{secret}").refused == "1 attachment_too_large"
    assert (office.heads(), (office.home / "attachments").exists()) == (before, False)


@pytest.mark.parametrize(
    ("harm", "code"),
    [(lambda file: file.unlink(), "attachment_missing"), (lambda file: file.write_bytes(b"other"), "attachment_damaged")],
)
def test_harmed_file_is_found_at_the_entry_that_names_it(office, letter, scan, harm, code):
    office.act("letter", "subject.en=Known by digest only", f"attachments={'ab' * 32}")
    assert office("verify", "--json").value["findings"] == []
    harm(office.home / "attachments" / DIGEST)
    found = [{"code": code, "entry": letter, "severity": "note", "place": DIGEST}]
    assert office("verify", "--json").value["findings"] == found
    assert CODES[code].en in office("verify").out
    office.act("letter", "subject.en=Again", f"attachments=@{scan}")
    assert office("verify", "--json").value["findings"] == []


def test_erasing_the_last_letter_takes_its_file_away(office, letter, scan):
    other = office.act("letter", "subject.en=Other", f"attachments=@{scan}")
    files = office.home / "attachments"
    for entry, left in ((letter, [DIGEST]), (other, [])):
        assert office("erase", entry, "--as", "north", "--why", "by mistake").id
        assert [path.name for path in files.iterdir()] == left
    assert office("verify", "--json").value["findings"] == []


def test_backup_brings_the_files_back(office, letter, tmp_path):
    assert office("backup", "--to", tmp_path / "backup").code == 0
    (office.home / "attachments" / DIGEST).unlink()
    assert comity("restore", tmp_path / "backup", "--home", tmp_path / "again").code == 0
    assert comity("attachment", DIGEST, "--home", tmp_path / "again", "--to", tmp_path / "back.png").code == 0
    assert (tmp_path / "back.png").read_bytes() == SCAN
