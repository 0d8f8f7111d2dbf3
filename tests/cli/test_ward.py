"""`bantin ward`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run


def read_json(run: Run, *words: str) -> list[dict[str, object]]:
    """Return what `ward find --json` prints."""
    return json.loads(run("ward", "find", "--json", *words).out)  # type: ignore[no-any-return]


def test_a_former_ward_is_found_with_its_successor(run: Run) -> None:
    """All nine facts, absent ones null."""
    assert read_json(run, "cau kho") == [
        {
            "name": "Cầu Kho",
            "kind": "phường",
            "district": "Quận 1",
            "province": "TP. Hồ Chí Minh",
            "code": "26761",
            "from": None,
            "until": "2025-06-30",
            "successors": [
                {
                    "name": "Cầu Ông Lãnh",
                    "kind": "phường",
                    "province": "TP. Hồ Chí Minh",
                    "code": "26758",
                    "partial": False,
                }
            ],
        }
    ]


def test_a_ward_of_today_has_no_district_and_no_successor(run: Run) -> None:
    """Bến Cát bears the code of the former Mỹ Phước."""
    assert read_json(run, "ben", "cat") == [
        {
            "name": "Bến Cát",
            "kind": "phường",
            "district": None,
            "province": "TP. Hồ Chí Minh",
            "code": "25813",
            "from": "2025-07-01",
            "until": None,
            "successors": [],
        }
    ]


def test_a_split_ward_says_that_each_successor_has_a_part(run: Run) -> None:
    """Mỹ Phước went into two."""
    found = read_json(run, "Mỹ Phước, Bến Cát, Bình Dương")
    assert [(one["name"], one["partial"]) for one in found[0]["successors"]] == [  # type: ignore[attr-defined]
        ("Bến Cát", True),
        ("Long Nguyên", True),
    ]


def test_nothing_found_is_an_empty_list(run: Run) -> None:
    """A machine reads a list in any case."""
    assert read_json(run, "khu pho") == []


def test_for_people_each_ward_is_one_line(run: Run) -> None:
    """What it is, and what became of it."""
    assert run("ward", "find", "my long", "long xuyen").out == (
        "phường Mỹ Long, TP. Long Xuyên, An Giang — mã 30283, đến 30/6/2025; nay là phường Long Xuyên (30307)\n"
    )


def wards(project: Path) -> Path:
    """Return the file of wards."""
    return project / "content/registry/wards.yml"


BEFORE = """\
# Sổ phường
-   id: ben-cat   # phường này
    name: 'Bến Cát'
    kind: phường
    province: "TP. Hồ Chí Minh"
"""


def test_a_ward_is_added_with_its_successors(run: Run, project: Path) -> None:
    """The successors first, so that readers are led on."""
    wards(project).write_text("# Sổ phường\n", encoding="utf-8")
    run("ward", "add", "cau kho")
    assert wards(project).read_text(encoding="utf-8") == (
        "# Sổ phường\n"
        "- id: cau-ong-lanh\n  name: Cầu Ông Lãnh\n  kind: phường\n  province: TP. Hồ Chí Minh\n"
        '  code: "26758"\n  from: 2025-07-01\n\n'
        "- id: cau-kho\n  name: Cầu Kho\n  kind: phường\n  province: TP. Hồ Chí Minh\n"
        '  code: "26761"\n  district: Quận 1\n  until: 2025-06-30\n  successors: [cau-ong-lanh]\n'
    )


def test_an_entry_gets_what_it_lacks_and_keeps_the_rest(run: Run, project: Path) -> None:
    """Comments, order, quotes and the editor's own keys."""
    text = (
        "# Đầu tệp\n\n- id: cau-ong-lanh # chú thích\n  name: 'Cầu Ông Lãnh'\n  kind: phường\n"
        '  province: "TP. Hồ Chí Minh"\n  aliases: [COL]\n\n# Cuối tệp\n- id: khac\n  name: Khác\n  kind: xã\n'
        "  province: An Giang\n"
    )
    wards(project).write_text(text, encoding="utf-8")
    run("ward", "add", "phường Cầu Ông Lãnh")
    assert wards(project).read_text(encoding="utf-8") == text.replace(
        '"TP. Hồ Chí Minh"\n', '"TP. Hồ Chí Minh"\n  code: "26758"\n  from: 2025-07-01\n'
    )


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_the_line_ends_of_windows_stay(run: Run, project: Path, bom: str) -> None:
    """Every line ends as the file's lines do, and Notepad's mark stays."""
    text = bom + wards(project).read_text(encoding="utf-8").replace("\n", "\r\n")
    wards(project).write_bytes(text.encode())
    run("ward", "add", "ben thanh")
    after = wards(project).read_bytes().decode()
    assert after.startswith(text)
    assert after.count("\n") == after.count("\r\n") == text.count("\n") + 6


def test_what_is_complete_stays_as_it_is(run: Run, project: Path) -> None:
    """Adding twice adds once."""
    run("ward", "add", "cau kho")
    before = wards(project).read_bytes()
    result = run("ward", "add", "cau kho")
    assert (result.out, wards(project).read_bytes()) == (
        "content/registry/wards.yml đã có đủ: cau-ong-lanh, cau-kho\n",
        before,
    )


def test_a_name_that_lives_in_both_eras_gets_two_ids(run: Run, project: Path) -> None:
    """Khánh Hậu kept its name and its code."""
    run("ward", "add", "khanh hau")
    run("ward", "add", "khanh hau", "--former")
    text = wards(project).read_text(encoding="utf-8")
    assert "- id: khanh-hau\n" in text
    assert "- id: khanh-hau-tan-an\n" in text
    assert run("check").out == "Đã kiểm tra: 0 lỗi, 0 lưu ý.\n"


def test_predecessors_come_along_when_asked_for(run: Run, project: Path) -> None:
    """With the other successors of those that were split."""
    run("ward", "add", "phường Sài Gòn", "--predecessors")
    text = wards(project).read_text(encoding="utf-8")
    ids = [line.removeprefix("- id: ") for line in text.splitlines() if line.startswith("- id: ")]
    assert ids == ["ben-cat", "ben-nghe", "sai-gon", "tan-dinh", "da-kao", "ben-thanh", "nguyen-thai-binh"]
    assert run("check").out == "Đã kiểm tra: 0 lỗi, 0 lưu ý.\n"


@pytest.mark.parametrize(
    "text",
    [
        "- id: ben-cat\n  name: [\n",
        "- id: a\n- id: a\n  id: b\n",
        "ben-cat: x\n",
        BEFORE.replace("province", "\tprovince"),
    ],
)
def test_a_file_with_errors_is_left_alone(run: Run, project: Path, text: str) -> None:
    """Mend first, add then."""
    wards(project).write_text(text, encoding="utf-8")
    result = run("ward", "add", "cau kho")
    assert (result.code, wards(project).read_text(encoding="utf-8")) == (2, text)


def test_a_file_of_unusual_layout_is_never_laid_out_anew(run: Run, project: Path) -> None:
    """The entry is printed for pasting instead, or everything stays where it was."""
    wards(project).write_text(BEFORE, encoding="utf-8")
    result = run("ward", "add", "ben thanh")
    after = wards(project).read_text(encoding="utf-8")
    assert after.startswith(BEFORE.rstrip("\n")) or (result.code == 2 and "- id: ben-thanh" in result.err)


def test_a_place_elsewhere_than_was_typed_is_not_written(run: Run, project: Path) -> None:
    """The message says what the province lacks and which unit may be meant."""
    before = wards(project).read_bytes()
    result = run("ward", "add", "Bến Nghé, Hà Nội")
    assert (result.code, result.err, wards(project).read_bytes()) == (
        2,
        (
            "TP. Hà Nội không có Bến Nghé; có phải ý bạn là:\n"
            "  phường Bến Nghé, Quận 1, TP. Hồ Chí Minh — mã 26740, đến 30/6/2025; nay là phường Sài Gòn (26740)\n"
        ),
        before,
    )


def test_a_search_that_contradicts_itself_finds_nothing_and_says_why(run: Run) -> None:
    """The same words as of `ward add`."""
    result = run("ward", "find", "phường Bến Cát, Đồng Nai")
    assert (result.out, result.err.splitlines()[0]) == ("", "Đồng Nai không có Bến Cát; có phải ý bạn là:")


SAI_GON = (
    '- id: sai-gon\n  name: Sài Gòn\n  kind: phường\n  province: TP. Hồ Chí Minh\n  code: "26740"\n  from: 2025-07-01\n'
)


@pytest.mark.parametrize(
    ("before", "after"),
    [("[]\n", SAI_GON), ("# Sổ phường\n[ ]\n", f"# Sổ phường\n{SAI_GON}"), ("---\n[]", f"---\n{SAI_GON}")],
)
def test_an_empty_list_gives_way_to_its_first_entry(run: Run, project: Path, before: str, after: str) -> None:
    """Comments stay; the file can be read."""
    wards(project).write_text(before, encoding="utf-8")
    result = run("ward", "add", "phường Sài Gòn")
    assert (result.code, wards(project).read_text(encoding="utf-8")) == (0, after)


def test_a_list_in_brackets_is_refused(run: Run, project: Path) -> None:
    """Nothing can be put behind the bracket; the message says how to write the list."""
    text = "[{id: ben-cat, name: Bến Cát, kind: phường, province: TP. Hồ Chí Minh}]\n"
    wards(project).write_text(text, encoding="utf-8")
    result = run("ward", "add", "phường Sài Gòn")
    assert (result.code, "trong ngoặc [ ]" in result.err, wards(project).read_text(encoding="utf-8")) == (2, True, text)


def test_an_entry_on_one_line_is_told_to_be_there(run: Run, project: Path) -> None:
    """It is left as it is, with the keys that it lacks named."""
    text = "- {id: ben-cat, name: Bến Cát, kind: phường, province: TP. Hồ Chí Minh}\n"
    wards(project).write_text(text, encoding="utf-8")
    result = run("ward", "add", "phường Bến Cát")
    assert (result.code, result.out, wards(project).read_text(encoding="utf-8")) == (
        0,
        (
            "content/registry/wards.yml đã có: ben-cat. "
            "Mục này trình bày theo cách riêng nên không tự bổ sung code, from; nếu cần, hãy tự thêm.\n"
        ),
        text,
    )


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("--former", "--id", "khanh-hau", "phường Khánh Hậu, Tân An"), {"khanh-hau-tay-ninh", "khanh-hau"}),
        (("--former", "phường Khánh Hậu, Tân An"), {"khanh-hau", "khanh-hau-tan-an"}),
    ],
)
def test_a_successor_never_takes_the_id_of_the_ward_itself(
    run: Run, project: Path, words: tuple[str, ...], ids: set[str]
) -> None:
    """Khánh Hậu became a larger Khánh Hậu: two entries, and the check passes."""
    wards(project).write_text("# Sổ phường\n", encoding="utf-8")
    run("ward", "add", *words)
    lines = wards(project).read_text(encoding="utf-8").splitlines()
    assert {line.removeprefix("- id: ") for line in lines if line.startswith("- id: ")} == ids


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--former", "phường Sài Gòn"), "«phường Sài Gòn» không phải tên cũ mà là tên hiện nay:"),
        (("--code", "1", "phường Sài Gòn"), "«phường Sài Gòn» không có mã 1; có thể là:"),
    ],
)
def test_what_was_found_though_not_as_asked_is_shown(
    run: Run, project: Path, words: tuple[str, ...], said: str
) -> None:
    """The name is known: nobody has to look for another."""
    before = wards(project).read_bytes()
    lines = run("ward", "add", *words).err.splitlines()
    assert (lines[:2], wards(project).read_bytes()) == (
        [said, "phường Sài Gòn, TP. Hồ Chí Minh — mã 26740, từ 01/7/2025"],
        before,
    )


def test_a_list_that_is_cut_says_so(run: Run) -> None:
    """On standard error, where no program reads it as a ward; never in JSON."""
    found, whole = run("ward", "find", "phường 4"), run("ward", "find", "--limit", "20", "phường 4")
    assert (len(found.out.splitlines()), found.err) == (
        10,
        "… và 10 nơi khác. Viết thêm quận, huyện, tỉnh để thu hẹp, hoặc xem tất cả: --limit 20\n",
    )
    assert (len(whole.out.splitlines()), whole.err) == (20, "")
    assert run("ward", "find", "--json", "phường 4").err == ""


def test_a_choice_that_is_cut_says_so(run: Run, project: Path) -> None:
    """Behind the tenth of those that are meant."""
    del project
    assert run("ward", "add", "phường 4").err.splitlines()[11] == "… và 10 nơi khác."


def test_an_id_for_a_ward_that_has_one_is_refused(run: Run, project: Path) -> None:
    """It would be passed over in silence otherwise."""
    before = wards(project).read_bytes()
    done = run("ward", "add", "--id", "phuong-ben-cat", "phường Bến Cát, TP. Hồ Chí Minh")
    assert (done.code, "đã có trong registry/wards.yml với id «ben-cat»" in done.err) == (2, True)
    assert wards(project).read_bytes() == before


def test_an_entry_is_added_before_the_end_of_the_document(run: Run, project: Path) -> None:
    """What stands behind its mark is another document."""
    wards(project).write_text(wards(project).read_text(encoding="utf-8") + "...\n", encoding="utf-8")
    done = run("ward", "add", "phường Sài Gòn")
    assert (done.code, run("check", "content/registry").code) == (0, 0)
    assert "id: sai-gon" in wards(project).read_text(encoding="utf-8")
