"""The claims hold of the product's files; each of them notices the rule that it forbids."""

import datetime
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from editing import edited

from interview.authoring.claims.claim_reader import read_claims
from interview.authoring.claims.claims import Claim
from interview.authoring.crowd.people import MadeUpPerson, Span, answerable, whole_span
from interview.authoring.prove.proving import Proving, Verdict
from interview.authoring.prover.editions import Edition
from interview.authoring.prover.people import Cast
from interview.authoring.prover.people_in_words import in_words, worked_case
from interview.authoring.prover.smallest_people import smallest
from interview.authoring.prover.solver import FALSE, TRUE
from interview.cli.main import main
from interview.content import Content
from interview.files.cases import read_cases
from interview.loading import ContentError, load
from interview.loading.folders import QUESTIONS, TRANSLATIONS

TODAY = datetime.date(2026, 10, 2)
ONE_DAY = Span(datetime.date(2015, 3, 18), datetime.date(2015, 3, 18))
CLAIMS = read_claims(QUESTIONS, load(QUESTIONS))


def prove(folder: Path, name: str, span: Span | None = None) -> Verdict:
    """Prove one claim of a folder's own claims."""
    edition = Edition(load(folder))
    [claim] = [c for c in read_claims(folder, edition.content) if c.id == name]
    proving = Proving(folder, TRANSLATIONS, edition, span or whole_span(edition.content, TODAY))
    return proving.prove(claim)


# ---------------------------------------------------------------- the product's own claims


def test_every_safety_statement_has_a_claim() -> None:
    assert {claim.statement for claim in CLAIMS} == {str(number) for number in range(1, 12)}


@pytest.fixture(scope="module")
def product() -> Proving:
    """The product's own content, put to the prover once."""
    content = load(QUESTIONS)
    return Proving(QUESTIONS, TRANSLATIONS, Edition(content), whole_span(content, TODAY))


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_holds_of_all_people_on_every_day_of_the_law(
    claim: Claim, product: Proving
) -> None:
    verdict = product.prove(claim)
    assert (verdict.wrong, verdict.counterexamples) == ((), ())


def test_the_days_of_a_proof_go_from_the_first_event_to_today_or_the_last(content: Content) -> None:
    dates = [event.date for timeline in content.law.timelines for event in timeline.events]
    assert whole_span(content, datetime.date(2030, 1, 1)) == Span(
        min(dates), datetime.date(2030, 1, 1)
    )
    assert whole_span(content, datetime.date(2020, 1, 1)) == Span(min(dates), max(dates))


# ---------------------------------------------------------------- broken rules

# The claim that must notice, the file, and one line changed.
BROKEN = [
    (
        "urgent_answers_raise_their_flag",
        "flags.yaml",
        "- id: detained\n  urgency: now",
        "- id: detained\n  urgency: before",
    ),
    (
        "urgent_flags_send_to_a_lawyer",
        "flags.yaml",
        "See a lawyer today, before you sign or say anything.",
        "Be careful today, before you sign or say anything.",
    ),
    (
        "going_on_never_takes_an_urgent_flag_away",
        "flags.yaml",
        "condition: case_stage is one of nta_received, in_proceedings",
        'condition: {all: ["case_stage is one of nta_received, in_proceedings", '
        "{none: [flag fear is raised]}]}",
    ),
    (
        "not_sure_never_helps",
        "criteria.yaml",
        "condition: in_us_now is yes",
        "condition: in_us_now is not known",
    ),
    (
        "unknown_is_right",
        "criteria.yaml",
        "condition: in_us_now is yes",
        "condition: in_us_now is not known",
    ),
    (
        "one_more_on_record_never_helps",
        "conditions.yaml",
        "- felony_over_one_year is yes",
        "- felony_over_one_year is no",
    ),
    ("dapa_only_where_no_ground_holds", "criteria.yaml", "- any ground", "- ground 1d"),
    (
        "expanded_daca_never_open",
        "law.yaml",
        "status: blocked\n    headline: >-\n      Expanded DACA",
        "status: open\n    headline: >-\n      Expanded DACA",
    ),
    (
        "dapa_never_open",
        "law.yaml",
        "status: blocked\n    headline: >-\n      DAPA",
        "status: open\n    headline: >-\n      DAPA",
    ),
    (
        "priorities_end",
        "law.yaml",
        "date: 2017-02-20\n    event: DHS ended the 2014 list by name",
        "date: 2017-02-21\n    event: DHS ended the 2014 list by name",
    ),
    (
        "first_daca_requests_closed_2017",
        "law.yaml",
        "date: 2020-12-04\n    event: A court in New York",
        "date: 2020-12-03\n    event: A court in New York",
    ),
    (
        "first_daca_requests_closed_2021",
        "law.yaml",
        "date: 2021-07-16\n    event: A court in Texas decided",
        "date: 2021-07-17\n    event: A court in Texas decided",
    ),
    (
        "no_text_opens_dapa",
        "programs/dapa.yaml",
        "That is a match with a list on paper.",
        "You can ask for DAPA now.",
    ),
    (
        "no_text_calls_the_priorities_protection",
        "priorities.yaml",
        "Being off the list never meant that a person could not be",
        "The 2014 memo protects you. Being off the list never meant that a person could not be",
    ),
    (
        "no_text_invites_a_first_request_2017",
        "law.yaml",
        "It takes renewals only, for one year at a time.",
        "USCIS takes first requests too.",
    ),
    (
        "no_text_invites_a_first_request_2021",
        "law.yaml",
        "USCIS still renews DACA in every state.\n      It may not grant first requests.",
        "USCIS still renews DACA in every state.\n      It grants first requests.",
    ),
    (
        "escalation_only_where_it_cannot_harm",
        "discretion/escalation.yaml",
        "  - request is denied",
        "  - request is one of pending, denied",
    ),
    (
        "letter_only_where_it_cannot_harm",
        "discretion/escalation.yaml",
        "  - request is denied",
        "  - request is one of pending, denied",
    ),
    (
        "every_path_ends_and_every_question_matters",
        "parts/immigration.yaml",
        "asked_if: birthday 21 is after as_of",
        "asked_if: as_of is before 1990-01-01",
    ),
    (
        "both_languages_agree",
        "parts/urgent.yaml",
        "short: Held by immigration now",
        "short: Held by immigration today",
    ),
]


@pytest.mark.sampled(8)
@pytest.mark.parametrize(("claim", "file", "before", "after"), BROKEN, ids=lambda text: text[:40])
def test_the_claim_that_forbids_a_broken_rule_notices_it(
    tmp_path: Path, claim: str, file: str, before: str, after: str
) -> None:
    span = None if claim in ("not_sure_never_helps",) else ONE_DAY
    assert prove(edited(tmp_path, file, before, after), claim, span).proved is False


def test_a_claim_that_no_rule_can_break_still_has_somebody_to_speak_of(tmp_path: Path) -> None:
    before = "urgencies includes before, lane is yellow"
    folder = edited(tmp_path, "claims.yaml", before, "lane is red, lane is blue")
    assert prove(folder, "urgent_flags_end_in_red_or_orange").wrong == (
        'nobody is like this, so the claim says too little: "all (lane is red; lane is blue)"',
    )


def test_the_smallest_person_who_breaks_a_claim_is_found_and_nothing_can_be_left_out(
    tmp_path: Path,
) -> None:
    before = "- id: conviction\n  urgency: soon"
    folder = edited(tmp_path, "flags.yaml", before, before.replace("soon", "before"))
    verdict = prove(folder, "urgent_answers_raise_their_flag", ONE_DAY)
    [example] = verdict.counterexamples
    assert example.broken == (
        "when any_conviction is yes, then "
        "all (lane is one of red, orange; flags includes conviction)",
    )
    edition = Edition(load(folder))
    lanes = {
        fact: edition.conclude({f: v for f, v in example.people[0].answers.items() if f != fact},
                               ONE_DAY.last)["lane"]
        for fact in example.people[0].answers
    }  # fmt: skip
    # Without any other answer there is another reason; without the conviction there is none.
    assert lanes.pop("any_conviction") == "yellow"
    assert lanes and set(lanes.values()) <= {"red", "orange"}


@pytest.mark.audit
def test_two_people_are_shown_where_a_claim_compares_two(tmp_path: Path) -> None:
    before = "condition: security_concern is yes"
    folder = edited(tmp_path, "priorities.yaml", before, before.replace("yes", "no"))
    verdict = prove(folder, "one_more_on_record_never_helps", ONE_DAY)
    broken = {change for example in verdict.counterexamples for change in example.broken}
    assert verdict.proved is False
    assert broken <= {f"level goes from 1 to {level}" for level in ("2", "3", "none")}
    for example in verdict.counterexamples:
        before, after = example.people
        changed = {f for f in after.answers if before.answers.get(f) != after.answers[f]}
        assert changed == {"security_concern"}


# ---------------------------------------------------------------- in words


def test_a_person_is_told_in_plain_words(content: Content) -> None:
    person = MadeUpPerson(
        {
            "detained": "no",
            "birth_date": "1996-02",
            "first_arrival_date": "2007-06-15",
            "last_conviction_date": "2012",
            "family": ["spouse_citizen_lpr", "unsure"],
            "health": [],
            "state": "TX",
        },
        datetime.date(2015, 3, 18),
    )
    assert list(in_words(person, Edition(content))) == [
        "As of March 18, 2015, someone with these answers:",
        "  Held by immigration now: no",
        "  Date of birth: February 1996",
        "  State or territory: Texas",
        "  First came to live here: June 15, 2007",
        "  Date of the last conviction: 2012",
        f"  Family with citizenship or a green card: {_label(content)}; not sure about the rest",
        "  Health: none of these",
        "  Everything else: not answered",
    ]


def _label(content: Content) -> str:
    [family] = [question for question in content.questions if question.id == "family"]
    return family.values[0].label.to_self


def test_a_person_can_be_pasted_as_a_worked_case_that_holds(
    tmp_path: Path, content: Content
) -> None:
    person = MadeUpPerson(
        {"case_stage": "final_order", "removal_order_date": "2014-01-01", "family": []},
        datetime.date(2015, 3, 18),
    )
    edition = Edition(content)
    (tmp_path / "cases").mkdir()
    text = worked_case(person, edition)
    (tmp_path / "cases" / "found.yaml").write_text(text, encoding="utf-8")
    [case] = read_cases(tmp_path, edition.reader)
    assert (case.as_of, case.answers) == (person.as_of, person.answers)
    expected = edition.expected(person.answers, person.as_of)
    assert {key: value or [] for key, value in case.expect.items()} == {
        key: expected[key] for key in case.expect
    }


# ---------------------------------------------------------------- claims about nothing

WRONG = [
    ("never: detaned is yes",
     'there is no question or conclusion "detaned". Did you mean "detained"?'),
    ("never: lane is green", 'there is no value of lane "green". Known: red, orange, yellow, blue'),
    ("never: flags includes detaind",
     'there is no value of flags "detaind". Did you mean "detained"?'),
    ("never: program dacca is matches", 'there is no program "dacca". Did you mean "daca"?'),
    ("never: ground 9z", 'there is no ground "9z". Known: 1a, 1b, 1c, 1d, 1e, 2a, 2b, 2c, 2d, 3'),
    ("never: flags is detained", '"flags" is a list: use includes, includes any of, has any'),
    ("never: detained includes yes", '"detained" is no list: use is, is not, is one of'),
    ("walks: every path", "a claim has exactly one of never, always, change, status, text, "
     "flag_text, walk, check"),
    ("status: {timeline: dappa, never: [open]}",
     'there is no timeline "dappa". Did you mean "dapa"?'),
    ("status: {timeline: dapa, never: [opened]}",
     'there is no status "opened". Did you mean "open"?'),
    ("status: {timeline: dapa, from: 2017-02-30}", '"2017-02-30" is no date. Write 2015-06-15'),
    ("status: {timeline: dapa, never: [open]}",
     "name what the status never is, and what it is seen to be"),
    ("check: [missing_spanich]", 'there is no check "missing_spanich". '
     'Did you mean "missing_translation"?'),
    ("check: []", "name at least one check"),
    ("walk: every pth", 'there is no walk "every pth". Did you mean "every path"?'),
    ("always: []", "add a list of when: ... and then: ..."),
    ("flag_text: {urgencies: [now], en: [see a lawyer]}",
     'there are no words for es here. Add a line "es: [...]"'),
    ("flag_text: {urgencies: [later], en: [see], es: [vea]}",
     'there is no urgency of a flag "later". Known: now, soon, before'),
    ("change: [felony_labl goes from no to yes]",
     'there is no question with one value "felony_labl". Did you mean "felony_label"?'),
    ("change: [felony_label goes from no to maybe]", 'there is no value "maybe". Known: yes, no'),
    ("change: [family gains]", 'cannot read "family gains". Write: known answers become unsure; '
     "unknown answers become known; more questions are reached; felony_label goes from no to yes; "
     "or significant_offenses gains a value"),
    ("change: [family gains a value]\n  never_changes: [lane goes from red to pink]",
     'there is no value "pink". Known: red, orange, yellow, blue'),
    ("change: [family gains a value]\n  "
     "never_changes: [any progam goes from matches to anything else]",
     '"any progam" is nothing that changes. Use program, criterion, ground, flag'),
    ("change: [family gains a value]\n  apart_from: [not_shure]",
     'there is no criterion or flag "not_shure". Did you mean "not_sure"?'),
]  # fmt: skip


@pytest.mark.parametrize(("body", "message"), WRONG, ids=lambda text: text[:40])
def test_a_claim_that_names_nothing_loaded_is_refused_on_its_line(
    tmp_path: Path, content: Content, body: str, message: str
) -> None:
    text = f"claims:\n- id: one\n  statement: 1\n  says: Something.\n  {body}\n"
    (tmp_path / "claims.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        read_claims(tmp_path, content)
    said = {problem.message: problem.line for problem in refused.value.problems}
    assert message in said
    assert said[message] in range(2, 7)


def test_a_word_list_that_does_not_catch_its_own_examples_is_refused(tmp_path: Path) -> None:
    folder = edited(tmp_path, "claims.yaml", "DAPA is open to parents of citizens.", "DAPA sleeps.")
    with pytest.raises(ContentError, match=r'these words do not catch \(en\): "DAPA sleeps."'):
        read_claims(folder, load(folder))


# ---------------------------------------------------------------- the command


def test_prove_prints_each_claim_and_what_was_proved(runner: CliRunner) -> None:
    result = runner.invoke(
        main, ["prove", "--claim", "dapa_never_open", "--as-of", "2015-03-18"]
    )  # fmt: skip
    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert lines[0].startswith("proved      6  dapa_never_open  0.")
    assert lines[1].startswith("1 of 1 claims proved, as of 2015-03-18, in 0.")


def test_prove_shows_who_breaks_a_claim_and_ends_with_status_1(
    runner: CliRunner, tmp_path: Path
) -> None:
    before = "- id: detained\n  urgency: now"
    folder = edited(tmp_path, "flags.yaml", before, before.replace("now", "before"))
    claim = "urgent_answers_raise_their_flag"
    command = ["prove", "--questions", str(folder), "--claim", claim, "--as-of", "2015-03-18"]
    result = runner.invoke(main, command)
    assert result.exit_code == 1
    assert "questions/claims.yaml:" in result.output
    assert "  Held by immigration now: yes" in result.output
    assert "detained: yes" in result.output.split("answers: {")[1].split("}")[0]
    assert "0 of 1 claims proved" in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--claim", "nonsense"],
            "there is no claim nonsense. Known: urgent_flags_end_in_red_or_orange, ",
        ),
        (["--as-of", "2015-02-30"], '"2015-02-30" is no date. Write 2015-06-15'),
    ],
)
def test_prove_refuses_what_it_cannot_do(
    runner: CliRunner, arguments: list[str], message: str
) -> None:
    result = runner.invoke(main, ["prove", *arguments])
    assert (result.exit_code, message in result.output) == (2, True)


def test_prove_needs_a_file_of_claims(runner: CliRunner, tmp_path: Path) -> None:
    shutil.copytree(QUESTIONS, tmp_path / "questions")
    (tmp_path / "questions" / "claims.yaml").unlink()
    result = runner.invoke(main, ["prove", "--questions", str(tmp_path / "questions")])
    assert result.exit_code == 2
    assert "questions/claims.yaml:1: the file cannot be read" in result.output


@pytest.mark.parametrize("command", [["prove"], ["diff", "questions", "questions"], ["walk"]])
def test_without_the_prover_the_commands_say_how_to_install_it(
    runner: CliRunner, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setitem(sys.modules, "z3", None)
    for name in [name for name in sys.modules if name.startswith("interview.authoring.prover")]:
        monkeypatch.delitem(sys.modules, name)
    result = runner.invoke(main, command)
    assert result.exit_code == 2
    assert "pip install z3-solver" in result.output


def test_nobody_is_found_where_nobody_can_be(content: Content) -> None:
    cast = Cast(answerable(content), ONE_DAY)
    assert smallest(cast, [cast.answers], FALSE, TODAY, TRUE) is None
