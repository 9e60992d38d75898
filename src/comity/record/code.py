"""The short code of an entry, for people to type: printed beside what rests on it, it finds the entry again.

    WK3M-0RQT-8X2D-51HC     the first 75 bits of the entry's id in fifteen characters, then one that checks them

- The characters are the ten digits and the letters without I, L, O and U; who types O, I or L means 0, 1, 1. Small letters and
  whatever stands between the groups make no difference.
- The check character is that of a code over GF(32): one wrong character is always noticed, and so are any two changed for
  each other.
- A code finds an entry and proves nothing by itself: what proves is the whole id, the book and its signed checkpoint.

Source: Crockford's base 32 (alphabet); docs/format.md section 13.
"""

from __future__ import annotations

import re
import unicodedata

from comity.record.errors import CodeMistyped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS, _CHARACTERS, _GROUP = 75, 15, 4
# x^5 + x^2 + 1, whose root times itself runs through every element but 0.
_FIELD = 0b100101
_MEANT = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212._·]+")
_ID = re.compile(r"[0-9a-f]{64}")
MOST_TYPED = 100


def code_of(entry_id: str) -> str:
    """The code of an entry; "" for what is no id of one."""
    if not _ID.fullmatch(entry_id):
        return ""
    number = int(entry_id, 16) >> (256 - _BITS)
    values = [number >> 5 * (_CHARACTERS - 1 - at) & 31 for at in range(_CHARACTERS)]
    text = "".join(ALPHABET[value] for value in [*values, _check(values)])
    return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def parse_code(typed: str) -> str:
    """The code as it is printed, from what a person typed. Raises: CodeMistyped."""
    folded = unicodedata.normalize("NFKC", typed[:MOST_TYPED])
    text = _BETWEEN.sub("", folded).upper().translate(_MEANT)
    values = [ALPHABET.find(character) for character in text]
    is_whole = len(typed) <= MOST_TYPED and len(values) == _CHARACTERS + 1 and min(values) >= 0
    if not is_whole or _check(values[:-1]) != values[-1]:
        raise CodeMistyped(code=" ".join(typed[:40].split()))
    return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def digits_of(code: str) -> str:
    """The first 18 hexadecimal digits of the ids that bear a code, as `parse_code` gives it; `code_of` tells if one does."""
    number = 0
    for character in code.replace("-", "")[:_CHARACTERS]:
        number = number << 5 | ALPHABET.index(character)
    return f"{number >> 3:018x}"


def _check(values: list[int]) -> int:
    check = 0
    for value in values:
        check = (check ^ value) << 1
        if check & 32:
            check ^= _FIELD
    return check
