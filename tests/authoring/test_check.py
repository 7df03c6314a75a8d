"""Mistakes planted in a copy of the real content: each is reported on its line, with a remedy."""

import json
import re
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from interview.authoring.check import content_check
from interview.authoring.check.content_check import check_content
from interview.authoring.texts.findings import Finding
from interview.cli.main import main
from interview.languages.catalogs import catalog_file
from interview.loading.folders import QUESTIONS, TRANSLATIONS

TODAY = date(2026, 11, 1)
PO = catalog_file(Path("translations"), "es").as_posix()


@dataclass(frozen=True)
class Mistake:
    """What is written instead of what, in which file, and what must be said of it.

    `right` is a pattern: a mistake is planted into whatever text stands there.
    """

    file: str
    right: str
    wrong: str
    check: str
    says: str
    # The finding stands on the last line like this before the mistake; on the line of the mistake
    # when empty.
    on_line_of: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.says}"


SCHEMA = [
    Mistake("questions/flags.yaml", r"^  urgency: now", "  urgncy: now", "content",
            'Did you mean "urgency"?'),
    Mistake("questions/criteria.yaml", r"^  requirement: [^>\n]*$",
            "  requirement: Was here.\n  requirement: Was there.", "content", "stands twice",
            r"^  requirement: Was there\."),
    Mistake("questions/priorities.yaml", r"^  condition: (\w+) is yes",
            r"  condition: \1 equals yes", "content", "cannot read"),
    Mistake("questions/parts/life.yaml", r"^( *)type: choice$", r"\1type: chioce", "content",
            '"chioce" is not allowed'),
    Mistake("questions/law.yaml", r"^last_legal_check: .*", "last_legal_check: 2026-02-30",
            "content", "is not a date of the calendar"),
    Mistake("questions/discretion/options.yaml", r"^( *)deciders:", r"\1decidrs:", "content",
            "is not a setting here"),
]  # fmt: skip

REFERENCES = [
    Mistake("questions/flags.yaml", r"^  condition: detained is yes",
            "  condition: detaind is yes", "content", 'Did you mean "detained"?'),
    Mistake("questions/flags.yaml", r"\blate_trips is advance_parole\b",
            "late_trips is advanced_parole", "content", 'Did you mean "advance_parole"?'),
    Mistake("questions/parts/urgent.yaml", r"^( *)asked_if: .*",
            r"\1asked_if: any_arrest is yes", "content", "is asked later"),
    Mistake("questions/programs/daca.yaml", r"^timeline: daca", "timeline: dacca", "content",
            'Did you mean "daca"?'),
    Mistake("questions/parts/urgent.yaml", r"words: \[(\w+)\w([,\]])", r"words: [\1\2", "content",
            "there is no word"),
    Mistake("questions/priorities.yaml", r"^  condition: (\w+) is yes",
            r"  condition: \1 includes yes", "content", "use is, is not"),
]  # fmt: skip

# What hangs on the day: in their form, and in what they name.
DATED_FORM = [
    Mistake("questions/flags.yaml", r"^( +)- from: (\S+)\n((?:\1  .*\n)+)\1- from: \S+",
            r"\1- from: \2\n\3\1- from: \2", "content", "later than the one before",
            r"^  \w+:$"),
    Mistake("questions/flags.yaml", r"^  from: (\S+)\n", "  from: \\1\n  until: 2000-01-01\n",
            "content", "until: 2000-01-01 is not after from:", r"^- id: \w+"),
    Mistake("questions/circuits.yaml", r"^from: .*", "from: 2025-09-31", "content",
            "is not a date of the calendar"),
]  # fmt: skip

DATED_NAMES = [
    Mistake("questions/flags.yaml", r"timelines: \[(.*)\w\]", r"timelines: [\1]", "content",
            "there is no timeline"),
    Mistake("questions/flags.yaml", r"^  condition: reports_to_ice is yes",
            "  condition: {any: [reports_to_ice is yes, flag conviction is raised]}", "content",
            "Flags may not go in a circle"),
    Mistake("questions/flags.yaml", r"^  condition: any_conviction is yes",
            "  condition: {any: [any_conviction is yes, flag check_in is raised]}", "content",
            "Flags may not go in a circle"),
    Mistake("questions/law.yaml", r"^( +)- date: (\S+)\n((?:(?! +- date:).*\n)+)\1- date: \S+",
            r"\1- date: \2\n\3\1- date: \2", "content", "has two events"),
    Mistake("questions/circuits.yaml", r"states: \[\w+, ", "states: [", "content",
            "is under no court", r"^circuits:"),
    Mistake("questions/circuits.yaml", r"(, (\w+)\]\}\n.*states: \[)", r"\1\2, ", "content",
            "already"),
    Mistake("questions/circuits.yaml", r"(?s)(.*\n *date: )\S+", r"\g<1>2025-09-06", "content",
            "decisions stand in the order of their dates"),
    Mistake("questions/deadlines.yaml", r"days after removal_order_date",
            "days after removal_order", "content", 'Did you mean "removal_order_date"?'),
]  # fmt: skip

SHOES = r"""questions:
\1- id: shoe_size
\1  type: yes_no
\1  short: Big shoes
\1  ask: Are the shoes big?
\1  hint: Look at them.
\1  why: We like to know.
\1  when_unsure: Choose no.
\1  find_out: Look down.
\1  source: [{advisory: "p. 1"}]
\1- id: shoe_color
\1  type: yes_no
\1  asked_if: {all: [case_stage is no_case, case_stage is final_order]}
\1  short: Red shoes
\1  ask: Are the shoes red?
\1  hint: Look at them.
\1  why: We like to know.
\1  when_unsure: Choose no.
\1  find_out: Look down.
\1  source: [{advisory: "p. 1"}]
\1- """

HARD = (
    "Notwithstanding considerable administrative complications, representation necessitates "
    "comprehensive documentation regarding jurisdictional determinations, organizational "
    "responsibilities and institutional accountability."
)
HARD_TO_READ = Mistake(
    "questions/wording.yaml", r'^( +)what: ([^>"\n].*)$', rf"\1what: >-\n\1  {HARD}\n\1  \2",
    "reading_level", "reads at grade", r"^ +what: >-",
)  # fmt: skip

MEANING = [
    Mistake("questions/flags.yaml", r"^  name: .*", "  name: Held since September 5, 2025",
            "days_said", "September 5, 2025"),
    Mistake("questions/flags.yaml", r"^  condition: reports_to_ice is yes",
            "  condition: {all: [case_stage is no_case, removal_order_date is after 2000-01-01]}",
            "never_yes", "can never be YES"),
    Mistake("questions/flags.yaml", r"^  condition: fears_return is yes",
            "  condition: {any: [fears_return is yes, in_us_now is yes, in_us_now is not yes]}",
            "never_no", "can never be NO"),
    Mistake("questions/parts/good.yaml", r"^questions:\n( *)- ", SHOES, "idle_question",
            "changes anything for anybody", r"^ *- id: shoe_size"),
    Mistake("questions/parts/good.yaml", r"^(  +asked_if: \{all: \[case_stage is no_case)",
            r"\1", "never_asked", "nobody who knows their other answers"),
    Mistake("questions/interview.yaml", r"^facts_order:\n( *)- ",
            "facts_order:\n\\1- shoe_size\n\\1- shoe_color\n\\1- ", "", ""),
    Mistake("questions/wording.yaml", r"^( *limit: ).*", r"\1This page is safe to show.",
            "banned_word", '"safe" is not said here'),
    HARD_TO_READ,
    Mistake("questions/wording.yaml", r"^keep_like_cash: .*",
            "keep_like_cash: Keep it and keep it and keep it and keep it and keep it and keep it "
            "and keep it and keep it and keep it well.", "long_sentence", "a sentence has 2"),
    Mistake("questions/wording.yaml", r"^made_on: (\w+)", r"made_on: \1 the",
            "stale_translation", "the English changed"),
    Mistake("questions/wording.yaml", r"^  papers: .*", "  papers: A cat sat there",
            "missing_translation", "there is nothing in Español"),
    Mistake("questions/wording.yaml", r"^  who_decides: (.*)", r"  who_decides: See [\1](/q/3)",
            "link", "a text holds no links"),
    Mistake("questions/wording.yaml", r"^  source: (.*)", r"  source: A *\1", "markdown",
            "opened and not closed"),
    Mistake("questions/law.yaml", r"^last_legal_check: .*", "last_legal_check: 2026-08-01",
            "legal_check", "92 days old"),
    Mistake("questions/cases/crimes.yaml", r"^  as_of:", "  as_off:", "case", "as_of"),
]  # fmt: skip

SPANISH = [
    Mistake(PO, r'^(msgid "[^"\n]+"\nmsgstr ".*)\{date\}', r"\1{dia}", "placeholder",
            "and this has", r'^msgid "'),
    Mistake(PO, r'^(#[.:] parts/arrival/questions/birth_date/short\b.*\nmsgid ".*"\nmsgstr ").*"',
            r'\1Fecha ilegal"', "banned_word", '"ilegal*"', r'^msgid "'),
    Mistake(PO, r'^(#[.:] parts/arrival/title\b.*\n)(msgid ".*")', r"\1#, fuzzy\n\2",
            "stale_translation", "of an earlier wording", r'^msgid "'),
    Mistake(PO, r'^(#[.:] parts/arrival/title\b.*\nmsgid ".*"\nmsgstr ").*"', r'\1"',
            "missing_translation", "there is nothing in Español"),
    Mistake(PO, r'^(msgid "[^"\n]*\blawyer\b[^"\n]*"\nmsgstr ")[^"\n]+"', r'\1Pregunte a otro."',
            "term", '"lawyer" is not said as agreed', r'^msgid "'),
    Mistake(PO, r'^(#[.:] parts/life/questions/education/values/in_school/label\b.*\nmsgid ".*)"',
            r'\1 or so"', "unused_text", "no text is left", r'^msgid "'),
]  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A lawyer's copy of the content and the translations."""
    shutil.copytree(QUESTIONS, tmp_path / "questions")
    shutil.copytree(TRANSLATIONS, tmp_path / "translations")
    return tmp_path


def plant(copy: Path, mistakes: list[Mistake]) -> dict[Mistake, str]:
    """Plant mistakes; return of each the row on which it must be reported."""
    rows = {}
    for mistake in mistakes:
        path = copy / mistake.file
        text = path.read_text(encoding="utf-8")
        found = re.search(mistake.right, text, re.MULTILINE)
        assert found is not None, mistake
        planted = found.expand(mistake.wrong)
        before, after = text[: found.start()], text[found.end() :]
        path.write_text(before + planted + after, encoding="utf-8")
        changed = before + planted + after.partition("\n")[0]
        if mistake.on_line_of:
            like = re.compile(mistake.on_line_of)
            rows[mistake] = [row for row in changed.splitlines() if like.search(row)][-1]
        else:
            pairs = zip(found[0], planted, strict=False)
            same = next((n for n, (a, b) in enumerate(pairs) if a != b), len(planted))
            start = changed.rfind("\n", 0, len(before) + same) + 1
            rows[mistake] = changed[start:].split("\n")[0]
    return rows


@pytest.fixture
def without_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the rules say of everybody takes half of a check, and has nothing to do with texts."""
    monkeypatch.setattr(content_check, "_rules", lambda reading, today: ())


def found_in(copy: Path, today: date = TODAY) -> list[Finding]:
    return check_content(copy / "questions", copy / "translations", today)


def reported(copy: Path, mistake: Mistake, row: str, found: list[Finding]) -> bool:
    return any(
        finding.check == mistake.check
        and mistake.says in f"{finding.problem}. {finding.remedy}"
        and _stands_at(copy, mistake, row, finding)
        for finding in found
    )


def _stands_at(copy: Path, mistake: Mistake, row: str, finding: Finding) -> bool:
    if finding.file != mistake.file:
        return mistake.check == "missing_translation"
    rows = (copy / finding.file).read_text(encoding="utf-8").splitlines()
    return row in rows[finding.line - 1]


@pytest.mark.parametrize("mistakes", [SCHEMA, REFERENCES, DATED_FORM, DATED_NAMES, MEANING,
                                      SPANISH],
                         ids=["schema", "references", "dated form", "dated names", "meaning",
                              "spanish"])  # fmt: skip
def test_every_planted_mistake_is_reported_at_once_on_its_line(
    copy: Path, mistakes: list[Mistake]
) -> None:
    rows = plant(copy, mistakes)
    found = found_in(copy)
    missed = [str(m) for m in mistakes if m.check and not reported(copy, m, rows[m], found)]
    assert missed == [], "\n".join(map(str, found))
    assert [str(finding) for finding in found if not finding.remedy] == []


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


@pytest.mark.sampled(2)
@pytest.mark.parametrize("stale", [False, True])
def test_a_legal_check_is_stale_after_sixty_days_and_not_before(
    content, stale: bool, without_rules: None
) -> None:
    day = content.law.last_legal_check + timedelta(days=60 + stale)
    found = check_content(QUESTIONS, TRANSLATIONS, day)
    assert any(f.check == "legal_check" and f.severity == "warning" for f in found) is stale


def test_errors_end_the_command_with_one_and_json_is_for_editors(copy: Path) -> None:
    plant(copy, REFERENCES[:1])
    done = CliRunner().invoke(
        main, ["check", "--questions", str(copy / "questions"), "--format", "json"]
    )
    # Warnings come and go with the calendar; errors do not.
    [finding] = [found for found in json.loads(done.stdout) if found["severity"] == "error"]
    text = (copy / "questions" / "flags.yaml").read_text(encoding="utf-8")
    assert done.exit_code == 1
    assert finding == {
        "file": "questions/flags.yaml",
        "line": text[: text.index("detaind")].count("\n") + 1,
        "rule": "detained",
        "check": "content",
        "problem": 'there is no question "detaind"',
        "remedy": 'Did you mean "detained"?',
        "severity": "error",
    }


def test_warnings_alone_end_the_command_with_nought(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_check, "HAS_PROVER", False)
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
    # No error either: it would not end so.
    assert [line for line in found if not line.endswith(waiting)] == []
    assert summed_up.startswith("0 errors, ")


def test_a_waiver_lets_one_text_be_harder_and_a_waiver_for_nothing_is_named(
    copy: Path, without_rules: None
) -> None:
    waivers = copy / "questions" / "readability_waivers.yaml"
    plant(copy, [HARD_TO_READ])
    hard = next(f for f in found_in(copy) if f.check == "reading_level")
    assert hard.file == "questions/wording.yaml"
    text = (copy / "questions" / "wording.yaml").read_text(encoding="utf-8")
    start = text.index(HARD)
    sentence = " ".join("\n".join(text[start:].split("\n")[:2]).split())
    waivers.write_text(
        f'en:\n- text: "{sentence}"\n  reason: A test.\n- text: Gone.\n  reason: Gone.\n',
        encoding="utf-8",
    )
    found = found_in(copy)
    assert not any(f.check == "reading_level" and f.file == hard.file for f in found)
    [unused] = [f for f in found if f.check == "unused_text" and "waiver" in f.problem]
    assert unused.file == "questions/readability_waivers.yaml"
    assert (unused.line, unused.severity) == (4, "warning")
