"""What a panel asks about an ASYE is to be answered by the day it names, else within the days its policy gives."""

from datetime import timedelta

import pytest

from panels.choices.cases import CaseKind, CaseState
from panels.choices.panels import ItemState
from panels.models import Case
from panels.rules.deciding import Proposed
from panels.selectors.policies import rules_of
from panels.services.deciding import Recorded, decide
from tests.factories.identity import OrganisationFactory
from tests.factories.panel_meetings import in_the_room, item_of, judged_in, meeting_of
from tests.factories.panels import panel_of, seat_of
from tests.factories.people import NOW, TODAY, as_actor

pytestmark = pytest.mark.django_db
NAMED = TODAY + timedelta(days=3)


@pytest.mark.parametrize(("outcome", "named"), [("queried", NAMED), ("queried", None), ("confirmed", None)])
def test_day_to_answer_by_is_kept_with_questions_alone(outcome, named):
    meeting = meeting_of(panel=panel_of(OrganisationFactory(), purpose="moderation"))
    in_the_room(meeting)
    case = judged_in(meeting, CaseState.ON_AGENDA, kind=CaseKind.MODERATION)
    item = item_of(meeting, ItemState.ON_TABLE, case=case)
    said = Proposed(outcome=outcome, wording="Which one?", reasons="One gap.", answer_by_on=named)
    made = decide(item=item, said=Recorded(proposed=said), by=as_actor(seat_of(meeting.panel)), at=NOW)
    usual = TODAY + timedelta(days=rules_of(Case.objects.get(pk=item.case_id).policy).changes_days)
    assert made.answer_by_on == ((named or usual) if outcome == "queried" else None)
