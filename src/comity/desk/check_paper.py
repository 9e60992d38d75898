"""Is this paper what it says? A code is typed or a file given; the answer says what holds and what nobody has checked yet.

- It needs no account, and shows what anybody may see: a code that is not known and one of something that may not be shown get the
  same answer.
- A file is opened as untrusted files are, and nothing of it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from comity.desk.answering import as_json, show
from comity.desk.asking import Ask, deed, home_of, page
from comity.desk.languages import language
from comity.desk.naming import Naming
from comity.paper.refusal import refusal_sentence
from comity.procedures.bulletin_folder import bulletin_folder, manifest_of
from comity.procedures.check_bundle import Checked, for_anybody
from comity.procedures.check_code import PUBLIC, answer_values, check_code
from comity.procedures.check_codes import CodeLine, codes_held
from comity.procedures.check_file import check_file
from comity.procedures.check_words import CheckWords, check_words
from comity.procedures.clock import now
from comity.procedures.keep_attachment import plain_file_name
from comity.procedures.keep_letter import held_against
from comity.reader.files.document import MAX_BYTES
from comity.record.code import parse_code
from comity.record.errors import CodeMistyped, ComityError, DocumentTooLarge, FileMissing


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page says under its form: words about one thing, or the codes of a paper, or a refusal."""

    typed: str = ""
    words: CheckWords | None = None
    codes: tuple[CodeLine, ...] = ()
    refused: ComityError | None = None
    json: str = ""
    published: str = ""


@page
def check_paper(ask: Ask) -> HttpResponse:
    """The form; with `?code=` what stands under a code."""
    typed = ask.request.GET.get("code", "").strip()
    if not typed:
        return _page(ask, Answer())
    try:
        found = check_code(ask.reading, typed, readers=PUBLIC)
    except ComityError as problem:
        return _page(ask, Answer(typed, refused=problem, published=_published(ask, typed)))
    json = f"/check/{found.checked.code}.json"
    return _page(ask, Answer(typed, _words(found.checked, ask), json=json, published=_published(ask, typed)))


def _published(ask: Ask, typed: str) -> str:
    """The page of a code in the bulletin that was last built, "" where it has none."""
    folder = bulletin_folder(ask.reading)
    manifest = manifest_of(folder) if folder else None
    try:
        there = f"{ask.lang}/{parse_code(typed)}.html"
    except CodeMistyped:
        return ""
    return f"/bulletin/{there}" if manifest and there in manifest.files else ""


@deed
def check_file_sent(request: HttpRequest) -> HttpResponse:
    """What a file that was given holds."""
    with home_of(request).read() as reading:
        ask = Ask(request, reading, language(request), Naming(reading))
        try:
            return _page(ask, _of_file(ask))
        except ComityError as problem:
            return _page(ask, Answer(refused=problem))


def _of_file(ask: Ask) -> Answer:
    sent = ask.request.FILES.get("file")
    if sent is None:
        raise FileMissing(path="")
    name, size = plain_file_name(sent.name or ""), sent.size or 0
    if size > MAX_BYTES:
        raise DocumentTooLarge(name=name, size=size, limit=MAX_BYTES)
    found = check_file(sent.read(), name=name, reading=ask.reading, readers=PUBLIC)
    if found.codes:
        return Answer(codes=tuple(codes_held(ask.reading, found.codes, ask.lang, readers=PUBLIC)))
    checked = held_against(ask.reading, found.letter) if found.letter else found.checked
    checked = for_anybody(checked) if checked else None
    return Answer(words=_words(checked, ask, is_letter=found.letter is not None) if checked else None)


@page
def code_json(ask: Ask, code: str) -> HttpResponse:
    """What stands under a code, for programs, with the bundle they can check it by."""
    return as_json(answer_values(check_code(ask.reading, code, readers=PUBLIC)))


def _words(checked: Checked, ask: Ask, *, is_letter: bool = False) -> CheckWords:
    return check_words(checked, ask.lang, on=now().day, is_letter=is_letter)


def _page(ask: Ask, answer: Answer) -> HttpResponse:
    return show(
        ask,
        "checked.html",
        typed=answer.typed[:100],
        words=answer.words,
        codes=answer.codes,
        found=sum(bool(line.id) for line in answer.codes),
        error=refusal_sentence(answer.refused, ask.lang) if answer.refused else "",
        json=answer.json,
        published=answer.published,
        megabytes=MAX_BYTES // 1_000_000,
    )
