"""`bantin check`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from cli.conftest import Run
from conftest import article, unpack

BROKEN = f"-- content/news/2025/10/hong.md --\n{article('Hỏng', ward='khong-co')}"
DOUBTFUL = f"-- content/news/2025/10/ngo.md --\n{article('Ngờ', officials='Trần Thị B')}"


def test_sound_content_is_told_with_exit_code_0(run: Run, project: Path) -> None:
    """Nothing to mend."""
    del project
    result = run("check")
    assert (result.code, result.out) == (0, "Đã kiểm tra: 0 lỗi, 0 lưu ý.\n")


def test_an_error_gives_exit_code_1(run: Run, project: Path) -> None:
    """Continuous integration stops there."""
    unpack(BROKEN, project)
    assert run("check").code == 1


def test_a_warning_leaves_exit_code_0(run: Run, project: Path) -> None:
    """A warning keeps nothing from being published."""
    unpack(DOUBTFUL, project)
    result = run("check")
    assert (result.code, result.out) == (0, "Đã kiểm tra: 0 lỗi, 1 lưu ý.\n")


def test_a_problem_is_told_with_file_line_and_column(run: Run, project: Path) -> None:
    """In the form that editors of text can jump to."""
    unpack(BROKEN, project)
    assert run("check").err.startswith("content/news/2025/10/hong.md:4:7: lỗi: Địa phương «khong-co»")


def test_json_is_a_list_of_the_seven_fields_of_the_contract(run: Run, project: Path) -> None:
    """Other programs build on it."""
    unpack(BROKEN, project)
    (problem,) = json.loads(run("check", "--json").out)
    assert list(problem) == ["path", "line", "column", "rule", "severity", "message", "hint"]


def test_json_tells_paths_relative_to_the_repository(run: Run, project: Path) -> None:
    """Whatever the working folder is, and with slashes on every system."""
    unpack(BROKEN, project)
    (problem,) = json.loads(run("check", "--json", "-f", str(project / "mkdocs.yml")).out)
    found = {key: problem[key] for key in ("path", "line", "column", "rule", "severity")}
    path = "content/news/2025/10/hong.md"
    assert found == {"path": path, "line": 4, "column": 7, "rule": "unknown-ward", "severity": "error"}


def test_json_of_sound_content_is_an_empty_list(run: Run, project: Path) -> None:
    """Not nothing: a program must be able to read it."""
    del project
    assert json.loads(run("check", "--json").out) == []


def test_json_and_nothing_else_is_printed(run: Run, project: Path) -> None:
    """Sentences for people would stand in a program's way."""
    unpack(BROKEN, project)
    assert run("check", "--json").err == ""


def test_only_the_problems_of_the_named_file_are_told(run: Run, project: Path) -> None:
    """An editor asks about one article."""
    unpack(BROKEN + DOUBTFUL, project)
    result = run("check", "content/news/2025/10/ngo.md")
    assert (result.code, "hong.md" in result.err, "ngo.md" in result.err) == (0, False, True)


def test_a_folder_stands_for_all_files_below_it(run: Run, project: Path) -> None:
    """A month or a year can be asked about."""
    unpack(BROKEN + DOUBTFUL, project)
    assert run("check", "content/news/2025").out == "Đã kiểm tra: 1 lỗi, 1 lưu ý.\n"


def test_files_are_named_from_the_working_folder(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell completes them."""
    unpack(BROKEN, project)
    monkeypatch.chdir(project / "content/news/2025/10")
    assert run("check", "hong.md").code == 1


def test_problems_stand_in_reading_order(run: Run, project: Path) -> None:
    """By file, then by line."""
    unpack(f"-- content/news/2025/10/a.md --\n{article(ward='x', tags='y', mau='z')}{BROKEN}", project)
    found = [(one["path"], one["line"]) for one in json.loads(run("check", "--json").out)]
    assert found == sorted(found)


FAULTY = "---\ntitle: Tin cũ\ndate: 2025-10-07\nward: ben-cat\n---\n\nHội nghị kết thúc./.\n"
OLD, NEW = "content/news/2025/10/tin-cu.md", "content/news/2025/10/tin-moi.md"


def commit(project: Path) -> None:
    """Put everything into git, on the branch main."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), (*who, "commit", "-qm", "x")):
        subprocess.run(["git", *words], cwd=project, check=True, capture_output=True)


def test_the_ratchet_puts_up_with_the_archive(run: Run, project: Path) -> None:
    """The first run counts, the next ones hold new articles to all rules."""
    (project / OLD).write_text(FAULTY, encoding="utf-8")
    first = run("check", "--ratchet")
    (project / NEW).write_text(FAULTY, encoding="utf-8")
    second = run("check", "--ratchet")
    assert (first.code, second.code, NEW in second.err, OLD in second.err) == (0, 1, True, False)


def test_the_ratchet_shrinks(run: Run, project: Path) -> None:
    """What was mended cannot come back."""
    (project / OLD).write_text(FAULTY, encoding="utf-8")
    run("check", "--ratchet")
    (project / OLD).write_text(FAULTY.replace("./.", "."), encoding="utf-8")
    run("check", "--ratchet")
    (project / OLD).write_text(FAULTY, encoding="utf-8")
    assert run("check", "--ratchet").code == 1


def test_only_changed_files_are_told(run: Run, project: Path) -> None:
    """Those that differ from the main branch, and those that git does not know."""
    (project / OLD).write_text(FAULTY, encoding="utf-8")
    commit(project)
    (project / NEW).write_text(FAULTY, encoding="utf-8")
    done = run("check", "--changed")
    assert (NEW in done.err, OLD in done.err) == (True, False)


def test_without_git_the_changed_files_are_unknown(run: Run, project: Path) -> None:
    """Said, not guessed."""
    del project
    assert "không có git" in run("check", "--changed").err


def test_github_shows_a_problem_beside_its_line(run: Run, project: Path) -> None:
    """As a workflow command."""
    (project / OLD).write_text(FAULTY, encoding="utf-8")
    out = run("check", "--github").out
    assert out.startswith(f"::warning file={OLD},line=7,col=18,title=style-punctuation::«./.» là dấu kết thúc")


def test_a_rule_that_does_not_exist_is_told(run: Run, project: Path) -> None:
    """A slip of the pen must not look like a rule switched off."""
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("[bantin]", "[bantin: {ignored_rules: [tipo]}]", 1)
    path.write_text(text, encoding="utf-8")
    done = run("check")
    assert (done.code, "«tipo»" in done.err, "typo" in done.err) == (2, True, True)


def test_a_rule_can_be_switched_off(run: Run, project: Path) -> None:
    """For the whole site."""
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("[bantin]", "[bantin: {ignored_rules: [style-punctuation]}]", 1)
    path.write_text(text, encoding="utf-8")
    (project / OLD).write_text(FAULTY, encoding="utf-8")
    assert run("check").out == "Đã kiểm tra: 0 lỗi, 0 lưu ý.\n"


def test_a_check_is_as_of_the_instant_that_is_asked_for(run: Run, project: Path) -> None:
    """A link to tomorrow's article is one to nothing yet; the day after it is sound."""
    unpack(f"-- content/news/2025/12/mai.md --\n{article('Mai', '2025-12-24')}", project)
    unpack(f"-- content/news/2025/10/hai.md --\n{article('Hai', body='[mai](../12/mai.md)')}", project)
    assert "link-hidden" in run("check").err
    assert "link-hidden" not in run("check", "--now", "2025-12-25").err


def test_a_check_compares_with_what_is_published(run: Run, project: Path) -> None:
    """And says so where it does not."""
    assert "Chưa so với trang đã đăng" in run("check").err
    run("build")
    manifest = str(next((project / ".bantin").glob("manifest-*.tsv")))
    (project / "content/news/2025/10/mot.md").unlink()
    result = run("check", "--published", manifest)
    assert (result.code, "[address-gone]" in result.err, "Chưa so" in result.err) == (1, True, False)


def test_gitlab_gets_a_report_of_its_own(run: Run, project: Path) -> None:
    """Beside what is printed; a fault that moves keeps its fingerprint."""
    broken = project / "content/news/2025/10/hong.md"
    broken.write_text(article("Hỏng", ward="khong-co"), encoding="utf-8")
    run("check", "--gitlab", "chat-luong.json")
    (first,) = json.loads((project / "chat-luong.json").read_text(encoding="utf-8"))
    broken.write_text(article("Hỏng", ward="khong-co").replace("ward:", "tags: []\nward:"), encoding="utf-8")
    run("check", "--gitlab", "chat-luong.json")
    (second,) = json.loads((project / "chat-luong.json").read_text(encoding="utf-8"))
    assert first["location"] == {"path": "content/news/2025/10/hong.md", "lines": {"begin": 4}}
    assert (first["check_name"], first["severity"], second["fingerprint"]) == (
        "unknown-ward",
        "major",
        first["fingerprint"],
    )


@pytest.mark.parametrize("options", [(), ("--changed",), ("--ratchet",)])
def test_a_base_that_git_does_not_know_is_told(run: Run, project: Path, options: tuple[str, ...]) -> None:
    """A comparison that did not take place would look like one that found nothing."""
    (project / "ratchet.yml").write_text("# trống\n", encoding="utf-8")
    commit(project)
    done = run("check", "--base", "khong-co", *options)
    assert (done.code, "Không có nhánh hay lần ghi «khong-co» trong git" in done.err) == (2, True)


def test_a_base_without_a_common_commit_is_told_with_the_way_on(run: Run, project: Path) -> None:
    """As after a shallow checkout."""
    commit(project)
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("checkout", "-q", "--orphan", "khac"), (*who, "commit", "-qm", "y")):
        subprocess.run(["git", *words], cwd=project, check=True, capture_output=True)
    done = run("check", "--changed", "--base", "main")
    assert (done.code, "git fetch --unshallow" in done.err) == (2, True)


def test_a_folder_in_the_place_of_the_ratchet_is_told(run: Run, project: Path) -> None:
    """In our words."""
    (project / "ratchet.yml").mkdir()
    done = run("check", "--ratchet")
    assert (done.code, done.err) == (
        2,
        f"Không đọc được {project / 'ratchet.yml'}: đó là một thư mục, không phải tệp.\n",
    )
