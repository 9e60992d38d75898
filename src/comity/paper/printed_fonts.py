"""Whether what lays papers out and the letters they need are on this machine, the latter asked of the library that uses them.

Boxes in the place of characters are worse than no paper: what is missing is named, with the packages that hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from comity.record.errors import FontsMissing, PaperPartsMissing

LATIN = ("Noto Serif", "Noto Sans")
HAN = ("Noto Serif CJK SC", "Noto Sans CJK SC")
_PACKAGES = {"Noto Serif": "fonts-noto-core", "Noto Sans": "fonts-noto-core"} | dict.fromkeys(HAN, "fonts-noto-cjk")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def engine() -> Any:
    """WeasyPrint, which lays papers out. Raises: PaperPartsMissing."""
    try:
        import weasyprint  # type: ignore[import-untyped]
    except (ImportError, OSError) as error:
        raise PaperPartsMissing(packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0") from error
    return weasyprint


def refuse_without_fonts(text: str) -> None:
    """Returns where every font that `text` needs is there. Raises: FontsMissing."""
    needed = LATIN + (HAN if _HAN.search(text) else ())
    missing = [family for family in needed if not is_there(family)]
    if missing:
        raise FontsMissing(fonts=", ".join(missing), packages=" ".join(_unique(_PACKAGES[family] for family in missing)))


def is_there(family: str) -> bool:
    """Whether a font of this family is installed, no other in its stead."""
    from weasyprint.text.ffi import ffi, fontconfig  # type: ignore[import-untyped]

    pattern = ffi.gc(fontconfig.FcPatternCreate(), fontconfig.FcPatternDestroy)
    fontconfig.FcPatternAddString(pattern, b"family", family.encode())
    fontconfig.FcConfigSubstitute(ffi.NULL, pattern, fontconfig.FcMatchPattern)
    fontconfig.FcDefaultSubstitute(pattern)
    found = fontconfig.FcFontMatch(ffi.NULL, pattern, ffi.new("FcResult *"))
    if found == ffi.NULL:
        return False
    found = ffi.gc(found, fontconfig.FcPatternDestroy)
    name = ffi.new("FcChar8 **")
    # A font of many names lists each in turn.
    for at in range(16):
        if fontconfig.FcPatternGetString(found, b"family", at, name) != fontconfig.FcResultMatch:
            return False
        if bytes(ffi.string(name[0])).decode() == family:
            return True
    return False


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
