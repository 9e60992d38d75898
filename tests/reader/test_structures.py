"""Lists, enumerations, accounts and reports: told by their structure, with verbs no lexicon has."""

import pytest

from .reports_here import clause_lines, reading_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "双方商定以下事项：\n一、点亮两岸灯塔。\n（二）修缮旧渡口，并向上级报告。\n3．由两地渔会互换船名单。\n会后大家散步。",
            ["点亮两岸灯塔", "修缮旧渡口", "向上级报告", "由两地渔会互换船名单"],
        ),
        (
            "Hai bên thống nhất các nội dung sau:\n1. Nạo vét bến phà cũ.\na) Về đèn biển: thắp sáng hai bờ;\n"
            "+ Gửi nhau giá vé.\nĐoàn đi dạo trên bờ sông.",
            ["Nạo vét bến phà cũ", "thắp sáng hai bờ", "Gửi nhau giá vé"],
        ),
        (
            "The two sides agreed to:\n(1) dredge the old basin;\n- light both banks.\nLunch was good.",
            ["dredge the old basin", "light both banks"],
        ),
        ("双方同意以下内容：一是清淤渡口；二是增亮航标；三是合办船员夜校。", ["清淤渡口", "增亮航标", "合办船员夜校"]),
        ("Hai bên nhất trí: một là, nạo vét bến phà; hai là, thắp đèn hai bờ.", ["nạo vét bến phà", "thắp đèn hai bờ"]),
        (
            "The two sides agreed on the following: first, dredging of the basin; second, lights on both banks.",
            ["dredging of the basin", "lights on both banks"],
        ),
        ("The two sides agreed to (1) mend the lamp; and (2) seek new funds.", ["mend the lamp", "seek new funds"]),
        ("The two sides agreed to juggle their lamps and to report the result.", ["juggle their lamps", "report the result"]),
    ],
)
def test_points_under_an_act_are_agreed(text, words):
    assert clause_lines(reading_of(text)) == [("agreed", word) for word in words]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "双方取得以下成果：灯塔已于5月点亮；渔民互助12次。双方也谈到困难和问题。渡口年久失修。",
            [("done", "灯塔已于5月点亮"), ("done", "渔民互助12次"), ("limitation", "渡口年久失修")],
        ),
        (
            "Kết quả đạt được:\n- Tàu cá qua lại tăng 12%.\nTồn tại, hạn chế:\n- Đèn biển hay tắt.",
            [("done", "Tàu cá qua lại tăng 12%"), ("limitation", "Đèn biển hay tắt")],
        ),
        (
            "Năm 2031, hai bên đã thắp 3 ngọn đèn và đã vớt xong rác bến phà.",
            [("done", "thắp 3 ngọn đèn"), ("done", "vớt xong rác bến phà")],
        ),
        (
            "The parties noted the following results:\n1. The basin was cleared in May.\n"
            "Remaining difficulties:\n- funds are short.",
            [("done", "The basin was cleared in May"), ("limitation", "funds are short")],
        ),
        ("各方认为，一年来，夜航接送旅客3万人次。", [("done", "夜航接送旅客3万人次")]),
    ],
)
def test_accounts_are_results_and_difficulties(text, lines):
    assert clause_lines(reading_of(text)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("清乐方面表示，新灯塔自5月3日起点亮。", [("done", ("ZZ-QL",), "新灯塔自5月3日起点亮")]),
        ("云溪表示，夜航尚待批复。", [("limitation", ("ZZ-VK",), "夜航尚待批复")]),
        (
            "Phía Vân Khê cho biết, đèn biển mới chưa được nghiệm thu.",
            [("limitation", ("ZZ-VK",), "đèn biển mới chưa được nghiệm thu")],
        ),
        ("Van Khe stated that the lamp is not yet lit.", [("limitation", ("ZZ-VK",), "the lamp is not yet lit")]),
        ("清乐表示，两地友好源远流长。", []),
    ],
)
def test_what_a_side_states_as_a_fact_is_its_own(text, lines):
    assert [(c.status, c.agents, c.evidence[0].quote) for c in reading_of(text).clauses] == lines


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪副主席屈致和、清乐外事办公室主任童雅岚出席。", ["屈致和", "童雅岚"]),
        ("云溪副主席屈致和清乐主任童雅岚出席。", ["屈致", "童雅岚"]),
        ("Bí thư Khu ủy Vân Khê Mạnh Thư Viễn phát biểu.", ["Mạnh Thư Viễn"]),
    ],
)
def test_names_end_where_the_next_thing_begins(text, names):
    assert [person.name for person in reading_of(text).people] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("双方同意升级霜渡—雾湾口岸。", ("霜渡", "雾湾")),
        ("Hai bên thống nhất mở cặp cửa khẩu Bến Mơ - Vụ Lan.", ("Bến Mơ", "Vụ Lan")),
        ("The two sides agreed to open the Ben Mo - Vu Lan border gate pair.", ("Ben Mo", "Vu Lan")),
    ],
)
def test_gate_pairs_outside_the_table_are_told_by_their_shape(text, names):
    assert [gate.names for gate in reading_of(text).gates] == [names]
