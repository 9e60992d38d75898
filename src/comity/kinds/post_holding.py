"""Post holding: who holds a post of a party, from when to when. Who stands in at a session is said by its delegation."""

import hashlib
from typing import cast

from comity.kinds.checks import all_of, in_order, single
from comity.kinds.source import EVIDENCE
from comity.record.canonical import Fields, Value
from comity.record.field import PARTIES, Day, Field, Flag, Line, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels
from comity.record.state import Thing


def _followed(thing: Thing) -> Fields:
    """Who is said to have taken the post over; whether a day has passed is for whoever has a clock."""
    return {"followed_by": [said.id for said in thing.stated("post_holding", "takes_over_from")]}


def _found_by(row: Fields) -> set[tuple[str, str]]:
    """`post_of`: the party, which alone `party` is not, as that also finds the book; `post`: a digest of which post it is."""
    fields = cast(Fields, row["fields"])
    parties = [str(party) for party in cast("list[Value]", fields.get("party", []))]
    worded = [[str(part.get("text", "")) for part in cast("list[Fields]", fields.get(name, []))] for name in ("body", "post")]
    post = hashlib.sha256(repr((parties[:1], worded)).encode()).hexdigest()[:32]
    return {("post", post), *(("post_of", party) for party in parties[:1])}


KIND = Kind(
    name="post_holding",
    order=75,
    labels=Labels("post and holder", "chức vụ, người giữ chức vụ", "职务、任职人"),
    plural=Labels("posts and holders", "các chức vụ, người giữ chức vụ", "各职务及任职人"),
    meaning=Labels(
        "Names who holds a post of a party, from when and until when.",
        "Nêu người giữ một chức vụ của một bên, từ khi nào đến khi nào.",
        "列明一方某一职务的任职人及任职起止时间。",
    ),
    source="design section 5; domain sections 1 (chair role), 8 and 10",
    fields=(
        Field("party", Labels("Party", "Bên", "方"), Ref(PARTIES), required=True, many=True, facet=True, place=Place.REFS),
        Field("body", Labels("Body", "Cơ quan, đơn vị", "所在机关"), Wording(300)),
        Field("post", Labels("Post", "Chức vụ", "职务"), Wording(300), required=True),
        Field("holder", Labels("Holder", "Người giữ chức vụ", "任职人"), Line(), required=True),
        Field(
            "other_names",
            Labels("Name in other scripts", "Tên bằng chữ viết khác", "姓名的其他写法"),
            Line(),
            many=True,
        ),
        Field("acting", Labels("Acting", "Quyền hoặc phụ trách", "代理或主持工作"), Flag(), facet=True),
        Field("from_on", Labels("From", "Từ ngày", "自"), Day()),
        Field("until_on", Labels("Until", "Đến ngày", "至"), Day()),
        Field(
            "takes_over_from",
            Labels("Takes over from", "Tiếp nhận từ", "接替的任职"),
            Ref(("post_holding",)),
            many=True,
            place=Place.REFS,
        ),
        EVIDENCE,
    ),
    title="holder",
    check=all_of(single("party"), in_order("from_on", "until_on")),
    effect=_followed,
    day=("from_on",),
    found_by=_found_by,
    example={
        "party": "self",
        "body": {"vi": "Sở Ngoại vụ", "zh-Hans": "外事办公室", "en": "Foreign affairs office"},
        "post": {"vi": "Giám đốc", "zh-Hans": "主任", "en": "Director"},
        "holder": "Lâm An Hòa",
        "other_names": ["林安和", "Lin Anhe"],
        "from_on": "2025-07",
    },
)
