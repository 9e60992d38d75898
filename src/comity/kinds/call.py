"""Call: what two sides said to each other by telephone or video, what was asked for, and what answers it."""

from comity.kinds.answering import ASKING, BETWEEN, SUBJECT, answers_to, awaiting, due_where_asked
from comity.kinds.checks import all_of, in_order
from comity.kinds.source import EVIDENCE
from comity.record.field import Day, Field, Line, Wording
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="call",
    order=240,
    labels=Labels("call", "điện đàm", "通话"),
    plural=Labels("calls", "các cuộc điện đàm", "历次通话"),
    meaning=Labels(
        "Records a call between sides: when, between which posts, what came of it and what was asked for.",
        "Ghi một cuộc điện đàm giữa các bên: thời gian, chức vụ hai đầu, kết quả và nội dung đề nghị.",
        "记录各方之间的一次通话：时间、双方职务、结果以及请求事项。",
    ),
    source="design section 5; domain section 7",
    fields=(
        SUBJECT,
        Field("called_on", Labels("Day of the call", "Ngày điện đàm", "通话日期"), Day()),
        Field("clock_time", Labels("Time of each side's clock", "Giờ theo đồng hồ mỗi bên", "各方当地时间"), Line()),
        *BETWEEN,
        Field("outcome", Labels("Outcome", "Kết quả trao đổi", "通话结果"), Wording(5000)),
        *ASKING,
        EVIDENCE,
    ),
    title="subject",
    check=all_of(in_order("called_on", "answer_due_on"), due_where_asked),
    effect=answers_to,
    day=("called_on",),
    found_by=awaiting,
    example={
        "subject": {
            "vi": "Giờ phà trong những ngày chợ phiên",
            "zh-Hans": "集市日的渡轮时间",
            "en": "Ferry hours on market days",
        },
        "called_on": "2026-03-18",
        "clock_time": "09:00 (UTC+7) / 10:00 (UTC+8)",
        "from_party": "@party",
        "from_post": "外事办公室主任 / Chủ nhiệm Văn phòng Ngoại vụ",
        "to_party": "self",
        "to_post": "Giám đốc Sở Ngoại vụ / 外事办公室主任",
        "outcome": {
            "vi": "Hai bên nhất trí cử cán bộ gặp nhau tại bến phà.",
            "zh-Hans": "双方同意派工作人员在渡口会面。",
            "en": "The sides will each send officers to meet at the ferry.",
        },
        "asks_for": "informs",
        "answers": "@letter",
    },
)
