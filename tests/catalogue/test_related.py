"""What to read on with."""

import re
from collections.abc import Callable

from conftest import Site, article


def related(site: Site, address: str) -> list[str]:
    """Return the titles under "Đọc thêm", in order."""
    page = site.html(address)
    section = page[page.index("Đọc thêm") :]
    return re.findall(r"<a[^>]*tin/[^>]*>\s*([^<]*?)\s*</a>", section)[:5]


def test_shared_officials_come_before_shared_topics_before_shared_wards(make_site: Callable[[str], Site]) -> None:
    """The nearest in meaning first; only older articles count."""
    site = make_site()
    site.write("news/2025/01/phuong.md", article("Cùng phường", "2025-01-04"))
    site.write("news/2025/01/can-bo.md", article("Cùng cán bộ", "2025-01-01", "ben-nghe", officials="nguyen-van-a"))
    site.write("news/2025/01/chu-de.md", article("Cùng chủ đề", "2025-01-02", "ben-nghe", tags="thong-bao"))
    site.write("news/2025/01/khong.md", article("Không liên quan", "2025-01-03", "ben-nghe"))
    site.write("news/2025/01/sau.md", article("Bài sau", "2025-01-09", tags="thong-bao"))
    site.write("news/2025/01/chinh.md", article("Bài chính", "2025-01-05", officials="Nguyễn Văn A", tags="thong-bao"))
    site.build()
    assert related(site, "tin/2025/01/chinh/")[:3] == ["Cùng cán bộ", "Cùng chủ đề", "Cùng phường"]


def test_a_newer_article_changes_no_older_page(make_site: Callable[[str], Site]) -> None:
    """Related articles look only backwards, so publishing leaves the archive alone."""
    site = make_site()
    site.write("news/2025/01/cu.md", article("Bài cũ", "2025-01-05"))
    site.build()
    before = site.html("tin/2025/01/cu/")
    site.write("news/2025/02/moi.md", article("Bài mới", "2025-02-05"))
    site.build()
    assert site.html("tin/2025/01/cu/") == before
