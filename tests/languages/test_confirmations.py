"""Who found which translation right, and that a machine's guess is never taken as translated."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interview.authoring.texts import translation_checks
from interview.authoring.texts.text_checks import TextChecks
from interview.cli.main import main
from interview.languages import read_confirmations, upkeep
from interview.languages.confirmations import Confirmations, write_confirmations
from interview.loading import ContentError, load, read
from interview.loading.folders import QUESTIONS, TRANSLATIONS

DAY = date(2026, 11, 1)
RIGHT = ("Less than 90 days", "Menos de 90 días")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A translator's copy, in which every text is confirmed."""
    shutil.copytree(QUESTIONS, tmp_path / "questions")
    shutil.copytree(TRANSLATIONS, tmp_path / "translations")
    folder = tmp_path / "translations"
    upkeep.confirm(upkeep.to_confirm(folder, "es"), folder, "es", "M.R.", "translator", DAY)
    return tmp_path


def change(path: Path, right: str, wrong: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")


def unconfirmed(copy: Path) -> list[tuple[str, str]]:
    checks = TextChecks(read(copy / "questions"), copy / "translations")
    confirmations = read_confirmations(copy / "translations", "es")
    found = translation_checks.unconfirmed(checks.pairs("es"), confirmations)
    return [(finding.severity, finding.problem) for finding in found]


def ask(copy: Path, answers: str, *options: str) -> Result:
    questions = str(copy / "questions")
    return CliRunner().invoke(
        main, ["texts", "--confirm", "--questions", questions, *options], input=answers
    )


NOBODY = ("warning", "nobody has confirmed this translation")
GUESSED = ("error", "a machine proposed this translation, and nobody has confirmed it")


def test_a_changed_translation_waits_until_a_person_confirms_it(copy: Path) -> None:
    assert unconfirmed(copy) == []
    change(copy / "translations/es/LC_MESSAGES/messages.po", RIGHT[1], "Menos de noventa días")
    assert unconfirmed(copy) == [NOBODY]
    assert ask(copy, "n\n", "--by", "M.R.", "--role", "translator").exit_code == 0
    assert unconfirmed(copy) == [NOBODY]
    done = ask(copy, "y\n", "--by", "M.R.", "--role", "translator")
    assert done.output.endswith("1 confirmed, 0 still unconfirmed.\n")
    assert "Less than 90 days\nMenos de noventa días\n" in done.output
    assert unconfirmed(copy) == []


def test_nobody_confirms_without_saying_who_they_are(copy: Path) -> None:
    done = ask(copy, "y\n", "--by", "M.R.")
    assert done.exit_code != 0
    assert "Say who confirms: --by and --role" in done.output


def test_a_machine_s_guess_whose_mark_was_deleted_is_an_error(copy: Path) -> None:
    po = copy / "translations/es/LC_MESSAGES/messages.po"
    change(copy / "questions/parts/police.yaml", RIGHT[0], "Less than 90 days in all")
    upkeep.update(load(copy / "questions"), copy / "translations", "es")
    # The mark alone is an error already, of another kind.
    assert unconfirmed(copy) == []
    change(po, "#, fuzzy\n", "")
    assert unconfirmed(copy) == [GUESSED]
    ask(copy, "y\n", "--by", "M.R.", "--role", "translator")
    assert unconfirmed(copy) == []


def test_a_guess_that_a_person_mended_is_a_guess_no_more(copy: Path) -> None:
    change(copy / "questions/parts/police.yaml", RIGHT[0], "Less than 90 days in all")
    upkeep.update(load(copy / "questions"), copy / "translations", "es")
    change(copy / "translations/es/LC_MESSAGES/messages.po", "#, fuzzy\n", "")
    change(copy / "translations/es/LC_MESSAGES/messages.po", RIGHT[1], "Menos de noventa días")
    assert unconfirmed(copy) == [NOBODY]


def test_who_and_when_are_kept_and_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "es").mkdir()
    kept, gone = RIGHT, ("Gone", "Ido")
    found = Confirmations()
    found.confirm([kept, gone], "first edition", "edition", DAY)
    found.confirm([kept], "M.R.", "translator", DAY)
    write_confirmations(tmp_path, "es", found, [kept])
    again = read_confirmations(tmp_path, "es")
    assert [(c.by, c.role, c.on, len(c.texts)) for c in again.confirmed] == [
        ("first edition", "edition", "2026-11-01", 1),
        ("M.R.", "translator", "2026-11-01", 1),
    ]
    assert (again.state(*kept), again.state(*gone)) == ("confirmed", "new")


@pytest.mark.parametrize("written", ["confirmed: [x]", "- x", "confirmed: [{by: M.R.}]", "a: [b"])
def test_a_file_of_confirmations_that_cannot_be_read_says_where(
    tmp_path: Path, written: str
) -> None:
    (tmp_path / "es").mkdir()
    (tmp_path / "es" / "confirmed.yaml").write_text(written, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_confirmations(tmp_path, "es")
    assert [problem.file for problem in caught.value.problems] == ["confirmed.yaml"]
