"""Phrases with 为 and 以 in Chinese: what is done for somebody, what it is good for, and what frames it.

- 为…创造条件 does something for somebody and is a clause; 为…作出贡献 only says what it is good for.
- 以…为契机 frames what follows and ends what stands before it.
"""

from __future__ import annotations

import re

from comity.reader.text.page import Page

_PROVIDES = re.compile(
    r"为[^,;。]{2,60}?(?:创造|提供|搭建|营造|开辟|搭起|架起)[^,;。]{0,10}?"
    r"(?:条件|便利|平台|环境|支持|保障|服务|机会|渠道|通道|桥梁|培训|帮助|舞台|信息|信息支持|资金|物资|设备|场所)"
    r"|为[^,;。]{2,40}?提供(?![^,;。]{0,6}?(?:动力|支撑|生机|活力|机遇|契机|空间|保证))"
    r"|为[^,;。]{0,30}?(?:人员|企业|群众|边民|居民|患者|病人|学生|游客|旅客|车辆|货物|商户|客商|百姓|民众|华侨|侨胞|公民|儿童|妇女|司机|工人|学员|村民"
    r"|干部|教师|师生|货车|船舶|列车|商品|果蔬|人才|青年|家庭|农户|用户|村屯|对方|[一-鿿][工民生兵]|军人|家属|老人|伤员|难民|[^,;。]{1,4}[方省市县州国])"
    r"(?:免费|及时|集中|统一|依法|快速|优先|累计|共|现场|上门|先后|提前|专门)*"
    r"(?:办理|开展|提供|培训|争取|解决|发放|捐赠|赠送|举办|搭建|开设|开通|安排|救治|诊治|诊疗|治疗|义诊|体检|接种|补办|换发|签发|培养|建设|修建|援建"
    r"|配备|送上|送去|讲解|检测|查验|挽回|追回|修复|铺设|架设|制作|颁发|协调|组织|设立|实施|输送|推荐|寻找|找回|教授|传授|护航|解答|当好|做好|搭好|架好|铺|修|打通|筑牢|减免|筹集|筹措|募集|节约|举行|代办|翻译)"
)
_FRAME = re.compile(
    r",以[^,;。]{1,40}?为(?:契机|切入点|重点|抓手|目标|主线|导向|基础|引领|指导|依托|突破口|核心|载体|平台|纽带|主题|前提)"
)
_OPENING_FRAME = re.compile(
    r"[\s,:]*(?:(?:[一-鿿]{1,4}方|我们)?(?:一道|一起|携手)?,?(?:要|应|将|共同)?(?=以))?(?:以[^,;。]{2,40}?为(?:契机|切入点|重点|抓手|目标|主线|导向|基础|引领|指导|依托|突破口|核心|载体|平台|纽带|主题|前提|遵循|机遇|牵引|动力|准绳|方向|中心|核心目标)"
    r"|(?:[一-鿿]{1,4}方)?作为[^,;。]{2,30},"
    r"|(?:针对|关于|对于|就)[^,;。]{2,40}?(?:问题|事宜|情况|建议|要求|需求|意见|关切|诉求|提议),"
    r"|(?:在|按照|根据|本着|秉持|遵循|围绕|立足|着眼于?)[^,;。]{2,40}?(?:基础上|前提下|框架下|框架内|原则|精神|要求|规定|指引下|引领下|共识|理念|目标|需要|实际)),"
)
_GOOD_FOR = re.compile(
    r",?为[^,;。]{2,60}?(?:作出|做出|注入|奠定|增添|贡献|谱写|带来|提供[^,;。]{0,6}(?:动力|支撑|生机|活力|机遇|契机|空间|保证))"
)
_COMMA_GOOD_FOR = re.compile(rf"(?=,){_GOOD_FOR.pattern}")
_SIGNS = re.compile(
    r"(?:共同|正式|现场|分别|联合|当场|见证|审议|一致|讨论|并|了){0,4}(?:签署|签订|签约|签字|会签|换文|通过|草签|互签|续签)了?[^,;。]{0,60}?"
    r"(?:《|协议|备忘录|纪要|协定|意向书|合同|文件|议定书|声明|公报|倡议书|项目)"
)
_OCCASION = re.compile(
    "^对(?!接|外)[^,，]{3,30}(?:者|户|行为|人员|企业|车辆|货物|情形|情况|案件|问题|群体|船舶|商品)$|"
    "^[\u4e00-\u9fff]{2}(?:优先|先行|推动|牵引|引领|赋能|驱动|为本|为要|为先|至上|联动|互通|共享|互利|为民|搭台)$|(?:(?<![\\d同及随即临按准届小])时|之后|期间|情况下|情形下|过程中|之际|的同时)$"
)
_REACH = 90
_TALKED_OF = re.compile(
    r"(?:还|也|共同|一致|分别)?(?:就|围绕|针对)(?![近业地])[^。;达]{2,140}?"
    r"(?:交换了?[^,。;]{0,6}意见|(?:进行|开展|作|展开)了?[^,。;]{0,10}(?:交流|讨论|磋商|商讨|沟通|协商|探讨|会谈|座谈)"
    r"|(?:深入|充分|坦诚|广泛|认真|热烈)(?:地)?(?:交流|讨论|磋商|商讨|沟通|协商|探讨))"
)
_TALK_REACH = 170


def is_occasion(words: str) -> bool:
    """Whether words only say at what occasion something is to be done: "出现旅客滞留时"."""
    return _OCCASION.search(words) is not None


def is_signed(page: Page, at: int) -> bool:
    """Whether the words at `at` sign or adopt a paper, which is an instrument and no clause."""
    return page.lang == "zh" and _SIGNS.match(page.lowered[at : at + _REACH]) is not None


def provides(page: Page, at: int) -> bool:
    """Whether words that look like a purpose do something for somebody."""
    return page.lang == "zh" and _PROVIDES.match(page.lowered[at : at + _REACH]) is not None


def is_good_for(page: Page, at: int) -> bool:
    """Whether the words at `at` say what something is good for."""
    return page.lang == "zh" and _GOOD_FOR.match(page.lowered[at : at + _REACH]) is not None


def frame_in(page: Page, start: int, end: int) -> int | None:
    """Where in a Chinese clause a frame or what it is good for begins, its comma included."""
    lowered = page.lowered[start:end]
    found = (shape.search(lowered) for shape in (_FRAME, _COMMA_GOOD_FOR))
    return min((start + one.start() for one in found if one), default=None)


def is_talk(page: Page, at: int) -> bool:
    """Whether the words at `at`, behind who does it, only say what was talked about: "就…交换意见"."""
    return page.lang == "zh" and _TALKED_OF.match(page.lowered[at : at + _TALK_REACH]) is not None


def after_frame(page: Page, start: int, end: int) -> int:
    """Behind what frames the words from `start` on, comma included: "以…为契机,", "在…基础上,"; `start` where nothing does."""
    found = _OPENING_FRAME.match(page.lowered[start : min(end, start + _REACH)]) if page.lang == "zh" else None
    return start if found is None or start + found.end() >= end else start + found.end()
