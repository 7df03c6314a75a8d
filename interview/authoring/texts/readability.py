"""How hard a text is to read, measured the same way in the check, the tests and the command line.

English: Flesch-Kincaid grade (Kincaid and others, 1975). Spanish: Szigriszt-Pazos perspicuity
(Szigriszt Pazos, 1993), with syllables counted by the rules of Spanish spelling.
"""

import re

# Shorter texts give scores that are mostly noise.
SHORTEST_TEXT = 15
HARDEST_ENGLISH = 6.0
HARDEST_SPANISH = 65.0
LONGEST_SENTENCE = 25

_WORD = re.compile(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ]+(?:['’][a-z]+)?|\d[\d,.]*")
_SENTENCE_END = re.compile(r"[.!?:;]+(?:\s|$)|\n+")
_MARKS = re.compile(r"[*_`]|\]\([^)]*\)|\[")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_ENDING = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^aeiouytd]ed|[^aeiouyscxzhg]es)$")
_SPANISH_VOWELS = re.compile(r"(?:[aeiouáéíóúü]|y(?![aeiouáéíóúü]))+")
_STRONG_VOWEL = re.compile(r"[aeoáéóíú]")


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text, without Markdown marks."""
    return _WORD.findall(_MARKS.sub(" ", text))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a colon, a semicolon and a line break end one too."""
    plain = re.sub(
        r"(?<=\d)\.(?=\d)|(?<=\b[A-ZU])\.(?=[A-Z]\b|\s?[a-z])", "", _MARKS.sub(" ", text)
    )
    return [part.strip() for part in _SENTENCE_END.split(plain) if words_of(part)]


def english_syllables(word: str) -> int:
    """Count the syllables of one English word, at least one; a number counts as one."""
    lower = re.sub(r"['’]", "", word.lower())
    count = len(_ENGLISH_VOWELS.findall(lower))
    if _SILENT_ENDING.search(lower) and count > 1:
        count -= 1
    return max(count, 1)


def spanish_syllables(word: str) -> int:
    """Count the syllables of one Spanish word, at least one; a number counts as one.

    Each strong or accented vowel is a syllable; a group of weak vowels alone is one.
    """
    lower = re.sub(r"(?<=[qg])u(?=[eiéí])", "", word.lower())
    groups = _SPANISH_VOWELS.findall(lower)
    return max(sum(max(len(_STRONG_VOWEL.findall(group)), 1) for group in groups), 1)


def flesch_kincaid(text: str) -> float:
    """Return the United States school grade that an English text asks for."""
    found = words_of(text)
    syllables = sum(english_syllables(word) for word in found)
    per_sentence = len(found) / max(len(sentences(text)), 1)
    return 0.39 * per_sentence + 11.8 * syllables / len(found) - 15.59


def szigriszt_pazos(text: str) -> float:
    """Return the Szigriszt-Pazos score of a Spanish text: the higher, the easier."""
    found = words_of(text)
    syllables = sum(spanish_syllables(word) for word in found)
    per_sentence = len(found) / max(len(sentences(text)), 1)
    return 206.835 - 62.3 * syllables / len(found) - per_sentence


def too_hard(text: str, language: str) -> str | None:
    """Say how far a text is from easy, or return None: it is easy, short, or nobody can measure."""
    if len(words_of(text)) < SHORTEST_TEXT:
        return None
    if language == "en" and (grade := flesch_kincaid(text)) > HARDEST_ENGLISH:
        return f"reads at grade {grade:.1f}, at most {HARDEST_ENGLISH:.0f}"
    if language == "es" and (score := szigriszt_pazos(text)) < HARDEST_SPANISH:
        scale = "the Szigriszt-Pazos scale"
        return f"reads at {score:.0f} on {scale}, at least {HARDEST_SPANISH:.0f}"
    return None


def problem(text: str, language: str) -> str | None:
    """Say in one line what makes a text too hard to read, or return None."""
    long = next((s for s in sentences(text) if len(words_of(s)) > LONGEST_SENTENCE), None)
    if long:
        count = len(words_of(long))
        return f"a sentence of {count} words (at most {LONGEST_SENTENCE}): {long[:60]}…"
    return too_hard(text, language)
