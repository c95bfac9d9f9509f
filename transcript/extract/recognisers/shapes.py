"""The shapes of the answers, a function each, and the table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from transcript.extract.fields import Json, objects, speaker_of, text_of, within
from transcript.extract.recognisers.words import Word, sentences
from transcript.extract.utterances import Utterance, seconds

_MILLISECOND = 0.001
_TICK = 1e-7


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of answer. ``fits`` looks at no more than its outermost keys and the first item of a list."""

    name: str
    fits: Callable[[Any], bool]
    utterances: Callable[[Any], Iterator[Utterance]]


def whisper(content: Json) -> Iterator[Utterance]:
    """``segments`` of OpenAI, faster-whisper, WhisperX: seconds, a speaker where there was diarization."""
    for _, segment in objects(content["segments"], "segments"):
        speaker = speaker_of(segment.get("speaker"))
        yield Utterance(text_of(segment, "text"), speaker, seconds(segment.get("start")), seconds(segment.get("end")))


def whisper_cpp(content: Json) -> Iterator[Utterance]:
    """``transcription`` of whisper.cpp: offsets in milliseconds."""
    for _, segment in objects(content["transcription"], "transcription"):
        begins, ends = (seconds(within(segment, "offsets", key), unit=_MILLISECOND) for key in ("from", "to"))
        yield Utterance(text_of(segment, "text"), speaker_of(segment.get("speaker")), begins, ends)


def chunks(content: Json) -> Iterator[Utterance]:
    """``chunks`` of the Transformers pipeline, or ``speakers`` where insanely-fast-whisper told these apart."""
    key = "speakers" if content.get("speakers") else "chunks"
    for _, chunk in objects(content[key], key):
        times = chunk.get("timestamp")
        begins, ends = times if isinstance(times, list) and len(times) == 2 else (None, None)
        yield Utterance(text_of(chunk, "text"), speaker_of(chunk.get("speaker")), seconds(begins), seconds(ends))


def assemblyai(content: Json) -> Iterator[Utterance]:
    """``utterances``, or ``words`` where nobody was told apart: milliseconds."""
    if content.get("utterances"):
        for _, item in objects(content["utterances"], "utterances"):
            begins, ends = (seconds(item.get(key), unit=_MILLISECOND) for key in ("start", "end"))
            yield Utterance(text_of(item, "text"), speaker_of(item.get("speaker")), begins, ends)
        return
    yield from sentences(
        Word(
            text_of(word, "text"),
            speaker_of(word.get("speaker")),
            seconds(word.get("start"), unit=_MILLISECOND),
            seconds(word.get("end"), unit=_MILLISECOND),
        )
        for _, word in objects(content.get("words"), "words")
    )


def deepgram(content: Json) -> Iterator[Utterance]:
    """``utterances``, else the paragraphs of each channel, else its words: seconds."""
    if within(content, "results", "utterances"):
        for _, item in objects(content["results"]["utterances"], "results.utterances"):
            words = text_of(item, "transcript")
            yield Utterance(
                words, speaker_of(item.get("speaker")), seconds(item.get("start")), seconds(item.get("end"))
            )
        return
    channels = list(objects(within(content, "results", "channels"), "results.channels"))
    found: list[Utterance] = []
    for number, (path, channel) in enumerate(channels, 1):
        for place, best in list(objects(channel.get("alternatives"), f"{path}.alternatives"))[:1]:
            own = list(_deepgram_channel(best, place))
            found += (
                own if len(channels) == 1 else [Utterance(u.words, f"Channel {number}", u.begins, u.ends) for u in own]
            )
    yield from sorted(found, key=lambda utterance: utterance.begins or 0.0) if len(channels) > 1 else found


def _deepgram_channel(best: Json, path: str) -> Iterator[Utterance]:
    paragraphs = list(objects(within(best, "paragraphs", "paragraphs"), f"{path}.paragraphs.paragraphs"))
    for place, paragraph in paragraphs:
        speaker = speaker_of(paragraph.get("speaker"))
        for _, item in objects(paragraph.get("sentences"), f"{place}.sentences"):
            yield Utterance(text_of(item, "text"), speaker, seconds(item.get("start")), seconds(item.get("end")))
    if not paragraphs:
        yield from sentences(
            Word(
                text_of(word, "punctuated_word", "word"),
                speaker_of(word.get("speaker")),
                seconds(word.get("start")),
                seconds(word.get("end")),
            )
            for _, word in objects(best.get("words"), f"{path}.words")
        )


def rev(content: Json) -> Iterator[Utterance]:
    """``monologues``: seconds; blanks and signs are elements of their own."""
    names = {speaker.get("id"): speaker.get("name") for _, speaker in objects(content.get("speakers"), "speakers")}
    for path, monologue in objects(content["monologues"], "monologues"):
        elements = [element for _, element in objects(monologue.get("elements"), f"{path}.elements")]
        words = "".join(value for element in elements if isinstance(value := element.get("value"), str))
        times = [seconds(element.get(key)) for element in elements for key in ("ts", "end_ts")]
        known = [time for time in times if time is not None]
        key = monologue.get("speaker")
        speaker = speaker_of(names.get(key) if isinstance(key, str | int) and names.get(key) else key)
        yield Utterance(words, speaker, known[0] if known else None, known[-1] if known else None)


def aws(content: Json) -> Iterator[Utterance]:
    """``audio_segments`` where they have speakers, else ``items``: seconds as text; signs have no time."""
    segments = list(objects(within(content, "results", "audio_segments"), "results.audio_segments"))
    if any(segment.get("speaker_label") for _, segment in segments):
        for _, segment in segments:
            begins, ends = seconds(segment.get("start_time")), seconds(segment.get("end_time"))
            yield Utterance(text_of(segment, "transcript"), speaker_of(segment.get("speaker_label")), begins, ends)
        return
    yield from sentences(_aws_words(content["results"]))


def _aws_words(results: Json) -> Iterator[Word]:
    labels: dict[Any, Any] = {}
    for path, segment in objects(within(results, "speaker_labels", "segments"), "results.speaker_labels.segments"):
        for _, item in objects(segment.get("items"), f"{path}.items"):
            labels[str(item.get("start_time"))] = item.get("speaker_label") or segment.get("speaker_label")
    for path, item in objects(results.get("items"), "results.items"):
        text = next(
            (text_of(best, "content") for _, best in objects(item.get("alternatives"), f"{path}.alternatives")), ""
        )
        speaker = speaker_of(item.get("speaker_label") or labels.get(str(item.get("start_time"))))
        sign = item.get("type") == "punctuation"
        yield Word(text, speaker, seconds(item.get("start_time")), seconds(item.get("end_time")), glued=sign)


def google(content: Json) -> Iterator[Utterance]:
    """``results`` of Cloud Speech, versions 1 and 2: ``"1.500s"``.

    With diarization version 1 repeats all words, with their speakers, in the last result: that one is read alone.
    """
    answers: list[tuple[str, list[Json]]] = []
    root = content if "results" in content else content["response"]
    for path, result in objects(root["results"], "results"):
        for place, best in list(objects(result.get("alternatives"), f"{path}.alternatives"))[:1]:
            answers.append(
                (text_of(best, "transcript"), [word for _, word in objects(best.get("words"), f"{place}.words")])
            )
    if len(answers) > 1 and answers[-1][1] and len(answers[-1][1]) >= sum(len(words) for _, words in answers[:-1]) > 0:
        answers = answers[-1:]
    for transcript, words in answers:
        if words:
            yield from sentences(_google_word(word) for word in words)
        else:
            yield Utterance(transcript)


def _google_word(word: Json) -> Word:
    speaker = speaker_of(word.get("speakerLabel") or word.get("speakerTag") or None)
    begins, ends = word.get("startTime", word.get("startOffset")), word.get("endTime", word.get("endOffset"))
    return Word(text_of(word, "word"), speaker, seconds(begins), seconds(ends))


def azure(content: Json) -> Iterator[Utterance]:
    """``recognizedPhrases`` of the batch service, in ticks of 100 nanoseconds, in the order of time."""
    found = []
    for path, phrase in objects(content["recognizedPhrases"], "recognizedPhrases"):
        best = next((best for _, best in objects(phrase.get("nBest"), f"{path}.nBest")), {})
        begins, length = (seconds(phrase.get(key), unit=_TICK) for key in ("offsetInTicks", "durationInTicks"))
        ends = None if begins is None or length is None else begins + length
        found.append(Utterance(text_of(best, "display", "lexical"), speaker_of(phrase.get("speaker")), begins, ends))
    yield from sorted(found, key=lambda utterance: utterance.begins or 0.0)


def azure_fast(content: Json) -> Iterator[Utterance]:
    """``phrases`` of the fast service, in milliseconds, in the order of time."""
    found = []
    for _, phrase in objects(content["phrases"], "phrases"):
        begins, length = (
            seconds(phrase.get(key), unit=_MILLISECOND) for key in ("offsetMilliseconds", "durationMilliseconds")
        )
        ends = None if begins is None or length is None else begins + length
        found.append(Utterance(text_of(phrase, "text"), speaker_of(phrase.get("speaker")), begins, ends))
    yield from sorted(found, key=lambda utterance: utterance.begins or 0.0)


def speechmatics(content: Json) -> Iterator[Utterance]:
    """``results``: words and signs in seconds; the speaker ``UU`` is one nobody knows."""
    delimiter = within(content, "metadata", "language_pack_info", "word_delimiter")
    yield from sentences(_speechmatics_words(content), delimiter if isinstance(delimiter, str) else " ")


def _speechmatics_words(content: Json) -> Iterator[Word]:
    for path, item in objects(content["results"], "results"):
        for _, best in list(objects(item.get("alternatives"), f"{path}.alternatives"))[:1]:
            speaker = best.get("speaker")
            times = seconds(item.get("start_time")), seconds(item.get("end_time"))
            glued = item.get("type") == "punctuation" and item.get("attaches_to") != "next"
            yield Word(text_of(best, "content"), None if speaker == "UU" else speaker_of(speaker), *times, glued=glued)


def podlove(content: Any) -> Iterator[Utterance]:
    """A list, or ``transcripts``, of Podlove: milliseconds, and the name under ``voice``."""
    items = content if isinstance(content, list) else content["transcripts"]
    for _, item in objects(items, "transcripts"):
        yield _podlove_line(item, item)


def podlove_grouped(content: Any) -> Iterator[Utterance]:
    """The lines of one voice under its ``items``. A first group without a voice makes the list an object."""
    groups = list(content.values()) if isinstance(content, dict) else content
    for path, group in objects(groups, "transcripts"):
        for _, item in objects(group.get("items"), f"{path}.items"):
            yield _podlove_line(item, group)


def _podlove_line(item: Json, said_by: Json) -> Utterance:
    begins, ends = (seconds(item.get(key), unit=_MILLISECOND) for key in ("start_ms", "end_ms"))
    return Utterance(
        text_of(item, "text"), text_of(said_by, "voice") or speaker_of(said_by.get("speaker")), begins, ends
    )


def _has(*path: str, kind: type | tuple[type, ...] = list) -> Callable[[Any], bool]:
    return lambda content: isinstance(within(content, *path), kind)


def _first_has(key: str, *path: str) -> Callable[[Any], bool]:
    """The first object of a list, at the end of a path, has a key."""

    def fits(content: Any) -> bool:
        items = within(content, *path) if path else content
        return isinstance(items, list) and bool(items) and isinstance(items[0], dict) and key in items[0]

    return fits


def _is_grouped(content: Any) -> bool:
    groups = list(content.values()) if isinstance(content, dict) else content
    return isinstance(groups, list) and bool(groups) and _first_has("start_ms", "items")(groups[0])


def _is_google(content: Any) -> bool:
    items = within(content, "results") or within(content, "response", "results")
    first = items[0] if isinstance(items, list) and items else None
    best = within(first, "alternatives")
    return (
        isinstance(best, list)
        and bool(best)
        and isinstance(best[0], dict)
        and bool({"transcript", "words"} & set(best[0]))
    )


SHAPES = (
    Shape("Rev.ai", _has("monologues"), rev),
    Shape("Azure", _has("recognizedPhrases"), azure),
    Shape("Azure", _has("phrases"), azure_fast),
    Shape("Deepgram", _has("results", "channels"), deepgram),
    Shape("Deepgram", _has("results", "utterances"), deepgram),
    Shape("AWS Transcribe", _has("results", "items"), aws),
    Shape("Google", _is_google, google),
    Shape("Speechmatics", _first_has("alternatives", "results"), speechmatics),
    Shape("whisper.cpp", _has("transcription"), whisper_cpp),
    Shape("Whisper", _has("segments"), whisper),
    Shape("Transformers", _has("chunks"), chunks),
    Shape("AssemblyAI", _has("utterances"), assemblyai),
    Shape("AssemblyAI", _first_has("text", "words"), assemblyai),
    Shape("Podlove", _has("transcripts"), podlove),
    Shape("Podlove", _first_has("start_ms"), podlove),
    Shape("Podlove", _is_grouped, podlove_grouped),
)
