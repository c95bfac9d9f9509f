"""From a reading to people: whose turn each of its cues opens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace

from transcript.engine.assemble import Opening, Rest
from transcript.engine.blocks import folded
from transcript.engine.cast import Cast, cast_of, speakers_of
from transcript.engine.conversation import signs_of_talk
from transcript.engine.evidence import UNLIKELY
from transcript.engine.labels import Label, parse
from transcript.engine.legend import legend_of
from transcript.engine.lines import Page
from transcript.engine.reading import Reading
from transcript.engine.told import answers_go_on
from transcript.engine.words import CROWD, fold
from transcript.model import Note, Role, Speaker
from transcript.options import Options


@dataclass(slots=True)
class Attribution:
    """The openings in order, the people in the order in which they first speak, and what is in doubt."""

    openings: list[Opening] = field(default_factory=list)
    people: tuple[Speaker, ...] = ()
    notes: list[Note] = field(default_factory=list)


def attribute(page: Page, reading: Reading, options: Options) -> Attribution:
    """Say who opens each turn of the reading; None where two people fit."""
    if not reading.cues:
        signs = signs_of_talk(page)
        but = f", though {signs}: it may be a conversation all the same" if signs else ""
        note = Note("no-speakers", f"no convention by which this text would name its speakers was found{but}")
        return Attribution(notes=[note])
    return _by_label(page, reading, options) if reading.verdicts else _by_type(page, reading, options)


def _by_label(page: Page, reading: Reading, options: Options) -> Attribution:
    labels = _identities(page, reading)
    distinct = list({label.key: label for label in labels}.values())
    legend = legend_of(page, reading.cues[0].start, distinct)
    cast = cast_of(distinct, Counter(label.key for label in labels), legend.names, options.cast)
    printed: dict[str, list[tuple[int, str]]] = {}
    for cue, label in zip(reading.cues, labels, strict=True):
        printed.setdefault(label.key, []).append((cue.start, folded(cue.label)))
    speakers = speakers_of(cast, printed, legend.roles)
    result = Attribution()
    for cue, label in zip(reading.cues, labels, strict=True):
        owner = cast.owner.get(label.key)
        speaker = speakers[owner] if owner is not None else None
        if speaker is None:
            result.notes.append(_doubt(cast, speakers, label.key, cue.label, cue.label_start, cue.label_end))
        crowd = speaker and speaker.kind == "group" and {fold(word) for word in label.name.split()} & CROWD
        result.openings.append(Opening(cue, speaker.id if speaker else None, "unknown" if crowd else "speech"))
    order = {person: at for at, person in enumerate(dict.fromkeys(opening.speaker for opening in result.openings))}
    named = [speaker for speaker in speakers if speaker and (speaker.id in order or options.cast)]
    result.people = tuple(sorted(named, key=lambda speaker: order.get(speaker.id, len(order))))
    return result


_BY = re.compile(
    r"""(?mx)
    (?: ^[ \t]*BY[ ]+ | \b(?:[Qq]uestions|QUESTIONS|[Ee]xamination(?:[- ]in[- ]chief)?|EXAMINATION)[ ](?:by|BY)[ ] )
    ((?:MR|MS|MRS|MISS|DR|SIR|Mr|Ms|Mrs|Miss|Dr)\.?[ ]+[A-Z][\w'’-]+)
    (?=[ ]*:?[ ]*$|[ ]+(?:MR|MS|MRS|MISS|DR|Q\b))"""
)


def _identities(page: Page, reading: Reading) -> list[Label]:
    """The label that says who each is: the one printed, but for ``Q.`` the name in the last line ``BY MR. SMITH:`` or
    ``Cross-examination by Mr. Smith``.
    """
    examines = any(word in page.text for word in ("BY ", " by M", " by D"))
    by = [(found.start(), parse(found[1])) for found in _BY.finditer(page.text)] if examines else []
    starts = [start for start, _ in by]
    labels = []
    for cue in reading.cues:
        at = bisect_right(starts, cue.start) - 1 if cue.label in ("Q", "Question") else -1
        labels.append(by[at][1] if at >= 0 else parse(cue.label))
    return labels


def _doubt(cast: Cast, speakers: list[Speaker | None], key: str, label: str, start: int, end: int) -> Note:
    fits = [person for index in cast.ambiguous.get(key, ()) if (person := speakers[index])]
    names = " or ".join(person.name for person in fits)
    return Note("speaker-ambiguous", f"{label} may be {names}", start, end, tuple(person.id for person in fits))


def _by_type(page: Page, reading: Reading, options: Options) -> Attribution:
    """No label tells the turns apart: who asks and who answers are one speaker each, or two voices take turns.

    A label that is printed all the same, as magazines print one before the first question, names its side. A cue
    whose form is ``?`` is that of one of several who answer.
    """
    forms = dict.fromkeys(cue.form[0] for cue in reading.cues if cue.form != "?")
    named = _printed_names(reading)
    people = {form: named.get(form) or _given(options, form) or _NOBODY[form] for form in forms}
    if len({speaker.id for speaker in people.values()}) < len(people):  # who answers is called "Interviewer"
        named, people = {}, {form: _NOBODY[form] for form in forms}
    rest = _REST.get(reading.name, "speech")
    answer: Rest = "answer" if rest == "narration" and answers_go_on(page, reading.cues) else rest
    openings = [
        Opening(cue, people[cue.form[0]].id if cue.form != "?" else None, answer if cue.form[0] == "a" else rest)
        for cue in reading.cues
    ]
    note = Note("speakers-unnamed", "no label names the speakers; the typography alone tells them apart")
    return Attribution(openings, tuple(people.values()), [] if len(named) == len(forms) else [note])


_REST: dict[str, Rest] = {"dash": "narration", "quoted-answer": "quoted"}
_NAMED = frozenset(("role", "titled", "described", "caps", "name"))


def _printed_names(reading: Reading) -> dict[str, Speaker]:
    """The speaker of each side whose cues print one name and no other. Their cues take the label."""
    labels: dict[str, dict[str, Label]] = {}
    for cue in reading.cues:
        if printed := reading.printed.get(cue.line):
            label = parse(printed.label)
            if (
                label.shape in _NAMED
                or (label.shape == "script" and printed.layout == "name-gap")
                or (printed.form[:1] == "*" and label.shape not in UNLIKELY)
            ):
                labels.setdefault(cue.form[0], {})[label.key] = label
    cast = {form: cast_of(list(found.values()), Counter(found), {}, ()) for form, found in labels.items()}
    result: dict[str, Speaker] = {}
    for form, sides in cast.items():
        if len(sides.people) == 1 and not sides.ambiguous:
            forms = {key: [(n, label.text)] for n, (key, label) in enumerate(labels[form].items())}
            speaker = speakers_of(sides, forms)[0]
            if speaker:
                number = sum(other.id == speaker.id for other in result.values())
                ident = f"{speaker.id}-{number + 1}" if number else speaker.id
                result[form] = replace(speaker, id=ident, role=_ROLES.get(form, speaker.role))
    if len({speaker.name for speaker in result.values()}) < len(result):
        return {}  # one name on both sides is that of neither
    for cue in reading.cues:
        printed = reading.printed.get(cue.line)
        if printed and cue.form[0] in result and parse(printed.label).key in labels.get(cue.form[0], {}):
            cue.label, cue.label_start, cue.label_end = printed.label, printed.label_start, printed.label_end
            cue.end = printed.end
    return result


_ROLES: dict[str, Role] = {"q": "interviewer", "a": "interviewee"}
_NOBODY = {
    "q": Speaker("interviewer", "Interviewer", "interviewer", "group"),
    "a": Speaker("interviewee", "Interviewee", "interviewee"),
    "1": Speaker("speaker-1", "Speaker 1"),
    "2": Speaker("speaker-2", "Speaker 2"),
}


def _given(options: Options, form: str) -> Speaker | None:
    """The one person whom the caller gives the role of that side."""
    role = _ROLES.get(form)
    members = [member for member in options.cast if role and member.role == role]
    if len(members) != 1 or role is None:
        return None
    member = members[0]
    return Speaker(role, member.name, role, "person", member.description, member.ref)
