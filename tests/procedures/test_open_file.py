"""Files are opened in a process that is ended when it takes too long, and leaves nothing behind."""

import os
import tempfile
import time

import pytest
from tests.reader.files_here import docx_of, pdf_of

from comity.procedures import apart
from comity.procedures.apart import draw_apart
from comity.procedures.clock import Moment
from comity.procedures.keep_attachment import keep_attachment
from comity.procedures.open_file import open_file
from comity.procedures.read_documents import GivenDocument, read_document
from comity.reader.files.document import open_document
from comity.reader.files.extract import of_places
from comity.reader.files.media import PDF
from comity.record.errors import BrokenDocument, ReaderError, ReadingTooLong, SecretMark

MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
TEXT = "The two sides agreed to open a new route at the ferry."


@pytest.mark.parametrize("make", [pdf_of, docx_of])
def test_document_opened_apart_is_the_one_opened_here(make):
    raw = make(TEXT)
    assert open_file(raw, name="a") == open_document(raw, name="a")


def test_refusal_comes_out_of_the_process_with_its_values():
    with pytest.raises(BrokenDocument) as refused:
        open_file(b"%PDF-1.7 x", name="Biên bản\n'.pdf")
    assert refused.value.values == {"name": "Biên bản\n'.pdf", "form": "PDF"}


def test_process_that_takes_too_long_is_ended_with_all_it_started(monkeypatch, tmp_path):
    sleeper = tmp_path / "sleeper"
    sleeper.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {tmp_path}/child; wait\n")
    sleeper.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(sleeper))
    monkeypatch.setattr(apart, "SECONDS", 1)
    began = time.monotonic()
    with pytest.raises(ReadingTooLong):
        open_file(pdf_of(TEXT), name="a.pdf")
    assert time.monotonic() - began < 20
    with pytest.raises(ProcessLookupError):
        _wait_until_gone(int((tmp_path / "child").read_text()))


def _wait_until_gone(process):
    for _ in range(100):
        os.kill(process, 0)
        with open(f"/proc/{process}/stat") as state:
            if state.read().rsplit(")", 1)[1].split()[0] == "Z":
                raise ProcessLookupError
        time.sleep(0.05)


@pytest.mark.parametrize("ending", ["exit 1", "kill -9 $$", "kill -XCPU $$"])
def test_process_that_ends_otherwise_is_a_refusal(monkeypatch, tmp_path, ending):
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ncat > /dev/null\n{ending}\n")
    program.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(program))
    with pytest.raises(ReaderError) as refused:
        open_file(pdf_of(TEXT), name="a.pdf")
    assert refused.value.code == ("reading_too_long" if "XCPU" in ending else "broken_document")


def test_nothing_is_left_behind(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    open_file(pdf_of(TEXT), name="a.pdf")
    draw_apart(pdf_of(TEXT), PDF, 1, name="a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_page_that_is_not_there_is_a_refusal():
    with pytest.raises(BrokenDocument):
        draw_apart(pdf_of(TEXT), PDF, 7, name="a.pdf")


@pytest.mark.parametrize("make", [pdf_of, docx_of])
def test_places_are_kept_beside_the_reading(home, make):
    raw = make(TEXT)
    read_document(home, GivenDocument("a", lambda: raw), moment=MOMENT)
    document = open_document(raw, name="a")
    with home.read() as kept:
        row = kept.document(document.digest)
    assert of_places(row.reading["places"]) == (document.spots, document.extract.sheets)
    assert (row.media, row.original, row.raw) == (document.media, document.original, raw)


def test_text_keeps_no_places(home):
    read_document(home, GivenDocument("a.txt", TEXT.encode), moment=MOMENT)
    digest = open_document(TEXT.encode(), name="a.txt").digest
    with home.read() as kept:
        assert "places" not in kept.document(digest).reading


@pytest.mark.parametrize("make", [pdf_of, docx_of])
def test_attachment_with_a_mark_is_refused(home, make):
    with pytest.raises(SecretMark):
        keep_attachment(home, make("TỐI MẬT\n\nBáo cáo về buổi họp."), name="a", moment=MOMENT)
