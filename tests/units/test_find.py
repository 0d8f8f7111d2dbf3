"""A place as people type it becomes a unit."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import given, strategies as st

from bantin.text.fold import fold
from bantin.units import Unit, load


def label(unit: Unit) -> str:
    """Return a unit as an address names it."""
    places = [unit.full_name, *([unit.district.label] if unit.district else []), unit.province.label]
    return ", ".join(places)


def find(text: str) -> list[tuple[str, str]]:
    """Return (address, code) of the first three matches."""
    return [(label(one.unit), one.unit.code) for one in load().find(text, limit=3)]


BEN_NGHE = ("phường Bến Nghé, Quận 1, TP. Hồ Chí Minh", "26740")
CAU_KHO = ("phường Cầu Kho, Quận 1, TP. Hồ Chí Minh", "26761")
BEN_CAT = ("phường Bến Cát, TP. Hồ Chí Minh", "25813")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("P. Bến Nghé, Q1, TPHCM", BEN_NGHE),
        ("ben nghe", BEN_NGHE),
        ("TP.HCM, Quận 1, phường Bến Nghé", BEN_NGHE),
        ("123 Nguyễn Huệ, Bến Nghé, Q.1", BEN_NGHE),
        (unicodedata.normalize("NFD", "Phường Bến Nghé"), BEN_NGHE),
        ("phuong cau kho quan 1", CAU_KHO),
        ("CẦU KHO (Quận 1 cũ)", CAU_KHO),
        ("ben cat", BEN_CAT),
        ("Phường Bến Cát, tỉnh Bình Dương", BEN_CAT),
        ("Ban điều hành khu phố 3, phường Bến Cát", BEN_CAT),
        ("Mỹ Long, Long Xuyên", ("phường Mỹ Long, TP. Long Xuyên, An Giang", "30283")),
        ("Phường 04, Quận 5, TP.HCM", ("phường 4, Quận 5, TP. Hồ Chí Minh", "27301")),
        ("p4 q5", ("phường 4, Quận 5, TP. Hồ Chí Minh", "27301")),
        ("TT Đinh Văn", ("thị trấn Đinh Văn, Huyện Lâm Hà, Lâm Đồng", "24871")),
        ("ea h ding", ("xã Ea H'đing, Huyện Cư M'gar, Đắk Lắk", "24274")),
        ("huyện đảo Lý Sơn", ("huyện Lý Sơn, Huyện Lý Sơn, Quảng Ngãi", "536")),
        ("xã Vĩnh Quang, TP. Cao Bằng", ("xã Vĩnh Quang, TP. Cao Bằng, Cao Bằng", "01693")),
        ("Quốc Tử Giám", ("phường Văn Miếu Quốc Tử Giám, Quận Đống Đa, TP. Hà Nội", "00181")),
        ("Thảo Điền, quận 2", ("phường Thảo Điền, TP. Thủ Đức, TP. Hồ Chí Minh", "27088")),
        ("cau ong lanhh", ("phường Cầu Ông Lãnh, TP. Hồ Chí Minh", "26758")),
    ],
)
def test_any_way_of_typing_finds_the_unit(text: str, first: tuple[str, str]) -> None:
    """Abbreviated, without diacritics, decomposed, in either order, within an address, slightly misspelt."""
    assert find(text)[0] == first


@pytest.mark.parametrize("text", ["", "Khu phố", "quận 1", "4", "…", "Nguyễn Văn A", "x " * 500])
def test_what_names_no_unit_finds_none(text: str) -> None:
    """An empty list, rather than something that sounds alike."""
    assert find(text) == []


def test_the_unit_of_today_comes_first_where_nothing_tells_the_era() -> None:
    """Khánh Hậu lives in both."""
    assert find("khanh hau") == [
        ("phường Khánh Hậu, Tây Ninh", "27715"),
        ("phường Khánh Hậu, TP. Tân An, Long An", "27715"),
    ]


def test_the_district_of_its_day_tells_the_former_unit() -> None:
    """Who names Tân An and Long An means the ward of that time."""
    assert find("Khánh Hậu, Tân An, Long An")[0] == ("phường Khánh Hậu, TP. Tân An, Long An", "27715")


def test_diacritics_tell_namesakes_apart() -> None:
    """Typed in full, only the unit that is spelt so is found; without, both are."""
    assert [name for name, _ in find("xã Hoằng Đồng, Hoằng Hóa")] == ["xã Hoằng Đồng, Huyện Hoằng Hóa, Thanh Hóa"]
    assert len(find("xa hoang dong, hoang hoa")) == 2


def test_every_former_commune_is_found_without_diacritics() -> None:
    """At least 99.5 % of those whose folded name, district and province are theirs alone; the rest is listed."""
    country = load()
    names = {unit: fold(label(unit)) for unit in country.communes("former")}
    count = Counter(names.values())
    unique = [unit for unit, name in names.items() if count[name] == 1]
    lost = [name for unit in unique if country.find(name := names[unit], limit=1)[0].unit != unit]
    assert len(unique) > 9950
    assert lost == []


def test_every_commune_of_today_is_found_by_its_name_and_province() -> None:
    """As written on its seal; two communes of one province never share kind and name."""
    country = load()
    found = {unit: country.find(label(unit), limit=1)[0].unit for unit in country.communes("current")}
    assert [label(unit) for unit, first in found.items() if unit != first] == []


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    """Whatever is pasted, an answer comes."""
    assert len(load().find(text, limit=3)) <= 3


@pytest.mark.parametrize(
    ("text", "name", "area"),
    [
        ("Bến Nghé, Hà Nội", "phường Bến Nghé, Quận 1, TP. Hồ Chí Minh", "TP. Hà Nội"),
        ("phường Bến Cát, Đồng Nai", "phường Bến Cát, TP. Hồ Chí Minh", "Đồng Nai"),
        ("Hà Nội, Bến Nghé", "phường Bến Nghé, Quận 1, TP. Hồ Chí Minh", "TP. Hà Nội"),
        ("phuong ben nghe quan 3", "phường Bến Nghé, Quận 1, TP. Hồ Chí Minh", "Quận 3"),
        ("Bến Nghé, quận 1, HN", "phường Bến Nghé, Quận 1, TP. Hồ Chí Minh", "TP. Hà Nội"),
    ],
)
def test_a_province_or_district_that_contradicts_rules_the_unit_out(text: str, name: str, area: str) -> None:
    """Nothing is found; the unit of that name is told with what speaks against it."""
    refused = load().find_contradicted(text)
    assert (find(text), [(label(unit), against.label) for unit, against in refused]) == ([], [(name, area)])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mỹ Phước, Bến Cát, Bình Dương", "phường Mỹ Phước, TP. Bến Cát, Bình Dương"),
        ("Mỹ Phước, TP.HCM", "phường Mỹ Phước, TP. Bến Cát, Bình Dương"),
        ("123 Nguyễn Huệ, Bến Nghé", "phường Bến Nghé, Quận 1, TP. Hồ Chí Minh"),
        ("12 Trần Hưng Đạo, Long Xuyên, An Giang", "phường Long Xuyên, An Giang"),
        ("Hòa Bình, xã Vĩnh Quang, huyện Bảo Lâm", "xã Vĩnh Quang, Huyện Bảo Lâm, Cao Bằng"),
    ],
)
def test_what_a_unit_bore_or_bears_never_contradicts(text: str, name: str) -> None:
    """Its district and province of either era; streets and villages that sound like a province are none."""
    assert find(text)[0][0] == name


def test_a_code_finds_the_units_of_both_eras() -> None:
    """Of today first: 25813 was Mỹ Phước's and is Bến Cát's."""
    assert find("25813") == [BEN_CAT, ("phường Mỹ Phước, TP. Bến Cát, Bình Dương", "25813")]
