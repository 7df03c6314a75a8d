"""Runs formulas with PolicyEngine-core, in an environment of its own, and prints the CPU seconds.

Run by caseload.py: python caseload_peer.py FOLDER TIMES.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from policyengine_core.entities import Entity
from policyengine_core.periods import ETERNITY
from policyengine_core.simulations import SimulationBuilder
from policyengine_core.taxbenefitsystems import TaxBenefitSystem
from policyengine_core.variables import Variable

PERSON = Entity("person", "people", "A person", "")
PERSON.is_person = True
PERIOD = "2026"


def variable(name: str, kind: type, source: str | None) -> type:
    """Return a variable: an answer, or a rule with its formula."""
    body = {
        "value_type": kind,
        "entity": PERSON,
        "definition_period": ETERNITY,
        "label": name,
    }
    if source is not None:
        space: dict[str, object] = {}
        exec(f"def formula(person, period):\n    return {source}\n", space)
        body["formula"] = space["formula"]
    return type(name, (Variable,), body)


def simulated(system, columns):
    """Return a simulation of all the people."""
    count = len(next(iter(columns.values())))
    simulation = SimulationBuilder().build_default_simulation(system, count=count)
    for name, column in columns.items():
        simulation.set_input(name, PERIOD, column)
    return simulation


def main() -> None:
    folder, times = Path(sys.argv[1]), int(sys.argv[2])
    columns = dict(np.load(folder / "people.npz"))
    columns["zero"] = np.zeros_like(next(iter(columns.values())))
    rules = json.loads((folder / "rules.json").read_text("utf-8"))
    system = TaxBenefitSystem([PERSON])
    for name in columns:
        system.add_variable(variable(name, int, None))
    for name, source in rules.items():
        system.add_variable(variable(name, bool, source))
    spent = 0.0
    for turn in range(times + 1):
        simulation = simulated(system, columns)
        started = time.process_time()
        for name in rules:
            simulation.calculate(name, PERIOD)
        spent += (time.process_time() - started) if turn else 0
    print(spent / times)


if __name__ == "__main__":
    main()
