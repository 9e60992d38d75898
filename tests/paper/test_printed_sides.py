from comity.paper.printed import Bullets, Cell, Heading, NewPage, Paragraph, Picture, Printed, Run, Table, table_behind
from comity.paper.printed_sides import SideRow, merged, sides_of


def said(key, text):
    return Paragraph(key, (Run(text),))


def of(lang, *blocks):
    return Printed(lang, (Run("T"),), "", "", None, blocks)


def table(key, *rows, caption=""):
    heads = ((Run("A"),), (Run("B"),))
    return Table(key, (Run(caption),) if caption else (), heads, rows)


def test_rows_stand_by_key_and_what_is_missing_is_empty():
    vi = of("vi", said("a", "một"), said("b", "hai"), NewPage("n"))
    en = of("en", said("a", "one"), said("c", "three"))
    assert sides_of([vi, en]) == [
        SideRow(((said("a", "một"),), (said("a", "one"),))),
        SideRow(((), (said("c", "three"),))),
        SideRow(((said("b", "hai"),), ())),
    ]


def test_keys_of_others_follow_what_they_follow():
    assert merged([["a", "b"], ["x", "a", "y", "z", "b", "w"], ["z", "q", "b"]]) == ["x", "a", "y", "z", "q", "b", "w"]


def test_table_becomes_a_row_for_each_of_its_rows():
    first = (Cell((said("r1", "x"),)), Cell())
    rows = sides_of([of("vi", table("t", first, caption="C"))])
    strong = Run("x", is_strong=True)
    assert rows == [
        SideRow(((Paragraph("t", (Run("C", is_strong=True),)),),), True),
        SideRow(((Paragraph("r1", (strong,)), Paragraph("", (Run("B"), Run(": "), Run("–")))),)),
    ]


def test_table_without_caption_is_called_by_its_heads():
    assert sides_of([of("vi", table("t"))])[0].sides[0][0].line == (
        Run("A", is_strong=True), Run(" ", is_strong=True), Run("B", is_strong=True),
    )  # fmt: skip


def test_rows_of_tables_are_paired_by_their_first_key():
    first, second = (Cell((said("r1", "x"),)), Cell((said("v", "y"),))), (Cell((said("r2", "z"),)), Cell())
    rows = sides_of([of("vi", table("t", first, second)), of("en", table("t", second))])
    assert [[len(side) for side in row.sides] for row in rows] == [[1, 1], [2, 0], [2, 2]]


def test_picture_stands_before_its_table():
    picture = Picture("p", "<svg/>", (Run("c"),), "alt", table("t"))
    rows = sides_of([of("vi", said("a", "y"), picture), of("en", said("a", "x"))])
    assert [(row.is_picture, row.is_heading) for row in rows] == [(False, False), (True, False), (False, True), (False, False)]


def test_table_behind_a_picture_is_not_called_what_the_picture_is():
    same = Picture("p", "<svg/>", (Run("C. Of 20."),), "alt", table("t", caption="C."))
    other = Picture("p", "<svg/>", (Run("D"),), "alt", table("t", caption="C."))
    assert [table_behind(picture).caption for picture in (same, other)] == [(), (Run("C."),)]


def test_headings_and_lists_stand_as_they_are():
    blocks = (Heading("h", 1, (Run("x"),)), Bullets("l", (said("i", "y"),)))
    assert sides_of([of("vi", *blocks)]) == [SideRow(((blocks[0],),)), SideRow(((blocks[1],),))]
