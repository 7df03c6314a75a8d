"""A mistake planted in any operation of the columns is noticed by a few hundred people."""

# What stands in the source is quoted whole.
# ruff: noqa: E501
import datetime
import inspect

import pyarrow as pa
import pytest
from column_rows import differing, rows_of
from one_by_one import OneByOne
from people import people
from tables import as_table

from interview.caseload import ALL, ColumnScreening
from interview.caseload.bitmaps import bits, calendar_tables, emitting, engine
from interview.caseload.layout import results
from interview.caseload.lowering import clauses, conclusions, graph, missing, next_steps, terms

DAY = datetime.date(2026, 11, 30)
PEOPLE = 1_500

# Where a mistake is planted, what stands there, and what is put in its place.
MISTAKES = [
    (graph, "return self._group(\"all\", parts, YES_NODE, NO_NODE)",
     "return self._group(\"any\", parts, NO_NODE, YES_NODE)"),
    (graph, "return self._step(Step(\"not\", (part,)), self._is_settled[part])", "return part"),
    (graph, "return self._step(Step(\"rule\", (condition, unclear)))", "return condition"),
    (graph, "if self._is_settled[part]:\n            return if_settled", "if True:\n            return if_settled"),
    (bits, "self._join(\"and\", [p.may for p in parts])", "self._join(\"and\", [p.yes for p in parts])"),
    (bits, "self._join(\"or\", [p.may for p in parts])", "self._join(\"or\", [p.yes for p in parts])"),
    (bits, "BitPair(self.inverted(parts[0].may), self.inverted(parts[0].yes))",
     "BitPair(self.inverted(parts[0].yes), self.inverted(parts[0].may))"),
    (bits, "self._two(\"and\", condition.yes, self.inverted(unclear.may))",
     "self._two(\"and\", condition.yes, self.inverted(unclear.yes))"),
    (bits, "self._two(\"or\", condition.may, unclear.may)", "condition.may"),
    (bits, "return BitPair(parts[0].yes, parts[0].yes)", "return BitPair(parts[0].may, parts[0].may)"),
    (bits, "return BitPair(parts[0].may, parts[0].may)", "return BitPair(parts[0].yes, parts[0].yes)"),
    (bits, "self._two(\"xor\", pair.yes, pair.may)", "pair.may"),
    (bits, "BitPair(yes, self._two(\"or\", yes, self._column(\"codes\", (fact, (0,)))))", "BitPair(yes, yes)"),
    (bits, "self._column(\"mask\", (fact, mask | 1))", "self._column(\"mask\", (fact, mask))"),
    (bits, "(fact, no_from)", "(fact, no_from + 1)"),
    (bits, "(fact, yes_up_to)", "(fact, yes_up_to - 1)"),
    (bits, "unknown = self._column(\"mask\", (fact, 1))", "unknown = ZERO"),
    (bits, "unknown = self._column(\"codes\", (fact, (0,)))", "unknown = ZERO"),
    (emitting, "_SIGNS[step.op]} r{at[other]}", "_SIGNS['or']} r{at[other]}"),
    (clauses, "self.graph.answer(op, (fact, wanted)), self.asked[fact]", "self.graph.answer(op, (fact, wanted)), YES_NODE"),
    (clauses, "asked = self.graph.may(clause.truth)", "asked = self.graph.sure(clause.truth)"),
    (clauses, "return negation(before(right, left))", "return before(left, right)"),
    (clauses, "return negation(before(left, right))", "return before(right, left)"),
    (clauses, "last_day_before(left.first + 1, right.moves)", "last_day_before(left.first, right.moves)"),
    (missing, "self._graph.open(clause.truth)", "self._graph.may(clause.truth)"),
    (missing, "asking = map(self._is_missing, around.asking)", "asking = ()"),
    (conclusions, "self.missing.search(excused, self.graph.open(clause.truth))", "pass"),
    (conclusions, "self.missing.ask_for(part.fact, self._sure(clause))", "pass"),
    (conclusions, "return self.graph.any((clause.truth, in_doubt))", "return clause.truth"),
    (conclusions, "self.graph.negation(is_over), runs", "runs"),
    (conclusions, "self.graph.negation(spared)", "YES_NODE"),
    (conclusions, "graph.all((nothing_so_far, is_closed, level[\"none\"]))", "graph.all((nothing_so_far, is_closed))"),
    (conclusions, "open_ = [graph.open(clause.truth) for clause in flags.values()]", "open_ = []"),
    (next_steps, "self.graph.negation(later)", "YES_NODE"),
]  # fmt: skip


@pytest.fixture(scope="module")
def crowd(content):
    rows = list(people(PEOPLE, 5, DAY))
    one_by_one = OneByOne(content)
    [batch] = as_table(content, rows, ids=False).combine_chunks().to_batches()
    return batch, [one_by_one.row(row, DAY) for row in rows]


def _plant(monkeypatch, module, before, after):
    """Put changed methods in the place of a module's own."""
    source = inspect.getsource(module)
    assert source.count(before) == 1, f"{before} stands {source.count(before)} times"
    changed = dict(vars(module))
    exec(compile(source.replace(before, after), module.__file__, "exec"), changed)
    for name, own in vars(module).items():
        if inspect.isclass(own) and own.__module__ == module.__name__:
            for key, method in vars(changed[name]).items():
                if inspect.isfunction(method) and key in vars(own):
                    monkeypatch.setattr(own, key, method)


def _differs(content, crowd):
    batch, wanted = crowd
    try:
        found = rows_of(ColumnScreening(content, DAY, ALL).screen_batch(batch))
    except (KeyError, ValueError, AssertionError, RecursionError, pa.ArrowException):
        return True
    return bool(differing(found, wanted))


@pytest.mark.slow
@pytest.mark.parametrize(("module", "before", "after"), MISTAKES)
def test_a_planted_mistake_is_noticed(content, crowd, monkeypatch, module, before, after):
    _plant(monkeypatch, module, before, after)
    assert _differs(content, crowd)


def test_without_a_mistake_nobody_differs(content, crowd):
    assert not _differs(content, crowd)


# ---------------------------------------------------------------- functions on columns

LOOKS = ("codes", "mask", "up to", "from", "ends before", "begins late", "one_day", "dated")


@pytest.mark.slow
@pytest.mark.parametrize("name", LOOKS)
def test_a_look_at_a_column_that_is_turned_round_is_noticed(content, crowd, monkeypatch, name):
    right = engine._LOOKS[name]
    monkeypatch.setitem(engine._LOOKS, name, lambda asks, people: ~right(asks, people))
    assert _differs(content, crowd)


def test_every_look_is_tried():
    assert set(LOOKS) == engine._LOOKS.keys()
    assert calendar_tables and results and terms
