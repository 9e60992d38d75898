"""Who acts in Chinese, known by the last words of a subject: 越方, 横桥海关, 两国立法机构, 该支队.

- A subject stands between a break and its verb or modal, holds no verb of saying and no 的.
- Countries are left out: what a state does by itself is no clause.
"""

from __future__ import annotations

import re

_OFFICE = (
    "海关|公安|警方|机关|边防|边检|检查站|派出所|支队|大队|总队|中队|部队|指挥部|管委会|委员会|办公室|外办|口岸办"
    "|[一-鿿][厅局委办处署]|政府|党委|人大|政协|法院|检察院|医院|学校|学院|大学|中学|小学|职校|中心|研究院|农科院|科学院|研究所"
    "|实验室|公司|集团|企业|银行|商会|协会|工会|团委|妇联|青联|友协|红十字会|部门|机构|单位|人员|民警|官兵|海事|口岸|园区"
    "|开发区|试验区|代表团|基地|平台|专班|车队|船队|工作组|专家组|医疗队|巡逻队|救援队|志愿者|青年|妇女|学生|专家|边民|村民|商户|艺术团|媒体|电视台|电台|乡镇"
    "|村委会|社区|县乡|村屯|警务站|联络官|联络员|指挥所|车站|铁路局|航空|机场|港口|码头|医护人员|院校|高校|职业院校|[一-鿿][站所队院校馆社]"
)
_ADVERBS = re.compile(
    "(?:方面|各自|还|也|均|都|又|则|已|今后|下一步|下一阶段|未来|接下来|随后|同时|日前|近日|近期|联合|共同|分别|合作|先后|积极|主动"
    "|及时|同步|持续|不断|相互|互相|密切|严格|认真|大力|全力|优先|继续|进一步|免费|专门|着力|首次|正式|率先|每年|每月|每周|每日|定期|轮流){1,3}$"
)
_ENDS = re.compile(rf"(?:{_OFFICE}|^[一-鿿]{{1,2}}方|^该[一-鿿]{{1,8}}|[省州市县区镇乡村])$")
_TOGETHER = re.compile("(?:双方|两国|两地|两省|两市|两县|两州|两区|各方|各国|各地|各省|三国|三方)[一-鿿、]{0,14}")
_NO_SUBJECT = re.compile(
    "的|了|是|在|对(?!外)|向|为|把|将(?!军)|要|应(?!急)|就(?!业)|会议|表示|强调|指出|认为|建议|希望|同意|愿|如果|通过|根据|由于"
    "|关系|总额|贸易额|友谊|据|称|说|给|让|使|被|由|从|自(?!治|贸|由)|到|至|以|按"
)
_PHRASE = re.compile("在|向|对(?!外)|为|就(?!业)|于|从|把|将(?!军)|给|利用|通过|依托|按照|根据")
_OPENS = re.compile(r"[,，;；。:：\n]")
_MARK = re.compile(r"\s*(?:[一二三四五六七八九十\d]{1,2}[、.．])?")
_REACH = 48
_LEAST, _ALL = 2, 3


def actor_before(text: str, floor: int, at: int) -> int | None:
    """Where who acts at `at` begins, after the last break from `floor` on; None where it is nobody in particular."""
    begin = max(floor, at - _REACH)
    breaks = [found.end() for found in _OPENS.finditer(text, begin, at)]
    if not breaks and begin > floor:
        return None
    begin = breaks[-1] if breaks else begin
    mark = _MARK.match(text, begin, at)
    begin = mark.end() if mark else begin
    return begin if is_actor(text[begin:at]) else None


def acts_first(words: str) -> bool:
    """Whether words up to a verb begin with who acts, a phrase of place or person behind it: "供销社还在集市"."""
    return is_actor(words) or is_actor(_PHRASE.split(words, maxsplit=1)[0])


def is_actor(words: str, *, may_be_all: bool = True) -> bool:
    """Whether words up to a verb are who acts, adverbs behind them aside; `may_be_all`: also the parties alone."""
    core = _ADVERBS.sub("", words)
    if not may_be_all and len(core) <= _ALL:
        return False
    if len(core) < _LEAST or _NO_SUBJECT.search(core):
        return False
    return _ENDS.search(core) is not None or _TOGETHER.fullmatch(core) is not None
