"""Checks that the tables of the event desk hold together: roles, states, actions, and ways."""

from interview.loading.content_files import ContentFiles
from interview.loading.document import Place

_RIGHTS, _MOVES, _TICKETS = "desk/rights", "desk/moves", "desk/tickets"
# With fewer, who knows a number soon guesses the word beside it.
_FEWEST_WORDS = 50
# The role that runs the day, and so never opens what a person said; the ways out for everybody.
_RUNS_THE_DAY, _ALWAYS_OPEN = "coordinator", ("left", "stopped")


def check_desk(files: ContentFiles) -> None:
    """Complain of what no file of the desk describes, and of a state that cannot be reached."""
    _check_rights(files)
    _check_moves(files)
    _check_life(files)
    _check_words(files)


def _check_rights(files: ContentFiles) -> None:
    table = files.models[_RIGHTS]
    stations = [station.id for station in table.stations]
    known = {
        "action": [action.id for action in table.actions],
        "role": [role.id for role in table.roles],
    }
    for number, role in enumerate(table.roles):
        place: Place = ("roles", number, "station")
        files.must_exist(_RIGHTS, place, role.station, stations, "station", role.id)
    for number, right in enumerate(table.rights):
        here: Place = ("rights", number)
        files.must_exist(_RIGHTS, (*here, "action"), right.action, known["action"], "action")
        for nth, name in enumerate(right.roles):
            files.must_exist(_RIGHTS, (*here, "roles", nth), name, known["role"], "role")
        for nth, name in enumerate(right.at):
            files.must_exist(_RIGHTS, (*here, "at", nth), name, stations, "station")
        if _RUNS_THE_DAY in right.roles and right.action in _opening(files):
            message = f"{_RUNS_THE_DAY} may do nothing that opens what a person said. Take it out"
            files.complain(_RIGHTS, (*here, "roles"), message)
    used = {right.action for right in table.rights}
    for number, action in enumerate(table.actions):
        if action.id not in used:
            message = f'nobody may do "{action.id}". Give it a row in rights, or take it out'
            files.complain(_RIGHTS, ("actions", number), message, action.id)


def _opening(files: ContentFiles) -> set[str]:
    return {action.id for action in files.models[_RIGHTS].actions if action.opens != "nothing"}


def _check_moves(files: ContentFiles) -> None:
    table, rights = files.models[_MOVES], files.models[_RIGHTS]
    states = [state.id for state in table.states]
    stations = [station.id for station in rights.stations]
    actions = [action.id for action in rights.actions]
    files.must_exist(_MOVES, ("starts",), table.starts, states, "state")
    for number, state in enumerate(table.states):
        at: Place = ("states", number)
        files.must_exist(_MOVES, (*at, "station"), state.station, stations, "station", state.id)
    for number, move in enumerate(table.moves):
        place: Place = ("moves", number)
        files.must_exist(_MOVES, (*place, "to"), move.to, states, "state")
        files.must_exist(_MOVES, (*place, "by"), move.by, actions, "action")
        for nth, begin in enumerate(move.begins):
            files.must_exist(_MOVES, (*place, "from", nth), begin, states, "state")
    _check_ways(files)


def _check_ways(files: ContentFiles) -> None:
    """Every state is reached, none that ends is left, and out leads a way from everywhere."""
    table = files.models[_MOVES]
    reached = {table.starts}
    for _ in table.states:
        reached |= {move.to for move in table.moves if reached & {*move.begins}}
    for number, state in enumerate(table.states):
        out = {move.to for move in table.moves if state.id in move.begins}
        message = ""
        if state.id not in reached:
            message = f'nothing leads to "{state.id}". Give it a move, or take it out'
        elif state.ends and out:
            message = f'"{state.id}" ends a visit, and a move leads on. Take one of them out'
        elif not state.ends and not {*_ALWAYS_OPEN} <= out:
            message = f'from "{state.id}" a way must lead to each of {", ".join(_ALWAYS_OPEN)}'
        if message:
            files.complain(_MOVES, ("states", number), message, state.id)


def _check_life(files: ContentFiles) -> None:
    table = files.models[_MOVES]
    names = [state.id for state in table.life]
    for number, state in enumerate(table.life):
        for nth, name in enumerate(state.next):
            place: Place = ("life", number, "next", nth)
            files.must_exist(_MOVES, place, name, names, "state of the day", state.id)


def _check_words(files: ContentFiles) -> None:
    for language, words in files.models[_TICKETS].words.items():
        if len(words) < _FEWEST_WORDS:
            message = f"{len(words)} words are soon guessed. Write {_FEWEST_WORDS} or more"
            files.complain(_TICKETS, ("words", language), message, language)
