import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from comity.reader.files.stream import composed, tidied, unwrapped, whole

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=120)


@given(TEXTS)
def test_composed_text_is_nfc_and_maps_forward(text):
    stream = composed(whole(text))
    assert stream.text == unicodedata.normalize("NFC", stream.text)
    assert len(stream.starts) == len(stream.ends) == len(stream.text)
    assert list(stream.starts) == sorted(stream.starts)
    assert all(start < end for start, end in zip(stream.starts, stream.ends, strict=True))


@given(TEXTS)
def test_tidied_and_unwrapped_text_still_maps(text):
    stream = unwrapped(tidied(composed(whole(text))))
    assert len(stream.starts) == len(stream.ends) == len(stream.text)
    assert all(0 <= start < end <= len(text) for start, end in zip(stream.starts, stream.ends, strict=True))


def test_spaces_of_all_kinds_become_one_kind():
    assert tidied(whole("a\u00a0b\u3000c\r\nd\re\u200bf")).text == "a b c\nd\nef"
