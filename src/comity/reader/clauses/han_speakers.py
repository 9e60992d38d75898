"""Who speaks in a Chinese sentence, where no known person stands straight before the act.

- "X强调,双方要": what somebody says both must do, that one proposes; "双方强调,要" is of both.
- A family name with an office ("田县长") is the one known person of that name; a name nobody knows, and an office ("渡口站代表"),
  are of the place they were said to serve.
- A sentence may open with when or where something is said.
"""

from __future__ import annotations

import re

from comity.reader.clauses.own_subjects import served_by_name
from comity.reader.names.named import Named
from comity.reader.names.sides import code_of
from comity.reader.text.page import Page, Sentence
from comity.reader.words.gazetteer import BODY, COUNTRY

# When or where somebody speaks: "访问期间,", "会上,", "3月2日上午,".
_SCENE = re.compile(
    r"(?:(?:同时|另外|此外|其间|期间|随后|最后|席间|目前|近日|日前|当天|当日|昨日|今日|今天|昨天|对此)"
    r"|[^,;。:]{0,16}?(?:期间|会[上见谈后前中晤]|时|后|前|中|间|[日天午晚年月]|仪式上|会议上|讲话中|致辞中|座谈上|方面"
    r"|环节|之际|首先))[,:]?\s*"
)
_SAYS = (
    "表示|强调|指出|认为|说|称|提出|提议|建议|希望|介绍|致辞|致词|谈到|提到|透露|呼吁|重申|承诺|期待|期盼|盼|感谢"
    "|欢迎|赞赏|回应|高度|热情|代表|对|向|就|在|与|也|还|则|并|均|都"
)
# Of an office that names no person, what surely is a saying.
_SAYS_ALONE = (
    "[均也还则并]?(?:表示|强调|指出|认为|提出|提议|建议|希望|介绍|致辞|致词|谈到|提到|透露|呼吁|重申|承诺|期待"
    "|期盼|感谢|欢迎|赞赏|回应)"
)
_OFFICE = (
    "主席|书记|省长|州长|市长|县长|区长|厅长|局长|处长|司长|部长|科长|主任|总理|总统|首相|外长|大使|总领事|领事"
    "|参赞|秘书长|议长|会长|理事长|司令员?|司令官|参谋长|将军|上将|中将|少将|大校|上校|中校|少校|队长|站长|所长|政委|教授"
    "|校长|院长|董事长|总经理|委员|代表|团长|专员|知事|町长|村长|镇长|乡长|先生|女士"
)
_ADDRESSED = re.compile(rf"(?P<name>[一-鿿]{{1,2}})(?:副|代|总|常务)?(?:{_OFFICE})(?={_SAYS})")
# Somebody of a place who speaks without a name: "青乐海关代表在会上介绍".
_SOMEBODY = re.compile(
    rf"[^,;。:]{{0,30}}?(?:{_OFFICE}|领导|负责人|负责同志|官员|发言人|方面|代表团|政府|警方|海关)(?:人)?(?:(?:在"
    rf"|于)[^,;。:]{{1,12}})?(?={_SAYS_ALONE})"
)
_SAYING = frozenset({"emphasised", "affirmed", "assessed", "discussed"})
_ADDRESS_REACH = 12
# "来自", "据": what may stand before the place served.
_ARTICLE = re.compile("来自|据|由")


def scene_end(page: Page, sentence: Sentence) -> int:
    """Where a sentence begins behind the words of when and where."""
    at = sentence.start
    for _ in range(2):
        found = _SCENE.match(page.lowered, at, sentence.end)
        if found is None or found.end() == at or page.lowered[found.end() - 1] not in ",: ":
            break
        at = found.end()
    return at


def addressed(page: Page, named: tuple[tuple[Named, str], ...], start: int, end: int) -> str | None:
    """The id of the one known person whom a family name and an office at `start` mean."""
    found = _ADDRESSED.match(page.lowered, start, min(end, start + _ADDRESS_REACH))
    if found is None:
        return None
    ids = {id_ for name, id_ in named if page.lowered.startswith(found.group("name"), name.start)}
    return ids.pop() if len(ids) == 1 else None


def served_at(page: Page, start: int, end: int) -> str | None:
    """The code of the party of a person nobody knows, or of an office, that speaks first from `start` on."""
    known = served_by_name(page, start, end)
    if known is not None:
        return known
    found = _SOMEBODY.match(page.lowered, start, end)
    if found is None:
        return None
    places = [one for one in page.places_in(start, found.end()) if one.place.level != BODY]
    opens = _ARTICLE.match(page.lowered, start, found.end())
    if not places or places[0].start != (opens.end() if opens else start):
        return None
    codes = {code_of(one) for one in places if one.place.level != COUNTRY} or {code_of(one) for one in places}
    return codes.pop() if len(codes) == 1 else None


def saying_before(page: Page, sentence: Sentence, at: int) -> int | None:
    """Where the last saying before a need begins: "X强调,双方要"; None where there is none."""
    hits = [hit for hit in page.hits_of("statements", sentence.start, at) if hit.value in _SAYING]
    return hits[-1].start if hits else None
