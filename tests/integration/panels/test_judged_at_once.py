"""Two processes at the same moment: the last two reviews end the review once, and nothing is done twice."""

from pathlib import Path

import pytest

from panels.models import Assignment, Case
from panels.services.agenda import NOT_SETTLED
from panels.services.reviewing import hand_in
from tests.factories.judging import GOOD, in_review
from tests.factories.panels import seat_of
from tests.factories.people import NOW, account_of, as_actor
from tests.integration.engines.at_once import counted, said_by_two

PREPARATION = """
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from panels.models import Assignment, Case
from panels.models import Meeting
from panels.services.agenda import put_on
from panels.services.opening_again import open_again
from panels.services.reviewing import hand_in
from tests.factories.judging import GOOD
import os
at = timezone.now()
def actor(person_id):
    return actor_for(user=User.objects.get(person_id=person_id), on=timezone.localdate(at))
first, last = Assignment.objects.select_related("case").order_by("pk")
actors = {{first.pk: actor(first.person_id), last.pk: actor(last.person_id)}}
chair = actor({chair})
"""
ACT = """
try:
    {act}
    print("done", flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""
# Each of the two processes takes its own of two files that are there: whoever is later finds the first one taken.
EACH = """
    try:
        os.mkdir("{folder}/first")
        mine = first
    except FileExistsError:
        mine = last
    hand_in(assignment=mine, said=GOOD, by=actors[mine.pk], at=at)
"""
# One of the two hands the last review in, the other puts the case on the agenda.
WITH_AGENDA = """
    try:
        os.mkdir("{folder}/first")
        hand_in(assignment=last, said=GOOD, by=actors[last.pk], at=at)
    except FileExistsError:
        put_on(case=last.case, meeting=Meeting.objects.get(), by=chair, at=at)
"""


@pytest.fixture
def given(transactional_db: None) -> tuple[Case, list[Assignment]]:
    case, given = in_review()
    account_of(seat_of(case.panel))
    return case, given


def said(act: str, case: Case, folder: Path) -> list[str]:
    preparation = PREPARATION.format(chair=seat_of(case.panel).pk)
    return sorted(said_by_two(ACT.format(act=act.strip()), preparation=preparation, folder=folder))


def test_two_last_reviews_at_once_are_both_kept_and_end_the_review_once(given, tmp_path):
    case, _ = given
    assert said(EACH.format(folder=tmp_path), case, tmp_path) == ["done", "done"]
    assert counted("panels_review", "number = 1", folder=tmp_path) == 2
    assert counted("panels_case", "state = 'reviews_in'", folder=tmp_path) == 1
    assert counted("audit_event", "act = 'panels.case.gather_reviews'", folder=tmp_path) == 1


def test_one_review_handed_in_twice_at_once_is_kept_once(given, tmp_path):
    case, _ = given
    told = said("hand_in(assignment=first, said=GOOD, by=actors[first.pk], at=at)", case, tmp_path)
    assert (told.count("done"), len(told)) == (1, 2)
    assert counted("panels_review", "number = 1", folder=tmp_path) == 1


def test_a_review_opened_again_twice_at_once_is_opened_once(given, tmp_path):
    case, assignments = given
    for assignment in assignments:
        hand_in(assignment=assignment, said=GOOD, by=as_actor(assignment.person), at=NOW)
    told = said('open_again(assignment=first, reason="Look again.", by=chair, at=at)', case, tmp_path)
    assert sorted(told) == ["This review is not handed in. There is nothing to open again.", "done"]
    assert counted("audit_event", "act = 'panels.assignment.open_again'", folder=tmp_path) == 1


def test_last_review_that_comes_in_as_the_case_is_put_on_the_agenda_is_kept_and_put_on_only_after_it(given, tmp_path):
    case, (first, _) = given
    hand_in(assignment=first, said=GOOD, by=as_actor(first.person), at=NOW)
    told = said(WITH_AGENDA.format(folder=tmp_path), case, tmp_path)
    is_on = told == ["done", "done"]
    assert is_on or told == [NOT_SETTLED, "done"]
    assert counted("panels_review", "number = 1", folder=tmp_path) == 2
    assert counted("panels_case", f"state = '{'on_agenda' if is_on else 'reviews_in'}'", folder=tmp_path) == 1
    assert counted("panels_agendaitem", "is_off = false", folder=tmp_path) == int(is_on)
