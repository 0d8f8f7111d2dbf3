"""The values of directories and of the archive's overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.text.slugs import slugify
from bantin.views.home import view_find
from bantin.views.page import Page, Site, Values, link, sentence
from bantin.views.posts import label_posts, rank_role

if TYPE_CHECKING:
    from bantin.plan.jobs import ArchivePage, DirectoryPage, Link


def view_directory(inputs: DirectoryPage, site: Site, root: str) -> Page:
    """Return the directory of wards, officials or topics, or of one province."""
    texts = site.texts
    title = inputs.title or texts(f"directory.{inputs.kind}.title")
    values: Values = {
        "title": title,
        "kicker": texts("sections.wards") if inputs.kind == "province" else "",
        "lead": texts(f"directory.{inputs.kind}.lead", name=inputs.title),
        "find": view_find((), (), root) if inputs.kind == "ward" and inputs.groups else None,
        "groups": [
            {
                "title": texts(f"directory.province.{group.name}")
                if inputs.kind == "province"
                else sentence(group.name),
                "href": urls.link(root, group.address) if group.address else None,
                "id": f"nhom-{slugify(group.name)}" if slugify(group.name) else f"nhom-{number}",
                "items": [
                    _item(item, site, root)
                    for item in (_order(items) if group.address and inputs.kind == "official" else items)
                ],
            }
            for number, (group, items) in enumerate(inputs.groups, 1)
        ],
    }
    breadcrumb = ((texts("sections.wards"), urls.WARDS),) if inputs.kind == "province" else ()
    description = texts("directory.description", title=title, site=site.settings.site_name)
    return Page("directory", values, title, description, breadcrumb)


def _order(items: tuple[Link, ...]) -> list[Link]:
    """Return entries in their order; persons of one ward by their body: Party, council, committee, Front, others."""
    return sorted(items, key=lambda item: min((rank_role(role) for role, _ in item.roles), default=0))


def _item(item: Link, site: Site, root: str) -> Values:
    """Return an entry; a former ward tells what it became, so that a reader finds it by either name."""
    labels = [label for role, ward in item.roles for label in label_posts(role, ward, site)]
    notes = [
        "; ".join(dict.fromkeys(labels)),
        item.note,
        site.texts("directory.heirs", heirs=", ".join(item.heirs)) if item.heirs else "",
    ]
    return {**link(root, item), "name": sentence(item.name), "note": " · ".join(filter(None, notes))}


def view_archive(inputs: ArchivePage, site: Site, root: str) -> Page:
    """Return the overview of all years, or of one."""
    texts = site.texts
    title = texts("archive.year", year=inputs.year) if inputs.year else texts("archive.title")
    values: Values = {
        "title": title,
        "lead": "" if inputs.year else texts("archive.lead"),
        "years": [
            {
                "year": year,
                "href": None if inputs.year else urls.link(root, urls.year(year)),
                "months": [_month(year, month, site, root, is_there=month in months) for month in range(1, 13)],
            }
            for year, months in inputs.years
        ],
    }
    breadcrumb = ((texts("sections.archive"), urls.ARCHIVE),) if inputs.year else ()
    description = texts("archive.description", site=site.settings.site_name)
    return Page("archive", values, title, description, breadcrumb)


def _month(year: int, month: int, site: Site, root: str, *, is_there: bool) -> Values:
    """Return a month of the calendar; without a link where it has no articles."""
    return {
        "name": site.texts("archive.month", month=month),
        "href": urls.link(root, urls.month(year, month)) if is_there else None,
    }
