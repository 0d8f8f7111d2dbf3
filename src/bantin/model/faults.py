"""What the system says when it refuses something, as a key of the message catalogue."""

from __future__ import annotations

import errno

KNOWN = frozenset(
    "EACCES EADDRINUSE EADDRNOTAVAIL EBUSY EDQUOT EEXIST EINVAL EIO EISDIR ELOOP EMFILE ENAMETOOLONG ENODEV ENOENT "
    "ENOSPC ENOTDIR ENOTEMPTY EPERM EROFS ESTALE ETIMEDOUT ETXTBSY EXDEV".split()
)
"""Names of POSIX that the catalogue has in words of its own (`system`)."""
_HELD = frozenset((32, 33))
"""Of Windows: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION; Python takes both for a lack of rights."""


def name_fault(error: OSError) -> str:
    """Return the key below `system` of what went wrong; what the catalogue does not know, in the system's own words."""
    name = (
        "EBUSY"
        if getattr(error, "winerror", None) in _HELD
        else errno.errorcode.get(error.errno or 0, "").removeprefix("WSA")
    )
    return f"system.{name}" if name in KNOWN else error.strerror or type(error).__name__
