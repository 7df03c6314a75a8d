"""The rules of one content as of one day, as one query."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

from interview.caseload.lowering import CHOICES, KINDS, Lowered, Node, TruthGraph, lower
from interview.caseload.sql.dialects import DIALECTS
from interview.caseload.sql.expressions import Expressions, coded_columns, sql_text
from interview.content import Content

NARROW = ("lane", "level", "program", "flag")
# All that SQL can say; deadlines are dates, and those stay with the columns.
ALL = (*CHOICES, *KINDS)
_HEAD = """-- {title}
-- As of {as_of}; a law that changes on another day needs another query. Made from the questions.
-- people: a table with a column for each question. One value: its id. A list: ids with ; between.
-- A date: QUESTION_first and QUESTION_last. NULL is not known, in answers as in results.
"""


class Query:
    """Writes one query: answers as the rules read them, layers of truths, and the results."""

    def __init__(
        self, content: Content, as_of: datetime.date, dialect: str, parts: Sequence[str]
    ) -> None:
        self._content, self._as_of, self._parts = content, as_of, parts
        self._dialect = DIALECTS[dialect]
        self._types = {question.id: question.type for question in content.questions}
        lists = frozenset(fact for fact, kind in self._types.items() if kind == "choices")
        self._expressions = Expressions(self._dialect, lists)
        self._lowered: Lowered = lower(content, as_of)
        self._graph: TruthGraph = self._lowered.graph
        self._written: dict[Node, str] = {}
        self._layer: dict[Node, int] = {}
        self._layers: list[list[str]] = []

    def text(self, title: str, table: str = "people", id_column: str = "id") -> str:
        """Return the query; raise NotInSQL for a rule that SQL cannot say."""
        outputs = self._outputs()
        self._write([node for _, nodes in outputs for node in nodes.values()])
        name = self._dialect.quoted
        coded = coded_columns(self._expressions, self._dialect, self._types)
        steps = [f"coded AS (SELECT {name(id_column)},\n  " + ",\n  ".join(coded)
                 + f"\n  FROM {table})"]  # fmt: skip
        before = "coded"
        for number, columns in enumerate(self._layers, 1):
            listed = ",\n  ".join(columns)
            steps.append(f"layer_{number} AS (SELECT *,\n  {listed}\n  FROM {before})")
            before = f"layer_{number}"
        results = [f"{self._result(nodes)} AS {name(column)}" for column, nodes in outputs]
        return (
            _HEAD.format(title=title, as_of=self._as_of)
            + "WITH\n" + ",\n".join(steps)
            + f"\nSELECT {name(id_column)},\n  " + ",\n  ".join(results) + f"\nFROM {before}\n"
        )  # fmt: skip

    def _outputs(self) -> list[tuple[str, dict[str, Node]]]:
        """Each result's column, and its truths: one, or one for each value."""
        found: list[tuple[str, dict[str, Node]]] = []
        for part in self._parts:
            if part in CHOICES:
                found.append((part, self._lowered.choices[part]))
                continue
            for name, node in self._lowered.truths.items():
                if name.startswith(f"{part} "):
                    found.append((name.replace(" ", "_", 1), {"": node}))
        return found

    def _result(self, nodes: dict[str, Node]) -> str:
        if list(nodes) == [""]:
            return self._written[nodes[""]]
        cases = " ".join(f"WHEN {self._written[n]} THEN {sql_text(v)}" for v, n in nodes.items())
        return f"CASE {cases} END" if cases else "CAST(NULL AS VARCHAR(10))"

    # ------------------------------------------------------------ layers

    def _write(self, wanted: Iterable[Node]) -> None:
        """Write every step after its parts; what several need stands in a layer of its own."""
        order = self._in_order(wanted)
        steps = self._graph.steps
        uses = Counter(part for node in order for part in steps[node].parts)
        for node in order:
            parts = steps[node].parts
            layer = max((self._layer[part] for part in parts), default=0)
            written = self._expressions.of(steps[node], [self._written[part] for part in parts])
            if uses[node] > 1 and len(written) > _SHORT:
                name = f"t{node}"
                self._put(layer, f"{written} AS {name}")
                written, layer = name, layer + 1
            self._written[node], self._layer[node] = written, layer

    def _put(self, layer: int, column: str) -> None:
        while len(self._layers) <= layer:
            self._layers.append([])
        self._layers[layer].append(column)

    def _in_order(self, wanted: Iterable[Node]) -> list[Node]:
        # A step is made after its parts, so their numbers are in order already.
        needed: set[Node] = set()
        waiting = list(wanted)
        while waiting:
            node = waiting.pop()
            if node not in needed:
                needed.add(node)
                waiting += self._graph.steps[node].parts
        return sorted(needed)


# What is as short as a name is written out where it is needed.
_SHORT = 12
