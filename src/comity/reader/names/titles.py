"""The titles beside a name, each as a span.

- After a name, titles follow commas; each begins with a word of office, and the first part that does not ends them.
- Before a name, a title is the run from its word of office to the name; others stand before it, joined by a comma or "and".
- A title with somebody else's name at its end is that person's.
- In Chinese a title runs from its place or body to the word of office right before the name, or stands right behind the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from comity.reader.names.accented_names import is_other_word
from comity.reader.names.body_words import is_body_word
from comity.reader.names.offices import office_from, with_modifiers
from comity.reader.text.page import Page
from comity.reader.words import folding
from comity.reader.words.gazetteer import COUNTRY, rows_of
from comity.reader.words.language_words import joints
from comity.reader.words.lexicon import Hit

_PART = re.compile(r"[^,;:()（.，\n]+")
_CUT = re.compile(
    r"\s+(?:and|och|và(?!\s(?:Đầu|Đào|Phát|Truyền|Môi|Xã|Công|Du|Thể|Tôn|Dân|Quản|Hợp|Bảo|Hội|Kiểm|Cửa|Cứu|Nông|Đô|Kế|Khoa|Đối)\s)|va|with|who|at|on|said|spoke|speaks|speaking|attended|proposed|suggested|affirmed|emphasi[sz]ed|chaired"
    r"|trong|led|hosted|highly|welcomed|as"
    r"|phát biểu|đã|cho biết|nhấn mạnh|khẳng định|đề nghị|chủ trì|tại|cùng|làm|dẫn đầu|đề xuất"
    r"|bày tỏ|đánh giá|tiếp|hội đàm|hội kiến|dự|tham dự|tham gia|thay mặt|trưởng đoàn|đón|đón tiếp"
    r"|thông tin|trình bày|báo cáo|nêu|trao đổi"
    r"|mong muốn|cảm ơn|chúc mừng|tặng|trao|ký|gửi|thăm|chào mừng|giới thiệu|kiến nghị|yêu cầu|kết luận|hoan nghênh|ghi nhận"
    r"|thông báo|đồng tình|tin tưởng|hy vọng|vui mừng|cho rằng|sang|đến|có|chia sẻ|nhất trí|thống nhất|sẽ|cũng|vừa"
    r"|trân trọng|chụp ảnh|samt|talade|expressed|presided|informed|stressed|held|holds|met)\b"
)
# What follows an office in English and tells what its holder did; "armed" and "united" belong to bodies.
_DEED = re.compile(
    r"\s(?!(?:accredited|appointed|armed|united|related|combined|integrated|designated|elected|retired|based|named|mixed|unified|limited"
    r"|protected|associated|allied|proposed)\b)(?:[a-z]{2,12}ed|was|were|is|are|has|had|have|will|would|took|told|gave|made|began|came|went|left"
    r"|paid|met|says|tells|while|who|when|during|after|before|where|which|but|also|spoke|put|sent|brought|called)\b"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_ENVOY = re.compile(r"[Ll]ãnh sự|[Đđ]ại sứ|[Tt]ham tán")
_NO_POST = re.compile(r"đại diện (?:lãnh đạo|các|một số|cho)|thành viên (?:đoàn|hai)|thư ký đoàn|lãnh đạo|các ", re.IGNORECASE)
# "Vụ trưởng Vụ A, Bộ B": what follows the comma only says whose office it is.
_IN_BODY = re.compile(
    r",\s(?=(?:Bộ|Sở|Ban|Ủy ban|Uỷ ban|Văn phòng|Cục|Tổng cục|Học viện|Công an|Viện|Bộ Chỉ huy|Bộ Tư lệnh|Bộ đội|Quân khu"
    r"|Quân đội|Quân giải phóng|Lực lượng|Chính phủ|tỉnh|thành phố|huyện)\s)"
)
_BODY_OF = re.compile(
    r"(?:Bộ|Sở|Ban|Ủy ban|Uỷ ban|Văn phòng|Cục|Tổng cục|Học viện|Viện|Bộ Chỉ huy|Bộ Tư lệnh|Bộ đội|Quân khu|Quân đội|Quân"
    r"|Lực lượng|Chính phủ)\s(?:[A-ZĐ]|giải phóng|nhân dân|biên phòng)[^,;]{2,40}"
)
_SV_AND = re.compile(
    r"\s+and\s+(?=(?:[Vv]ice |[Dd]eputy |[Ss]tanding )*(?:[Cc]hair|[Ss]ecretary|[Hh]ead|[Mm]ember|[Dd]irector|[Pp]resident"
    r"|[Gg]overnor|[Mm]ayor))|\s+och\s+(?=(?:sekreterare|ordförande|vice|medlem|chef)\b)|\s+và\s+(?=(?:bí thư|chủ tịch"
    r"|phó)\b)"
)
_HAN_START = re.compile(
    r"[】〕／/—–|｜•▲△▼▽◆◇●○■□★☆※▶►，。；、：,;:\n“”\"\s]|[()](?![^()]{1,6}\))(?<!\))|与(?!环境|农村|旅游|科技|体育|培训|贸易|投资|发展|训练)|和(?!国|旅游|草原|信息化|改革|社会保障|城乡|自然资源|环境|健康|计划|体育|农村|科技|科学|商务|贸易|投资|能源|减灾|出版|广播|新闻|培训|法制|外交)|同|的|(?<!自)由(?!贸)|以及|会见|会晤|中共(?=中央)|^"
)
# "韦安在担任某省主席职务后": the office somebody holds, told behind the name.
_HOLDS = re.compile(r"(?:在|就|正式|新近){0,2}(?:担任|出任|就任)")
_HAN_VERB = re.compile(
    r"(?:欢迎|会见|感谢|陪同|邀请|邀集|率领|出席|指出|表示|强调|拜会|拜访|会晤|接见|看望|慰问|迎接|委托|委派|报道|接待|祝贺|访问|特别是自|转达|受到"
    r"|当选|专访|采访|走访|获悉|致电|致函|通知|联同|偕同|协同|作为|身为|时任|包括|分别为|分别是|以及)[了过时着]?(?:贵国|该国)?"
)
_PLACE_WORDS = re.compile(
    r"\b(?:tỉnh|thành phố|huyện|châu|khu tự trị|dân tộc|thị xã|province|prefecture|city|region|autonomous|and|và|the|of|in)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\sand\s")
# What joins a title to one before it, all of the same person.
_JOINED = re.compile(r"(?:,\s+(?:kiêm\s+|and\s+|và\s+)?|\s+(?:and|kiêm|và|och|et|cum)\s+(?:the\s+)?|\s+-\s+)$")
_AS_HEAD = re.compile(r",?\s+làm\s+(?=(?:[Tt]rưởng|[Pp]hó)\s)")
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ][^\W\d_]{0,14}(?:['’-][^\W\d_]{1,14}){0,2}"
_CAPITALS = re.compile(rf"(?<![^\W_]){_CAPITAL}(?:\s{_CAPITAL}){{1,4}}$")
# "Le An, head of A and colonel Ho Ba": a title behind a name is that name's.
_TOLD = re.compile(r"[A-ZĐ][^\W\d_]{1,30} [A-ZĐ][^\W\d_]{1,30},\s$")
_NAME_ONLY = re.compile(r"(?:\s[A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ][^\W\d_]+){1,5}")
# What a caption's number or another script leaves before a Chinese office.
_LATIN = re.compile(r"[\dA-Za-z ]+")
_BRACKET = re.compile(r"\s*\([^)\n]{2,24}\)")
# Behind a Chinese name these are a verb, or a rank that stands beside the post.
NO_POST_BEHIND = frozenset({"代表", "领导", "秘书", "少将", "中将", "上将", "大校", "上校", "中校", "少校", "准将"})
_MAX_BEFORE = 140
_ADDRESS = 30
_MAX_AFTER = 600


def titles_after(page: Page, at: int) -> tuple[tuple[int, int], ...]:
    """The spans of the titles that follow a name ending at `at`."""
    text = page.text
    if page.lang == "zh":
        return _behind_han(page, at)
    limit = text.find("\n", at, at + _MAX_AFTER)
    limit = min(len(text), at + _MAX_AFTER) if limit < 0 else limit
    out: list[tuple[int, int]] = []
    while (at < limit and text[at] in ",，-–") or (at + 1 < limit and text[at] == " " and text[at + 1] in "-–"):
        start = _behind_marks(text, at + 1, limit)
        part = _PART.match(text, start, limit)
        if part is None:
            break
        office = office_from(page, start, part.end())
        is_title, start = office is not None, start if office is None else office
        if not is_title and out and _goes_on(page, start, part.end()):
            closing = _cut_in(page, start, part.end())
            at = closing.start() if closing else part.end()
            out[-1] = (out[-1][0], at)
            if closing:
                break
            continue
        is_title = is_title and _NO_POST.match(text, start, part.end()) is None
        end = part.end()
        ending = _cut_in(page, start, end) or joints(page.lang).cut.search(text, start, end)
        if not is_title or _is_of_another(page, start, ending.start() if ending else end, limit):
            break
        cut = _SV_AND.search(text, start, end) or _and_office(page, start, end)
        if cut:
            out.append((start, cut.start()))
            start = cut.end()
            ending = _cut_in(page, start, end) or joints(page.lang).cut.search(text, start, end)
        stop = ending.start() if ending else end
        out.append((start, _stripped(text, start, stop)))
        if ending:
            at = stop
            break
        aside = _BRACKET.match(text, end, limit)
        at = aside.end() if aside is not None and text[aside.end() : aside.end() + 1] == "," else end
    return (*out, *_as_head(page, at, limit))


def _as_head(page: Page, at: int, limit: int) -> tuple[tuple[int, int], ...]:
    """What somebody heads, told behind the titles: "làm trưởng đoàn"."""
    head = _AS_HEAD.match(page.text, at, limit)
    named = next((hit for hit in page.hits_at(head.end()) if hit.role == "titles"), None) if head is not None else None
    return ((named.start, named.end),) if named is not None else ()


def _and_office(page: Page, start: int, end: int) -> re.Match[str] | None:
    """The "and" of an English title behind which a second office of the same person begins."""
    for found in _AND.finditer(page.text, start, end) if page.lang == "en" else ():
        cut = next(_cuts(page, found.end(), end), None)
        stop = cut.start() if cut is not None else end
        if office_from(page, found.end(), stop) is not None and not _is_of_another(page, found.end(), stop, end):
            return found
    return None


def _behind_han(page: Page, at: int) -> tuple[tuple[int, int], ...]:
    """The office right behind a name in characters, or told as held: "韦安在担任某省主席"."""
    behind = next((hit for hit in page.hits_at(at) if hit.role == "titles" and hit.line.words not in NO_POST_BEHIND), None)
    if behind is not None:
        return ((at, behind.end),)
    holds = _HOLDS.match(page.lowered[at : at + 8])
    ends = [hit.end for hit in page.hits_of("titles", at, at + 40)] if holds else []
    return ((at + holds.end(), ends[-1]),) if holds and ends else ()


def _behind_marks(text: str, at: int, limit: int) -> int:
    while at < limit and text[at] in " -–":
        at += 1
    return at


def _goes_on(page: Page, start: int, end: int) -> bool:
    """Whether a part that begins with no word of office only says whose office the one before it is."""
    if page.lang == "vi" and page.text.startswith(("nhập cảnh", "nhập khẩu"), start):
        return True
    is_body = page.lang == "vi" and _BODY_OF.fullmatch(page.text, start, end) is not None
    return is_body or _is_only_places(page, start, end)


def _cuts(page: Page, start: int, end: int) -> Iterator[re.Match[str]]:
    """What may end a title: words of saying, verbs, and an "and" that joins no two fields of one body: "Trade and Industry"."""
    for found in _CUT.finditer(page.text, start, end):
        word = _LETTERS.match(page.text, found.end() + 1) if found.group().strip() == "and" else None
        if found.group().strip() == "trưởng đoàn" and page.lowered.endswith("phó", 0, found.start()):
            continue
        if word is None or not is_body_word(word.group()) or any(hit.role == "titles" for hit in page.hits_at(word.start())):
            yield found
    if page.lang == "en":
        yield from _DEED.finditer(page.text, start, end)


def _cut_in(page: Page, start: int, end: int) -> re.Match[str] | None:
    """What ends a title; "tại" does not end an envoy's, which says where he serves."""
    ends = [
        one for one in _cuts(page, start, end) if one.group().strip() != "tại" or not _ENVOY.search(page.text, start, one.start())
    ]
    return min(ends, key=lambda one: one.start(), default=None)


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(folding.bare(words) for words, script, _ in rows_of("surnames.tsv", 3) if script in ("vi", "pinyin"))


def _is_of_another(page: Page, start: int, end: int, limit: int) -> bool:
    """Whether a title ends with a name, or one follows its bracket: "Secretary of A (B) An Binh"."""
    text = page.text
    addresses = [hit.end for hit in page.hits_of("honorifics", start + 1, end)] if page.lang == "en" else []
    if any(address_before(page, at) is not None and text[at + 1 : at + 2].isupper() for at in addresses):
        return True
    bracket = _BRACKET.match(text, end, limit)
    if bracket is not None:
        after = text[bracket.end() : bracket.end() + 30].lstrip()
        return after[:1].isupper() and folding.bare(after.split()[0].strip(",;.")) in _families()
    name = _CAPITALS.search(text, start, end)
    if name is None:
        return False
    words = name.group().split()
    if page.lang != "vi" and _is_foreign(page, name):
        return True
    at = name.end()
    for size in range(1, len(words)):
        at = name.end() - len(" ".join(words[-size - 1 :]))
        inside = page.places_in(at, name.end())
        if is_other_word(page, words[-size - 1], at, at):
            continue
        if folding.bare(words[-size - 1]) in _families() and not inside and not _is_in_place(page, at):
            return at > start and size >= 1 and not any(hit.end > at for hit in page.hits_of("titles", start, end))
    return False


def _is_foreign(page: Page, name: re.Match[str]) -> bool:
    """Whether capitals at the end of a title are a name: two words or three behind the last of a body or place."""
    words = name.group().split()
    bare: list[str] = []
    at = name.end()
    for word in reversed(words):
        at -= len(word)
        if is_body_word(word) or _is_in_place(page, at) or any(hit.role == "titles" for hit in page.hits_at(at)):
            break
        bare.append(word)
        at -= 1
    is_behind = (
        len(bare) < len(words) or name.start() == 0 or page.text[: name.start()].rstrip().endswith(("province", "city", "region"))
    )
    return 2 <= len(bare) <= 3 and is_behind


def _is_in_place(page: Page, at: int) -> bool:
    return any(mention.start <= at < mention.end for mention in page.places_in(max(0, at - 30), at + 1))


def _is_only_places(page: Page, start: int, end: int) -> bool:
    inside = page.places_in(start, end)
    beside = sum(found.end() - found.start() + 1 for found in _PLACE_WORDS.finditer(page.text, start, end))
    covered = sum(mention.end - mention.start for mention in inside) + beside
    return bool(inside) and covered >= 0.8 * (end - start) - 1 and (len(inside) > 1 or inside[0].place.level != "body")


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " -–":
        end -= 1
    return end


def titles_before(page: Page, at: int) -> tuple[tuple[int, int], ...]:
    """The span of the title that leads up to a name starting at `at`, as a tuple of none or one."""
    if page.lang == "zh":
        return _han_title(page, at)
    text = page.text
    end = at
    while end > 0 and text[end - 1] == " ":
        end -= 1
    ranks: list[tuple[int, int]] = []
    while (address := address_before(page, end)) is not None:
        ranks[:0] = [(address.start, address.end)] if address.value == "rank" else []
        end = _stripped(text, 0, address.start)
    floor = max(0, end - _MAX_BEFORE)
    if ranks:
        return (*(_post_before(page, end) or _titles_joined(page, ranks[0][0], floor)), *ranks)
    return _post_before(page, end)


def address_before(page: Page, at: int) -> Hit | None:
    """The form of address or rank right before a place, if no office goes on with it."""
    end = _stripped(page.text, 0, at)
    is_parted = page.text[end - 1 : end] == ","
    end -= is_parted
    near = page.hits_of("honorifics", max(0, end - _ADDRESS), end)
    found = next((hit for hit in near if hit.end == end), None)
    if found is None or (page.lang != "vi" and found.value != "beside" and not page.text[found.start].isupper()):
        return None
    is_office = is_parted and found.value != "beside"
    is_office = is_office or any(hit.role == "titles" and hit.end == end and hit.start < found.start for hit in near)
    return None if is_office else found


def _post_before(page: Page, end: int) -> tuple[tuple[int, int], ...]:
    """The titles that end at a place, the last of them there."""
    text = page.text
    # A title before a comma belongs to whoever was named before it.
    if end and text[end - 1] in ',.:;\n”"':
        return ()
    floor = max(0, end - _MAX_BEFORE)
    heads = [hit for hit in page.hits_of("titles", floor, end) if _is_own(page, hit.end, end)]
    if not heads:
        return ()
    first = heads[-1]
    for hit in reversed(heads[:-1]):
        # "deputy head of the office of the secretary": heads joined by plain words belong to one title.
        if hit.end >= first.start or re.fullmatch(r"[\s\w'’]*", text[hit.end : first.start]):
            first = hit if text[hit.end : first.start].strip() in ("", "of", "of the") or hit.end > first.start else first
    end -= 3 if text.endswith(" là", 0, end) else 0
    start = with_modifiers(page, first.start, floor)
    return (*_titles_joined(page, start, floor), (start, end))


def _titles_joined(page: Page, at: int, floor: int) -> tuple[tuple[int, int], ...]:
    """The titles before one at `at`, up to three, in order of the text."""
    out: list[tuple[int, int]] = []
    while len(out) < 3:
        joined = _JOINED.search(page.text, floor, at)
        if joined is None:
            break
        stop = joined.start()
        cut = max(page.text.rfind(mark, floor, stop) for mark in ",;:.(\n")
        cut = max(cut, *(found.end() - 1 for found in _cuts(page, floor, stop)), cut)
        heads = page.hits_of("titles", max(floor, cut + 1), stop)
        told = _TOLD.search(page.text, max(floor, heads[0].start - 40), heads[0].start) if heads else None
        is_told = told is not None and not page.places_in(told.start(), told.end())
        if (
            not heads
            or is_told
            or _is_of_another(page, heads[0].start, stop, stop)
            or any(_is_named(page, one.end, stop) for one in (heads[0], heads[-1]))
        ):
            break
        at = with_modifiers(page, heads[0].start, max(floor, cut + 1))
        out.insert(0, (at, stop))
    return tuple(out)


def _is_named(page: Page, start: int, end: int) -> bool:
    """Whether nothing but a name stands behind a word of office: "Lieutenant General Le Nam and Colonel An"."""
    if page.lang == "vi":
        places = [one.end for one in page.places_in(start, end) if one.end <= end]
        is_ranked = any(hit.value == "rank" and hit.end == start for hit in page.hits_of("honorifics", start - _ADDRESS, start))
        return is_ranked or bool(places and _NAME_ONLY.fullmatch(page.text, places[-1], end))
    name = _NAME_ONLY.match(page.text, start, end) if page.lang == "en" else None
    if name is None or not (name.end() == end or page.text.startswith((" from ", " of "), name.end())):
        return False
    return not page.places_in(start, name.end()) and not any(is_body_word(word) for word in name.group().split())


def _is_own(page: Page, start: int, end: int) -> bool:
    """Whether nothing between a word of office and the name says that the title is somebody else's."""
    between = _IN_BODY.sub(" ", page.text[start:end])
    is_cut = any(_cuts(page, start, end)) if page.lang == "en" else _CUT.search(between) is not None
    return not re.search(r"[.;:\n]", between) and not is_cut and between.count(",") == 0


def _han_title(page: Page, at: int) -> tuple[tuple[int, int], ...]:
    text = page.text
    at -= text[at - 1 : at] == " "
    heads = [hit for hit in page.hits_in(max(0, at - 8), at) if hit.role == "titles" and hit.end == at]
    if not heads:
        return ()
    start = heads[0].start
    if text[start - 1 : start] == "兼":
        return (*_han_title(page, start - 1), (start, at))
    floor = max(0, start - 40)
    opening = [floor + found.end() for found in _HAN_START.finditer(folding.lower(text[floor:start]))]
    verbs = [floor + found.end() for found in _HAN_VERB.finditer(folding.lower(text[floor:start]))]
    begin = _within_body(page, sorted({floor, *opening, *verbs}), start)
    inside = [mention for mention in page.places_in(begin, start) if mention.start >= begin]
    if inside and page.places_in(floor, start)[-1].place.level != COUNTRY:
        begin = inside[0].start
    joined = next((at + 1 for at in range(start - 1, begin, -1) if text[at] == "及" and _opens_office(page, at + 1)), None)
    begin = joined or begin
    latin = _LATIN.match(text, begin, start)
    begin = latin.end() if latin else begin
    unopened = re.match(r"[^(（]*[)）]", text[begin:start])
    begin += unopened.end() if unopened else 0
    before = _han_title(page, begin - 1) if text[begin - 1 : begin] in ("、", "兼") else ()
    return (*before, (begin, at))


def _within_body(page: Page, openings: list[int], end: int) -> int:
    """Where a title begins: at the last opening, unless that is an "and" within the name of a body: 云溪[水文和地质]所所长."""
    begin = openings[-1]
    if len(openings) > 1 and openings[-2] == begin - 1 and page.lowered[begin - 2] == "、":
        return begin - 1  # "、和林格尔新区": no list goes on with both
    if len(openings) < 2 or page.lowered[begin - 1] not in "和与" or page.places_in(begin, end):
        return begin
    named = page.places_in(openings[-2], begin - 1)
    is_parted = page.has(openings[-2], begin - 1, "titles")
    return openings[-2] if named and named[-1].end < begin - 1 and not is_parted else begin


def _opens_office(page: Page, at: int) -> bool:
    """Whether a word of office, or one and "、" behind it, begins right there: 及[市委副书记、市长]."""
    return any(hit.role == "titles" and hit.value == "post" for hit in page.hits_at(at))
