"""Reads the list of languages, and holds it together."""

from pathlib import Path

from interview.content import SOURCE_LANGUAGE, Language, Languages
from interview.languages.babel_dates import babel_locale
from interview.loading import ContentError, Document, model_of, read_file
from interview.rules import did_you_mean


def read_languages_anew(path: Path) -> Languages:
    """Read and check a list of languages; raise ContentError with everything that is wrong."""
    document = read_file(path, f"{path.parent.name}/{path.name}")
    found = model_of(Languages, document)
    if found is not None and not document.problems:
        _check(found, document)
    if found is None or document.problems:
        raise ContentError(document.problems)
    return found


def _check(found: Languages, document: Document) -> None:
    """Complain of languages that stand twice, pair with nobody, or cannot write a date."""
    if SOURCE_LANGUAGE not in found:
        message = f"{SOURCE_LANGUAGE} is missing, the language of the questions. Add it"
        document.complain(("languages",), message)
    seen: set[str] = set()
    for number, language in enumerate(found.languages):
        if language.code.lower() in seen:
            message = f"{language.code} stands twice. Keep one of the two"
            document.complain(("languages", number, "code"), message, language.code)
        seen.add(language.code.lower())
        for key, message in _problems(found, language):
            document.complain(("languages", number, key), message, language.code)


def _problems(found: Languages, language: Language) -> list[tuple[str, str]]:
    """What is wrong with one language: the key, and what to do about it."""
    wrong = []
    if language.is_source and not (language.complete and language.in_english):
        wrong.append(("code", "the language of the questions is complete, and has in_english:"))
    if language.partner not in found:
        near = did_you_mean(language.partner, found.codes)
        wrong.append(("partner", f'there is no language "{language.partner}". {near}'))
    elif language.partner == language.code and len(found.codes) > 1:
        wrong.append(("partner", "a language is not its own partner. Name another one"))
    elif not found[language.partner].complete:
        message = f"{language.partner} has only an urgent page. Name a complete language"
        wrong.append(("partner", message))
    if language.dates is None and babel_locale(language) is None:
        wrong.append(("code", "Babel does not know how it writes a date. Add dates:"))
    return wrong
