"""Checks the file of appeals courts: every state under one court, decisions in order."""

from interview.loading.content_files import ContentFiles


def check_circuits(files: ContentFiles) -> None:
    """Complain of a state under no court or two, and of decisions of no court or out of order."""
    found = files.models["circuits"]
    known = [state.id for state in files.models["states"].states]
    for key in ("place_of_custody", "otherwise"):
        files.must_exist("circuits", (key,), getattr(found, key), files.question_by_id, "question")
    seen: dict[str, str] = {}
    for number, circuit in enumerate(found.circuits):
        for nth, state in enumerate(circuit.states):
            place = ("circuits", number, "states", nth)
            files.must_exist("circuits", place, state, known, "state")
            if state in seen:
                message = f"{state} stands under {seen[state]} already. Keep one of the two"
                files.complain("circuits", place, message)
            seen[state] = circuit.court
    for state in known:
        if state not in (*seen, *found.under_none):
            files.complain("circuits", ("circuits",), f"{state} is under no court. Add it to one")
    _decisions(files)


def _decisions(files: ContentFiles) -> None:
    found = files.models["circuits"]
    courts = [circuit.court for circuit in found.circuits]
    for number, decision in enumerate(found.decisions):
        place = ("decisions", number, "date")
        files.must_exist(
            "circuits", ("decisions", number, "court"), decision.court, courts, "court"
        )
        if number and decision.date < found.decisions[number - 1].date:
            message = "decisions stand in the order of their dates. Move it, or mend the date"
            files.complain("circuits", place, message)
