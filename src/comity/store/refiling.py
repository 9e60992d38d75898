"""A home whose register was filed otherwise, before format 4: its rows stay, everything they are found by is made anew.

One transaction, which may be broken off and begun again: a home is either still of its old format or of this one. It
takes about a second for every two thousand things.
"""

from __future__ import annotations

import sqlite3

import msgspec

from comity.store.filing import Filing
from comity.store.queries import every_query, register

REFILED = 4
_TABLES = ("facet", "term", "wording", "search", "thing")


def refile(db: sqlite3.Connection) -> None:
    """Makes the tables of the register anew from its rows; changes nothing but them."""
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute("CREATE TEMP TABLE filed_before AS SELECT serial, fields FROM thing")
        for table in _TABLES:
            db.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _statements():
            db.execute(statement)
        filing = Filing(lambda query, /, **values: db.execute(every_query()[query], values))
        for serial, fields in db.execute("SELECT serial, fields FROM temp.filed_before ORDER BY serial").fetchall():
            filing.put(serial, msgspec.json.decode(fields))
        db.execute("DROP TABLE temp.filed_before")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _statements() -> list[str]:
    """The statements one by one: a script would end the transaction."""
    found, held = [], ""
    for line in register().splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            found.append(held)
            held = ""
    return found
