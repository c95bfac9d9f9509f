"""Paragraphs, list items, headings and directions: the lines between the cues, put together again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from transcript.engine import directions
from transcript.engine.cues import TIME_ALONE, Cue, seconds
from transcript.engine.lines import Line, Page, item_marker

BlockKind = Literal["paragraph", "item", "heading", "direction", "time", "rule"]

_RULE = re.compile(r"[*_=~#·•—–-][\s*_=~#·•—–-]{2,}$")
_TERMINAL = re.compile(r"[.!?…,;:。！？，；：]['\"”’»)\]]*$|--$|[-–—]$")
_HYPHEN = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")
_IDEOGRAPHS = re.compile(
    r"(?<=[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff，。！？、：；])\s*\n\s*(?=[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff，。！？、：；])"
)
BY = re.compile(r"BY\s+(?:MR|MS|MRS|MISS|DR)\.?\s+[A-Z][A-Z'’-]+\s*:?$")
_BRACKET = re.compile(r"[\[(（【<♪#]")
_WITHIN = re.compile(r"(?<![A-Z])(?<!vs)(?<!Dr)(?<!Mr)(?<!Ms)(?<!St)[.!?]\s|\bI\b")


@dataclass(slots=True)
class Block:
    """A run of lines. ``first`` is the index of its first line."""

    kind: BlockKind
    start: int
    end: int
    first: int
    lines: int = 1
    level: int = 0
    seconds: float | None = None
    standing: bool = False  # a time line that is a segment of its own
    after_item: bool = False
    bracketed: bool = False
    wrapped: bool = False


class Flow(Enum):
    """What a line break without a blank line means on this page."""

    PARAGRAPHS = "it ends a paragraph"
    SOFT = "it is a line of verse or address; blank lines part paragraphs"
    WRAPPED = "it is a hard wrap"
    CAPTIONS = "nothing, and neither does a blank line: cues run on"


def flow_of(page: Page, cues: list[Cue]) -> Flow:
    """How the lines of the page run, from their lengths and their last characters."""
    lines = page.lines
    if len(lines) < 2:
        return Flow.PARAGRAPHS
    if page.numbered:
        return Flow.WRAPPED
    lengths = sorted(line.indent + line.end - line.start for line in lines)
    width = lengths[int(len(lengths) * 0.95)]
    alone = {cue.line for cue in cues if not cue.inline}
    inner = [line for i, line in enumerate(lines[:-1]) if not lines[i + 1].blank and i not in alone]
    spaced = sum(1 for line in lines[1:] if line.blank) * 4 >= len(lines)
    if 40 <= width <= 120 and inner:
        full = sum(1 for above in inner if above.indent + above.end - above.start >= width * 0.72)
        text = page.text
        broken = sum(1 for above in inner if not _TERMINAL.search(text, max(above.start, above.end - 3), above.end))
        if full * 10 >= len(inner) * 6 and broken * 10 >= len(inner) * 3:
            return Flow.WRAPPED
        bound = lengths[-1] <= width * 1.15 and len(inner) * 10 >= len(lines) * 8  # no line goes beyond the margin
        if bound and full * 20 >= len(inner) * 9 and broken * 20 >= len(inner) * 9:
            return Flow.WRAPPED
    elif len(inner) * 2 < len(lines):
        spaced = True
    return Flow.SOFT if spaced else Flow.PARAGRAPHS


def blocks_of(page: Page, cues: list[Cue], flow: Flow) -> list[Block]:
    """Cut everything but the cues into blocks, in order."""
    text, lines = page.text, page.lines
    blocks: list[Block] = []
    current: Block | None = None
    at = 0
    reached = 0
    bracket = -1  # where the next one stands
    wrapped = flow in (Flow.WRAPPED, Flow.CAPTIONS)
    opening_indent = _opening_indent(lines, cues) if flow is Flow.WRAPPED else 0
    for index, line in enumerate(lines):
        start = line.start if line.start > reached else reached
        claimed = False
        while start < line.end:
            cue = cues[at] if at < len(cues) and cues[at].start < line.end else None
            if cue is None:
                start, end = (start, line.end) if start == line.start else _trimmed(text, start, line.end)
            else:
                start, end = _trimmed(text, start, cue.start) if start < cue.start else (start, start)
            if start < end:
                kind, level, secs = _kind(page, line, start, end, start == line.start, claimed)
                if current is None or _parts(page, index, current, kind, opening_indent, flow):
                    after = bool(blocks) and blocks[-1].kind == kind == "item"
                    current = Block(kind, start, end, index, 1, level, secs, False, after, False, wrapped)
                    blocks.append(current)
                else:
                    current.end = end
                    current.lines += 1
                if bracket < start:
                    bracket = found.start() if (found := _BRACKET.search(text, start)) else len(text)
                if bracket < end:
                    current.bracketed = True
            if cue is None:
                break
            start = reached = cue.end
            claimed = True
            current = None
            at += 1
    if page.skipped:
        _with_syntax(page, blocks, cues)
    return _directed(text, blocks) if page.numbered else blocks


def _directed(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, with those told to be directions that stand in brackets over several lines of a sheet."""
    for block in blocks:
        if block.kind == "paragraph" and block.lines > 1 and text[block.start] in "[(":
            block.kind = "direction" if directions.alone(text[block.start : block.end]) else "paragraph"
    return blocks


def _opening_indent(lines: list[Line], cues: list[Cue]) -> int:
    """How far in the lines with labels stand, where the others do not: so far in, a line opens a paragraph. Else 0."""
    indents = Counter(lines[cue.line].indent for cue in cues)
    if not indents:
        return 0
    indent = indents.most_common(1)[0][0]
    return indent if sum(1 for line in lines if line.indent < indent) * 4 >= len(lines) else 0


def _with_syntax(page: Page, blocks: list[Block], cues: list[Cue]) -> None:
    """Let each block hold the syntax that touches it, but not that of the label before it."""
    at = 0
    meant = {span.end: span.start for span in page.skipped if span.start in page.meant}
    for block in blocks:
        while block.start in meant:
            block.start = meant[block.start]  # the quotation mark that &quot; stands for
        start, block.end = outer(page, block.start, block.end)
        while at < len(cues) and cues[at].start <= block.start:
            at += 1
        if at == 0 or start >= outer(page, cues[at - 1].start, max(cues[at - 1].end, cues[at - 1].label_end))[1]:
            block.start = start
        if at < len(cues) and cues[at].start <= block.end:  # asterisks right before a label are those of the label
            block.end = max(block.start + 1, outer(page, cues[at].start, cues[at].start)[0])


def _parts(page: Page, index: int, current: Block, kind: BlockKind, opening_indent: int, flow: Flow) -> bool:
    """Whether this line begins a block of its own."""
    lines = page.lines
    line = lines[index]
    if flow is Flow.CAPTIONS:
        return kind not in ("paragraph", "item") or current.kind not in ("paragraph", "item")
    if line.blank or kind != "paragraph" or current.kind not in ("paragraph", "item"):
        return True
    if line.closed != lines[index - 1].closed:
        return True
    if flow is Flow.WRAPPED:
        if _is_apart(page.text, lines[index - 1], line):
            return True
        deeper = line.indent > lines[index - 1].indent + 1
        return (deeper or 0 < line.indent == opening_indent) and current.kind != "item"
    return flow is Flow.PARAGRAPHS or current.kind == "item"


def _is_apart(text: str, above: Line, line: Line) -> bool:
    """On a sheet, a line in capitals below the end of a sentence, as ``EXAMINATION``, or one that says who asks now."""
    if not text[line.start].isupper():
        return False
    words = text[line.start : line.end]
    if BY.match(words):
        return True
    return len(words) >= 8 and text[above.end - 1] in ".?!)" and words[-1].isalpha() and words.isupper()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_PLAIN: tuple[BlockKind, int, float | None] = ("paragraph", 0, None)


def _kind(
    page: Page, line: Line, start: int, end: int, opening: bool, claimed: bool
) -> tuple[BlockKind, int, float | None]:
    text = page.text
    head = text[start]
    if head.isalpha() and not line.level and head not in "TtSsEeRr" and text[start + 1 : start + 2] not in (".", ")"):
        return _PLAIN
    if line.level and opening and not claimed:
        return "heading", line.level, None
    if (head in "[(#" or head.isdigit() or head == "-") and end - start <= 40:
        found = TIME_ALONE.match(text, start, end)
        if found:
            return "time", 0, seconds(found[1])
    if head in "*_=~#·•—–-" and _RULE.match(text, start, end):
        return "rule", 0, None
    if opening and item_marker(text, start, end):
        return "item", 0, None
    if (head in "[(（【<*_♪" or (head in "TtSsEeRr" and end - start <= 90)) and directions.alone(text[start:end]):
        return "direction", 0, None
    return _PLAIN


def outer(page: Page, start: int, end: int) -> tuple[int, int]:
    """A range and the syntax that touches it: the asterisks of ``**Name:**``."""
    if not page.skipped:
        return start, end
    text, source = page.text, page.source.text
    while start and text[start - 1] == " " and not source[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end] == " " and not source[end].isspace() and end not in page.meant:
        end += 1
    return start, end


def words_of(page: Page, block: Block) -> str:
    """The words of a block: skipped characters left out, hard wraps undone, soft breaks kept."""
    text = page.visible(block.start, block.end)
    if "\n" in text:
        if not block.wrapped:
            return "\n".join(words for piece in text.split("\n") if (words := " ".join(piece.split())))
        if "-" in text:
            text = _HYPHEN.sub("-", text)
        if not text.isascii():
            text = _IDEOGRAPHS.sub("", text)
    return folded(text)


def folded(text: str) -> str:
    """The words parted by single blanks."""
    if "  " in text or "\n" in text or "\t" in text:
        return " ".join(text.split())
    return text.strip()


def is_heading(page: Page, block: Block, *, most: int = 14) -> bool:
    """Whether a paragraph that no mark calls a heading looks like one: short, no closing stop, dressed as a title.

    :param most: how many words it may have.
    """
    line = page.lines[block.first]
    if block.kind != "paragraph" or block.lines > 1 or block.start != line.start:
        return False
    words = page.text[block.start : block.end]
    if len(words) > 100 or _TERMINAL.search(words) or not any(char.isalpha() for char in words):
        return False
    if _WITHIN.search(words):
        return False
    tokens = [token for token in re.split(r"[\s/—–-]+", words) if any(char.isalpha() for char in token)]
    if not tokens or len(tokens) > most or words[0].islower():
        return False
    if line.emphasised or words.isupper():
        return True
    long = [token for token in tokens if sum(char.isalpha() for char in token) >= 4]
    capital = sum(1 for token in long if next(char for char in token if char.isalpha()).isupper())
    return len(tokens) >= 2 and bool(long) and capital >= 0.6 * len(long) and capital >= min(2, len(long))
