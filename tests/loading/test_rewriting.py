"""Values written anew in a YAML file: nothing but them changes."""

import os
from pathlib import Path

import pytest

from interview.loading import ContentError, read_text, rewritten, write_whole
from interview.loading.rewriting import in_one_line

CASES = """\
# Whoever is held.
- name: "A: held"
  answers: {detained: yes}   # and nothing else
  expect: {lane: red, results: {daca: may_match, dapa: may_match}, level: "2",
    grounds: [], possible: [1a,
    1b], flags: [x], escalation: []}   # stays

- name: B
  expect:
    lane: red
    grounds:
    flags:
    - a   # goes
    - b
    # stays
    level: none
"""


@pytest.mark.parametrize(
    ("place", "value", "before", "after"),
    [
        ((0, "expect", "lane"), "blue", "{lane: red,", "{lane: blue,"),
        ((0, "expect", "results", "dapa"), "matches", "dapa: may_match", "dapa: matches"),
        ((0, "expect", "level"), "3", 'level: "2"', 'level: "3"'),
        ((0, "expect", "grounds"), ["2c", "3"], "grounds: []", 'grounds: [2c, "3"]'),
        ((0, "expect", "possible"), [], "[1a,\n    1b]", "[]"),
        ((0, "expect", "escalation"), ["a"], "escalation: []", "escalation: [a]"),
        ((1, "expect", "grounds"), ["1a"], "grounds:\n", "grounds: [1a]\n"),
        ((1, "expect", "flags"), [], "flags:\n    - a   # goes\n    - b\n", "flags: []\n"),
        ((1, "expect", "level"), "1", "level: none", 'level: "1"'),
        ((1, "name"), "A, then: B", "name: B", 'name: "A, then: B"'),
    ],
)
def test_one_value_is_written_in_its_place(place, value, before, after):
    assert before in CASES
    found = rewritten(CASES, {place: value})
    assert found == CASES.replace(before, after, 1) if place[0] == 0 else after in found
    data = read_text(found, "").data
    for step in place:
        data = data[step]
    assert data == value or (value == [] and data in (None, []))


def test_a_comment_behind_a_list_stays_and_all_values_are_written_at_once():
    found = rewritten(
        CASES, {(0, "expect", "lane"): "blue", (1, "expect", "flags"): ["c"], (1, "name"): "C"}
    )
    assert found == (
        CASES.replace("{lane: red,", "{lane: blue,").replace("name: B", "name: C")
        .replace("flags:\n    - a   # goes\n    - b\n", "flags: [c]\n")
    )  # fmt: skip


def test_a_line_that_becomes_too_long_goes_on_behind_a_comma():
    flags = [f"flag_number_{n}" for n in range(20)]
    found = rewritten(CASES, {(0, "expect", "flags"): flags})
    assert read_text(found, "").data[0]["expect"]["flags"] == flags
    assert max(map(len, found.splitlines())) <= 120
    assert read_text(found, "").data[0]["expect"]["escalation"] == []


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("may_match", "may_match"),
        ("2026-11-23", "2026-11-23"),
        ("daca/2026-10-02", "daca/2026-10-02"),
        ("1a", "1a"),
        ("5", '"5"'),
        ({"id": "appeal", "from": "2026-11-29"}, "{id: appeal, from: 2026-11-29}"),
        ({"positive": [], "adverse": ["gang"]}, "{positive: [], adverse: [gang]}"),
    ],
)
def test_data_is_written_in_one_line_and_read_the_same(value, written):
    assert in_one_line(value) == written
    assert read_text(f"a: {written}", "").data == {"a": value}


def test_a_file_is_written_whole_with_its_rights_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "cases.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_whole(path, "new\n")
    assert (path.read_text(encoding="utf-8"), path.stat().st_mode & 0o777) == ("new\n", 0o640)
    assert [*tmp_path.iterdir()] == [path]


def test_a_file_that_cannot_be_written_is_reported_and_stays(tmp_path, monkeypatch):
    path = tmp_path / "cases.yaml"
    path.write_text("old", encoding="utf-8")

    def refuse(*_):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ContentError) as refused:
        write_whole(path, "new")
    assert str(refused.value) == (
        f"{path}:1: this file cannot be written (Permission denied). Nothing in it was changed"
    )
    assert path.read_text(encoding="utf-8") == "old"
    assert [*tmp_path.iterdir()] == [path]
