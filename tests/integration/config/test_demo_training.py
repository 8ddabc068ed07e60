"""Training in the demo: the stories its pages need are there, and everything lies where it can lie."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count, F, Q
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from academy.config.demo import loading
from academy.config.demo.loading import World
from academy.development.models import (
    CoachMatch,
    CoachMeeting,
    CoachProfile,
    Entry,
    Induction,
    SelfAudit,
    Supervision,
    SupervisionAgreement,
)
from academy.development.rules.coaching import conflict_of
from academy.development.rules.course_entries import offered_token
from academy.development.selectors.audits import audit_page
from academy.development.selectors.coaches import Wanted, coaches_wanted, places_of, relation_to, with_taken
from academy.development.selectors.inductions import standings
from academy.development.selectors.supervisions import kept, supervision_days
from academy.engines.access.actors import actor_for
from academy.identity.actor import Actor
from academy.identity.models import User
from academy.people.models import Absence
from academy.training.choices import CAME, LIVE, SEATED
from academy.training.models import (
    AttendanceMark,
    Booking,
    Completion,
    EventDay,
    Feedback,
    RequestStage,
    TrainingEvent,
    TrainingRequest,
)
from academy.training.selectors.approvals import waiting_for
from academy.training.selectors.audience import may_book_all
from academy.training.selectors.gaps import gaps_of

pytestmark = pytest.mark.django_db

# A Sunday, five weeks before New Year: days of events have to move.
ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_reference", stdout=StringIO())
        yield loading.load(ON, say=lambda sentence: None)
        transaction.set_rollback(True)


def _actor(account: str) -> Actor:
    return actor_for(user=User.objects.get(email=f"{account}@demo.example"), on=ON)


def _asked(account: str) -> list[tuple[str, str, int]]:
    rows = [row.stage.request for row in waiting_for(_actor(account))]
    return [(each.person.given_name, each.title, (ON - timezone.localdate(each.asked_since)).days) for each in rows]


def test_manager_finds_the_module_of_the_prototype_small_requests_and_one_for_who_is_away(world: World):
    assert _asked("manager") == [
        ("Amara", "BIA module, university", 6),
        ("Rhys", "Difficult conversations", 4),
        ("Jo", "Enabling Positive Risk", 3),
        ("Dawn", "Dementia Awareness", 3),
        ("Mei-Ling", "Dementia Awareness", 2),
        ("Callum", "Welfare Benefits Intro", 2),
    ]
    module = TrainingRequest.objects.get(title="BIA module, university")
    assert str(module.course) == "BIA module"
    assert list(module.stages.values_list("decider", "state")) == [
        ("line_manager", "open"),
        ("academy_lead", "waiting"),
    ]


@pytest.mark.parametrize(
    ("account", "asked"),
    [
        ("lead", [("Ines", "Postgraduate certificate in practice education", 8)]),
        (
            "chief",
            [
                ("Bronwen", "Seating and posture at home: two days", 17),
                ("Marcus", "MA in advanced social work, second year", 11),
            ],
        ),
        ("lead-bexley", [("Gary", "Level 3 in health and social care", 9)]),
        ("practitioner", []),
    ],
)
def test_those_above_find_what_has_reached_them(world: World, account: str, asked: list[tuple[str, str, int]]):
    assert _asked(account) == asked


def test_requests_stand_in_every_way_and_some_were_decided_this_month(world: World):
    states = Counter(TrainingRequest.objects.values_list("state", flat=True))
    assert states == {"submitted": 10, "approved": 3, "asked": 1, "declined": 1}
    month = ON - timedelta(days=30)
    assert RequestStage.objects.filter(decided_at__date__gte=month).count() == 8
    assert RequestStage.objects.get(escalated_to__isnull=False).request.person.given_name == "Bronwen"


def test_accounts_have_mandatory_training_done_running_out_and_missing(world: World):
    people = {account: world.cast.people[account].pk for account in ("practitioner", "nqsw", "ot-bexley")}
    found = gaps_of(list(people.values()), on=ON)
    told = {
        account: (len(found[pk].met), [line.code for line in found[pk].soon], [line.code for line in found[pk].missing])
        for account, pk in people.items()
    }
    assert told == {
        "practitioner": (3, ["safeguarding-adults"], ["welfare-benefits-intro"]),
        "nqsw": (3, ["introduction-to-legal-framework"], ["welfare-benefits-intro"]),
        "ot-bexley": (0, ["moving-and-handling"], []),
    }


def test_events_are_held_open_planned_and_cancelled_and_one_waits_for_its_sheet(world: World):
    states = Counter(TrainingEvent.objects.values_list("state", flat=True))
    assert states == {"held": 18, "open": 14, "planned": 1, "cancelled": 1}
    sheet = TrainingEvent.objects.get(state="open", ends_on__lt=ON)
    assert [each.person.full_name for each in sheet.teaching.all()] == ["Ruth Adeyemi"]


def test_full_event_has_its_offer_and_a_queue(world: World):
    event = TrainingEvent.objects.get(bookings__state="offered")
    states = Counter(event.bookings.values_list("state", flat=True))
    assert (event.capacity, states) == (8, {"held": 7, "offered": 1, "waiting": 3})
    offered = event.bookings.get(state="offered")
    assert (offered.person.full_name, timezone.localdate(offered.kept_until)) == ("Amara Osei", date(2026, 11, 24))


def test_no_event_has_more_people_than_seats_and_nobody_is_in_two_places_on_a_day(world: World):
    seated = TrainingEvent.objects.annotate(taken=Count("bookings", filter=Q(bookings__state__in=SEATED)))
    assert seated.filter(taken__gt=F("capacity")).count() == 0
    taken = Counter(
        (person, timezone.localdate(starts_at))
        for person, starts_at in Booking.objects.filter(state__in=("held", *CAME)).values_list(
            "person", "event__days__starts_at"
        )
    )
    assert [key for key, times in taken.items() if times > 1] == []


def test_events_are_on_working_days_outside_the_holidays_and_kept_with_their_days(world: World):
    for event in TrainingEvent.objects.prefetch_related("days"):
        on = [timezone.localdate(day.starts_at) for day in event.days.all()]
        assert (on[0], on[-1]) == (event.starts_on, event.ends_on)
        assert [day for day in on if day.weekday() > 4 or (day.month, day.day) in {(12, 25), (1, 1)}] == []
    assert EventDay.objects.count() == 43


def test_places_to_come_are_of_people_the_course_is_for(world: World):
    for event in TrainingEvent.objects.filter(state="open", starts_on__gt=ON):
        people = list(event.bookings.filter(state__in=LIVE).values_list("person", flat=True))
        assert [pk for pk, decision in may_book_all(people, event.course, on=ON).items() if not decision.allowed] == []


def test_who_attended_has_it_in_her_record_and_some_say_how_it_was(world: World):
    attended = Booking.objects.filter(state="attended")
    assert attended.filter(completion__isnull=True).count() == 0
    assert Completion.objects.filter(source="attendance").count() == attended.count() > 100
    assert attended.filter(marks__isnull=True).count() == 0
    assert 40 < Feedback.objects.count() < attended.count()


def test_who_came_to_an_event_of_the_last_weeks_finds_a_draft_of_hers(world: World):
    lately = Booking.objects.filter(state__in=CAME, event__ends_on__gte=ON - timedelta(days=28))
    tokens = {offered_token(f"training.booking/{booking.pk}") for booking in lately}
    drafts = Entry.objects.drafts().filter(kind="course", token__in=tokens)
    assert {draft.token for draft in drafts} == tokens
    assert len(tokens) == 19
    absent = Booking.objects.filter(state="no_show", event__ends_on__gte=ON - timedelta(days=28))
    assert not {offered_token(f"training.booking/{booking.pk}") for booking in absent} & set(
        Entry.objects.values_list("token", flat=True)
    )


def test_feedback_is_of_those_who_came_and_marks_are_the_academys(world: World):
    assert Feedback.objects.exclude(booking__state__in=CAME).count() == 0
    markers = set(AttendanceMark.objects.values_list("marked_by", flat=True))
    assert markers == {world.cast.people[key].pk for key in ("lead", "lead-bexley", "lead-hfds")}


def test_somebody_is_away_in_the_weeks_to_come(world: World):
    ahead = Absence.objects.filter(from_on__gt=ON).values_list("person__given_name", flat=True)
    assert sorted(ahead) == ["Jo", "Jo", "Tom"]


def test_inductions_are_overdue_signed_and_going_on(world: World):
    going_on = standings(Induction.objects.unsigned(), on=world.days.on)
    mine = {row.induction.person_id: row for row in going_on}[world.cast.people["nqsw"].pk]
    signed = Induction.objects.get(person=world.cast.people["nqsw-hfds"])

    assert (mine.is_overdue, mine.settled, mine.items, mine.waiting) == (True, 9, 11, 1)
    assert (signed.state, signed.manager_signed_by) == ("signed", world.cast.people["manager-hfds"])
    assert len(going_on) >= 5
    assert "bristol" in {row.induction.organisation.slug for row in going_on}
    assert any(row.waiting for row in going_on if row.induction.person_id != mine.induction.person_id)


def test_sixty_coaches_of_three_kinds_are_there_and_most_of_those_of_bristol_have_a_place(world: World):
    here = list(coaches_wanted(_actor("practitioner"), Wanted()))
    free = sum(places_of(coach).is_free(ON) for coach in here)

    assert (CoachProfile.objects.count(), len(here)) == (66, 32)
    assert {coach.kind for coach in here} == {"executive", "super", "mentor"}
    assert 20 <= free < 32


def test_no_coach_has_more_people_than_places_and_meetings_lie_in_their_contracts(world: World):
    matches = CoachMatch.objects.all()
    outside = ~Q(match__from_on__lte=F("met_on"), match__until_on__gte=F("met_on"))

    assert [each.pk for each in with_taken(CoachProfile.objects.all()) if places_of(each).left < 0] == []
    assert Counter(matches.values_list("state", flat=True)).keys() == {"asked", "running", "ended"}
    assert list(CoachMeeting.objects.filter(outside)) == []


def test_occupational_therapist_waits_for_an_answer_and_may_ask_the_chair(world: World):
    therapist = _actor("ot")
    (asked,) = CoachMatch.objects.filter(person_id=therapist.person_id)
    chair = coaches_wanted(therapist, Wanted(words="Sunita Rao")).get()

    assert (asked.state, asked.profile.person.full_name) == ("asked", "Yasmin Farouk")
    assert (conflict_of(relation_to(therapist, chair)), places_of(chair).is_free(ON)) == ("", True)


def test_supervision_is_in_rhythm_missed_once_and_paused_by_leave(world: World):
    rows = {row.agreement.person_id: row for row in kept(SupervisionAgreement.objects.all(), on=world.days.on)}
    people = world.cast.people
    sessions = Supervision.objects.values_list("state").annotate(number=Count("pk")).order_by("state")

    assert dict(sessions) == {"missed": 1, "planned": 3, "signed": 9}
    assert {row.state.word for row in rows.values()} == {"Planned"}
    assert len(supervision_days(people["practitioner"].pk, on=world.days.on)) == 3


def test_self_audits_are_signed_by_both_and_show_differences(world: World):
    audits = SelfAudit.objects.select_related("person", "framework").order_by("started_at")

    assert [(each.person.given_name, each.state, len(audit_page(each).differences)) for each in audits] == [
        ("Tom", "discussed", 3),
        ("Callum", "discussed", 2),
    ]
