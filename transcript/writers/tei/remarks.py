"""What a person should know of the document: its notes, reviews and explanations, as notes in the header."""

from __future__ import annotations

from collections.abc import Iterator

from transcript.model import Document, Note, Reason, Review
from transcript.tei import SOFTWARE
from transcript.writers.tei.markup import Markup


def notes(markup: Markup, document: Document) -> Iterator[str]:
    """``notesStmt``, or nothing where there is nothing to say."""
    found = [
        *_confidence(document.confidence),
        *(_note(markup, note) for note in document.notes),
        *(_review(markup, review) for review in document.review),
        *(_reason(markup, reason) for reason in document.explanation),
    ]
    if found:
        yield "\n      <notesStmt>"
        for note in found:
            yield f"\n        {note}"
        yield "\n      </notesStmt>"


def _confidence(confidence: float) -> Iterator[str]:
    if confidence != 1:
        degree = f'<certainty target="#text" locus="value" degree="{confidence!r}"/>'
        yield f'<note type="confidence" resp="#{SOFTWARE}">How sure it is that every turn is right: {degree}</note>'


def _note(markup: Markup, note: Note) -> str:
    at = "" if note.start is None or note.end is None else f' source="src:{note.start},{note.end}"'
    names = "".join(f'<name type="candidate">{markup.value(name)}</name>' for name in note.candidates)
    body = f"<term>{markup.value(note.code)}</term><p>{markup.value(note.message)}</p>{names}"
    return f'<note type="remark" resp="#{SOFTWARE}"{at}>{body}</note>'


def _review(markup: Markup, review: Review) -> str:
    degree = f'<certainty locus="value" degree="{review.confidence!r}"/>'
    at = f' source="src:{review.start},{review.end}"'
    return f'<note type="review" resp="#{SOFTWARE}"{at}><p>{markup.value(review.reason)}</p>{degree}</note>'


def _reason(markup: Markup, reason: Reason) -> str:
    subtype = f"{reason.subject}-{'taken' if reason.taken else 'refused'}"
    why = "".join(f"<p>{markup.value(words)}</p>" for words in reason.reasons)
    body = f"<term>{markup.value(reason.name)}</term>{why}"
    return f'<note type="explanation" subtype="{subtype}" resp="#{SOFTWARE}">{body}</note>'
