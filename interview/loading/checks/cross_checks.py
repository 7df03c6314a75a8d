"""Checks what one file says against the others: order, ids, questions and references."""

from typing import Any

from interview.content import Citation, Model, Part, Question, Value
from interview.loading.checks.circuit_checks import check_circuits
from interview.loading.checks.contact_checks import check_contact_words
from interview.loading.checks.desk_checks import check_desk
from interview.loading.checks.flag_checks import check_flags
from interview.loading.checks.letter_checks import check_letter
from interview.loading.checks.oddity_checks import check_oddities
from interview.loading.checks.page_checks import check_pages
from interview.loading.checks.paper_checks import check_papers
from interview.loading.checks.review_checks import check_review
from interview.loading.content_files import ContentFiles, Documents, Models, walk
from interview.loading.document import Place
from interview.loading.resolving import resolved
from interview.rules import conditions as c


def check_and_resolve(models: Models, documents: Documents) -> Models:
    """Complain in the documents of every reference that leads nowhere; return resolved models."""
    files = ContentFiles(_with_values(models), documents)
    _order_and_ids(files)
    _questions(files)
    check_pages(files)
    _citations(files)
    _references(files)
    done = resolved(files)
    check_letter(ContentFiles(done, documents))
    return done


def _with_values(models: dict[str, Any]) -> Models:
    """Give each question the values that it takes: those of a yes or no, and the states."""
    labels = models["wording"].labels
    yes_no = tuple(
        Value.model_construct(id=name, label=getattr(labels, name)) for name in ("yes", "no")
    )
    states = models["states"].states
    return {
        name: found.model_copy(
            update={"questions": tuple(q.with_values(yes_no, states) for q in found.questions)}
        )
        if isinstance(found, Part)
        else found
        for name, found in models.items()
    }


def _order_and_ids(files: ContentFiles) -> None:
    """Parts, programs and facts_order name what exists, once each; ids are not used twice."""
    for kind in ("parts", "programs"):
        present = [n.partition("/")[2] for n in files.models if n.startswith(f"{kind}/")]
        listed = getattr(files.interview, kind)
        for number, wanted in enumerate(listed):
            files.must_exist("interview", (kind, number), wanted, present, f"{kind} file")
        for extra in sorted(set(present) - set(listed)):
            files.complain("interview", (kind,), f'"{extra}" is not listed. Add it to {kind}')
    order = files.interview.facts_order
    for number, fact in enumerate(order):
        files.must_exist(
            "interview", ("facts_order", number), fact, files.question_by_id, "question"
        )
    for fact in files.question_by_id:
        if order.count(fact) != 1:
            message = (
                f'"{fact}" must stand once in facts_order, and stands {order.count(fact)} times'
            )
            again = [n for n, other in enumerate(order) if other == fact][1:]
            files.complain("interview", ("facts_order", *again[:1]), message)
    for fact, value in files.interview.usual.items():
        _usual(files, fact, value)
    for name, found in files.models.items():
        _unique_ids(files, name, found)


def _usual(files: ContentFiles, fact: str, value: str) -> None:
    """A usual answer is one that its question takes; a date is read when it is used."""
    place = ("usual", fact)
    files.must_exist("interview", place, fact, files.question_by_id, "question")
    taken = files.question_by_id[fact].value_ids if fact in files.question_by_id else ()
    if taken:
        files.must_exist("interview", place, value, taken, f"answer of {fact}")


def _unique_ids(files: ContentFiles, name: str, found: Model) -> None:
    for place, value in walk(found):
        if isinstance(value, tuple) and value and all(hasattr(v, "id") for v in value):
            ids = [item.id for item in value]
            for number, item in enumerate(ids):
                if item in ids[:number]:
                    message = f'the id "{item}" is used twice. Give one of the two another id'
                    files.complain(name, (*place, number), message, item)
    seen: dict[str, str] = {}
    for part, number, question in files.asked:
        if question.id in seen and seen[question.id] != part:
            files.complain(
                part, ("questions", number), "this question is in two parts", question.id
            )
        seen[question.id] = part


def _questions(files: ContentFiles) -> None:
    """Values fit the type; asked_if mentions earlier facts, and none of its own page."""
    earlier: list[Question] = []
    for part, number, question in files.asked:
        place: Place = ("questions", number)
        wants_values = question.type in ("choice", "choices")
        if wants_values != bool(question.values):
            needed = "needs values:" if wants_values else "takes no values:"
            files.complain(part, place, f"a question of type {question.type} {needed}", question.id)
        if question.precision == "month" and question.type != "date":
            files.complain(part, (*place, "precision"), "only a date has a precision", question.id)
        if question.asked_if is not None:
            _asked_if(files, part, (*place, "asked_if"), question, earlier)
        for nth, word in enumerate(question.words):
            words = [w.id for w in files.models["glossary"].words]
            files.must_exist(part, (*place, "words", nth), word, words, "word", question.id)
        earlier.append(question)


def _asked_if(
    files: ContentFiles, part: str, place: Place, question: Question, earlier: list[Question]
) -> None:
    assert question.asked_if is not None
    before = {other.id: other for other in earlier}
    named = {one.id: one.condition for one in files.models["conditions"].conditions}
    for fact in _facts(question.asked_if, named):
        if fact not in before and fact in files.question_by_id:
            message = f'"{fact}" is asked later. asked_if may only mention earlier questions'
            files.complain(part, place, message, question.id)
        elif fact in before and question.page and before[fact].page == question.page:
            message = f'"{fact}" is on the same page. Give this question a page of its own'
            files.complain(part, place, message, question.id)


def _facts(
    condition: c.Condition, named: dict[str, c.Condition], seen: tuple[str, ...] = ()
) -> list[str]:
    """The facts of a condition, with those that it speaks of by the name of another one."""
    found = list(c.facts(condition))
    waiting = [condition]
    while waiting:
        part = waiting.pop()
        waiting += c.parts(part)
        if isinstance(part, c.Named) and part.name in named and part.name not in seen:
            found += _facts(named[part.name], named, (*seen, part.name))
    return list(dict.fromkeys(found))


def _citations(files: ContentFiles) -> None:
    """Every source names a document of sources.yaml."""
    known = [document.id for document in files.models["sources"].sources]
    for name, found in files.models.items():
        for place, value in walk(found):
            if isinstance(value, Citation):
                files.must_exist(name, place, value.document, known, "document")


def _references(files: ContentFiles) -> None:
    """Criteria, timelines, steps and listed facts that are mentioned exist."""
    _programs(files)
    _timelines_of_their_own(files)
    steps = [step.id for step in files.models["discretion/escalation"].steps]
    for number, start in enumerate(files.models["discretion/escalation"].starts):
        place: Place = ("starts", number, "step")
        files.must_exist("discretion/escalation", place, start.step, steps, "step")
    facts = files.question_by_id
    for number, factor in enumerate(files.models["discretion/factors"].positive):
        if wanted := factor.lists:
            place = ("positive", number, "lists")
            files.must_exist("discretion/factors", place, wanted, facts, "question", factor.id)
    check_oddities(files)
    check_flags(files)
    check_circuits(files)
    check_contact_words(files)
    check_papers(files)
    check_review(files)
    check_desk(files)
    _deadline_dates(files)
    _sheet(files)
    _event_order(files)


def _deadline_dates(files: ContentFiles) -> None:
    """A deadline counts from the answer to a question about a date."""
    dated = {q.id for q in files.question_by_id.values() if q.type == "date"}
    for number, deadline in enumerate(files.models["deadlines"].deadlines):
        place: Place = ("deadlines", number, "date")
        for fact in c.term_facts(deadline.date):
            files.must_exist("deadlines", place, fact, dated, "date question", deadline.id)


def _sheet(files: ContentFiles) -> None:
    """The years of a life here are counted from dates; what is told elsewhere is a question."""
    sheet = files.models["sheet"]
    dated = {q.id for q in files.question_by_id.values() if q.type == "date"}
    terms: list[tuple[Place, c.DateTerm]] = [(("presence", "arrival"), sheet.presence.arrival)]
    for number, span in enumerate(sheet.presence.spans):
        at: Place = ("presence", "spans", number)
        terms += [((*at, key), getattr(span, key)) for key in ("first", "last")]
    for place, term in terms:
        for fact in c.term_facts(term):
            files.must_exist("sheet", place, fact, dated, "date question")
    for number, fact in enumerate(sheet.told_elsewhere):
        place = ("told_elsewhere", number)
        files.must_exist("sheet", place, fact, files.question_by_id, "question")


def _programs(files: ContentFiles) -> None:
    """Programs and priorities have a timeline; a program's criteria exist and stand there once."""
    timelines = [timeline.id for timeline in files.models["law"].timelines]
    criteria = [criterion.id for criterion in files.models["criteria"].criteria]
    programs = [name for name in files.models if name.startswith("programs/")]
    for name in ("priorities", *programs):
        timeline = files.models[name].timeline
        files.must_exist(name, ("timeline",), timeline, timelines, "timeline")
    for name in programs:
        program = files.models[name]
        for number, wanted in enumerate(program.criteria):
            files.must_exist(name, ("criteria", number), wanted, criteria, "criterion")
            if wanted in program.criteria[:number]:
                message = f'"{wanted}" stands twice. Keep one of the two'
                files.complain(name, ("criteria", number), message, program.id)


def _timelines_of_their_own(files: ContentFiles) -> None:
    """No two things share a timeline: the history of one must not be told of another."""
    used: dict[str, str] = {}
    for name in (*sorted(n for n in files.models if n.startswith("programs/")), "priorities"):
        timeline = files.models[name].timeline
        if timeline in used:
            message = (
                f'the timeline "{timeline}" is told of {used[timeline]} already. Give each its own'
            )
            files.complain(name, ("timeline",), message)
        used[timeline] = name


def _event_order(files: ContentFiles) -> None:
    for number, timeline in enumerate(files.models["law"].timelines):
        dates = [event.date for event in timeline.events]
        for nth in range(1, len(dates)):
            if dates[nth] < dates[nth - 1]:
                place = ("timelines", number, "events", nth, "date")
                message = "events stand in the order of their dates. Move it, or mend the date"
                files.complain("law", place, message, timeline.id)
