"""Checks of the review at an event: its flags and its question exist, each role has a sheet."""

from interview.loading.content_files import ContentFiles

_REVIEW, _SHEETS = "desk/review", "desk/role_sheets"


def check_review(files: ContentFiles) -> None:
    """Complain of a flag or a question that is not there, and of a role without its one sheet."""
    review = files.models[_REVIEW]
    flags = [flag.id for flag in files.models["flags"].flags]
    for number, flag in enumerate(review.court):
        files.must_exist(_REVIEW, ("court", number), flag, flags, "flag")
    asked = files.question_by_id
    files.must_exist(_REVIEW, ("who_answers",), review.who_answers, asked, "question")
    _check_sheets(files)


def _check_sheets(files: ContentFiles) -> None:
    roles = [role.id for role in files.models["desk/rights"].roles if role.has_card]
    sheets = [sheet.id for sheet in files.models[_SHEETS].roles]
    for number, sheet in enumerate(sheets):
        files.must_exist(_SHEETS, ("roles", number), sheet, roles, "role with a card", sheet)
    for role in sorted(set(roles) - set(sheets)):
        files.complain(_SHEETS, ("roles",), f'the role "{role}" has no sheet. Write one')
