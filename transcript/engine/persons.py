"""Who says "I" and who says "you": the pronouns of many languages, and the endings of verbs where these tell it alone.

Languages with such endings (Turkish, Polish, Finnish) leave the pronoun out. A form stands here only where it is
rarely a word of another language: no Slovak ``som``, which is "which" in Swedish, no Portuguese ``nas``. What is
missed so makes a page less sure, what would be mistaken makes it wrong.

A pattern of two hundred words is slow wherever it does not match, and texts say the same words again and again: so each
word is looked at once, and what was found is kept.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]*)*")
_PIECES = re.compile(r"j['’]|[^\W\d_]+", re.IGNORECASE)  # "qu'on", "j'ai"

_I = (
    r"(?-i:I)|i'm|i've|i'd|i'll|me|my|we|our|us|ich|mich|mir|mein\w*|wir|uns\w*|je|j['’]|moi|mon|ma|mes|nous|notre|nos|yo|me|mi|mis"
    r"|nosotros|nuestr\w+|eu|meu|minha|nós|nosso|nossa|io|mio|mia|noi|nostr\w+"
    r"|я|мне|меня|мо[йяеи]\w*|мы|нас|нам|наш\w*|мене|мені|мій|моє\w*|мої\w*|ми"
    r"|beni|benim|bana|bende|bence|biz|bizi|bizim|bize"
    r"|én|nekem|engem|nálam|szerintem|vagyok|voltam|magam|mi[nk]ket|nekünk|hozzánk"
    r"|mnie|mną|mój|moj[aąeię]\w*|jestem|sądzę|myślę|chcę|nasz\w*"
    r"|mě|mně|můj|moj[ií]\w*|jsem|jsme|nás|nám|náš|mňa|môj"
    r"|mine|mie|meu|mea|nouă|nostru|noastr[eă]|sunt|cred"
    r"|ik|mij|mijn|wij|ons|onze|jeg|jag|mig|oss|vårt?|våra|våre|vores"
    r"|minä|minu[nas]\w*|minul\w+|mulle|mulla|meidän|meitä|meille|meillä|olen|olin|olemme"
    r"|εγώ|εμένα|μου|εμείς|εμάς|μας|είμαι|είμαστε|ήμουν\w*|έχω|θέλω|νομίζω|πιστεύω"
    r"|tôi|mình|chúng|saya|aku|kami"
    r"|عندي|عندنا|لدينا|إنني|أنني|إني|لأنني|رأيي|خودم|مرا|برایم|هستم|دارم|بودم|کردم|شدم|داشتم|نوشتم|گرفتم|رفتم"
)
_I_ENDS = (
    r"yorum|yoruz|[dt][ıü]m|[ıi]r[ıi]m|ac[ağ]ğım|eceğim|mışım|mişim|yım|[bcçdfgğhjklmnprsştvyz]tım"  # Turkish
    r"|[ltrdzng]t[aá]m|[lrdzng]ttem|ltem|dtem|zttem|h[ae]t[oe]m|[áéü]nk"  # Hungarian
    r"|ł[ae]m|łbym|łabym|liśmy|łyśmy"  # Polish
    r"|[aä]imme|[oöeuy]imme|ούμε|ουμε|ήσαμε"  # Finnish, Greek
)
_YOU = (
    r"you|your|yours|vous|votre|vos|tu|ton|ta|tes|toi|sie|ihr|ihre|ihnen|du|dein|deine|dir|dich|usted|ustedes|su|sus|tú|te|ti"
    r"|você|vocês|seu|sua|lei|suo|sua|voi|вы|вас|вам|ваш\w*|ты|тебя|ви|вами|ти|тебе|тобі|твій|тво[єїя]\w*"
    r"|siz|sizi|sizin|sizce|sizde|senin|seni|sence|m[ıiuü]s[ıiuü]n"
    r"|ön|önt|önnek|önök|téged|neked|tied"
    r"|cię|byś|pan|pana|panu|panem|pani|panią|państw[aou]\w*|ty|ciebie|tobie|twój|twoj\w+|wy|wasz\w*"
    r"|vy|vás|vám|vámi|váš\w*|vaš\w*|tebe|tebou|tobě|tvůj|tvoj\w*|jste|jsi|ste|byste|chcete|budete|viete|máš"
    r"|dumneavoastră|dvs|dumneata|vă|aveți|sunteți|tău|tine|ție|ești|puteai"
    r"|uw?|jij|jou|jouw|jullie|bent"
    r"|dig|deg|jer|dere|deres|dine|dina|ditt|eder"
    r"|sinä|sinu[nas]\w*|sinul\w+|teidän|teitä|teille|teillä|teiltä"
    r"|εσείς|εσάς|σας|εσύ|εσένα|σου|ông|bà|anh|chị|bạn|anda|kamu|kalian"
    r"|أنتم|لديك|لديكم|إليك|إليكم|عليك|عليكم|منك|منكم|لكم|رأيك|حضرتك|سيادتك"
    r"|شما|خودتان|دارید|هستید|کردید|بودید|شدید|دادید|گرفتید|نوشتید|آوردید"
)
_YOU_ENDS = (
    r"[ıiuü]n[ıiuü]z(?:[ıiuüaeldc]\w{0,8})?"  # Turkish
    r"|[lrnd]t[áé]l|\w[iel]sz|ł[ae]ś|byś|liście|łyście|[áí]te|[jž]ete|[íe]š"  # Hungarian, Polish, Czech, Slovak
    r"|[aei][țţ]i|[aeiouyäö]tk[oö]|tteko|ttekö"  # Romanian, Finnish
    r"|ετε|ατε|άτε|είτε|[єї]те|ите|[аяую]ете"  # Greek, Ukrainian, Russian
)
_I_PAIRS = r"\bi (?:am|was|think|have|had|do|don't|did|didn't|know|can|could|will|would|guess|mean|like|want|need)\b"
_YOU_PAIRS = (
    r"(?i)\b(?:heb|ben|kun|kan|wil|vind|denk|weet|zie|had|was|zou|doe|ga|kom) je\b"
    r"|\b(?:är|har|kan|vill|ska|gör|tror|tycker|känner|ser) ni\b"
)
# The scripts in which no blank, or no letter to every vowel, parts the words.
_I_WITHIN = "[我俺私僕]|나는|내가|제가|저는|우리|أنا|نحن|אני|אנחנו|मैं|मुझे|मेर[ाीे]"
_YOU_WITHIN = r"[您你]|あなた|さん|당신|님|씨|אתה|את|לך|שלך|أنت|لك|आप(?!स)|तुम|\bن?می[\u200c ]?\w{1,12}ید\b"


class Person:
    """One person of grammar: asked like a pattern whether a text says it."""

    def __init__(self, words: str, ends: str, pairs: str, heads: tuple[str, ...], within: str) -> None:
        """:param heads: what stands in every text that holds one of the pairs."""
        word = re.compile(rf"(?i)(?:{words})|[^'’]+(?:{ends})")
        self._pairs, self._heads, self._within = re.compile(pairs), heads, re.compile(within)

        def says(token: str) -> bool:
            if "'" not in token and "’" not in token:
                return word.fullmatch(token) is not None
            return any(map(word.fullmatch, (token.replace("’", "'"), *_PIECES.findall(token))))

        self._says = lru_cache(65_536)(says)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether the range of the text says it."""
        if any(map(self._says, _TOKEN.findall(text, start, end))):
            return True
        if not text.isascii() and self._within.search(text, start, end):
            return True
        return any(head in text for head in self._heads) and self._pairs.search(text, start, end) is not None

    def count(self, text: str) -> int:
        """How often the text says it."""
        found = sum(map(self._says, _TOKEN.findall(text)))
        if not text.isascii():
            found += len(self._within.findall(text))
        return found + (len(self._pairs.findall(text)) if any(head in text for head in self._heads) else 0)


FIRST_PERSON = Person(_I, _I_ENDS, _I_PAIRS, (" i ", "\ni "), _I_WITHIN)
SECOND_PERSON = Person(_YOU, _YOU_ENDS, _YOU_PAIRS, (" je", " ni"), _YOU_WITHIN)
