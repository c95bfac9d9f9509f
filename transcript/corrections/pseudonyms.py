"""Pseudonyms: a name, and every mention of it, gives way to another, in all words of the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from transcript.corrections.draft import Draft
from transcript.corrections.labels import bare
from transcript.model import Direction, Metadata, Note, Printed, Reason, Segment, Speaker, Turn
from transcript.options import Pseudonymise

_DESCRIPTION = re.compile(r"\s*[,，(（\[]")
_SHORTEST = 3  # letters of a word in a script with capitals; "A" and "Dr" are words of their own
_FILES = ("filename", "identifier", "recording")  # names in these are written together, in small letters

Hide = Callable[[str], str]


def pseudonymise(draft: Draft, correction: Pseudonymise) -> None:
    """Remember to hide a speaker, once all other corrections are made.

    :raises Unmatched: nobody, or more than one, fits.
    """
    draft.pseudonyms[draft.find(correction.speaker)] = correction


def hide(draft: Draft) -> None:
    """Put the pseudonyms in the place of the names. Offsets stay: they are those of the source."""
    if not draft.pseudonyms:
        return
    mentions = _mentions(draft)
    document = draft.document
    draft.segments = [_hidden(segment, draft.pseudonyms, mentions.hide) for segment in draft.segments]
    message = (
        f"pseudonyms stand for {len(draft.pseudonyms)} of the speakers and for {mentions.count} mentions of them;"
        " other words may still tell who they are"
    )
    draft.document = replace(
        document,
        metadata=_metadata(document.metadata, mentions),
        notes=tuple(_note(note, mentions.hide) for note in document.notes),
        review=tuple(replace(item, reason=mentions.hide(item.reason)) for item in document.review),
        explanation=tuple(_reason(reason, mentions.hide) for reason in document.explanation),
    )
    draft.notes = [_note(note, mentions.hide) for note in draft.notes]
    for id_, speaker in draft.speakers.items():
        draft.speakers[id_] = _known_otherwise(speaker, mentions.hide)
    for id_, correction in draft.pseudonyms.items():
        name = correction.name
        draft.speakers[id_] = replace(draft.speakers[id_], name=name, labels=(name,), description=None, ref=None)
        draft.renamed.add(id_)
    draft.notes.append(Note("pseudonymised", message))


@dataclass(slots=True)
class _Mentions:
    """Words that name somebody, longest first, and what stands for each; ``count`` is of those replaced."""

    words: list[str]
    instead: list[str | None]
    pattern: re.Pattern[str]
    count: int = 0

    def hide(self, text: str) -> str:
        """The text with pseudonyms."""
        return self.pattern.sub(self._instead_of, text)

    def hide_in_file_name(self, text: str) -> str:
        """The same where words are written together, and in small letters."""
        for word, name in zip(self.words, self.instead, strict=True):
            if name:
                text = name.join(re.split(re.escape(word), text, flags=re.IGNORECASE))
        return text

    def _instead_of(self, found: re.Match[str]) -> str:
        at = (found.lastindex or 0) - 1
        name = self.instead[at]
        if name is None or (found[0][0].islower() and not self.words[at][0].islower()):  # "Rose", and not "rose"
            return found[0]
        self.count += 1
        return name


def _mentions(draft: Draft) -> _Mentions:
    """The words of everybody: those of people who are not hidden stay, also where they are parts of one another."""
    meant: dict[str, dict[str | None, None]] = {}
    spelt: dict[str, str] = {}
    for id_, speaker in draft.speakers.items():
        correction = draft.pseudonyms.get(id_)
        for word in _words(speaker):
            spelt.setdefault(word.lower(), word)
            meant.setdefault(word.lower(), {})[correction.name if correction else None] = None
    instead = {word: None if None in names else " or ".join(map(str, names)) for word, names in meant.items()}
    for correction in draft.pseudonyms.values():
        for word in correction.words:
            spelt.setdefault(word.lower(), word)
            instead[word.lower()] = correction.name
    keys = sorted(instead, key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(f"({_whole(spelt[key])})" for key in keys) or r"(?!)", re.IGNORECASE)
    return _Mentions([spelt[key] for key in keys], [instead[key] for key in keys], pattern)


def _words(speaker: Speaker) -> list[str]:
    """The name and the labels, whole and without what describes the person, and the last word of the name."""
    found = []
    for printed in (speaker.name, *speaker.labels):
        head = bare(_DESCRIPTION.split(printed)[0])
        found += [bare(printed), head]
        if len(head.split()) > 1:
            found.append(bare(head.split()[-1]))
    return [word for word in found if len(word) >= (_SHORTEST if _has_capitals(word) else 2)]


def _whole(word: str) -> str:
    """A pattern for the word by itself; where a script sets no blanks or joins its particles, also within another."""
    before = r"(?<!\w)" if _has_capitals(word[0]) else ""
    after = r"(?!\w)" if _has_capitals(word[-1]) else ""
    return before + r"\s+".join(map(re.escape, word.split())) + after


def _has_capitals(text: str) -> bool:
    return text.lower() != text.upper()


def _hidden(segment: Segment, pseudonyms: dict[str, Pseudonymise], hide: Hide) -> Segment:
    if not isinstance(segment, Turn):
        return replace(segment, text=hide(segment.text))
    label = segment.label
    if label and segment.speaker in pseudonyms:
        label = Printed(pseudonyms[segment.speaker].name + _closing(label.text), label.start, label.end)
    elif label:
        label = replace(label, text=hide(label.text))
    pieces: list[str] = []
    directions: list[Direction] = []
    at = 0
    for direction in segment.directions:  # each by itself, so that its words still stand in those of the turn
        found = segment.text.find(direction.text, at)
        words = hide(direction.text)
        directions.append(replace(direction, text=words))
        if found >= 0:
            pieces += [hide(segment.text[at:found]), words]
            at = found + len(direction.text)
    text = "".join([*pieces, hide(segment.text[at:])])
    return replace(segment, label=label, text=text, directions=tuple(directions))


def _closing(label: str) -> str:
    return label[len(label.rstrip(" \t:：.-–—")) :]


def _known_otherwise(speaker: Speaker, hide: Hide) -> Speaker:
    description = hide(speaker.description) if speaker.description else speaker.description
    labels = tuple(hide(label) for label in speaker.labels)
    return replace(speaker, name=hide(speaker.name), labels=labels, description=description)


def _note(note: Note, hide: Hide) -> Note:
    return replace(note, message=hide(note.message))


def _reason(reason: Reason, hide: Hide) -> Reason:
    return replace(reason, name=hide(reason.name), reasons=tuple(hide(words) for words in reason.reasons))


def _metadata(metadata: Metadata, mentions: _Mentions) -> Metadata:
    said = {field.name: getattr(metadata, field.name) for field in fields(metadata)}
    hidden = {name: mentions.hide(words) for name, words in said.items() if words}
    files = {name: mentions.hide_in_file_name(hidden[name]) for name in _FILES if name in hidden}
    return replace(metadata, **hidden | files)
