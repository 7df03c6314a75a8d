"""Who may call whom, read off the source: a room imports from rooms to its right or below only.

cli ── web ── authoring        the shell: web and authoring never import each other or the cli
       beside the core         files in and out, other forms of a result
          core                 no clock, no environment, no framework
"""

import ast
import calendar
import re
import subprocess
import sys
from pathlib import Path

import pytest

from interview.places import PACKAGE

# From the right to the left: each may import those before it, and no other.
CORE = (
    "truth", "dates", "conditions", "condition_reader",
    "content.model", "content.questions", "content.rules",
    "content.discretion", "content.law", "content.words", "content.lists", "content.pages",
    "content", "reader", "condition_checks", "content_files",
    "page_checks", "resolving", "cross_checks", "loader", "judging",
    "answers", "path", "rulebook", "reasons", "screening", "law_over_time", "language", "telling",
    "blocks", "told", "concluded_sections", "factor_sections", "discretion_sections", "summary",
)  # fmt: skip
BESIDE = (
    "places", "readability", "oddities", "result_writer", "facts_file", "cases", "texts",
    "plain_text", "markup", "rows", "batch", "options",
    "condition_words", "lawyer_sheet",
)  # fmt: skip
IN_ORDER = CORE + BESIDE
SHELL = ("cli", "screen_command")
FOLDERS = ("web", "authoring")

CORE_LIBRARIES = {"pydantic", "yaml", "babel"}
BESIDE_LIBRARIES = CORE_LIBRARIES | {"jinja2", "markdown", "markupsafe", "click"}


def _name(path: Path) -> str:
    """A module's name below the package: screening, or web.forms."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


SOURCES = {_name(path): ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
MODULES = {name: tree for name, tree in SOURCES.items() if name}


def _imported(tree: ast.AST) -> set[str]:
    """Every module that a source imports, those of the product by their name below it."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            assert node.module is not None
            inside = [f"{node.module}.{name.name}" for name in node.names]
            known = [name for name in inside if name.removeprefix("interview.") in SOURCES]
            found |= set(known) or {node.module}
    return found


def _own(tree: ast.AST) -> set[str]:
    return {
        name.removeprefix("interview.") for name in _imported(tree) if name.startswith("interview.")
    }


def _libraries(tree: ast.AST) -> set[str]:
    outside = {name.partition(".")[0] for name in _imported(tree)} - {"interview"}
    return {name for name in outside if name not in sys.stdlib_module_names}


def _room(module: str) -> str:
    folder, dot, _ = module.partition(".")
    if folder == "content":
        return "flat"
    return folder if dot or folder in FOLDERS else "flat"


# ---------------------------------------------------------------- arrows


def test_every_module_has_its_place_in_the_house():
    flat = {module for module in MODULES if _room(module) == "flat"}
    assert flat == {*IN_ORDER, *SHELL}
    assert {_room(module) for module in MODULES} <= {"flat", *FOLDERS}


@pytest.mark.parametrize("module", IN_ORDER)
def test_the_core_and_what_hangs_on_it_import_only_what_stands_before_them(module):
    before = set(IN_ORDER[: IN_ORDER.index(module)])
    assert _own(MODULES[module]) - before == set()


@pytest.mark.parametrize("folder", FOLDERS)
def test_web_and_authoring_call_the_core_and_never_each_other(folder):
    allowed = {*IN_ORDER, *(module for module in MODULES if _room(module) == folder)}
    for module, tree in MODULES.items():
        if _room(module) == folder:
            assert _own(tree) - allowed == set(), module


def test_nothing_imports_in_a_circle():
    arrows = {module: _own(tree) & MODULES.keys() for module, tree in MODULES.items()}
    while arrows:
        ends = {module for module, targets in arrows.items() if not targets & arrows.keys()}
        assert ends, f"these import each other: {sorted(arrows)}"
        arrows = {module: targets for module, targets in arrows.items() if module not in ends}


def test_the_map_of_the_authoring_room_names_every_module():
    told = set(re.findall(r"[a-z_]+", ast.get_docstring(MODULES["authoring"])))
    modules = {m.partition(".")[2] for m in MODULES if m.startswith("authoring.")}
    assert modules - told == set()


# ---------------------------------------------------------------- what the core does without


@pytest.mark.parametrize("module", CORE)
def test_the_core_knows_no_framework(module):
    assert _libraries(MODULES[module]) - CORE_LIBRARIES == set()


@pytest.mark.parametrize("module", BESIDE)
def test_what_hangs_on_the_core_knows_no_web_framework(module):
    assert _libraries(MODULES[module]) - BESIDE_LIBRARIES == set()


FORBIDDEN_MODULES = {"os", "sys", "time", "random", "socket", "subprocess", "urllib", "logging"}
CLOCK_AND_ENVIRONMENT = {"today", "now", "utcnow", "environ", "getenv", "getpass", "urandom"}
FORBIDDEN_CALLS = {"open", "print", "input", "eval", "exec", "__import__", "compile"}


@pytest.mark.parametrize("module", CORE)
def test_the_core_reads_no_clock_no_environment_and_runs_nothing(module):
    tree = MODULES[module]
    assert _imported(tree) & FORBIDDEN_MODULES == set()
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert attributes & CLOCK_AND_ENVIRONMENT == set()
    calls = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert calls & FORBIDDEN_CALLS == set()


def test_only_the_reader_and_the_catalogs_touch_files_in_the_core():
    touching = {
        module
        for module in CORE
        for node in ast.walk(MODULES[module])
        if isinstance(node, ast.Attribute)
        and node.attr in {"read_text", "read_bytes", "open", "write_text", "write_bytes"}
    }
    assert touching == {"reader", "language"}


def test_today_is_asked_only_at_the_edge():
    asking = {
        module
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now"}
        if isinstance(node.value, ast.Attribute) and node.value.attr in {"date", "datetime"}
    }
    assert asking <= {
        "screen_command",
        "web.settings",
        "authoring.check_commands",
        "authoring.prove_commands",
        "authoring.mutate_commands",
    }


# ---------------------------------------------------------------- no law in Python

# The language of conditions has `birthday`, and a CSV has a column for each program.
KNOWN_IN_PYTHON = {
    ("condition_reader", "birth_date"),
    ("screen_command", "answering_for"),
    ("web.visits", "answering_for"), ("condition_words", "birth_date"),
    ("authoring.walk_report", "answering_for"),
}  # fmt: skip
# Ids that are words of the language too: a type of question, a voice, a group, a heading.
PLAIN_WORDS = {"state", "none", "never", "self", "client", "long", "request", "1", "2", "3"}


def _ids(content):
    questions = content.questions
    yield from (question.id for question in questions)
    yield from (value.id for question in questions for value in question.values)
    yield from (flag.id for flag in content.flags)
    yield from (*content.criteria, *content.programs)
    yield from (ground.id for ground in content.priorities.grounds)
    yield from (factor.id for factor in content.factors.positive + content.factors.adverse)
    yield from (step.id for step in content.escalation.steps)
    yield from (memo.id for memo in content.memos)


def _texts(tree):
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_no_fact_flag_program_or_factor_is_named_in_python(content):
    ids = set(_ids(content)) - PLAIN_WORDS
    # The crowd is made-up people, not rules: it answers the questions that there are.
    rules = {module: tree for module, tree in MODULES.items() if module != "authoring.crowd"}
    named = {(module, text) for module, tree in rules.items() for text in _texts(tree) & ids}
    assert named - KNOWN_IN_PYTHON == set()


def test_no_date_of_the_law_stands_in_python():
    """But for two days in June, which show how to write one, and what follows "Write"."""
    in_words = rf"(?:{'|'.join(calendar.month_name[1:])}) \d{{1,2}}, \d{{4}}"
    for module, tree in MODULES.items():
        told = " ".join(re.sub(r"Write \S+", "", text) for text in _texts(tree))
        dates = set(re.findall(rf"\d{{4}}-\d\d-\d\d|{in_words}", told))
        assert dates <= {"2007-06-15", "2015-06-15", "June 15, 2012"}, module


# ---------------------------------------------------------------- what a start costs


def test_the_command_line_starts_without_the_web_framework_and_the_prover():
    code = (
        "import sys, interview.cli; "
        "print(sorted({'flask', 'z3', 'wtforms', 'waitress', 'cryptography'} & sys.modules.keys()))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
