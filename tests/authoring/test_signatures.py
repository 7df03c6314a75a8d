"""Who signed which entry, and whether it has changed since: told from the content alone."""

import datetime
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import ValidationError

from interview.authoring.check.content_check import check_content
from interview.authoring.review.signatures import SignRow, rows
from interview.cli.main import main
from interview.content import Notes, file_schema
from interview.loading import QUESTIONS, TRANSLATIONS, load, read

TODAY = datetime.date.today().isoformat()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real questions, to sign and to change."""
    return Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))


@pytest.fixture(scope="module")
def shipped() -> list[SignRow]:
    """Every entry of the real questions."""
    return list(rows(read(QUESTIONS)))


def row(folder: Path, name: str) -> SignRow:
    """Return the entry of a name."""
    return next(row for row in rows(read(folder)) if row.name == name)


def change(folder: Path, file: str, before: str, after: str) -> None:
    """Change the first place of a file that says something; it must stand there."""
    path = folder / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text, f"{file} no longer has: {before}"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def sign(runner: CliRunner, folder: Path, *names: str, by: str = "AB, attorney"):
    """Sign entries by their names, as a lawyer does."""
    named = [part for name in names for part in ("--sign", name)]
    return runner.invoke(main, ["review", *named, "--by", by, "--questions", str(folder)])


def test_every_entry_has_a_name_of_its_own(shipped: list[SignRow]) -> None:
    assert len({row.name for row in shipped}) == len(shipped)


@pytest.mark.parametrize(
    "name",
    ["flags/detained", "criteria/resident_since_2007", "priorities/3", "priorities/level-3",
     "discretion/factors/long_residence", "discretion/options/before_nta/release",
     "discretion/notes/keep_proof", "discretion/memos/napolitano_2012",
     "deadlines/appeal", "law/daca/2012-06-15", "circuits/5", "circuits/5-2026-02-06",
     "parts/urgent/detained", "programs/daca", "conditions/bar_crimes", "glossary/bond",
     "sources/advisory", "oddities/entry_after_late_trip", "urgent_door/find_lawyer",
     "wording/red", "wording/headings", "pages/start", "pages/404", "discretion/escalation"],
)  # fmt: skip
def test_every_kind_of_rule_event_and_text_can_be_signed(shipped: list[SignRow], name: str) -> None:
    assert [row.name for row in shipped if row.name == name] == [name]


def test_a_signature_says_who_and_when_and_of_what_and_changes_nothing_else(
    runner: CliRunner, folder: Path
) -> None:
    names = ("flags/detained", "law/daca/2012-06-15", "circuits/5", "discretion/options",
             "wording/labels", "pages/404")  # fmt: skip
    digests = {name: row(folder, name).digest for name in names}
    before = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}
    done = sign(runner, folder, *names)
    assert done.output.splitlines() == [
        f"{name}: signed by AB, attorney, on {TODAY} ({digests[name]})" for name in names
    ]
    assert {name: row(folder, name).state for name in names} == dict.fromkeys(names, "signed")
    written = re.compile(r"(\n *)?(, )?reviewed: \{by: \"AB, attorney\", on: .{10}, of: .{8}\}")
    for path, text in before.items():
        assert written.sub("", path.read_text(encoding="utf-8")) == text
    load(folder)


def test_a_second_signature_takes_the_place_of_the_first(runner: CliRunner, folder: Path) -> None:
    block = f"reviewed:\n    by: AB, attorney\n    on: {TODAY}\n  urgency: now"
    change(folder, "flags", "urgency: now", block)
    assert row(folder, "flags/detained").state == "unknown"
    sign(runner, folder, "flags/detained", by="C.D., accredited representative")
    sign(runner, folder, "flags/detained", by="EF, attorney")
    found = row(folder, "flags/detained")
    assert found.told == f"Signed by EF, attorney, on {TODAY}"
    assert (folder / "flags.yaml").read_text(encoding="utf-8").count("reviewed:") == 1


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("file", "before", "after", "state"),
    [
        ("flags", "condition: detained is yes", "condition: detained is not no", "changed"),
        ("flags", "urgency: now", "urgency: soon", "changed"),
        ("flags", "from: 2025-09-05", "from: 2025-09-06", "changed"),
        ("flags", "A case can move fast", "A case moves fast", "changed"),
        ("flags", "advisory:", "ina:", "changed"),
        ("flags", "- id: removal_date\n  urgency: now", "- id: removal_date\n  urgency: soon",
         "signed"),
        ("flags", "\n- id: detained", "\n# A comment is not read.\n- id: detained", "signed"),
    ],
    ids=["rule", "urgency", "day", "text", "source", "another flag", "comment"],
)  # fmt: skip
def test_what_has_changed_since_it_was_signed_is_told(
    runner: CliRunner, folder: Path, file: str, before: str, after: str, state: str
) -> None:
    sign(runner, folder, "flags/detained")
    change(folder, file, before, after)
    assert row(folder, "flags/detained").state == state


def test_lines_broken_elsewhere_are_no_change(runner: CliRunner, folder: Path) -> None:
    sign(runner, folder, "deadlines/appeal")
    path = folder / "deadlines.yaml"
    text = path.read_text(encoding="utf-8")
    broken = re.sub(r"(?<=must) (?=reach the Board)", "\n    ", text)
    assert broken != text
    path.write_text(broken, encoding="utf-8")
    assert row(folder, "deadlines/appeal").state == "signed"


def test_what_is_signed_by_itself_does_not_count_for_what_is_around_it(
    runner: CliRunner, folder: Path
) -> None:
    sign(runner, folder, "discretion/options/before_nta")
    sign(runner, folder, "discretion/options/before_nta/release")
    assert row(folder, "discretion/options/before_nta").state == "signed"


@pytest.mark.parametrize(
    ("names", "by", "said"),
    [
        (["flags/detaned"], "AB, attorney",
         'there is no entry "flags/detaned". Did you mean "flags/detained"?'),
        (["detained"], "AB, attorney",
         '"detained" is the name of several: flags/detained, glossary/detained, parts/urgent'),
        (["flags/detained"], "Ann Bell", 'write initials and a role, such as "AB, attorney"'),
        (["flags/detained"], "", 'write initials and a role, such as "AB, attorney"'),
    ],
)  # fmt: skip
def test_what_cannot_be_signed_is_refused_and_nothing_is_written(
    runner: CliRunner, folder: Path, names: list[str], by: str, said: str
) -> None:
    done = sign(runner, folder, *names, by=by)
    assert (done.exit_code, said in done.output) == (2, True)
    assert load(folder) == load(QUESTIONS)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{by: Ann, on: 2026-10-07}",
         'by: write initials and a role, such as "AB, attorney"'),
        ('{by: "AB, attorney", on: 2026-02-30}', "2026-02-30"),
        ('{by: "AB, attorney", on: today}', '"today" is not a date of the calendar'),
        ('{by: "AB, attorney"}', '"on" is missing. Add a line "on: ..."'),
        ('{by: "AB, attorney", on: 2026-10-07, off: x}',
         '"off" is not a setting here. Did you mean "of"?'),
        ('{by: "AB, attorney", on: 2026-10-07, of: 12}', "of: this is what interview review"),
        ("AB", "reviewed: a list or group with at least one entry is needed here"),
    ],
)  # fmt: skip
def test_a_wrong_signature_is_refused_with_its_file_and_line(
    folder: Path, written: str, said: str
) -> None:
    change(folder, "flags", "urgency: now", f"reviewed: {written}\n  urgency: now")
    line = _line(folder, "reviewed:")
    [problem] = read(folder).problems
    assert (problem.file, problem.line, problem.rule) == ("questions/flags.yaml", line, "detained")
    assert said in problem.message


@pytest.mark.parametrize(
    ("written", "is_taken"),
    [
        ({"by": "AB, attorney", "on": "2026-10-07", "of": "3f2a91c0"}, True),
        ({"by": "AB, attorney", "on": "2026-10-07"}, True),
        ({"by": "Ann", "on": "2026-10-07"}, False),
        ({"by": "AB, attorney", "on": "2026-13-07"}, False),
        ({"by": "AB, attorney", "on": "2026-10-07", "of": "zz"}, False),
        ({"by": "AB, attorney", "on": "2026-10-07", "at": "x"}, False),
        ({"on": "2026-10-07"}, False),
        ("AB", False),
    ],
    ids=str,
)
def test_an_editor_takes_the_signatures_that_the_loader_takes(written, is_taken) -> None:
    note = {"id": "a", "condition": "b is yes", "beside": "general", "text": "T.",
            "source": [{"advisory": "p. 7"}], "reviewed": written}  # fmt: skip
    schema = Draft202012Validator(file_schema(Notes), format_checker=FormatChecker())
    assert schema.is_valid({"notes": [note]}) == is_taken
    try:
        Notes.model_validate({"notes": [note]})
    except ValidationError:
        assert not is_taken
    else:
        assert is_taken


def test_a_signature_of_a_day_to_come_is_an_error_of_check(folder: Path) -> None:
    signed = 'reviewed: {by: "AB, attorney", on: 2026-10-08, of: 3f2a91c0}\n  urgency: now'
    change(folder, "flags", "urgency: now", signed)
    found = check_content(folder, TRANSLATIONS, datetime.date(2026, 10, 7))
    assert [str(one) for one in found if "come yet" in one.problem] == [
        f"questions/flags.yaml:{_line(folder, 'reviewed:')}: error: detained: reviewed: 2026-10-08 "
        "has not come yet. Write the day of signing. [content]"
    ]


def test_the_page_shows_who_signed_and_on_request_only_what_nobody_has(
    runner: CliRunner, folder: Path
) -> None:
    sign(runner, folder, "flags/detained", "flags/removal_date")
    change(folder, "flags", "- id: removal_date\n  urgency: now",
           "- id: removal_date\n  urgency: soon")  # fmt: skip
    whole, unsigned = (
        runner.invoke(main, ["review", *option, "--questions", str(folder)]).stdout
        for option in ((), ("--unsigned",))
    )
    signed = f"<strong>Signed by AB, attorney, on {TODAY}</strong>"
    assert (whole.count(signed), unsigned.count(signed)) == (1, 0)
    changed = f"<strong>Signed by AB, attorney, on {TODAY}, and changed since</strong>"
    assert (whole.count(changed), unsigned.count(changed)) == (1, 1)
    count = len(list(rows(read(folder))))
    assert f"{count} entries: 1 signed, {count - 2} not signed, 1 changed since" in unsigned
    assert unsigned.count('class="box"') == count - 1


def _line(folder: Path, said: str) -> int:
    text = (folder / "flags.yaml").read_text(encoding="utf-8")
    return text[: text.index(said)].count("\n") + 1
