"""The numbers headings bear, counted by the layout of the language: the words of a heading stay the same when others move.

Source: Decree 30/2020/ND-CP, appendix I (I. 1. a); GB/T 9704-2012, 7.3.3 (一、 （一） 1.).
"""

from __future__ import annotations

from collections.abc import Sequence

from comity.paper.printed import Block, Heading, Printed

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_HAN = "零一二三四五六七八九"
# The order of the Vietnamese alphabet, as points are lettered.
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def numbers_of(printed: Printed) -> dict[str, str]:
    """The number of each heading by its key, with what parts it from the words; empty where headings are not counted."""
    return _counted(printed.blocks, printed.lang) if printed.counts_headings else {}


def _counted(blocks: Sequence[Block], lang: str) -> dict[str, str]:
    at = [0, 0, 0]
    found = {}
    for block in blocks:
        if isinstance(block, Heading):
            level = min(max(block.level, 1), 3)
            at[level - 1] += 1
            at[level:] = [0] * (3 - level)
            found[block.key] = _number(at, level, lang)
    return found


def _number(at: Sequence[int], level: int, lang: str) -> str:
    count = at[level - 1]
    if lang == "zh-Hans":
        return (f"{han(count)}、", f"（{han(count)}）", f"{count}. ")[level - 1]
    if lang == "vi":
        return (f"{_roman(count)}. ", f"{count}. ", f"{_letter(count)}) ")[level - 1]
    return ".".join(str(max(part, 1)) for part in at[:level]) + (". " if level == 1 else " ")


def han(count: int) -> str:
    """A number from 1 to 99 in characters; beyond, in digits."""
    tens, ones = divmod(count, 10)
    if not 0 < count < 100:
        return str(count)
    return ("" if tens < 2 else _HAN[tens]) + ("十" if tens else "") + (_HAN[ones] if ones or not tens else "")


def _roman(count: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (count // value)
        count %= value
    return text


def _letter(count: int) -> str:
    return _LETTERS[count - 1] if count <= len(_LETTERS) else str(count)
