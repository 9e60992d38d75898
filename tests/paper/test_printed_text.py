from comity.paper.printed import Bullets, Cell, Ending, Head, Heading, NewPage, Paragraph, Picture, Printed, Run, Table
from comity.paper.printed_head import ROOM
from comity.paper.printed_text import text_of

from .printed_sample import letter


def test_text_is_what_the_paper_says_in_its_order():
    table = Table("t", (Run("C"),), ((Run("A"),), (Run("B"),)), ((Cell((Paragraph("r", (Run("x"),)),)), Cell()),))
    blocks = (
        Heading("h", 1, (Run("Head"),)),
        Paragraph("p", (Run("Said "), Run("云溪", lang="zh-Hans")), sources=(Run("S1"),), code="ab-cd", remark="look"),
        NewPage("n"),
        Bullets("b", (Paragraph("b1", (Run("one"),)), Paragraph("b2", (Run("two\u202e"),))), True),
        Bullets("c", (Paragraph("c1", (Run("three"),)),)),
        Picture("f", "<svg/>", (Run("Drawn"),), "What it shows.", table),
    )
    assert text_of(Printed("en", (Run("T"),), "e", "l", Head(organ="O", number="1", place="P", day="2026-11-28"), blocks)) == (
        f"O\nNo. 1\n\nP, 28 November 2026\n\nT\nTo: {ROOM}\n\n1. Head\n\nSaid 云溪 (S1 · ab-cd) [look]\n\n"
        "1. one\n2. two[U+202E]\n\n- three\n\n"
        f"[Drawn]\nWhat it shows.\n\nC\nx\n  B: –\n\n{ROOM}\n{ROOM}\n\nCopies to:\n{ROOM}\n"
    )


def test_letter_as_text_begins_and_ends_as_it_is_printed():
    lines = text_of(letter("zh-Hans")).splitlines()
    assert (lines[0], lines[-1]) == ("云溪地区外事办公室", "抄送：云溪地区商务厅，云溪地区口岸办。")


def test_table_without_heads_says_nothing():
    assert text_of(
        Printed("vi", (Run("T"),), "", "", None, (Table("t", (), (), ()), Table("u", (Run("C"),), ((Run("A"),),), ())))
    ) == ("T\n\nC\n–\n")


def test_who_signs_stands_before_what_is_annexed():
    blocks = (Paragraph("p", (Run("Said."),)), Ending("end"), Heading("a", 1, (Run("Annex"),)))
    printed = Printed("en", (Run("T"),), "e", "l", Head(organ="O", signer="S", recipients=("R",)), blocks)
    assert text_of(printed).endswith(f"Said.\n\n{ROOM}\nS\n\nCopies to:\nR\n\n1. Annex\n")
