"""How every text reads, in both languages: easy, without promises, blame, numbers or addresses."""

import re
from itertools import pairwise

import pytest
from spoken import COMPLETE

from interview.authoring.texts import readability
from interview.content import Model, Text
from interview.content.folders import PACKAGE
from interview.languages import language, texts, translations, upkeep
from interview.languages.language import Tongue
from interview.loading.content_files import walk
from interview.loading.documents import read_file
from interview.loading.folders import QUESTIONS, TRANSLATIONS


@pytest.fixture(scope="module")
def said(content):
    """Every text of each language by its English; test_completeness finds what is missing."""
    wanted = texts.wanted(content)
    found = {code: translations(TRANSLATIONS, code) for code in COMPLETE}
    found["en"] = {text: text for text in wanted}
    return {
        code: {text: said[text] for text in wanted if text in said} for code, said in found.items()
    }


@pytest.fixture(scope="module")
def waived():
    """The texts that may be harder to read; each must say why."""
    document = read_file(QUESTIONS / "readability_waivers.yaml", "readability_waivers.yaml")
    assert document.problems == []
    listed = [found for name in document.data for found in document.data[name] or []]
    assert all(found["reason"].strip() for found in listed)
    return {found["text"] for found in listed}


# ---------------------------------------------------------------- reading


@pytest.mark.parametrize("tongue", COMPLETE)
def test_every_text_can_be_read_after_six_years_of_school(said, waived, tongue):
    hard = {
        text: problem
        for english, text in said[tongue].items()
        if (problem := readability.problem(text, tongue)) and english not in waived
    }
    assert hard == {}


def test_few_texts_are_waived(waived):
    assert len(waived) <= 5


def test_spanish_reads_easily_as_a_whole(said):
    scores = [
        readability.szigriszt_pazos(text)
        for text in said["es"].values()
        if len(readability.words_of(text)) >= readability.SHORTEST_TEXT
    ]
    assert sum(scores) / len(scores) >= 70


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("law", 1), ("lawyer", 2), ("asked", 1), ("wanted", 2), ("little", 2), ("citizen", 3),
     ("deported", 3), ("2012", 1), ("you're", 1)],
)  # fmt: skip
def test_the_syllables_of_an_english_word_are_counted_as_they_are_said(word, syllables):
    assert readability.english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("ley", 1), ("abogado", 4), ("ciudad", 2), ("policía", 4), ("quien", 1), ("guerra", 2),
     ("país", 2), ("aérea", 4), ("hoy", 1), ("2012", 1), ("deportación", 4)],
)  # fmt: skip
def test_the_syllables_of_a_spanish_word_are_counted_by_its_spelling(word, syllables):
    assert readability.spanish_syllables(word) == syllables


def test_an_abbreviation_does_not_end_a_sentence():
    assert len(readability.sentences("A U.S. citizen came at 7.5 years. Then she stayed.")) == 2


@pytest.mark.parametrize(
    ("text", "tongue", "problem"),
    [
        ("See a lawyer.", "en", None),
        ("word " * 26, "en", "a sentence of 26 words (at most 25): " + ("word " * 12) + "…"),
        (
            "Discretionary adjudications necessitate individualized consideration. "
            "Administrative determinations accommodate extraordinary humanitarian "
            "circumstances. Representatives communicate.",
            "en",
            None,
        ),
    ],
)
def test_a_text_that_is_too_hard_is_named_with_what_makes_it_so(text, tongue, problem):
    assert readability.problem(text, tongue) == problem


# ---------------------------------------------------------------- words that are never said

# What no text may say, in any form; the reason stands beside it.
NEVER_ENGLISH = {
    r"\bqualif": "a promise",
    r"\beligib": "a promise",
    r"(?<!does not mean )\bsafe(ly)?\b": "a promise",
    r"\bguarante": "a promise",
    r"\billegal": "blame",
    r"\baliens?\b": "blame",
    r"\bcriminals?\b": "blame",
    r"\bundocumented\b": "blame",
    r"\bfraudster": "blame",
    r"\bplease\b": "not the tone",
    r"\bsorry\b": "not the tone",
    r"\boops\b": "not the tone",
    r"\band/or\b": "not plain",
    r"!": "not the tone",
    r";": "not plain",
}
NEVER_SPANISH = {
    r"\bcalifica(n|ría)?\b": "a promise",
    r"\belegib": "a promise",
    r"\bgarantiz": "a promise",
    r"\bilegal": "blame",
    r"\bindocumentad": "blame",
    r"\bcriminal": "blame",
    r"\bextranjer": "blame",
    r"libertad condicional anticipada": "wrong for advance parole",
    r"\bextracción\b": "wrong for removal",
    r"\bremoción\b": "wrong for removal",
    r"\bconvicci": "wrong for conviction",
    r"\bfelonía": "wrong for felony",
    r"\btráfico de personas\b": "wrong for trafficking",
    r"(?<!Samoa )\bamerican[oa]s?\b": "say of the United States",
    r"\bescalar\b": "jargon",
    r"\b(tú|tienes|puedes|eres|debes|tu|tus)\b": "the register is usted",
    r"\by/o\b": "not plain",
    r"[!¡]": "not the tone",
    r";": "not plain",
}
# What neither language may say.
NEVER = {
    r"https?:|www\.|\b[\w-]+\.(com|org|gov|net)\b": "an address",
    r"\b[\w.]+@\w+": "an e-mail address",
    r"\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b1-8\d\d\b|(?<!\bPM-)\b\d{3}-\d{4}\b": "a phone number",
    r"\$ ?\d|\b\d+ (dollars|dólares)\b|\bUSD\b": "a fee",
    r"\bedition \d|\bedición \d|\b\d{2}/\d{2}/\d{2,4}\b": "a form edition or a numeric date",
    r"[\U0001F300-\U0001FAFF✅✔☑]": "an emoji or a green tick",
    r"\bTBD\b|\bXXX\b|\?\?\?|lorem ipsum": "something to be filled in",
}


@pytest.mark.parametrize(
    ("tongue", "pattern"),
    [("en", pattern) for pattern in NEVER_ENGLISH | NEVER]
    + [("es", pattern) for pattern in NEVER_SPANISH | NEVER],
)
def test_what_is_never_said(said, tongue, pattern):
    found = re.compile(pattern, re.IGNORECASE)
    assert [text for text in said[tongue].values() if found.search(text)] == []


def test_in_spanish_nobody_is_said_to_be_safe(said):
    allowed = r"no est(oy|á) segur|seguro social|seguridad|seguro médico|número de seguro"
    found = [text for text in said["es"].values() if re.search(r"\bsegur", text, re.IGNORECASE)]
    assert [text for text in found if not re.search(allowed, text, re.IGNORECASE)] == []


def test_nothing_is_said_twice_in_a_row(said):
    """A slip of the pen that no spelling check finds."""
    for tongue in said.values():
        for text in tongue.values():
            words = re.findall(r"[^\W\d_]+|[^\s\w]", text.lower())
            assert [
                pair for pair in pairwise(words) if pair[0] == pair[1] and len(pair[0]) > 2
            ] == []


def test_every_question_asks_and_every_sentence_ends(said, content):
    for question in content.questions:
        for asked in question.ask.both():
            assert "?" in asked, asked
            assert "¿" in said["es"].get(asked, "¿"), asked
        told = (question.hint, question.more, question.why, question.when_unsure, question.find_out)
        for one in filter(None, told):
            for text in one.both():
                assert text[-1] in ".?\"’'", text


# ---------------------------------------------------------------- both languages alike


def _marks(text):
    return (
        sorted(re.findall(r"\{\w*\}|%\(\w+\)s", text)),
        text.count("**"),
    )


@pytest.mark.parametrize("tongue", COMPLETE)
def test_every_language_has_the_same_places_to_fill_and_the_same_strong_words(said, tongue):
    unlike = [text for text, other in said[tongue].items() if _marks(text) != _marks(other)]
    assert unlike == []


def test_every_star_has_its_partner(said):
    for tongue in said.values():
        for text in tongue.values():
            assert text.replace("**", "").count("*") % 2 == 0, text


NUMBER = re.compile(r"\d+")


@pytest.mark.parametrize("tongue", COMPLETE)
def test_every_language_names_the_same_numbers_and_years(said, tongue):
    """A date or a count that differs would be another law in the other language."""
    unlike = {
        text: other
        for text, other in said[tongue].items()
        if sorted(set(NUMBER.findall(text))) != sorted(set(NUMBER.findall(other)))
    }
    assert unlike == {}


ENGLISH_NO = re.compile(
    r"\b(not|no|never|nobody|none|nothing|cannot|without|neither|nor|un\w+)\b|n't\b", re.IGNORECASE
)
SPANISH_NO = re.compile(
    r"\b(no|nunca|nadie|ningun[oa]?|ningún|nada|sin|ni|tampoco|jamás|des\w+|in\w+)\b", re.IGNORECASE
)


def test_a_not_is_never_lost_in_spanish(said):
    """Do not sign must not become sign."""
    strong = re.compile(r"\*\*(do not|don't) \w+\*\*|\bdo not\b|\bnever\b", re.IGNORECASE)
    lost = {
        text: spanish
        for text, spanish in said["es"].items()
        if strong.search(text) and not SPANISH_NO.search(spanish)
    }
    assert lost == {}


# ---------------------------------------------------------------- see a lawyer

LAWYER = re.compile(
    r"\b(vea|vean|ver|hable|hablen|hablar|consulte)\b[^.]{0,40}\babogad[oa]", re.IGNORECASE
)


def test_every_flag_sends_to_a_lawyer_in_both_languages_and_voices(said, content):
    for flag in content.flags:
        for told in flag.do.both():
            assert "see a lawyer" in told.lower(), flag.id
            assert LAWYER.search(said["es"][told]), (flag.id, said["es"][told])


def test_every_flag_does_not_speak_to_a_helper_as_if_they_were_the_person(content):
    for flag in content.flags:
        for told in (flag.name, flag.reason, flag.do):
            assert not re.search(r"\byours?\b", told.to_client, re.IGNORECASE), flag.id


def test_what_is_said_to_a_helper_names_the_person_and_never_calls_their_things_yours(content):
    """Web pages aside: there the reader is the one who types, whoever the answers are about.

    So are the screens and papers of an event: they speak to whoever works there.
    """
    helper = {
        value.to_client
        for name in content.__dataclass_fields__
        if name not in ("pages", "desk")
        for _, value in walk(getattr(content, name), (name,))
        if isinstance(value, Text)
    }
    allowed = {
        "Practice advisory: Prosecutorial Discretion, How to Advocate for Your Client",
    }
    found = {text for text in helper if re.search(r"\byours?\b", text, re.IGNORECASE)}
    assert found - allowed == set()


# ---------------------------------------------------------------- the upkeep of translations


def test_a_missing_a_stale_and_an_unused_translation_are_found(content, tmp_path):
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    held = content.flags[0].name.to_self
    (folder / "messages.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        f'#, fuzzy\nmsgid "{held}"\nmsgstr "Algo viejo"\n\n'
        'msgid "Nobody says this."\nmsgstr "Nadie dice esto."\n',
        encoding="utf-8",
    )
    gaps = texts.gaps(content, tmp_path, "es")
    kinds = {gap.english: gap.kind for gap in gaps}
    assert (kinds[held], kinds["Nobody says this."]) == ("stale", "unused")
    assert sum(kind == "missing" for kind in kinds.values()) == len(texts.wanted(content)) - 1
    # A text that is not there, or stale, is never guessed.
    tongue = Tongue("es", "self", translations(tmp_path, "es"))
    with pytest.raises(language.MissingTranslation):
        tongue.say(content.flags[0].name)


def test_bringing_a_translation_up_keeps_what_is_right(content, tmp_path):
    first = content.flags[0].name.to_self
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        f'msgid "{first}"\nmsgstr "En manos de inmigración"\n',
        encoding="utf-8",
    )
    upkeep.update(content, tmp_path, "es")
    assert translations(tmp_path, "es") == {first: "En manos de inmigración"}
    kinds = {gap.kind for gap in texts.gaps(content, tmp_path, "es")}
    assert kinds <= {"missing", "stale"}


def test_a_text_is_named_by_the_ids_on_the_way_to_it(content):
    places = texts.wanted(content)
    assert "flags/detained/name" in places[content.flags[0].name.to_self]


# ---------------------------------------------------------------- no text that nobody shows

SHOWN_BY = "\n".join(
    path.read_text(encoding="utf-8")
    for path in PACKAGE.rglob("*")
    if path.suffix in (".py", ".html") and path.parent.name != "content"
)


def keys_of(value):
    """Every key under which a fixed text stands, below a model of wording or pages."""
    for name, part in value:
        if isinstance(part, Text):
            yield name
        elif isinstance(part, Model):
            yield name
            yield from keys_of(part)


def test_every_fixed_text_is_shown_by_some_template_or_module(content):
    """Labels of a status or an urgency are looked up by their first word."""
    families = set(re.findall(r'label\("(\w+)"', SHOWN_BY))
    wording = content.wording
    rooms = {room: vars(wording)[room].model_fields_set for room in ("headings", "labels")}
    named = {f"{room}.{name}" for room, names in rooms.items() for name in names - {"reviewed"}
             if name.partition("_")[0] not in families}  # fmt: skip
    named |= {name for part in (wording, content.pages, content.law) for name in keys_of(part)}
    unused = {name for name in named if not re.search(rf"\b{re.escape(name)}\b", SHOWN_BY)}
    assert {name for name in unused if name.partition("_")[0] not in families} == set()
