"""Directions: what stands in brackets because nobody says it. Their types, in line and alone."""

from __future__ import annotations

import re

from transcript.engine.cues import STAMP, TIME, seconds
from transcript.model import Direction, DirectionType

_BRACKETED = re.compile(
    r"\[[^\[\]\n]{1,160}\]|\((?:[^()\n]|\([^()\n]{0,60}\)){1,240}\)|（[^（）\n]{1,80}）|【[^【】\n]{1,60}】|"
    rf"<[^<>\n]{{1,60}}>|♪[^♪\n]{{0,120}}♪?|{STAMP}"
)
_KINDS: tuple[tuple[DirectionType, str], ...] = (
    ("timecode", rf"{TIME}"),
    (
        "inaudible",
        r"inaudible|unintelligible|indistinct|unclear|\?\?+|inaud\w*|indiscernible|unverständlich|"
        r"inintelligible|incompréhensible|ininteligible|inaudível|incomprensibile|нрзб|неразборчиво|听不清|"
        r"聽不清|聞き取れ\w*|聞き取り不能|안 들림",
    ),
    (
        "laughter",
        r"laughter|laugh\w*|chuckl\w*|giggl\w*|lacht|lachen|gelächter|heiterkeit.*|rires?|rit|risas?|ríe|"
        r"risos?|rindo|risate|ride|смех|смеется|смеётся|笑\w*|众笑|眾笑|웃음|ضحك|צוחק\w*|צחוק",
    ),
    (
        "applause",
        r"applause|cheers? and applause|cheering|applau\w*|beifall.*|anhaltender beifall.*|"
        r"applaudissements|aplausos?|applausi|аплодисменты|掌声|掌聲|拍手|박수|تصفيق|מחיאות כפיים",
    ),
    (
        "crosstalk",
        r"cross-?talk\w*|overlapping.*|talking over.*|speaking simultaneously|simultaneous.*|all talk.*|"
        r"durcheinander",
    ),
    ("music", r"music\w*|theme music.*|song.*|singing|jingle|musik|musique|música|musica|музыка|音乐|音樂|音楽|음악"),
    (
        "media",
        r"soundbite.*|sound ?bite.*|begin .{0,30}(?:clip|tape)|end .{0,30}(?:clip|tape)|video (?:clip|"
        r"plays|playing).*|audio (?:clip|plays).*|clip .*|commercial break|break",
    ),
    ("pause", r"(?:long |short |brief )?pauses?.*|beat|pausa|пауза|停顿|停頓|沈黙|沉默|침묵"),
    ("silence", r"silence|stille|silencio|silêncio|тишина"),
    (
        "vocal",
        r"sighs?|sighing|coughs?|coughing|sniffs?|sobs?|crying|cries|weeps?|whispers?|whispering|"
        r"clears throat|groans?|gasps?|breathes?.*|hesitates?|stammer\w*|seufzt|soupirs?|suspira\w*",
    ),
    (
        "kinesic",
        r"nods?.*|nodding|shakes? (?:his |her |their )?head|shrugs?|smiles?|smiling|gestur\w*|points?.*|"
        r"pointing.*|waves?|nickt|hoche.*|asiente",
    ),
    ("phonetic", r"ph|phonetic|sp|sp\?|sic"),
    ("uncertain", r".{1,40}\?"),
    (
        "redacted",
        r"redacted|name withheld|name removed|anonymi[sz]ed|deleted|omitted|bleep\w*|expletive\w*|"
        r"removed .*|geschwärzt",
    ),
    (
        "foreign",
        r"(?:speaking|speaks|in|through) (?:a )?(?:foreign language|[a-z]+ ?(?:language)?)|"
        r"foreign language.*|non-english.*",
    ),
    (
        "setting",
        r"tape \d.*|end of (?:tape|side|reel|disc|track|file|part|audio|recording|interview|session|"
        r"transcript).*|side [ab\d].*|tape .{0,12}(?:end|change|start|begin|stop)\w*.*|"
        r"begin(?:ning of)? (?:tape|side|reel).*|recording .{0,40}(?:stop|resum|paus|start|end|"
        r"interrupt)\w*.*|recorder .*|break in (?:tape|recording)|off the record.*|bandwechsel|"
        r"fin de la bande.*",
    ),
    (
        "incident",
        r"(?:phone|telephone|door|doorbell|bell|dog|car|background|noise|sound|gunshot|siren|"
        r"knock)\b.{0,60}|.{0,30}(?:rings?|ringing|slams?|barks?|barking|noises?|opens?|closes?|enters?|"
        r"leaves?|arrives?)",
    ),
)
_TYPES = re.compile("|".join(f"(?P<{name}>(?:{pattern})$)" for name, pattern in _KINDS), re.IGNORECASE)
_TIME = re.compile(TIME)
_ALONE = re.compile(r"[\[(（【<*_♪].*[\])）】>*_♪][.,]?$", re.DOTALL)
_BARE = re.compile(

            r"(?i)(?:tape|side|reel|disc|bande|kassette|cinta)\s+(?:no\.?\s*)?(?:\d+|[a-d]|one|two|"
            r"three)(?:\s*[,;/–-]?\s*(?:side|seite|face|lado|track)\s+(?:\d+|[a-d]))?\W*$"
    r"|(?:end|ende|fin|start|beginning|begin) of (?:tape|side|recording|interview|reel|disc)\b.{0,30}$"
)  # fmt: skip
_WORDS_ALONE = 200
_MARKED: dict[str, DirectionType] = {"♪": "music", "#": "timecode"}


def type_of(inner: str) -> DirectionType | None:
    """What the words inside the brackets say; None where they are no known direction."""
    words = inner.strip().strip(".").strip()
    head = _TIME.sub("", words).strip(" ,;:-–—at").strip() if ":" in words and not _TIME.fullmatch(words) else words
    found = _TYPES.match(head or words)
    return found.lastgroup if found else None  # type: ignore[return-value]


def inline(text: str, start: int, end: int) -> list[Direction]:
    """The directions within a range of the page."""
    found: list[Direction] = []
    for match in _BRACKETED.finditer(text, start, end):
        words = match[0]
        inner = words.strip("[]()（）【】<>♪ ")
        kind: DirectionType | None = _MARKED.get(words[0]) or type_of(inner)
        if kind == "uncertain" and words[0] not in "[(":
            kind = None
        if kind == "timecode" and words[0] not in "[(（#":
            kind = None
        if kind is None and words[0] in "[(" and inner.isupper() and len(inner) > 3 and " " in inner:
            kind = "other"
        if kind:
            time = _TIME.search(inner)
            found.append(
                Direction(kind, " ".join(words.split()), match.start(), match.end(), seconds(time[0]) if time else None)
            )
    return found


def alone(words: str) -> DirectionType | None:
    """The type of a paragraph that is nothing but a direction; None where it is something else."""
    if len(words) > _WORDS_ALONE * 3:
        return None
    if _BARE.match(words):
        return "setting"
    if len(words) < 3 or not _ALONE.match(words):
        return None
    inner = words.strip("[]()（）【】<>*_♪., ")
    known = type_of(inner)
    if known == "uncertain":
        return None
    if known:
        return known
    pairs = words[0] + words.rstrip(".,")[-1]
    if pairs in ("[]", "()", "（）", "【】") and _closes_at_end(words):
        return "other"
    return None


def _closes_at_end(words: str) -> bool:
    depth = 0
    body = words.rstrip(".,")
    for at, char in enumerate(body):
        if char in "[(（【":
            depth += 1
        elif char in "])）】":
            depth -= 1
            if depth == 0 and at < len(body) - 1:
                return False
    return depth == 0
