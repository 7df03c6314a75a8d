"""Changes one small thing in the rules or the screening, again and again: do the tests notice?

Cosmic Ray makes the mutants; the tests run here, each mutant in a fork of this process, which has
imported everything but the product. Nothing is written to any file of the product.
"""

import argparse
import ast
import contextlib
import importlib
import importlib.machinery
import importlib.util
import os
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

# Cosmic Ray finds no operators unless parso is there before.
import parso  # noqa: F401  # isort: skip
import pytest
import yaml
from cosmic_ray.commands.init import _all_work_items as all_work_items
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

ROOT = Path(__file__).resolve().parents[2]
SURVIVORS = Path(__file__).with_name("survivors.yaml")
ROOMS = ("rules", "screening")
# What the product and its tests import from elsewhere: imported once, before all the forks.
IMPORTED_BEFORE = [
    "babel.dates",
    "click.testing",
    "hypothesis.strategies",
    "jinja2",
    "jsonschema",
    "markdown",
    "pydantic",
]

# Each batch of tests runs only where the ones before it noticed nothing; the fastest comes first.
SCREENING_TESTS = [
    ["tests/screening/test_answers.py", "tests/screening/test_path.py",
     "tests/screening/test_screening.py", "tests/screening/test_reasons.py"],
    ["tests/screening/test_memo_statuses.py", "tests/files/test_cases.py", "-m", "not slow"],
    ["tests/screening/test_oracle.py"],
]  # fmt: skip
BATCHES = {
    "rules": [["tests/rules"], *SCREENING_TESTS],
    "screening": SCREENING_TESTS,
}
QUIET = ["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"]
# `==` and `is` say the same of truths and of the texts that the product writes itself.
ALIKE = {
    f"core/ReplaceComparisonOperator_{one}_{other}"
    for one, other in (("Eq", "Is"), ("Is", "Eq"), ("NotEq", "IsNot"), ("IsNot", "NotEq"))
}
NOTICED, UNNOTICED, UNLOADED, ENDLESS = "noticed", "unnoticed", "not even loaded", "endless"
# How a fork ends, beside the ways that pytest has.
NOT_LOADED, BROKEN = 99, 98
# A mutant that takes this many times as long as the product does is taken for endless.
PATIENCE = 3
MOST_MEMORY = 2 << 30


class Mutant(NamedTuple):
    """One change of a file: the line that it changes, as it was and as it is now."""

    file: str
    line: int
    was: str
    now: str
    source: str

    @property
    def change(self) -> tuple[str, str, str]:
        """What an explanation speaks of: it outlives a move of the line."""
        return self.file, self.was, self.now


# ---------------------------------------------------------------- the mutants


def all_mutants() -> Iterator[tuple[tuple[str, tuple[int, int]], Mutant]]:
    """Yield every mutant behind the place that it changes."""
    for room in ROOMS:
        for path in sorted(Path("interview", room).glob("*.py")):
            code = path.read_text(encoding="utf-8")
            unions = set(_unions(code))
            for item in all_work_items([path], {}):
                [spec] = item.mutations
                if spec.start_pos in unions or spec.operator_name in ALIKE:
                    continue
                source = mutate_code(code, get_operator(spec.operator_name)(), spec.occurrence)
                if source != code:
                    yield (str(path), spec.start_pos), _mutant(str(path), code, source)


def _mutant(file: str, code: str, source: str) -> Mutant:
    """The first and the last line that differ bound what has changed."""
    was, now = code.splitlines(), source.splitlines()
    start = next(n for n, (one, other) in enumerate(zip(was, now, strict=False)) if one != other)
    end = 0
    while end < min(len(was), len(now)) - start and was[-1 - end] == now[-1 - end]:
        end += 1
    was, now = was[start : len(was) - end], now[start : len(now) - end]
    return Mutant(file, start + 1, _joined(was), _joined(now), source)


def _joined(lines: list[str]) -> str:
    return " / ".join(line.strip() for line in lines)


def _unions(code: str) -> Iterator[tuple[int, int]]:
    """The places of `|` between types: with another operator a module hardly loads."""
    lines = code.splitlines()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr) and _is_type(node.left):
            row, column = node.left.end_lineno, node.left.end_col_offset
            yield row, lines[row - 1].index("|", column)


def _is_type(node: ast.expr) -> bool:
    """Names of types start with a capital letter, and those of the language are known."""
    while isinstance(node, ast.BinOp):
        node = node.right
    text = ast.unparse(node).removeprefix("c.").removeprefix("type[")
    return text.startswith(("str", "dict", "frozenset", '"')) or text[0].isupper()


def sample(count: int, seed: int) -> tuple[list[Mutant], set[tuple[str, str, str]]]:
    """Return mutants by a seed, one of every place before the second of any; and all changes."""
    mutants = list(all_mutants())
    random.Random(seed).shuffle(mutants)
    places: Counter[tuple[str, tuple[int, int]]] = Counter()
    turns = []
    for place, mutant in mutants:
        turns.append((places[place], mutant))
        places[place] += 1
    turns.sort(key=lambda turn: turn[0])
    return [mutant for _, mutant in turns[:count]], {mutant.change for _, mutant in mutants}


# ---------------------------------------------------------------- one mutant


class MutantLoader(importlib.machinery.SourceFileLoader):
    """Loads a module from the source of a mutant."""

    source = ""

    def get_code(self, fullname: str):
        return compile(self.source, self.path, "exec", dont_inherit=True)


class MutantFinder:
    """Finds one module as a mutant, and leaves the others to Python."""

    def __init__(self, mutant: Mutant) -> None:
        self._name = mutant.file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        self._loader = MutantLoader(self._name, str(ROOT / mutant.file))
        self._loader.source = mutant.source

    def find_spec(self, fullname, path=None, target=None):
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(
            fullname, self._loader.path, loader=self._loader
        )


def room_of(file: str) -> str:
    return Path(file).parts[1]


def run_tests(room: str, mutant: Mutant | None) -> int:
    """Run the batches of a room until one notices; return how it ended, as pytest counts."""
    if mutant is not None:
        sys.meta_path.insert(0, MutantFinder(mutant))
        try:
            importlib.import_module("interview.screening")
        except Exception:
            return NOT_LOADED
    for batch in BATCHES[room]:
        ended = pytest.main([*QUIET, *batch])
        if ended:
            return int(ended)
    return 0


def in_fork(work: Callable[[], int], seconds: float) -> int:
    """Start work in a quiet fork, ended after so many seconds of computing; return its number."""
    child = os.fork()
    if child:
        return child
    ended = BROKEN
    with contextlib.suppress(BaseException):
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        ended = work()
    os._exit(ended)


def verdict(status: int) -> str:
    """Say what became of a mutant whose fork ended so."""
    if os.WIFSIGNALED(status):
        return ENDLESS
    return {0: UNNOTICED, NOT_LOADED: UNLOADED}.get(os.WEXITSTATUS(status), NOTICED)


# ---------------------------------------------------------------- all of them


def seconds_of(room: str) -> float:
    """Return how long the tests of a room compute without a mutant; they must all pass."""
    child = in_fork(lambda: run_tests(room, None), 3_600)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"the tests for {room}/ fail without any mutant")
    return used.ru_utime + used.ru_stime


def judge_all(mutants: list[Mutant], workers: int) -> Iterator[tuple[Mutant, str]]:
    """Yield what became of each mutant, as they end."""
    limit = {room: PATIENCE * seconds_of(room) for room in ROOMS}
    waiting, running = mutants[::-1], {}
    while waiting or running:
        while waiting and len(running) < workers:
            mutant = waiting.pop()
            room = room_of(mutant.file)
            child = in_fork(lambda room=room, mutant=mutant: run_tests(room, mutant), limit[room])
            running[child] = mutant
        child, status = os.wait()
        yield running.pop(child), verdict(status)


def read_explained() -> dict[tuple[str, str, str], str]:
    entries = yaml.safe_load(SURVIVORS.read_text(encoding="utf-8")) or []
    return {(entry["file"], entry["was"], entry["now"]): entry["why"] for entry in entries}


def show(mutant: Mutant) -> None:
    print(f"{mutant.file}:{mutant.line}\n  - {mutant.was}\n  + {mutant.now}", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=600, help="how many mutants to try")
    options.add_argument("--seed", type=int, default=1, help="which ones")
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = options.parse_args()
    os.chdir(ROOT)
    for name in IMPORTED_BEFORE:
        importlib.import_module(name)

    explained = read_explained()
    mutants, changes = sample(given.count, given.seed)
    print(f"{len(mutants)} of {len(changes)} different mutants, seed {given.seed}", flush=True)
    began, ends, unexplained = time.monotonic(), Counter(), 0
    for mutant, end in judge_all(mutants, given.workers):
        ends[end] += 1
        if end == UNNOTICED and mutant.change not in explained:
            unexplained += 1
            show(mutant)
    minutes = (time.monotonic() - began) / 60
    outdated = [change for change in explained if change not in changes]
    for file, was, now in outdated:
        print(f"explained in {SURVIVORS.name}, but no mutant any more: {file}: {was} -> {now}")
    told = ", ".join(f"{number} {end}" for end, number in sorted(ends.items()))
    print(f"{told}; {unexplained} unnoticed without an explanation")
    print(f"{minutes:.1f} minutes, {len(mutants) / minutes:.0f} mutants a minute")
    sys.exit(bool(unexplained or outdated))


if __name__ == "__main__":
    main()
