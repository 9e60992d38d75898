"""Mechanism: a standing way in which parties meet or work together; its sessions are numbered within it."""

from comity.kinds.charter import NAMES, ORGAN
from comity.kinds.source import EVIDENCE
from comity.record.canonical import Fields, Value
from comity.record.field import PARTIES, Choice, Day, Field, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels
from comity.record.state import Thing

LEVELS = {
    "central": Labels("central", "cấp trung ương", "中央层级"),
    "province": Labels("province or region", "cấp tỉnh, khu", "省区级"),
    "city": Labels("prefecture or city", "cấp thành phố", "地市级"),
    "district": Labels("district or county", "cấp huyện", "县级"),
    "commune": Labels("commune or township", "cấp xã", "乡镇级"),
    "department": Labels("department", "cấp sở, ngành", "部门级"),
    "post": Labels("border post or station", "cấp đồn, trạm", "站所级"),
}
CADENCES = {
    "two_yearly": Labels("every two years", "hai năm một lần", "每两年"),
    "yearly": Labels("yearly", "hằng năm", "每年"),
    "half_yearly": Labels("half-yearly", "sáu tháng một lần", "每半年"),
    "quarterly": Labels("quarterly", "hằng quý", "每季度"),
    "monthly": Labels("monthly", "hằng tháng", "每月"),
    "half_monthly": Labels("half-monthly", "nửa tháng một lần", "每半月"),
    "as_needed": Labels("as needed", "khi cần", "视需要"),
}


def _sessions(thing: Thing) -> Fields:
    """Its sessions as first entered, by edition and first day; edition 0 where none is said.

    One session told in two books stands twice, until a merge says that they are one.
    """
    found = []
    for said in thing.stated("session", "mechanism"):
        edition, day = said.fields.get("edition"), said.fields.get("starts_on")
        found.append((edition if isinstance(edition, int) else 0, day if isinstance(day, str) else "", said.id))
    rows: list[Value] = [{"edition": edition, "starts_on": day, "session": each} for edition, day, each in sorted(found)]
    return {"sessions": rows, "parts": [said.id for said in thing.stated("mechanism", "part_of")]}


KIND = Kind(
    name="mechanism",
    order=50,
    labels=Labels("mechanism", "cơ chế", "机制"),
    plural=Labels("mechanisms", "các cơ chế", "机制"),
    meaning=Labels(
        "Describes a standing way in which parties meet or work together.",
        "Mô tả một hình thức gặp gỡ hoặc làm việc thường kỳ giữa các bên.",
        "描述各方定期会晤或开展工作的一种固定安排。",
    ),
    source="design section 5; domain sections 1 and 3",
    fields=(
        NAMES,
        Field("parties", Labels("Parties", "Các bên", "各方"), Ref(PARTIES), many=True, facet=True, place=Place.REFS),
        Field("part_of", Labels("Part of", "Thuộc", "隶属"), Ref(("mechanism",)), many=True, place=Place.REFS),
        Field(
            "guided_by",
            Labels("Guided by", "Chịu sự chỉ đạo của", "指导机构"),
            Ref(("mechanism", *PARTIES)),
            many=True,
            place=Place.REFS,
        ),
        Field(
            "founding_text",
            Labels("Founding text", "Văn bản thành lập", "建立依据"),
            Ref(("text", "item", "source")),
            many=True,
            place=Place.REFS,
        ),
        ORGAN,
        Field("level", Labels("Level", "Cấp", "层级"), Choice(LEVELS), facet=True),
        Field("since_on", Labels("Since", "Từ", "始于"), Day()),
        Field("cadence", Labels("How often", "Chu kỳ", "频次"), Choice(CADENCES), facet=True),
        Field("rotation", Labels("Rotation of hosts", "Luân phiên đăng cai", "轮流主办"), Wording(2000)),
        EVIDENCE,
    ),
    title="name",
    effect=_sessions,
    example={
        "name": {
            "vi": "Gặp gỡ đầu Xuân Thanh Lạc - Vân Khê",
            "zh-Hans": "清乐—云溪新春会晤",
            "en": "Spring Meeting of Thanh Lac and Van Khe",
        },
        "parties": ["self", "@party"],
        "level": "province",
        "cadence": "yearly",
        "rotation": {"vi": "Các bên luân phiên đăng cai.", "zh-Hans": "各方轮流主办。", "en": "The parties host in turn."},
    },
)
