"""Checks what the checklist says against the questions and the factors: kinds and answers exist."""

from interview.loading.content_files import ContentFiles
from interview.loading.document import Place


def check_papers(files: ContentFiles) -> None:
    """Complain of a kind of paper that nothing describes, and of an answer that nobody asks for."""
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
