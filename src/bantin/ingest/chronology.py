"""Which of the dates in a text is the publication's and which the event's, and the year that a date leaves out.

Decoys: dates of documents, anniversaries, closing days of figures, plans, and those of related news (dropped before).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, TypeAlias

from bantin.ingest.datelines import Dateline
from bantin.ingest.material import Note, note
from bantin.text.dates import parse_instant
from bantin.text.written_dates import WrittenDate, find_dates

DateKind = Literal["published", "event"]
Day: TypeAlias = date
Moment: TypeAlias = date | datetime

_DOCUMENT = re.compile(
    r"(?:nghị quyết|nghị định|quyết định|chỉ thị|kế hoạch|công văn|luật|thông tư|kết luận|hướng dẫn|thông báo|"
    r"văn bản|quy định|tờ trình|"
    r"báo cáo|giấy phép|pháp lệnh|chương trình|đề án|công điện|giấy mời|hợp đồng|biên bản|thông tri|số)\b[^.;:]{0,90}$",
    re.IGNORECASE,
)
_DECOY = re.compile(
    r"(?:kỷ niệm|kỉ niệm|chào mừng|mừng|nhân (?:dịp|ngày)|hưởng ứng|ngày (?:thành lập|truyền thống|giải phóng|"
    r"quốc khánh|sinh|hội)|thành lập|"
    r"tính đến(?: hết)?|cho đến|đến hết|trước|đến|từ|kể từ|bắt đầu từ|sau|hết|hạn(?: chót)?|chậm nhất|sinh|mất|"
    r"hiệu lực(?: từ| kể từ)?|"
    r"dự kiến|sẽ [^.;]{0,50}|lần thứ [^.;]{0,20}|năm \d{4}|giai đoạn|trong các|diễn ra từ|nhiệm kỳ [^.;]{0,20}|"
    r"theo [^.,;]{2,50}|trước đó,?|như đã đưa,?)\s*"
    r"(?:vào\s+|hết\s+|lúc\s+|ngày\s+)*\(?\s*$",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    r"^\s*[-–]\s*\d{1,2}\s*[/.-]\s*\d{1,2}|^\s*(?:hằng|hàng) năm|^\s*âm lịch|^\s*\(?\s*âm lịch", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d/.,-])(?:năm|tháng \d{1,2}[/-]|quý [IVX\d]+[/-]|/)\s?(?P<year>20\d\d)(?!\d)", re.IGNORECASE)
_PRESENT = re.compile(
    r"(?:tháng(?: đầu| cuối)?|quý [IVX\d]+(?:,)?|đầu|từ đầu|cuối|trong|hiện nay,?|tháng \d{1,2}[/-]?|tháng \d{1,2},?|"
    r"vụ [^,.;]{2,20}|dịp [^,.;]{2,30}|công tác|đợt \d)\s*(?:năm\s*)?$",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?:phương hướng|kế hoạch|nhiệm vụ|mục tiêu|chỉ tiêu|giai đoạn|tầm nhìn|đến|tới|dự toán|trọng tâm)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:so với|cùng kỳ|từ|trước|thành lập|kỷ niệm|giai đoạn|quyết định|nghị quyết|luật)\b[^.;]{0,30}$", re.IGNORECASE
)
_TERM = re.compile(r"nhiệm kỳ (20\d\d)\s*[-–]\s*(20\d\d)", re.IGNORECASE)
_TWO_TIERS = re.compile(
    r"chính quyền địa phương (?:2|02|hai) cấp|sau (?:khi )?(?:sáp nhập|sắp xếp|hợp nhất)", re.IGNORECASE
)
_TWO_TIERS_SINCE = date(2025, 7, 1)
_AT_MOST = 0.8
"""How sure the day of an event is as that of the publication, which may be days before or after it."""
_CONTEXT = 120
"""Characters before a date that tell what happens on it."""
_FIRST_LINES = 12
"""Paragraphs in which an event's date is looked for."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """The moments of an article; confidence 0 to 1."""

    date: Moment | None = None
    kind: DateKind | None = None
    event: Day | None = None
    confidence: float = 0.0
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    found: WrittenDate
    score: float
    text: str


def find_chronology(
    datelines: tuple[Dateline, ...], hint: str, texts: list[str], title: str, today: date
) -> Chronology:
    """Return the moments of an article.

    `datelines` from top to bottom, `hint` the moment that the file's own head states, `texts` the lead, the paragraphs
    and the captions in order, `today` the day of the import: nothing can have been published later.
    """
    published, notes, sure = _find_publication(datelines, hint, today)
    day = published.date() if isinstance(published, datetime) else published
    event, event_sure, more = _find_event([title, *texts] if _mentions_year(title) else texts, title, day, today)
    if published is not None:
        return Chronology(published, "published", event, sure, (*notes, *more))
    if event is not None and event > today:
        return Chronology(None, None, event, 0.0, (*notes, *more, note("event_ahead", day=f"{event:%d/%m/%Y}")))
    if event is not None:
        notes = (*notes, *more, note("event_as_date", day=f"{event:%d/%m/%Y}"))
        return Chronology(event, "event", event, min(event_sure, _AT_MOST), notes)
    return Chronology(notes=(*notes, note("no_date")))


def _mentions_year(title: str) -> bool:
    return bool(find_dates(title))


def _find_publication(
    datelines: tuple[Dateline, ...], hint: str, today: date
) -> tuple[date | datetime | None, tuple[Note, ...], float]:
    possible = [one for one in datelines if not ((day := one.date.whole) and day > today)]
    notes = [note("dateline_left_out", line=one.line) for one in datelines if one not in possible]
    if possible:
        # A page's own clock stands above; what belongs to the article stands nearer to it, and tells a time.
        best = max(
            enumerate(possible),
            key=lambda one: (
                one[1].label == "published",
                one[1].label != "updated",
                one[1].date.clock is not None,
                one[0],
            ),
        )[1]
        others = dict.fromkeys(one.line for one in possible if one.line != best.line)
        notes = [note("published", line=best.line), *notes, *(note("dateline_left_out", line=line) for line in others)]
        return _moment(best.date), tuple(notes), 0.97
    if hint and (instant := _read_hint(hint)):
        return instant, (*notes, note("published_hint", words=hint)), 0.9
    return None, tuple(notes), 0.0


def _read_hint(hint: str) -> date | datetime | None:
    try:
        parsed = parse_instant(hint)
    except ValueError:
        parsed = None
    if parsed is not None:
        return parsed[0].replace(tzinfo=None) if parsed[1] else parsed[0].date()
    found = next((one for one in find_dates(hint) if one.year is not None), None)
    return _moment(found) if found else None


def _moment(found: WrittenDate) -> date | datetime | None:
    day = found.whole
    return datetime.combine(day, found.clock) if day and found.clock and found.clock != time(0, 0) else day


def _show(found: WrittenDate) -> str:
    return f"{found.day:02}/{found.month:02}" + (f"/{found.year}" if found.year else "")


def _find_event(
    texts: list[str], title: str, published: date | None, today: date
) -> tuple[date | None, float, tuple[Note, ...]]:
    """Return (day of the event, confidence, notes)."""
    candidates = []
    for order, text in enumerate(texts[:_FIRST_LINES]):
        end = 0
        for found in find_dates(text):
            score = _judge(found, text, order, end)
            end = found.end
            if score > 0:
                candidates.append(_Candidate(found, score, text))
    if not candidates:
        return None, 0.0, ()
    best = max(candidates, key=lambda one: one.score)
    if best.found.year is not None:
        return best.found.whole, min(0.95, 0.55 + best.score / 5), ()
    twin = next((one.found for one in candidates if one.found.year and _same_day(one.found, best.found)), None)
    if twin is not None:
        return twin.whole, 0.95, ()
    return _infer_year(best.found, [title, *texts], published, today)


def _same_day(one: WrittenDate, other: WrittenDate) -> bool:
    return (one.day, one.month) == (other.day, other.month)


def _judge(found: WrittenDate, text: str, order: int, since: int) -> float:
    """Return how well a date fits the event that the article tells of; 0 or less for a decoy.

    `since`: where the date before it ends; a document named earlier has had its date.
    """
    before, after = _before(text, found.start), text[found.end : found.end + 24]
    score = 2.0 - 0.12 * order
    if found.lead:
        score += 0.5
    if re.match(r"(?:sáng|chiều|tối|trưa|đêm)", found.lead):
        score += 0.6
    if found.clock or found.weekday:
        score += 0.3
    opening = len(before.strip()) == 0 or bool(re.search(r"[.!?…:”)]\s*$|[-–]\s*$", before))
    score += 0.8 if opening else (0.2 if len(before) < 60 else 0.0)
    if _DOCUMENT.search(_before(text, found.start, since)) and not opening:
        score -= 3
    if _DECOY.search(before) and not opening:
        score -= 2.2
    if _ANNIVERSARY.match(after):
        score -= 3
    if re.search(r"\(\s*$", before) and (re.match(r"\s*[-–]", after) or _DECOY.search(before[:-1].rstrip(" (") + " ")):
        score -= 2.5
    if re.search(r"\d{4}\s*[-–]\s*$", before):
        score -= 3
    return score


def _before(text: str, at: int, since: int = 0) -> str:
    """Return what stands before a place in a text, as far as it says what a date there means."""
    return text[max(since, at - _CONTEXT) : at]


def _infer_year(
    found: WrittenDate, texts: list[str], published: date | None, today: date
) -> tuple[date | None, float, tuple[Note, ...]]:
    """Return (day, confidence, the reason) for a date without its year."""
    if published is not None:
        near = [day for year in (published.year - 1, published.year, published.year + 1) if (day := found.at(year))]
        day = min(near, key=lambda one: (abs((one - published).days), one))
        return day, 0.95, (note("year_published", words=_show(found), year=day.year, date=f"{published:%d/%m/%Y}"),)
    text = "\n".join(texts)
    votes, evidence = _vote(text, found)
    if _TWO_TIERS.search(text):
        for year in range(_TWO_TIERS_SINCE.year, today.year + 1):
            if (day := found.at(year)) and day >= _TWO_TIERS_SINCE:
                votes[year] += 1.5
                evidence.setdefault(year, _TWO_TIERS.search(text)[0])  # type: ignore[index]  # it was found above
                break
    possible = {year: worth for year, worth in votes.items() if (day := found.at(year)) and day <= today}
    if not possible:
        years = [
            year for year in (today.year, today.year - 1, today.year - 4) if (day := found.at(year)) and day <= today
        ]
        year = years[0] if years else today.year
        return found.at(year), 0.3, (note("year_latest", words=_show(found), year=year),)
    year = max(possible, key=lambda one: (possible[one], one))
    sure = (
        0.9 if possible[year] >= 2 * max([worth for one, worth in possible.items() if one != year], default=0) else 0.75
    )
    return found.at(year), sure, (note("year_inferred", words=_show(found), year=year, evidence=evidence[year]),)


@dataclass(slots=True)
class _Votes:
    """Weights of years, with the words that speak most for each."""

    weights: defaultdict[int, float]
    words: dict[int, tuple[float, str]]

    def add(self, year: int, worth: float, words: str) -> None:
        """Count one mention."""
        self.weights[year] += worth
        if worth > self.words.get(year, (0.0, ""))[0]:
            self.words[year] = (worth, " ".join(words.split()))


def _vote(text: str, found: WrittenDate) -> tuple[defaultdict[int, float], dict[int, str]]:
    """Return (weight of each year, the words that speak most for it)."""
    votes = _Votes(defaultdict(float), {})
    for match in _YEAR.finditer(text):
        _vote_for(match, text, found.month, votes)
    for match in _TERM.finditer(text):
        votes.add(int(match[1]), 1.0, match[0])
    for other in find_dates(text):
        if other.year and (day := other.whole) and not _DECOY.search(_before(text, other.start)):
            votes.add(day.year, 1.0, text[other.start : other.end])
    for year in [*votes.weights] if found.weekday else ():
        if (day := found.at(year)) and day.isoweekday() == found.weekday:
            votes.weights[year] += 2.5
    return votes.weights, {year: words for year, (_, words) in votes.words.items()}


def _vote_for(match: re.Match[str], text: str, month: int, votes: _Votes) -> None:
    year, before = int(match["year"]), text[max(0, match.start() - 70) : match.start()]
    words = text[max(0, match.start() - 22) : match.end()]
    words = words[words.find(" ") + 1 :] if match.start() > 22 else words
    worth = 1.2
    if _PRESENT.search(before):
        worth = 3.0
    elif _PLAN.search(before):
        worth = 0.8
        if month >= 11:  # plans for a year are made at the end of the one before
            votes.add(year - 1, 1.6, words)
    elif _PAST.search(before):
        worth = 0.4
    if month <= 2 and re.search(r"(?:tổng kết|kết quả|sơ kết|đánh giá)[^.;]{0,60}$", before, re.IGNORECASE):
        votes.add(year + 1, 2.0, words)
        worth *= 0.5
    votes.add(year, worth, words)
