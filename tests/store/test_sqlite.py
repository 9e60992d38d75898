"""SQLite keeps the contract of a store."""

import shutil
import sqlite3

from comity.store.connections import FILE
from comity.store.home import Home
from contracts.store_contract import StoreContract


def _create(folder, state):
    return Home.create(folder, state_dir=state)


def _open(folder, state):
    return Home.open(folder, state_dir=state)


def _copy(home, folder):
    home.close()
    shutil.copytree(home.path, folder)


def _refusal_of(home, statement):
    db = sqlite3.connect(home.path / FILE)
    try:
        with db:
            db.execute(statement)
    except sqlite3.Error as problem:
        return str(problem)
    finally:
        db.close()
    return ""


class TestSqlite(StoreContract):
    create = staticmethod(_create)
    open = staticmethod(_open)
    copy = staticmethod(_copy)
    refusal_of = staticmethod(_refusal_of)
