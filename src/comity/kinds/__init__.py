"""The kinds of acts: one file each, found by walking this folder.

A file declares `KIND`; its name is the kind's name. Nothing registers itself and nothing else lists kinds:
drop a file in and its list, page, filter, search, command, glossary row and vector are there.

Source: docs/howto/add-an-act-kind.md; docs/decisions/0003-one-file-per-kind.md.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from comity.record.errors import UnknownKind
from comity.record.kind import Kind


@cache
def every_kind() -> dict[str, Kind]:
    """All kinds by name, in the order people see them."""
    found = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    kinds = [module.KIND for module in found if hasattr(module, "KIND")]
    return {kind.name: kind for kind in sorted(kinds, key=lambda kind: (kind.order, kind.name))}


def kind_of(name: str) -> Kind:
    """The kind called `name`. Raises: UnknownKind."""
    kind = every_kind().get(name)
    if kind is None:
        raise UnknownKind(kind=name)
    return kind
