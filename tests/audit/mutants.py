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
from functools import partial
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
    ["tests/screening/test_memo_statuses.py", "tests/screening/test_timelines.py",
     "tests/files/test_cases.py", "-m", "not slow"],
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
NOTICED, UNNOTICED, EXPLAINED = "noticed", "unnoticed", "unnoticed and explained"
UNLOADED, ENDLESS = "not even loaded", "endless"
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
    return " / ".join(" ".join(line.split()) for line in lines)


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


def in_turn(seed: int) -> list[Mutant]:
    """Return all mutants, shuffled by a seed, one of every place before the second of any."""
    mutants = list(all_mutants())
    random.Random(seed).shuffle(mutants)
    places: Counter[tuple[str, tuple[int, int]]] = Counter()
    turns = []
    for place, mutant in mutants:
        turns.append((places[place], mutant))
        places[place] += 1
    return [mutant for _, mutant in sorted(turns, key=lambda turn: turn[0])]


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


def seconds_without_mutant() -> float:
    """Return how long all the tests compute without a mutant; they must pass."""
    # The rules are tested by all that tests the screening, and more.
    child = in_fork(lambda: run_tests("rules", None), 3_600)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit("the tests fail without any mutant")
    return used.ru_utime + used.ru_stime


def judge_all(mutants: list[Mutant], workers: int) -> Iterator[tuple[Mutant, str]]:
    """Yield what became of each mutant, as they end."""
    limit = PATIENCE * seconds_without_mutant()
    waiting, running = mutants[::-1], {}
    while waiting or running:
        while waiting and len(running) < workers:
            mutant = waiting.pop()
            running[in_fork(partial(run_tests, room_of(mutant.file), mutant), limit)] = mutant
        child, status = os.wait()
        yield running.pop(child), verdict(status)


class Explained:
    """The mutants that change nothing, each with why; without `now`, every one of its line."""

    def __init__(self) -> None:
        entries = yaml.safe_load(SURVIVORS.read_text(encoding="utf-8"))
        self._changes = {(one["file"], one["was"], one.get("now")): one["why"] for one in entries}

    def speaks_of(self, mutant: Mutant) -> bool:
        return not self._changes.keys().isdisjoint(_explanations(mutant))

    def outdated(self, mutants: list[Mutant]) -> list[tuple[str, str, str | None]]:
        """Return what is explained and is no mutant any more."""
        possible = {change for mutant in mutants for change in _explanations(mutant)}
        return [change for change in self._changes if change not in possible]


def _explanations(mutant: Mutant) -> list[tuple[str, str, str | None]]:
    """What an explanation may name: neither outdates when the line moves."""
    return [(mutant.file, mutant.was, mutant.now), (mutant.file, mutant.was, None)]


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

    explained, mutants = Explained(), in_turn(given.seed)
    chosen = mutants[: given.count]
    print(f"{len(chosen)} of {len(mutants)} mutants, seed {given.seed}", flush=True)
    began, ends = time.monotonic(), Counter()
    for mutant, end in judge_all(chosen, given.workers):
        known = end == UNNOTICED and explained.speaks_of(mutant)
        ends[EXPLAINED if known else end] += 1
        if end == UNNOTICED and not known:
            show(mutant)
    minutes = (time.monotonic() - began) / 60
    outdated = explained.outdated(mutants)
    for change in outdated:
        print(f"explained in {SURVIVORS.name}, but no mutant any more: {change}")
    print(", ".join(f"{number} {end}" for end, number in sorted(ends.items())))
    # On a busy machine the minutes say little; the seconds of computing say what a quiet one needs.
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    computed = (used.ru_utime + used.ru_stime) / len(chosen)
    rate = len(chosen) / minutes
    print(f"{minutes:.1f} minutes: {rate:.0f} mutants a minute, {computed:.1f} s each")
    sys.exit(bool(ends[UNNOTICED] or outdated))


if __name__ == "__main__":
    main()
