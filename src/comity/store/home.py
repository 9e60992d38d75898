"""A home: one folder with the record of one office.

    record.sqlite    books and register, one file (and its log while somebody writes)
    keys/            private keys, one file each
    attachments/     files that entries name by digest, made with the first

- Writers take turns, across programs; readers see one moment and wait for nobody.
- Leaving `write` without an exception means: on disk. First the entries, then the last heads outside the home.
- A home that was copied, moved or restored enters nothing until `resume`: two homes that both go on from one
  head would make two histories of one book.

Source: design promise P1; docs/decisions/0008-plain-sql-for-books.md; docs/howto/back-up.md.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from comity.record.act import Digest, PartyId
from comity.record.book import root_of
from comity.record.errors import AttachmentTooLarge, HomeDamaged, HomeExists, HomeWasCopied, NewerHome, NoHome
from comity.store.attachments import FOLDER, MOST_BYTES, AttachmentFolder
from comity.store.connections import APPLICATION, FILE, FORMAT, Connections, bring_up, make
from comity.store.disk import PATIENCE_SECONDS, plain_refusals, sqlite_refusals, sync_folder
from comity.store.heads import Head, HeadsOutside, Kept, grown
from comity.store.keys import KeyFolder
from comity.store.queries import additions, every_query, schema
from comity.store.reading import AttachmentRow, Reading
from comity.store.refiling import REFILED, refile
from comity.store.sweeping import clear, sweep
from comity.store.writing import Writing

SCRUB_PATIENCE_MS = 5_000


def default_state_dir() -> Path:
    """Where last heads are kept: $XDG_STATE_HOME/comity, or ~/.local/state/comity."""
    state = os.environ.get("XDG_STATE_HOME", "")
    return (Path(state) if state.startswith("/") else Path.home() / ".local" / "state") / "comity"


class Home:
    """An open home. `path` is absolute; `identity` is its own for life, copies included."""

    def __init__(self, path: Path, *, state_dir: Path) -> None:
        self.path = path.resolve()
        self.keys = KeyFolder(self.path / "keys")
        self.attachments = AttachmentFolder(self.path / FOLDER)
        self._connections = Connections(self.path / FILE)
        self.identity = self._check_file()
        self._heads = HeadsOutside(state_dir, self.identity)

    @classmethod
    def create(cls, path: Path, *, state_dir: Path) -> Home:
        """Makes an empty home for its owner's eyes only, whole or not at all.

        Raises: HomeExists, DiskFull, DiskReadOnly, DiskFailed.
        """
        path = path.resolve()
        with plain_refusals(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
            with new_folder(path) as folder:
                (folder / "keys").mkdir(mode=0o700)
                make(folder / FILE, schema())
                mark(folder / FILE, home=secrets.token_hex(16))
        home = cls(path, state_dir=state_dir)
        with home._heads.turn():
            home._heads.prepare(Kept(str(home.path)))
            home._heads.publish()
        return home

    @classmethod
    def open(cls, path: Path, *, state_dir: Path) -> Home:
        """The home in `path`. Raises: NoHome, NewerHome, HomeDamaged."""
        if not (path / FILE).is_file():
            raise NoHome(path=str(path))
        return cls(path, state_dir=state_dir)

    def close(self) -> None:
        """Lets go of the file; using the home again opens it again."""
        self._connections.close()

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """Everything as it stands now, for as long as the block lasts. Raises: HomeDamaged, DiskFailed."""
        with sqlite_refusals(self.path), self._connections.one() as db:
            db.execute("BEGIN")
            reading = Reading(db, self.path)
            reading.about_home("home")  # the moment is that of the first query, not of BEGIN
            yield reading

    @contextmanager
    def write(self, *, entering: bool = True) -> Iterator[Writing]:
        """One transaction; `entering=False` for home notes, which a copied home takes too.

        Raises: HomeWasCopied before anything is done; HomeBusy, DiskFull, DiskReadOnly, DiskFailed, HomeDamaged with
        nothing kept; HeadsNotKept when all is on disk but the last heads outside the home could not be kept.
        """
        with sqlite_refusals(self.path), self._connections.one() as db, ExitStack() as heads_turn:
            _scrub(db, self.path)
            sweep(db, self.path)
            db.execute("BEGIN IMMEDIATE")
            writing = Writing(db, self.path, entering=entering)
            if entering and self._is_copied(writing):
                raise HomeWasCopied(path=str(self.path))
            yield writing
            if writing.finish():
                heads_turn.enter_context(self._heads.turn())
                self._heads.prepare(grown(self._heads.read(), str(self.path), writing.about_home("copy"), _heads(writing)))
                db.execute("COMMIT")
                self._heads.publish()
            else:
                db.execute("COMMIT")
            sweep(db, self.path)
            _scrub(db, self.path)

    def keep(self, content: bytes, *, name: str, at: str) -> Digest:
        """Keeps a file, durably, for an entry that is to name it; `name` as it was given, `at` the moment (UTC).

        Equal bytes are kept once, under the first name. Without such an entry they are taken away again a day later, when
        another file is kept.
        Raises: AttachmentTooLarge, HomeBusy, DiskFull, DiskReadOnly, DiskFailed, HomeDamaged.
        """
        if len(content) > MOST_BYTES:
            raise AttachmentTooLarge(name=name, size=len(content), limit=MOST_BYTES)
        digest = Digest(hashlib.sha256(content).hexdigest())
        with plain_refusals(self.path), self.attachments.half(content) as half, self.write(entering=False) as writing:
            clear(writing, self.attachments, at=at)
            self.attachments.put(half, digest)
            known = writing.attachments([digest]).get(digest)
            writing.put_attachment(AttachmentRow(digest, known.name if known else name, len(content), at, "waiting"))
        return digest

    def is_copied(self) -> bool:
        """Whether the home was copied, moved or restored, or is behind its last heads."""
        with self.read() as reading:
            return self._is_copied(reading)

    def resume(self) -> None:
        """Takes the home as it stands for the one to go on: heads it no longer reaches are kept as lost."""
        with sqlite_refusals(self.path), self._connections.one() as db, self._heads.turn():
            db.execute("BEGIN IMMEDIATE")
            reading = Reading(db, self.path)
            before = self._heads.read() or Kept(str(self.path))
            lost = [head for head in before.heads.values() if not _reaches(reading, head) and head not in before.lost]
            self._heads.prepare(Kept(str(self.path), reading.about_home("copy"), _heads(reading), (*before.lost, *lost)))
            db.execute("ROLLBACK")
            self._heads.publish()

    def lost_heads(self) -> tuple[Head, ...]:
        """The heads that stood once and were lost by a restore, as (party, size, root)."""
        kept = self._heads.read()
        return kept.lost if kept is not None else ()

    def _check_file(self) -> str:
        with sqlite_refusals(self.path), self._connections.one() as db:
            try:
                (application,), (found,) = (
                    db.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
                )
                if application == APPLICATION and found > FORMAT:
                    raise NewerHome(path=str(self.path), found=found, known=FORMAT)
                row = db.execute(every_query()["meta"], {"key": "home"}).fetchone()
            except sqlite3.OperationalError as problem:
                raise HomeDamaged(path=str(self.path), problem=str(problem)) from problem
            if application != APPLICATION or row is None:
                raise HomeDamaged(path=str(self.path), problem=f"{FILE} is not a record of Comity")
            if found < REFILED:
                refile(db)
            bring_up(db, found, additions())
            return str(row[0])

    def _is_copied(self, reading: Reading) -> bool:
        kept, copy = self._heads.read(), reading.about_home("copy")
        if kept is None:
            return copy != "" or bool(reading.books())
        elsewhere = kept.path != str(self.path) and bool(reading.books())
        return kept.copy != copy or elsewhere or not all(_reaches(reading, head) for head in kept.heads.values())


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder that takes the place of `path` when the block ends, durably; `path` must be nothing or an empty folder.

    Raises: HomeExists, OSError.
    """
    folder = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    if path.is_symlink() or (path.exists() and (not path.is_dir() or any(path.iterdir()))):
        raise HomeExists(path=str(path))
    folder.mkdir(mode=0o700)
    try:
        yield folder
        sync_folder(folder)
        folder.replace(path)
        sync_folder(path.parent)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def mark(file: Path, **values: str) -> None:
    """Writes values about the home into a file nobody has open."""
    db = sqlite3.connect(file, isolation_level=None)
    try:
        for key, value in values.items():
            db.execute(every_query()["set_meta"], {"key": key, "value": value})
    finally:
        db.close()


def _scrub(db: sqlite3.Connection, path: Path) -> None:
    """After an erasure empties the log into the file, so that erased bytes stand in neither; once nobody reads them."""
    if Reading(db, path).about_home("scrub") != "1":
        return
    db.execute(f"PRAGMA busy_timeout = {SCRUB_PATIENCE_MS}")
    busy, _, _ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    db.execute(f"PRAGMA busy_timeout = {PATIENCE_SECONDS * 1000}")
    if not busy:
        db.execute(every_query()["set_meta"], {"key": "scrub", "value": ""})


def _heads(reading: Reading) -> dict[PartyId, Head]:
    return {book.party: Head(book.party, book.size, book.root) for book in reading.books() if book.size}


def _reaches(reading: Reading, head: Head) -> bool:
    """Whether the book stands where it stood, or has gone on from there."""
    book = reading.book(head.party)
    if book is None or book.size < head.size:
        return False
    root = book.root if book.size == head.size else root_of(reading.entry_ids(head.party, head.size)).hex()
    return root == head.root
