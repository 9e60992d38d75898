"""Chinese verbs no line of the lexicon names, known by their shape where a verb is expected.

- A verb of one character with what comes of it is a verb wherever a piece begins: 守稳, 擦亮, 管严.
- Behind a word that only stands before verbs (进一步, 尽快, 依法) two characters with an object are one.
"""

from __future__ import annotations

import re

from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit, Line

_RESULT = re.compile(
    "[做办抓守管用盘理打织筑扎压讲唱扛搞补拧走养护铺架盯看把堵控种建擦练配备摸查稳兜托夯拓谋传带贯严紧念喊叫绘吹拉疏]"
    "[好实牢住足活顺通强优紧齐全透稳准亮响严密清细精深宽早]"
)
_LED = frozenset(
    re.split(
        r"\s+",
        "继续 进一步 不断 持续 积极 切实 认真 深入 充分 大力 努力 着力 全力 稳步 逐步 扎实 及时 尽快 "
        "尽早 早日 相互 互相 主动 合力 协力 更好 更好地 坚决 严厉 果断 迅速 稳妥 依法 适时 尽力 竭力 "
        "随时 同步 携手 妥善 严格 分别 轮流 联手 有效 积极稳妥 有序 定期 抓紧 一如既往 精心 精准 依法依规 "
        "共同 联合 按时 各自 优先 率先",
    )
)
# After these a noun follows as often: 共同利益, 有效措施, 积极成果, 联合工作组.
_ALSO_OF_NOUNS = frozenset(["共同", "联合", "有效", "积极", "优先", "有序", "定期", "精准", "持续", "严格", "同步"])
_HAN = re.compile("[一-鿿]{2}")
_NO_VERB = re.compile(
    r"[的了和与及等或在对向从为由将把被以就于是有无不可能应要各该此这那本其每一二三四五六七八九十两多几更最较很新老大小]|.[的和与及等或、,]"
    r"|工作|情况|问题|措施|机制|成果|作用|贡献|利益|关系|边界|边境|发展|信息|健康|稳定|安全|友好|态度|意义|声明|公报|意愿|认识|愿望|目标|需要|努力|挑战"
)
_OBJECT = re.compile("了?(?![的和与及或等中上下后前时人者率])[一-鿿“《A-Za-z0-9]{2}")
_OTHER = frozenset(
    {"terms", "subjects", "titles", "mechanisms", "nearmiss", "instruments", "modals", "acts", "statements", "limits"}
)
_VERB = Line("grammar", "han", "verb", "", "守稳渡口", "", 0)


def shaped(page: Page, at: int, end: int, lead: str) -> Hit | None:
    """A verb at `at` the lexicon does not name, after the adverb `lead` if any; it must have an object before `end`."""
    if page.lang != "zh" or at + 4 > end:
        return None
    words = page.lowered[at : min(end, at + 6)]
    if _HAN.match(words) is None or _OBJECT.match(words, 2) is None:
        return None
    if any(hit.role in _OTHER for hit in page.hits_at(at)) or next(iter(page.places_in(at, at + 2)), None) is not None:
        return None
    is_led = lead in _LED and _NO_VERB.match(words) is None
    if is_led and lead in _ALSO_OF_NOUNS:
        is_led = not any(hit.start < at + 2 < hit.end for hit in page.hits_in(at, at + 4))
    return Hit(at, at + 2, _VERB, "base", "actions", "") if is_led or _RESULT.match(words) else None
