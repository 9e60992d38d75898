"""Bodies that sit: a committee, a working group, a liaison office; what tells of their sitting, and of a round of it.

- A body alone is no sitting: a word for one stands before or behind it, or it "met", "họp".
- Talks with a committee's chairman, or with a delegation, are not its sitting.
- A round, or a number straight before a joint committee, counts its sittings.
- All patterns are compared with text in small letters and simple characters.
"""

from __future__ import annotations

import re

_HAN_NUMBER = r"(?:第\s?(?:[一二三四五六七八九十]{1,4}|\d{1,3})\s?|首)"
_HAN_BODY = (
    r"(?:委员会|理事会|联委会|混委会|工作组|专家组|协调组|联络组|专班|(?:专责|合作|联络|协调|专家|专项|专题|工作)小组"
    r"|(?:合作|协调|联络|磋商|会商|沟通)机制|联络办公室|联络官)"
)
_HAN_NO_SITTING = r"(?:主[任席]|书记|秘书|代表团|成员|组长|委员(?!会)|负责|副|[与同和])"
_EN_BODY = (
    r"(?:(?:sub-?)?(?:committee|commission)s?|council|board|secretariat|task force|working (?:group|party|team)s?"
    r"|(?:expert|liaison|coordination|contact|steering|technical) (?:group|team|office)s?|liaison officers?)"
)
_EN_JOINT = (
    r"(?:joint|permanent|standing|mixed|bilateral|general|regional|township|border|boundary|inter-?governmental|high-level"
    r"|coordination|cooperation|trade|economic|technical|defen[cs]e|security|consultative|ministerial|working)"
)
_EN_ADJECTIVE = (
    r"(?:annual|plenary|regular|joint|special|extraordinary|emergency|virtual|online|ministerial|secretariat|working|bilateral"
    r"|coordination|periodic|quarterly|technical|consultation|\d{1,3}(?:st|nd|rd|th))"
)
_EN_MEETING = r"(?:mee?ting|session|conference|plenary)"
_EN_ACRONYM = r"(?:gbc|rbc|tbc|jbc|jtc|jcc|jpc|jec|jmc|hlc)"
_VI_BODY = (
    r"(?:(?:tiểu )?(?:ủy ban|uỷ ban)(?! (?:nhân dân|mặt trận|mttq|kiểm tra|thường vụ|hội))|hội đồng(?! nhân dân)"
    r"|ban (?:chỉ đạo|điều phối|thư ký)"
    r"|(?:nhóm|tổ) (?:công tác|làm việc|chuyên viên|chuyên gia|liên lạc|liên hợp)"
    r"|đoàn (?:chuyên viên|chuyên gia|đàm phán)(?: liên hợp)?)"
)
_VI_MEETING = r"(?:(?:phiên|kỳ|cuộc|buổi|khóa|khoá|vòng) họp|hội nghị|họp)"
_VI_WITH = r"(?:với|cùng|giữa|phó|lãnh đạo|đại diện|ủy viên|uỷ viên)\s"
_VI_NUMBER = r"(?:thứ )?(?:\d{1,2}|[ivx]{1,5}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"

# Whether a name of a sitting names the body that sits.
BODY = re.compile(
    r"委员会|委員會|理事会|理事會|联委会|聯委會|混委会|混委會|小组|小組|工作组|工作組|专家组|專家組|联席会|聯席會|committee|commission"
    r"|council|working group|liaison|task force|\b(?:gbc|rbc|jbc|hlc|jtc|jcc|jpc)\b|ủy ban|uỷ ban|hội đồng|(?:nhóm|tổ|đoàn) \w"
    r"|ban (?:chỉ đạo|điều phối|thư ký)|comité|comisión|grupo|commission|groupe|kommission|kommitté|arbetsgrupp",
    re.IGNORECASE,
)
OF_BODY = {
    "zh": re.compile(
        rf"{_HAN_BODY}(?:\([a-z/]{{2,10}}\))?(?:(?!{_HAN_NO_SITTING})[^,。;、:“”()]){{0,14}}?(?:会议|例会|年会|会晤|会谈|会商|磋商)"
    ),
    "en": re.compile(
        rf"\b(?:session|sitting|meeting|conference|plenary) of (?:the |an? )?(?:[\w'’/()–-]+ ){{0,6}}?{_EN_BODY}\b"
        rf"|\b(?:{_EN_BODY} (?:\([\w/-]{{2,12}}\) )?|{_EN_ACRONYM} )(?:{_EN_ADJECTIVE} ){{0,3}}{_EN_MEETING}\b"
        r"|\b(?:committee|commission|council|commissioner)s?\b[^.,;]{0,40}? (?:held|holds|convened|opened)"
        rf" (?:its|their|the|an?) (?:[\w-]+ ){{0,2}}?{_EN_MEETING}\b"
        r"|^\W*(?!(?:the )?(?:vice|deputy|chair|head|member|secretar|director|president|m[rs]s?\b))(?:[\w'’/&()–-]+ ){1,12}?"
        r"(?:committee|commission|council)\b(?: [^.,;]{0,40})?"
        r" (?:met|convened|sat) (?:in|at|here|on|for|virtually|online|to|\w+day)\b"
        rf"|\bjoint (?:[\w'’/()–-]+ ){{0,3}}?{_EN_BODY}(?: [^.,;]{{0,60}}?)?(?<!\bhas)(?<!\bhad)(?<!have)"
        r" (?:met|convened|sat)\b(?! (?:[\w-]+ )?times)"
    ),
    "vi": re.compile(rf"\b{_VI_MEETING}(?:(?!{_VI_WITH})[^,;.:()]){{0,40}}?\s{_VI_BODY}"),
    "es": re.compile(
        r"\b(?:reunión|sesión|plenaria|encuentro|conferencia) (?:[\w-]+ ){0,3}?del? (?:[\w-]+ ){0,3}?"
        r"(?:comité|comisión|consejo|junta|grupo (?:de trabajo|técnico|binacional))\b"
    ),
    "fr": re.compile(
        r"\b(?:réunion|session|séance|rencontre) (?:[\w-]+ ){0,3}?(?:du |de la |de l['’]|d['’]un |d['’]une )"
        r"(?:[\w-]+ ){0,2}?(?:comité|commission|conseil|groupe de travail|secrétariat)\b"
    ),
    "sv": re.compile(
        r"\b(?:möte|sammanträde|session)\w{0,2} (?:i|med|för) (?:den |det )?(?:\w+ ){0,3}?"
        r"(?:kommission|kommitté|råd|arbetsgrupp)\w{0,3}\b"
        r"|\b\w{0,30}(?:kommission|kommitté|råd|arbetsgrupp)\w{0,2}s (?:\w+ ){0,2}?(?:möte|sammanträde)\b"
    ),
}


def rounds(ordinal: str, sitting: str, *, lang: str) -> re.Pattern[str]:
    """What counts the sittings of a body: "the fifth round of the joint committee", "the 17th joint commission", "vòng 14"."""
    shapes = {
        "en": rf"\b(?:{ordinal} round of|round (?:\d{{1,2}}|[ivx]{{1,5}}) of)"
        r" (?:the )?(?:(?!(?:talks|negotiations?|elections?|voting|matches|games)\b)[\w'’/&()–-]+ ){0,7}?"
        rf"(?:{sitting}|{_EN_BODY})\b"
        rf"|\b{ordinal} (?:[\w’'–-]{{2,24}} ){{0,2}}?(?:{_EN_JOINT} ){{1,4}}(?:{_EN_BODY})\b",
        "vi": rf"\bvòng (?:họp |tham vấn |đối thoại )?{_VI_NUMBER}\s[^,;.:()]{{0,40}}?(?:{sitting}|{_VI_BODY})"
        rf"|\bvòng (?:họp|tham vấn|đối thoại) {_VI_NUMBER}\b",
        "zh": rf"{_HAN_NUMBER}(?:轮[^,。;、:“”()]{{0,14}}?{sitting}"
        r"|[次轮届](?:[^,。;、:“”()]{0,10}?)(?:联委会|混委会|(?:联合|混合|合作|指导|协调)(?:工作)?委员会))",
    }
    return re.compile(shapes[lang])


# "The 8th meeting of the joint commission", 委员会第八次会议: a number with its body is no bare one.
ITS_BODY = {
    "en": re.compile(
        rf" of (?:the |an? )?(?:[\w'’/()–-]+ ){{0,7}}?(?:{_EN_BODY}|(?:groups?|association|governors|mechanism|forum"
        r"|authorit(?:y|ies)|provinces))\b"
    ),
    "zh": re.compile(
        r"(?:委员会|委会|工作组|小组|专家组|理事会|联席会议|机制|论坛|平台|联盟|口岸|[县市省国军州区队警局作])[”》]?$"
    ),
    "vi": re.compile(rf" (?:của |giữa )?(?:các )?{_VI_BODY}"),
}
