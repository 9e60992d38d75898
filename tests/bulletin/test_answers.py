"""What a program can check under the codes of a bulletin, and that no answer holds more than the pages show."""

import json
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from comity.bulletin.build import make_bulletin
from comity.procedures.ask_elsewhere import ask_elsewhere
from comity.procedures.check_code import PUBLIC, bundle_of
from comity.procedures.check_file import check_file
from comity.record import canonical
from comity.record.code import code_of
from comity.record.errors import BundleDoesNotHold, NothingToShow

from .secrets import NOW, Secrets, hidden, open_words

SECRET = re.compile("qz[a-z]{2,60}qz")


class Clear(Secrets):
    """Things that by their own label may go to anybody, consented to in whole, in part, and as they were corrected."""

    def consented(self):
        super().consented()
        self.owed("whole", open_words("whole"), label="clear")
        self.consent("whole", label="clear")
        self.owed("part", {**open_words("part"), "en": hidden("otherlanguage")["en"]}, label="clear")
        self.consent("part", versions=["vi", "zh-Hans"], label="clear")
        self.owed("mended", hidden("beforemending"), label="clear")
        self.enter("correction", thing="mended", changes={"title": open_words("mended")}, label="clear")
        self.consent("mended", label="clear")
        for name in ("pact", "held"):
            self.enter("item", name, title=open_words(name), parties=["qznorthqz", "qzsouthqz"], label="clear")
            self.enter("text", f"{name}-1", item=name, clauses=[open_words("clause")], open_until="2099-12-31", label="clear")
            for party in ("qznorthqz", "qzsouthqz"):
                self.enter("signature", by=party, text=f"{name}-1", label="clear")
            self.consent(name, label="clear")
            self.consent(f"{name}-1", label="clear")
        self.enter("reservation", text="held-1", reserves=hidden("reservation"), label="clear")


@pytest.fixture(scope="module")
def clear(tmp_path_factory):
    return Clear(tmp_path_factory.mktemp("clear"))


@pytest.fixture(scope="module")
def told(clear, tmp_path_factory):
    folder = tmp_path_factory.mktemp("told")
    make_bulletin(clear.home, folder, moment=NOW)
    return folder


def _codes(clear, *names):
    with clear.home.read() as reading:
        return {name: code_of(reading.resolve(name)) for name in names}


def _is_answered(clear, folder, *names):
    return {name: (folder / f"check/{code}.json").is_file() for name, code in _codes(clear, *names).items()}


def test_answer_lies_only_under_what_the_pages_show_whole(clear, told):
    answered, kept_back = ["whole", "road", "report", "hill", "pact", "pact-1"], ["part", "mended", "ferry", "held", "held-1"]
    names = (*answered, *kept_back, "nobody", "few")
    found = _is_answered(clear, told, *names)
    assert [name for name, is_there in found.items() if is_there] == answered
    shown = [name for name, code in _codes(clear, *names).items() if (told / f"en/{code}.html").is_file()]
    assert shown == [*answered, *kept_back]


def test_no_answer_holds_a_word_that_is_not_for_everybody(told):
    found = {path.name: SECRET.findall(path.read_text("utf-8")) for path in (told / "check").iterdir()}
    assert {name: words for name, words in found.items() if set(words) - {"qznorthqz", "qzsouthqz", "qzeastqz"}} == {}


def test_every_answer_is_checked_without_a_home_and_without_a_network(told):
    answers = sorted((told / "check").glob("*.json"))
    assert len(answers) > 3
    for path in answers:
        found = check_file(path.read_bytes(), name=path.name, reading=None, readers=PUBLIC)
        assert found.checked.code == path.stem


def test_answer_about_a_text_tells_who_signed_it(clear, told):
    (code,) = _codes(clear, "pact-1").values()
    assert len(json.loads((told / f"check/{code}.json").read_bytes())["signed"]) == 2


def test_answer_that_was_changed_does_not_hold(clear, told):
    (code,) = _codes(clear, "whole").values()
    raw = (told / f"check/{code}.json").read_text("utf-8")
    changed = raw.replace("zzwholeenzz", "zzwhalesenzz").encode()
    with pytest.raises(BundleDoesNotHold):
        check_file(changed, name="a.json", reading=None, readers=PUBLIC)
    with pytest.raises(BundleDoesNotHold):
        bundle_of(b'{"form": "comity.bundle/v1"}')
    assert canonical.encode(json.loads(raw)["bundle"]) == bundle_of(raw.encode())


def test_any_web_server_answers_a_node_that_asks(clear, told):
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_args):
            """Says nothing."""

    codes = _codes(clear, "whole", "part")
    with clear.home.read() as reading:
        answered = reading.resolve("whole")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=told)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            address = f"http://127.0.0.1:{server.server_port}/"
            assert ask_elsewhere(address, codes["whole"].lower()).checked.id == answered
            with pytest.raises(NothingToShow):
                ask_elsewhere(address, codes["part"])
        finally:
            server.shutdown()
            thread.join(10)


def test_list_of_codes_names_every_page_and_tells_where_an_answer_is(told):
    (listed,) = re.findall(r"^comityCodes\((.*)\);$", (told / "check/codes.js").read_text("utf-8"), re.MULTILINE)
    codes = json.loads(listed)
    pages = {path.stem for path in (told / "en").glob("????-????-????-????.html")}
    assert (codes.keys(), {code for code, is_there in codes.items() if is_there}) == (
        pages,
        {path.stem for path in (told / "check").glob("*.json")},
    )
    for lang in ("vi", "zh-Hans", "en"):
        assert 'data-codes="../check/codes" data-parted="0"' in (told / lang / "check.html").read_text("utf-8")


def test_answer_is_made_anew_only_where_its_entries_are_others(tmp_path):
    clear, folder = Clear(tmp_path), tmp_path / "out"
    make_bulletin(clear.home, folder, moment=NOW)
    before = {path.name: path.read_bytes() for path in (folder / "check").iterdir()}
    clear.owed("later", open_words("later"), label="clear")
    make_bulletin(clear.home, folder, moment=NOW)
    assert {path.name: path.read_bytes() for path in (folder / "check").iterdir()} == before
    clear.consent("whole", "qzsouthqz", stance="withdraws")
    clear.enter("correction", by="qzeastqz", thing="road", changes={"title": open_words("wider")}, label="clear")
    make_bulletin(clear.home, folder, moment=NOW)
    codes = _codes(clear, "whole", "road")
    after = {path.name: path.read_bytes() for path in (folder / "check").glob("*.json")}
    assert f"{codes['whole']}.json" not in after
    assert {name for name in after if after[name] != before[name]} == {f"{codes['road']}.json"}
