"""Border gates: pairs by their known names, and gates at large where a clause changes something about them.

- A pair is two known names of one pair beside each other, in either order and any spelling of the table: its own, those of
  aliases.tsv, and the readings of its names in characters. A known misprint counts beside the other gate of its pair, less sure.
- Two names a dash joins are a pair too, known or not, where words for a gate or a passage stand right beside them.
- A pair counts where a clause speaks of it as a gate or a passage, or "concerning the opening of" does; the same name of a
  railway, a zone, a friendship of towns does not. The headline counts no gate.
- A gate named alone and gates at large count only inside a clause, with the word that says what is to change.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from comity.reader.clauses.drafts import Draft
from comity.reader.names.aliases import ERROR, GATE, aliases
from comity.reader.names.spellings import spellings_of
from comity.reader.reading import Gate
from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page
from comity.reader.told.han_gates import named_gates
from comity.reader.words import folding
from comity.reader.words.gazetteer import rows_of
from comity.reader.words.trie import Trie

_FEW = 16
_Found = tuple[int, int, int, tuple[str, ...], str | None]
_BETWEEN = re.compile(
    r"\s*(?:\([^)]{1,20}\)|（[^）]{1,20}）)?(?:口岸)?\s*(?:[-–—/~]{1,2}|and|và|与|和|至|with)\s*"
    r"(?:[Cc]ửa khẩu|the|China['’]s|Vietnam['’]s|Viet Nam['’]s|中国|越南|中國)?\s*"
)
# One of these joins the two names of every pair.
_LINKED = re.compile("[-–—/~与和至]|and|và|with")
_SIDE = re.compile(r"\s*(?:\([^)]{1,20}\)|（[^）]{1,20}）)")
_AFTER = re.compile(
    r"\s*(?:bilateral |international |main )?"
    r"(?:border gate pair|border gates?|customs clearance(?: route)?|clearance route|border crossing)"
    r"|(?:智慧|双边性?|国际性?|公路)*口岸"
)
_LETTERS = [chr(code) for code in (*range(0x41, 0x7B), *range(0xC0, 0x1EFA)) if chr(code).isalpha()]
_CAP = f"[{''.join(c for c in _LETTERS if c.isupper())}]"
_LOW = f"[{''.join(c for c in _LETTERS if c.islower())}]"
_NAME = rf"(?:{_CAP}{_LOW}+(?: {_CAP}{_LOW}+){{0,2}})"
_SHAPES = (
    # vi: the word for a gate stands first.
    re.compile(
        rf"(?:[Cc]ặp cửa khẩu|[Cc]ửa khẩu|[Ll]ối mở|[Ll]ối thông quan|[Cc]ặp chợ)(?: {_LOW}+){{0,4}} "
        rf"({_NAME})(?: \([^)]{{1,20}}\))?\s?[-–—/]\s?({_NAME})"
    ),
    # en: it follows.
    re.compile(
        rf"\b({_NAME})(?: \([^)]{{1,20}}\))?\s?[-–—/]\s?({_NAME})(?: \([^)]{{1,20}}\))?"
        r" (?:international |bilateral |main |local )*"
        r"(?:border[- ]gates?(?: pair)?|border crossings?|crossing points?|ports?|passages?)"
    ),
    re.compile(
        r"([\u4e00-\u9fff]{2,4})(?:（[^）]{1,12}）)?[—–－-]{1,2}([\u4e00-\u9fff]{2,4}?)(?:（[^）]{1,12}）)?"
        r"(?:国际性?|双边性?|公路|铁路|水运|边境|智慧)*(?:口岸|通道|互市点)"
    ),
)
# One of these joins the two names of every shape.
_DASH = re.compile("[-–—－/]")
_BEFORE_NAME = re.compile(r"(?:开通|开放|关闭|升级|恢复|建设|推动|关于|加快|重开|将|把|及|与|和|的|在|对|由|从|经|至|为)")


# What bears the name of a gate pair and is none.
_OTHER_BEFORE = re.compile(
    r"(?:đường sắt|cao tốc|đường bộ|hữu nghị|khu kinh tế|khu hợp tác|đoạn|tuyến|cầu|du lịch|railway|friendship|quan hệ)"
    r"[\w\s]{0,12}$",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(
    r"\s*(?:\([^)]{1,20}\)|（[^）]{1,20}）)?\s*(?:international |cross-border |khu vực |border[- ]gate )*"
    r"(?:tourism|rail|highway|expressway|economic zone|economic cooperation|cooperation|friendship|bridge|du lịch|khu kinh tế"
    r"|铁路线|高速|跨境经济|经济合作区|双边经济|跨境旅游|旅游|贸易经商|大桥)",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\s*\((?:VNA|TTXVN|VOV|VGP|Xinhua)\)")
_CONCERNING = re.compile(
    r"(?:^|[。.\n]\s*)(?:关于|關於|就|\b(?:về việc|về|regarding|concerning|on)\b)[^,，;；。.]{0,60}$", re.IGNORECASE
)
_NEAR, _BEFORE = 60, 90
# A gate named alone.
_SINGLE = (
    re.compile(rf"[Cc]ửa khẩu(?: quốc tế| song phương| chính| phụ| quốc gia| đường bộ| đường sắt)* {_NAME}"),
    re.compile(rf"\b(?:the )?{_NAME}(?: (?:[Ii]nternational|[Bb]ilateral|[Mm]ain|[Ll]ocal))* [Bb]order (?:[Gg]ate|[Cc]rossing)"),
)
# What goes on at a gate is not what becomes of it: 口岸贸易活动.
_AT_GATE = re.compile(
    r"[的]?(?:贸易|人员|活动|通关|合作|服务|秩序|环境|查验|检|协作|管理|经济|区|营|疫"
    r"|部门|执法|监管|货运|物流|地区|城市|所在)"
)
_BECOMES = re.compile(r"(?:和通道)?(?:全面|正式)?(?:开放|升格|升级|建设|改造|扩建|扩大开放|恢复开放|重新开放|设立|开通)")


@lru_cache(maxsize=1)
def _names() -> Trie[tuple[int, int]]:
    rows = list(rows_of("gate_pairs.tsv", 2))
    return Trie(
        (folding.bare(spelling), (number, side))
        for number, row in enumerate(rows)
        for side, names in enumerate(row)
        for name in names.split(";")
        for spelling in (name, *spellings_of(name), *_aliases().get(name, ()))
    )


@lru_cache(maxsize=1)
def _aliases() -> dict[str, tuple[str, ...]]:
    """The names in aliases.tsv by the name of the table that each stands under."""
    found: dict[str, tuple[str, ...]] = {}
    for line in aliases():
        if line.what == GATE:
            found[line.name] = (*found.get(line.name, ()), line.alias)
    return found


@lru_cache(maxsize=1)
def _misprints() -> frozenset[str]:
    return frozenset(folding.bare(line.alias) for line in aliases() if line.what == GATE and line.source == ERROR)


@lru_cache(maxsize=1)
def _usual() -> tuple[tuple[str, str], ...]:
    return tuple((vn.split(";")[0], cn.split(";")[0]) for vn, cn in rows_of("gate_pairs.tsv", 2))


def _clause_at(drafts: tuple[Draft, ...], starts: list[int], at: int) -> str | None:
    """The id of the first clause that holds a place; `drafts` stand in order, and few hold the same words."""
    after = bisect_right(starts, at)
    holding = (n for n in range(max(0, after - _FEW), after) if at < drafts[n].end)
    return next((f"C{n + 1}" for n in holding), None)


def gates_of(page: Page, drafts: tuple[Draft, ...]) -> tuple[Gate, ...]:
    """The gates in order of the text, each with the clause it stands in."""
    known = _pairs(page)
    pairs = _counting(page, sorted([*known, *_by_shape(page, known)], key=lambda one: one[:2]), drafts)
    # Where a clause names a pair, "the gates" in it are that pair.
    bare = tuple(draft for draft in drafts if not any(draft.start <= pair[0] < draft.end for pair in pairs))
    single = [(start, end, -1, (page.text[start:end],), change) for one in bare for start, end, change in named_gates(page, one)]
    told = tuple(one for one in bare if not any(one.start <= named[0] < one.end for named in single))
    found = [*pairs, *single, *_at_large(page, told), *_alone(page, told)]
    found.sort(key=lambda one: one[0])
    out: list[Gate] = []
    starts = [draft.start for draft in drafts]
    for start, end, number, names, change in found:
        clause = _clause_at(drafts, starts, start)
        pair = _usual()[number] if number >= 0 else ()
        rule, confidence = ("gate_pairs", 0.9) if pair else ("gates/shape", 0.7) if names else ("gates/at-large", 0.6)
        if pair and any(folding.bare(name) in _misprints() for name in names):
            rule, confidence = "aliases/error", 0.6
        evidence = (page.quote(start, end),)
        out.append(Gate(f"G{len(out) + 1}", pair, names, change, clause, evidence, rule, confidence))
    return tuple(out)


def _counting(page: Page, pairs: list[_Found], drafts: tuple[Draft, ...]) -> list[_Found]:
    """The pairs something is said to become of, each once a clause."""
    out: list[_Found] = []
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for one in pairs:
        start, end, _, names, _ = one
        block = page.block_at(start)
        if block is None or block.label == TITLE or _OTHER_AFTER.match(page.text, end):
            continue
        before = page.text[max(block.start, start - _BEFORE) : start]
        draft = next((draft.start for draft in drafts if draft.start <= start < draft.end), None)
        if _OTHER_BEFORE.search(before) or (draft is None and not _CONCERNING.search(before)):
            continue
        near = page.hits_in(max(block.start, start - _NEAR), min(block.end, end + _NEAR))
        if any(hit.role == "gates" for hit in near) and (-1 if draft is None else draft, names) not in seen:
            seen.add((-1 if draft is None else draft, names))
            out.append(one)
    return out


def _alone(page: Page, drafts: tuple[Draft, ...]) -> list[_Found]:
    """One gate named where a clause changes something about it."""
    out: list[_Found] = []
    for draft in drafts:
        change = _change(page, draft.start, draft.end)
        found = next((hit for shape in _SINGLE if (hit := shape.search(page.text, draft.start, draft.end))), None)
        if found is not None and change is not None:
            out.append((found.start(), found.end(), -1, (found.group(),), change))
    return out


def _pairs(page: Page) -> list[_Found]:
    text = page.text
    out: list[_Found] = []
    for sentence in page.sentences:
        if _LINKED.search(text, sentence.start, sentence.end) is None:
            continue
        hits = list(_names().hits(folding.bare(text[sentence.start : sentence.end])))
        named = [(sentence.start + start, sentence.start + end, values) for start, end, values in hits]
        for first, first_end, values in named:
            link = _BETWEEN.match(text, first_end, sentence.end)
            if link is None or text[first].islower():
                continue
            for second, second_end, others in named:
                pair = next((v for v in values for o in others if v[0] == o[0] and v[1] != o[1]), None)
                if second != link.end() or pair is None:
                    continue
                if out and out[-1][0] == first:
                    out.pop()
                end = _reach(text, second_end, sentence.end)
                names = (text[first:first_end], text[second:second_end])
                out.append((first, end, pair[0], names, _change(page, sentence.start, first)))
    return out


def _by_shape(page: Page, known: list[_Found]) -> list[_Found]:
    """The pairs of names outside the table, once for each place they stand in."""
    out: list[_Found] = []
    for sentence in page.sentences:
        if _DASH.search(page.text, sentence.start, sentence.end) is None:
            continue
        for found in (found for shape in _SHAPES for found in shape.finditer(page.text, sentence.start, sentence.end)):
            start, end = found.start(1), found.end()
            leads = [lead.end() for lead in _BEFORE_NAME.finditer(found.group(1))] if page.lang == "zh" else []
            start += leads[-1] if leads and len(found.group(1)) - leads[-1] >= 2 else 0
            if any(one[0] < end and start < one[1] for one in (*known, *out)) or _AGENCY.match(page.text, found.end(1)):
                continue
            names = (page.text[start : found.end(1)], found.group(2))
            out.append((start, end, -1, names, _change(page, sentence.start, start)))
    return out


def _reach(text: str, at: int, limit: int) -> int:
    side = _SIDE.match(text, at, limit)
    after = _AFTER.match(text, side.end() if side else at, limit)
    return after.end() if after else at


def _change(page: Page, start: int, at: int) -> str | None:
    words = [hit for hit in page.hits_of("gates", max(start, at - 120), at) if hit.value == "change"]
    return words[-1].line.words if words else None


def _at_large(page: Page, drafts: tuple[Draft, ...]) -> list[_Found]:
    out: list[_Found] = []
    for draft in drafts:
        hits = page.hits_of("gates", draft.start, draft.end)
        smart = next((hit for hit in hits if hit.value == "smart"), None)
        gate = smart or next((hit for hit in hits if hit.value == "gate"), None)
        if gate is None or _AT_GATE.match(page.lowered[gate.end : gate.end + 6]):
            continue
        becomes = _BECOMES.match(page.lowered[gate.end : gate.end + 12]) if page.lang == "zh" else None
        if becomes is not None and smart is None:
            out.append((gate.start, gate.end + becomes.end(), -1, (), becomes.group()))
            continue
        changes = [hit for hit in hits if hit.value == "change" and hit.end <= gate.start and gate.start - hit.end < 40]
        if smart is None and not changes:
            continue
        start = changes[0].start if changes and smart is None else gate.start
        out.append((start, gate.end, -1, (), "smart gate" if smart else changes[0].line.words))
    return out
