"""The map: an outline in both languages, DOT always, SVG where a program can draw."""

import pytest
from click.testing import CliRunner

from interview.authoring.map import picture
from interview.cli.main import main
from interview.content import Content
from interview.languages.language import Tongue


def test_the_outline_puts_a_question_under_the_one_that_opens_it(content: Content) -> None:
    part = content.parts[content.interview.parts[0]]
    say = Tongue("en", "client", {}).say
    lines = CliRunner().invoke(main, ["map", "--part", content.interview.parts[0]]).output
    assert lines.startswith(f"1. {say(part.title)}\n")
    for question in part.questions:
        name = f"{say(question.short)} ({question.id})"
        if question.asked_if is None:
            assert f"\n  {name}\n" in lines
        else:
            assert f"    {name}\n" in lines
            assert "Asked if:" in lines.split(name)[1].splitlines()[1]


def test_the_outline_speaks_spanish() -> None:
    done = CliRunner().invoke(main, ["map", "--part", "urgent", "--lang", "es"])
    assert done.exit_code == 0
    assert "    Audiencia en 30 días o menos (hearing_soon)" in done.output or (
        "(hearing_soon)" in done.output and "Se pregunta si:" in done.output
    )


def test_the_drawing_shows_every_question_once_in_the_color_of_its_part(content: Content) -> None:
    drawing = picture.dot(content, Tongue("en", "client", {}), content.interview.parts)
    colors = {
        part: {
            line.split('fillcolor="')[1][:7]
            for question in content.parts[part].questions
            for line in drawing.splitlines()
            if line.strip().startswith(f'"{question.id}" [label')
        }
        for part in content.interview.parts
    }
    drawn = [line for line in drawing.splitlines() if "tooltip=" in line]
    assert len(drawn) == len(content.questions)
    assert all(len(found) == 1 for found in colors.values())
    assert len({*map(tuple, colors.values())}) == len(content.interview.parts)


def test_a_part_s_drawing_shows_what_opens_its_questions_from_elsewhere(content: Content) -> None:
    drawing = picture.dot(content, Tongue("en", "client", {}), ("immigration",))
    [case_stage] = [line for line in drawing.splitlines() if '"case_stage" [label' in line]
    assert "dashed" in case_stage


def test_without_a_drawing_program_the_dot_is_printed_with_a_hint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(picture, "drawing_program", lambda: None)
    done = CliRunner().invoke(main, ["map", "--format", "svg", "--part", "urgent"])
    assert done.exit_code == 0
    assert done.stdout.startswith("digraph interview {")
    assert "pip install graphviz-pure" in done.stderr


@pytest.mark.skipif(picture.drawing_program() is None, reason="nothing here draws DOT")
def test_with_a_drawing_program_the_map_is_svg() -> None:
    done = CliRunner().invoke(main, ["map", "--format", "svg"])
    assert done.exit_code == 0
    assert "<svg" in done.stdout


def test_an_unknown_part_is_refused_with_the_known_ones(content: Content) -> None:
    done = CliRunner().invoke(main, ["map", "--part", "polic"])
    known = ", ".join(content.interview.parts)
    assert (done.exit_code, done.stderr) == (2, f'there is no part "polic". Parts: {known}\n')
