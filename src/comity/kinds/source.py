"""Source: a document that says something: whose it is, where it stands and how much of the matter it covers.

A document kept here is known by its digest; one of which no copy is kept is known by its address alone, and shown so.
"""

from comity.kinds.checks import one_of
from comity.record.canonical import Fields
from comity.record.field import ADDRESS, COUNTRY_PATTERN, DIGEST, Choice, Day, Field, Flag, Line, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import TAG, Labels
from comity.record.state import Thing

GENRES = {
    "news": Labels("news report", "tin, bài báo chí", "新闻报道"),
    "communique": Labels("joint communiqué", "thông cáo chung", "联合公报"),
    "minutes": Labels("minutes of talks", "biên bản hội đàm", "会谈纪要"),
    "memorandum": Labels("memorandum", "bản ghi nhớ", "备忘录"),
    "agreement": Labels("agreement between departments", "thỏa thuận", "协议"),
    "plan": Labels("plan", "kế hoạch", "计划"),
    "letter": Labels("letter", "công thư", "函"),
    "notice": Labels("notice", "thông báo", "情况通报"),
    "decision": Labels("decision of one side", "quyết định của một bên", "单方决定"),
    "speech": Labels("speech", "bài phát biểu", "讲话"),
    "other": Labels("other document", "văn bản khác", "其他文件"),
}
COVERAGE = {
    "full_text": Labels("full text", "toàn văn", "全文"),
    "communique": Labels("communiqué", "thông cáo", "公报"),
    "press": Labels("press", "báo chí", "新闻报道"),
    "excerpt": Labels("excerpt", "trích đoạn", "节录"),
}
# Words in a document, or the document: what many kinds rest on.
EVIDENCE = Field(
    "evidence", Labels("Where it says so", "Căn cứ", "依据"), Ref(("reading", "source")), many=True, place=Place.REFS
)


def _use(thing: Thing) -> Fields:
    """How many readings of it stand, which other sources come from it, and whether no copy was kept."""
    alone = "address" in thing.fields and "digest" not in thing.fields
    return {
        **({"rests_on": "address"} if alone else {}),
        "readings": len(thing.stated("reading", "source")),
        "translations": [s.id for s in thing.stated("source", "translation_of")],
        "derived": [s.id for s in thing.stated("source", "derived_from")],
    }


KIND = Kind(
    name="source",
    order=300,
    labels=Labels("source", "nguồn tài liệu", "资料来源"),
    plural=Labels("sources", "các nguồn tài liệu", "资料来源"),
    meaning=Labels(
        "Describes a document that was read: whose it is, where it stands, how much it covers.",
        "Mô tả một tài liệu đã đọc: của ai, ở đâu, phản ánh đến mức nào.",
        "描述一份已读取的资料：出自何处、所在位置、涵盖程度。",
    ),
    source="design sections 4 and 5; domain sections 12 and 13",
    fields=(
        Field("title", Labels("Title", "Tên gọi", "标题"), Wording(500), required=True),
        Field("digest", Labels("Digest of the document", "Mã băm của tài liệu", "资料摘要值"), DIGEST),
        Field("address", Labels("Address", "Địa chỉ", "网址"), ADDRESS),
        Field("outlet", Labels("Published by", "Nơi đăng", "发布者"), Line(), facet=True),
        Field("side", Labels("Whose document", "Của phía nào", "所属方"), Line(6, COUNTRY_PATTERN), facet=True),
        Field("genre", Labels("Kind of document", "Loại tài liệu", "资料类别"), Choice(GENRES), facet=True),
        Field("language", Labels("Language", "Ngôn ngữ", "语言"), Line(12, TAG.pattern), facet=True),
        Field("machine", Labels("Machine translation", "Máy dịch", "机器翻译"), Flag(), facet=True),
        Field("translation_of", Labels("Translation of", "Bản dịch của", "译自"), Ref(("source",)), many=True, place=Place.REFS),
        Field("derived_from", Labels("Derived from", "Dựa trên", "源自资料"), Ref(("source",)), many=True, place=Place.REFS),
        Field("coverage", Labels("Coverage", "Mức phản ánh", "涵盖程度"), Choice(COVERAGE), facet=True),
        Field("dated_on", Labels("Dated", "Đề ngày", "资料日期"), Day()),
    ),
    title="title",
    day=("dated_on",),
    check=one_of("digest", "address"),
    effect=_use,
    example={
        "title": {
            "vi": "Thanh Lạc và Vân Khê bàn về giờ phà",
            "zh-Hans": "清乐与云溪商谈渡轮时间",
            "en": "Thanh Lac and Van Khe talk about ferry hours",
        },
        "digest": "3e5a7c91b2d4f60817293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f",
        "address": "https://example.org/ferry-hours",
        "outlet": "Thanh Lạc Ferry Post",
        "genre": "news",
        "language": "vi",
        "coverage": "press",
        "dated_on": "2026-02-27",
    },
)
