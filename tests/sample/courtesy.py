"""Words with which a text would accuse a party or set it below another, by language.

They are matched as words in Vietnamese, as beginnings of words in English and as characters in Chinese. "Late" is one
unless it tells the time of a year or a month; `allowed` turns of words, as they are written, are passed over.
"""

import re
import unicodedata

ACCUSING = {
    "en": (
        *("fail", "fault", "violat", "breach", "breaking of", "neglect", "ignor", "refus", "reject", "blam", "guilt", "culp"),
        *("default", "delinquen", "overdue", "lagg", "stall", "drag", "evad", "obstruct", "sabotag", "betray", "dishonest"),
        *("broke its", "broken promise", "lied", "deceiv", "incompeten", "negligen", "unwilling", "uncooperative", "silent"),
        *("silence", "behind schedule", "inaction", "inactive", "did nothing", "nobody did", "unfulfilled"),
        *("non-compliance", "noncompliance", "bad faith", "accus", "punish", "penal", "wrongdo", "misconduct"),
    ),
    "vi": (
        *("thất hứa", "vi phạm", "thất tín", "bội ước", "nuốt lời", "không giữ lời", "lỗi của", "có lỗi", "đổ lỗi"),
        *("chậm trễ", "trì trệ", "trễ hẹn", "quá hạn", "trì hoãn", "kéo dài cố ý", "lơ là", "bỏ bê", "thờ ơ", "phớt lờ"),
        *(
            "im lặng",
            "không làm gì",
            "không chịu",
            "từ chối hợp tác",
            "cản trở",
            "phá hoại",
            "thiếu thiện chí",
            "thiếu trách nhiệm",
        ),
        *(
            "vô trách nhiệm",
            "yếu kém",
            "lừa dối",
            "gian dối",
            "phản bội",
            "buộc tội",
            "trừng phạt",
            "thất bại",
            "không thực hiện",
        ),
        *("phản đối", "mâu thuẫn", "tranh chấp"),
    ),
    "zh-Hans": (
        *("失信", "违反", "违约", "违背", "毁约", "爽约", "食言", "背信", "失约", "过错", "责怪", "指责", "归咎", "谴责"),
        *("拖延", "拖拉", "逾期", "延误", "滞后", "怠慢", "懈怠", "忽视", "无视", "漠视", "敷衍", "推诿", "推卸", "沉默"),
        *("无所作为", "不作为", "什么都没做", "阻挠", "破坏", "妨碍", "缺乏诚意", "不负责", "失职", "渎职", "欺骗", "隐瞒"),
        *("背叛", "惩罚", "处罚", "未履行", "不履行", "未兑现", "失败", "反对", "分歧", "矛盾", "争端"),
    ),
}
_LATE = (
    r"\b(?:late(?!r|st)(?! (?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December)))\b"
)
_PATTERNS = {
    "en": re.compile(_LATE + r"|\b(?:" + "|".join(ACCUSING["en"]) + r")\w*", re.IGNORECASE),
    "vi": re.compile(r"(?<!\w)(?:" + "|".join(ACCUSING["vi"]) + r")(?!\w)", re.IGNORECASE),
    "zh-Hans": re.compile("|".join(ACCUSING["zh-Hans"])),
}


def accusing(text, lang, *, allowed=()):
    """The accusing words in a text, in order; those within an allowed turn of words left out."""
    plain = unicodedata.normalize("NFC", text)
    for turn in allowed:
        plain = plain.replace(turn, " ")
    return [found.group().lower() for found in _PATTERNS[lang].finditer(plain)]
