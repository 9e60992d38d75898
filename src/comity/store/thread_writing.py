"""Writing what is suggested about items and documents, in place of what was suggested before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

import msgspec

from comity.store.deeds import DeedWriting
from comity.store.threads import DerivedRow, ThreadRow


class ThreadWriting(DeedWriting):
    """The part of a transaction that keeps suggestions."""

    def put_threads(self, rows: Iterable[ThreadRow]) -> None:
        """Keeps these suggestions and no other."""
        self._ask("forget_threads")
        for row in rows:
            reasons = msgspec.json.encode(row.reasons).decode()
            self._ask("add_thread", one=row.one, other=row.other, score=row.score, standing=int(row.standing), reasons=reasons)

    def put_derivations(self, rows: Iterable[DerivedRow]) -> None:
        """Keeps which documents derive from others, and nothing else of that sort."""
        self._ask("forget_derivations", digest="")
        for row in rows:
            self._ask("add_derivation", **asdict(row))
