from comity.paper.statement_name import spoken_of, statement_parts
from comity.paper.wording import Part
from simulator import World, refs


def test_statement_is_called_by_its_kind_and_what_it_speaks_of_in_each_language():
    parts = [
        Part("vi", "official", "Mở phà"),
        Part("zh-Hans", "", "开渡口"),
        Part("en", "", "Open the ferry"),
        Part("fr", "", "Le bac"),
    ]
    assert statement_parts("progress", parts) == (
        Part("vi", "official", "tình hình thực hiện: Mở phà"),
        Part("zh-Hans", "", "落实情况：开渡口"),
        Part("en", "", "progress: Open the ferry"),
        Part("fr", "", "progress: Le bac"),
    )
    assert statement_parts("progress", []) == ()


def test_statement_speaks_of_what_its_kind_names_first():
    party = World().party("north")

    def about(kind, **named):
        return spoken_of(party.write(kind, refs=refs(**named)).envelope)

    one, other = "1" * 64, "2" * 64
    assert about("progress", owner=other, undertaking=one) == one
    assert about("correction", thing=one) == one
    assert about("progress", owner=other) == other
    assert about("unheard_of", thing=one) == ""
