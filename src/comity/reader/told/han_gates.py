"""Gates, bridges and lines that a Chinese clause names one by one and changes something about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.clauses.drafts import Draft
from comity.reader.text.page import Page

_GATE = re.compile(
    "(?:国际性?|双边性?|公路|铁路|陆路|水运|航空|货运|客运|边境){0,3}"
    "(?:口岸(?!办|管理|查验|经济|贸易|城市|部门|机制|合作|秩序|环境|通关|疫)(?:货运通道|货运专用通道)?"
    "|互市点|(?:[一二三]号)?(?:公路|铁路|界河|友谊)?大?桥|通道(?!为))"
)
_LINES = re.compile(
    r"\d{1,6} ?条[^,;。]{0,14}(?:线路|航线|通道)(?:和 ?\d{1,6} ?条[^,;。]{0,10}(?:线路|航线|通道))?"
    r"|[一-鿿\d]{1,3}(?:个|对)(?:陆路|边境|公路)?口岸"
)
_CHANGE = re.compile(
    "开放|开通|通航|通车|贯通|接入|升格|升级|建成|建设|改造|扩建|恢复|增开|新增|增设|改为|启用|重开|关闭|设立|竣工|批复|延长|运营"
)
_NAME = re.compile("[一-鿿—－-]{2,12}$")
# Where a name surely has not begun yet.
_BEFORE_NAME = re.compile(
    "的|等|和|与|及|、|在|从|经|对|将|把|由|至|到|已|并|推进|推动|加快|批复|建成|开放|开通|恢复|建设|国务院|跨境|完成|启用"
)
_NO_NAME = frozenset({"actions", "fallbacks", "subjects", "narrative", "titles", "mechanisms"})
# What says of which kind gates are, and names none.
_GENERAL = re.compile(
    "两国|两地|双方|各|有关|相关|数字|智|边境|边界|公路|客货|国际|重点|主要|沿边|跨境|为|部分|其他|一类|二类|常年|便捷|集装箱"
)
_LONGEST = 24


def named_gates(page: Page, draft: Draft) -> Iterator[tuple[int, int, str]]:
    """Where a gate, bridge or line named alone stands in a clause, with the word that says what becomes of it."""
    words = page.lowered[draft.start : draft.end]
    change = _CHANGE.search(words)
    if page.lang != "zh" or change is None:
        return
    taken = -1
    for found in sorted([*_LINES.finditer(words), *_GATE.finditer(words)], key=lambda one: (one.start(), -one.end())):
        if found.start() < taken:
            continue
        start = found.start() if found.re is _LINES else _name_start(page, draft.start, words, found.start())
        if start is None:
            continue
        taken = found.end()
        yield draft.start + start, draft.start + found.end(), change.group()


def _name_start(page: Page, start: int, words: str, at: int) -> int | None:
    """Where in a clause that begins at `start` the name before a gate's word begins, or None."""
    name = _NAME.search(words[max(0, at - _LONGEST) : at])
    if name is None:
        return None
    first = at - len(name.group())
    cuts = [first + found.end() for found in _BEFORE_NAME.finditer(name.group())]
    cuts += [hit.end - start for hit in page.hits_in(start + first, start + at) if hit.role in _NO_NAME]
    first = max([first, *cuts])
    own = words[first:at]
    is_named = (len(own) > 1 and _GENERAL.match(own) is None) or own == "该"
    return first if is_named else None
