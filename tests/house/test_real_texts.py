"""Nothing of the real sources is copied into the house; collected only where they are."""

import re

from .tree import ROOT, kept_files

SOURCES = ROOT.parent / "shared" / "sources"
RUN = 80  # characters; names of bodies are shorter


def _plain(text):
    return re.sub(r"\s+", " ", text)


def _runs(text):
    return {text[place : place + RUN] for place in range(len(text) - RUN + 1)}


def test_no_sentence_of_a_source_stands_in_a_file():
    known = set().union(*(_runs(_plain(path.read_text(encoding="utf-8"))) for path in sorted(SOURCES.glob("*.txt"))))
    found = {}
    for name in kept_files():
        copied = known & _runs(_plain((ROOT / name).read_bytes().decode("utf-8", errors="replace")))
        if copied:
            found[name] = min(copied)
    assert (len(known) > 1000, found) == (True, {})
