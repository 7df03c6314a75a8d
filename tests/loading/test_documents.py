"""YAML in which every scalar is text: none of YAML's own guesses may change the law in silence."""

import pytest

from interview.loading.documents import Document, read_file, read_text


def problems(text: str) -> list[str]:
    """What is wrong with a text, line by line."""
    return [str(problem) for problem in read_text(text, "flags.yaml").problems]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("answer: no", {"answer": "no"}),
        ("answer: yes", {"answer": "yes"}),
        ("on: off", {"on": "off"}),
        ("no: NO", {"no": "NO"}),
        ("state: NO", {"state": "NO"}),
        ("count: 012", {"count": "012"}),
        ("time: 12:30:00", {"time": "12:30:00"}),
        ("date: 2007-06-15", {"date": "2007-06-15"}),
        ("date: 2007-02-30", {"date": "2007-02-30"}),
        ("number: 1e3", {"number": "1e3"}),
        ("ground: 1d", {"ground": "1d"}),
        ("list: [1, yes, dui]", {"list": ["1", "yes", "dui"]}),
        ("empty:", {"empty": None}),
        ("empty: ~", {"empty": None}),
        ("empty: null", {"empty": None}),
        ('word: "null"', {"word": "null"}),
        ('word: ""', {"word": ""}),
        ("", None),
        ("# only a comment", None),
        ("\ufeffanswer: no", {"answer": "no"}),
    ],
)
def test_every_scalar_is_read_as_it_is_written(text, data):
    assert (read_text(text, "facts.yaml").data, problems(text)) == (data, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "id: a\nname: b\nid: c\n",
            ['flags.yaml:3: "id" stands twice (also on line 1). Keep one of the two'],
        ),
        (
            "flags:\n- id: a\n  urgency: now\n  urgency: soon\n  id: b\n",
            [
                'flags.yaml:4: "urgency" stands twice (also on line 3). Keep one of the two',
                'flags.yaml:5: "id" stands twice (also on line 2). Keep one of the two, '
                "or begin a new entry with a dash",
            ],
        ),
        (
            "name: Do this: see a lawyer\n",
            [
                "flags.yaml:1: a text with a colon and a space in it must stand in double quotes, "
                "or on its own line after >-"
            ],
        ),
        ("flags:\n\t- id: a\n", ["flags.yaml:2: there is a tab in the indent. Use spaces"]),
        (
            "flags:\n- id: a\n\turgency: now\n",
            ["flags.yaml:3: there is a tab in the indent. Use spaces"],
        ),
        (
            "name: @home\n",
            ["flags.yaml:1: a character here has a meaning in YAML. Put the text in double quotes"],
        ),
        (
            'name: "a \\q b"\n',
            ["flags.yaml:1: a character here has a meaning in YAML. Put the text in double quotes"],
        ),
        (
            "flags:\n- id: a\n urgency: now\n",
            [
                "flags.yaml:3: this is not YAML (did not find expected key). "
                "Indent this line like its neighbours, and look at the quotes here"
            ],
        ),
    ],
)
def test_a_trap_of_yaml_is_named_with_its_line_and_what_to_write(text, expected):
    assert problems(text) == expected


def test_a_place_that_the_file_does_not_have_is_the_nearest_one_around_it():
    document = read_text("flags:\n- id: a\n  source:\n  - advisory: p. 7\n", "flags.yaml")
    assert document.line(("flags", 0, "source", 0, "advisory")) == 4
    assert document.line(("flags", 0, "condition")) == 2
    assert document.line(("nowhere",)) == 1


def test_a_problem_names_the_rule_that_it_is_about():
    document = Document("flags.yaml", lines={("flags", 0): 7})
    document.complain(("flags", 0), "this flag has no reason", "detained")
    assert str(document.problems[0]) == "flags.yaml:7: detained: this flag has no reason"


def test_a_file_that_is_not_there_is_a_problem_and_not_a_crash(tmp_path):
    found = read_file(tmp_path / "law.yaml", "questions/law.yaml").problems
    assert [str(problem) for problem in found] == [
        "questions/law.yaml:1: the file cannot be read (No such file or directory). "
        "Check that it is there"
    ]


def test_a_file_in_another_encoding_is_a_problem_and_not_a_crash(tmp_path):
    (tmp_path / "law.yaml").write_bytes("name: DACA año\n".encode("latin-1"))
    found = read_file(tmp_path / "law.yaml", "questions/law.yaml").problems
    assert [str(problem) for problem in found] == [
        "questions/law.yaml:1: the file is not UTF-8 text. Save it as UTF-8"
    ]
