"""Checks what the papers name: questions and kinds of papers exist."""

from interview.loading.content_files import ContentFiles
from interview.loading.document import Place


def check_papers(files: ContentFiles) -> None:
    """Complain of a kind of paper that nothing describes, and of an answer that nobody asks for."""
    _check_sign_up(files)
    _check_sheet_words(files)
    checklist = files.models["papers/checklist"]
    kinds = [kind.id for kind in checklist.kinds]
    for number, answer in enumerate(checklist.answers):
        place: Place = ("answers", number)
        files.must_exist(
            "papers/checklist", (*place, "id"), answer.id, files.question_by_id, "question"
        )
        files.must_exist("papers/checklist", (*place, "kind"), answer.kind, kinds, "kind of paper")
    for number, factor in enumerate(files.models["discretion/factors"].positive):
        for nth, paper in enumerate(factor.evidence):
            place = ("positive", number, "evidence", nth)
            if paper.kind is not None:
                files.must_exist(
                    "discretion/factors", place, paper.kind, kinds, "kind of paper", factor.id
                )


def _check_sign_up(files: ContentFiles) -> None:
    """Each column of the short sheet is a question, and stands there once."""
    name, seen = "papers/sign_up", set()
    for number, fact in enumerate(files.models[name].short):
        files.must_exist(name, ("short", number), fact, files.question_by_id, "question")
        if fact in seen:
            files.complain(name, ("short", number), f'"{fact}" stands twice. Take one of them out')
        seen.add(fact)


def _check_sheet_words(files: ContentFiles) -> None:
    """A word that clinics write stands for one answer: yes, no or not sure; of a list, or none."""
    name = "papers/sheet_words"
    words = files.models[name]
    for answers in (("yes", "no", "unsure"), ("none", "unsure")):
        seen: dict[str, str] = {}
        for answer in answers:
            for language, many in getattr(words, answer).items():
                for number, word in enumerate(many):
                    earlier = seen.setdefault(word.casefold(), answer)
                    if earlier != answer:
                        place: Place = (answer, language, number)
                        message = f'"{word}" stands for {earlier} too. Take one of them out'
                        files.complain(name, place, message)
