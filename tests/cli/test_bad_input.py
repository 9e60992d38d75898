"""What is wrong is refused in one sentence with a code; nothing is lost and nothing half-done is kept."""

import os
import sqlite3

import pytest

from comity.reader.files.document import MAX_BYTES

from .office import COMPLAINT, apart, comity

ENTERING = [
    ("malformed", b'{"title": ', "not_json"),
    ("a list", b"[1]", "not_json"),
    ("a number", b"1", "not_json"),
    ("nothing", b"", "empty_entry"),
    ("white space", b" \n\t ", "empty_entry"),
    ("65,536 bytes", b'{"title": {"en": "' + b"x" * (65_536 - 20) + b'"}}', "too_long"),
    ("60,000 characters", b'{"title": {"en": "' + b"x" * 60_000 + b'"}}', "wrong_value"),
    ("a byte that is not UTF-8", b'{"title": {"en": "\xff"}}', "not_utf8"),
    ("half a character", b'{"title": {"en": "\\ud800"}}', None),
    ("null", b'{"title": null}', "not_canonical"),
    ("a fraction", b'{"title": {"en": "x"}, "due_on": 1.5}', "not_canonical"),
    ("a number too large", b'{"title": {"en": "x"}, "due_on": 9007199254740992}', "not_canonical"),
    ("a thousand levels", b'{"title": ' + b"[" * 1000 + b"]" * 1000 + b"}", None),
    ("a hundred thousand levels", b"[" * 30_000 + b"]" * 30_000, "not_json"),
    ("another kind", b'{"kind": "item", "title": {"en": "x"}}', "wrong_value"),
    ("a missing field", b'{"areas": ["A05"]}', "missing_field"),
    ("an unknown field", b'{"title": {"en": "x"}, "colour": "red"}', "unknown_field"),
    ("a wrong value", b'{"title": {"en": "x"}, "nature": "sometimes"}', "wrong_value"),
    ("a wrong day", b'{"title": {"en": "x"}, "due_on": "2026-02-30"}', "wrong_value"),
    ("a wording that is a number", b'{"title": 7}', "wrong_value"),
    ("a wording without text", b'{"title": {"en": "  "}}', "wrong_value"),
    ("a wording in no language", b'{"title": {"klingon!": "x"}}', "wrong_value"),
    ("letters not in NFC", '{"title": {"vi": "Be\u0302\u0301"}}'.encode(), "text_not_nfc"),
    ("a right-to-left mark", '{"title": {"en": "a\u202eb"}}'.encode(), "hidden_character"),
    ("a control character", b'{"title": {"en": "a\\u0000b"}}', "hidden_character"),
    ("an unknown thing", b'{"title": {"en": "x"}, "owners": ["nobody"]}', "unknown_thing"),
    ("a reference that is a number", b'{"title": {"en": "x"}, "owners": [7]}', "wrong_value"),
    ("a thing of another kind", b'{"title": {"en": "x"}, "session": ["north"]}', "wrong_thing"),
    ("an example of no kind", b'{"title": {"en": "x"}, "session": ["@nothing"]}', "unknown_kind"),
    ("a wrong act in place", b'{"title": {"en": "x"}, "session": [{"kind": "session"}]}', "missing_field"),
    ("a label that is none", b'{"title": {"en": "x"}, "label": 7}', "wrong_value"),
]


@pytest.mark.parametrize(
    ("given", "refused"), [(given, code) for _, given, code in ENTERING], ids=[name for name, _, _ in ENTERING]
)
def test_wrong_act_is_refused_and_nothing_is_entered(office, given, refused):
    heads = office.heads()
    done = office("act", "undertaking", "--as", "north", "--file", "-", given=given)
    assert done.code == 1
    assert done.out == ""
    assert done.refused == f"1 {refused}" if refused else COMPLAINT.fullmatch(done.err)
    assert office.heads() == heads


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("act", "nothing", "--as", "north"), "1 unknown_kind"),
        (("act", "nothing", "--template"), "1 unknown_kind"),
        (("act", "undertaking", "--as", "nobody", "title.en=x"), "1 unknown_party"),
        (("act", "undertaking", "--as", "gx", "title.en=x"), "1 no_book_here"),
        (("act", "undertaking", "title.en=x"), "2 mistyped"),
        (("act", "undertaking", "--as", "north", "title"), "1 not_a_field_word"),
        (("act", "undertaking", "--as", "north", "title.=x"), "1 not_a_field_word"),
        (("act", "undertaking", "--as", "north", "title.en=x", "title=x"), "1 wrong_value"),
        (("act", "undertaking", "--as", "north", "--file", "/nowhere"), "1 file_missing"),
        (("act", "undertaking", "--as", "north", "--file", "/"), "1 file_missing"),
        (("act", "item", "--as", "north", "title.en=x", "parties=gx"), "1 wrong_thing"),
        (("act", "signature", "--as", "north", "text=gx"), "1 wrong_thing"),
        (("act", "signature", "--as", "north"), "1 missing_field"),
        (("act", "undertaking", "--as", "north", "title.en=x", "--key", "/nowhere"), "1 file_missing"),
        (("sign", "gx", "--as", "north", "--key", "/etc/hostname"), "1 key_file_wrong"),
        (("sign", "nothing", "--as", "north"), "1 unknown_thing"),
        (("refuse", "gx", "--as", "north"), "1 wrong_thing"),
        (("authorize", "--as", "gx", "--person", "X", "--key", "KEY"), "1 no_book_here"),
        (("authorize", "--as", "north", "--person", "X", "--key", "/nowhere/key"), None),
        (("authorize", "--as", "north", "--person", "X", "--key", "KEY", "--may", "rule"), "1 wrong_value"),
        (("authorize", "--as", "north", "--person", "X", "--key", "KEY", "--from", "today"), "1 wrong_value"),
        (("party", "add", "--id", "gx", "--name", "en=X"), "1 name_taken"),
        (("party", "add", "--id", "yn", "--name", "Yunnan"), "1 not_a_field_word"),
        (("party", "add", "--id", "yn", "--name", "en=X", "--iso", "nowhere"), "1 wrong_value"),
        (("party", "add", "--id", "yn"), "2 mistyped"),
        (("export", "--party", "nobody", "--to", "BOOK"), "1 unknown_party"),
        (("export", "--party", "gx", "--to", "BOOK"), "1 no_book_here"),
        (("export", "--party", "north", "--to", "BOOK", "--for", "nobody"), "1 unknown_party"),
        (("export", "--party", "north", "--to", "/proc/book"), None),
        (("erase", "nothing", "--as", "north", "--why", "x"), "1 unknown_thing"),
        (("backup", "--to", "/nowhere/home.tar"), None),
        (("list", "undertaking", "--colour"), "2 mistyped"),
        (("show",), "2 mistyped"),
        (("show", "a", "b"), "2 mistyped"),
        (("show", ""), "1 unknown_thing"),
        (("show", "\udcff"), "1 not_utf8"),
        (("search", "--limit", "many", "x"), "2 mistyped"),
        (("nothing",), "2 mistyped"),
        (("--nothing",), "2 mistyped"),
        (("serve", "--port", "70000"), "2 mistyped"),
    ],
    ids=lambda words: " ".join(words[:3]).replace("\udcff", "?") if isinstance(words, tuple) else "",
)
def test_wrong_command_is_refused_and_nothing_is_entered(office, tmp_path, words, refused):
    office("party", "add", "--id", "gx", "--name", "en=Guangxi")
    heads = office.heads()
    here = [str(tmp_path / word) if word in ("KEY", "BOOK") else word for word in words]
    done = comity(*here) if words == ("--nothing",) or words == ("nothing",) else office(*here)
    assert done.refused == refused if refused else COMPLAINT.fullmatch(done.err) and done.code == 1
    assert done.out == ""
    assert office.heads() == heads


@pytest.mark.parametrize(
    ("name", "content", "refused"),
    [
        ("large.txt", b"a" * (MAX_BYTES + 1), "document_too_large"),
        ("binary.txt", bytes(range(256)) * 40, "not_a_document"),
        ("archive.txt", b"PK\x03\x04 and so on", "not_a_document"),
        ("empty.txt", b"", "empty_document"),
        ("blank.txt", b" \n \n", "empty_document"),
        ("broken.html", b"<html><body></body>", "empty_document"),
        ("secret.txt", "TỐI MẬT\n\nHai bên thống nhất mở lại bến phà.".encode(), "secret_mark"),
        ("secret.zh.txt", "机密★10年\n\n双方商定恢复渡口。".encode(), "secret_mark"),
    ],
)
def test_document_that_cannot_be_read_is_refused_and_not_kept(office, tmp_path, name, content, refused):
    (tmp_path / name).write_bytes(content)
    for home in ((), ("--home", office.home)):
        done = comity("read", tmp_path / name, *home)
        assert done.refused == f"1 {refused}"
        assert done.out == ""
    assert office("drafts", "list", "--json").value == []
    assert all(content[:40] not in path.read_bytes() for path in office.home.iterdir() if path.is_file() and content[:40].strip())


def test_fifty_megabytes_are_refused_without_being_read(tmp_path):
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    assert comity("read", tmp_path / "large.txt").refused == "1 document_too_large"


def test_missing_file_and_folder_are_refused(office):
    assert office("read", "/nowhere/report.txt").refused == "1 file_missing"
    assert comity("run", "--homes", office.home, "--sources", "/nowhere").refused == "1 file_missing"


def test_home_that_is_none_is_refused(tmp_path):
    (tmp_path / "file").write_text("not a home")
    (tmp_path / "folder").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "record.sqlite").write_bytes(b"not a database " * 100)
    for name, refused in (("nowhere", "no_home"), ("file", "no_home"), ("folder", "no_home"), ("other", "home_damaged")):
        assert comity("list", "item", "--home", tmp_path / name).refused == f"1 {refused}"
        assert comity("verify", "--home", tmp_path / name).refused == f"1 {refused}"
    assert comity("init", "--home", tmp_path / "file").refused == "1 home_exists"
    assert comity("init", "--home", tmp_path / "other").refused == "1 home_exists"
    assert comity("list", "item").refused == "2 mistyped"


def test_home_of_a_newer_version_is_refused(office):
    db = sqlite3.connect(office.home / "record.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert office("list", "item").refused == "1 newer_home"
    assert office("act", "undertaking", "--as", "north", "title.en=x").refused == "1 newer_home"


def test_register_that_was_tampered_with_is_found(office):
    office.act("undertaking", "title.en=Ferry")
    db = sqlite3.connect(office.home / "record.sqlite")
    db.execute(
        "UPDATE thing SET fields = CAST(replace(CAST(fields AS TEXT), 'Ferry', 'Fairy') AS BLOB) WHERE kind = 'undertaking'"
    )
    db.commit()
    db.close()
    assert office("verify").err.splitlines()[-1].endswith("[register_differs]")
    assert office("verify").code == 1


def test_body_that_was_tampered_with_is_found(office):
    office.act("undertaking", "title.en=Ferry")
    db = sqlite3.connect(office.home / "record.sqlite")
    db.execute("UPDATE body SET raw = CAST(replace(CAST(raw AS TEXT), 'Ferry', 'Fairy') AS BLOB)")
    db.commit()
    db.close()
    assert "\tbody_differs\t" in office("verify").out
    assert office("verify").code == 1


def test_entry_that_was_tampered_with_is_found(office):
    db = sqlite3.connect(office.home / "record.sqlite")
    db.execute("DROP TRIGGER entry_is_never_changed")
    db.execute("UPDATE entry SET raw = CAST(replace(CAST(raw AS TEXT), 'clear', 'amber') AS BLOB)")
    db.commit()
    db.close()
    assert office("verify").refused == "1 book_does_not_hold"


def test_refusal_in_a_process_of_its_own(office):
    done = apart("act", "undertaking", "--home", office.home, "--as", "north", "--file", "-", given=b"{")
    assert done.refused == "1 not_json"
    done = apart("show", os.fsdecode(b"\xff"), "--home", office.home)
    assert done.refused == "1 not_utf8"
    assert apart("list", "item", "--colour").refused == "2 mistyped"
