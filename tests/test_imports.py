"""Who may call whom, read off the source: a room calls rooms below it, through their doors only.

Inside `authoring`, `web`, `desk` and `caseload` stand smaller rooms, held to the same.
"""

import ast
import calendar
import re
import subprocess
import sys
from pathlib import Path

import pytest

from interview.content.folders import PACKAGE

# The floors, from the ground up; on one floor a room calls those that stand before it.
FLOORS = (
    ("rules",),
    ("content",),
    ("loading", "languages", "screening"),
    ("summary", "files"),
    ("paper", "web", "desk", "authoring", "caseload"),
    ("cli",),
    ("interview",),
)
AUTHORING = (
    "crowd",
    "prover",
    "reach",
    "texts",
    "claims",
    "check",
    "prove",
    "diff",
    "mutate",
    "review",
    "map",
)
WEB = ("site", "visit", "protection", "pages", "listening", "app")
DESK = (
    "store", "rights", "memory", "tallies", "cards", "tickets", "queue", "life", "review",
    "sign_off", "papers", "pages", "serving",
)  # fmt: skip
CASELOAD = ("lowering", "bitmaps", "layout", "screens", "compare", "smallest", "lines", "sql")
SMALL_ROOMS = {"authoring": AUTHORING, "web": WEB, "desk": DESK, "caseload": CASELOAD}
MOST_FLOORS, MOST_ARROWS = 7, 65

# What must not be known of the world, and by which rooms.
CORE = ("rules", "content", "loading", "languages", "screening")
CORE_LIBRARIES = {"pydantic", "yaml", "babel"}
ABOVE = ("summary", "files")
ABOVE_LIBRARIES = CORE_LIBRARIES | {"jinja2", "markdown", "markupsafe", "openpyxl"}


def _name(path: Path) -> str:
    """A module's name: interview.screening.path; a door has the name of its room."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


MODULES = {_name(path): ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
MODULE_NAMES = MODULES.keys()


def _room(module: str) -> str:
    """The room that a module stands in; what stands in none is the public face."""
    parts = module.split(".")
    in_a_room = len(parts) > 1 and (PACKAGE / parts[1]).is_dir()
    return parts[1] if in_a_room else "interview"


def _small_room(module: str) -> str:
    parts = module.split(".")
    return parts[2] if len(parts) > 2 and parts[1] in SMALL_ROOMS else ""


def _imported(tree: ast.AST) -> set[str]:
    """Every module that a source imports; what is asked of a door is asked of the room."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            assert node.module is not None
            inside = {f"{node.module}.{name.name}" for name in node.names} & MODULE_NAMES
            found |= inside or {node.module}
    return found


def _own(tree: ast.AST) -> set[str]:
    return {name for name in _imported(tree) if name.split(".")[0] == "interview"}


def _libraries(tree: ast.AST) -> set[str]:
    outside = {name.partition(".")[0] for name in _imported(tree)} - {"interview"}
    return {name for name in outside if name not in sys.stdlib_module_names}


def _arrows(room_of, modules) -> set[tuple[str, str]]:
    """Which room calls which."""
    called = (
        (room_of(module), room_of(target)) for module in modules for target in _own(MODULES[module])
    )
    return {(one, other) for one, other in called if one and other and one != other}


def _in(*rooms: str) -> dict[str, ast.AST]:
    return {module: tree for module, tree in MODULES.items() if _room(module) in rooms}


ARROWS = _arrows(_room, MODULES)


# ---------------------------------------------------------------- rooms and doors


def test_every_room_has_its_floor():
    assert {_room(module) for module in MODULES} == {room for floor in FLOORS for room in floor}
    assert len(FLOORS) <= MOST_FLOORS


def test_no_arrow_leads_up_or_back():
    order = [room for floor in FLOORS for room in floor]
    assert {(a, b) for a, b in ARROWS if order.index(a) <= order.index(b)} == set()
    # The face shows what several rooms do together, and nobody waits for it.
    assert len([caller for caller, _ in ARROWS if caller != "interview"]) <= MOST_ARROWS


def test_web_and_authoring_never_call_each_other():
    assert ARROWS & {("web", "authoring"), ("authoring", "web")} == set()


@pytest.mark.parametrize("room", SMALL_ROOMS)
def test_the_small_rooms_of_a_room_call_each_other_one_way(room):
    modules = [module for module in _in(room) if _small_room(module)]
    assert {_small_room(module) for module in modules} == set(SMALL_ROOMS[room])
    order = SMALL_ROOMS[room].index
    arrows = _arrows(_small_room, modules)
    # A small room may call one of another room: then it stands on a lower floor, or before it.
    inside = {(a, b) for a, b in arrows if b in SMALL_ROOMS[room]}
    assert {(a, b) for a, b in inside if order(a) <= order(b)} == set()


def test_a_room_is_entered_through_its_door():
    """From elsewhere only `from interview.ROOM import NAME`, of a name that the door shows."""
    for module, tree in MODULES.items():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.ImportFrom) and node.module in MODULES):
                continue
            same_room = _room(node.module) == _room(module)
            if same_room and _small_room(node.module) == _small_room(module):
                continue
            door = MODULES[node.module]
            shown = _shown(door)
            names = {name.name for name in node.names}
            assert names <= shown, f"{module}: {node.module} does not show {names - shown}"


def _shown(door: ast.AST) -> set[str]:
    """The names in a door's __all__; a module that is no door shows nothing."""
    for node in ast.walk(door):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def test_nothing_imports_in_a_circle():
    arrows = {
        module: {target for target in _own(tree) if target in MODULES and target != module}
        for module, tree in MODULES.items()
    }
    while arrows:
        # A door waits for its room; the room's own modules do not wait for the door.
        ends = {module for module, targets in arrows.items() if not targets & arrows.keys()}
        assert ends, f"these import each other: {sorted(arrows)}"
        arrows = {module: targets for module, targets in arrows.items() if module not in ends}


# ---------------------------------------------------------------- one name, one thing

# Two rooms may use a name for two things only where one of them is no choice of ours.
SHARED_NAMES = {
    "Comparison": "a comparison of a rule, and of two texts",
    "Deadlines": "what the file says, and what works them out",
    "Range": "the fewest and the most of anybody",
    "load": "what the public face does with what loading loads",
    "Result": "what the public face gives, made of what screening gives",
    "Summary": "what the public face gives, made of blocks",
    "walk": "a command, and the reader's way through what a file says",
}


def _place(module: str) -> str:
    """The room, or the small room where there is one."""
    parts = module.split(".")
    small = len(parts) > 3 and parts[1] in SMALL_ROOMS
    return ".".join(parts[1 : 3 if small else 2])


def _named(tree: ast.Module) -> set[str]:
    """What a module's top level defines: classes, functions, and types under a name of their own.

    Constants and the letters of type variables are no ideas that a reader could mix up.
    """
    found = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    found |= {
        node.targets[0].id
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        if not node.targets[0].id.isupper()
    }
    return {name for name in found if not name.startswith("_")}


def test_no_name_stands_for_different_things_in_two_rooms():
    rooms: dict[str, set[str]] = {}
    for module, tree in MODULES.items():
        for name in _named(tree):
            rooms.setdefault(name, set()).add(_place(module))
    shared = {name for name, places in rooms.items() if len(places) > 1}
    assert shared == SHARED_NAMES.keys()


# ---------------------------------------------------------------- what the core does without


@pytest.mark.parametrize("room", CORE)
def test_the_core_knows_no_framework(room):
    assert set().union(*map(_libraries, _in(room).values())) - CORE_LIBRARIES == set()


@pytest.mark.parametrize("room", ABOVE)
def test_what_stands_on_the_core_knows_no_web_framework(room):
    assert set().union(*map(_libraries, _in(room).values())) - ABOVE_LIBRARIES == set()


def test_click_is_known_to_the_command_line_alone():
    assert {_room(module) for module, tree in MODULES.items() if "click" in _libraries(tree)} == {
        "cli"
    }


FORBIDDEN_MODULES = {"os", "sys", "time", "random", "socket", "subprocess", "urllib", "logging"}
# A result has a list `today`; to call it so is to look at a clock.
CLOCK = {"today", "now", "utcnow"}
ENVIRONMENT = {"environ", "getenv", "getpass", "urandom"}
FORBIDDEN_CALLS = {"open", "print", "input", "eval", "exec", "__import__", "compile"}


@pytest.mark.parametrize("module", _in(*CORE, "summary"))
def test_the_core_reads_no_clock_no_environment_and_runs_nothing(module):
    tree = MODULES[module]
    assert _imported(tree) & FORBIDDEN_MODULES == set()
    called = {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert called & CLOCK == set()
    assert attributes & ENVIRONMENT == set()
    calls = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert calls & FORBIDDEN_CALLS == set()


def test_only_loading_and_languages_touch_files_in_the_core():
    touching = {
        _room(module)
        for module, tree in _in(*CORE).items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"read_text", "read_bytes", "open", "write_text", "write_bytes"}
    }
    assert touching == {"loading", "languages"}


def test_today_is_asked_only_at_the_edge():
    asking = {
        module
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now"}
        if isinstance(node.value, ast.Attribute) and node.value.attr in {"date", "datetime"}
    }
    assert {module for module in asking if _room(module) != "cli"} <= {
        "interview.web.site.settings",
        # The process that follows a closed day has nobody to hand it a clock.
        "interview.desk.serving.__main__",
    }


# ---------------------------------------------------------------- no law in Python

# The language of conditions has `birthday`, and the voice hangs on who answers.
KNOWN_IN_PYTHON = {
    ("interview.rules.parsing", "birth_date"),
    ("interview.cli.parameters", "answering_for"),
    ("interview.web.visit.visit", "answering_for"),
    ("interview.summary.condition_words", "birth_date"),
    ("interview.authoring.reach.report", "answering_for"),
}
# Ids that are words of the language too: a role, a type of question, a voice, a group, a heading.
PLAIN_WORDS = {
    "helper",
    "state",
    "none",
    "never",
    "self",
    "client",
    "long",
    "request",
    "1",
    "2",
    "3",
}


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
    named = {(module, text) for module, tree in MODULES.items() for text in _texts(tree) & ids}
    assert named - KNOWN_IN_PYTHON == set()


def test_no_date_of_the_law_stands_in_python():
    """But for two days in June, which show how to write one, and what follows "Write"."""
    in_words = rf"(?:{'|'.join(calendar.month_name[1:])}) \d{{1,2}}, \d{{4}}"
    for module, tree in MODULES.items():
        told = " ".join(re.sub(r"Write \S+", "", text) for text in _texts(tree))
        dates = set(re.findall(rf"\d{{4}}-\d\d-\d\d|{in_words}", told))
        assert dates <= {"2007-06-15", "2015-06-15", "June 15, 2012"}, module


# ---------------------------------------------------------------- what a start costs


def test_to_import_the_product_is_to_load_nothing_but_its_name():
    code = "import sys, interview; print(sorted(n for n in sys.modules if n[:9] == 'interview'))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "['interview']"


def test_the_command_line_starts_without_the_web_framework_and_the_prover():
    code = (
        "import sys, interview.cli; "
        "print(sorted({'flask', 'z3', 'wtforms', 'waitress', 'cryptography'} & sys.modules.keys()))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
