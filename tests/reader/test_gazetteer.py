from comity.reader.words.gazetteer import Place, mentions, places

OWN = (Place("ZZ-VK", {"vi": "Vân Khê", "en": "Van Khe", "zh": "云溪"}, "VN"),)


def codes(text, extra=()):
    return [mention.place.code for mention in mentions(text, extra)]


def test_place_is_found_in_three_languages():
    assert codes("Lạng Sơn, Lang Son, 谅山") == ["VN-09", "VN-09", "VN-09"]


def test_place_is_found_in_traditional_characters():
    assert codes("諒山、廣寧、防城港、瑯勃拉邦、緬甸") == ["VN-09", "VN-13", "CN-GX-Fangchenggang", "LA-LP", "MM"]


def test_longer_name_wins():
    text = "Guangxi Zhuang Autonomous Region"
    assert [(m.start, m.end) for m in mentions(text)] == [(0, len(text))]


def test_lower_case_word_is_no_place():
    assert codes("they met at the ha giang cafe and caobang") == []


def test_other_accents_are_another_word():
    assert codes("Hạ Giảng") == []


def test_place_of_the_caller_is_found_with_and_without_accents():
    assert codes("Vân Khê, Van Khe, 云溪", OWN) == ["ZZ-VK", "ZZ-VK", "ZZ-VK"]


def test_every_province_has_three_names_and_an_iso_code():
    provinces = [place for place in places() if place.level == "province"]
    assert [place.code for place in provinces if not all(place.names.values())] == []
    assert len({place.code for place in provinces}) == len(provinces)


def test_cities_and_states_far_from_the_border_are_known():
    assert codes("Khorasan Razavi, Florida, Gimje; 邯郸、釜山广域市、佐世保市、沙巴州") == [
        "IR-09", "US-FL", "KR-45-Gimje", "CN-HE-Handan", "KR-26", "JP-42-Sasebo", "MY-12",
    ]  # fmt: skip


def test_common_words_are_no_cities():
    assert codes("从今天等到明天，实现长治久安，全州都安宁") == []
