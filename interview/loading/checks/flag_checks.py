"""Checks of flags, and of what stands beside them: timelines, dates, deadlines, no circle."""

from interview.loading.content_files import ContentFiles, walk
from interview.loading.document import Place
from interview.rules import conditions as c


def check_flags(files: ContentFiles) -> None:
    """Complain of each timeline, date or deadline that is not there, and of flags in a circle."""
    _flag_timelines(files)
    _flag_circles(files)
    _flag_dates(files)
    _step_deadlines(files)
    _break_outs(files)


def _flag_timelines(files: ContentFiles) -> None:
    """Flags, options, notes and the guidance on detention name timelines that there are."""
    timelines = {timeline.id: timeline for timeline in files.models["law"].timelines}
    named: set[str] = set()
    for name in ("flags", "discretion/options", "discretion/detention"):
        for place, value in walk(files.models[name]):
            for number, wanted in enumerate(getattr(value, "timelines", ())):
                files.must_exist(name, (*place, "timelines", number), wanted, timelines, "timeline")
                named.add(wanted)
    for number, note in enumerate(files.models["discretion/notes"].notes):
        if note.told_by:
            where = ("notes", number, "told_by")
            files.must_exist("discretion/notes", where, note.told_by, timelines, "timeline")
    for number, timeline in enumerate(files.models["law"].timelines):
        dates = [event.date for event in timeline.events]
        for nth in range(1, len(dates)):
            if timeline.id in named and dates[nth] == dates[nth - 1]:
                message = (
                    f"an event's name is its timeline and its day, and {dates[nth]} has two "
                    "events. Make them one"
                )
                place = ("timelines", number, "events", nth, "date")
                files.complain("law", place, message, timeline.id)


def _flag_circles(files: ContentFiles) -> None:
    """No flag hangs on itself, by whatever way round."""
    flags = files.models["flags"].flags
    named = {flag.id: c.flags_named(flag.condition) for flag in flags}
    settled: set[str] = set()
    while ready := {flag for flag in named if flag not in settled and named[flag] <= settled}:
        settled |= ready
    known = set(named)
    for number, flag in enumerate(flags):
        if flag.id not in settled and named[flag.id] <= known:
            message = "this flag hangs on a flag that hangs on it. Flags may not go in a circle"
            files.complain("flags", ("flags", number, "condition"), message, flag.id)


def _flag_dates(files: ContentFiles) -> None:
    """Words of a flag that name a day take it from a question about a date."""
    dated = {q.id for q in files.question_by_id.values() if q.type == "date"}
    for number, flag in enumerate(files.models["flags"].flags):
        for nth, words in enumerate(flag.where):
            if words.date is not None:
                place: Place = ("flags", number, "where", nth, "date")
                files.must_exist("flags", place, words.date, dated, "date question", flag.id)


def _step_deadlines(files: ContentFiles) -> None:
    """A first step that names a day takes it from a deadline that there is."""
    known = [deadline.id for deadline in files.models["deadlines"].deadlines]
    for name in ("flags", "wording"):
        for place, value in walk(files.models[name]):
            if wanted := getattr(value, "deadline", None):
                files.must_exist(name, (*place, "deadline"), wanted, known, "deadline")


def _break_outs(files: ContentFiles) -> None:
    """A break-out is of a flag that there is, and no flag has two; `check` names what has none."""
    flags = [flag.id for flag in files.models["flags"].flags]
    listed = [one.flag for one in files.models["break_outs"].break_outs]
    for number, flag in enumerate(listed):
        place: Place = ("break_outs", number, "flag")
        files.must_exist("break_outs", place, flag, flags, "flag", flag)
        if flag in listed[:number]:
            message = f'"{flag}" has a break-out already. Keep one of the two'
            files.complain("break_outs", place, message, flag)
