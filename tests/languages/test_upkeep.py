"""The translator's file: what `interview texts` does to it, and that others' tools read it."""

import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from babel.messages import Message
from babel.messages.pofile import read_po

from interview.authoring.texts import TextChecks
from interview.content import Content
from interview.languages import (
    Tongue,
    catalog_file,
    is_ready,
    read_catalog,
    read_confirmations,
    read_languages,
    texts,
    translations,
    upkeep,
)
from interview.loading import QUESTIONS, TRANSLATIONS, ContentError, load, read

TRANSLATED = [one.code for one in read_languages(TRANSLATIONS).translated()]
# What a checker of files counts as a mistake and a translator does on purpose: other quotes and
# brackets, ¿, two sentences for one, names as they are.
STYLE = (
    "acronyms", "brackets", "doublequoting", "doublewords", "endpunc", "puncspacing",
    "sentencecount", "short", "simplecaps", "singlequoting", "startcaps", "startpunc", "unchanged",
)  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(QUESTIONS, tmp_path / "questions")
    shutil.copytree(TRANSLATIONS, tmp_path / "translations")
    return tmp_path


def change(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for right, wrong in changes:
        assert right in text, right
        text = text.replace(right, wrong, 1)
    path.write_text(text, encoding="utf-8")


def brought_up(copy: Path) -> str:
    """The Spanish file after `interview texts`."""
    upkeep.update(load(copy / "questions"), copy / "translations", "es")
    return catalog_file(copy / "translations", "es").read_text(encoding="utf-8")


def entry(written: str, english: str) -> str:
    """What stands in a file for one text."""
    return next(e for e in written.split("\n\n") if f'\nmsgid "{english}"' in e)


# ---------------------------------------------------------------- the file


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_product_s_own_files_are_up_to_date(content: Content, copy: Path, code: str) -> None:
    before = catalog_file(TRANSLATIONS, code).read_text(encoding="utf-8")
    upkeep.update(content, copy / "translations", code)
    assert catalog_file(copy / "translations", code).read_text(encoding="utf-8") == before
    template = copy / "translations" / "messages.pot"
    before = template.read_text(encoding="utf-8")
    upkeep.write_template(content, copy / "translations")
    assert template.read_text(encoding="utf-8") == before


def test_a_text_has_its_places_and_whom_it_speaks_to(copy: Path) -> None:
    written = brought_up(copy)
    assert entry(written, "When were you born?") == (
        "#. Said to the person.\n"
        "#: parts/arrival/questions/birth_date/ask\n"
        'msgid "When were you born?"\n'
        'msgstr "¿Cuándo nació usted?"'
    )
    helped = entry(written, "When was the person born?")
    assert helped.startswith("#. Said to someone who helps the person.\n")


def test_the_earlier_wording_of_a_text_is_found_by_its_place(copy: Path) -> None:
    """Also where another text that is wanted no more is more like it."""
    arrival = copy / "questions" / "parts" / "arrival.yaml"
    change(arrival, ("When were you born?", "Say your own date of birth, please."))
    glossary = copy / "translations" / "es" / "LC_MESSAGES" / "messages.po"
    with glossary.open("a", encoding="utf-8") as file:
        file.write(
            '\nmsgid "Say your own date of birth, please!"\nmsgstr "Otra cosa muy distinta."\n'
        )
    assert entry(brought_up(copy), "Say your own date of birth, please.") == (
        "#. Said to the person.\n"
        "#: parts/arrival/questions/birth_date/ask\n"
        "#, fuzzy\n"
        '#| msgid "When were you born?"\n'
        'msgid "Say your own date of birth, please."\n'
        'msgstr "¿Cuándo nació usted?"'
    )


def test_a_text_that_another_place_still_says_is_offered_and_kept(copy: Path) -> None:
    content = load(copy / "questions")
    shared = next(
        english for english, places in texts.wanted(content).items()
        if len(places) > 1 and any(p.startswith("flags/detained/") for p in places)
    )  # fmt: skip
    spanish = translations(copy / "translations", "es")[shared]
    found = upkeep._EarlierWordings(
        read_catalog(copy / "translations", "es"),
        {english: [p for p in places if "flags/detained" not in p or english != shared]
         for english, places in texts.wanted(content).items()},
    )  # fmt: skip
    place = next(p for p in texts.wanted(content)[shared] if p.startswith("flags/detained/"))
    message = found.of("Something new.", [place], "Said to the person and to a helper alike.")
    assert message is not None
    assert (message.id, message.string, found.taken) == (shared, spanish, set())


def test_what_nothing_says_any_more_is_kept_as_obsolete_and_comes_back(copy: Path) -> None:
    arrival = copy / "questions" / "parts" / "arrival.yaml"
    before = catalog_file(copy / "translations", "es").read_text(encoding="utf-8")
    confirmed = read_confirmations(copy / "translations", "es")
    file = catalog_file(copy / "translations", "es")
    with file.open("a", encoding="utf-8") as end:
        end.write('\nmsgid "Nobody says this."\nmsgstr "Nadie dice esto."\n')
    written = brought_up(copy)
    assert '\n#~ msgid "Nobody says this."\n#~ msgstr "Nadie dice esto."\n' in written
    assert [gap.kind for gap in texts.gaps(load(copy / "questions"), file.parents[2], "es")] == []
    change(arrival, ("When were you born?", "Nobody says this."))
    said = entry(brought_up(copy), "Nobody says this.")
    assert said.endswith('msgstr "Nadie dice esto."') and "fuzzy" not in said
    # And back again: nothing was lost, and what was confirmed is.
    change(arrival, ("Nobody says this.", "When were you born?"))
    assert brought_up(copy).startswith(before.rstrip("\n"))
    again = read_confirmations(copy / "translations", "es")
    assert again.confirmed == confirmed.confirmed


def test_an_earlier_wording_stays_until_the_text_is_mended(copy: Path) -> None:
    change(
        copy / "questions" / "parts" / "arrival.yaml",
        ("When were you born?", "On which day were you born?"),
    )
    first = brought_up(copy)
    assert brought_up(copy) == first
    file = catalog_file(copy / "translations", "es")
    change(file, ('#, fuzzy\n#| msgid "When were you born?"\n', ""))
    mended = brought_up(copy)
    assert '"When were you born?"' not in mended
    assert "# |" not in first + mended


@pytest.mark.parametrize("form", ["NFD", "NFC"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_mark_at_the_start_and_accents_apart_are_read_as_what_they_are(
    copy: Path, form: str, mark: str
) -> None:
    file = catalog_file(copy / "translations", "es")
    text = file.read_text(encoding="utf-8")
    file.write_text(mark + unicodedata.normalize(form, text), encoding="utf-8")
    assert translations(copy / "translations", "es") == translations(TRANSLATIONS, "es")


# ---------------------------------------------------------------- the same English twice

MEMO = 'msgctxt "of a memo"\nmsgid "Ended"\nmsgstr "{}"'


def test_the_same_english_can_have_two_translations(copy: Path) -> None:
    labels = copy / "questions" / "wording.yaml"
    change(labels, ("  memo_ended: Ended\n", "  memo_ended: {text: Ended, context: of a memo}\n"))
    written = brought_up(copy)
    # It begins with what was said there, for a person to look at.
    assert MEMO.format("Terminó") in written and "#: wording/labels/status_ended\n" in written
    folder, content = copy / "translations", load(copy / "questions")
    assert [gap.kind for gap in texts.gaps(content, folder, "es")] == ["stale"]
    file = catalog_file(folder, "es")
    text = file.read_text(encoding="utf-8")
    entry_of_memo = next(e for e in text.split("\n\n") if "msgctxt" in e)
    mended = f"#: wording/labels/memo_ended\n{MEMO.format('Se acabó')}"
    file.write_text(text.replace(entry_of_memo, mended), encoding="utf-8")
    assert texts.gaps(content, folder, "es") == []
    spanish = Tongue("es", "self", translations(folder, "es"))
    said = content.wording.labels
    assert spanish.say(said.memo_ended) == "Se acabó"
    assert spanish.say(said.status_ended) == "Terminó"
    assert Tongue("en", "self", {}).say(said.memo_ended) == "Ended"
    found = TextChecks(read(copy / "questions"), folder).run()
    assert [one.check for one in found if one.severity == "error"] == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{context: of a memo}", "write one sentence for everybody"),
        ("{text: Ended}", "write one sentence for everybody"),
        ("{text: Ended, context: of a memo, note: x}", "write one sentence for everybody"),
        ("{text: {self: Ended, client: Ended}, context: of a memo}", "write one sentence"),
        ("{text: Ended, context: }", "context: write a word"),
        ("{text: Ended, context: ' '}", "context: write a word"),
        ("{text: Ended, context: [of a memo]}", "context: write a word"),
        ("{text: Ended, context: {of: a memo}}", "context: write a word"),
    ],
)
def test_a_context_is_a_word_beside_a_text(copy: Path, written: str, said: str) -> None:
    labels = copy / "questions" / "wording.yaml"
    change(labels, ("  memo_ended: Ended\n", f"  memo_ended: {written}\n"))
    with pytest.raises(ContentError, match=f"memo_ended: {said}"):
        load(copy / "questions")


# ---------------------------------------------------------------- the tools of others


def keyed(message: Message) -> str:
    """A text as the content knows it: with its context in front where it has one."""
    return f"{message.context}\x04{message.id}" if message.context else str(message.id)


@pytest.mark.parametrize("code", TRANSLATED)
def test_babel_reads_every_text(content: Content, code: str) -> None:
    with catalog_file(TRANSLATIONS, code).open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    assert {keyed(message) for message in catalog if is_ready(message)} == set(
        texts.wanted(content)
    )
    assert [error for _, error in catalog.check()] == []


def pybabel(*arguments: str) -> None:
    command = [sys.executable, "-m", "babel.messages.frontend", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("code", TRANSLATED)
def test_pybabel_compiles_and_updates_the_files(copy: Path, code: str) -> None:
    folder = copy / "translations"
    before = translations(folder, code)
    pybabel("compile", "-d", str(folder))
    assert (folder / code / "LC_MESSAGES" / "messages.mo").stat().st_size > 100_000
    pybabel("update", "-i", str(folder / "messages.pot"), "-d", str(folder), "-l", code)
    assert translations(folder, code) == before
    assert texts.gaps(load(copy / "questions"), folder, code) == []


def test_pybabel_starts_a_new_language_from_the_template(content: Content, copy: Path) -> None:
    folder = copy / "translations"
    pybabel("init", "-i", str(folder / "messages.pot"), "-d", str(folder), "-l", "pt")
    catalog = read_catalog(folder, "pt")
    assert {keyed(message) for message in catalog if message.id} == set(texts.wanted(content))


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_checks_of_translators_programs_find_nothing(tmp_path: Path, code: str) -> None:
    pytest.importorskip("translate.filters.pofilter")
    out = tmp_path / "out.po"
    command = [
        sys.executable, "-c", "from translate.filters.pofilter import main; main()",
        "--progress=none", f"--language={code}", *[f"--excludefilter={name}" for name in STYLE],
        str(catalog_file(TRANSLATIONS, code)), str(out),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    assert not out.exists() or "(pofilter)" not in out.read_text(encoding="utf-8")
