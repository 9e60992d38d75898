"""The lines an office adds to the reader's words: files of its own beside those that come with Comity.

- `lexicon/<language>/<role>.tsv` in the home, each line as the packaged ones: words, value, example, with tabs between.
- They are read whenever a document is read; a line that is not well formed is named with its file and number; nothing is read.
- A line is kept only after it was held against its own example; taking it back leaves the others as they are.
- Packaged files are never touched; a line with the words and role of a packaged one stands instead of it.

Source: docs/howto/add-a-lexicon-line.md.
"""

from __future__ import annotations

import os
from pathlib import Path

from comity.reader.words.lexicon import LANGUAGES, SETTINGS, Line, every_line, lint, parse
from comity.record.errors import BadLexicon
from comity.store.home import Home

FOLDER = "lexicon"
_LONGEST = 200


def roles() -> tuple[str, ...]:
    """The roles a line may have, by name."""
    return tuple(sorted({line.role for line in every_line()} - set(SETTINGS)))


def own_lines(home: Home) -> tuple[Line, ...]:
    """Every line of the home's own, by language, role and number. Raises: BadLexicon."""
    folder = home.path / FOLDER
    found = [line for lang in LANGUAGES for file in sorted((folder / lang).glob("*.tsv")) for line in _lines(file, lang)]
    return tuple(found)


def new_line(lang: str, role: str, words: str, *, value: str, example: str) -> Line:
    """A line as it would be kept, held against its example. Raises: BadLexicon."""
    file = f"{FOLDER}/{lang}/{role}.tsv"
    cells = [" ".join(cell.split()) for cell in (words, value, example)]
    if lang not in LANGUAGES or role not in roles():
        raise BadLexicon(file=file, line=1, problem="the reader has no such file")
    if any(len(cell) > _LONGEST for cell in cells) or cells[0].startswith("#"):
        raise BadLexicon(
            file=file, line=1, problem=f"words, value and example have at most {_LONGEST} characters, and words no # before them"
        )
    (line,) = parse("\t".join(cells), lang=lang, file=file) or (None,)
    if line is None:
        raise BadLexicon(file=file, line=1, problem="its words or its example are missing")
    lint((line,))
    return line


def keep_line(home: Home, line: Line) -> None:
    """Adds a line to the home's own, durably. Raises: BadLexicon where its words stand there already."""
    file = home.path / FOLDER / line.lang / f"{line.role}.tsv"
    written = file.read_text(encoding="utf-8") if file.is_file() else ""
    whole = f"{written}{'' if not written or written.endswith(chr(10)) else chr(10)}{line.words}\t{line.value}\t{line.example}\n"
    parse(whole, lang=line.lang, file=f"{FOLDER}/{line.lang}/{line.role}.tsv")
    write_lines(file, whole)


def take_back_line(home: Home, rule: str) -> Line:
    """Takes a line of the home's own out, by its rule (`language/role/words`), and returns it. Raises: BadLexicon."""
    line = next((line for line in own_lines(home) if line.rule == rule), None)
    if line is None:
        raise BadLexicon(file=f"{FOLDER}/", line=0, problem=f"there is no line of your own called {rule!r}")
    file = home.path / FOLDER / line.lang / f"{line.role}.tsv"
    rows = file.read_text(encoding="utf-8").split("\n")
    write_lines(file, "\n".join(row for number, row in enumerate(rows, 1) if number != line.number))
    return line


def _lines(file: Path, lang: str) -> tuple[Line, ...]:
    """The lines of one file, each held against its example; roles the reader does not know are refused."""
    shown = f"{FOLDER}/{lang}/{file.name}"
    if file.name.removesuffix(".tsv") not in roles():
        raise BadLexicon(file=shown, line=1, problem="the reader has no such file")
    try:
        lines = parse(file.read_text(encoding="utf-8-sig"), lang=lang, file=shown)
    except UnicodeDecodeError as problem:
        raise BadLexicon(file=shown, line=1, problem="it is not UTF-8") from problem
    lint(lines)
    return lines


def write_lines(file: Path, whole: str) -> None:
    """Puts the words in place of the file's, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.half")
    with half.open("w", encoding="utf-8", newline="\n") as opened:
        opened.write(whole)
        opened.flush()
        os.fsync(opened.fileno())
    half.replace(file)
