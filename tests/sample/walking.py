"""The sample as it stands in its files: rows, the readings made from them, and every wording in it."""

import json

from comity.procedures.sample_home import readings_of, sample_folder, sample_rows

LANGUAGES = ("vi", "zh-Hans", "en")
ROWS = list(sample_rows())
SOURCES = {row["id"]: row for row in ROWS if row["kind"] == "source"}


def of_kind(kind):
    return [row for row in ROWS if row["kind"] == kind]


def readings():
    """Every reading by its short name: those made from rows and those that stand for themselves."""
    made = {short: reading for row in ROWS for short, reading in readings_of(row)}
    return made | {row["id"]: row for row in of_kind("reading")}


def wordings(value, where):
    """Every wording in a row as (where, wording): a record one of whose keys is a language."""
    if isinstance(value, dict) and set(value) & set(LANGUAGES):
        yield where, value
    elif isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from wordings(part, f"{where}.{key}")


def texts(value):
    """Every text in a row but addresses."""
    if isinstance(value, str):
        yield from () if value.startswith("http") else (value,)
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def observer():
    return json.loads((sample_folder() / "observer.json").read_bytes())
