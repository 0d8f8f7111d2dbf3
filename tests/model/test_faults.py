"""What the system refuses, in the words of the catalogue."""

import errno

import pytest

from bantin.messages import load_messages
from bantin.model import name_fault
from bantin.model.faults import KNOWN


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (OSError(errno.EISDIR, "Is a directory"), "Không đọc được a.md: đó là một thư mục, không phải tệp."),
        (PermissionError(errno.EACCES, "Permission denied"), "Không đọc được a.md: không có quyền."),
        (OSError(99_999, "Something new"), "Không đọc được a.md: Something new."),
        (ConnectionError(), "Không đọc được a.md: ConnectionError."),
    ],
)
def test_what_the_system_refuses_is_told_in_vietnamese(fault: OSError, told: str) -> None:
    """What nobody foresaw, in the words of the system."""
    assert load_messages("vi")("build.cannot_read", path="a.md", reason=name_fault(fault)) == told


def test_a_file_that_another_program_holds_is_no_lack_of_rights() -> None:
    """Windows has numbers of its own for it."""
    fault = PermissionError(errno.EACCES, "The process cannot access the file")
    fault.winerror = 32  # type: ignore[misc]
    assert name_fault(fault) == "system.EBUSY"


def test_all_that_is_known_has_a_text() -> None:
    """And nothing else has."""
    keys = set(load_messages("vi").keys())
    assert {key for key in keys if key.startswith("system.")} == {f"system.{one}" for one in KNOWN}
