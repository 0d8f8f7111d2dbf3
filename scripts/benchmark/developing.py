"""What a site with many photographs costs: cold, with nothing to do, with one more, and after its output was lost."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from benchmark.report import MB, table

if TYPE_CHECKING:
    from benchmark.generators import Workshop
    from benchmark.measure import Figures

_DRAWING = Path(__file__).with_name("photographs.py")


def measure_pictures(workshop: Workshop, count: int) -> str:
    """Return a table of what `count` photographs cost beside the articles of a workshop."""
    bantin = workshop.bantin()
    bantin.project.write()
    folder = bantin.project.root / "content/media/photographs"
    subprocess.run([str(workshop.python), str(_DRAWING), str(folder), str(count + 1)], check=True)
    last = folder / f"{count + 1:04}.jpg"
    kept = last.rename(bantin.project.root / last.name)
    size = sum(path.stat().st_size for path in folder.iterdir()) / count
    rows = [_row(f"{count:,} photographs of {size / MB:.1f} MB, cold", bantin.build())]
    rows.append(_row("nothing to do", bantin.build()))
    kept.rename(last)
    rows.append(_row("one more", bantin.build()))
    shutil.rmtree(bantin.site)
    rows.append(_row("output lost", bantin.build()))
    return table(("build", "wall s", "CPU s", "peak MB", "all MB", "written", "MB"), rows, left=1)


def _row(title: str, figures: Figures) -> tuple[str, ...]:
    times = f"{figures.wall:.1f}", f"{figures.cpu:.1f}"
    memory = f"{figures.peak / MB:.0f}", f"{figures.total / MB:.0f}"
    return (title, *times, *memory, str(figures.files), f"{figures.written / MB:.1f}")
