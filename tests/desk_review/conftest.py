"""The twenty-seven worked people of today, and what a reviewer reads of them in two languages."""

from dataclasses import dataclass

import pytest

from interview.desk.review import ReviewMaker
from interview.files import read_cases
from interview.languages import read_languages, tongue_of
from interview.loading import QUESTIONS, TRANSLATIONS
from interview.screening import Result

LISTED = read_languages(TRANSLATIONS)
TONGUES = {code: tongue_of(TRANSLATIONS, LISTED, code, "self") for code in ("en", "es")}
FILES = ("twelve_people_today.yaml", "people_of_today.yaml")


@dataclass(frozen=True)
class Somebody:
    name: str
    answers: dict
    result: Result


@pytest.fixture(scope="session")
def somebody(screening, reader):
    """Somebody with written answers: somebody(written, as_of)."""

    def somebody(written, as_of, name=""):
        answers, refused = reader.read_all(written)
        assert refused == []
        return Somebody(name, answers, screening.screen(answers, as_of))

    return somebody


@pytest.fixture(scope="session")
def people27(reader, somebody):
    cases = [case for case in read_cases(QUESTIONS, reader) if case.file.endswith(FILES)]
    return [somebody(case.answers, case.as_of, case.name) for case in cases]


@pytest.fixture(scope="session")
def maker(screening):
    return ReviewMaker(screening)


@pytest.fixture(scope="session")
def tongues():
    return TONGUES


@pytest.fixture(params=list(TONGUES))
def tongue(request):
    return TONGUES[request.param]
