"""Asks the check page of another node what stands under a code, and checks the answer here instead of believing it.

- Only the bundle in the answer counts; what the other node says beside it is not read.
- The answer is limited in time and size, and leads nowhere else.
"""

from __future__ import annotations

import json
import time

from comity.exchange.bundle import LARGEST, open_bundle
from comity.procedures.check_bundle import check_bundle
from comity.procedures.check_code import Found
from comity.record import canonical
from comity.record.code import parse_code
from comity.record.errors import BundleDoesNotHold, NoAnswerThere, NothingToShow, RecordError, WrongValue

SECONDS = 20.0


def ask_elsewhere(address: str, typed: str) -> Found:
    """What stands under a code there. Raises: CodeMistyped, WrongValue, NothingToShow, NoAnswerThere, BundleDoesNotHold."""
    code = parse_code(typed)
    if not address.startswith(("http://", "https://")):
        raise WrongValue(field="at", value=address[:60], expected="an address beginning with http:// or https://")
    raw = _fetch(f"{address.rstrip('/')}/check/{code}.json", address, code)
    try:
        said = json.loads(raw)
        inside = canonical.encode(said["bundle"])
    except (RecordError, ValueError, KeyError, TypeError, RecursionError) as problem:
        raise NoAnswerThere(address=address, problem="it is of another form") from problem
    checked = check_bundle(open_bundle(inside))
    if checked.code != code:
        raise BundleDoesNotHold(problem="it is about something else")
    return Found(checked, inside)


def _fetch(url: str, address: str, code: str) -> bytes:
    import httpx

    ends_at = time.monotonic() + 3 * SECONDS
    try:
        with httpx.stream("GET", url, timeout=SECONDS, follow_redirects=False) as answer:
            if answer.status_code == httpx.codes.NOT_FOUND:
                raise NothingToShow(code=code)
            if answer.status_code != httpx.codes.OK:
                raise NoAnswerThere(address=address, problem=f"it answered with {answer.status_code}")
            raw = b""
            for part in answer.iter_bytes():
                raw += part
                if len(raw) > 2 * LARGEST or time.monotonic() > ends_at:
                    raise NoAnswerThere(address=address, problem="it is too large or takes too long")
            return raw
    except (httpx.HTTPError, httpx.InvalidURL) as problem:
        raise NoAnswerThere(address=address, problem="it cannot be reached") from problem
