"""Two processes at the same moment: two clerks write, two chairs decide, a review is opened again meanwhile."""

from pathlib import Path

import pytest

from panels.choices.panels import ItemState, Seat
from panels.models import AgendaItem, Review
from panels.rules.agenda import IS_DECIDED
from tests.factories.panel_meetings import in_the_room, item_of, meeting_of
from tests.factories.panels import AssignmentFactory, seat_of
from tests.factories.people import account_of
from tests.integration.engines.at_once import counted, said_by_two

PREPARATION = """
import os
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from panels.models import AgendaItem, Assignment
from panels.rules.deciding import Proposed
from panels.services.deciding import Recorded, decide
from panels.services.discussion import Overtaken, keep
from panels.services.items import call
from panels.services.opening_again import open_again
from panels.services.reviewing import hand_in
from tests.factories.judging import GOOD
at = timezone.now()
items = list(AgendaItem.objects.order_by("position"))
item = items[0]
review = Assignment.objects.filter(case=item.case).order_by("pk").first()
by = actor_for(user=User.objects.get(person_id={who}), on=timezone.localdate(at))
late = Assignment.objects.filter(case=item.case, state="accepted").first()
reviewer = actor_for(user=User.objects.get(person_id=late.person_id), on=timezone.localdate(at)) if late else None
def is_first():
    # of the two, one and only one is the first
    try:
        return bool(os.open("{folder}/first", os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
is_one = is_first()
said = Recorded(proposed=Proposed(outcome="progressed", wording="She progresses.", reasons="Both saw it."))
"""
ACT = """
try:
    {act}
    print("done", flush=True)
except Overtaken:
    print("overtaken", flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


@pytest.fixture
def item(transactional_db: None) -> AgendaItem:
    meeting = meeting_of()
    in_the_room(meeting)
    return item_of(meeting, ItemState.ON_TABLE)


def said(act: str, item: AgendaItem, *, seat: str, folder: Path) -> list[str]:
    who = seat_of(item.meeting.panel, Seat(seat))
    account_of(who)
    preparation = PREPARATION.format(who=who.pk, folder=folder)
    return sorted(said_by_two(ACT.format(act=act), preparation=preparation, folder=folder))


def test_two_clerks_who_write_at_once_do_not_overwrite(item, tmp_path):
    act = "keep(item=item, words=f'Written by {os.getpid()}.', revision=0, by=by, at=at)"
    assert said(act, item, seat=Seat.CLERK, folder=tmp_path) == ["done", "overtaken"]
    assert counted("panels_discussion", "revision = 1", folder=tmp_path) == 1


def test_case_decided_twice_at_once_is_decided_once(item, tmp_path):
    told = said("decide(item=item, said=said, by=by, at=at)", item, seat=Seat.CHAIR, folder=tmp_path)
    assert told == [IS_DECIDED, "done"]
    assert counted("panels_decision", "number = 1", folder=tmp_path) == 1


def test_two_cases_called_at_once_bring_one_to_the_table(transactional_db, tmp_path):
    meeting = meeting_of()
    first = item_of(meeting)
    item_of(meeting)
    told = said("call(item=items[is_one], by=by, at=at)", first, seat=Seat.CLERK, folder=tmp_path)
    assert (told.count("done"), len(told)) == (1, 2)
    assert counted("panels_agendaitem", "state = 'on_table'", folder=tmp_path) == 1


@pytest.mark.parametrize("state", [ItemState.ON_TABLE, ItemState.WAITING])
def test_review_opened_again_while_the_chair_decides_lets_one_of_them(item, state, tmp_path):
    """On the table the review stays as it is; off it, what is decided is not at the table."""
    AgendaItem.objects.filter(pk=item.pk).update(state=state)
    decides = "decide(item=item, said=said, by=by, at=at)"
    opens = "open_again(assignment=review, reason='One piece was overlooked.', by=by, at=at)"
    told = said(f"({decides}) if is_one else ({opens})", item, seat=Seat.CHAIR, folder=tmp_path)
    assert (told.count("done"), len(told)) == (1, 2)


def test_review_that_comes_in_while_the_chair_decides_comes_too_late_and_holds_it_up(item, tmp_path):
    """Somebody still had it to judge: nothing is decided over her head, nothing added to what is at the table."""
    account_of(AssignmentFactory(case=item.case).person)
    before = Review.objects.count()
    decides = "decide(item=item, said=said, by=by, at=at)"
    comes_in = "hand_in(assignment=late, said=GOOD, by=reviewer, at=at)"
    told = said(f"({decides}) if is_one else ({comes_in})", item, seat=Seat.CHAIR, folder=tmp_path)
    assert ("done" in told, len(set(told))) == (False, 2)
    assert "The case is not being reviewed now. Your words are kept; ask the chair how it goes on." in told
    assert counted("panels_decision", "number = 1", folder=tmp_path) == 0
    assert counted("panels_review", "number = 1", folder=tmp_path) == before
