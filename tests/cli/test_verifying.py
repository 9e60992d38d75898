"""`comity verify` ends with 1 where a finding puts a book in doubt, though every proof holds; other findings leave it at 0."""

import json
from dataclasses import replace

import pytest

from comity.procedures.clock import Moment
from comity.procedures.entering import Entering
from comity.record.act import encode_envelope
from comity.store.home import Home, default_state_dir

from .office import comity

MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")


@pytest.fixture
def doubtful(two):
    """A home in which a text names another digest than that of its wording."""
    text = two.text("text", "ferry", "Two ferries a day.")
    home = Home.open(two.home, state_dir=default_state_dir())
    with home.write() as writing:
        act, kept = writing.act(text), writing.body(text)
        wrong = replace(act.entry.envelope, bind={**act.entry.envelope.bind, "digest": "a5" * 32})
        entering = Entering(home, writing, MOMENT)
        writing.enter(act.entry.book, encode_envelope(wrong), salt=kept[0], body=kept[1])
        entering.touched.append(act.entry.book)
        entering.finish()
    home.close()
    return two


def test_home_with_a_grave_finding_ends_with_one_after_all_was_told(doubtful):
    said = doubtful("verify")
    assert said.code == 1
    assert [line.split("\t")[:2] for line in said.out.splitlines() if "\t" in line] == [["grave", "text_digest_differs"]]
    assert said.err.splitlines()[-1].endswith("[grave_findings]")
    shown = doubtful("verify", "--json")
    assert (shown.code, [found["code"] for found in json.loads(shown.out)["findings"]]) == (1, ["text_digest_differs"])


def test_book_as_files_with_a_grave_finding_ends_with_one(doubtful, tmp_path):
    book = tmp_path / "book"
    assert doubtful("export", "--party", "north", "--to", book, "--for", "south").code == 0
    for words in ((), ("--json",)):
        said = comity("verify", "--book", book, "--vkey", book / "vkey", *words)
        assert (said.code, said.err.splitlines()[-1].endswith("[grave_findings]")) == (1, True)
        assert "text_digest_differs" in said.out


def test_finding_that_is_not_grave_leaves_it_at_nought(two):
    two.text("text", "ferry", "Two ferries a day.")
    two("sign", "text", "--as", "north")
    two("refuse", "text", "--as", "north")
    done = two("verify", "--json")
    assert (done.code, [found["severity"] for found in json.loads(done.out)["findings"]]) == (0, ["note"])
