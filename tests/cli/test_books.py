import json
import shutil

import pytest

from comity.procedures.check_book import check_book
from comity.record.checkpoint import open_checkpoint
from comity.record.errors import ComityError
from comity.record.note import parse_vkey
from comity.record.proof import check_inclusion, parse_proof

from .office import comity


@pytest.fixture
def book(two, tmp_path):
    """The book of north as files, with what may go to south; five entries."""
    two.text("ferry-1", "ferry", "It opens.")
    two("sign", "ferry-1", "--as", "north")
    two.act("party", "name.en=Guangxi", "--id", "gx")
    assert two("export", "--party", "north", "--to", tmp_path / "book", "--for", "south").code == 0
    return tmp_path / "book"


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_verify_says_heads_digests_and_findings(two):
    done = two("verify")
    heads = two.heads()
    assert done.code == 0
    assert done.out.splitlines()[:2] == [f"{head['origin']} {head['size']} {head['root']}" for head in heads]
    assert [line.split()[:2] for line in done.out.splitlines()[2:]] == [["consent", "digest"], ["state", "digest"]]
    assert done.err == "Every proof holds and the register is what the books make it: 3 things.\n"
    said = two("verify", "--json").value
    assert sorted(said) == ["consent", "differing", "findings", "heads", "lost", "state", "things"]


def test_exported_book_is_the_tree_that_strangers_check(book, two):
    found = files(book)
    assert sorted(path for path in found if not path.startswith("body/")) == [
        "checkpoint",
        "tile/0/000.p/5",
        "tile/entries/000.p/5",
        "vkey",
    ]
    done = comity("verify", "--book", book, "--vkey", book / "vkey", "--json").value
    head = next(head for head in two.heads() if head["party"] == done["party"])
    assert done["head"] == {key: head[key] for key in ("origin", "size", "root")}
    assert (done["bodies"], done["findings"]) == (5, [])
    by_key = comity("verify", "--book", book, "--vkey", found["vkey"].decode().strip())
    assert (by_key.code, by_key.out.splitlines()[0]) == (0, f"{head['origin']} 5 {head['root']}")


def test_only_public_bodies_leave_without_a_reader(two, book, tmp_path):
    two("export", "--party", "north", "--to", tmp_path / "public")
    bodies = [json.loads(raw)["body"] for path, raw in files(tmp_path / "public").items() if path.startswith("body/")]
    assert sorted(name["text"] for body in bodies for name in body["name"] if name["lang"] == "en") == [
        "Guangxi",
        "North province",
    ]
    two.own("west")
    two("export", "--party", "north", "--to", tmp_path / "west", "--for", "west")
    assert {path for path in files(tmp_path / "west") if "body" in path} == {
        path for path in files(tmp_path / "public") if "body" in path
    }
    assert len([path for path in files(book) if path.startswith("body/")]) == 5


def test_export_again_goes_on_from_what_is_there(two, book):
    before = files(book)
    two.act("party", "name.en=Yunnan")
    two("export", "--party", "north", "--to", book, "--for", "south")
    after = files(book)
    assert {path for path in before if before[path] != after.get(path)} == {"checkpoint"}
    assert comity("verify", "--book", book, "--vkey", book / "vkey").code == 0


def test_bodies_that_may_not_go_out_any_more_are_taken_away(two, book):
    (book / "body" / "note.txt").write_text("somebody's own")
    two("erase", "gx", "--as", "north", "--why", "asked for")
    two("export", "--party", "north", "--to", book)
    left = sorted(path for path in files(book) if path.startswith("body/"))
    assert (len(left), left[-1]) == (2, "body/note.txt")


def test_proof_of_one_entry_holds_against_the_book(two, book):
    entry = two.show("ferry-1")["id"]
    index, hashes, signed = parse_proof(two("proof", "ferry-1").out)
    vkey = parse_vkey((book / "vkey").read_text())
    head = open_checkpoint(signed, [vkey], origin=vkey.name)
    check_inclusion(bytes.fromhex(entry), index, head.size, hashes, head.root)
    assert (index, head.size) == (2, 5)
    assert two("proof", "nothing").refused == "1 unknown_thing"


def test_every_flipped_byte_of_a_book_is_found(book):
    vkey = parse_vkey((book / "vkey").read_text())
    unseen = []
    for path, raw in files(book).items():
        step = max(1, len(raw) // 60)
        for place in sorted({*range(0, len(raw), step), *range(max(0, len(raw) - 8), len(raw))}):
            for bit in (0x01, 0x20):
                (book / path).write_bytes(raw[:place] + bytes([raw[place] ^ bit]) + raw[place + 1 :])
                try:
                    check_book(book, vkey)
                    unseen.append((path, place, bit))
                except ComityError:
                    pass
        (book / path).write_bytes(raw)
    assert unseen == []
    assert check_book(book, vkey).head.size == 5


def test_flipped_byte_is_told_in_one_sentence(book):
    path = book / "tile/entries/000.p/5"
    raw = path.read_bytes()
    path.write_bytes(raw[:500] + bytes([raw[500] ^ 1]) + raw[501:])
    assert comity("verify", "--book", book, "--vkey", book / "vkey").refused in ("1 bad_tile", "1 book_does_not_hold")


@pytest.mark.parametrize("path", ["tile/0/000.p/5", "tile/entries/000.p/5", "checkpoint"])
def test_file_cut_short_or_missing_is_found(book, path):
    raw = (book / path).read_bytes()
    for cut in (0, 1, len(raw) // 2, len(raw) - 1):
        (book / path).write_bytes(raw[:cut])
        assert comity("verify", "--book", book, "--vkey", book / "vkey").refused.split()[1] in ("bad_tile", "bad_note")
    (book / path).unlink()
    assert comity("verify", "--book", book, "--vkey", book / "vkey").refused == "1 file_missing"


def test_checkpoint_of_another_book_is_refused(two, book, tmp_path):
    two("export", "--party", "south", "--to", tmp_path / "south")
    shutil.copy(tmp_path / "south" / "checkpoint", book / "checkpoint")
    assert comity("verify", "--book", book, "--vkey", book / "vkey").refused == "1 bad_note"
    shutil.copy(tmp_path / "south" / "vkey", book / "vkey")
    assert comity("verify", "--book", book, "--vkey", book / "vkey").refused.split()[1] in ("bad_tile", "file_missing")


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("--vkey", "nonsense"), "1 bad_key"),
        ((), "2 mistyped"),
        (("--vkey", ""), "2 mistyped"),
    ],
)
def test_book_is_checked_with_a_key(book, words, refused):
    assert comity("verify", "--book", book, *words).refused == refused


def test_key_change_of_the_book_is_followed(two, tmp_path):
    two("export", "--party", "north", "--to", tmp_path / "before")
    old = two.show("north")["fields"]["book_key"]
    heads = two.heads()
    change = ["what=book", f"old={old}", f"new={'ab' * 32}"]
    assert two("act", "key_change", "--as", "north", *change).refused == "1 no_key_here"
    assert two.heads() == heads


def test_erase_leaves_every_proof(two, book):
    before = two("verify", "--json").value
    done = two("erase", "gx", "--as", "north", "--why", "asked for")
    shown = two.show("gx")
    assert (done.code, shown["body"], shown["fields"], shown["title"]) == (0, "erased", {}, {})
    after = two("verify", "--json").value
    assert (after["consent"], after["findings"]) == (before["consent"], [])
    assert two("erase", "gx", "--as", "north", "--why", "again").refused == "1 body_not_here"
    assert two("erase", "ferry-1", "--as", "south", "--why", "not mine").refused == "1 not_its_own"
    two("export", "--party", "north", "--to", book)
    assert comity("verify", "--book", book, "--vkey", book / "vkey").code == 0


def test_backup_restore_and_resume(two, tmp_path):
    two.act("undertaking", "title.en=Before", "--id", "before")
    assert two("backup", "--to", tmp_path / "home.tar").code == 0
    assert two("backup", "--to", tmp_path / "home.tar").refused == "1 home_exists"
    two.act("undertaking", "title.en=After")
    lost = next(head for head in two.heads() if head["size"] == 4)
    there = tmp_path / "there"
    assert comity("restore", tmp_path / "home.tar", "--home", there).code == 0
    assert comity("act", "undertaking", "--home", there, "--as", "north", "title.en=X").refused == "1 home_was_copied"
    assert comity("show", "before", "--home", there).code == 0
    assert comity("resume", "--home", there).refused == "2 mistyped"
    done = comity("resume", "--home", there, "--after-restore")
    assert done.code == 0
    assert f"once had {lost['size']} entries" in done.err
    assert comity("act", "undertaking", "--home", there, "--as", "north", "title.en=X").id
    assert comity("verify", "--home", there, "--json").value["lost"] == [[lost["party"], lost["size"], lost["root"]]]
    assert two("act", "undertaking", "--as", "north", "title.en=X").refused == "1 home_was_copied"


def test_restore_refuses_what_is_no_backup(two, tmp_path):
    (tmp_path / "note.txt").write_text("not a backup")
    for file, refused in ((tmp_path / "note.txt", "not_a_backup"), (tmp_path / "nowhere", "file_missing")):
        assert comity("restore", file, "--home", tmp_path / "new").refused == f"1 {refused}"
        assert not (tmp_path / "new").exists()
    two("backup", "--to", tmp_path / "home.tar")
    assert comity("restore", tmp_path / "home.tar", "--home", two.home).refused == "1 home_exists"
    assert comity("verify", "--home", two.home).code == 0
