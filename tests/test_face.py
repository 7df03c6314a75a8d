"""The public face: `from interview import load`, as a program of somebody else would use it."""

import datetime
import doctest
import importlib
import json
import re
import shutil
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from spoken import LANGUAGES

import interview
from interview.cli.main import main
from interview.loading.folders import QUESTIONS

ROOT = Path(__file__).parent.parent
DAY = datetime.date(2015, 6, 15)
LATER = datetime.date(2026, 11, 29)
HELD = {"detained": True, "birth_date": "1994-03", "family": ["child_citizen_lpr"], "state": "TX"}


@pytest.fixture(scope="module")
def questionnaire():
    return interview.load()


@pytest.fixture(scope="module")
def result(questionnaire):
    return questionnaire.screen(HELD, as_of=DAY)


@pytest.fixture
def printed(runner, tmp_path):
    """What the command line prints of some answers."""

    def printed(answers, *options):
        file = tmp_path / "person.json"
        file.write_text(json.dumps(answers), encoding="utf-8")
        return runner.invoke(main, ["screen", str(file), "--as-of", "2015-06-15", *options]).stdout

    return printed


# ---------------------------------------------------------------- the examples


@pytest.mark.parametrize("name", ["interview", "interview.questionnaire", "interview.result"])
def test_every_example_of_the_face_runs(name):
    ran = doctest.testmod(importlib.import_module(name))
    assert ran.failed == 0
    assert ran.attempted > 0


def test_the_example_of_the_readme_is_the_one_that_runs():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```python\n(.*?)```", readme, re.S)
    assert example in interview.__doc__


def test_everything_that_the_face_shows_is_documented():
    shown = [getattr(interview, name) for name in interview.__all__]
    parts = [
        part
        for thing in shown
        for name, part in vars(thing).items()
        if not name.startswith("_") and (callable(part) or isinstance(part, property))
    ]
    assert len(parts) > len(shown)
    assert [thing for thing in (*shown, *parts) if not thing.__doc__] == []


def test_what_the_face_does_not_show_is_not_there():
    with pytest.raises(AttributeError, match="has no attribute 'screen'"):
        interview.screen  # noqa: B018


# ---------------------------------------------------------------- a result


@pytest.mark.parametrize("answers", [{}, HELD, {"case_stage": "final_order"}], ids=len)
def test_a_result_is_what_the_command_line_prints_as_json(questionnaire, printed, answers):
    result = questionnaire.screen(answers, as_of=DAY)
    assert result.to_dict() == json.loads(printed(answers, "--format", "json"))


@pytest.mark.parametrize("as_of", [DAY, LATER], ids=str)
def test_the_properties_of_a_result_say_what_its_json_says(questionnaire, as_of):
    answers = {**HELD, "daca_history": "current", "daca_expiry_date": "2027-02"}
    result = questionnaire.screen(answers, as_of=as_of)
    court = result.circuit
    assert (court is None) == (as_of == DAY)
    written = {"court": court.court, "bond": court.bond, "since": str(court.since)} if court else {}
    assert {
        "as_of": result.as_of.isoformat(),
        "lane": result.lane,
        "programs": {
            program: {"result": one.result, "criteria": dict(one.criteria)}
            for program, one in result.programs.items()
        },
        "priority": {
            "level": result.priority.level,
            "grounds": [*result.priority.grounds],
            "possible": [*result.priority.possible],
        },
        "flags": [{"id": flag.id, "urgency": flag.urgency} for flag in result.flags],
        "missing": [*result.missing],
        "factors": {
            "positive": [*result.factors.positive],
            "adverse": [*result.factors.adverse],
        },
        "escalation": {
            "shown": result.escalation.shown,
            "steps": [*result.escalation.steps],
        },
        "options": [*result.options],
        "memos": [{"id": memo.id, "status": memo.status} for memo in result.memos],
        "status": dict(result.status),
        "notes": [*result.notes],
        "deadlines": [
            {"id": one.id, "from": one.first, "to": one.last} for one in result.deadlines
        ],
        "today": [*result.today],
        **({"circuit": written} if court else {}),
    } == result.to_dict()
    assert (result.deadlines, result.today) != ((), ())


def test_the_same_answers_give_the_same_result_and_others_another(questionnaire, result):
    assert questionnaire.screen(HELD, as_of=DAY) == result
    assert questionnaire.screen({}, as_of=DAY) != result


def test_a_result_cannot_be_changed(result):
    before = result.to_dict()
    with pytest.raises(FrozenInstanceError):
        result.lane = "blue"
    with pytest.raises(TypeError):
        result.programs["daca"] = None
    result.to_dict()["flags"].clear()
    assert result.to_dict() == before


# ---------------------------------------------------------------- a summary


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("voice", ["self", "client"])
def test_a_summary_is_what_the_command_line_prints(questionnaire, printed, language, voice):
    answers = {**HELD, "answering_for": voice}
    summary = questionnaire.screen(answers, as_of=DAY).summary(language, voice)
    assert summary.text() == printed(answers, "--lang", language)
    assert summary.html() == printed(answers, "--lang", language, "--format", "html")


def test_the_blocks_of_a_summary_stand_in_its_text_in_their_order(result):
    summary = result.summary()
    lines = summary.text().splitlines()
    places = [lines.index(block.title) for block in summary.blocks]
    assert places == sorted(places)
    assert summary.headline in lines


# ---------------------------------------------------------------- what is refused


def test_every_answer_that_cannot_be_taken_is_named(questionnaire):
    with pytest.raises(interview.AnswersError) as refused:
        questionnaire.screen(
            {"detaned": "yes", "state": "TX", "birth_date": "1994-02-29"}, as_of=DAY
        )
    assert refused.value.problems == {
        "detaned": 'there is no question "detaned". Did you mean "detained"?',
        "birth_date": "1994-02-29 does not exist. Check the day, the month and the year",
    }
    assert str(refused.value).splitlines() == [
        f"{fact}: {wrong}" for fact, wrong in refused.value.problems.items()
    ]


@pytest.mark.parametrize("day", [None, "2015-06-15", datetime.datetime(2015, 6, 15, 12)])
def test_the_day_is_a_day_and_nothing_else(questionnaire, day):
    with pytest.raises(TypeError, match=r"as_of is a datetime\.date, a local day"):
        questionnaire.screen(HELD, as_of=day)


def test_the_day_is_never_left_to_a_clock(questionnaire):
    with pytest.raises(TypeError, match="as_of"):
        questionnaire.screen(HELD)


@pytest.mark.parametrize(
    ("language", "voice", "message"),
    [
        ("tlh", "self", 'there is no language "tlh". Languages: en'),
        ("en", "we", 'there is no voice "we". Voices: self, client'),
    ],
)
def test_a_language_or_voice_that_is_not_there_is_told_with_those_that_are(
    result, language, voice, message
):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        result.summary(language, voice)


# ---------------------------------------------------------------- a changed copy


@pytest.fixture
def folder(tmp_path):
    """A copy of the questions without translations of its own, to change."""
    return Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))


def _change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def test_a_changed_copy_is_loaded_from_its_folder(folder):
    _change(folder / "interview.yaml", "name: Next Steps", "name: First Steps")
    result = interview.load(str(folder)).screen(HELD, as_of=DAY)
    assert result.summary().text().splitlines()[1] == "First Steps"
    with pytest.raises(interview.LanguageError, match="there is no es text for 'First Steps'"):
        result.summary("es")


def test_a_broken_copy_is_refused_with_file_and_line(folder):
    line = _change(folder / "flags.yaml", "condition: detained is yes", "condition: detaned is yes")
    with pytest.raises(interview.ContentError) as refused:
        interview.load(folder)
    assert str(refused.value) == (
        f'questions/flags.yaml:{line}: detained: there is no question "detaned". '
        'Did you mean "detained"?'
    )


def test_a_broken_translation_is_refused_with_file_and_line(folder):
    file = folder.parent / "translations" / "es" / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    file.write_text('msgid "Next Steps\n', encoding="utf-8")
    with pytest.raises(interview.LanguageError, match=r"messages\.po:1: "):
        interview.load(folder).screen(HELD, as_of=DAY).summary("es")


# ---------------------------------------------------------------- the command line


def test_python_m_interview_is_the_command_line():
    ran = subprocess.run(
        [sys.executable, "-m", "interview", "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Next Steps: a guided legal interview." in ran.stdout
