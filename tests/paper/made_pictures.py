"""Pictures of invented things at the numbers a real record has: 20 areas, 12 years, 25 gates, 20 parties, 6 mechanisms.

drawn("vi")["strip-map"].svg
"""

from functools import cache

from comity.kinds.session import STAGES
from comity.paper.areas import AREAS
from comity.paper.flow_by_year import draw_flow_by_year
from comity.paper.open_ageing import AGES, draw_open_ageing
from comity.paper.party_ties import Papers, Tied, draw_party_ties
from comity.paper.session_lanes import Lane, Met, draw_session_lanes
from comity.paper.state_by_area import AreaStates, draw_state_by_area
from comity.paper.state_words import OPEN, STATE_ORDER
from comity.paper.strip_map import STANDING, Bead, BeadSide, Corridor, draw_strip_map
from comity.paper.wording import Part

NAMES = {
    "vi": (
        "Tỉnh Thanh Lạc",
        "Ban Quản lý Khu kinh tế cửa khẩu tỉnh Thanh Lạc và vùng phụ cận",
        "Sở Giao thông vận tải tỉnh Thanh Lạc",
        "Huyện Phú Lạc",
    ),
    "zh-Hans": ("云溪地区", "云溪地区交通运输厅口岸管理与通关便利化工作处", "云溪地区人民政府外事办公室", "青河县"),
    "en": (
        "Van Khe Region",
        "Foreign Affairs Office of the People's Government of Van Khe Region",
        "Department of Transport",
        "Phu Lac District",
    ),
}
GATES = (
    ("Phú Lạc", "富乐", "Phu Lac"),
    ("Bến đò Đông Hòa", "东和渡口", "Dong Hoa ferry"),
    ("Cửa khẩu Thượng Bình Minh Nguyên", "上平明原口岸货运专用通道", "Thuong Binh Minh Nguyen freight road"),
)
SIDES = ("phía Thanh Lạc", "云溪一侧")
_TONGUES = tuple(NAMES)


@cache
def drawn(lang, *, times=1, words=""):
    """Every picture by its key; `times` makes more of everything, `words` stand in all names."""
    made = (
        draw_state_by_area(_areas(lang, times, words), lang),
        draw_flow_by_year(_flow(times), lang),
        draw_session_lanes(_lanes(times, words), {code: labels.in_language(lang) for code, labels in STAGES.items()}, lang),
        draw_open_ageing(_ages(times), lang, standing=12),
        draw_party_ties(*_ties(times, words), lang),
        draw_strip_map([bead(at, words) for at in range(25 * times)], SIDES, lang, corridors=_corridors(words)),
    )
    return {picture.key: picture for picture in made}


def bead(at, words=""):
    """The pair at a place of the line, every ninth with a long name, every sixth a route of the one before."""
    sides = []
    for step in (0, 1):
        names = zip(("vi", "zh-Hans", "en"), GATES[2 if (at + step) % 9 == 0 else (at + step) % 2], strict=True)
        parts = tuple(Part(lang, "", words or text) for lang, text in names)
        shape, told = list(STANDING)[(at + step) % 5], "mở tạm thời 03/2024" if at % 4 else ""
        sides.append(BeadSide(parts, "国际性" if at % 2 else "", shape, told))
    return Bead(f"g{at}", *sides, within=f"g{at - 1}" if at % 6 == 1 else "", markers=f"{1000 + at}")


def _name(at, words):
    return words or f"{NAMES[_TONGUES[at % 3]][at % 4]} {at}"


def _areas(lang, times, words):
    for at, area in enumerate(list(AREAS.values())[:20] * times):
        called = f"{area.in_language(lang)}{'' if at < 20 else at}"
        yield AreaStates(words or called, {state: (at * 7 + step * 5) % 9 for step, state in enumerate(STATE_ORDER)})


def _flow(times):
    years = [(at, str(2026 - at)) for at in range(12 * times)]
    return {(year, state): (at * 3 + step) % 4 * times for at, year in years for step, state in enumerate(STATE_ORDER)}


def _lanes(times, words):
    for at in range(6 * times):
        met = [
            Met(
                f"{year}-{(year * at) % 12 + 1:02}-11",
                str(year - 2013),
                _name(at + year % 2, words),
                list(STAGES)[(at + year) % 4],
            )
            for year in range(2014, 2027)
        ]
        yield Lane(_name(at, words), tuple(met))


def _ages(times):
    return {(age, state): (at * step + 3) % 40 * times for at, age in enumerate(AGES) for step, state in enumerate(OPEN)}


def _ties(times, words):
    parties = [Tied(f"p{at:03}", _name(at, words), _TONGUES[at % 3], at % 2) for at in range(20 * times)]
    sets = {}
    for at in range(14 * times):
        bound = tuple(sorted({parties[(at * 3 + step * 7) % len(parties)].id for step in range(2 + at % 3)}))
        sets[bound] = Papers(bound, at % 5 + 1, "2016", "2025")
    return parties, list(sets.values())


def _corridors(words):
    left, right = (Part("vi", "", words or "Hành lang ven sông"),), (Part("zh-Hans", "", words or "沿江走廊"),)
    return [
        Corridor(left, right, "đường bộ", ("g2", "g8", "g14")),
        Corridor(left, (Part("zh-Hans", "", "西部走廊"), *left), "", ("g3", "g21")),
        Corridor((), right, "", ("g5", "nowhere")),
    ]
