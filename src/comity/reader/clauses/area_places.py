"""Words of an area that show none where they stand: figures of speech, motives behind a "to", and where something is done.

- "Serve as a bridge", 健康稳定发展 and a safe environment name no bridge, health or environment.
- What a clause is for counts only where it names nothing else; so does the gate at which it is done.
"""

from __future__ import annotations

import re

from comity.reader.words import folding

_FIGURES = re.compile(
    r"\b(?:as|become|be) (?:an? |the )?(?:\w+ )?bridges?\b|\bbridg(?:e|ing) (?:role|between)|\b(?:healthy|sound) (?:and"
    r" \w+ )?(?:development|growth)\b"
    r"|\b(?:favou?rable|safe|secure|peaceful|stable|legal|business|investment|working|good|open|sound|healthy|transparent"
    r"|enabling|security"
    r"|international|political|friendly) (?:and \w+ )?environments?\b"
    r"|\bmôi trường (?:hòa bình|hoà bình|đầu tư|kinh doanh|thuận lợi|ổn định|an ninh|pháp lý|an toàn|hữu nghị|làm việc"
    r"|chính trị|quốc tế)"
    r"|\b(?:cầu nối|vai trò cầu)\b|phát triển lành mạnh|\bthu thập\b"
    r"|\b(?:illegal(?:ly)?|drug|drugs) transport\w*|transport\w* (?:of )?(?:drugs|contraband)|vận chuyển (?:trái phép|ma"
    r" túy|hàng cấm|buôn lậu)"
    r"|非法(?:运输|贩运)|运输和?贩卖|走私运输|(?:运输|贩运)毒品"
    r"|健康(?:稳定|有序|可持续|持续|快速|、|向前)|(?:持续|稳定|长期)健康(?:发展|稳定)"
    r"|(?:平安|营商|安全|良好|口岸|稳定|投资|法治|和平|有利|友好|通关|边境|贸易|经营|发展|市场|政治|国际|周边)(?:的)?(?:边境|发展|经营)?环境"
    r"|桥梁(?:纽带|作用|和纽带)|(?:纽带|枢纽)?桥梁作用"
)
# One of these stands in every figure of speech: looked for first, since that is cheap and most words have none around them.
_IN_FIGURES = (
    "bridg", "healthy", "sound", "environment", "môi trường", "cầu", "lành mạnh", "thu thập", "transport", "vận chuyển",
    "运", "健康", "环境", "桥梁",
)  # fmt: skip
# Who does or gets something, by what means, and what it is only by the way.
_WHO = frozenset(
    [
        "police",
        "công an",
        "public security",
        "public security forces",
        "公安",
        "边民",
        "民众",
        "群众",
        "人民群众",
        "居民",
        "边境居民",
        "nhân dân",
        "người dân",
        "cư dân biên giới",
        "residents",
        "border residents",
        "people",
        "cư dân",
        "bà con",
        "公民",
        "边境民众",
        "妇女",
        "青年",
        "两国人民",
        "边界人民",
        "边境人民",
        "人民",
        "村民",
        "hải quan",
        "宣传",
        "宣讲",
        "儿童",
        "技术",
        "少数民族",
        "民族团结",
        "公务员",
        "志愿者",
        "学生",
        "居民往来",
        "dân tộc",
        "đồng bào",
        "tình nguyện",
        "các tầng lớp nhân dân",
        "bà con nhân dân",
        "cư dân hai bên",
        "người dân hai bên",
        "inhabitants",
        "local people",
        "local residents",
        "border people",
        "villagers",
    ]
)
_AIM = {
    "en": re.compile(
        r"\s(?:so as to|in order to|with a view to|to)\s(?:better |further )?(?:facilitate|give (?:an )?impetus|boost"
        r"|match|maximi[sz]e|promote"
        r"|contribute|meet|stimulate)\b"
    ),
    "vi": re.compile(r"\s(?:để|nhằm|phục vụ|góp phần|qua đó|từ đó|tạo thuận lợi cho|tạo điều kiện (?:thuận lợi )?cho)\s"),
    "zh": re.compile(r"以便|以促进|从而|更好地?服务|服务(?=两国|双方|于)|(?<=[,，])为|助力"),
    "fr": re.compile(r"\s(?:afin de|afin d|pour|en vue de)\b"),
    "es": re.compile(r"\s(?:para|a fin de|con el fin de)\s"),
    "sv": re.compile(r"\s(?:för att|i syfte att)\s"),
}
_PROPER = r"(?:(?:the|their|both|two|local|pairs? of|international|auxiliary|[A-ZĐ][\w'’]*|[-–]|\([^)]{0,30}\)) ?){0,9}"
_AT = re.compile(rf"\b(?:at|across|through|via|near|from|to)\s{_PROPER}$")
_AT_VI = re.compile(
    r"\b(?:tại|qua|ở|trên|thuộc)\s(?:(?:các|cặp|khu vực|tuyến|địa bàn|vùng|biên giới,|[A-ZĐ][^\W\d_]*|[-–()]) ?){0,8}$"
)
_AT_ZH = re.compile(r"(?:在|经|经由|途经)[^，,。;；]{0,10}$")
_IN_AREA = re.compile(r"\b(?:people|residents|citizens|villages|communes) in\s(?:the\s)?$|\barea of\s[\d–-]+\s$")
_WHERE = frozenset(("gates", "border management & security", "transport & infrastructure"))
_REACH = 70


def is_figure(text: str, start: int, end: int) -> bool:
    """Whether the word at `text[start:end]` stands in a figure of speech."""
    first = max(0, start - 24)
    around = folding.lower(text[first : end + 24])
    if not any(word in around for word in _IN_FIGURES):
        return False
    spans = [(first + found.start(), first + found.end()) for found in _FIGURES.finditer(around)]
    return any(begin <= start and end <= after and (begin, after) != (start, end) for begin, after in spans)


def is_who(word: str) -> bool:
    """Whether a word of an area names who does or gets something, so that it tells less than any other."""
    return folding.lower(word) in _WHO


def aim_in(lang: str, text: str, start: int, end: int) -> int:
    """Where what a clause is for begins in `text[start:end]`; its end where it says nothing of that."""
    shape = _AIM.get(lang)
    found = shape.search(text, start + 8, end) if shape is not None else None
    return found.start() if found else end


def is_where(lang: str, text: str, clause: int, at: int, area: str) -> bool:
    """Whether a word of an area at `at` only tells where something is done, in a clause that begins at `clause`."""
    if area not in _WHERE:
        return False
    before = text[max(clause, at - _REACH) : at]
    if lang == "vi":
        return area != "transport & infrastructure" and _AT_VI.search(before) is not None
    if lang == "zh":
        return area == "gates" and _AT_ZH.search(folding.lower(before)) is not None
    return lang == "en" and area != "transport & infrastructure" and bool(_AT.search(before) or _IN_AREA.search(before))
