"""From cues and speakers to segments that tile the source: front, turns, headings, directions, narration, back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from transcript.engine import directions
from transcript.engine.blocks import Block, Flow, blocks_of, folded, outer, words_of
from transcript.engine.cues import TIME_ALONE, Cue, end_of
from transcript.engine.layouts.quoted_answers import QUOTES, closes
from transcript.engine.lines import Page
from transcript.engine.matter import back_matter, beside, closing_event, interruption, matter, trailer_apart
from transcript.engine.persons import FIRST_PERSON
from transcript.engine.told import is_told
from transcript.engine.words import fold
from transcript.model import Direction, Heading, Passage, Printed, Segment, Time, Turn

# What paragraphs without a sign of their own are, behind the first of a turn: the same speaker's; told by the reporter
# where nothing in them says "I"; an answer that goes on, but for captions and credits; where speech is quoted, told
# once the quotation has closed; or, after a call from the benches, perhaps again the words of the one interrupted.
Rest = Literal["speech", "narration", "answer", "quoted", "unknown"]


@dataclass(slots=True)
class Opening:
    """A cue that was taken: whose turn it opens, and what the paragraphs below are."""

    cue: Cue
    speaker: str | None
    rest: Rest = "speech"


def assemble(page: Page, openings: list[Opening], flow: Flow) -> list[Segment]:
    """Cut the page into segments."""
    blocks = blocks_of(page, [opening.cue for opening in openings], flow)
    if not openings:
        return list(matter(page, blocks, "body"))
    names = frozenset(fold(opening.cue.label) for opening in openings if " " in opening.cue.label)
    at = _reach(blocks, 0, openings[0].cue.start)
    front = blocks[:at]
    pending, fields = _header(page, front)
    segments: list[Segment] = [*matter(page, front, "front"), *fields]
    marked = _in_quotation_marks(page, openings)
    for number, opening in enumerate(openings):
        last = number + 1 == len(openings)
        begin, at = at, len(blocks) if last else _reach(blocks, at, openings[number + 1].cue.start)
        region = blocks[begin:at]
        following, fields = (None, []) if last else _header(page, region)
        back: list[Block] = []
        if last:
            trailer_apart(page, region)
            cut = back_matter(page, opening.cue, region, names)
            region, back = region[:cut], region[cut:]
        segments += _region(page, opening, region, pending, before_label=not last, marked=marked)
        segments += fields
        segments += matter(page, back, "back")
        pending = following
    return segments


_MARKS = frozenset('"“”„«»‘「『')


def _in_quotation_marks(page: Page, openings: list[Opening]) -> bool:
    """Nearly every turn opens with a quotation mark and its paragraph closes with one: a dialogue within an article."""
    text, lines = page.text, page.lines
    first = openings[0].cue
    if len(openings) < 4 or not first.inline or text[first.end : first.end + 9].strip()[:1] not in _MARKS:
        return False
    lone = 0
    for opening in openings:
        cue = opening.cue
        words = text[cue.end : lines[page.line_at(cue.end)].end].strip()
        lone += len(words) < 2 or words[0] not in _MARKS or words[-1] not in _MARKS
    return lone * 10 <= len(openings)


def _leaves_quotation(page: Page, cue: Cue, block: Block, marked: bool) -> bool:
    """The turn was opened within a quotation, ``> Name: words`` or ``Name: "words"``, and this paragraph is outside."""
    line = page.lines[block.first]
    if not line.blank:
        return False
    return (page.lines[cue.line].quote and not line.quote) or (marked and page.text[block.start] not in _MARKS)


def _reach(blocks: list[Block], at: int, stop: int) -> int:
    while at < len(blocks) and blocks[at].start < stop:
        at += 1
    return at


def _header(page: Page, region: list[Block]) -> tuple[Block | None, list[Segment]]:
    """The time line right above the next label, and lines of fields between the two; they leave the region."""
    at = len(region) - 1
    while at >= 0 and region[at].kind != "time" and len(region) - at <= 4 and not page.lines[region[at].first].blank:
        at -= 1
    if at < 0 or region[at].kind != "time":
        return None, []
    time, *fields = region[at:]
    del region[at:]
    if not fields:
        return time, []
    code = Direction("timecode", words_of(page, time), time.start, time.end, time.seconds)
    rest = [Passage(block.start, block.end, words_of(page, block), type="metadata") for block in fields]
    return replace(time, standing=True), [code, *rest]


def _region(
    page: Page, opening: Opening, blocks: list[Block], pending: Block | None, *, before_label: bool, marked: bool
) -> list[Segment]:
    """What stands between one cue and the next: the turn, and what is not the speaker's."""
    cue = opening.cue
    if len(blocks) == 1 and blocks[0].first == cue.line and blocks[0].kind == "paragraph" and not blocks[0].bracketed:
        block, (label, time) = blocks[0], _printed(page, cue, pending)  # the rule: one paragraph beside a label
        words, skipped = words_of(page, block), page.skipped_in(block.start, block.end)
        return [Turn(opening.speaker, block.start, block.end, words, label, (), time, 0.0, skipped)]
    tail: list[Segment] = []
    while blocks and (len(blocks) > 1 or _stands_below(page, cue, blocks[0])):
        segment = beside(page, blocks[-1], cue.end, before_label=before_label, only=len(blocks) == 1)
        if segment is None:
            break
        tail.append(segment)
        blocks.pop()
    while blocks and (event := closing_event(page, blocks[-1], cue.end)):
        tail.append(event)
    segments: list[Segment] = []
    label, time = _printed(page, cue, pending)
    piece: list[Block] = []
    quoting = False
    spoken: Block | None = None
    for block in blocks:
        found = interruption(page, block, cue.end)
        quoting = quoting or (bool(piece) and _leaves_quotation(page, cue, block, marked))
        if found is None and quoting:
            found = Passage(block.start, block.end, words_of(page, block))
        if found is None and spoken and opening.rest != "speech":
            found = _rest(page, opening, block, spoken)
        quoting = quoting or (isinstance(found, Passage) and found.text.endswith("as follows:"))
        if found is None or (label and not piece and (isinstance(found, Heading) or _sends_a_link(found, blocks))):
            piece.append(block)
            spoken = block
            continue
        if piece or label:
            segments.append(_turn(page, piece, opening, label, time))
        label, time, piece = None, None, []
        segments.append(found)
    if piece or label:
        segments.append(_turn(page, piece, opening, label, time))
    return [*segments, *reversed(tail)]


def _sends_a_link(found: Segment, blocks: list[Block]) -> bool:
    """An address is all that stands below a label: what somebody sends in a chat."""
    return len(blocks) == 1 and isinstance(found, Passage) and "://" in found.text


def _rest(page: Page, opening: Opening, block: Block, spoken: Block) -> Segment | None:
    """What a paragraph below the first of a turn is; None where it is the speaker's.

    :param spoken: the last block that is his.
    """
    words = words_of(page, block)
    if opening.rest == "unknown":
        return _turn(page, [block], Opening(opening.cue, None), None, None)
    if opening.rest == "quoted":
        told = closes(page.text, spoken.end) and page.text[block.start] not in QUOTES
    elif opening.rest == "answer":
        told = block.kind == "paragraph" and is_told(words, dashed=opening.cue.end > opening.cue.start)
    else:
        told = _is_told(words)
    return Passage(block.start, block.end, words) if told else None


def _is_told(words: str) -> bool:
    """Nothing in the words says "I"; scripts whose languages leave it out are not asked."""
    return words.isprintable() and not _LEAVES_I_OUT.search(words) and not FIRST_PERSON.search(words)


_LEAVES_I_OUT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _stands_below(page: Page, cue: Cue, block: Block) -> bool:
    return block.kind in ("direction", "heading", "rule") and page.line_at(block.start) > page.line_at(cue.end - 1)


def _printed(page: Page, cue: Cue, pending: Block | None) -> tuple[Printed | None, Time | None]:
    label = None
    if cue.label or cue.label_end > cue.label_start:
        start, end = outer(page, cue.label_start, cue.label_end)
        label = Printed(folded(page.visible(cue.label_start, cue.label_end)), start, end)
    time = cue.time
    if time and time.code and cue.label_start <= time.code.start < cue.label_end:
        time = Time(time.start, time.end, time.kind)  # the label prints it
    if pending is not None and time is None:
        words = words_of(page, pending)
        found = TIME_ALONE.match(words)
        until = end_of(pending.seconds, found[2]) if found else None
        code = None if pending.standing else Printed(words, pending.start, pending.end)
        time = Time(pending.seconds, until, "exact", code)
    return label, time


def _turn(page: Page, blocks: list[Block], opening: Opening, label: Printed | None, time: Time | None) -> Segment:
    if not blocks and label:
        return Passage(label.start, label.end, label.text)
    start, end = blocks[0].start, blocks[-1].end
    parts: list[str] = []
    found: list[Direction] = []
    for block in blocks:
        words = words_of(page, block)
        if parts:
            parts.append("\n" if block.kind == "item" and block.after_item else "\n\n")
        parts.append(words)
        if block.kind == "time":
            found.append(Direction("timecode", words, block.start, block.end, block.seconds))
        elif block.kind == "direction" and (kind := directions.alone(words)):
            found.append(Direction(kind, words, block.start, block.end))
        elif block.bracketed:
            inline = directions.inline(page.text, block.start, block.end)
            found += (
                (replace(event, text=folded(page.visible(event.start, event.end))) for event in inline)
                if page.skipped
                else inline
            )
    return Turn(
        opening.speaker, start, end, "".join(parts), label, tuple(found), time, 0.0,
        page.skipped_in(start, end),
    )  # fmt: skip
