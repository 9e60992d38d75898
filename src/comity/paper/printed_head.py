"""What stands above and below an official paper, in words and in order: the same on the page, in the PDF and in Word.

- The layout is that of the document's language; national name, motto and red head only where the organ is of that country.
- What nobody has said is a row of dots to fill by hand, so that a paper without a number is not taken for a numbered one.
- A report names its kind above its subject, as the Decree has it, and leaves a place for who receives it; a letter that names
  nobody for a copy goes to nobody else.

Source: Decree 30/2020/ND-CP, appendix I; GB/T 9704-2012, 7.2 to 7.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comity.paper.printed import Head, Line, Printed, Run, plain


class Role(StrEnum):
    """What a line of the head or foot is; layouts set each in its own way."""

    NATION = "nation"
    MOTTO = "motto"
    OVER = "over"
    ORGAN = "organ"
    NUMBER = "number"
    ABOUT = "about"
    PLACE_DAY = "place-day"
    CALLED = "called"
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
    line: Line

    @property
    def text(self) -> str:
        return plain(self.line)


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines around a document: `left` and `right` stand side by side above, `middle` beneath them before the text,
    `signed` and `copies` after it; in a layout without two columns `left` alone is above.

    `is_national`: the head is that which the law of the organ's country prescribes.
    """

    left: tuple[HeadLine, ...] = ()
    right: tuple[HeadLine, ...] = ()
    middle: tuple[HeadLine, ...] = ()
    signed: tuple[HeadLine, ...] = ()
    copies: tuple[HeadLine, ...] = ()
    is_national: bool = False


DOTS = "……"
# Room for a name written by hand.
ROOM = DOTS * 8


def frame_of(printed: Printed) -> Frame:
    """The lines around the document; the title alone where it has no head."""
    head = printed.head
    if head is None:
        return Frame(middle=_lines((Role.TITLE, printed.title)))
    layouts = {"vi": _vietnamese, "zh-Hans": _chinese}
    return layouts.get(printed.lang, _plain)(head, printed.title)


def _lines(*given: tuple[Role, str | Line]) -> tuple[HeadLine, ...]:
    """The lines that have words."""
    made = ((role, (Run(words),) if isinstance(words, str) else words) for role, words in given)
    return tuple(HeadLine(role, line) for role, line in made if plain(line))


def _vietnamese(head: Head, title: Line) -> Frame:
    is_national = head.country == "VN"
    named: list[tuple[Role, str | Line]] = [(Role.CALLED, "BÁO CÁO"), (Role.TITLE, title), (Role.SUBJECT, head.subject)]
    return Frame(
        left=_lines(
            (Role.OVER, head.over.upper()),
            (Role.ORGAN, _organ(head).upper()),
            (Role.NUMBER, f"Số: {head.number or (DOTS if head.is_letter else f'{DOTS}/BC-{DOTS}')}"),
            (Role.ABOUT, f"V/v {head.subject or DOTS}" if head.is_letter else ""),
        ),
        right=_lines(
            (Role.NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" if is_national else ""),
            (Role.MOTTO, "Độc lập - Tự do - Hạnh phúc" if is_national else ""),
            (Role.PLACE_DAY, f"{head.place or DOTS}, {_vietnamese_day(head.day)}"),
        ),
        middle=_lines(*([] if head.is_letter else named), (Role.TO, f"Kính gửi: {'; '.join(head.addressees) or ROOM}")),
        signed=_lines((Role.SIGNER_POST, head.signer_post.upper() or ROOM), (Role.SIGNER, head.signer or ROOM)),
        copies=_copies("Nơi nhận:", tuple(f"- {one}{sign}" for one, sign in _received(head))),
        is_national=is_national,
    )


def _received(head: Head) -> list[tuple[str, str]]:
    """Who receives a Vietnamese paper: the addressees above, those named, the registry's own file; each with the sign behind."""
    named = head.recipients or (() if head.is_letter else (ROOM,))
    first = () if "Như trên" in named else ("Như trên",)
    last = () if any(one.startswith("Lưu") for one in named) else ("Lưu: VT" if head.is_letter else f"Lưu: VT, {DOTS}",)
    every = (*first, *named, *last)
    return [(one, "." if at == len(every) else ";") for at, one in enumerate(every, 1)]


def _chinese(head: Head, title: Line) -> Frame:
    day = "{}年{}月{}日".format(*_parts(head.day))
    return Frame(
        left=_lines(
            (Role.OVER, head.over),
            (Role.ORGAN, _organ(head)),
            (Role.NUMBER, head.number or f"{DOTS}〔{DOTS}〕{DOTS}号"),
        ),
        middle=_named(head, title, f"{'、'.join(head.addressees) or ROOM}："),
        signed=_lines(
            (Role.SIGNED_BY, head.organ or ROOM),
            (Role.SIGNER_POST, head.signer_post),
            (Role.SIGNER, head.signer),
            (Role.SIGNED_ON, f"{head.place}　{day}" if head.place else day),
        ),
        copies=_lines((Role.COPY, f"抄送：{'，'.join(_copied(head))}。" if _copied(head) else "")),
        is_national=head.country == "CN",
    )


def _plain(head: Head, title: Line) -> Frame:
    return Frame(
        left=_lines((Role.OVER, head.over), (Role.ORGAN, _organ(head)), (Role.NUMBER, f"No. {head.number or DOTS}")),
        right=_lines((Role.PLACE_DAY, f"{head.place or DOTS}, {english_day(head.day)}")),
        middle=_named(head, title, f"To: {'; '.join(head.addressees) or ROOM}"),
        signed=_lines((Role.SIGNER_POST, head.signer_post or ROOM), (Role.SIGNER, head.signer or ROOM)),
        copies=_copies("Copies to:", _copied(head)),
    )


def _organ(head: Head) -> str:
    """The issuing organ, or room for its name; nothing above a paper of all sides, which none of them issues."""
    return head.organ or ("" if head.is_of_all else ROOM)


def _copied(head: Head) -> tuple[str, ...]:
    """Who gets a copy; of a report room for them, for there is always somebody."""
    return head.recipients or (() if head.is_letter else (ROOM,))


def _named(head: Head, title: Line, to: str) -> tuple[HeadLine, ...]:
    """Title, subject where it says something else, and addressees."""
    subject = head.subject if plain(title) and head.subject != plain(title) else ""
    return _lines((Role.TITLE, title if plain(title) else head.subject), (Role.SUBJECT, subject), (Role.TO, to))


def _copies(called: str, names: tuple[str, ...]) -> tuple[HeadLine, ...]:
    return _lines((Role.COPIES_HEAD, called), *((Role.COPY, name) for name in names)) if names else ()


def _vietnamese_day(day: str) -> str:
    """A day below ten and the months January and February bear a nought, so that no figure can be written before them."""
    year, month, number = _parts(day)
    number = number.zfill(2) if number.isdigit() else number
    month = month.zfill(2) if month in ("1", "2") else month
    return f"ngày {number} tháng {month} năm {year}"


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


def english_day(day: str) -> str:
    """A day (ISO) as English letters write it."""
    year, month, number = _parts(day)
    return f"{number} {_MONTHS[int(month) - 1]} {year}" if month.isdigit() and 1 <= int(month) <= 12 else DOTS
