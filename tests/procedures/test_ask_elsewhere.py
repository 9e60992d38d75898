"""Another node is asked for what stands under a code, and nothing it says is believed but what its bundle proves."""

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from comity.procedures.ask_elsewhere import ask_elsewhere
from comity.procedures.check_code import PUBLIC, answer_values, check_code
from comity.procedures.check_codes import codes_at
from comity.record.code import code_of
from comity.record.errors import BundleDoesNotHold, CodeMistyped, NoAnswerThere, NothingToShow, WrongValue

from .letter_home import writing_office

WORDING = {"vi": "Mở thêm hai lối thông quan", "zh-Hans": "新开两条通关通道"}


class Node:
    """A web server of this machine that gives one answer under every address."""

    def __init__(self):
        self.status, self.body, self.headers, self.asked = 200, b"", {}, []
        node = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                node.asked.append(self.path)
                self.send_response(node.status)
                for name, value in {"Content-Length": str(len(node.body)), **node.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(node.body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


@pytest.fixture
def node():
    made = Node()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """The codes of two public proposals, with their answers."""
    office = writing_office(tmp_path_factory.mktemp("asked") / "writer")
    codes = [code_of(office.act("proposal", {"title": WORDING, "label": "clear"})) for _ in range(2)]
    with office.home.read() as reading:
        return {code: answer_values(check_code(reading, code, readers=PUBLIC)) for code in codes}


def test_answer_is_checked_here(node, answers):
    code = next(iter(answers))
    node.body = json.dumps(answers[code], ensure_ascii=False).encode()
    checked = ask_elsewhere(node.address + "/", code.lower()).checked
    assert (checked.code, node.asked) == (code, [f"/check/{code}.json"])


def test_words_beside_the_bundle_are_not_believed(node, answers):
    code = next(iter(answers))
    node.body = json.dumps({**answers[code], "fields": {"title": "lies"}, "since": "2020-01-01T00:00:00Z"}).encode()
    checked = ask_elsewhere(node.address, code).checked
    assert (checked.row["fields"]["title"][0]["text"], checked.since) == (WORDING["vi"], "")


def test_changed_and_other_answers_are_refused(node, answers):
    code, other = answers
    node.body = json.dumps(answers[code], ensure_ascii=False).replace("hai lối", "ba lối").encode()
    with pytest.raises(BundleDoesNotHold):
        ask_elsewhere(node.address, code)
    node.body = json.dumps(answers[other]).encode()
    with pytest.raises(BundleDoesNotHold):
        ask_elsewhere(node.address, code)


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"null", b"\xff", b'{"bundle":1.5}', b'{"bundle":{"A":1}}', b"[" * 200_000])
def test_answers_of_another_form_are_refused(node, answers, body):
    node.body = body
    with pytest.raises((NoAnswerThere, BundleDoesNotHold)):
        ask_elsewhere(node.address, next(iter(answers)))


def test_statuses_are_told_apart(node, answers):
    code = next(iter(answers))
    node.status = 404
    with pytest.raises(NothingToShow):
        ask_elsewhere(node.address, code)
    for node.status in (302, 403, 500):
        node.headers = {"Location": "http://127.0.0.1:1/"}
        with pytest.raises(NoAnswerThere):
            ask_elsewhere(node.address, code)
    assert len(node.asked) == 4


def test_answer_that_swells_is_refused(node, answers):
    node.body, node.headers = gzip.compress(b" " * 100_000_000), {"Content-Encoding": "gzip"}
    with pytest.raises(NoAnswerThere):
        ask_elsewhere(node.address, next(iter(answers)))


def test_nobody_there_and_no_address_are_said(answers):
    code = next(iter(answers))
    for address in ("http://127.0.0.1:9", "http://[", "http://127.0.0.1:99999"):
        with pytest.raises(NoAnswerThere):
            ask_elsewhere(address, code)
    for address in ("", "file:///etc/passwd", "127.0.0.1"):
        with pytest.raises(WrongValue):
            ask_elsewhere(address, code)
    with pytest.raises(CodeMistyped):
        ask_elsewhere("http://127.0.0.1:9", "nothing")


def test_codes_of_a_paper_are_asked_one_by_one(node, answers):
    code, other = answers
    node.body = json.dumps(answers[code]).encode()
    (line,) = codes_at(node.address, [code], "vi")
    assert (line.code, line.words) == (code, f"đề xuất · {WORDING['vi']}")
    node.status = 404
    assert [line.id for line in codes_at(node.address, [code, other], "vi")] == ["", ""]
