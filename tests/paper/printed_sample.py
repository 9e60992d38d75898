"""A review book and a letter of the two invented parties, as printed documents in three languages."""

import json
from pathlib import Path

from comity.paper.printed import Bullets, Cell, Head, Heading, NewPage, Paragraph, Picture, Printed, Run, Table

LANGUAGES = ("vi", "zh-Hans", "en")
AT = {lang: at for at, lang in enumerate(LANGUAGES)}
_SAID = json.loads((Path(__file__).parent / "printed_words.json").read_text("utf-8"))
NAMES, AREAS, SAID, THANKS, W = (_SAID[name] for name in ("names", "areas", "said", "thanks", "words"))
ITEMS = [(item["area"], item["number"], item["words"]) for item in _SAID["items"]]


def words(key: str, lang: str) -> str:
    return W[key][AT[lang]]


def svg_of(lang: str) -> str:
    bars = "".join(
        f'<text x="0" y="{30 + 40 * at}">{area[AT[lang]]}</text><path d="M230 {16 + 40 * at}h180v18h-180z" fill="#2c7a4b"/>'
        f'<path d="M410 {16 + 40 * at}h180v18h-180z" fill="none" stroke="#2b6cb0" stroke-width="2"/>'
        for at, area in enumerate(AREAS)
    )
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 170" font-family="\'Noto Sans\', \'Noto Sans CJK SC\'" '
    return f'{head}font-size="14" lang="{lang}">{bars}</svg>'


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
    return Picture(
        "state",
        svg_of(lang),
        caption,
        words("alt", lang),
        Table("state-table", (Run(words("figures", lang)),), heads, rows, (60, 20, 20)),
    )


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
            organ="云溪地区外事办公室",
            number="云外函〔2026〕12号",
            day="2026-11-28",
            subject=words("subject", lang),
            addressees=("清乐省外事厅",),
            recipients=("云溪地区商务厅", "云溪地区口岸办"),
            country="CN",
            is_letter=is_letter,
        )
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
    sides = [Run(NAMES["TL"][AT[lang]], is_strong=True), Run(" / "), Run(NAMES["VK"][1], lang="zh-Hans")]
    mixed = (*sides, Run(": "), Run(SAID[0][AT[lang]]))
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
