"""Claims proved by several processes at once: the same verdicts, in the same order."""

import datetime

import pytest
from editing import edited

from interview.authoring.claims import read_claims
from interview.authoring.crowd import whole_span
from interview.authoring.prove import Proving, side_by_side
from interview.authoring.prover import Edition
from interview.loading import TRANSLATIONS, load

TODAY = datetime.date(2026, 10, 2)
# The first is refuted by a person in a copy with one rule changed, the second by a status.
NAMES = ("dapa_only_where_no_ground_holds", "dapa_never_open", "no_lasting_status_is_never_blue")


@pytest.mark.audit
@pytest.mark.slow
def test_several_processes_come_to_the_verdicts_of_one(tmp_path):
    folder = edited(tmp_path, "criteria.yaml", "- any ground", "- ground 1d")
    edition = Edition(load(folder))
    claims = [claim for claim in read_claims(folder, edition.content) if claim.id in NAMES]
    proving = Proving(folder, TRANSLATIONS, edition, whole_span(edition.content, TODAY))
    one, several = (list(side_by_side(proving, claims, count)) for count in (1, 2))
    assert [verdict.proved for verdict in one] == [claim.id != NAMES[0] for claim in claims]
    assert [_said(verdict) for verdict in several] == [_said(verdict) for verdict in one]


def _said(verdict):
    return verdict.claim, verdict.counterexamples, verdict.wrong
