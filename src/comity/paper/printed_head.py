"""What stands above and below an official paper, in words and in order: the same on the page, in the PDF and in Word.

- The layout is that of the document's language; national name, motto and red head only where the organ is of that country.
- What nobody has said is a row of dots to fill by hand, so that a paper without a number is not taken for a numbered one.

Source: Decree 30/2020/ND-CP, appendix I; GB/T 9704-2012, 7.2 to 7.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comity.paper.printed import Head, Printed, plain


class Role(StrEnum):
    """What a line of the head or foot is; layouts set each in its own way."""

    NATION = "nation"
    MOTTO = "motto"
    OVER = "over"
    ORGAN = "organ"
    NUMBER = "number"
    ABOUT = "about"
    PLACE_DAY = "place-day"
    TITLE = "title"
    SUBJECT = "subject"
    TO = "to"
    SIGNED_BY = "signed-by"
    SIGNER_POST = "signer-post"
    SIGNER = "signer"
    SIGNED_ON = "signed-on"
    COPIES_HEAD = "copies-head"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of the head or foot."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines around a document: `left` and `right` stand side by side above, `middle` beneath them before the text,

    `signed` and `copies` after it. In a layout without two columns `left` alone is used.
    """

    left: tuple[HeadLine, ...] = ()
    right: tuple[HeadLine, ...] = ()
    middle: tuple[HeadLine, ...] = ()
    signed: tuple[HeadLine, ...] = ()
    copies: tuple[HeadLine, ...] = ()


DOTS = "……"


def frame_of(printed: Printed) -> Frame:
    """The lines around the document; the title alone where it has no head."""
    head = printed.head
    if head is None:
        return Frame(middle=_lines((Role.TITLE, plain(printed.title))))
    layouts = {"vi": _vietnamese, "zh-Hans": _chinese}
    return layouts.get(printed.lang, _plain)(head, plain(printed.title))


def _lines(*given: tuple[Role, str]) -> tuple[HeadLine, ...]:
    return tuple(HeadLine(role, text) for role, text in given if text)


def _vietnamese(head: Head, title: str) -> Frame:
    nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" if head.country == "VN" else ""
    motto = "Độc lập - Tự do - Hạnh phúc" if nation else ""
    year, month, day = _parts(head.day)
    # A day below ten and the months January and February bear a nought, so that none can be written before them.
    day = day.zfill(2) if day.isdigit() else day
    month = month.zfill(2) if month in ("1", "2") else month
    place_day = f"{head.place or DOTS}, ngày {day} tháng {month} năm {year}"
    about = f"V/v {head.subject or DOTS}" if head.is_letter else ""
    to = "; ".join(head.addressees) or DOTS
    return Frame(
        left=_lines(
            (Role.OVER, head.over.upper()),
            (Role.ORGAN, head.organ.upper() or DOTS),
            (Role.NUMBER, f"Số: {head.number or DOTS}"),
            (Role.ABOUT, about),
        ),
        right=_lines((Role.NATION, nation), (Role.MOTTO, motto), (Role.PLACE_DAY, place_day)),
        middle=_lines(
            (Role.TITLE, "" if head.is_letter else title),
            (Role.SUBJECT, "" if head.is_letter else head.subject),
            (Role.TO, f"Kính gửi: {to}" if head.is_letter or head.addressees else ""),
        ),
        signed=_lines((Role.SIGNER_POST, head.signer_post.upper() or DOTS), (Role.SIGNER, head.signer or DOTS)),
        copies=_lines((Role.COPIES_HEAD, "Nơi nhận:"), *((Role.COPY, f"- {one};") for one in head.recipients))
        if head.recipients
        else (),
    )


def _chinese(head: Head, title: str) -> Frame:
    year, month, day = _parts(head.day)
    to = "、".join(head.addressees) or DOTS
    return Frame(
        left=_lines(
            (Role.OVER, head.over), (Role.ORGAN, head.organ or DOTS), (Role.NUMBER, head.number or f"{DOTS}〔{DOTS}〕{DOTS}号")
        ),
        middle=_lines(
            (Role.TITLE, title or head.subject),
            (Role.SUBJECT, head.subject if title and head.subject != title else ""),
            (Role.TO, f"{to}：" if head.is_letter or head.addressees else ""),
        ),
        signed=_lines(
            (Role.SIGNED_BY, head.organ or DOTS),
            (Role.SIGNER_POST, head.signer_post),
            (Role.SIGNER, head.signer),
            (Role.SIGNED_ON, f"{head.place}　{year}年{month}月{day}日".strip("　")),
        ),
        copies=_lines((Role.COPY, f"抄送：{'，'.join(head.recipients)}。")) if head.recipients else (),
    )


def _plain(head: Head, title: str) -> Frame:
    return Frame(
        left=_lines((Role.OVER, head.over), (Role.ORGAN, head.organ or DOTS), (Role.NUMBER, f"No. {head.number or DOTS}")),
        right=_lines((Role.PLACE_DAY, f"{head.place or DOTS}, {_english_day(head.day)}")),
        middle=_lines(
            (Role.TITLE, title or head.subject),
            (Role.SUBJECT, head.subject if title and head.subject != title else ""),
            (Role.TO, f"To: {'; '.join(head.addressees) or DOTS}" if head.is_letter or head.addressees else ""),
        ),
        signed=_lines((Role.SIGNER_POST, head.signer_post or DOTS), (Role.SIGNER, head.signer or DOTS)),
        copies=_lines((Role.COPIES_HEAD, "Copies to:"), *((Role.COPY, one) for one in head.recipients))
        if head.recipients
        else (),
    )


def _parts(day: str) -> tuple[str, str, str]:
    """Year, month and day without noughts; dots where none is known."""
    parts = day.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return DOTS, DOTS, DOTS
    return parts[0], parts[1].lstrip("0"), parts[2].lstrip("0")


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _english_day(day: str) -> str:
    year, month, number = _parts(day)
    return f"{number} {_MONTHS[int(month) - 1]} {year}" if month.isdigit() and 1 <= int(month) <= 12 else DOTS
