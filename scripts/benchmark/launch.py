"""Run one command and write what it cost, as `python -I -S launch.py RESULT COMMAND…`.

A process of its own, and a small one: the kernel counts the launcher's memory as the command's, from before its start.
"""

import json
import os
import subprocess
import sys
import threading
import time

TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 1
_EVERY = 0.1
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Of the peak that the system reports."""


def tree(pid: int) -> list[int]:
    """Return a process and all below it, where /proc tells."""
    found = [pid]
    for parent in found:
        try:
            for thread in os.listdir(f"/proc/{parent}/task"):  # noqa: PTH208 - pathlib weighs more
                with open(f"/proc/{parent}/task/{thread}/children") as file:  # noqa: PTH123
                    found += map(int, file.read().split())
        except OSError:
            pass
    return found


def memory(pids: list[int]) -> int:
    """Return the bytes that they hold together; what several of them share counts once (Pss, see proc_pid_smaps(5))."""
    maps = (_text(f"/proc/{pid}/smaps_rollup") for pid in pids)
    return sum(int(text.partition("\nPss:")[2].split(None, 1)[0]) for text in maps if "\nPss:" in text) * 1024


def seconds(pids: list[int]) -> float:
    """Return the processor time that they have used."""
    # Before the last bracket stands the name, which may hold anything.
    stats = (_text(f"/proc/{pid}/stat").rpartition(")")[2].split() for pid in pids)
    return sum(float(stat[11]) + float(stat[12]) for stat in stats if stat) / TICKS


def _text(path: str) -> str:
    try:
        with open(path) as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return ""


def run(command: list[str]) -> dict[str, float]:
    """Run the command to its end."""
    ended = threading.Event()
    together = [0]

    def watch() -> None:
        while not ended.wait(_EVERY):
            together[0] = max(together[0], memory(tree(process.pid)))

    begin = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    watcher = threading.Thread(target=watch)
    watcher.start()
    cpu = peak = 0.0
    if sys.platform == "win32":
        code = process.wait()
    else:
        _, status, usage = os.wait4(process.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        cpu, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT
    wall = time.monotonic() - begin
    ended.set()
    watcher.join()
    return {"wall": wall, "cpu": cpu, "peak": peak, "total": max(peak, together[0]), "code": code}


if __name__ == "__main__":
    result = run(sys.argv[2:])
    with open(sys.argv[1], "w") as out:  # noqa: PTH123
        json.dump(result, out)
