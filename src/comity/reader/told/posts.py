"""Who came in whose place, and whose post changed: "on behalf of", 受…委托, thay mặt; "newly elected", 当选, được bổ nhiệm.

- Standing in needs somebody named and, as whom it is for, another name or a post.
- A change of post needs somebody named with a post beside the word.
"""

from __future__ import annotations

import re

from comity.reader.names.named import Named
from comity.reader.reading import Detail, Told
from comity.reader.text.capitals import CAPITAL
from comity.reader.text.page import Sentence
from comity.reader.told.asides import Asides, numbered
from comity.reader.words.lexicon import Hit

STAND_IN, POST_CHANGE = "stand_in", "post_change"
_NEAR, _NEAR_HAN = 90, 20
_BODY = re.compile(rf"\s+(?:(?:of|of the|tỉnh|thành phố)\s+)?{CAPITAL}[\w’']*(?:\s+(?:of\s+|và\s+)?{CAPITAL}[\w’']*)*|\s+tỉnh\b")


def stand_ins_of(asides: Asides) -> tuple[Told, ...]:
    """Those who stand in for somebody, in order of the text."""
    made: list[Told] = []
    for sentence in asides.body():
        for hit in asides.words.valued("posts", "for", sentence.start, sentence.end):
            told = _stand_in(asides, sentence, hit)
            if told is not None:
                made.append(told)
                break
    return numbered(made, "A")


def _stand_in(asides: Asides, sentence: Sentence, hit: Hit) -> Told | None:
    reach = min(sentence.end, hit.end + (_NEAR_HAN if asides.page.lang == "zh" else _NEAR))
    before = asides.people_in(max(sentence.start, hit.start - _NEAR), hit.start)
    after = asides.people_in(hit.end, sentence.end)
    whose = _whose(asides, hit, reach, after)
    if whose is None:
        return None
    span, id_ = whose
    others = [pair for pair in (before[-1:] or after) if pair[1] != id_ and not span[0] <= pair[0].start < span[1]]
    if not others:
        return None
    name, own = others[0]
    more = [asides.detail("for", span, hit.line.rule, 0.7, code=id_)]
    evidence = (asides.page.quote(sentence.start, sentence.end),)
    words = asides.folded(name.start, name.end)
    return Told(
        "",
        STAND_IN,
        words,
        evidence,
        hit.line.rule,
        0.7,
        None,
        (asides.detail("person", (name.start, name.end), hit.line.rule, 0.7, value=own), *more),
    )


def _whose(asides: Asides, hit: Hit, reach: int, after: list[tuple[Named, str]]) -> tuple[tuple[int, int], str] | None:
    """Whom it is for: the name that follows with its post, or a post alone."""
    rest = asides.rest(hit.end, reach, is_short=True)
    if rest is None:
        return None
    posts = [one for one in asides.page.hits_in(*rest) if one.value == "post" and one.start - rest[0] <= 30]
    closing = next((one for one in asides.words.valued("posts", "for before", rest[0], reach)), None)
    name = next((pair for pair in after if pair[0].start < rest[1] + 1), None)
    if closing is not None and (posts or name):
        is_name = name is not None and name[0].start < closing.start
        return (rest[0], closing.start), name[1] if is_name and name is not None else ""
    if name is not None and (posts or name[0].start - rest[0] <= 30):
        return (rest[0], name[0].end), name[1]
    if not posts:
        return None
    return (rest[0], _post_ends(asides, posts[0], rest[1])), ""


def _post_ends(asides: Asides, post: Hit, limit: int) -> int:
    """Where a post ends that nothing follows but what its holder does not do: with its own words and its body's."""
    end = post.end
    for hit in asides.page.hits_in(post.start, limit):
        if hit.role in ("titles", "charges") and hit.value in ("post", "body", "opens") and hit.start <= end + 1:
            end = max(end, hit.end)
    named = _BODY.match(asides.page.text, end, limit) if asides.page.lang != "zh" else None
    return named.end() if named else end


def post_changes_of(asides: Asides) -> tuple[Told, ...]:
    """The posts taken up and given up, in order of the text."""
    made: list[Told] = []
    for sentence in asides.body():
        taken: set[str] = set()
        for hit in asides.words.of("posts", sentence.start, sentence.end):
            told = _change(asides, sentence, hit) if hit.value in ("took", "left", "new") else None
            if told is not None and told.value not in taken:
                taken.add(told.value)
                made.append(told)
    return numbered(made, "H")


def _change(asides: Asides, sentence: Sentence, hit: Hit) -> Told | None:
    post = _post(asides, sentence, hit)
    if post is None:
        return None
    near = _NEAR_HAN if asides.page.lang == "zh" else _NEAR
    before = asides.people_in(max(sentence.start, hit.start - near), hit.start)
    after = asides.people_in(post[1], min(sentence.end, post[1] + near))
    chosen = (after or before) if hit.value == "new" or not before else before[-1:]
    if not chosen or (hit.value == "new" and not after):
        return None
    name, id_ = chosen[0]
    change = "left" if hit.value == "left" else "took"
    more: list[Detail] = [
        asides.detail("change", (hit.start, hit.end), hit.line.rule, 0.7, value=change),
        asides.detail("person", (name.start, name.end), hit.line.rule, 0.7, value=id_),
        asides.detail("post", post, hit.line.rule, 0.65),
        *_party(asides, (name.start, name.end), id_, hit),
        *_instead(asides, sentence, id_),
        *(
            asides.detail("date", day[:2], "grammar/day", 0.65, value=day[2])
            for day in asides.day_in(sentence.start, sentence.end)[:1]
        ),
    ]
    evidence = (asides.page.quote(sentence.start, sentence.end),)
    return Told("", POST_CHANGE, asides.folded(name.start, name.end), evidence, hit.line.rule, 0.7, None, tuple(more))


def _party(asides: Asides, span: tuple[int, int], id_: str, hit: Hit) -> list[Detail]:
    code = next((person.party for person in asides.people if person.id == id_), None)
    return [asides.detail("party", span, hit.line.rule, 0.6, value=code)] if code else []


def _post(asides: Asides, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """The post right behind the word, up to a mark or a name."""
    limit = min(sentence.end, hit.end + 120)
    rest = asides.rest(hit.end, limit, is_short=True)
    if rest is None:
        return None
    posts = [one for one in asides.page.hits_of("titles", *rest) if one.value == "post"]
    near = 8 if asides.page.lang == "zh" else 40
    if hit.value != "took":
        near = 0 if asides.page.lang == "zh" else 24
    if not posts or posts[0].start - rest[0] > near:
        return None
    names = [
        one.opens for one, _ in asides.people_in(rest[0], sentence.end) if one.opens >= posts[0].end and one.opens <= rest[1]
    ]
    end = min([rest[1], *names])
    succeeds = [one.start for one in asides.words.valued("posts", "succeeds", posts[0].end, end)]
    when = [first for first, _, _ in asides.day_in(posts[0].end, end)]
    end = min([end, *succeeds, *when])
    while end > rest[0] and asides.page.text[end - 1] in " ,，":
        end -= 1
    for word in (" on", " in", " from", " vào", " từ", " ngày"):
        if asides.page.text[rest[0] : end].endswith(word):
            end -= len(word)
    return (rest[0], end) if rest[0] < end else None


def _instead(asides: Asides, sentence: Sentence, own: str) -> list[Detail]:
    for hit in asides.words.valued("posts", "succeeds", sentence.start, sentence.end):
        for name, id_ in asides.people_in(hit.end, min(sentence.end, hit.end + _NEAR)):
            if id_ != own:
                return [asides.detail("instead", (name.start, name.end), hit.line.rule, 0.7, code=id_)]
    return []
