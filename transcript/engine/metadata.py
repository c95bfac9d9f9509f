"""What the text itself says of the interview, in so many words: the fields of its front matter, and its title.

Nothing is guessed. A title is a field, a heading that the format knows, or the one heading alone above the talk; a date
is one day (:mod:`transcript.engine.dates`), in a field, or alone on a line where the front matter has no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcript.engine.dates import date_of, dates_in, is_alone
from transcript.engine.lines import Page
from transcript.engine.words import fold
from transcript.model import Direction, Heading, Passage, Segment

_YAML = re.compile(r"""(?m)^(title|date|language|lang)[ \t]*:[ \t]*(?:"([^\n"]+)"|'([^\n']+)'|([^\n]+?))[ \t\r]*$""")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
# What a date is that of; the surer ones first.
_DATES = (
    re.compile(
        r"""(?ix)(?:interview(?:\ |-)?(?:date|datum)|date\ (?:of|de)\ (?:the\ |l['’])?(?:interview|entretien|recording)
        |recording\ date|recorded(?:\ on)?|date\ recorded|delivered\ on|datum\ des\ (?:interviews|gesprächs)
        |fecha\ de\ (?:la\ )?entrevista|data\ da\ entrevista|data\ dell['’]intervista)$"""
    ),
    re.compile(r"(?i)(?:(?:meeting )?date(?: ?(?:/|&|and) ?time)?|datum|fecha|data|дата|日期|日付|날짜)$"),
    re.compile(r"(?i)(?:release date|date released|date of release)$"),
)
_PLACE = re.compile(
    r"""(?ix)(?:place|location|(?:place|location)\ of\ (?:the\ )?interview|interview\ (?:place|location)|ort|lugar|lieu
    |luogo|local|místo|miejsce|место|地点|場所)$"""
)
_TITLE = re.compile(r"(?i)(?:title|titel|titre|título|titolo)$")
_FIELD = re.compile(r"[ \t]*([^\n:：]{3,32}?)[ \t]*[:：](?![/\d])[ \t]*")
_GAP = re.compile(r"[ \t]{3}|\t")
_LINES = 60  # that the fields of a front matter may stand in
_SAYS_NOTHING = frozenset((
    "uncorrected", "corrected", "unrevised", "edited", "full", "complete", "verbatim", "interview", "transcript",
    "transcription", "the", "a", "an", "of", "oral", "evidence", "proceedings", "draft", "page", "menu", "home",
))  # fmt: skip


def metadata_of(page: Page, segments: list[Segment]) -> dict[str, str | None]:
    """Title, date, place and language, as far as they are certain."""
    front = _front(segments)
    found: dict[str, str | None] = {}
    block = next((mark for mark in page.source.marks if mark.kind == "metadata"), None)
    fields = list(_fields(page, block.end if block else 0, front[-1].end)) if front else []
    found |= {"date": _date(page, front, fields), "place": _one(fields, _PLACE), "title": _one(fields, _TITLE)}
    for field in _YAML.finditer(page.source.text, block.start, block.end) if block else ():
        name, value = field[1], (field[2] or field[3] or field[4]).strip()
        if name == "title":
            found["title"] = value
        elif name == "date":
            found["date"] = date_of(value) or found["date"]
        elif _LANGUAGE.match(value):
            found["language"] = value
    found["title"] = found["title"] or _heading(page, front)
    return {name: value for name, value in found.items() if value}


def _front(segments: list[Segment]) -> list[Segment]:
    front: list[Segment] = []
    for segment in segments:
        if segment.part != "front":
            break
        front.append(segment)
    return front


def _fields(page: Page, start: int, stop: int) -> Iterator[tuple[str, str]]:
    """The fields above the talk; the value may stand on the line below."""
    text = page.text
    head = ""
    for line in page.lines[:_LINES]:
        if line.start >= stop:
            break
        if line.start < start:
            continue
        found = _FIELD.match(text, line.start, line.end)
        if found:
            head = found[1].strip(" \t*_-•")
            if value := _GAP.split(text[found.end() : line.end].strip(), maxsplit=1)[0]:
                yield head, value
                head = ""
        elif head:
            yield head, text[line.start : line.end]
            head = ""


def _one(fields: list[tuple[str, str]], heads: re.Pattern[str]) -> str | None:
    """The value of the only field of this kind."""
    values = {value.strip() for head, value in fields if heads.match(head)}
    return values.pop() if len(values) == 1 else None


def _date(page: Page, front: list[Segment], fields: list[tuple[str, str]]) -> str | None:
    for heads in _DATES:
        if values := [value for head, value in fields if heads.match(head)]:
            dates = {date_of(value) for value in values}
            return dates.pop() if len(dates) == 1 else None
    if not front or len(dates_in(page.text[front[0].start : min(front[-1].end, front[0].start + 20_000)])) != 1:
        return None
    for line in page.lines[:_LINES]:
        if line.start >= front[-1].end:
            break
        if line.end - line.start <= 40 and is_alone(words := page.text[line.start : line.end]):
            return date_of(words)
    return None


def _heading(page: Page, front: list[Segment]) -> str | None:
    """The one heading of the first level, or what looks like it and has nothing but prose and fields beside it."""
    first = [segment for segment in front if isinstance(segment, Heading) and segment.level == 1]
    above = [segment for segment in front if not _is_paper(segment)]
    if not first or (first[0] is not above[0] and len({heading.text for heading in first}) > 1):
        return None
    title = first[0].text
    if all(fold(word) in _SAYS_NOTHING for word in re.findall(r"[^\W\d_]+", title)) or is_alone(title):
        return None
    if title[-1].isdigit() and dates_in(title):  # the head of a page
        return None
    known = page.lines[max(0, page.line_at(first[0].start))].level > 0
    if (
        known
        or _heads_an_article(front)
        or all(segment is first[0] or _goes_with_a_title(segment) for segment in front)
    ):
        return title
    return None


_BYLINE = re.compile(
    r"""(?ix)(?:(?:published|posted|written|reported|told|interview|text)[ ](?:by|on|to)
    |by|von|par|por|di|door|av|af|автор|text|texte|texto|testo)\b.{2,80}$"""
)


def _heads_an_article(front: list[Segment]) -> bool:
    """The page begins with a few words and, right below, who wrote it or a whole paragraph: no name of a site."""
    if len(front) < 2 or not isinstance(front[0], Heading) or len(front[0].text.split()) < 4:
        return False
    return _goes_with_a_title(front[1]) or _BYLINE.match(front[1].text) is not None


def _is_paper(segment: Segment) -> bool:
    return isinstance(segment, Passage) and segment.type in ("metadata", "furniture")


def _goes_with_a_title(segment: Segment) -> bool:
    if isinstance(segment, Passage):
        prose = len(segment.text) > 50 and any(char in ".!?…。！？" for char in segment.text[-6:])
        return _is_paper(segment) or segment.type == "legend" or prose
    return isinstance(segment, Direction)
