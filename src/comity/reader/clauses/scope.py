"""What governs the sentences that follow: an act with its speaker, or what looks back."""

from __future__ import annotations

from dataclasses import dataclass

from comity.reader.clauses.accounts import Account
from comity.reader.clauses.acts import DONE
from comity.reader.clauses.speakers import Speaker


@dataclass(frozen=True, slots=True)
class Scope:
    """What governs the sentences that follow."""

    status: str
    act: tuple[int, int]
    rule: str
    speaker: Speaker
    confidence: float


def behind(account: Account) -> Scope:
    """What follows an account without an act of its own is told of as done."""
    return Scope(DONE, account.act, account.rule, Speaker(None, None, True), 0.5)
