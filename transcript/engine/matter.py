"""What is nobody's speech: front and back matter, remarks between turns, headings that no mark calls headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcript.engine import directions
from transcript.engine.blocks import BY, Block, is_heading, words_of
from transcript.engine.cues import Cue
from transcript.engine.lines import Page
from transcript.engine.persons import FIRST_PERSON
from transcript.engine.words import CALL_TO_READERS, TALK, TRAILER, fold
from transcript.model import Direction, Heading, Part, Passage, PassageType, Segment

_REMARK = re.compile(
    r"""(?ix)\W{0,3}(?:note | a\ note\ on\b[^:\n]{0,40} | sponsor(?:\ message)? | advertisement | related
    | content\ warning | n\.?b | editor['’]?s?\ note | ed(?:itor)?\. | transcriber['’]?s?\ note
    | anmerkung(?:\ der\ \w+)? | anm\.\ d\.\ red | note\ de\ la\ rédaction | ndlr | nota(?:\ del\ editor)?
    | примечание | 注 | 编者按 | 編按 | 編注)\s*[:：]"""
)
_NUMBER = re.compile(r"[(\[]?\d{1,3}[.)\]]$")  # that of what follows
_QUOTES = frozenset("\"'“”„‘’«»」』「『")
_ADDRESS = re.compile(r"[^\n]{0,120}(?<!\S)<?https?://\S+$")  # a title and its address, or an address alone
_AGENDA = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+[^\W\d_a-z][^.!?:;,\n]{2,80}$")  # an item of an agenda
# Pictures, teasers, stamps of a chat without words, the clock of a record.
_ASIDE = re.compile(
    r"""(?ix)\[?!\[ | \[?\d{1,2}:\d{2}(?::\d{2})?\]?\ (?:-!-|\*{1,3}\ |-->|<--|==\ )
    | (?:lire\ aussi | read\ (?:more|also)
    | mehr\ zum\ thema | lesen\ sie\ auch | le[ae]\ también    | leia\ também | leggi\ anche | читайте\ также)\b
    | [•●]\ ?\(\ ?\d{1,2}\ ?[h:]?\ ?\d{2}\ ?\)
    | \[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\ \d{1,2}:\d{2}(?::\d{2})?(?:\ ?[ap]\.?m\.?)?\]?\ ?[-–]?[ ]
      (?![^\n:]{1,40}:\ )"""
)
_OPENS_ASIDE = frozenset("[!0123456789lLrRmMчЧ•●")
_OPENS_REMARK = frozenset("TtNnEeAaSsRrCcПп注编編*([")
# What minutes and records of proceedings tell between the speeches, in the third person.
_PROCEEDINGS = re.compile(
    r"""(?ix)(?:The|There)\s(?:(?!\bI\b|\bmy\b)[^.:]){0,80}?
    \b(?:clerk|secretary|amendments?|motion|resolution|bill|yeas\ and\ nays|roll|jury|witness|recess|court|committee
      |senate|house|sergeant)\b
    (?:(?!\bI\b|\bmy\b)[^.:]){0,120}?
    \b(?:read\ as\ follows|(?:is|are)\ as\ follows|as\ follows|proceeded\ to|called\ the\ roll
      |was\ (?:agreed|rejected|laid|adopted|ordered|passed|sworn|taken|excused)|were\ (?:ordered|agreed|adopted)
      |(?:stood|took\ a|rose)\ (?:in\ )?(?:recess|adjourned)|adjourned|resumed)\b"""
)


def matter(page: Page, blocks: list[Block], part: Part) -> Iterator[Segment]:
    """Front or back matter: a passage a paragraph, headings and directions told apart."""
    for index, block in enumerate(blocks):
        words = words_of(page, block)
        if block.kind == "time":
            yield Direction("timecode", words, block.start, block.end, block.seconds, part)
        elif block.kind == "direction" and (kind := directions.alone(words)):
            yield Direction(kind, words, block.start, block.end, part=part)
        elif block.kind == "heading":
            yield Heading(block.level, block.start, block.end, words, part)
        elif is_heading(page, block, most=14 if index else 20) and (not index or _heads_a_paragraph(blocks, index)):
            yield Heading(1 if not index and part != "back" else 2, block.start, block.end, words, part)
        else:
            yield Passage(block.start, block.end, words, part, _passage_type(page, block, words))


_FIELD = re.compile(r"[^\n:.!?]{1,40}\s?[:：]\s?[^\n]{1,100}(?<![.!?])$")
_LEGEND = re.compile(r"\b[A-Z]{1,4}\s?=\s?[^\W\d_]")


def _passage_type(page: Page, block: Block, words: str) -> PassageType:
    if page.lines[block.first].closed:
        return "metadata"
    if block.kind == "rule":
        return "furniture"
    if _LEGEND.match(words):
        return "legend"
    return "metadata" if len(words) < 140 and _FIELD.match(words) else "narration"


def _heads_a_paragraph(blocks: list[Block], index: int) -> bool:
    return index + 1 < len(blocks) and blocks[index + 1].end - blocks[index + 1].start > 80


def interruption(page: Page, block: Block, after: int) -> Segment | None:
    """The segment of a block within a turn's region that parts the turn in two; None where it is speech.

    :param after: where the words of the turn begin.
    """
    text, line, start, end = page.text, page.lines[block.first], block.start, block.end
    if block.kind == "heading":
        return Heading(block.level, start, end, words_of(page, block))
    if line.closed:
        return Passage(start, end, words_of(page, block), type="metadata")
    if block.kind == "rule":
        return Passage(start, end, words_of(page, block), type="furniture")
    if text.find("://", start, end) > 0 and block.first != page.line_at(after) and _ADDRESS.match(text, start, end):
        return Passage(start, end, words_of(page, block), type="furniture")
    if text.startswith("BY", start) and BY.match(text, start, end):
        return Passage(start, end, words_of(page, block))
    if line.quote and text[start] in _QUOTES and text[end - 1] in _QUOTES:
        return Passage(start, end, words_of(page, block))  # a pull quote
    if block.kind != "paragraph":
        return None
    if text[start] in _OPENS_ASIDE and _ASIDE.match(text, start, end):
        return Passage(start, end, words_of(page, block), type="furniture")
    if line.emphasised and block.first != page.line_at(after):
        words = words_of(page, block)
        if is_heading(page, block):
            return Heading(3, start, end, words)
        return Passage(start, end, words)
    if text[start] in _OPENS_REMARK and (_REMARK.match(text, start, end) or _PROCEEDINGS.match(text, start, end)):
        return Passage(start, end, words_of(page, block))
    return None


def beside(page: Page, block: Block, after: int, *, before_label: bool, only: bool) -> Segment | None:
    """The segment of a block that closes a region and is not the speaker's; None where it is his.

    :param before_label: the next label stands right below.
    :param only: nothing else stands in the region.
    """
    if block.kind == "direction" and (kind := directions.alone(words := words_of(page, block))):
        return Direction(kind, words, block.start, block.end)
    if block.kind == "time":
        return Direction("timecode", words_of(page, block), block.start, block.end, block.seconds)
    if (segment := interruption(page, block, after)) is not None:
        return segment
    if before_label and not only and block.lines == 1 and _NUMBER.match(page.text, block.start, block.end):
        return Passage(block.start, block.end, words_of(page, block), type="furniture")
    if before_label and not only and block.kind == "item" and _AGENDA.match(page.text, block.start, block.end):
        return Heading(2, block.start, block.end, words_of(page, block))
    if before_label and not only and (is_heading(page, block) or _lacks_stop(page, block, after)):
        return Heading(2, block.start, block.end, words_of(page, block))
    if before_label and not only and block.kind == "paragraph" and page.lines[block.first].blank:
        if _is_quoted_title(page, block):
            return Heading(2, block.start, block.end, words_of(page, block))
        if _announces(page, block):
            return Passage(block.start, block.end, words_of(page, block))
    return None


def _lacks_stop(page: Page, block: Block, after: int) -> bool:
    """A few words without a stop, alone above the next label, on a page of whole sentences."""
    text = page.text
    if block.end - block.start > 60 or text[block.end - 1] in _STOPS or block.kind != "paragraph" or block.lines > 1:
        return False
    if not page.prose or block.start <= after or text[block.start].islower() or not page.lines[block.first].blank:
        return False
    words = text[block.start : block.end].split()
    return len(words) <= 9 and not any(fold(word.strip(",")) in TALK for word in words)


def _is_quoted_title(page: Page, block: Block) -> bool:
    """A few words in quotation marks and nothing else, below the end of a sentence; no stop within."""
    text, start, end = page.text, block.start, block.end
    if text[start] not in _QUOTES or text[end - 1] not in _QUOTES or block.lines > 1 or not 4 < end - start <= 70:
        return False
    if text[end - 2] in _STOPS or text[start + 1].islower():
        return False
    return text[page.lines[block.first - 1].end - 1] in _ENDS


_ENDS = frozenset('.?!…。？！”"»)]')
_ASKED = re.compile(r"Q(?:uestion)?[.:]\s", re.IGNORECASE)


def _announces(page: Page, block: Block) -> bool:
    """A paragraph that ends in a colon right above a ``Q.`` and says "I" nowhere: it tells what follows."""
    text = page.text
    if text[block.end - 1] not in ":：" or block.end - block.start < 30 or not text[block.start].isupper():
        return False
    below = page.line_at(block.end - 1) + 1
    if below >= len(page.lines) or not _ASKED.match(text, page.lines[below].start, page.lines[below].end):
        return False
    return not FIRST_PERSON.search(text, block.start, block.end)


_EVENTS = frozenset(("crosstalk", "applause", "music", "media", "setting", "incident", "silence"))


def closing_event(page: Page, block: Block, floor: int) -> Direction | None:
    """What happens in the room as a turn ends is no part of it: "Why not? [crosstalk]". The block is cut there."""
    if not block.bracketed or page.text[block.end - 1] not in ")]）】":
        return None
    found = directions.inline(page.text, max(block.start, block.end - 160), block.end)
    if not found or found[-1].type not in _EVENTS or found[-1].end != block.end:
        return None
    end = found[-1].start
    while end > floor and page.text[end - 1].isspace():
        end -= 1
    if end <= max(floor, block.start):
        return None
    block.end = end
    return found[-1]


_END = re.compile(
    r"(?i)[\[(]\s*(?:end|ende|fin|fine|koniec|конец|окончание)\b[^\n]{0,40}[\])]$"
    r"|\W*(?:the )?(?:end|ende|fin|fine|final|конец|終|完|终)(?:\s(?:of|der|des|de|del|della|du|da|do|l)\b.{0,40})?\W*$"
    r"|\W*(?:.{0,40}\b(?:concluded|adjourned|ended)\b.{0,40}|whereupon.{0,80}(?:concluded|adjourned|ended).*)\W*$"
)


def trailer_apart(page: Page, blocks: list[Block]) -> None:
    """Cut off the last line of the page where it is a credit or the like that no blank line parts from the words."""
    block = blocks[-1] if blocks else None
    if block is None or block.kind != "paragraph" or block.lines < 2 or block.wrapped:
        return
    last = page.lines[block.first + block.lines - 1]
    if block.start < last.start and last.end == block.end and TRAILER.match(page.text[last.start : last.end]):
        block.end, block.lines = page.lines[block.first + block.lines - 2].end, block.lines - 1
        blocks.append(Block("paragraph", last.start, last.end, block.first + block.lines))


def back_matter(page: Page, cue: Cue, blocks: list[Block], names: frozenset[str]) -> int:
    """Where the last turn ends and the page goes on: the index of the first block that nobody speaks.

    :param names: the folded full names of the speakers.
    """
    for index, block in enumerate(blocks):
        if not index and cue.inline and page.line_at(block.start) == cue.line:
            continue
        if block.kind == "direction" and (
            _END.match(page.text, block.start, block.end) or TRAILER.match(page.text[block.start : block.end])
        ):
            return index
        if block.kind in ("rule", "heading") or (block.kind == "paragraph" and _trails(page, cue, block, names, index)):
            return index
    return len(blocks)


def _trails(page: Page, cue: Cue, block: Block, names: frozenset[str], index: int) -> bool:
    text = page.text[block.start : block.end]
    if TRAILER.match(text) or (text.startswith("[") and "]: http" in text[:200]):
        return True
    if not index:
        return False
    lines = text.split("\n")
    wrapped = block.wrapped and len(lines) > 1
    if text[0] not in _OPENS and not text[0].islower() and not wrapped and _headed(lines):
        return True  # a line without a stop, at the end of the page
    if len(lines) > 1 and all(_FIELD.match(line.strip()) for line in lines):
        return True  # fields of a form
    if text[0] == "*" or (text[0] == "[" and text[-1] == "]" and len(text) > 60):
        return True  # a footnote, a note in brackets
    name = cue.label.strip()
    if " " in name and name in text and not FIRST_PERSON.search(text):
        return True  # nobody tells of himself by his full name
    emphasised = page.lines[block.first].emphasised and not page.lines[cue.line].emphasised
    return bool(CALL_TO_READERS.search(text)) or _reports(text, names) or (emphasised and len(text) > 40)


_STOPS = frozenset('.!?…。！？,;:—–-"”’»)]）」』>*')
_OPENS = frozenset("-*•–—([（")


def _headed(lines: list[str]) -> bool:
    """One line without a stop, or a short one above others."""
    return _has_no_stop(lines[0]) and (len(lines) == 1 or len(lines[0]) <= 60)


def _has_no_stop(line: str) -> bool:
    words = line.strip()
    return 0 < len(words) <= 80 and words[-1] not in _STOPS


def _reports(text: str, names: frozenset[str]) -> bool:
    """A speaker's full name and a few words without a stop: "Anya Petrova stopped transcription"."""
    if len(text) > 80 or text[-1] in ".!?。…":
        return False
    words = text.split()
    return len(words) <= 6 and any(fold(" ".join(words[:n])) in names for n in (2, 3) if n < len(words))
