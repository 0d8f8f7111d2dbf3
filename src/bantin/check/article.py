"""Rules for one article: each a small function from (the article, what exists beside it) to findings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bantin.check.entries import check_officials, check_topics, check_wards
from bantin.check.record import check_namesakes, check_roles, check_ward_dates
from bantin.check.references import PIXELS, Content, Located, locate
from bantin.model import Article, Body, Place, Problem
from bantin.read.fields import suggest
from bantin.read.findings import Findings
from bantin.text.slugs import MAX_FILE_NAME, is_slug, slugify

if TYPE_CHECKING:
    from collections.abc import Mapping

PICTURE_TYPES = (*PIXELS, ".svg")
_IN_MONTH = re.compile(r"news/([0-9]{4}/(?:0[1-9]|1[0-2]))/[^/]+")


@dataclass(frozen=True, slots=True)
class Subject:
    """An article with what its rules need to point at a line."""

    article: Article
    places: Mapping[str, Place]
    body: Body
    head_line: int = 1


def check_article(subject: Subject, content: Content) -> tuple[Problem, ...]:
    """Return everything that the rules find in one article."""
    findings = Findings(subject.article.path)
    for rule in ARTICLE_RULES:
        rule(subject, content, findings)
    return tuple(findings.problems)


def check_file_name(subject: Subject, _: Content, findings: Findings) -> None:
    """file-name: the address is the file's name, so it must be a short slug."""
    slug = subject.article.slug
    if not is_slug(slug) or len(slug) > MAX_FILE_NAME:
        proposed = slugify(slug, MAX_FILE_NAME) or slugify(subject.article.title, MAX_FILE_NAME)
        findings.error("file-name", name=f"{slug}.md", proposed=f"{proposed}.md", limit=MAX_FILE_NAME)


def _month_folder(path: str) -> str:
    """Return "yyyy/mm" for a file in such a folder of news/, else ''."""
    match = _IN_MONTH.fullmatch(path)
    return match[1] if match else ""


def check_file_place(subject: Subject, _: Content, findings: Findings) -> None:
    """file-place: an article lies in news/<year>/<month>/."""
    path = subject.article.path
    if not _month_folder(path):
        findings.error("file-place", proposed=f"news/{subject.article.date:%Y/%m}/{posixpath.basename(path)}")


def check_month(subject: Subject, _: Content, findings: Findings) -> None:
    """month-mismatch: the folder's month should be the date's."""
    folder, month = _month_folder(subject.article.path), f"{subject.article.date:%Y/%m}"
    if folder and folder != month:
        place = subject.places.get("date", Place(subject.head_line))
        findings.warning("month-mismatch", *place, folder=folder, month=month)


def check_references(subject: Subject, content: Content, findings: Findings) -> None:
    """link-broken, picture-missing, picture-external, picture-embedded: what a body points at exists in content/."""
    for reference in subject.body.references:
        place = Place(reference.line, reference.column)
        if reference.is_picture:
            check_picture(reference.target, subject.article.path, place, content, findings)
        else:
            _check_link(reference.target, subject.article.path, place, content, findings)


def _check_link(target: str, base: str, place: Place, content: Content, findings: Findings) -> None:
    located = locate(target, base, content)
    if located.kind == "media" and not located.fault and (fault := content.media[located.path].fault):
        findings.error("picture-unreadable", *place, variant=fault, target=target)
    elif located.fault and located.fault != "hidden":
        pool = content.articles if located.path.endswith(".md") else content.media
        variant, near = _explain_missing(located, pool, base)
        if located.kind == "address" and target.strip():
            variant = "address"
        findings.error("link-broken", *place, variant=variant, target=target, near=near, path=near or located.path)


def check_picture(target: str, base: str, place: Place, content: Content, findings: Findings) -> None:
    """Find a picture that is missing, elsewhere, of another type, or cannot be read."""
    located = locate(target, base, content)
    media = content.media.get(located.path)
    if target.lower().startswith("data:"):
        findings.error("picture-embedded", *place)
    elif located.fault == "external":
        findings.error("picture-external", *place, target=target)
    elif media is None or located.fault:
        variant, near = _explain_missing(located, content.media, base)
        findings.error("picture-missing", *place, variant=variant, target=target, near=near, path=near or located.path)
    elif not located.path.lower().endswith(PICTURE_TYPES):
        findings.error("picture-type", *place, target=target, allowed=", ".join(PICTURE_TYPES))
    elif media.fault:
        findings.error("picture-unreadable", *place, variant=media.fault, target=target)


def _explain_missing(located: Located, pool: Mapping[str, object], base: str) -> tuple[str, str]:
    """Return (wording, nearest file in `pool` as it is written in `base`) for what a reference does not lead to."""
    if located.kind == "address" or located.fault in {"outside", "local", "external"}:
        return ("" if located.fault == "missing" else located.fault), ""
    near = _near_file(located.path, pool)
    written = posixpath.relpath(near, posixpath.dirname(base)) if near else ""
    if located.fault == "backslash":
        return "backslash", written
    return ("suggestion" if near else ""), written


def _near_file(path: str, pool: Mapping[str, object]) -> str:
    """Return the file in `pool` that was probably meant: of the same name elsewhere or in other case, or a near one."""
    by_name = {posixpath.basename(one).lower(): one for one in reversed(list(pool))}
    name = posixpath.basename(path).lower()
    return next((one for one in pool if one.lower() == path.lower()), "") or by_name.get(
        name if name in by_name else suggest(name, by_name), ""
    )


def check_image(subject: Subject, content: Content, findings: Findings) -> None:
    """picture-…: the lead picture is judged like one in the text."""
    if image := subject.article.image:
        place = subject.places.get("image", Place(subject.head_line))
        check_picture(image.src, subject.article.path, place, content, findings)


def check_attachments(subject: Subject, content: Content, findings: Findings) -> None:
    """attachment-missing, picture-unreadable: every attachment lies in content/media/ and can be published."""
    for attachment in subject.article.attachments:
        located = locate(attachment.src, subject.article.path, content)
        place = subject.places.get(f"attachments:{attachment.src}", Place(subject.head_line))
        media = content.media.get(located.path)
        if media is None or located.fault:
            variant, near = _explain_missing(located, content.media, subject.article.path)
            findings.error(
                "attachment-missing",
                *place,
                variant=variant,
                target=attachment.src,
                near=near,
                path=near or located.path,
            )
        elif media.fault:
            findings.error("picture-unreadable", *place, variant=media.fault, target=attachment.src)


def check_removed(subject: Subject, _: Content, findings: Findings) -> None:
    """html-removed: HTML that a page may not hold is left out, and said so."""
    for name, line, column in subject.body.removed:
        near = suggest(name.removesuffix(":"), _SCHEMES) if name.endswith(":") else ""
        variant = "scheme" if near else "words" if _is_text(name) else ""
        findings.warning("html-removed", line, column, variant=variant, name=name, near=near)


def _is_text(name: str) -> bool:
    """Tell words that an editor put between < and > from an element, be it one of Word's (`<o:p>`)."""
    return name.startswith("<") and ":" not in name and name.strip("<>") not in _ELEMENTS


_SCHEMES = ("http", "https", "mailto", "tel")
_ELEMENTS = frozenset(
    "address applet area article aside audio base basefont big body button canvas center data datalist dialog "
    "embed fieldset font footer form frame frameset head header hgroup html iframe input label legend link main map "
    "marquee math menu meta meter nav nobr noframes noscript object optgroup option output param picture progress "
    "script search select slot source strike style summary svg template textarea title track tt video xml".split()
)
"""Elements of HTML that no page may hold; other words between < and > are no HTML but the editor's own."""


ARTICLE_RULES: tuple[Callable[[Subject, Content, Findings], None], ...] = (
    check_file_name,
    check_file_place,
    check_month,
    check_wards,
    check_topics,
    check_officials,
    check_ward_dates,
    check_namesakes,
    check_roles,
    check_image,
    check_references,
    check_attachments,
    check_removed,
)
