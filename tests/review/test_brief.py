from dataclasses import replace

import pytest

from comity.paper.printed import Bullets, Heading, Paragraph, plain
from comity.review.brief import brief_parts, leaders_brief
from comity.review.brief_card import brief_card
from comity.review.every_rule import findings_of
from comity.review.found import Found
from comity.review.thresholds import thresholds
from comity.review.two_pages import SHEETS
from comity.review.worth_raising import WHY, worth_raising

from .made_brief import LANGS, made_brief
from .made_rows import THEM, US, agreed, row, said, state, wording

HEADS = {
    "en": [
        "Who they are",
        "What to thank them for",
        "Three things worth raising",
        "What they asked",
        "What is open",
        "What we agreed",
    ],
    "vi": [
        "Đối tác là ai",
        "Điều nên cảm ơn",
        "Ba việc nên nêu",
        "Phía bạn đã đề nghị gì",
        "Việc còn để ngỏ",
        "Hai bên đã thống nhất gì",
    ],
    "zh-Hans": ["对方情况", "可致谢之处", "可提出的三件事", "对方所提", "未了结事项", "已议定事项"],
}


def _found(rule, case="x", day="", thing=""):
    return Found(rule, case, thing or f"{rule}/{day}", (THEM,), (), "", "", (), (), day=day)


def _keys(blocks):
    for block in blocks:
        yield block.key
        if isinstance(block, Bullets):
            yield from (item.key for item in block.items)


@pytest.mark.parametrize("lang", LANGS)
def test_brief_has_its_parts_in_every_language_under_the_same_keys(lang):
    printed = leaders_brief(made_brief(), lang)
    assert [plain(block.line) for block in printed.blocks if isinstance(block, Heading)] == HEADS[lang]
    assert [block.key for block in printed.blocks if isinstance(block, Heading)] == [
        "who",
        "thanks",
        "raise",
        "asked",
        "open",
        "agreed",
    ]
    keys = list(_keys(printed.blocks))
    assert (len(keys), any(" " in key for key in keys)) == (len(set(keys)), False)


def test_brief_says_in_its_head_that_it_stays_at_home():
    assert [leaders_brief(made_brief(), lang).edition for lang in LANGS] == ["chỉ dùng nội bộ", "仅供本方使用", "home only"]
    first = leaders_brief(made_brief(), "en").blocks[0]
    assert plain(first.line) == "As of 22 Nov 2026, from what is held here; for one's own side only."


def test_names_stand_in_three_scripts_that_of_the_brief_first():
    lines = [plain(line) for line in brief_parts(made_brief(count=1), "zh-Hans")[0].lead]
    assert lines[0].startswith("恢复渡口通关通道 them / Mở lại")
    assert lines[0].endswith("ferry them")
    runs = brief_parts(made_brief(count=1), "zh-Hans")[0].lead[0]
    assert [run.lang for run in runs if run.is_strong] == ["", "vi", "en"]


def test_holders_stand_with_their_posts_and_since_when():
    who = brief_parts(made_brief(count=2), "en")[0]
    assert plain(who.items[0].line).startswith("屈致和 / Khuất Trí Hòa: Reopen the clearance route at the ferry h1")
    assert plain(who.items[0].line).endswith(", since Jul 2011")


def test_what_they_asked_is_of_the_last_session_after_letters_that_await_us():
    asked = next(part for part in brief_parts(made_brief(count=3), "en") if part.key == "asked")
    assert [plain(line) for line in asked.lead] == ["Last put forward at Reopen the clearance route at the ferry s1."]
    assert [item.key for item in asked.items] == ["asked/l0", "asked/l1", "asked/l2", "asked/v1"]
    assert plain(asked.items[0].line) == "Awaits our answer: Reopen the clearance route at the ferry l0 (1 Jan 2026)"
    assert plain(asked.items[3].line) == "Reopen the clearance route at the ferry v1 – left for later"


def test_open_items_stand_with_each_owners_word_and_no_judgement():
    opened = next(part for part in brief_parts(made_brief(count=3), "en") if part.key == "open")
    said_of = {item.key: plain(item.line) for item in opened.items}
    assert said_of["open/u1"] == (
        "Reopen the clearance route at the ferry u1 – Reopen the clearance route at the ferry them: waits for somebody, "
        "Us: reported done; planned for Feb 2026"
    )
    assert "open/u0" not in said_of


def test_partner_without_anything_gets_a_brief_that_says_so():
    for lang in LANGS:
        printed = leaders_brief(made_brief(nothing=True), lang)
        assert not [block for block in printed.blocks if isinstance(block, Bullets)]
        assert len([block for block in printed.blocks if isinstance(block, Paragraph)]) == 8
    words = " ".join(plain(block.line) for block in leaders_brief(made_brief(nothing=True), "en").blocks)
    assert "No name of theirs is held here." in words
    assert "Nothing to raise was found in what is held here." in words


def test_words_not_held_are_counted_and_not_guessed():
    assert plain(leaders_brief(made_brief(), "en").blocks[-1].line) == "Entries about them whose words are not held here: 2."


@pytest.mark.parametrize("lang", LANGS)
def test_whatever_the_words_are_the_parts_stay_within_two_pages(lang):
    parts = brief_parts(made_brief(long=True, count=40), lang)
    most, width = SHEETS[lang]
    assert sum(part.height(width) for part in parts) <= most
    assert [len(part.items) for part in parts if part.key == "raise"] == [3]
    assert sum(part.left_out for part in parts) > 0


def test_things_to_raise_are_one_of_each_kind_in_the_order_of_the_rule():
    found = [
        *(
            _found("thanks"),
            _found("results"),
            _found("no_mention"),
            _found("due", day="2026-01-01"),
            _found("due", day="2026-09-01"),
        ),
        *(
            _found("letters", "ours", "2026-05-01"),
            _found("letters", "ours_by", "2026-03-01"),
            _found("letters", "theirs", "2026-01-01"),
        ),
    ]
    assert [(each.found.rule, each.found.day) for each in worth_raising(found)] == [
        ("letters", "2026-03-01"),
        ("due", "2026-09-01"),
        ("letters", "2026-01-01"),
    ]


def test_one_thing_is_raised_once_and_a_second_of_a_kind_follows_the_first_of_each():
    found = [
        _found("waiting", day="2026-01-01", thing="a"),
        _found("due", day="2026-02-01", thing="a"),
        _found("no_mention", thing="b"),
    ]
    assert [each.found.thing for each in worth_raising(found)] == ["a", "b"]
    many = [_found("due", day=f"2026-0{at}-01") for at in range(1, 6)]
    assert [each.found.day for each in worth_raising(many)] == ["2026-05-01", "2026-04-01", "2026-03-01"]
    assert worth_raising([]) == []


def test_every_kind_worth_raising_is_a_rule_of_findings():
    from comity.review.every_rule import RULES

    assert {kind.partition("/")[0] for kind in WHY} <= set(RULES)
    assert set(RULES) - {kind.partition("/")[0] for kind in WHY} == {"thanks", "results", "no_successor", "left", "translations"}


def test_thanks_are_those_of_the_findings():
    item = agreed("ferry", said("p", THEM, "done", book=US, word="told", on="2026-05-01"), agreed_on="2025-01-01")
    found = findings_of(state(item, row("party", THEM, {})), thresholds())
    assert [each.case for each in found if each.rule == "thanks"] == ["kept_told"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("made", [{"nothing": True}, {"count": 3}, {"long": True, "count": 20}])
def test_card_is_one_drawing_no_higher_than_a_screen_holds(lang, made):
    from xml.etree import ElementTree

    root = ElementTree.fromstring(brief_card(made_brief(**made), lang))
    assert (root.get("role"), float(root.get("width")), float(root.get("height")) < 1500) == ("img", 720, True)
    words = "".join(text.text for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert {"vi": "chỉ dùng trong", "zh-Hans": "仅供本方使用", "en": "for one's own side only"}[lang] in words


def test_who_was_named_last_leads_then_who_was_named_for_the_same_post_and_who_was_named_years_ago():
    made = made_brief(count=1)

    def holder(name, post, on):
        fields = {"party": [THEM], "holder": name, "post": [wording("en", post)], "from_on": on}
        return row("post_holding", name, fields)

    year = int(made.state.on[:4])
    holders = (
        holder("old", "Chair", f"{year - 16}-09"),
        holder("before", "Secretary", f"{year - 2}-02"),
        holder("now", "Secretary", f"{year}-01"),
        holder("vice", "Vice chair", f"{year - 3}"),
    )
    for given in (holders, holders[::-1]):
        assert [each["id"] for each in replace(made, holders=given).present_holders()] == ["now", "vice", "before", "old"]
