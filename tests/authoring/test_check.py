"""Mistakes planted in a copy of the real content: each is reported on its line, with a remedy."""

import json
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from interview.authoring.check import content_check
from interview.authoring.check.content_check import check_content
from interview.authoring.texts.findings import Finding
from interview.cli.main import main
from interview.loading.folders import QUESTIONS, TRANSLATIONS

TODAY = date(2026, 11, 1)
PO = "translations/es/messages.po"


@dataclass(frozen=True)
class Mistake:
    """What to write instead of what, in which file, and what must be said of it."""

    file: str
    right: str
    wrong: str
    check: str
    says: str
    # The finding stands on the line of this text; of the mistake's first line when empty.
    on_line_of: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.says}"


SCHEMA = [
    Mistake("questions/flags.yaml", "  urgency: now", "  urgncy: now", "content",
            'Did you mean "urgency"?', "  urgncy: now"),
    Mistake("questions/criteria.yaml", "  requirement: To be in the United States now.",
            "  requirement: Was here.\n  requirement: Was there.", "content", "stands twice",
            "  requirement: Was there."),
    Mistake("questions/priorities.yaml",
            "  condition: visa_abuse is yes", "  condition: visa_abuse equals yes", "content",
            "cannot read"),
    Mistake("questions/parts/life.yaml", "  type: choice\n", "  type: chioce\n", "content",
            '"chioce" is not allowed'),
    Mistake("questions/law.yaml", "last_legal_check: 2026-10-07",
            "last_legal_check: 2026-02-30", "content", "is not a date of the calendar"),
    Mistake("questions/discretion/options.yaml", "  deciders:", "  decidrs:", "content",
            "is not a setting here"),
]  # fmt: skip

REFERENCES = [
    Mistake("questions/flags.yaml", "  condition: detained is yes",
            "  condition: detaind is yes", "content", 'Did you mean "detained"?'),
    Mistake("questions/flags.yaml", "  condition: late_trips is advance_parole",
            "  condition: late_trips is advanced_parole", "content",
            'Did you mean "advance_parole"?'),
    Mistake("questions/parts/urgent.yaml", "  asked_if: case_stage is not no_case",
            "  asked_if: any_arrest is yes", "content", "is asked later"),
    Mistake("questions/programs/daca.yaml", "timeline: daca", "timeline: dacca", "content",
            'Did you mean "daca"?'),
    Mistake("questions/parts/urgent.yaml", "  words: [voluntary_departure, stay_of_removal]",
            "  words: [voluntary_departre, stay_of_removal]", "content",
            'Did you mean "voluntary_departure"?'),
    Mistake("questions/priorities.yaml", "  condition: caught_at_entry is yes",
            "  condition: caught_at_entry includes yes", "content", "use is, is not"),
]  # fmt: skip

# What hangs on the day: in their form, and in what they name.
DATED_FORM = [
    Mistake("questions/flags.yaml", "  - from: 2026-07-17\n", "  - from: 2025-01-20\n", "content",
            "later than the one before", "  reason:"),
    Mistake("questions/flags.yaml", "  from: 2025-01-29\n",
            "  from: 2025-01-29\n  until: 2025-01-28\n", "content",
            "until: 2025-01-28 is not after from: 2025-01-29", "- id: theft_arrest"),
    Mistake("questions/circuits.yaml", "from: 2025-09-05", "from: 2025-09-31", "content",
            "is not a date of the calendar"),
]  # fmt: skip

DATED_NAMES = [
    Mistake("questions/flags.yaml", "timelines: [bond, habeas]", "timelines: [bond, habeus]",
            "content", 'Did you mean "habeas"?'),
    Mistake("questions/flags.yaml", "  condition: reports_to_ice is yes",
            "  condition: {any: [reports_to_ice is yes, flag conviction is raised]}", "content",
            "Flags may not go in a circle"),
    Mistake("questions/flags.yaml", "  condition: any_conviction is yes",
            "  condition: {any: [any_conviction is yes, flag check_in is raised]}", "content",
            "Flags may not go in a circle"),
    Mistake("questions/law.yaml", "date: 2025-05-28\n    event: By this day, officers",
            "date: 2025-01-21\n    event: By this day, officers", "content",
            "2025-01-21 has two events"),
    Mistake("questions/circuits.yaml", "states: [LA, MS, TX]", "states: [LA, TX]", "content",
            "MS is under no court", "circuits:"),
    Mistake("questions/circuits.yaml", "states: [CT, NY, VT]", "states: [CT, NY, VT, ME]",
            "content", "ME stands under 1 already"),
    Mistake("questions/circuits.yaml", "  date: 2026-09-10", "  date: 2026-08-01", "content",
            "decisions stand in the order of their dates"),
    Mistake("questions/deadlines.yaml", "  date: 30 days after removal_order_date",
            "  date: 30 days after removal_order", "content",
            'Did you mean "removal_order_date"?'),
]  # fmt: skip

MEANING = [
    Mistake("questions/flags.yaml", "  name: Held by immigration now",
            "  name: Held since September 5, 2025", "days_said", "September 5, 2025"),
    Mistake("questions/flags.yaml", "  condition: reports_to_ice is yes",
            "  condition: {all: [case_stage is no_case, removal_order_date is after 2000-01-01]}",
            "never_yes", "can never be YES", "  condition: {all: [case_stage is no_case"),
    Mistake("questions/flags.yaml", "  condition: fears_return is yes",
            "  condition: {any: [fears_return is yes, in_us_now is yes, in_us_now is not yes]}",
            "never_no", "can never be NO", "  condition: {any: [fears_return is yes"),
    Mistake("questions/parts/good.yaml", "questions:\n", """questions:
- id: shoe_size
  type: yes_no
  short: Big shoes
  ask: Are the shoes big?
  hint: Look at them.
  why: We like to know.
  when_unsure: Choose no.
  find_out: Look down.
  source: [{advisory: "p. 1"}]
- id: shoe_color
  type: yes_no
  asked_if: {all: [case_stage is no_case, case_stage is final_order]}
  short: Red shoes
  ask: Are the shoes red?
  hint: Look at them.
  why: We like to know.
  when_unsure: Choose no.
  find_out: Look down.
  source: [{advisory: "p. 1"}]
""", "idle_question", "changes anything for anybody", "- id: shoe_size"),
    Mistake("questions/interview.yaml", "facts_order:\n",
            "facts_order:\n  - shoe_size\n  - shoe_color\n", "", ""),
    Mistake("", "", "", "never_asked", "nobody who knows their other answers",
            "  asked_if: {all: [case_stage is no_case, case_stage is final_order]}"),
    Mistake("questions/wording.yaml", "limit: This page does not say what will happen.",
            "limit: This page is safe to show.", "banned_word", '"safe" is not said here'),
    Mistake("questions/wording.yaml", "    what: If there is a court date, go.",
            "    what: >-\n      Notwithstanding considerable administrative complications, "
            "representation necessitates comprehensive documentation regarding jurisdictional "
            "determinations, organizational responsibilities and institutional accountability.\n"
            "      If there is a court date, go.",
            "reading_level", "reads at grade", "    what: >-\n      Notwithstanding"),
    Mistake("questions/wording.yaml", "keep_like_cash: Keep this page the way you keep cash.",
            "keep_like_cash: Keep it and keep it and keep it and keep it and keep it and keep it "
            "and keep it and keep it and keep it well.", "long_sentence", "a sentence has 2"),
    Mistake("questions/wording.yaml", "made_on: As of {date}.", "made_on: As of the {date}.",
            "stale_spanish", "the English changed"),
    Mistake("questions/wording.yaml", "  papers: Papers that show it",
            "  papers: A cat sat there", "missing_spanish", "there is no Spanish"),
    Mistake("questions/wording.yaml", "  who_decides: Who decides",
            "  who_decides: Who [decides](/q/3)", "link", "a text holds no links"),
    Mistake("questions/wording.yaml", "  source: Source", "  source: A *Source", "markdown",
            "opened and not closed"),
    Mistake("questions/law.yaml", "last_legal_check: 2026-10-07", "last_legal_check: 2026-08-01",
            "legal_check", "92 days old"),
    Mistake("questions/cases/crimes.yaml", "  as_of:", "  as_off:", "case", "as_of"),
]  # fmt: skip

SPANISH = [
    Mistake(PO, 'msgstr "Con fecha del {date}."', 'msgstr "Con fecha del {dia}."', "placeholder",
            "the Spanish has", 'msgid "As of {date}."'),
    Mistake(PO, 'msgstr "Fecha de nacimiento"', 'msgstr "Fecha ilegal"', "banned_word",
            '"ilegal*"', 'msgid "Date of birth"'),
    Mistake(PO, '\nmsgid "Your arrival"', '\n#, fuzzy\nmsgid "Your arrival"', "stale_spanish",
            "of an earlier wording", 'msgid "Your arrival"'),
    Mistake(PO, 'msgstr "La llegada de la persona"', 'msgstr ""', "missing_spanish",
            "there is no Spanish"),
    Mistake(PO, 'msgstr "Pandilla"', 'msgstr "Grupo"', "term", '"gang" is not said as agreed',
            'msgid "Gang"'),
    Mistake(PO, 'msgid "In school now"', 'msgid "In a school now"', "unused_text",
            "no text is left", 'msgid "In a school now"'),
]  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A lawyer's copy of the content and the translations."""
    shutil.copytree(QUESTIONS, tmp_path / "questions")
    shutil.copytree(TRANSLATIONS, tmp_path / "translations")
    return tmp_path


def plant(copy: Path, mistakes: list[Mistake]) -> None:
    for mistake in mistakes:
        if mistake.right:
            path = copy / mistake.file
            text = path.read_text(encoding="utf-8")
            assert mistake.right in text, mistake
            path.write_text(text.replace(mistake.right, mistake.wrong, 1), encoding="utf-8")


def found_in(copy: Path, today: date = TODAY) -> list[Finding]:
    return check_content(copy / "questions", copy / "translations", today)


def reported(copy: Path, mistake: Mistake, found: list[Finding]) -> bool:
    return any(
        finding.check == mistake.check
        and mistake.says in f"{finding.problem}. {finding.remedy}"
        and _stands_at(copy, mistake, finding)
        for finding in found
    )


def _stands_at(copy: Path, mistake: Mistake, finding: Finding) -> bool:
    if mistake.file and finding.file != mistake.file and mistake.check != "missing_spanish":
        return False
    rows = (copy / finding.file).read_text(encoding="utf-8").splitlines()
    wanted = (mistake.on_line_of or mistake.wrong).splitlines()[0]
    return wanted in rows[finding.line - 1] or (mistake.file == PO and not mistake.on_line_of)


@pytest.mark.parametrize("mistakes", [SCHEMA, REFERENCES, DATED_FORM, DATED_NAMES, MEANING,
                                      SPANISH],
                         ids=["schema", "references", "dated form", "dated names", "meaning",
                              "spanish"])  # fmt: skip
def test_every_planted_mistake_is_reported_at_once_on_its_line(
    copy: Path, mistakes: list[Mistake]
) -> None:
    plant(copy, mistakes)
    found = found_in(copy)
    missed = [str(m) for m in mistakes if m.check and not reported(copy, m, found)]
    assert missed == [], "\n".join(map(str, found))


def test_without_the_prover_the_checks_that_need_it_are_named_as_not_run(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_check, "HAS_PROVER", False)
    plant(copy, MEANING[1:2])
    found = found_in(copy)
    assert "never_yes" not in {finding.check for finding in found}
    assert content_check.not_run(found) == (
        "Not checked without the prover (extra: prove): claims, rules."
    )


def test_every_finding_says_what_to_do(copy: Path) -> None:
    plant(copy, MEANING + SPANISH)
    assert [str(finding) for finding in found_in(copy) if not finding.remedy] == []


def test_the_product_s_own_content_has_no_errors() -> None:
    found = check_content(QUESTIONS, TRANSLATIONS, TODAY)
    assert [str(finding) for finding in found if finding.severity == "error"] == []


@pytest.mark.parametrize(("day", "stale"), [(date(2026, 12, 6), False), (date(2026, 12, 7), True)])
def test_a_legal_check_is_stale_after_sixty_days_and_not_before(day: date, stale: bool) -> None:
    found = check_content(QUESTIONS, TRANSLATIONS, day)
    assert any(f.check == "legal_check" and f.severity == "warning" for f in found) is stale


def test_errors_end_the_command_with_one_and_json_is_for_editors(copy: Path) -> None:
    plant(copy, REFERENCES[:1])
    done = CliRunner().invoke(
        main, ["check", "--questions", str(copy / "questions"), "--format", "json"]
    )
    # Warnings come and go with the calendar; errors do not.
    [finding] = [found for found in json.loads(done.stdout) if found["severity"] == "error"]
    assert done.exit_code == 1
    assert finding == {
        "file": "questions/flags.yaml",
        "line": 8,
        "rule": "detained",
        "check": "content",
        "problem": 'there is no question "detaind"',
        "remedy": 'Did you mean "detained"?',
        "severity": "error",
    }


def test_warnings_alone_end_the_command_with_nought(copy: Path) -> None:
    with (copy / "questions" / "conditions.yaml").open("a", encoding="utf-8") as conditions:
        conditions.write(
            "- id: held\n  condition: detained is yes\n  meaning: Held by immigration now\n"
            "  source: [{advisory: p. 5}]\n"
        )
    done = CliRunner().invoke(main, ["check", "--questions", str(copy / "questions")])
    assert (done.exit_code, done.output.count(": error: ")) == (0, 0), done.output
    assert 'warning: held: nothing uses "held"' in done.output


def test_the_product_s_own_content_has_no_warnings_but_of_age_and_of_unread_texts() -> None:
    """A changed translation waits for a person to confirm it; that is no fault of the content."""
    done = CliRunner().invoke(main, ["check"])
    *found, summed_up = done.output.splitlines()
    waiting = ("[legal_check]", "[unconfirmed]")
    assert [line for line in found if not line.endswith(waiting)] == []
    assert summed_up.startswith("0 errors, ")


def test_a_waiver_lets_one_text_be_harder_and_a_waiver_for_nothing_is_named(copy: Path) -> None:
    waivers = copy / "questions" / "readability_waivers.yaml"
    plant(copy, [MEANING[7]])
    hard = next(f for f in found_in(copy) if f.check == "reading_level")
    assert hard.file == "questions/wording.yaml"
    text = (copy / "questions" / "wording.yaml").read_text(encoding="utf-8")
    start = text.index("Notwithstanding")
    sentence = " ".join(text[start : text.index("\n", text.index("go.", start))].split())
    waivers.write_text(
        f'en:\n- text: "{sentence}"\n  reason: A test.\n- text: Gone.\n  reason: Gone.\n',
        encoding="utf-8",
    )
    found = found_in(copy)
    assert not any(f.check == "reading_level" and f.file == hard.file for f in found)
    [unused] = [f for f in found if f.file == "questions/readability_waivers.yaml"]
    assert (unused.line, unused.severity) == (4, "warning")
