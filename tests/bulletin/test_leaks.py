"""Every file of a bulletin, read as a stranger would: no word is in it that is not for everybody."""

import io
import re
import zlib
from functools import cache

from pypdf import PdfReader

from comity.store.search import fold

SECRET = re.compile("qz[a-z]{2,60}qz", re.IGNORECASE)
OPEN = (
    *("ferry", "memo", "clause", "result", "report", "read", "road", "north", "south", "hill"),
    "half",
    *("pass", "brook", "along", "called"),
)


def _streams(raw):
    """What stands packed in a PDF, as well as it can be unpacked."""
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL):
        try:
            yield zlib.decompress(found[1]).decode("latin-1")
        except zlib.error:
            continue


@cache
def _texts(path):
    """Everything that can be read in a file, by any program; of files that do not change."""
    return list(_read(path))


def _read(path):
    raw = path.read_bytes()
    yield raw.decode("utf-8", "replace")
    yield raw.decode("utf-16", "replace")
    if path.suffix == ".pdf":
        reader = PdfReader(io.BytesIO(raw))
        yield "\n".join(page.extract_text() for page in reader.pages)
        yield repr(reader.metadata) + repr(reader.xmp_metadata and reader.xmp_metadata.__dict__)
        yield from _streams(raw)
        assert not reader.attachments


def _files(folder):
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def test_no_file_holds_a_word_that_is_not_for_everybody(built):
    found = {}
    for path in _files(built):
        for text in _texts(path):
            hits = SECRET.findall(text) + SECRET.findall(fold(text)) + SECRET.findall("".join(text.split()).replace("-", ""))
            found |= {path.relative_to(built).as_posix(): hits[:3]} if hits else {}
    assert found == {}


def test_no_file_is_called_by_such_a_word_and_nothing_hidden_lies_about(built):
    names = [path.relative_to(built).as_posix() for path in built.rglob("*")]
    assert [name for name in names if SECRET.search(name) or "/." in f"/{name}"] == []


def test_ids_of_what_is_not_shown_stand_nowhere(secrets, built):
    with secrets.home.read() as reading:
        names = (
            "hidden",
            "apart",
            "nobody",
            "one",
            "three",
            "embargo",
            "back",
            "changed",
            "erased",
            "memo-2",
            "waits",
            "few",
            "closed",
            "kept",
            "amber",
        )
        ids = [reading.resolve(name) for name in names]
    text = "\n".join(part for path in _files(built) for part in _texts(path))
    assert [each for each in ids if each in text or each[:16] in text] == []


def test_what_is_for_everybody_is_there(built):
    """The walk above would find a word: those that may be seen it does find, in each language and kind of file."""
    for lang in ("vi", "zh", "en"):
        folder = built / {"zh": "zh-Hans"}.get(lang, lang)
        pages = "\n".join(path.read_text("utf-8") for path in folder.glob("*.html"))
        missing = [word for word in OPEN if f"zz{word}{lang}zz" not in pages]
        assert missing == (["half"] if lang == "en" else []), lang
        for name in ("feed.atom", "feed.json", "index-1.js"):
            assert f"zzferry{lang}zz" in (folder / name).read_text("utf-8"), name
        (pdf,) = [text for text in _texts(folder / "bulletin.pdf") if "zzferry" in text][:1]
        assert f"zzclause{lang}zz" in re.sub(r"\s", "", pdf)
        papers = "".join(text for path in folder.glob("*-*.pdf") for text in _texts(path))
        assert [word for word in OPEN if f"zz{word}{lang}zz" not in re.sub(r"\s", "", papers)] == missing, lang


def test_the_other_side_is_never_shown_to_wait(built):
    """Whatever was stated of waiting is in no page, not even as a state."""
    pages = "\n".join(path.read_text("utf-8") for path in (built / "en").glob("*.html"))
    for words in ("waits for", "no word yet", "not started", "no later mention", "findings"):
        assert words not in pages, words
