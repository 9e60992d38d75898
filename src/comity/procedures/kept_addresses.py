"""Addresses of pages that a person keeps under a name: a home note, in the order in which they were kept.

- Only an address of the desk itself is kept: a path with its filters, never a place elsewhere.
- Names are unique in a home; keeping nothing twice under one name, so nothing kept is lost by keeping more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass

import msgspec

from comity.record.errors import AddressNameTaken, MissingField, NoAddressKept, NotAnAddressHere, TooManyAddresses, WrongValue
from comity.record.language import check_text
from comity.store.home import Home
from comity.store.reading import Reading

MOST = 100
LONGEST_NAME = 80
LONGEST_ADDRESS = 2000

_NOTE = "kept_addresses"
# A path of this desk: one stroke, then neither a second one nor a backslash, which browsers read as one.
_HERE = re.compile(r"/(?![/\\])[!-\[\]-~]*")


@dataclass(frozen=True, slots=True)
class KeptAddress:
    """What a person calls an address, and the address: a path with its filters."""

    name: str
    address: str


def kept_addresses(reading: Reading) -> list[KeptAddress]:
    """Every address kept, the first kept first."""
    note = reading.about_home(_NOTE)
    return msgspec.json.decode(note, type=list[KeptAddress]) if note else []


def keep_address(home: Home, name: str, address: str) -> None:
    """Keeps an address under a name.

    Raises: WrongValue, HiddenCharacter, TextNotNfc, NotAnAddressHere, AddressNameTaken, TooManyAddresses.
    """
    new = KeptAddress(_name(name), _address(address))

    def add(kept: list[KeptAddress]) -> list[KeptAddress]:
        if len(kept) >= MOST:
            raise TooManyAddresses(limit=MOST)
        _check_free(kept, new.name)
        return [*kept, new]

    _change(home, add)


def rename_address(home: Home, name: str, to: str) -> None:
    """Calls a kept address otherwise. Raises: NoAddressKept, WrongValue, HiddenCharacter, TextNotNfc, AddressNameTaken."""
    new = _name(to)

    def call(kept: list[KeptAddress]) -> list[KeptAddress]:
        _check_kept(kept, name)
        if new != name:
            _check_free(kept, new)
        return [KeptAddress(new, each.address) if each.name == name else each for each in kept]

    _change(home, call)


def remove_address(home: Home, name: str) -> None:
    """Keeps an address no longer. Raises: NoAddressKept."""

    def drop(kept: list[KeptAddress]) -> list[KeptAddress]:
        _check_kept(kept, name)
        return [each for each in kept if each.name != name]

    _change(home, drop)


def _change(home: Home, change: Callable[[list[KeptAddress]], list[KeptAddress]]) -> None:
    with home.write(entering=False) as writing:
        kept = change(kept_addresses(writing))
        writing.say_about_home(_NOTE, msgspec.json.encode([asdict(each) for each in kept]).decode())


def _name(name: str) -> str:
    plain = " ".join(name.split())
    check_text(plain, field="name")
    if not plain:
        raise MissingField(field="name")
    if len(plain) > LONGEST_NAME:
        raise WrongValue(field="name", value=plain[:40], expected=f"at most {LONGEST_NAME} characters")
    return plain


def _address(address: str) -> str:
    if len(address) > LONGEST_ADDRESS or not _HERE.fullmatch(address):
        raise NotAnAddressHere(address=address[:40])
    return address


def _check_free(kept: list[KeptAddress], name: str) -> None:
    if any(each.name == name for each in kept):
        raise AddressNameTaken(name=name)


def _check_kept(kept: list[KeptAddress], name: str) -> None:
    if all(each.name != name for each in kept):
        raise NoAddressKept(name=name[:40])
