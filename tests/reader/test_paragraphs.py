"""Words in boxes become paragraphs in the order of reading."""

import pytest

from comity.reader.files.paragraphs import extract_of
from comity.reader.files.sheet import BoxedWord, Sheet

SIZE = 10.0
WIDTH = 5.0


def sheet_of(*lines, number=1, width=600.0, height=800.0):
    """A sheet of lines, each (left, top, text), every character 5 points wide."""
    words = []
    for left, top, text in lines:
        at = left
        for word in text.split(" "):
            right = at + WIDTH * len(word)
            words.append(BoxedWord(word, at, top, right, top + SIZE, size=SIZE))
            at = right + WIDTH
    return Sheet(number, width, height, tuple(words))


def paragraphs(*sheets):
    found = extract_of(list(sheets), media="application/pdf")
    end = found.marked[0][0] if found.marked else len(found.text)
    return [line for line in found.text[:end].split("\n") if line], [line for line in found.text[end:].split("\n") if line]


LEFT = [
    "the two sides agreed to open",
    "a new route over the river at",
    "the old ferry before harvests",
    "and to report it every month.",
]
RIGHT = [
    "They will also exchange lists",
    "of duty numbers and keep open",
    "the line between both offices",
    "in all weathers and all year.",
]


def test_two_columns_are_read_one_after_the_other():
    lines = [(50, 200 + 15 * n, text) for n, text in enumerate(LEFT)] + [
        (250, 203 + 15 * n, text) for n, text in enumerate(RIGHT)
    ]
    assert paragraphs(sheet_of(*lines)) == ([" ".join(LEFT), " ".join(RIGHT)], [])


def test_order_of_words_in_the_file_does_not_count():
    lines = [(50, 200 + 15 * n, text) for n, text in enumerate(LEFT)]
    straight = sheet_of(*lines)
    turned = Sheet(1, straight.width, straight.height, straight.words[::-1])
    assert paragraphs(turned) == paragraphs(straight)


def test_two_halves_of_a_letterhead_are_lines_of_their_own():
    head = [(50, 200, "UBND TỈNH"), (350, 200, "MẬT"), (50, 215, "SỞ"), (350, 215, "Số 1")]
    assert paragraphs(sheet_of(*head)) == (["UBND TỈNH", "MẬT", "SỞ", "Số 1"], [])


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the adminis-", "tration agreed on the ferry", "the administration agreed on the ferry"),
        ("on the cross-", "border trade at the ferry", "on the cross-border trade at the ferry"),
        ("the admi\u00ad", "nistration of the ferry route", "the administration of the ferry route"),
        ("in the Viet-", "Trung hospital at the river", "in the Viet- Trung hospital at the river"),
        ("at pages 3-", "5 of the list of the ferries", "at pages 3- 5 of the list of the ferries"),
    ],
)
def test_hyphens_of_broken_words_go(first, second, joined):
    lines = [(50, 200, first), (50, 215, second)]
    assert " ".join(paragraphs(sheet_of(*lines))[0]) == joined


def test_hyphen_of_a_word_written_so_elsewhere_stays():
    lines = [
        (50, 200, "the hot-line between us opens"),
        (50, 215, "each day and so does our hot-"),
        (50, 230, "line of the ferry at the gate"),
    ]
    assert paragraphs(sheet_of(*lines)) == (
        ["the hot-line between us opens each day and so does our hot-line of the ferry at the gate"],
        [],
    )


def test_running_lines_and_page_numbers_come_last_as_furniture():
    sheets = []
    for number in (1, 2, 3):
        body = (50, 200, f"Words of page {'abc'[number - 1]} that end here.")
        sheets.append(sheet_of((200, 30, f"Office {number}"), body, (290, 760, f"- {number} -"), number=number))
    assert paragraphs(*sheets) == (
        [f"Words of page {letter} that end here." for letter in "abc"],
        ["Office 1", "- 1 -", "Office 2", "- 2 -", "Office 3", "- 3 -"],
    )


@pytest.mark.parametrize(
    "number", ["3", "- 3 -", "Page 3 of 12", "Trang 3/12", "第3页", "第 3 页 共 12 页", "3 | Page", "sida 3 av 4"]
)
def test_number_of_a_single_page_is_furniture(number):
    found = paragraphs(sheet_of((50, 200, "Words."), (290, 760, number)))
    assert (found[0], [line.replace(" ", "") for line in found[1]]) == (["Words."], [number.replace(" ", "")])


@pytest.mark.parametrize("line", ["2027.", "3 sides met", "Trang 3 gates", "March 2026"])
def test_last_words_of_a_page_are_no_number(line):
    assert paragraphs(sheet_of((50, 200, "Words."), (290, 760, line))) == (["Words.", line], [])


def test_paragraph_goes_on_over_header_and_page():
    first = [(50, 600 + 15 * n, text) for n, text in enumerate(LEFT[:3])]
    second = [(50, 100, "and to report it every month.")]
    sheets = [sheet_of((200, 30, "Office"), *first), sheet_of((200, 30, "Office"), *second, number=2)]
    assert paragraphs(*sheets) == ([" ".join(LEFT)], ["Office", "Office"])


def test_empty_sheets_give_no_text():
    assert paragraphs(sheet_of()) == ([], [])
