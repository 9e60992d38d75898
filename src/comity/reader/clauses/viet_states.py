"""Vietnamese results told with the thing or the body as subject: "tình hình … được giữ vững", "hai tỉnh vẫn duy trì …".

- A thing with "được giữ vững" or the like is told as it stands, from the thing to the next break.
- A body with "vẫn", "luôn" or "thường xuyên" beside its verb tells its habit up to now, unless something governs it.
"""

from __future__ import annotations

import re

from comity.reader.clauses.acts import DONE, Act
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.heads import after_joins
from comity.reader.clauses.speakers import Speaker
from comity.reader.text.page import Page

_JOINT = Speaker(None, None, True)
_MOST = 6
_LEAST = 24
_THING = (
    r"(?:tình hình|an ninh|antt|trật tự|hệ thống|đường biên|cột mốc|mốc|chủ quyền|công tác|hoạt động|các cơ chế|cơ chế|việc"
    r"|hợp tác|quan hệ|kênh|các kênh|nhiều|các hoạt động|các công tác|đường dây|các nội dung|các văn kiện|các thỏa thuận)"
)
_BESIDE = (
    r"(?:cơ bản |luôn luôn |luôn |đều |đã |vẫn |tiếp tục |thường xuyên |ngày càng |cũng |từng bước |kịp thời |bước đầu ){0,4}"
)
_STAND = (
    r"(?:được (?:hai bên |các bên |hai tỉnh |2 bên |lãnh đạo hai bên |các lực lượng )?"
    r"(?:cùng |phối hợp |tổ chức |chú trọng |quan tâm |tích cực |tập trung )*(?:giữ vững|giữ ổn định|giữ gìn|giữ nguyên|đảm bảo"
    r"|bảo đảm|duy trì|bảo vệ|quản lý|thực hiện|triển khai|thúc đẩy|tăng cường|đẩy mạnh|chú trọng|quan tâm|phối hợp|mở rộng"
    r"|kiểm soát|ngăn chặn|giải quyết|tháo gỡ|xử lý|tiến hành|tổ chức|hoàn thành|củng cố|chấp hành|khôi phục|kéo giảm|kiềm chế)"
    r"|(?:còn )?nguyên vẹn|phát huy (?:tốt |hiệu quả |có hiệu quả )?(?:tác dụng|hiệu quả|vai trò))"
)
_STATE = re.compile(rf"{_THING}\b[^;.:]{{3,200}}?(?<!là )\b(?P<verb>{_BESIDE}{_STAND})\b[^;.:]*?(?=[;.:]|,\s|$)", re.IGNORECASE)
_BREAK = re.compile(r"[;,]\s+")
_OPEN = re.compile(r"\b(?:sẽ|cần|phải|nên|nếu|để|mong|đề nghị|thống nhất|nhất trí)\b")
_HABIT = re.compile(
    r"(?:(?:cũng|đều|vẫn|luôn|luôn luôn|thường xuyên|hiện|đang|đã)\s)|tiến hành\s|duy trì\s|định kỳ\s", re.IGNORECASE
)
_SAYING = frozenset({"acts", "modals", "statements", "limits"})


def states(page: Page, start: int, end: int) -> tuple[Draft, ...]:
    """What is told of things as they stand, in order; empty where the words tell of an act or of what is to come."""
    if page.lang != "vi" or page.has(start, end, *_SAYING):
        return ()
    out: list[Draft] = []
    at: int | None = after_joins(page, start, end)
    while at is not None and len(out) < _MOST:
        found = _STATE.match(page.text, at, end)
        if found is not None and not _OPEN.search(page.lowered[at : found.end()]):
            stop = trimmed(page.text, at, found.end())
            if stop - at >= _LEAST:
                out.append(Draft(at, stop, DONE, found.span("verb"), "grammar/state", _JOINT, 0.5))
        mark = _BREAK.search(page.text, found.end() if found else at, end)
        at = after_joins(page, mark.end(), end) if mark else None
    return tuple(out)


def states_before(page: Page, start: int, act: Act) -> tuple[Draft, ...]:
    """What is told of things in a sentence before the parties come in with a verb of their own."""
    if not act.is_weak or act.subject is None or act.subject[0] - start < _LEAST:
        return ()
    return states(page, start, act.subject[0])


def is_told_of(page: Page, act: Act) -> bool:
    """Whether the parties' verb, which no act governs, is told of as their habit or as under way."""
    since = act.subject[1] if act.subject is not None else act.start
    begins = [page.text[at:until].lstrip() for at, until in ((act.end, act.until), (since, act.until))]
    return page.lang == "vi" and any(_HABIT.match(words) for words in begins)
