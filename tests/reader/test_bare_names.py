import pytest

from comity.reader.names.bare_names import bare_name


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Tỉnh Thanh Lạc", "Thanh Lạc"),
        ("Khu tự trị Vân Khê", "Vân Khê"),
        ("Thanh Lac province", "Thanh Lac"),
        ("Van Khe Autonomous Region", "Van Khe"),
        ("清乐省", "清乐"),
        ("云溪地区", "云溪"),
        ("Vân Khê", "Vân Khê"),
        ("Khuê Sơn", "Khuê Sơn"),
        ("沙市", "沙市"),
        ("province", "province"),
    ],
)
def test_unit_is_no_part_of_a_name(name, bare):
    assert bare_name(name) == bare
