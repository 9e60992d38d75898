"""What Chinese reports agree on in front of the word for it: "就加强巡逻、互通水情等方面达成共识".

- Each verb with its object between 就 or 围绕 and 达成共识 is agreed; a subject named without a verb is only talked about.
- Where no agreement is reached after 交换意见, nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.clauses.acts import AGREED, skip_space
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.heads import head_at
from comity.reader.clauses.segments import LIST, segments
from comity.reader.clauses.speakers import Speaker
from comity.reader.text.page import Page, Sentence

_JOINT = Speaker(None, None, True)
_OPENS = re.compile(
    "(?<![成造])(?:就|围绕|针对)(?![业近地医读此])(?:双方|两地|两省|两国|两市|两县|各方)?(?:今后|下一步|下一阶段|未来|如何|共同关心的)?(?:工作|合作)?"
)
_REACHED = re.compile(
    "(?:等|等等)?(?:诸多|多个|有关|相关|具体|重点|五个|四个|三个|两个|几个|多|六|五|四|三|两)?(?:方面|领域|议题|事宜|问题|事项|内容|工作|任务|项)?"
    "(?:的(?:工作|合作|内容|问题|事宜))?"
    "(?:[,、]?(?:双方)?(?:充分|深入|坦诚|广泛|认真|友好|进行了?|开展了?|作了?|深度|务实|全面|热烈|积极|交换了?意见|交流|讨论|磋商|商讨|沟通|协商|探讨|会商|洽谈|商议){1,6})?"
    "[,]?(?:并且|并|且)?(?:最终|已|初步|一致|共同|均|形成|达成|取得)?了?(?:达成|形成|取得|商定)了?[^,。;:]{0,8}?(?:共识|一致意见|一致)(?=[,。;.]|$)"
)
_MOST = 200
# "就配合开展的工作内容达成一致": no more than what kind of work it is.
_KIND = re.compile("的(?:工作|内容|事项|问题|情况|合作|议题)$")
_BACK = re.compile("以来|年来|过去|去年|截至|期间,?两国元首")
_OPENING = 30
_OBJECT = re.compile("[^、等]{2}")


def accorded(page: Page, sentence: Sentence) -> tuple[tuple[Draft, ...], int]:
    """The clauses agreed on before the word that says so, in order, and where that word ends; 0 where there are none."""
    lowered = page.lowered[sentence.start : sentence.end]
    if _BACK.search(lowered[:_OPENING]):
        return (), 0
    for at, found in _reached(lowered):
        begin, stop = sentence.start + at, sentence.start + found.start()
        head = head_at(page, begin, stop)
        is_verb = head is not None and head.hit.value != "noun" and head.start == skip_space(page.text, begin)
        begin = begin if is_verb else _first_verb(page, begin, stop)
        if begin >= stop or _KIND.search(lowered[at : found.start()]):
            continue
        act = (stop, sentence.start + found.end())
        made = [one for one in segments(page, begin, stop, cut=LIST) if one.is_sure]
        drafts = (Draft(one.start, one.end, AGREED, act, f"{one.rule} + grammar/accord", _JOINT, 0.6) for one in made)
        return tuple(drafts), act[1]
    return (), 0


def _first_verb(page: Page, start: int, stop: int) -> int:
    """Where the first thing named behind an enumeration mark begins that has a verb and its object; `stop` where none has."""
    for mark in re.finditer("、", page.text[start:stop]):
        at = start + mark.end()
        head = head_at(page, at, stop)
        if (
            head is not None
            and head.start == at
            and head.hit.value not in ("noun", "field")
            and _OBJECT.match(page.text, head.hit.end, stop)
        ):
            return at
    return stop


def _reached(lowered: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Where what is agreed on may begin, and what follows it up to the word for an agreement."""
    for opened in _OPENS.finditer(lowered):
        for word in re.finditer("共识|一致", lowered[: opened.end() + _MOST]):
            if word.start() < opened.end():
                continue
            floor = max(opened.end() + 4, word.start() - 60)
            found = next((one for at in range(floor, word.start()) if (one := _REACHED.match(lowered, at))), None)
            if found is not None:
                yield opened.end(), found
                break
