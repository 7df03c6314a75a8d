"""Checks of the translations as they stand in the files: what may be dangerous, what is unread."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from interview.authoring.texts.findings import Finding, at, warn
from interview.authoring.texts.guard import Translated, TranslationGuard
from interview.authoring.texts.said_texts import PlacedPair
from interview.content import SOURCE_LANGUAGE, GuardWords
from interview.languages import Confirmations
from interview.loading import Place, QuestionsFolder


def guarded(pairs: list[PlacedPair], reading: QuestionsFolder, language: str) -> Iterator[Finding]:
    """Texts that may say something else than the English."""
    models: Any = reading.models
    source: GuardWords = models.get(f"guard/{SOURCE_LANGUAGE}") or GuardWords()
    words: GuardWords | None = models.get(f"guard/{language}")
    states = models["states"].states if "states" in models else ()
    texts = [Translated(pair.english.text, pair.translated.text, pair.places) for pair in pairs]
    if words is None and texts:
        yield _without_guard(pairs[0], language)
    guard = TranslationGuard(texts, source, words, [state.label.to_self for state in states])
    for pair, text in zip(pairs, texts, strict=True):
        for alarm in guard.alarms(text):
            yield pair.translated.finding(
                "translation", alarm.problem,
                f"{alarm.remedy} If it is right as it is, give a reason under waivers (sign: "
                f"{alarm.sign}) in guard/{language}.yaml. {_short(text.english)}",
            )  # fmt: skip
    if words is not None:
        yield from _words(guard, reading, source, words, language)


def _without_guard(first: PlacedPair, language: str) -> Finding:
    found = first.translated.finding(
        "translation",
        f"there is no guard/{language}.yaml: no, before, after, less, more and the months of this "
        "language are not compared with the English",
        "Write one: questions/README.md shows how it begins.",
    )
    return replace(found, severity="warning")


def _words(
    guard: TranslationGuard,
    reading: QuestionsFolder,
    source: GuardWords,
    words: GuardWords,
    language: str,
) -> Iterator[Finding]:
    """Signs that English does not have, and waivers that nothing needs."""
    document = reading.documents[f"guard/{language}"]
    named: list[tuple[Place, str]] = [(("signs", sign), sign) for sign in words.signs]
    named += [(("idioms", number), idiom.sign) for number, idiom in enumerate(words.idioms)]
    for place, sign in named:
        if sign not in source.signs:
            yield at(
                document, place, "", "translation", f'English has no sign "{sign}"',
                f"Use one of guard/{SOURCE_LANGUAGE}.yaml, or add it there.",
            )  # fmt: skip
    for number in () if reading.problems else guard.unused_waivers():
        yield warn(
            document, ("waivers", number), "", "unused_text",
            "nothing is left that this waiver is for", "Take the waiver out.",
        )  # fmt: skip


def unconfirmed(pairs: list[PlacedPair], confirmations: Confirmations) -> Iterator[Finding]:
    """Texts that nobody has read and found right; a machine's guess is an error."""
    for pair in pairs:
        state = confirmations.state(pair.english.text, pair.translated.text)
        if state == "guess":
            yield pair.translated.finding(
                "unconfirmed", "a machine proposed this translation, and nobody has confirmed it",
                f"Mend it, or run: interview texts --confirm. {_short(pair.english.text)}",
            )  # fmt: skip
        elif state == "new":
            found = pair.translated.finding(
                "unconfirmed", "nobody has confirmed this translation",
                f"Read it, and run: interview texts --confirm. {_short(pair.english.text)}",
            )  # fmt: skip
            yield replace(found, severity="warning")


def _short(text: str) -> str:
    return f'"{text}"' if len(text) <= 70 else f'"{text[:69]}…"'
