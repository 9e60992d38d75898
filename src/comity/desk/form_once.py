"""Each form is entered once: its token is signed, and what was made of it is remembered while the desk runs.

- The same form sent again, by a second click or from a page gone back to, leads to what was made the first time.
- What was entered although the last heads could not be kept counts as made.
- A token of a desk that ran before cannot be judged: the form comes back filled, with a new token.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from django.core import signing

from comity.record.errors import HeadsNotKept

MOST = 10_000

_SALT = "comity.form"
_made: OrderedDict[tuple[Path, str], str] = OrderedDict()
_turn = Lock()


def new_token() -> str:
    """A token for one form."""
    return signing.dumps(secrets.token_urlsafe(12), salt=_SALT)


def is_token(token: str) -> bool:
    """Whether the token was given out since the desk was started."""
    try:
        signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return False
    return True


def once(home: Path, token: str, deed: Callable[[], str], *, otherwise: str) -> tuple[str, bool]:
    """What `deed` returned for this token, and whether it was done just now.

    Where it was entered but the last heads were not kept, `otherwise` is remembered in the place of what it returned;
    where anything else is raised, nothing is. Raises: HeadsNotKept, and what `deed` raises.
    """
    with _turn:
        key = (home, token)
        if key in _made:
            return _made[key], False
        try:
            made = deed()
        except HeadsNotKept:
            _remember(key, otherwise)
            raise
        _remember(key, made)
        return made, True


def made_of(home: Path, token: str) -> str:
    """What was made of this token, or ""."""
    with _turn:
        return _made.get((home, token), "")


def _remember(key: tuple[Path, str], made: str) -> None:
    _made[key] = made
    while len(_made) > MOST:
        _made.popitem(last=False)
