"""From cues and speakers to segments that tile the source: front, turns, headings, directions, narration, back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from transcript.engine import directions
from transcript.engine.blocks import Block, blocks_of, is_heading, words_of
from transcript.engine.cues import Cue
from transcript.engine.lines import Page
from transcript.engine.words import CALL_TO_READERS, TRAILER, fold
from transcript.model import Direction, Heading, Passage, Printed, Segment, Span, Time, Turn

_REMARK = re.compile(
    r"(?i)\W{0,2}(?:note|n\.?b|editor['’]?s? note|ed(?:itor)?\.|transcriber['’]?s? note|anmerkung(?: der redaktion)?|anm\. d\. red|note de la rédaction|ndlr|nota(?: del editor)?|примечание|注|编者按|編按|編注)\s*[:：]"
)
# What minutes and records of proceedings tell between the speeches, in the third person.
_PROCEEDINGS = re.compile(
    r"(?:The|There)\s(?:(?!\bI\b|\bmy\b)[^.:]){0,80}?\b(?:clerk|secretary|amendments?|motion|resolution|bill|yeas and nays|roll|jury|witness|recess|court|committee|senate|house|sergeant)\b"
    r"(?:(?!\bI\b|\bmy\b)[^.:]){0,120}?\b(?:read as follows|is as follows|are as follows|as follows|proceeded to|called the roll|was (?:agreed|rejected|laid|adopted|ordered|passed|sworn|taken|excused)|were (?:ordered|agreed|adopted)|(?:stood|took a|rose) (?:in )?(?:recess|adjourned)|adjourned|resumed)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s*_=~#·•—–-]{3,}$")


@dataclass(slots=True)
class Opening:
    """A cue that was taken: whose turn it opens, and how sure that is."""

    cue: Cue
    speaker: str | None
    confidence: float


@dataclass(slots=True)
class Assembly:
    """Segments in the making."""

    page: Page
    segments: list[Segment] = field(default_factory=list)


def assemble(page: Page, openings: list[Opening], *, wrapped: bool, spaced: bool) -> list[Segment]:
    """Tile the page.

    :param wrapped: a line break within a paragraph is a hard wrap.
    :param spaced: paragraphs are parted by blank lines, so that a bare line break is a soft one.
    """
    blocks = blocks_of(page, [opening.cue for opening in openings], wrapped=wrapped, spaced=spaced)
    segments: list[Segment] = []
    at = 0
    first = openings[0].cue.start if openings else len(page.text)
    names = frozenset(fold(opening.cue.label) for opening in openings if " " in opening.cue.label)
    front: list[Block] = []
    while at < len(blocks) and blocks[at].start < first:
        front.append(blocks[at])
        at += 1
    pending = front.pop() if front and front[-1].kind == "time" and openings else None
    segments += _matter(page, front, "front")
    for number, opening in enumerate(openings):
        stop = openings[number + 1].cue.start if number + 1 < len(openings) else len(page.text) + 1
        region: list[Block] = []
        while at < len(blocks) and blocks[at].start < stop:
            region.append(blocks[at])
            at += 1
        last = number + 1 == len(openings)
        following, head = _header(page, region) if not last else (None, [])
        segments += _region(page, opening, region, pending, last=last, names=names)
        segments += head
        pending = following
    return [*_with_leftovers(page, segments)]


def _header(page: Page, region: list[Block]) -> tuple[Block | None, list[Segment]]:
    """The time line right above the next label, and lines of fields between the two; they leave the region."""
    at = len(region) - 1
    while at >= 0 and region[at].kind != "time" and len(region) - at <= 4 and not page.lines[region[at].first].blank:
        at -= 1
    if at < 0 or region[at].kind != "time":
        return None, []
    fields = region[at + 1 :]
    time = region[at]
    del region[at:]
    return time, [Passage(block.start, block.end, words_of(page, block), type="metadata") for block in fields]


def _matter(page: Page, blocks: list[Block], part: str) -> Iterator[Segment]:
    """Front or back matter: a passage a paragraph, headings and directions told apart."""
    for index, block in enumerate(blocks):
        words = words_of(page, block)
        kind = directions.alone(words) if block.kind == "direction" else None
        if block.kind == "time":
            yield Direction("timecode", words, block.start, block.end, block.seconds, part=part)  # type: ignore[arg-type]
        elif kind:
            yield Direction(kind, words, block.start, block.end, part=part)  # type: ignore[arg-type]
        elif block.kind == "heading":
            yield Heading(block.level, block.start, block.end, words, part=part)  # type: ignore[arg-type]
        elif is_heading(page, block) and (
            index == 0 or (index + 1 < len(blocks) and blocks[index + 1].end - blocks[index + 1].start > 80)
        ):
            yield Heading(1 if index == 0 and part == "front" else 2, block.start, block.end, words, part=part)  # type: ignore[arg-type]
        else:
            yield Passage(block.start, block.end, words, part=part, type=_passage_type(page, block))  # type: ignore[arg-type]


def _passage_type(page: Page, block: Block) -> str:
    line = page.lines[block.first]
    return "metadata" if line.closed else "narration"


def _region(
    page: Page, opening: Opening, blocks: list[Block], pending: Block | None, *, last: bool, names: frozenset[str]
) -> list[Segment]:
    """What stands between one cue and the next: the turn, and what is not the speaker's."""
    back: list[Block] = []
    if last:
        cut = _back_matter(page, opening, blocks, names)
        blocks, back = blocks[:cut], blocks[cut:]
    tail: list[Segment] = []
    while len(blocks) > 1 or (
        blocks
        and blocks[0].kind in ("direction", "heading", "rule")
        and blocks[0].start > opening.cue.end
        and page.line_at(blocks[0].start) != opening.cue.line
    ):
        segment = _beside(page, blocks[-1], closing=not last, alone=len(blocks) == 1)
        if segment is None:
            break
        tail.append(segment)
        blocks.pop()
    while blocks and (event := _closing_event(page, blocks[-1], opening.cue.end)):
        tail.append(event)
    segments: list[Segment] = []
    label, time = _printed(page, opening.cue, pending)
    piece: list[Block] = []

    def close() -> None:
        nonlocal label, time
        if piece or label:
            segments.append(_turn(page, piece, opening, label, time))
        label, time = None, None
        piece.clear()

    quoting = False
    for block in blocks:
        segment = _interruption(page, block)
        if quoting and segment is None:
            segment = Passage(block.start, block.end, words_of(page, block))
        quoting = quoting or (isinstance(segment, Passage) and segment.text.endswith("as follows:"))
        if segment is None or (label and not piece and isinstance(segment, Heading)):
            piece.append(block)
        else:
            close()
            segments.append(segment)
    close()
    return [*segments, *reversed(tail), *_matter(page, back, "back")]


_EVENTS = frozenset(("crosstalk", "applause", "music", "media", "setting", "incident", "silence"))


def _closing_event(page: Page, block: Block, floor: int) -> Direction | None:
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


def _interruption(page: Page, block: Block) -> Segment | None:
    """A block within a region that parts the turn in two."""
    if block.kind == "heading":
        return Heading(block.level, block.start, block.end, words_of(page, block))
    if block.kind == "rule":
        return Passage(block.start, block.end, words_of(page, block), type="furniture")
    if block.kind == "paragraph" and (
        _REMARK.match(page.text, block.start, block.end) or _PROCEEDINGS.match(page.text, block.start, block.end)
    ):
        return Passage(block.start, block.end, words_of(page, block))
    return None


def _beside(page: Page, block: Block, *, closing: bool, alone: bool) -> Segment | None:
    """The segment of a block that closes a region and is not the speaker's; None where it is his."""
    words = words_of(page, block)
    if block.kind == "direction" and (kind := directions.alone(words)):
        return Direction(kind, words, block.start, block.end)
    if block.kind == "time":
        return Direction("timecode", words, block.start, block.end, block.seconds)
    if (segment := _interruption(page, block)) is not None:
        return segment
    if closing and not alone and is_heading(page, block):
        return Heading(2, block.start, block.end, words)
    return None


def _printed(page: Page, cue: Cue, pending: Block | None) -> tuple[Printed | None, Time | None]:
    label = None
    if cue.label:
        start, end = cue.label_start, cue.label_end
        label = Printed(" ".join(page.text[start:end].split()), start, end)
    time = cue.time
    if pending is not None and time is None:
        code = Printed(words_of(page, pending), pending.start, pending.end)
        time = Time(pending.seconds, None, "approximate" if pending.approximate else "exact", code)
    elif pending is not None and label is not None:
        label = Printed(label.text, label.start, label.end)
    return label, time


def _turn(page: Page, blocks: list[Block], opening: Opening, label: Printed | None, time: Time | None) -> Turn:
    cue = opening.cue
    if not blocks:
        end = max(cue.end, cue.label_end)
        return Turn(opening.speaker, end, end, "", label, (), time, opening.confidence)
    start, end = blocks[0].start, blocks[-1].end
    parts: list[str] = []
    found: list[Direction] = []
    for block in blocks:
        words = words_of(page, block)
        joint = "\n" if parts and block.kind == "item" and block.after_item else "\n\n"
        parts.append((joint if parts else "") + words)
        if block.kind == "time":
            found.append(Direction("timecode", words, block.start, block.end, block.seconds))
        elif block.kind == "direction" and (kind := directions.alone(words)):
            found.append(Direction(kind, words, block.start, block.end))
        elif block.bracketed:
            found += directions.inline(page.text, block.start, block.end)
    return Turn(
        opening.speaker,
        start,
        end,
        "".join(parts),
        label,
        tuple(found),
        time,
        opening.confidence,
        _skipped(page, start, end),
    )


def _skipped(page: Page, start: int, end: int) -> tuple[Span, ...]:
    spans = page.skipped
    at = bisect_left(spans, start, key=lambda span: span.start)
    found = []
    while at < len(spans) and spans[at].start < end:
        if spans[at].end <= end:
            found.append(spans[at])
        at += 1
    return tuple(found)


def _back_matter(page: Page, opening: Opening, blocks: list[Block], names: frozenset[str]) -> int:
    """Where the last turn ends and the page goes on: the index of the first block that nobody speaks."""
    for index, block in enumerate(blocks):
        if index == 0 and opening.cue.inline and page.line_at(block.start) == opening.cue.line:
            continue
        if block.kind in ("rule", "heading") or (
            block.kind == "paragraph" and _trails(page, opening, block, names, index)
        ):
            return index
    return len(blocks)


def _trails(page: Page, opening: Opening, block: Block, names: frozenset[str], index: int) -> bool:
    text = page.text[block.start : block.end]
    if TRAILER.match(text) or (text.startswith("[") and "]: http" in text[:200]):
        return True
    if not index:
        return False
    emphasised = page.lines[block.first].emphasised and not page.lines[opening.cue.line].emphasised
    return bool(CALL_TO_READERS.search(text)) or _reports(text, names) or (emphasised and len(text) > 40)


def _reports(text: str, names: frozenset[str]) -> bool:
    """ "Anya Petrova stopped transcription": a speaker's full name and a few words without a stop."""
    if len(text) > 80 or text[-1] in ".!?。…":
        return False
    words = text.split()
    return len(words) <= 6 and any(fold(" ".join(words[:n])) in names for n in (2, 3) if n < len(words))


def _with_leftovers(page: Page, segments: list[Segment]) -> Iterator[Segment]:
    """Give every character of syntax or furniture that lies outside the segments a place."""
    yield from segments


def legend_of(page: Page, stop: int, keys: set[str]) -> dict[str, str]:
    """Codes that the words before ``stop`` explain: "AP = Anya Petrova", "Anya Petrova (AP)"."""
    found: dict[str, str] = {}
    text = page.text[: min(stop, 20_000)]
    for match in _LEGEND.finditer(text):
        code, name = (match[1], match[2]) if match[1] else (match[4], match[3])
        if fold(code) in keys:
            found.setdefault(fold(code), " ".join(name.split()))
    return found


_WORD = r"[^\W\d_][\w.’'-]*"
_LEGEND = re.compile(
    rf"(?m)\b([A-Z]{{1,4}})\s*[=–:-]\s*((?:[A-Z]{_WORD}|[A-Z]\.)(?:[ ](?:{_WORD}|[A-Z]\.)){{1,4}})|((?:[A-Z]{_WORD})(?:[ ](?:{_WORD})){{1,3}})\s*[(\[]([A-Z]{{1,4}})[)\]]"
)
