"""The map of the interview: questions in the order of asking, and what opens each, as a drawing."""

import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from interview.content import Content, Question
from interview.languages import Tongue
from interview.rules import conditions as c
from interview.summary import ConditionSayer

# Light fills with dark text: at least 7 to 1 in contrast, and told apart in print by the frames.
COLORS = ("#fde2d2", "#d9ecf7", "#e3f1d6", "#f6e3f0", "#fdf3c8", "#dfe3f5", "#e5e5e5", "#d5f0ea")
WIDTH = 28
WIDE = 36


class NoDrawingProgram(Exception):
    """No program that draws DOT is installed; the message says what to install."""


def dot(content: Content, tongue: Tongue, parts: tuple[str, ...]) -> str:
    """Return the map of some parts in the DOT language."""
    return "\n".join(_Drawing(content, tongue, parts).lines()) + "\n"


class _Drawing:
    def __init__(self, content: Content, tongue: Tongue, parts: tuple[str, ...]) -> None:
        self.content = content
        self.tongue = tongue
        self.parts = parts
        self.sayer = ConditionSayer(content, tongue)
        names = content.interview.parts
        self.colors = {part: COLORS[n % len(COLORS)] for n, part in enumerate(names)}
        self.part_of = {q.id: part for part in names for q in content.parts[part].questions}

    def lines(self) -> Iterator[str]:
        yield "digraph interview {"
        yield f"  label={_quoted(self.tongue.say(self.content.interview.name))}; labelloc=t;"
        yield '  fontname="Arial"; rankdir=TB; ranksep=0.35; nodesep=0.25; newrank=true;'
        yield '  node [fontname="Arial", fontsize=11, shape=box, style="filled,rounded"];'
        yield '  edge [fontname="Arial", fontsize=10, color="#444444"];'
        for part in self.parts:
            yield from self.cluster(part)
        yield from self.elsewhere()
        yield from self.order()
        yield from self.conditions()
        yield "}"

    def questions(self) -> Iterator[Question]:
        for part in self.parts:
            yield from self.content.parts[part].questions

    def cluster(self, part: str) -> Iterator[str]:
        yield f"  subgraph {_quoted('cluster_' + part)} {{"
        title = self.tongue.say(self.content.parts[part].title)
        yield f'    label={_quoted(title)}; color="#888888"; fontsize=14;'
        for question in self.content.parts[part].questions:
            yield f"    {self.node(question)}"
        yield "  }"

    def node(self, question: Question) -> str:
        label = _wrapped(self.tongue.say(question.short), WIDTH)
        color = self.colors[self.part_of[question.id]]
        tooltip = _quoted(self.tongue.say(question.ask))
        return (
            f'{_quoted(question.id)} [label={_quoted(label)}, fillcolor="{color}", '
            f"tooltip={tooltip}];"
        )

    def elsewhere(self) -> Iterator[str]:
        """Questions of other parts that these questions hang on."""
        shown = {question.id for question in self.questions()}
        known = {question.id: question for question in self.content.questions}
        opening = {
            fact: None
            for question in self.questions()
            if question.asked_if is not None
            for fact in c.facts(question.asked_if)
            if fact not in shown
        }
        for fact in opening:
            yield f'  {self.node(known[fact])[:-2]}, style="filled,rounded,dashed"];'

    def order(self) -> Iterator[str]:
        ids = [_quoted(question.id) for question in self.questions()]
        if len(ids) > 1:
            yield f'  {" -> ".join(ids)} [color="#bbbbbb", arrowsize=0.5, weight=4];'

    def conditions(self) -> Iterator[str]:
        """One box for each condition; the questions it reads lead in, those it opens lead out."""
        numbers: dict[c.Condition, int] = {}
        for question in self.questions():
            if question.asked_if is None:
                continue
            number = numbers.setdefault(question.asked_if, len(numbers) + 1)
            box = _quoted(f"condition {number}")
            if number == len(numbers) and not self._drawn(question):
                lines = self.sayer.say(question.asked_if).lines()
                label = "\n".join(_wrapped(line, WIDE) for line in lines)
                yield (
                    f"  {box} [label={_quoted(label)}, shape=note, style=filled, "
                    'fillcolor="#ffffff", fontsize=10];'
                )
                for fact in c.facts(question.asked_if):
                    yield f"  {_quoted(fact)} -> {box} [style=dashed];"
            yield f"  {box} -> {_quoted(question.id)};"

    def _drawn(self, question: Question) -> bool:
        """Say whether an earlier question has drawn this question's condition."""
        earlier = [q for q in self.questions() if q.asked_if == question.asked_if]
        return earlier[0].id != question.id


def _wrapped(text: str, width: int) -> str:
    indent = " " * (len(text) - len(text.lstrip()))
    return "\n".join(textwrap.wrap(text.strip(), width, initial_indent=indent,
                                   subsequent_indent=indent))  # fmt: skip


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\l")
    ending = "\\l" if "\n" in text else ""
    return f'"{escaped}{ending}"'


# ---------------------------------------------------------------- SVG


def drawing_program() -> str | None:
    """Return the program that draws DOT: the system's dot, or graphviz-pure of the same venv."""
    beside = Path(sys.executable).with_name("graphviz-pure")
    return (
        shutil.which("dot")
        or shutil.which("graphviz-pure")
        or (str(beside) if beside.exists() else None)
    )


def svg(drawing: str) -> str:
    """Draw DOT as SVG; raise NoDrawingProgram."""
    program = drawing_program()
    if program is None:
        raise NoDrawingProgram(
            "no program draws this here. Install Graphviz, or: pip install graphviz-pure"
        )
    done = subprocess.run(
        [program, "-Tsvg"], input=drawing, capture_output=True, text=True, check=True
    )
    return done.stdout
