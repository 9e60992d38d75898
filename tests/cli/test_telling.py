"""What `comity show` says in plain text of what came after a thing was entered."""

import pytest

from .office import apart


def lines(office, name):
    said = office("show", name)
    assert said.code == 0, said.err
    return [line.strip() for line in said.out.splitlines()]


def of(office, name, *labels):
    return [line for line in lines(office, name) if line.startswith(labels)]


@pytest.fixture
def asked(two):
    two.act("letter", "subject.en=Ferry hours", "from_party=north", "to_party=south", "asks_for=answer", "--id", "asked")
    return two


def test_letter_says_whether_it_awaits_an_answer_and_what_answered_it(asked):
    assert of(asked, "asked", "Answered", "Awaits") == ["Awaits an answer: yes"]
    asked.act("letter", "subject.en=Yes", "from_party=south", "to_party=north", "answers=asked", "--id", "reply", by="south")
    assert of(asked, "asked", "Answered", "Awaits") == ["Answered by: reply", "Awaits an answer: no"]


def test_letter_without_its_body_cannot_say(asked):
    assert asked("erase", "asked", "--as", "north", "--why", "asked for").code == 0
    assert of(asked, "asked", "Answered", "Awaits") == ["Awaits an answer: cannot say"]


def test_obstacle_gives_the_last_word_of_each_side(two):
    two.act("obstacle", "title.en=Low water", "raised_by=north", "state=open", "--id", "water")
    two.act("obstacle", "title.en=Low water", "follows=water", "stated_by=south", "state=settled", "--id", "later", by="south")
    words = of(two, "water", "Last word")
    assert sorted(words) == ["Last word of north: open (own word)", "Last word of south: settled (own word)"]


def test_readings_about_a_thing_are_told_with_their_words(two):
    two.act("undertaking", "title.en=Reopen the ferry", "--id", "due")
    two.act("source", "title.en=A report", "address=https://example.org/a", "--id", "report")
    two.act("reading", "source=report", "says=done", "title.en=The ferry runs", "about=due", "--id", "later")
    two.act("reading", "source=report", "says=done", "about=due", "--id", "wordless")
    assert of(two, "due", "Reading about") == ["Reading about it: The ferry runs (later)", "Reading about it: wordless"]


def test_merge_is_told_of_both(two):
    for short in ("one", "other"):
        two.act("proposal", "title.en=Longer hours", "--id", short)
    two.act("merge", "things=one,other", "why.en=same")
    assert [of(two, name, "Stated to be") for name in ("one", "other")] == [
        ["Stated to be the same as: other"],
        ["Stated to be the same as: one"],
    ]


def test_proposal_tells_what_took_it_up(two):
    two.act("proposal", "title.en=Longer hours", "--id", "hours")
    two.act("undertaking", "title.en=Longer hours", "proposal=hours", "--id", "due")
    assert of(two, "hours", "Taken up", "What became") == ["What became of it: taken up", "Taken up in: due"]


LINES = [("vi", "Đang chờ trả lời: có"), ("zh-Hans", "待答复: 是"), ("vi", "Gửi cho: bên nhận"), ("zh-Hans", "收件方: 收件方")]


@pytest.mark.parametrize(("lang", "line"), LINES)
def test_it_is_told_in_the_language_of_the_session(asked, lang, line):
    said = apart("show", "asked", "--home", asked.home, COMITY_LANG=lang)
    assert line in [each.strip() for each in said.out.splitlines()]
