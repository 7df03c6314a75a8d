"""A dangerous translation is caught: planted mistakes, and sweeps over every real text."""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from interview.authoring.texts import phrases, translation_checks
from interview.authoring.texts.findings import Finding
from interview.authoring.texts.guard import Translated, TranslationGuard
from interview.authoring.texts.text_checks import TextChecks
from interview.authoring.texts.translated_texts import TranslationChecks
from interview.content import GuardWords
from interview.languages import read_catalog
from interview.loading.documents import read_file
from interview.loading.folders import QUESTIONS, TRANSLATIONS
from interview.loading.loader import QuestionsFolder, read

PLANTED = Path(__file__).parent.parent / "data" / "planted_translations.yaml"


@pytest.fixture(scope="module")
def reading() -> QuestionsFolder:
    return read(QUESTIONS)


@pytest.fixture(scope="module")
def texts() -> list[Translated]:
    """Every real text with its Spanish."""
    return [
        Translated(str(message.id), str(message.string), tuple(p for p, _ in message.locations))
        for message in read_catalog(TRANSLATIONS, "es")
        if message.id
    ]


@pytest.fixture(scope="module")
def make(reading: QuestionsFolder) -> Callable[..., TranslationGuard]:
    """Makes a guard of some texts, with what is known of their language."""
    models: Any = reading.models
    states = [state.label.to_self for state in models["states"].states]

    def guard(texts: list[Translated], words: GuardWords | None) -> TranslationGuard:
        return TranslationGuard(texts, models["guard/en"], words, states)

    return guard


@pytest.fixture(scope="module")
def spanish(reading: QuestionsFolder) -> GuardWords:
    words = reading.models["guard/es"]
    assert isinstance(words, GuardWords)
    return words


@pytest.fixture(scope="module")
def guard(
    make: Callable[..., TranslationGuard], texts: list[Translated], spanish: GuardWords
) -> TranslationGuard:
    return make(texts, spanish)


# ---------------------------------------------------------------- the real file


def test_the_real_file_raises_no_alarm_and_needs_every_waiver(guard, texts):
    assert [alarm for text in texts for alarm in guard.alarms(text)] == []
    assert list(guard.unused_waivers()) == []


def test_the_whole_guard_takes_less_than_two_seconds(make, texts, spanish):
    start = time.process_time()
    guard = make(texts, spanish)
    assert sum(1 for text in texts for _ in guard.alarms(text)) == 0
    assert time.process_time() - start < 2


# ---------------------------------------------------------------- one mistake of each kind

KINDS = [
    ("figures", "Less than 90 days", "Menos de 30 días"),
    ("number", "Came in within two years", "Entró hace menos de tres años"),
    ("half", "That can take half an hour.", "Puede tardar una hora."),
    ("ordinal", "The second time", "La tercera vez"),
    ("first", "First requests are not taken.", "No se reciben peticiones."),
    ("month", "Issued June 15, 2012.", "Salió el 15 de julio de 2012."),
    ("unit", "For ten years", "Por diez días"),
    ("negation", "**Do not sign** a paper.", "**Firme** un papel."),
    ("negation", "Go to every hearing.", "No vaya a cada audiencia."),
    ("before", "Ask before the trip.", "Pregunte después del viaje."),
    ("since", "Here since 2014", "Aquí hasta 2014"),
    ("within", "Hearing within 30 days", "Audiencia después de 30 días"),
    ("less", "Less than 90 days", "Más de 90 días"),
    ("more", "At least 15 years old", "Tiene como máximo 15 años"),
    ("only", "Renewals only", "Renovaciones"),
    ("or", "A felony, or a gang", "Un delito grave y una pandilla"),
    ("and", "A felony and a gang", "Un delito grave o una pandilla"),
    ("all", "All the answers match.", "Algunas respuestas coinciden."),
    ("none", "Nobody decides.", "No deciden."),
    ("must", "The judge must agree.", "El juez puede estar de acuerdo."),
    ("may", "The judge may agree.", "El juez debe estar de acuerdo."),
    ("have_to", "Officers have to answer.", "Los oficiales pueden responder."),
    ("answer", "Say yes if it ended.", "Diga que no si terminó."),
    ("lawyer", "Ask a lawyer.", "Pregunte a un juez."),
    ("judge", "The judge decides.", "El oficial decide."),
    ("officer", "An officer said it.", "Un juez lo dijo."),
    ("who", "The court and the police", "La corte y la escuela"),
    ("expanded", "Expanded DACA stayed blocked.", "DACA siguió bloqueado."),
    ("names", "USCIS renews DACA.", "USCIS renueva DAPA."),
    ("today", "See a lawyer today.", "Vea a un abogado mañana."),
    ("familiar", "Take your papers.", "Lleva tus papeles."),
    ("familiar", "Look for it.", "Busca eso."),
    ("thing", "Do not miss the hearing.", "No falte a la escuela."),
    ("state", "A court in Texas", "Una corte de California"),
    ("english", "Go to each hearing.", "Vaya a cada hearing."),
    ("english", "Help given to law enforcement", "Help given to law enforcement"),
    ("question", "Were you born here?", "Nació usted aquí."),
    ("marks", "Were you born here?", "Nació usted aquí?"),
    ("marks", "The file is here.", "¿El expediente está aquí."),
    ("marks", "The memo (of 2014)", "El memorando (de 2014"),
    ("marks", "We found it.", "Lo <b>hallamos</b>."),
    ("ending", "See a lawyer.", "Vea a un abogado"),
    ("sentences", "Do not lie. Do not sign.", "No mienta ni firme."),
    ("length", "The paper that a person gets when a court has closed the case.", "El papel."),
    ("accents", "The hearing is soon.", "La audiencia sera en dias."),
]  # fmt: skip


@pytest.mark.parametrize(("sign", "english", "wrong"), KINDS)
def test_every_kind_of_mistake_is_caught(guard, sign, english, wrong):
    assert sign in {alarm.sign for alarm in guard.alarms(Translated(english, wrong))}


@pytest.mark.parametrize(
    ("place", "letters", "caught"),
    [("wording/lanes/red/chip", 41, True), ("wording/lanes/red/chip", 40, False),
     ("wording/lanes/red/limit", 200, False)],
)  # fmt: skip
def test_a_chip_that_is_too_long_is_caught(guard, place, letters, caught):
    text = Translated("Red", "R" * letters, (place,))
    assert ("length" in {alarm.sign for alarm in guard.alarms(text)}) is caught


def test_two_texts_that_differ_are_not_the_same_in_spanish(make, spanish):
    texts = [Translated("Yes", "Sí"), Translated("Sure", "Sí"), Translated("yes", "sí")]
    found = {text.english: [a.sign for a in make(texts, spanish).alarms(text)] for text in texts}
    assert found == {"Yes": ["same"], "Sure": ["same"], "yes": ["same"]}


def test_an_alarm_says_what_is_wrong_and_what_to_do(guard):
    [alarm] = guard.alarms(Translated("Issued in 2017.", "Salió en 2010."))
    assert (alarm.problem, alarm.remedy) == (
        "the English says 2017, and the translation 2010", "Write the same numbers.",
    )  # fmt: skip


def test_of_a_language_of_which_nothing_is_known_only_the_free_checks_are_made(make):
    texts = [
        Translated("Do not sign it in 2017.", "Não assine isso em 2017."),
        Translated("Do not sign it in 2017. ", "Assine isso em 2010"),
    ]
    guard = make(texts, None)
    found = [[alarm.sign for alarm in guard.alarms(text)] for text in texts]
    assert found == [[], ["figures", "ending", "sentences"]]


# ---------------------------------------------------------------- planted mistakes


def planted(rounds: tuple[str, ...]) -> list[dict[str, str]]:
    data = read_file(PLANTED, PLANTED.name).data
    return [mistake for name in rounds for mistake in data[name]]


@pytest.mark.parametrize(
    ("rounds", "share"), [(("first",), 0.95), (("second",), 0.8), (("third",), 0.85)]
)
def test_planted_mistakes_are_caught(reading, texts, guard, rounds, share):
    """By the whole check of texts; what nobody can tell without understanding is missed."""
    places = {text.english: text.places for text in texts}
    checks = TextChecks(reading, TRANSLATIONS)
    missed, mistakes = [], planted(rounds)
    for mistake in mistakes:
        wrong = Translated(mistake["english"], mistake["wrong"], places.get(mistake["english"], ()))
        if not any(guard.alarms(wrong)) and not any(_other_checks(checks, wrong)):
            missed.append(mistake)
    assert 1 - len(missed) / len(mistakes) >= share, missed


def _other_checks(checks: TextChecks, wrong: Translated) -> Iterator[Any]:
    """Marks, placeholders, terms and banned words, which the check of texts looks at besides."""
    spanish = TranslationChecks(checks.texts, checks.texts.languages["es"])
    terms = spanish.terms()
    for pair in spanish.pairs():
        if pair.english.text == wrong.english:
            said = replace(pair, translated=replace(pair.translated, text=wrong.other))
            yield from spanish.both_languages(said, terms)
            yield from checks.texts.rules.findings(said.translated, "es", wrong.english)


# ---------------------------------------------------------------- sweeps over every text

NEGATED = re.compile(
    r"\b(not|no|never|nobody|none|nothing|cannot|without|neither|nor)\b|n't\b", re.I
)
NEGATION = r"\b(?:no|sin|nunca|nadie|ningun[oa]|ningún|nada|tampoco|jamás)\b\s*"
MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
# What is changed, into what, and how many of the changes must be caught.
SWEEPS: list[tuple[str, str, Callable[[str], str] | str, float]] = [
    ("years", r"\b(?:19|20)\d\d\b", lambda year: str(int(year) + 1), 1),
    ("figures", r"\b\d{1,2}\b", lambda figure: str(int(figure) + 1), 1),
    ("months", rf"\b(?:{MONTHS})\b", lambda month: "abril" if month != "abril" else "mayo", 1),
    ("number words", r"\b(?:dos|tres|cuatro|cinco|diez)\b", "siete", 1),
    ("before to after", r"\bantes\b", "después", 0.9),
    ("after to before", r"\bdespués\b", "antes", 0.95),
    ("since to until", r"\bdesde\b", "hasta", 0.9),
    ("less to more", r"\bmenos\b", "más", 0.9),
    ("must to may", r"\bdeben?\b", "puede", 0.9),
    ("may to must", r"\bpueden?\b", "debe", 0.95),
    ("lawyer to judge", r"\babogado\b", "juez", 0.95),
    ("judge to officer", r"\bjuez\b", "oficial", 0.95),
    ("officer to lawyer", r"\boficial\b", "abogado", 0.85),
    ("or to and", r"\bo\b", "y", 0.8),
    ("and to or", r"\by\b", "o", 0.8),
    ("DACA to DAPA", r"\bDACA\b", "DAPA", 0.95),
    ("a lost ¿", "¿", "", 1),
    ("usted to tú", r"\bsus?\b", "tu", 1),
    ("the last sentence lost", r"(?<=[.?]) [^.?]+[.]$", "", 0.95),
]


@pytest.mark.parametrize(
    ("pattern", "into", "share"), [sweep[1:] for sweep in SWEEPS], ids=[s[0] for s in SWEEPS]
)
def test_a_change_of_any_real_text_is_caught(guard, texts, pattern, into, share):
    """Wherever the pattern stands outside the *English words*."""
    changed = [wrong for text in texts for wrong in changes(text, pattern, into)]
    assert len(changed) > 20
    assert caught(guard, changed) >= share


def test_a_lost_negation_is_caught_in_nineteen_of_twenty_texts(guard, texts):
    negated = [text for text in texts if NEGATED.search(text.english)]
    changed = [next(changes(text, NEGATION, ""), None) for text in negated]
    lost = [wrong for wrong in changed if wrong is not None]
    assert len(lost) > 700
    assert caught(guard, lost) >= 0.95


def changes(
    text: Translated, pattern: str, into: Callable[[str], str] | str
) -> Iterator[Translated]:
    """Yield a text with each place of a pattern changed, one at a time."""
    hidden = re.sub(r"(?<!\*)\*(?!\*)[^*]+\*(?!\*)", lambda found: "*" * len(found[0]), text.other)
    for found in re.finditer(pattern, hidden, re.IGNORECASE):
        new = into if isinstance(into, str) else into(found[0])
        yield replace(text, other=text.other[: found.start()] + new + text.other[found.end() :])


def caught(guard: TranslationGuard, changed: list[Translated]) -> float:
    return sum(any(guard.alarms(text)) for text in changed) / len(changed)


# ---------------------------------------------------------------- inside check


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(QUESTIONS, tmp_path / "questions")
    shutil.copytree(TRANSLATIONS, tmp_path / "translations")
    return tmp_path


def found_in(copy: Path) -> list[Finding]:
    """What `interview check` prints of the guard."""
    reading = read(copy / "questions")
    pairs = TextChecks(reading, copy / "translations").pairs("es")
    return list(translation_checks.guarded(pairs, reading, "es"))


def change(path: Path, right: str, wrong: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")


def test_check_names_the_place_and_a_waiver_with_a_reason_answers_it(copy):
    po = copy / "translations" / "es" / "LC_MESSAGES" / "messages.po"
    change(po, "Menos de 90 días", "Más de 90 días")
    found = found_in(copy)
    wrong = [finding for finding in found if finding.check == "translation"]
    assert {(finding.file, finding.severity) for finding in wrong} == {
        ("translations/es/LC_MESSAGES/messages.po", "error")
    }
    rows = po.read_text(encoding="utf-8").splitlines()
    assert rows[wrong[0].line - 1] == 'msgid "Less than 90 days"'
    with (copy / "questions" / "guard" / "es.yaml").open("a", encoding="utf-8") as words:
        for sign in ("less", "more", "thing", "same"):
            words.write(f"- {{text: Less than 90 days, sign: {sign}, reason: A test.}}\n")
    found = found_in(copy)
    assert [finding for finding in found if finding.check == "translation"] == []


def test_a_waiver_that_nothing_needs_and_a_sign_that_english_lacks_are_named(copy):
    words = copy / "questions" / "guard" / "es.yaml"
    with words.open("a", encoding="utf-8") as file:
        file.write("- {text: Gone., sign: less, reason: A test.}\n")
    change(words, "signs:\n", "signs:\n  weather: {words: [lluvia]}\n")
    found = found_in(copy)
    told = [(f.problem, f.severity) for f in found if f.file == "questions/guard/es.yaml"]
    assert told == [
        ('English has no sign "weather"', "error"),
        ("nothing is left that this waiver is for", "warning"),
    ]


def test_own_words_leaves_out_the_english_between_stars():
    assert phrases.own_words("El *Notice* **ya**").split() == ["El", "**ya**"]
