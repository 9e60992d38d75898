"""Chinese drafts that hold nothing: grand words for what is to come, and praise, papers or proceedings told as deeds.

- 开创新局面, 谱写新篇章, 实现互利共赢 name no act, so nobody proposes or hopes anything by them.
- 重视…底蕴, 走过…历程, 当好排头兵 describe; 签署备忘录 is an instrument, 举办首长会议 and 邀集…齐聚 the session itself.
"""

from __future__ import annotations

import re

from comity.reader.clauses.acts import AGREED, DONE, HOPED, PROPOSED
from comity.reader.clauses.drafts import Draft
from comity.reader.text.page import Page

_HOW = "(?:不断|共同|携手|一起|一道|继续|再次|合力|奋力|努力|持续|共|再|早日|真正|更好地?|进一步)*"
_GRAND = re.compile(
    r"\A"
    + _HOW
    + "(?:(?:开创|谱写|书写|续写|翻开|掀开|揭开|开启|开辟|共创|创造|迎来|谱就|创出|绘就|绘制|铸就|奔赴|迈向|走向|拥抱|"
    "缔造|再创|展开|拓展|写下|翻)(?!口岸|通道|航线)[^,;]{0,30}?"
    "(?:局面|篇章|新篇|新页|一页|未来|新时代|新纪元|新征程|新阶段|华章|辉煌|明天|新天地|新境界|新高度|新画卷|蓝图|佳话|新史|奇迹)"
    "|实现[^,;、]{0,12}?(?:互利共赢|合作共赢|互利双赢|双赢|多赢|共赢|共荣|健康可持续发展|共同发展|共同繁荣|互惠互利|繁荣发展|高质量发展)"
    "|(?:再上|迈上|登上|更上|再攀)[^,;]{0,8}(?:台阶|层楼|高峰|高度))(?=[,;、]|$)"
)
_TO_CHILDREN = re.compile(r"\A" + _HOW + "(?:传递|传承|延续|交棒|传)(?:给|到)(?:下一?代|后代|子孙|[^,]{0,6}孩子)")
_OWN_LIFE = re.compile(
    "(?:带上?|带着|陪|偕)[^,]{0,10}(?:家人|孩子|妻子|太太|先生|爸妈|父母|朋友|家属|小孩)|再(?:次)?(?:来访|到访|造访)$"
)
# What somebody is sure of, and undertakes nothing by.
_SURE = re.compile("定能|必能|一定会|必定会|定会|必会|定可|必将$|肯定会")
_PRAISED = re.compile(
    r"\A(?:继续|始终|一直|一向|都|也|非常|十分|高度|长期|同样)*(?:"
    "(?:重视|珍惜|珍视|热爱|秉持|秉承|坚守|崇尚|推崇|讲究|注重|看重)(?!了)[^,]*(?:底蕴|福祉|情谊|友谊|文化|精神|传统|价值|特色|理念|品质|环境|人才|关系|缘分)"
    "|(?:走过|历经|度过|经历|见证|跨越|熬过|走完)了?[^,]*(?:历程|岁月|风雨|路程|道路|春秋|寒暑|时光|年头|考验|变迁|[一二三四五六七八九十百\\d]+(?:多|余)?(?:年|载))"
    "|(?:当好|争当|勇当|甘当|做好|当)[^,]*(?:排头兵|先行者|领头羊|领头雁|急先锋|标兵|先锋|表率|模范|主力军|生力军)"
    "|(?:询问|追问|提问|质疑|受访|回应|反问|请教|问)了?[^,]*"
    "|(?:邀集|齐聚|邀请|汇聚|聚集|云集)了?[^,]*(?:齐聚|出席|参加|与会|参与|共襄盛举|一堂|到场|会面|列席)(?:一堂)?$)"
)
_SITTING = re.compile(
    "(?:于|在)?[^,了]{0,14}?(?:举办|召开|举行|主办)了?[^,]{0,40}?(?:会议|大会|首长会|年会|论坛|峰会|联席会|座谈会|例会|记者会|签约|仪式|典礼)[」”》]?$"
)
_TWINNED = re.compile(
    r"\A(?:[^,]{0,12}(?:见证|针对)[^,]{0,16}?)?(?:共同|正式|分别|联合|再度|续)?(?:签署|签订|签下|签|缔结|结盟|缔盟|结为|结成|缔)了?的?[^,]*?"
    r"(?:备忘录|协议|协定|意向书|宣言|mou|友[好谊]?城?市|姊妹市|姐妹市|姊妹[城县]|友好交流|盟约|合作书|同意书)[^,]{0,14}$"
)
_AFTER_PAPER = re.compile("落实|落地|生效|执行|推动|开通|根据|内容")


def holds_nothing(page: Page, draft: Draft) -> bool:
    """Whether a Chinese draft only wishes grandly, praises, or tells of a paper or the session."""
    if page.lang != "zh":
        return False
    words = page.lowered[draft.start : draft.end]
    if draft.status in (HOPED, PROPOSED, AGREED) and _GRAND.match(words):
        return ":" not in words and _is_all_grand(words)
    if draft.status == HOPED:
        sure = _SURE.search(page.lowered[draft.act[0] : draft.act[1]]) is not None
        return sure or _OWN_LIFE.search(words) is not None or _TO_CHILDREN.fullmatch(words) is not None
    if draft.status != DONE or not draft.rule.endswith("grammar/result"):
        return False
    if _TWINNED.match(words) and not _AFTER_PAPER.search(words):
        return True
    return _PRAISED.match(words) is not None or _SITTING.match(words) is not None


def _is_all_grand(words: str) -> bool:
    """Whether every part between commas is grand: what is done behind one keeps the draft."""
    return all(_GRAND.match(part) or _FOR.match(part) for part in re.split("[,;、]", words) if part)


_FOR = re.compile("(?:不断|更好地?|共同|携手|并)*(?:为|造福|惠及|让|使|助力|助推)")
