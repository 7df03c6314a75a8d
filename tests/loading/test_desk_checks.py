"""The tables of the event desk hold together, or a sentence says with file and line where not."""

import shutil
from pathlib import Path

import pytest

from interview.content.folders import ROOT
from interview.loading import ContentError, load

RIGHTS, MOVES = "desk/rights.yaml", "desk/moves.yaml"


def problems(folder: Path, file: str, before: str, after: str) -> list[str]:
    copy = folder / "questions"
    shutil.copytree(ROOT / "questions", copy)
    text = (copy / file).read_text("utf-8")
    assert before in text, f"{file} no longer has {before!r}"
    (copy / file).write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(ContentError) as found:
        load(copy)
    assert all(problem.line for problem in found.value.problems)
    return [f"{p.file.removeprefix('questions/')}: {p.message}" for p in found.value.problems]


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("file", "before", "after", "says"),
    [
        (RIGHTS, "{action: open_visit, roles: [reviewer, student]",
         "{action: open_visit, roles: [reviewer, coordinator]",
         "coordinator may do nothing that opens what a person said. Take it out"),
        (RIGHTS, "{action: print_papers, roles: [exit]",
         "{action: print_papers, roles: [exit, coordinator]",
         "coordinator may do nothing that opens what a person said. Take it out"),
        (RIGHTS, "{action: let_go, roles: [exit]", "{action: let_go, roles: [exits]",
         'there is no role "exits". Did you mean "exit"?'),
        (RIGHTS, "{action: let_go, roles: [exit], at: [exit]",
         "{action: let_go, roles: [exit], at: [exitt]",
         'there is no station "exitt". Did you mean "exit"?'),
        (RIGHTS, "- {id: let_go}\n", "- {id: let_go}\n- {id: look_up}\n",
         'nobody may do "look_up". Give it a row in rights, or take it out'),
        (MOVES, "to: done, by: let_go", "to: don, by: let_go",
         'there is no state "don". Did you mean "done"?'),
        (MOVES, "to: done, by: let_go", "to: done, by: let_goo",
         'there is no action "let_goo". Did you mean "let_go"?'),
        (MOVES, "- {from: [leaving], to: done, by: let_go}\n", "",
         'nothing leads to "done". Give it a move, or take it out'),
        (MOVES, "second_look, leaving], to: left", "second_look], to: left",
         'from "leaving" a way must lead to each of left, stopped'),
        (MOVES, "- {from: [waiting], to: interview", "- {from: [done], to: interview",
         '"done" ends a visit, and a move leads on. Take one of them out'),
        (MOVES, "name: Open, next: [paused, closing]", "name: Open, next: [pausd, closing]",
         'there is no state of the day "pausd". Did you mean "paused"?'),
    ],
)  # fmt: skip
def test_a_table_that_does_not_hold_together_is_refused(tmp_path, file, before, after, says):
    assert f"{file}: {says}" in problems(tmp_path, file, before, after)


def test_each_reason_to_refuse_has_its_sentence(tmp_path):
    line = "  not_open: The day is not open.\n"
    found = problems(tmp_path, "desk/plan.yaml", line, "")
    assert any("there must be one each for not_allowed" in one for one in found)


def test_tickets_have_words_enough_that_none_is_guessed(tmp_path):
    text = (ROOT / "questions" / "desk/tickets.yaml").read_text("utf-8")
    _, _, english = text.partition("words:\n  en:\n")
    words = english.partition("\n  es:")[0]
    few = "\n".join(words.splitlines()[:10])
    says = "desk/tickets.yaml: 10 words are soon guessed. Write 50 or more"
    assert problems(tmp_path, "desk/tickets.yaml", words, few) == [says]
