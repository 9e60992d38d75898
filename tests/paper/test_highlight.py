import re

from comity.paper.highlight import Mark, marks_of, moved, passage, quote_highlight


def _plain(markup):
    return re.sub(r"<[^>]+>", "", markup)


def _marked(markup):
    return [(key, _plain(text)) for key, text in re.findall(r'<mark class="[^"]*" data-key="([^"]*)">(.*?)</mark>', markup)]


def test_words_are_marked_and_lead_somewhere():
    (block,) = quote_highlight("The sides agreed.", [Mark(4, 9, "7", "/drafts/7", "person: open", "open")])
    assert block.markup == (
        'The <span id="q-7"></span><mark class="open" data-key="7"><a href="/drafts/7" title="person: open">sides</a></mark>'
        " agreed."
    )


def test_text_without_marks_is_escaped_and_unchanged():
    (block,) = quote_highlight("a < b & c", [])
    assert (block.markup, block.keys) == ("a &lt; b &amp; c", ())


def test_overlapping_marks_are_cut_and_lead_to_the_shortest():
    (block,) = quote_highlight("abcdefgh", [Mark(0, 6, "long"), Mark(2, 4, "in"), Mark(5, 8, "over")])
    assert _marked(block.markup) == [("long", "ab"), ("in", "cd"), ("long", "e"), ("over", "f"), ("over", "gh")]
    assert (_plain(block.markup), block.keys) == ("abcdefgh", ("long", "in", "over"))


def test_every_cut_of_two_marks_keeps_the_text():
    text = "one two\nthree"
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            blocks = quote_highlight(text, [Mark(start, end, "a"), Mark(2, 9, "b")])
            assert "\n".join(_plain(block.markup) for block in blocks) == text


def test_a_mark_never_reaches_across_a_line():
    blocks = quote_highlight("one two\nthree four", [Mark(4, 13, "7")])
    assert [_marked(block.markup) for block in blocks] == [[("7", "two")], [("7", "three")]]
    assert [block.keys for block in blocks] == [("7",), ()]


def test_text_broken_at_a_width_keeps_its_paragraphs():
    blocks = quote_highlight("one\ntwo\n\nthree\nfour\n", [])
    assert [_plain(block.markup) for block in blocks] == ["one\ntwo", "three\nfour\n"]


def test_marks_outside_the_text_are_left_out():
    (block,) = quote_highlight("abc", [Mark(2, 9, "a"), Mark(5, 6, "b")])
    assert block.markup == "abc"


def test_an_anchor_stands_once():
    blocks = quote_highlight("aa bb\ncc", [Mark(0, 8, "7"), Mark(3, 5, "8")])
    assert sorted(re.findall(r'id="([^"]*)"', "".join(block.markup for block in blocks))) == ["q-7", "q-8"]


def test_passage_is_what_stands_around():
    blocks = quote_highlight("a\nb\nc\nd\ne", [Mark(4, 5, "7")])
    assert [_plain(block.markup) for block in passage(blocks, "7")] == ["b", "c", "d"]
    assert len(passage(blocks, "none")) == 5


def test_marks_move_to_the_text_that_was_read():
    # original: <p>ab</p>cd, read as "abcd"
    starts, ends = [3, 4, 9, 10], [4, 5, 10, 11]
    marks = [Mark(3, 5, "ab"), Mark(4, 10, "bc"), Mark(0, 3, "tag"), Mark(0, 11, "all")]
    assert moved(marks, starts, ends) == [Mark(0, 2, "ab"), Mark(1, 3, "bc"), Mark(0, 4, "all")]


def test_evidence_without_a_place_makes_no_mark():
    evidence = [{"quote": "a", "start": 1, "end": 2}, {"quote": "b"}, {"start": 3, "end": 3}]
    assert marks_of(evidence, "7", state="open") == [Mark(1, 2, "7", state="open")]
