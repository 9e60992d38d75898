"""Session: one meeting of a mechanism, with its parties as of its date. Its number is the edition."""

from typing import cast

from comity.kinds.checks import in_order, last_of
from comity.kinds.source import EVIDENCE
from comity.record.canonical import Fields, Value
from comity.record.field import PARTIES, Choice, Day, Field, Place, Ref, Whole, Wording
from comity.record.kind import Kind
from comity.record.language import Labels
from comity.record.state import Thing

CHANNELS = {
    "party": Labels("Party channel", "kênh Đảng", "党际渠道"),
    "government": Labels("government channel", "kênh chính quyền", "政府渠道"),
    "department": Labels("departments", "kênh sở, ngành", "部门渠道"),
    "people": Labels("people's bodies and associations", "kênh cơ quan dân cử, đoàn thể", "人大与群团渠道"),
}
FORMS = {
    "in_person": Labels("in person", "trực tiếp", "线下"),
    "online": Labels("online", "trực tuyến", "线上"),
    "mixed": Labels("in person and online", "trực tiếp kết hợp trực tuyến", "线下线上结合"),
}
STAGES = {
    "planned": Labels("planned", "dự kiến", "计划中"),
    "held": Labels("held", "đã tổ chức", "已举行"),
    "put_off": Labels("put off", "hoãn", "已推迟"),
    "not_held": Labels("not held", "không tổ chức", "未举行"),
}
SESSION = Field("session", Labels("Session", "Hội nghị", "会晤"), Ref(("session",)), many=True, facet=True, place=Place.REFS)

_NAMING = {"delegations": "delegation", "proposals": "proposal", "items": "item", "undertakings": "undertaking"}


def _outcome(thing: Thing) -> Fields:
    """What names the session: the ids of each kind by book and index, and how many."""
    found: dict[str, list[Value]] = {plural: [s.id for s in thing.stated(kind, "session")] for plural, kind in _NAMING.items()}
    found["parts"] = [s.id for s in thing.stated("session", "part_of")]
    return {**found, "counts": {plural: len(ids) for plural, ids in found.items()}}


def _found_by(row: Fields) -> set[tuple[str, str]]:
    """By what a session is found: `series`, the mechanism it counts in or "-"; of one that was held, or of which nothing else
    is said, also `held` (the same) and `held_in` (its year); of one that is planned `ahead`, its day.
    """
    fields = cast(Fields, row["fields"])
    series, day = str(next(iter(cast("list[Value]", fields.get("mechanism", []))), "-")), str(fields.get("starts_on", ""))
    found = {("series", series)}
    if fields.get("stage", "held") == "held":
        found |= {("held", series)} | ({("held_in", day[:4])} if day else set())
    return found | ({("ahead", last_of(day))} if fields.get("stage") == "planned" else set())


KIND = Kind(
    name="session",
    order=60,
    labels=Labels("session", "Hội nghị", "会晤"),
    plural=Labels("sessions", "các Hội nghị", "历次会晤"),
    meaning=Labels(
        "Describes one meeting, planned or held, and who its parties were on that date.",
        "Mô tả một lần gặp gỡ, dự kiến hoặc đã tổ chức, và các bên tại thời điểm đó.",
        "描述一次计划中或已举行的会晤，以及当时的各方。",
    ),
    source="design section 5; domain sections 2 and 3",
    fields=(
        Field("title", Labels("Title", "Tên gọi", "标题"), Wording(500), required=True),
        Field("mechanism", Labels("Mechanism", "Cơ chế", "机制"), Ref(("mechanism",)), many=True, facet=True, place=Place.REFS),
        Field("edition", Labels("Edition", "Lần thứ", "第几次"), Whole(1, 999)),
        Field("part_of", Labels("Part of", "Thuộc", "隶属"), Ref(("session",)), many=True, place=Place.REFS),
        Field("channel", Labels("Channel", "Kênh", "渠道"), Choice(CHANNELS), facet=True),
        Field("form", Labels("Form", "Hình thức", "形式"), Choice(FORMS), facet=True),
        Field("live_points", Labels("Live points", "Số điểm cầu", "视频会场数"), Whole(1, 9999)),
        Field("stage", Labels("Planned or held", "Dự kiến hay đã tổ chức", "计划或已举行"), Choice(STAGES), facet=True),
        Field("host", Labels("Host", "Bên đăng cai", "主办方"), Ref(PARTIES), many=True, facet=True, place=Place.REFS),
        Field("venue", Labels("Place", "Địa điểm", "地点"), Wording(300)),
        Field("starts_on", Labels("Starts on", "Bắt đầu ngày", "开始日期"), Day()),
        Field("ends_on", Labels("Ends on", "Kết thúc ngày", "结束日期"), Day()),
        Field("parties", Labels("Parties", "Các bên", "各方"), Ref(PARTIES), many=True, facet=True, place=Place.REFS),
        Field("theme", Labels("Theme", "Chủ đề", "主题"), Wording(1000)),
        EVIDENCE,
    ),
    title="title",
    day=("starts_on",),
    found_by=_found_by,
    check=in_order("starts_on", "ends_on"),
    effect=_outcome,
    example={
        "title": {
            "vi": "Gặp gỡ đầu Xuân Thanh Lạc - Vân Khê lần thứ 7",
            "zh-Hans": "清乐—云溪第七次新春会晤",
            "en": "7th Spring Meeting of Thanh Lac and Van Khe",
        },
        "mechanism": "@mechanism",
        "edition": 7,
        "channel": "government",
        "form": "online",
        "live_points": 4,
        "stage": "held",
        "host": "self",
        "venue": {"vi": "Bến phà Vân Khê", "zh-Hans": "云溪渡口", "en": "Van Khe ferry"},
        "starts_on": "2026-02-26",
        "ends_on": "2026-02-27",
        "parties": ["self", "@party"],
        "theme": {"vi": "Chung một dòng sông", "zh-Hans": "同饮一江水", "en": "One river"},
    },
)
