from datetime import date, timedelta
from decimal import Decimal

import pytest

from academy.training.choices import RequestState
from academy.training.models import TrainingRequest
from academy.training.selectors.cover import away_days, covers_of
from academy.training.selectors.spread import spread_of, training_days
from academy.training.selectors.teams import teams_of
from tests.factories.identity import TODAY
from tests.factories.people import NOW, AbsenceFactory, staff_of
from tests.factories.requests import asking_council, small, submitted
from tests.factories.training import (
    EVENT_AT,
    EVENT_ON,
    BookingFactory,
    EventDayFactory,
    TrainingEventFactory,
    TrainingRequestFactory,
)

MON, TUE = date(2027, 1, 25), date(2027, 1, 26)


@pytest.fixture
def council(db):
    return asking_council()


def cover_of(stage):
    request = stage.request
    teams = teams_of([(request.person_id, request.organisation_id)], on=TODAY)
    return covers_of([request], teams).get(request.pk)


def approved(person, **said):
    return TrainingRequestFactory(person=person, state=RequestState.APPROVED, submitted_at=NOW, decided_at=NOW, **said)


def test_absence_is_away_from_its_first_to_its_last_working_day(council):
    AbsenceFactory(person=council.helen, from_on=date(2027, 1, 21), until_on=MON)
    AbsenceFactory(person=council.sam, from_on=TUE, until_on=None)
    found = away_days([council.helen.pk, council.sam.pk], first=date(2027, 1, 22), last=TUE)
    assert found == {council.helen.pk: frozenset({date(2027, 1, 22), MON}), council.sam.pk: frozenset({TUE})}


def test_place_with_an_event_is_away_on_its_days_while_it_is_kept(council):
    event = TrainingEventFactory(course__organisation=council.organisation)
    EventDayFactory(event=event)
    BookingFactory(event=event, person=council.helen)
    BookingFactory(event=event, person=council.sam, waiting=True)
    people = [council.helen.pk, council.sam.pk]
    assert away_days(people, first=EVENT_ON, last=EVENT_ON) == {council.helen.pk: frozenset({EVENT_ON})}
    assert away_days(people, first=EVENT_ON + timedelta(days=1), last=TUE) == {}


def test_learning_outside_is_away_where_its_days_are_known(council):
    policy = council.policy
    approved(council.helen, policy=policy, starts_on=MON, ends_on=TUE, days=Decimal(2))
    approved(council.sam, policy=policy, starts_on=MON, ends_on=TUE, days=Decimal(1))
    approved(council.ruth, policy=policy, starts_on=MON, ends_on=TUE, days=Decimal(0))
    found = away_days([council.helen.pk, council.sam.pk, council.ruth.pk], first=MON, last=TUE)
    assert found == {council.helen.pk: frozenset({MON, TUE})}


def test_cover_of_learning_on_some_days_of_a_time_says_so(council):
    whole, some = submitted(council, **small()), submitted(council)
    assert (cover_of(whole).is_spread, cover_of(some).is_spread) == (False, True)


def test_cover_counts_the_days_of_the_event(council):
    event = TrainingEventFactory(course__organisation=council.organisation)
    EventDayFactory(event=event, starts_at=EVENT_AT)
    EventDayFactory(event=event, starts_at=EVENT_AT + timedelta(days=7))
    stage = submitted(council, **small())
    TrainingRequest.objects.filter(pk=stage.request_id).update(event=event, course=event.course)
    stage.refresh_from_db()
    assert [day.on for day in cover_of(stage).days] == [EVENT_ON, EVENT_ON + timedelta(days=7)]


def test_cover_of_no_day_away_or_no_team_is_not_there(council):
    assert cover_of(submitted(council, **small(days=Decimal(0)))) is None
    assert cover_of(submitted(council, **small(starts_on=date(2027, 1, 23), ends_on=date(2027, 1, 24)))) is None
    stage = submitted(council, **small())
    assert covers_of([stage.request], {}) == {}


def test_cover_of_requests_without_a_first_day_is_not_there(council):
    draft = TrainingRequestFactory(person=council.amara, organisation=council.organisation)
    teams = teams_of([(council.amara.pk, council.organisation.pk)], on=TODAY)
    assert covers_of([draft], teams) == {}


def test_training_days_are_those_of_twelve_months(council):
    event = TrainingEventFactory(
        course__days="2.00", starts_on=date(2025, 11, 18), ends_on=date(2025, 11, 18), course__title="In time"
    )
    before = TrainingEventFactory(course__days="4.00", starts_on=date(2025, 11, 17), ends_on=date(2025, 11, 17))
    BookingFactory(event=event, person=council.helen, state="attended")
    BookingFactory(event=before, person=council.helen, state="attended")
    BookingFactory(event=event, person=council.sam, state="no_show")
    approved(council.helen, policy=council.policy, starts_on=date(2026, 3, 2), days=Decimal("0.50"))
    approved(council.sam, policy=council.policy, starts_on=date(2026, 3, 2), days=None)
    found = training_days([council.helen.pk, council.sam.pk], on=TODAY)
    assert found == {council.helen.pk: Decimal("2.50"), council.sam.pk: Decimal(0)}


def test_spread_names_only_whom_the_reader_answers_for_and_the_asker(council):
    colleague = staff_of(council.organisation, team=council.team)
    team = teams_of([(council.amara.pk, council.organisation.pk)], on=TODAY)[council.amara.pk, council.organisation.pk]
    assert team.ids == {council.amara.pk, council.helen.pk, colleague.pk}
    spread = spread_of(team, asker_id=council.amara.pk, named={colleague.pk}, on=TODAY)
    assert ({share.person for share in spread.shares}, spread.unnamed) == ({council.amara, colleague}, 1)
    assert [share.person for share in spread.shares if share.is_hers] == [council.amara]
