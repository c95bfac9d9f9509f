"""Dates as people print them, where they are certain: ``18 November 2010``, ``16. Dezember 2009``, ``2007年03月16日``.

Only one day is a date: "April 15 and 16" is none, nor is ``3/4/2001``, which may be in March or in April.
"""

from __future__ import annotations

import re
from datetime import date

from transcript.engine.words import fold

# A month a line. A word that is another month in a kindred language is left out: "listopada".
_MONTHS = """
    january jan januar jänner janvier enero janeiro gennaio januari ledna stycznia января
    february feb februar février febrero fevereiro febbraio februari února lutego февраля
    march mar märz mars marzo março maart března marca марта
    april apr avril abril aprile dubna kwietnia апреля
    may mai mayo maio maggio mei května maja мая
    june jun juni juin junio junho giugno června czerwca июня
    july jul juli juillet julio julho luglio července lipca июля
    august aug août agosto augustus srpna sierpnia августа
    september sep sept septembre septiembre setembro settembre září września сентября
    october oct oktober octobre octubre outubro ottobre října października октября
    november nov novembre noviembre novembro listopadu ноября
    december dec dezember décembre diciembre dezembro dicembre prosince grudnia декабря
"""
_NUMBER_OF = {
    fold(word): number for number, line in enumerate(_MONTHS.strip().splitlines(), 1) for word in line.split()
}
_SHORT = frozenset((
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "janv", "fevr", "avr",
    "juil", "okt", "dez", "ene", "abr", "ago", "dic",
))  # fmt: skip
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_DATE = re.compile(
    rf"""(?ix)
      (?<!\d)(?P<y>\d{{4}})(?:(?P<sign>[-/.])(?P<m>\d{{1,2}})(?:(?P=sign)(?P<d>\d{{1,2}}))?|年\s?(?P<m2>\d{{1,2}})月\s?(?P<d2>\d{{1,2}})日
         |년\s?(?P<m3>\d{{1,2}})월\s?(?P<d3>\d{{1,2}})일)(?!\d)
    | (?<!\d)(?P<solid>(?:19|20)\d{{2}}[01]\d[0-3]\d)(?!\d)
    | (?<!\d)(?P<first>\d{{1,2}})(?P<dot>[./-])(?P<second>\d{{1,2}})(?P=dot)(?P<last>\d{{4}})(?!\d)
    | {_DAY}(?:st|nd|rd|th|er|\.|º|ª)?\s(?:(?:de|of)\s|d['’])?{_MONTH},?\s(?:(?:de|del)\s)?{_YEAR}
    | \b(?P<before>[^\W\d_]{{3,12}})\.?\s(?P<on>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<of>\d{{4}})(?!\d)
    | \b(?P<whole>[^\W\d_]{{3,12}})\s(?:de\s)?(?P<in>\d{{4}})(?!\d)
    | (?<!\d)(?P<alone>(?:1[89]|20)\d\d)(?!\d)
    """
)
_CLOCK = re.compile(
    r"(?i)(?:T|\b)\d{1,2}(?::\d{2}){1,2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?|\b\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\b"
)
_LONGEST = 120


def date_of(text: str) -> str | None:
    """The one date in a few words, as ISO 8601, perhaps only its year or month; None where there are more, or doubt."""
    if len(text) > _LONGEST:
        return None
    found = [(match, value) for match in _DATE.finditer(text) if (value := _value(match))]
    if len(found) != 1:
        return None
    match, value = found[0]
    rest = _CLOCK.sub(" ", f"{text[: match.start()]} {text[match.end() :]}")
    words = {fold(word.strip(".,;()")) for word in rest.split()}
    return None if any(char.isdigit() for char in rest) or words & _NUMBER_OF.keys() else value


def dates_in(text: str) -> set[str]:
    """Every day and every month of a year in the text."""
    return {value for match in _DATE.finditer(text) if (value := _value(match)) and len(value) > 4}


def is_alone(text: str) -> bool:
    """The words are nothing but a full date, with the day of the week perhaps, and no month is cut short."""
    found = _DATE.search(text)
    if not found or len(_value(found) or "") != 10 or text[found.end() :].strip(" .)"):
        return False
    before = text[: found.start()]
    return (
        fold(found["month"] or found["before"] or "") not in _SHORT
        and len(before.split()) <= 1
        and not any(char.isdigit() for char in before)
    )


def _value(found: re.Match[str]) -> str | None:
    if found["alone"]:
        return found["alone"]
    if solid := found["solid"]:
        return _day(solid[:4], solid[4:6], solid[6:])
    if found["y"]:
        month, day = found["m"] or found["m2"] or found["m3"], found["d"] or found["d2"] or found["d3"]
        if day:
            return _day(found["y"], month, day)
        return f"{found['y']}-{month}" if len(month) == 2 and 1 <= int(month) <= 12 and found["sign"] == "-" else None
    if found["first"]:
        first, second = found["first"], found["second"]
        if found["dot"] != "." and int(first) <= 12 and int(second) <= 12 and int(first) != int(second):
            return None  # either may be the month
        american = found["dot"] != "." and int(second) > 12
        return _day(found["last"], *((first, second) if american else (second, first)))
    if found["whole"]:
        month = _NUMBER_OF.get(fold(found["whole"]), 0)
        return f"{found['in']}-{month:02}" if month else found["in"]
    month = str(_NUMBER_OF.get(fold(found["month"] or found["before"]), 0))
    return _day(found["year"] or found["of"], month, found["day"] or found["on"])


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
