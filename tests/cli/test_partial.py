"""`interview screen --partial`: what is blank or absent is not reached, and unsure is an answer."""

import csv
import io
import json
from pathlib import Path

import pytest

from interview.cli.main import main

BEGUN = "answering_for: self\ndetained: yes\ncase_stage: unsure\nstate:\n"


@pytest.fixture
def partial(runner, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def partial(name, text, *options):
        Path(name).write_text(text, encoding="utf-8")
        command = ["screen", name, "--as-of", "2026-11-23", "--partial", *options]
        return runner.invoke(main, command)

    return partial


def test_one_file_gets_what_can_be_said_so_far_and_the_facts_not_reached(partial):
    found = json.loads(partial("begun.yaml", BEGUN, "--format", "json").stdout)
    assert found["so_far"] is True
    assert {"state", "birth_date", "hearing_soon"} <= {*found["not_reached"]}
    assert not {"answering_for", "detained", "case_stage"} & {*found["not_reached"]}
    # What hangs on the unsure answer is passed over: it counts as reached, and is not known.
    assert found["missing"][:2] == ["case_stage", "removal_order_date"]
    assert not {*found["missing"]} & {*found["not_reached"]}
    assert [flag["id"] for flag in found["flags"]] == ["detained", "case_unknown", "not_sure"]


def test_without_partial_what_is_missing_is_not_known_as_ever(runner, tmp_path):
    (tmp_path / "begun.yaml").write_text(BEGUN, encoding="utf-8")
    command = ["screen", str(tmp_path / "begun.yaml"), "--format", "json"]
    found = json.loads(runner.invoke(main, command).stdout)
    assert not {"so_far", "not_reached"} & found.keys()
    assert "state" in found["missing"] or "birth_date" in found["missing"]


@pytest.mark.parametrize("output", ["text", "html"])
def test_text_and_html_say_that_it_is_so_far_and_what_was_not_asked(partial, output):
    said = " ".join(partial("begun.yaml", BEGUN, "--format", output).stdout.split())
    assert "This is what can be said so far. Not asked yet: What is urgent; " in said
    assert "Police and courts" in said


def test_text_and_html_speak_spanish_too(partial):
    said = " ".join(partial("begun.yaml", BEGUN, "--lang", "es").stdout.split())
    assert "Esto es lo que se puede decir hasta ahora." in said


def test_a_sheet_takes_blank_cells_as_not_reached_and_says_so_in_columns_of_its_own(partial):
    sheet = "id,detained,case_stage,state\nAna,yes,unsure,\nEva,,,TX\n"
    rows = list(csv.DictReader(io.StringIO(partial("sheet.csv", sheet).stdout)))
    assert [row["so_far"] for row in rows] == ["yes", "yes"]
    ana, eva = ({*row["not_reached"].split(";")} for row in rows)
    assert ("state" in ana, "case_stage" in ana) == (True, False)
    assert ("state" in eva, "case_stage" in eva) == (False, True)


def test_lines_of_json_take_null_and_absent_as_not_reached(partial):
    lines = '{"id": 1, "detained": null, "case_stage": "unsure"}\n{"id": 2, "detained": "yes"}\n'
    one, other = (json.loads(line) for line in partial("p.jsonl", lines).stdout.splitlines())
    assert "detained" in one["not_reached"] and "case_stage" not in one["not_reached"]
    assert "detained" not in other["not_reached"] and other["lane"] == "red"


def test_somebody_who_was_asked_everything_gets_the_result_of_the_end(runner, tmp_path, content):
    everything = [f"{q.id}: {'unsure' if q.unsure else q.value_ids[0]}" for q in content.questions]
    (tmp_path / "all.yaml").write_text("\n".join(everything), encoding="utf-8")
    command = ["screen", str(tmp_path / "all.yaml"), "--as-of", "2026-11-23", "--format", "json"]
    assert (
        runner.invoke(main, [*command, "--partial"]).stdout == runner.invoke(main, command).stdout
    )
