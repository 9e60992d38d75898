"""Gate: a pair of border gates as one thing with two sides, each under its own name.

What class it is and what changed is said of it by readings (`country` whose word on its own side, `status` one of
`CLASSES`, `change` one of `CHANGES`), so that each side's class stands beside the other's and nobody's is merged.
No place on a map and no line: the localities it lies between, and the numbers of markers as named.

Source: design section 5 (gate); domain sections 6 and 13.
"""

from comity.kinds.source import EVIDENCE
from comity.record.field import PARTIES, Choice, Field, Line, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels

CLASSES = {
    "international": Labels("international", "quốc tế", "国际性"),
    "bilateral": Labels("bilateral (main)", "song phương (chính)", "双边性"),
    "auxiliary": Labels("auxiliary", "cửa khẩu phụ", "二类口岸"),
    "route": Labels("clearance route", "lối thông quan", "通关通道"),
    "road": Labels("dedicated freight road", "đường chuyên dụng vận tải hàng hóa", "货运专用通道"),
    "opening": Labels("opening", "lối mở", "通道"),
    "crossing": Labels("border-resident crossing", "lối qua lại của cư dân biên giới", "边民通道"),
    "site": Labels("joint tourist site, not a border gate", "khu cảnh quan chung, không phải cửa khẩu", "联合旅游景区（非口岸）"),
}
CHANGES = {
    "agreed": Labels("upgrade or opening agreed locally", "hai địa phương thống nhất mở, nâng cấp", "地方商定开放或升格"),
    "asked": Labels("upgrade or opening asked for", "đề nghị mở, nâng cấp", "提出开放或升格建议"),
    "approved": Labels("approved by a higher body", "cấp trên phê duyệt", "上级批准"),
    "accepted": Labels("inspected and accepted", "nghiệm thu", "通过验收"),
    "planned": Labels("opening planned", "dự kiến mở", "计划开通"),
    "opened": Labels("opened", "khai trương, mở", "开通"),
    "upgraded": Labels("upgraded", "nâng cấp", "升格"),
    "extended": Labels("extended by routes of its own", "bổ sung đường, lối thông quan", "增设专用通道、通关通道"),
    "for_a_time": Labels("opened for a time", "mở tạm thời", "临时开放"),
    "passengers": Labels("opened to passengers", "mở cho hành khách", "开放客运"),
    "limited": Labels("limited", "hạn chế", "限制通行"),
    "closed": Labels("closed for a time", "tạm dừng", "暂停通关"),
    "resumed": Labels("resumed", "khôi phục", "恢复通关"),
    "smart": Labels("smart border gate prepared", "chuẩn bị cửa khẩu thông minh", "筹建智慧口岸"),
    "works": Labels("works finished", "hoàn thành công trình", "工程完工"),
    "no_trade": Labels("no trade passes", "chưa có hàng hóa thông quan", "暂无货物通关"),
    "not_yet": Labels("upgrade of the pair not agreed yet", "chưa thống nhất nâng cấp cặp cửa khẩu", "口岸升格暂未商定"),
}
STATE = Line(6, r"[A-Z]{2}(-[A-Z0-9]{1,3})?", "the code of a state or its part, like VN")

KIND = Kind(
    name="gate",
    order=260,
    labels=Labels("pair of border gates", "cặp cửa khẩu", "口岸对"),
    plural=Labels("pairs of border gates", "các cặp cửa khẩu", "各口岸对"),
    meaning=Labels(
        "Describes a pair of border gates, or a route within one, with what each side calls its own.",
        "Mô tả một cặp cửa khẩu, hoặc một lối thuộc cặp cửa khẩu, kèm tên gọi của mỗi bên.",
        "描述一对口岸或其所含通道，以及各方的名称。",
    ),
    source="design section 5; domain sections 6 and 13",
    fields=(
        Field("title", Labels("Name of the pair", "Tên cặp cửa khẩu", "口岸对名称"), Wording(300), required=True),
        Field("first_side", Labels("One side", "Một bên", "一方"), STATE, facet=True),
        Field("first_name", Labels("Its name on that side", "Tên ở bên đó", "该方口岸名称"), Wording(200)),
        Field(
            "first_at",
            Labels("Locality on that side", "Địa phương ở bên đó", "该方所在地"),
            Ref(PARTIES),
            many=True,
            facet=True,
            place=Place.REFS,
        ),
        Field("second_side", Labels("Other side", "Bên kia", "另一方"), STATE, facet=True),
        Field("second_name", Labels("Its name on the other side", "Tên ở bên kia", "另一方口岸名称"), Wording(200)),
        Field(
            "second_at",
            Labels("Locality on the other side", "Địa phương ở bên kia", "另一方所在地"),
            Ref(PARTIES),
            many=True,
            facet=True,
            place=Place.REFS,
        ),
        Field(
            "within", Labels("Part of the pair", "Thuộc cặp cửa khẩu", "所属口岸对"), Ref(("gate",)), many=True, place=Place.REFS
        ),
        Field(
            "class", Labels("Class as both sides name it", "Loại theo cả hai bên", "双方所称类别"), Choice(CLASSES), facet=True
        ),
        Field("markers", Labels("Border markers", "Mốc giới", "界碑"), Line()),
        EVIDENCE,
    ),
    title="title",
    example={
        "title": {"vi": "Bến Lạc - Độ Khẩu", "zh-Hans": "渡口—乐津", "en": "Ben Lac - Dukou"},
        "first_side": "VN",
        "first_name": {"vi": "Bến Lạc", "zh-Hans": "乐津", "en": "Ben Lac"},
        "first_at": "self",
        "second_side": "CN",
        "second_name": {"vi": "Độ Khẩu", "zh-Hans": "渡口", "en": "Dukou"},
        "second_at": "@party",
        "class": "bilateral",
        "markers": "7-8",
    },
)
