"""Bytes to characters, guessed only where the guess is safe.

- UTF-8 first, a byte order mark second; everything else must look like the language it would be in.
- A byte order mark of UTF-8 stays a character, so offsets are those of any plain UTF-8 reader.
- Bytes that are no text (control characters, archives, PDF) are refused as such; characters of several encodings in one
  file, or of one that cannot be told, are refused with the advice to save it anew.
"""

from __future__ import annotations

import re

from comity.record.errors import NotADocument, UnclearEncoding

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# The commonest characters of written Chinese: a wrong guess of the encoding hardly ever yields them.
_COMMON_HAN = re.compile(r"[的一是在和国中人会了地合作不有为方年边与书记省]")
# Han between small Latin letters, or signs nobody has given a meaning: letters with accents, read two by two.
_MISREAD = re.compile(r"[a-z][\u4e00-\u9fff]{1,2}[a-z]|[\ue000-\uf8ff]")
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ]|\w[\u0300\u0301\u0303\u0309\u0323]")
# Characters of UTF-8: where they make up much of a file that is not UTF-8, the file mixes encodings. Pairs of bytes of
# Chinese often look like one of two bytes, those of Vietnamese never.
_UTF8_LONG = re.compile(rb"(?:[\xe0-\xef][\x80-\xbf]{2})+")
_UTF8 = re.compile(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2})+")
_HIGH = re.compile(rb"[\x80-\xff]+")
_BINARY_HEADS = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"GIF8")
_FORBIDDEN = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def characters_of(raw: bytes, *, name: str) -> str:
    """The characters of `raw`. Raises: NotADocument if it is no text, UnclearEncoding if its encoding cannot be told."""
    text = decode(raw)
    if text is None:
        raise NotADocument(name=name) if raw.startswith(_BINARY_HEADS) or _FORBIDDEN.search(raw) else UnclearEncoding(name=name)
    return text


def decode(raw: bytes) -> str | None:
    """The characters of `raw`, or None if it is not text in an encoding that can be told safely."""
    if raw.startswith(_BINARY_HEADS):
        return None
    for guess in (_as_utf16, _as_utf8, _as_gb18030, _as_windows_1258):
        if guess in _HELD and _share(_HELD[guess][0], raw) > _HELD[guess][1]:
            continue
        text = guess(raw)
        if text is not None:
            return None if _CONTROL.search(text) else text
    return None


def _share(pattern: re.Pattern[bytes], raw: bytes) -> float:
    """How much of the bytes beyond ASCII the pattern covers."""
    high = sum(map(len, _HIGH.findall(raw)))
    return sum(map(len, pattern.findall(raw))) / max(1, high)


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _as_utf16(raw: bytes) -> str | None:
    return _strict(raw, "utf-16") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else None


def _as_utf8(raw: bytes) -> str | None:
    return _strict(raw, "utf-8")


def _as_gb18030(raw: bytes) -> str | None:
    text = _strict(raw, "gb18030")
    if text is None:
        return None
    wide = sum(1 for character in text if character > "\x7f")
    han = len(_HAN.findall(text))
    if han < 4 or han < 0.6 * wide or len(_COMMON_HAN.findall(text)) < 0.05 * han:
        return None
    if len(_MISREAD.findall(text)) > 0.02 * han:
        return None
    return text


def _as_windows_1258(raw: bytes) -> str | None:
    text = _strict(raw, "cp1258")
    if text is None:
        return None
    wide = sum(1 for character in text if character > "\x7f")
    return text if 3 * len(_VIETNAMESE.findall(text)) >= wide else None


# How much of what looks like UTF-8 a file in such an encoding may hold.
_HELD = {_as_gb18030: (_UTF8_LONG, 0.25), _as_windows_1258: (_UTF8, 0.1)}
