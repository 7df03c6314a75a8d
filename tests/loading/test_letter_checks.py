"""What a letter may hang on: an edit that would tell more is refused, with what and where."""

import shutil
from pathlib import Path

import pytest

from interview.content.folders import ROOT
from interview.loading import ContentError, load

QUESTIONS = ROOT / "questions"
LETTER = "papers/letter.yaml"
FACTORS, OPTIONS, MEMOS = (f"discretion/{name}.yaml" for name in ("factors", "options", "memos"))


def _messages(folder: Path, edits: list[tuple[str, str, str]]) -> list[str]:
    copy = folder / "questions"
    shutil.copytree(QUESTIONS, copy)
    for file, before, after in edits:
        text = (copy / file).read_text("utf-8")
        assert text.count(before) >= 1, f"{file} no longer has {before!r}"
        (copy / file).write_text(text.replace(before, after, 1), "utf-8")
    try:
        load(copy)
    except ContentError as error:
        return [f"{p.file.removeprefix('questions/')}: {p.message}" for p in error.problems]
    return []


BAR_CRIMES = (
    "felony_over_one_year, significant_offenses, misdemeanor_jail, misdemeanors, "
    "three_on_separate_dates"
)
ALWAYS = "case_stage, detained, removal_date_set, request, immigration_status"


def _tells(file: str, facts: str) -> str:
    end = "Take the words out of the letter, or see papers/letter.yaml"
    return f"{file}: words of a letter may not hang on {facts}. {end}"


_LET_IN = '"{}" is kept out of the letter. Take it out here'


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("edits", "message"),
    [
        # A factor, a point and a memo of a factor hang on what the letter may speak of.
        ([(LETTER, "factors:\n", "factors:\n- long_residence\n")],
         f"{LETTER}: {_LET_IN.format('long_residence')}"),
        ([(FACTORS, "{applies: family includes spouse_citizen_lpr, text",
                    "{applies: last_entry_manner is paroled, text")],
         _tells(FACTORS, "last_entry_manner")),
        ([(FACTORS, "{applies: family includes spouse_citizen_lpr, text",
                    "{applies: flag recent_entry is raised, text")],
         _tells(FACTORS, "recent_entry")),
        ([(FACTORS, "{applies: family includes spouse_citizen_lpr, text",
                    "{applies: bar_crimes, text")],
         _tells(FACTORS, BAR_CRIMES)),
        ([(FACTORS, "  condition: health has any\n",
                    "  condition: {any: [health has any, any_conviction is yes]}\n")],
         _tells(FACTORS, "any_conviction")),
        ([(FACTORS, "memos: [morton_2011_victims]", "memos: [meissner_2000]")],
         _tells(FACTORS, ALWAYS)),
        # An ask hangs on the stage.
        ([(OPTIONS, "condition: detained is not yes\n", "condition: any_arrest is no\n")],
         _tells(OPTIONS, "any_arrest")),
        ([(LETTER, "- ask: join_termination", "- ask: stay")],
         _tells(OPTIONS, "recent_entry")),
        ([(LETTER, "although:\n", "although:\n- {ask: stay, why: No reason.}\n")],
         f'{LETTER}: "stay" needs no excuse. Take it out'),
        # What is kept out cannot be let in.
        ([(LETTER, "speaks_of:\n", "speaks_of:\n- any_arrest\n")],
         f"{LETTER}: {_LET_IN.format('any_arrest')}"),
        ([(LETTER, "stage_facts: [", "stage_facts: [last_entry_date, ")],
         f"{LETTER}: {_LET_IN.format('last_entry_date')}"),
        # What is named is there, and has words.
        ([(LETTER, "- family_ties", "- family_tie")],
         f'{LETTER}: there is no good factor "family_tie". Did you mean "family_ties"?'),
        ([(LETTER, "speaks_of:\n- birth_date", "speaks_of:\n- birth_dat")],
         f'{LETTER}: there is no question "birth_dat". Did you mean "birth_date"?'),
        ([(LETTER, "    security:\n    - gang_conviction", "    security:\n    - gang_convictio")],
         f'{LETTER}: there is no question "gang_convictio". Did you mean "gang_conviction"?'),
        ([(LETTER, "- family_ties\n", "")],
         f"{FACTORS}: this has words for a letter, and is not in factors of papers/letter.yaml. "
         "Add it there"),
        ([(LETTER, "memos: [johnson", "memos: [napolitano_2012, johnson")],
         f'{LETTER}: the memo "napolitano_2012" has no words for a letter. Give it "letter:"'),
        ([(OPTIONS, "memos: [field_manual_2006]", "memos: [field_manual_2005]")],
         f'{OPTIONS}: there is no memo "field_manual_2005". Did you mean "field_manual_2006"?'),
        ([(OPTIONS, "      office: issuer\n", "      office: issuers\n")],
         f'{OPTIONS}: there is no office "issuers". Did you mean "issuer"?'),
        # A letter has one voice, and says how each memo may stand.
        ([(FACTORS, "    title: Youth\n", "    title: {self: You, client: They}\n")],
         f"{FACTORS}: title: a letter has one voice. Write one sentence, in the third person"),
        ([(LETTER, "  issued: in force\n", "")],
         f"{LETTER}: statuses: there must be one each for issued, listed, ended, replaced, "
         "blocked, not_known, and no other"),
    ],
)  # fmt: skip
def test_an_edit_that_would_tell_more_is_refused(tmp_path, edits, message):
    assert message in _messages(tmp_path, edits)


def test_the_letter_of_the_product_tells_nothing_of_it():
    load(QUESTIONS)
