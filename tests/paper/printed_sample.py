"""A review book and a letter of the two invented parties, as printed documents in three languages."""

from comity.paper.printed import Bullets, Cell, Head, Heading, NewPage, Paragraph, Picture, Printed, Run, Table

LANGUAGES = ("vi", "zh-Hans", "en")
AT = {lang: at for at, lang in enumerate(LANGUAGES)}
NAMES = {
    "TL": ("Tỉnh Thanh Lạc", "清乐省", "Thanh Lac province"),
    "VK": ("Khu Vân Khê", "云溪地区", "Van Khe region"),
}
AREAS = (
    ("Cửa khẩu và thông quan", "口岸与通关", "Border gates and clearance"),
    ("Thương mại biên giới", "边境贸易", "Border trade"),
    ("Y tế, phòng chống dịch", "卫生防疫", "Health and epidemics"),
    ("Giao lưu nhân dân", "民间交往", "People-to-people exchange"),
)
ITEMS = (
    (0, "2026-003", ("Mở lại lối thông quan bến phà Bến Sương - Vụ Đinh", "恢复霜津—雾汀渡口通关通道", "Reopen the clearance route at the ferry of Ben Suong and Vu Dinh")),
    (0, "2026-004", ("Nâng cấp lối mở Đèo Sim - Oanh Loan khi có đủ điều kiện", "条件具备时升格岱岭—莺湾通道", "Upgrade the crossing Deo Sim - Oanh Loan when conditions allow")),
    (1, "2026-007", ("Hội chợ nông sản mỗi năm một lần, luân phiên tại hai bờ", "每年举办一次农产品交易会，两岸轮流", "A farm fair once a year, on each bank in turn")),
    (1, "2026-008", ("Khuyến khích doanh nghiệp hai bên xây dựng kho lạnh gần cửa khẩu", "鼓励两地企业在口岸附近建设冷库", "Encourage firms of both sides to build cold stores near the gate")),
    (2, "2026-011", ("Thông báo cho nhau trong vòng 24 giờ khi phát hiện dịch bệnh", "发现疫情24小时内相互通报", "Tell each other within 24 hours of an outbreak")),
    (2, "2026-012", ("Trao đổi số liệu mực nước hằng ngày trong mùa lũ", "汛期每日交换水位数据", "Exchange water levels daily in the flood season")),
    (3, "2026-015", ("Giải bóng chuyền thanh niên biên giới trong quý III", "第三季度举办边境青年排球赛", "A volleyball cup for young people of the border in the third quarter")),
    (3, "2026-016", ("Mỗi năm nhận 10 sinh viên của bên kia sang học tiếng", "每年接收对方10名学生学习语言", "Receive ten students of the other side each year to learn the language")),
)  # fmt: skip
SAID = (
    ("Đã trình cấp có thẩm quyền ngày 12/8/2026; đang chờ ý kiến.", "已于2026年8月12日上报，待批复。", "Sent up on 12 August 2026; an answer is awaited."),
    ("Đã hoàn thành phần việc của mình, đề nghị cùng kiểm tra thực địa.", "我方工作已完成，建议共同现场查看。", "Our part is done; we suggest looking at the place together."),
    ("Chưa có thông tin trong 14 báo cáo đã đọc.", "已读14份报道中暂无反馈。", "No later mention in the 14 reports read."),
)  # fmt: skip
W = {
    "title": ("Báo cáo rà soát kết quả thực hiện các nội dung đã thống nhất", "议定事项落实情况汇编", "Review of what was agreed and what became of it"),
    "subject": ("tại Gặp gỡ đầu Xuân lần thứ hai, phục vụ Gặp gỡ lần thứ ba", "供第三次新春会晤使用", "Since the 2nd Spring Meeting, for the 3rd"),
    "joint": ("Bản chung hai bên", "双方共用本", "Joint edition"),
    "for": ("Gặp gỡ đầu Xuân lần thứ ba · 2027", "第三次新春会晤 · 2027年", "3rd Spring Meeting · 2027"),
    "summary": ("Tóm tắt", "摘要", "Summary"),
    "thanks": ("Xin cảm ơn", "致谢", "With thanks"),
    "results": ("Kết quả theo lĩnh vực", "各领域成果", "Results by area"),
    "difficulties": ("Khó khăn, vướng mắc", "困难和问题", "Difficulties"),
    "compare": ("Nội dung cần đối chiếu", "待核对事项", "To compare"),
    "carry": ("Dự thảo chương trình chuyển tiếp", "结转议程草案", "Carried over: a draft agenda"),
    "annex": ("Phụ lục: nguồn và mã kiểm tra", "附录：资料来源与核验码", "Annex: sources and codes"),
    "item": ("Nội dung đã thống nhất", "议定事项", "Agreed item"),
    "no": ("Số", "编号", "No."),
    "code": ("Mã", "核验码", "Code"),
    "table": ("Bảng {}. {}", "表{} {}", "Table {}. {}"),
    "state": ("Tình hình theo lĩnh vực, tính đến ngày 28/11/2026", "各领域情况（截至2026年11月28日）", "State by area on 28 November 2026"),
    "done": ("Đã xong", "已完成", "Reported done"),
    "way": ("Đang làm", "进行中", "Under way"),
    "area": ("Lĩnh vực", "领域", "Area"),
    "alt": ("Bốn thanh ngang, mỗi lĩnh vực hai nội dung, một nội dung đã xong.", "四条横条，每个领域两项，其中一项已完成。", "Four bars, two items in each area, one of them done."),
}  # fmt: skip
THANKS = (
    ("Khu Vân Khê đã gửi số liệu mực nước đủ 92 ngày trong mùa lũ năm 2026.", "清乐省按期接收10名学生并安排住宿。", "Van Khe region sent the water levels on all 92 days of the flood season of 2026."),
    ("Trong 16 nội dung đã thống nhất, 7 nội dung được báo là đã xong, 6 đang làm, 3 chưa có thông tin trong các báo cáo đã đọc.", "16项议定事项中，7项据报已完成，6项正在进行，3项在已读报道中暂无反馈。", "Of 16 agreed items, 7 are reported done, 6 are under way, and of 3 there is no later mention in the reports read."),
    ("Hai bên đã trao đổi 34 công thư; 2 công thư của ta và 1 công thư của bạn chưa có trả lời.", "双方往来函件34件；我方2件、对方1件尚待答复。", "The sides exchanged 34 letters; two of ours and one of theirs await an answer."),
)  # fmt: skip


def words(key: str, lang: str) -> str:
    return W[key][AT[lang]]


def svg_of(lang: str) -> str:
    bars = "".join(
        f'<text x="0" y="{30 + 40 * at}">{area[AT[lang]]}</text>'
        f'<path d="M230 {16 + 40 * at}h180v18h-180z" fill="#2c7a4b"/><path d="M410 {16 + 40 * at}h180v18h-180z" fill="none" stroke="#2b6cb0" stroke-width="2"/>'
        for at, area in enumerate(AREAS)
    )
    font = "'Noto Sans','Noto Sans CJK SC'"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 170" font-family="{font}" font-size="14" lang="{lang}">{bars}</svg>'


def said_cell(key: str, at: int, lang: str) -> Cell:
    source = Run(f"{words('no', lang)} {at + 1}", href=f"#s{at % 3}")
    return Cell((Paragraph(key, (Run(SAID[at % 3][AT[lang]]),), sources=(source,)),))


def item_row(at: int, lang: str) -> tuple[Cell, ...]:
    _, number, said = ITEMS[at]
    key = f"item-{number}"
    others = [Run(said[AT[other]], lang=other) for other in LANGUAGES if other != lang][:1]
    first = Paragraph(key, (Run(said[AT[lang]]),), code=f"k7qd-{at:02d}m4")
    return (
        Cell((first, Paragraph(f"{key}-other", tuple(others)))),
        said_cell(f"{key}-tl", at, lang),
        said_cell(f"{key}-vk", at + 1, lang),
        Cell((Paragraph(f"{key}-no", (Run(number),)),), is_number=True),
    )


def area_blocks(area: int, lang: str) -> list:
    heads = tuple((Run(text),) for text in (words("item", lang), *(name[AT[lang]] for name in NAMES.values()), words("no", lang)))
    rows = tuple(item_row(at, lang) for at in range(len(ITEMS)) if ITEMS[at][0] == area)
    caption = (Run(words("table", lang).format(area + 1, AREAS[area][AT[lang]])),)
    return [
        Heading(f"area-{area}", 2, (Run(AREAS[area][AT[lang]]),)),
        Paragraph(f"area-{area}-said", (Run(THANKS[1][AT[lang]]),), rests_on=("e1",), sources=(Run("3", href="#s1"),)),
        Table(f"area-{area}-items", caption, heads, rows, (34, 27, 27, 12)),
    ]


def picture(lang: str) -> Picture:
    heads = tuple((Run(words(key, lang)),) for key in ("area", "done", "way"))
    rows = tuple(
        (
            Cell((Paragraph(f"state-{at}", (Run(area[AT[lang]]),)),)),
            Cell((Paragraph(f"state-{at}-done", (Run("1"),)),), True),
            Cell((Paragraph(f"state-{at}-way", (Run("1"),)),), True),
        )
        for at, area in enumerate(AREAS)
    )
    caption = (Run(words("state", lang)),)
    return Picture("state", svg_of(lang), caption, words("alt", lang), Table("state-table", caption, heads, rows, (60, 20, 20)))


def annex(lang: str) -> Table:
    rows = tuple(
        (
            Cell((Paragraph(f"s{at}", (Run(name[AT[lang]]),)),)),
            Cell((Paragraph(f"s{at}-address", (Run("https://thanh-lac.example/", href="https://thanh-lac.example/"),)),)),
            Cell((Paragraph(f"s{at}-code", (Run(f"k7qd-9x{at}m"),)),)),
        )
        for at, name in enumerate([*NAMES.values(), *AREAS])
    )
    heads = tuple((Run(text),) for text in (words("item", lang), "URL", words("code", lang)))
    return Table("annex-table", (), heads, rows, (50, 30, 20))


def head_of(lang: str, *, is_letter: bool = False) -> Head:
    if lang == "zh-Hans":
        return Head(
            organ="云溪地区外事办公室", number="云外函〔2026〕12号", place="", day="2026-11-28", subject=words("subject", lang),
            addressees=("清乐省外事厅",), signer_post="", signer="", recipients=("云溪地区商务厅", "云溪地区口岸办"), country="CN",
            is_letter=is_letter,
        )  # fmt: skip
    organ = {
        "vi": ("Ủy ban nhân dân tỉnh Thanh Lạc", "Sở Ngoại vụ"),
        "en": ("Thanh Lac province", "Department of Foreign Affairs"),
    }[lang]
    return Head(
        over=organ[0], organ=organ[1], number="45/SNgV-HTQT", place="Yên Thước", day="2026-02-05", subject=words("subject", lang),
        addressees=("Văn phòng Ngoại vụ khu Vân Khê",), signer_post="Giám đốc", signer="Nông Bá Khải",
        recipients=("Như trên", "Ủy ban nhân dân tỉnh (để báo cáo)", "Lưu: VT, HTQT"), country="VN" if lang == "vi" else "",
        is_letter=is_letter,
    )  # fmt: skip


def book(lang: str) -> Printed:
    said = [
        Paragraph(f"thanks-{at}", (Run(text[AT[lang]]),), sources=(Run("3", href="#s1"),), code=f"m2xw-{at}r8k")
        for at, text in enumerate(THANKS)
    ]
    open_items = tuple(Paragraph(f"carry-{at}", (Run(said[AT[lang]]),)) for at, (_, _, said) in enumerate(ITEMS))
    mixed = (
        Run(NAMES["TL"][AT[lang]], is_strong=True), Run(" / "), Run(NAMES["VK"][1], lang="zh-Hans"), Run(": "), Run(SAID[0][AT[lang]]),
    )  # fmt: skip
    blocks = [
        Heading("summary", 1, (Run(words("summary", lang)),)),
        Heading("thanks", 2, (Run(words("thanks", lang)),)),
        *said,
        picture(lang),
        NewPage("page-results"),
        Heading("results", 1, (Run(words("results", lang)),)),
        *(block for area in range(len(AREAS)) for block in area_blocks(area, lang)),
        Heading("difficulties", 1, (Run(words("difficulties", lang)),)),
        Bullets("difficulties-list", tuple(Paragraph(f"difficult-{at}", (Run(text[AT[lang]]),)) for at, text in enumerate(SAID))),
        Heading("compare", 1, (Run(words("compare", lang)),)),
        Paragraph("compare-0", mixed, code="p9aa-31cd", remark=SAID[1][AT[lang]]),
        Heading("carry", 1, (Run(words("carry", lang)),)),
        Bullets("carry-list", open_items, is_numbered=True),
        Heading("annex", 1, (Run(words("annex", lang)),)),
        annex(lang),
    ]
    title = (Run(words("title", lang)),)
    return Printed(lang, title, words("joint", lang), words("for", lang), head_of(lang), tuple(blocks))


def letter(lang: str) -> Printed:
    blocks = [
        *(Paragraph(f"said-{at}", (Run(text[AT[lang]]),)) for at, text in enumerate(THANKS)),
        Bullets(
            "asked", tuple(Paragraph(f"asked-{at}", (Run(said[AT[lang]]),)) for at, (_, _, said) in enumerate(ITEMS[:3])), True
        ),
        Paragraph("code", (Run(words("code", lang) + ": "),), code="k7qd-9x2m-44ab"),
    ]
    return Printed(
        lang, (Run(words("title", lang)),), "", "", head_of(lang, is_letter=True), tuple(blocks), counts_headings=False
    )
