"""The operator's own file: what it may say, and what is wrong with one, all at once."""

import datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from interview.content import FOLDERS, Phone
from interview.content.contacts import read_phone
from interview.content.folders import ROOT
from interview.files import schemas
from interview.loading import QUESTIONS, ContentError, read_contacts, read_file, read_text

CONTACTS = Path(__file__).parents[1] / "data" / "contacts"
TODAY = datetime.date(2026, 11, 30)
GOOD = """\
run_by: {name: Example House}
contacts:
- name: General Help
  phone: 202-555-0106
  languages: [en]
  checked_on: 2026-11-02
"""


@pytest.fixture
def problems(content, tmp_path):
    """What is wrong with a file of this text: problems(text), its name left out."""

    def problems(text):
        path = tmp_path / "contacts.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            read_contacts(path, content, ["en", "es"], TODAY)
        except ContentError as error:
            return [str(problem).removeprefix(f"{path}:") for problem in error.problems]
        return []

    return problems


def test_the_example_that_ships_can_be_used_and_is_never_loaded_by_itself(content):
    found = read_contacts(QUESTIONS / "examples" / "contacts.yaml", content, ["en", "es"], TODAY)
    assert len(found.contacts) == 5 and found.leave_to is None
    assert "examples" not in FOLDERS


PURPOSES = "detained, court, crime, daca, urgent"
WRONG = [
    ("  phone: 202-555-0106\n", "", '3: "phone" is missing. Add a line "phone: ..."'),
    ("202-555-0106", "1-800-LAWYERS",
     "4: phone: this is not a phone number. Write digits, such as (202) 555-0142 ext. 7"),
    ("202-555-0106", "12", "4: phone: a phone number has 3 to 15 digits. Look again"),
    ("202-555-0106", "javascript:alert(1)",
     "4: phone: this is not a phone number. Write digits, such as (202) 555-0142 ext. 7"),
    ("phone:", "fone:", '3: "phone" is missing. Add a line "phone: ..."'),
    ("2026-11-02", "2026-02-30",
     '6: checked_on: "2026-02-30" is not a date of the calendar. Write 2007-06-15'),
    ("2026-11-02", "2026-12-01",
     "6: checked_on: 2026-12-01 has not come yet. Write the day when it was"),
    ("  checked_on: 2026-11-02\n", "", '3: "checked_on" is missing. Add a line "checked_on: ..."'),
    ("[en]", "[en, esp]", '5: there is no language "esp". Did you mean "es"?'),
    ("[en]", "[en, en]", '5: languages: "en" stands twice. Keep one of the two'),
    ("[en]", "en", "5: languages: a list of at least one is needed here. "
     "Write it such as [es, en], or take the line out"),
    ("[en]", "[am, ar, bn, en, es, fa, fr, hi, ht]",
     "5: languages: at most 8 fit. Keep those that are asked for most"),
    ("[en]", "[en]\n  what_for: [tax]", f'6: there is no purpose "tax". Known: {PURPOSES}'),
    ("[en]", "[en]\n  states: [CA, QQ]", '6: there is no state "QQ". Known: AL, AK, '),
    ("[en]", "[en]\n  email: a@b.example", '6: "email" is not a setting here. Take it out.'),
    ("General Help", "{en: Help, fr: Aide}", '3: there is no language "fr". Known: en, es'),
    ("General Help", "x" * 61, "3: name: it has 61 letters, and at most 60 fit. Shorten it"),
    ("General Help", '"a\\u202eb"',
     "3: name: there is a sign in it that cannot be seen. Write the words anew"),
    ("run_by: {name: Example House}\n", "", '1: "run_by" is missing. Add a line "run_by: ..."'),
    ("contacts:\n", "leave_to: http://weather.example/\ncontacts:\n",
     "2: leave_to: this is no address with https. Write it such as https://example.org/"),
    ("contacts:\n", "leave_to: https://name:word@weather.example/\ncontacts:\n",
     "2: leave_to: this is no address with https. Write it such as https://example.org/"),
]  # fmt: skip


@pytest.mark.parametrize(("this", "that", "said"), WRONG)
def test_a_mistake_is_refused_with_its_line_and_what_to_do(problems, this, that, said):
    assert this in GOOD
    assert problems(GOOD.replace(this, that))[0].startswith(said)


def test_a_good_file_has_no_problem(problems):
    assert problems(GOOD) == []


AGAIN = """\
- name: GENERAL help
  phone: 202-555-0107
  languages: [en]
  checked_on: 2026-11-02
- name: Another Name
  phone: (202) 555-0106
  languages: [en]
  checked_on: 2026-11-02
"""


def test_nobody_stands_twice_by_name_or_by_phone(problems):
    assert problems(GOOD + AGAIN) == [
        "7: the same name stands on line 3. "
        "Make the two entries one, or give each a name of its own",
        "12: the same phone stands on line 4. Make the two entries one",
    ]


PHONES = [
    ("202-555-0106", "2025550106"),
    ("(202) 555-0106 ext. 7", "2025550106;ext=7"),
    ("202.555.0106 x12", "2025550106;ext=12"),
    ("+1 202 555 0106", "+12025550106"),
    ("*67 202 555 0106#", "*672025550106#"),
    ("211", "211"),
]


@pytest.mark.parametrize(("written", "dialed"), PHONES)
def test_a_phone_is_shown_as_written_and_dialed_by_its_digits(written, dialed):
    assert read_phone(written) == Phone(written, dialed)


def test_each_flag_that_cannot_wait_has_somebody_to_call(content):
    served = {flag for purpose in content.contact_words.purposes for flag in purpose.flags}
    assert {flag.id for flag in content.flags if flag.urgency == "now"} <= served


def test_the_schema_of_the_file_knows_this_content_and_takes_what_the_product_takes(content):
    validator = Draft202012Validator(schemas.all_schemas(content)["contacts"])
    files = [QUESTIONS / "examples" / "contacts.yaml", *sorted(CONTACTS.glob("*.yaml"))]
    assert [validator.is_valid(read_file(path, "").data) for path in files] == [True] * 4
    for wrong in ("phone: call us", "what_for: [tax]", "states: [QQ]", "colour: red"):
        data = read_text(f"{GOOD}  {wrong}\n".replace("  phone: 202-555-0106\n", ""), "").data
        assert not validator.is_valid(data), wrong
    contact = schemas.all_schemas(content)["contacts"]["$defs"]["Contact"]
    assert contact["required"] == ["name", "phone", "languages", "checked_on"]
    assert contact["properties"]["what_for"]["items"]["enum"] == PURPOSES.split(", ")
    named = (ROOT / "questions" / "examples" / "contacts.yaml").read_text(encoding="utf-8")
    assert named.startswith("# yaml-language-server: $schema=../schemas/contacts.json\n")
