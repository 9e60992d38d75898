"""Corridor: a way for goods or people that passes several pairs of border gates, under each side's own name for it.

It says which pairs it joins and no more: no line on a map, no length, nothing of how far the works have come, which is told by
readings and progress. The order of the pairs says nothing.

Source: docs/decisions/0032-corridors.md.
"""

from comity.kinds.gate import STATE
from comity.kinds.source import EVIDENCE
from comity.record.field import Choice, Field, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels

WAYS = {
    "road": Labels("by road", "đường bộ", "公路"),
    "rail": Labels("by rail", "đường sắt", "铁路"),
    "water": Labels("by water", "đường thủy", "水路"),
    "several": Labels("by several ways", "đa phương thức", "多式联运"),
}

KIND = Kind(
    name="corridor",
    order=262,
    labels=Labels("corridor", "hành lang", "走廊"),
    plural=Labels("corridors", "các hành lang", "各走廊"),
    meaning=Labels(
        "Describes a way for goods or people that passes several pairs of border gates, with what each side calls it.",
        "Mô tả một tuyến vận chuyển hàng hóa hoặc hành khách đi qua nhiều cặp cửa khẩu, kèm tên gọi của mỗi bên.",
        "描述途经多对口岸的货物或人员通道，以及各方的名称。",
    ),
    source="design section 5 (gate, work); decision 0032",
    fields=(
        Field("title", Labels("Name of the corridor", "Tên hành lang", "走廊名称"), Wording(300), required=True),
        Field("first_side", Labels("One side", "Một bên", "一方"), STATE),
        Field("first_called", Labels("What that side calls it", "Tên gọi của bên đó", "该方称谓"), Wording(300)),
        Field("second_side", Labels("Other side", "Bên kia", "另一方"), STATE),
        Field("second_called", Labels("What the other side calls it", "Tên gọi của bên kia", "另一方称谓"), Wording(300)),
        Field("way", Labels("By which way", "Phương thức", "运输方式"), Choice(WAYS), facet=True),
        Field(
            "gates",
            Labels("Pairs of border gates it joins", "Các cặp cửa khẩu trên tuyến", "所连接的口岸对"),
            Ref(("gate",)),
            required=True,
            many=True,
            facet=True,
            place=Place.REFS,
        ),
        EVIDENCE,
    ),
    title="title",
    example={
        "title": {"vi": "Hành lang dọc sông Sương", "zh-Hans": "霜江沿江走廊", "en": "Corridor along the Suong river"},
        "first_side": "VN",
        "first_called": {"vi": "Hành lang dọc sông Sương"},
        "second_side": "CN",
        "second_called": {"zh-Hans": "霜江沿江走廊"},
        "way": "road",
        "gates": "@gate",
    },
)
