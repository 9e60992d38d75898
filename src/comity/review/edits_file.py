"""The file of a person's changes to a drafted paper, as TOML or JSON: what `--edits` reads and `--edits-template` writes.

session = "…"                       whose review book, and which edition: words for one never come into another
edition = "home"
letter = "…"                        in place of both: which letter
[head.vi]                           what stands above and below the paper; "" and [] leave it as drafted
place = "Bến Lau"
recipients = ["Sở Công Thương"]
[changes."results/…".vi]
text = "…"                          "" leaves the paragraph as drafted
facts = "0123456789abcdef"          the digest of the facts it was written over
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from comity.paper.printed import Block, Bullets, Drafted, Head, Paragraph, plain
from comity.record.errors import EditsWrong
from comity.record.language import LANGUAGES
from comity.review.edits import Edit, Edits, HeadWords, of_letter, of_review

MOST_TEXT = 5000
MOST_HEAD = 300
MOST_NAMES = 50
# What a person may say of head and foot, in the order in which it stands there.
IN_HEAD = ("over", "organ", "number", "place", "subject", "signer_post", "signer")
LISTED = ("addressees", "recipients")


def parse_edits(raw: bytes, name: str) -> Edits:
    """The changes a file holds, TOML or, by its name, JSON. Raises: EditsWrong."""
    try:
        text = raw.decode("utf-8-sig")
        given = json.loads(text) if PurePath(name).suffix.lower() == ".json" else tomllib.loads(text)
    except (ValueError, RecursionError) as problem:
        raise EditsWrong(path=name, problem="it is no TOML or JSON") from problem
    if not isinstance(given, dict) or not isinstance(given.get("changes", {}), dict):
        raise EditsWrong(path=name, problem="it holds no changes by key and language")
    return Edits(name, _paper(given, name), dict(_changes(given.get("changes", {}), name)), dict(_heads(given, name)))


def _paper(given: dict[str, object], name: str) -> str:
    letter, session, edition = (given.get(each) for each in ("letter", "session", "edition"))
    if isinstance(letter, str) and session is None and edition is None:
        return of_letter(letter)
    if letter is None and isinstance(session, str) and isinstance(edition, str):
        return of_review(session, edition)
    raise EditsWrong(path=name, problem="it does not say for which session and edition, or for which letter")


def _changes(given: dict[str, object], name: str) -> Iterator[tuple[tuple[str, str], Edit]]:
    for key, by_lang in given.items():
        for lang, change in by_lang.items() if isinstance(by_lang, dict) else [("", None)]:
            text = change.get("text") if isinstance(change, dict) else None
            facts = change.get("facts", "") if isinstance(change, dict) else ""
            if lang not in LANGUAGES or not isinstance(text, str) or not isinstance(facts, str) or len(text) > MOST_TEXT:
                raise EditsWrong(path=name, problem="a change has no text of up to 5,000 characters under its language")
            parts = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")))
            if any(parts):
                yield (key, lang), Edit(tuple(part for part in parts if part), facts)


def _heads(given: dict[str, object], name: str) -> Iterator[tuple[str, HeadWords]]:
    heads = given.get("head", {})
    for lang, fields in heads.items() if isinstance(heads, dict) else [("", None)]:
        if lang not in LANGUAGES or not isinstance(fields, dict) or not fields.keys() <= {*IN_HEAD, *LISTED}:
            problem = f"a head has other fields than {', '.join((*IN_HEAD, *LISTED))}, by language"
            raise EditsWrong(path=name, problem=problem)
        yield lang, {field: words for field, said in fields.items() if (words := _head_words(field, said, name))}


def _head_words(field: str, said: object, name: str) -> str | tuple[str, ...]:
    texts = said if field in LISTED else [said]
    if not isinstance(texts, list) or len(texts) > MOST_NAMES:
        raise EditsWrong(path=name, problem=f"{field} is no list of up to {MOST_NAMES} names")
    if not all(isinstance(text, str) and len(text) <= MOST_HEAD for text in texts):
        raise EditsWrong(path=name, problem=f"{field} is no text of up to {MOST_HEAD} characters")
    words = tuple(" ".join(text.split()) for text in texts)
    return tuple(word for word in words if word) if field in LISTED else words[0]


def template_of(papers: Mapping[str, Drafted], whose: Mapping[str, str], command: str) -> str:
    """A file of changes to fill in: head and every paragraph of these papers with what is drafted, as TOML.

    `whose` says for which paper: session and edition, or letter.
    """
    lines = [f"# {line}" for line in (command, *_HOW)] + [f"{name} = {_quoted(value)}" for name, value in whose.items()]
    for lang, drafted in papers.items():
        lines += ["", f"[head.{lang}]", *_head_lines(drafted.printed.head or Head())]
        for paragraph in _written(drafted.printed.blocks):
            if paragraph.key in drafted.digests:
                lines += ["", *(f"# {line}" for line in plain(paragraph.line).splitlines())]
                lines += [
                    f"[changes.{_quoted(paragraph.key)}.{lang}]",
                    'text = ""',
                    f"facts = {_quoted(drafted.digests[paragraph.key])}",
                ]
    return "\n".join(lines) + "\n"


_HOW = (
    'vi: Ghi lời của mình vào giữa hai dấu ngoặc kép ở "text"; để trống thì giữ câu đã soạn. '
    'Ở "head" ghi phần đầu và phần cuối văn bản.',
    "zh-Hans: 请在 text 的引号内填写您的文字；留空则保留所拟语句。head 之下填写版头和版记。",
    'en: Write your own words between the quotation marks of "text"; left empty, the drafted sentence stays. '
    'Under "head" stands what is above and below the paper.',
)


def _head_lines(head: Head) -> Iterator[str]:
    for field in (*IN_HEAD, *LISTED):
        drafted = getattr(head, field)
        known = f"  # {_quoted(drafted) if isinstance(drafted, str) else ', '.join(map(_quoted, drafted))}" if drafted else ""
        yield f"{field} = {'[]' if field in LISTED else _quoted('')}{known}"


def _written(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Paragraph):
            yield block


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
