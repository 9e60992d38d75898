"""Progress: how an agreed item stands, as one owner states it or as it was told. Never anybody's judgement."""

from typing import cast

from comity.kinds.checks import last_of, single
from comity.kinds.source import EVIDENCE
from comity.record.canonical import Fields
from comity.record.field import PARTIES, Choice, Day, Field, Line, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels
from comity.record.state import Statement, Thing

STATES = {
    "not_started": Labels("not started", "chưa bắt đầu", "尚未开始"),
    "under_way": Labels("under way", "đang thực hiện", "进行中"),
    "waiting": Labels("waits for somebody", "đang chờ", "等待中"),
    "done": Labels("reported done", "báo đã xong", "据报已完成"),
    "replaced": Labels("replaced", "đã được thay thế", "已被替代"),
    "conditions_not_there": Labels("conditions not there", "chưa đủ điều kiện", "暂不具备条件"),
}
ENDED = ("replaced", "conditions_not_there")
# What changes the wording of an entry, and says nothing new of the matter.
REWORDING = ("correction", "erasure")
WAITS_FOR = {
    "own_capital": Labels("own capital", "trung ương phía mình", "本方中央主管部门"),
    "other_capital": Labels("the other capital", "trung ương phía bên kia", "对方中央主管部门"),
    "other_side": Labels("the other side", "phía bên kia", "对方"),
    "money": Labels("money", "kinh phí", "资金"),
    "other": Labels("something else", "lý do khác", "其他"),
}
WORDS = {
    "own": Labels("own word", "bên đó tự nêu", "本方陈述"),
    "told": Labels("told to us", "được thông báo", "对方告知"),
    "document": Labels("a document", "theo tài liệu", "据文件"),
    "third_party": Labels("a third party's figure", "số liệu của bên thứ ba", "第三方数据"),
}


def latest_progress(thing: Thing, owner: str) -> Fields:
    """The last progress one owner stated itself or, until it has, the last that each other book was told.

    {"owner", "state", "word", "entry", "party", "stated": [...]}; state "" and word "" where there is no word yet.
    A statement in the owner's own book on its own word stands before anything told.
    """
    about = [s for s in thing.stated("progress", "undertaking") if s.fields.get("owner") == [owner] and "state" in s.fields]
    own = [s for s in about if _is_own(s, owner)]
    told = {s.party: s for s in about if not _is_own(s, owner)}
    chosen = own[-1] if own else next((told[party] for party in sorted(told)), None)
    return {
        "owner": owner,
        "state": str(chosen.fields["state"]) if chosen else "",
        "word": _word(chosen, owner) if chosen else "",
        "entry": chosen.id if chosen else "",
        "party": chosen.party if chosen else "",
        "stated": [s.id for s in about],
    }


def standing(row: Fields) -> set[tuple[str, str]]:
    """By what an agreed item is found: `state`, what was stated for each owner, and `mentioned`: "no" where nothing more was
    said; `ahead` as in `_ahead`.

    "ended" stands for the two states that close an item otherwise, "none" alone for no word on any owner. What speaks of
    it again is a statement that neither changes its wording nor is what it rests on.
    """
    fields = cast(Fields, row["fields"])
    states = {str(part["state"]) for part in _progress_in(row) if part["state"]}
    found = {("state", "ended" if state in ENDED else state) for state in states} or {("state", "none")}
    own = cast("list[str]", fields.get("evidence", []))
    said = [part for part in cast("list[Fields]", row["statements"]) if part["kind"] not in REWORDING and part["id"] not in own]
    return found | _ahead(row) | (set() if states or said else {("mentioned", "no")})


def due_of(row: Fields) -> str:
    """The day an agreed item is planned for: as an owner has last said, else as agreed; "" where no day is said."""
    chosen = {str(part["entry"]) for part in _progress_in(row) if part.get("entry")}
    said = [cast(Fields, part["fields"]) for part in cast("list[Fields]", row["statements"]) if part["id"] in chosen]
    moved = [str(fields["due_on"]) for fields in said if fields.get("due_on")]
    return max(moved, default=str(cast(Fields, row["fields"]).get("due_on", "")))


def _ahead(row: Fields) -> set[tuple[str, str]]:
    """`ahead`: the day it is planned for, unless it is a standing duty or has ended for every owner."""
    day, ended = due_of(row), {"done", *ENDED}
    is_open = any(part["state"] not in ended for part in _progress_in(row)) or not _progress_in(row)
    stands = cast(Fields, row["fields"]).get("nature") == "standing"
    return {("ahead", last_of(day))} if day and is_open and not stands else set()


def _progress_in(row: Fields) -> list[Fields]:
    return cast("list[Fields]", cast(Fields, row["view"]).get("progress", []))


def _is_own(statement: Statement, owner: str) -> bool:
    return statement.party == owner and statement.fields.get("word") == "own"


def _word(statement: Statement, owner: str) -> str:
    """On whose word; a book that claims another's own word only tells what it was told."""
    word = str(statement.fields.get("word", ""))
    return "told" if word == "own" and statement.party != owner else word


KIND = Kind(
    name="progress",
    order=210,
    labels=Labels("progress", "tình hình thực hiện", "落实情况"),
    plural=Labels("progress", "tình hình thực hiện", "落实情况"),
    meaning=Labels(
        "States how an agreed item stands for one owner, and on whose word.",
        "Nêu tình hình thực hiện của một bên chịu trách nhiệm và theo lời của ai.",
        "说明某一责任方的落实情况及其依据何人所述。",
    ),
    source="design section 4 (Owners give progress); design promises P9 and P10",
    fields=(
        Field(
            "undertaking",
            Labels("Agreed item", "Nội dung đã thống nhất", "议定事项"),
            Ref(("undertaking",)),
            True,
            True,
            place=Place.REFS,
        ),
        Field("owner", Labels("Owner", "Bên chịu trách nhiệm", "责任方"), Ref(PARTIES), True, True, place=Place.REFS),
        Field("state", Labels("State", "Tình trạng", "状态"), Choice(STATES), required=True, facet=True),
        Field("waits_for", Labels("Waits for", "Đang chờ", "等待"), Choice(WAITS_FOR), facet=True),
        Field("word", Labels("On whose word", "Theo lời của", "据何人所述"), Choice(WORDS), required=True, facet=True),
        Field("told_by", Labels("Told by", "Người thông báo", "告知人"), Line()),
        Field("on", Labels("As of", "Tính đến", "截至"), Day()),
        Field("due_on", Labels("Now planned for", "Nay dự kiến", "现计划时间"), Day()),
        Field("result", Labels("Result", "Kết quả", "成果"), Wording(5000)),
        Field("difficulty", Labels("Difficulty", "Khó khăn, vướng mắc", "困难和问题"), Wording(5000)),
        Field("next_step", Labels("Next step", "Bước tiếp theo", "下一步"), Wording(5000)),
        EVIDENCE,
    ),
    opens=False,
    title="result",
    check=single("undertaking", "owner"),
    example={"undertaking": "@undertaking", "owner": "self", "state": "under_way", "word": "own"},
)
