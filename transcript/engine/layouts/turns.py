"""Two voices in a row of utterances that nothing names: which of them asks.

Alternation is the rule and a question mark the sign of the one who asks; where a paragraph too many stands in the row
the signs tell it, so that one slip does not swap the two for the rest of the page.
"""

from __future__ import annotations

from transcript.engine.persons import FIRST_PERSON, SECOND_PERSON, Person

_SAME_AGAIN = 3.0  # costs, in the same unit: one voice speaks twice in a row
_ANSWER_ASKS = 1.5  # an answer ends in a question mark
_QUESTION_TELLS = 0.15  # a question ends in none


def asked_and_answered(asks: list[bool]) -> str:
    """A string of ``q`` and ``a``, one for each utterance: the cheapest way to read the row.

    :param asks: whether each utterance ends in a question mark.
    """
    costs = {"a": 0.0, "q": 0.5}  # of what came before the first: most rows begin with a question
    back: list[dict[str, str]] = []
    for mark in asks:
        own = {"q": 0.0 if mark else _QUESTION_TELLS, "a": _ANSWER_ASKS if mark else 0.0}
        came: dict[str, str] = {}
        new: dict[str, float] = {}
        for voice, other in (("q", "a"), ("a", "q")):
            stay = costs[voice] + _SAME_AGAIN
            came[voice] = voice if stay < costs[other] else other
            new[voice] = min(stay, costs[other]) + own[voice]
        back.append(came)
        costs = new
    voice = min(costs, key=lambda voice: costs[voice])
    path = []
    for came in reversed(back):
        path.append(voice)
        voice = came[voice]
    return "".join(reversed(path))


def asks(text: str, end: int) -> bool:
    """A question ends here; that of the Greeks ends in a semicolon."""
    mark = text[end - 1]
    return mark in "?？؟" or (mark == ";" and "\u0370" <= text[end - 2] <= "\u03ff")


def is_talk(questions: list[str], answers: list[str], slips: int) -> bool:
    """Half of the questions say "you"; or of both there is some, and what is asked and answered is no advice.

    :param slips: how many questions ask nothing, and how many answers ask.
    """
    to_you = share(SECOND_PERSON, questions)
    if to_you >= 0.5:
        return True
    of_me = share(FIRST_PERSON, answers)
    if len(questions) < 5 or slips > 1 + len(questions) // 5 or of_me < 0.4 or of_me + to_you < 0.5:
        return False
    return share(FIRST_PERSON, questions) <= 0.3 and share(SECOND_PERSON, answers) <= 0.2


def is_advice(questions: list[str], answers: list[str]) -> bool:
    """The questions say "I" and the answers "you", as on a page of instructions."""
    of_me, to_you = share(FIRST_PERSON, questions), share(SECOND_PERSON, questions)
    return of_me > to_you and share(SECOND_PERSON, answers) > share(FIRST_PERSON, answers)


def share(person: Person, said: list[str]) -> float:
    """How many of what is said have a word of these; the first hundred tell."""
    return sum(1 for words in said[:100] if person.search(words, 0, 2000)) / max(1, min(100, len(said)))
