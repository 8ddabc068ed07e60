"""Panels in the demo: their seats, a sitting that was told, the coming one, moderation, posts, and who is to act."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from academy.config.demo import loading
from academy.config.demo.accounts import address_of
from academy.config.demo.loading import World
from academy.engines.access.actors import actor_for
from academy.engines.notify.models import Mail
from academy.engines.worklist.selectors.items import waiting_of_app
from academy.identity.models import User
from academy.people.selectors.grades import grade_history
from asye.models import Enrolment
from panels.models import Appeal, Appointment, Case, Decision, Letter, Meeting, Member, Panel, Tie
from panels.rules.quorum import missing_seats
from panels.selectors.policies import policy_in_force, rules_of
from panels.selectors.rooms import as_seated

pytestmark = pytest.mark.django_db

ON = date(2026, 11, 17)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_reference", stdout=StringIO())
        yield loading.load(ON, say=lambda sentence: None)
        transaction.set_rollback(True)


def _waits_for(account: str) -> list[str]:
    """What of panels is on somebody's home page, without whom it is about."""
    actor = actor_for(user=User.objects.get(email=address_of(account)), on=ON)
    return [item.what.partition(" ")[0] for item in waiting_of_app(actor, "panels")]


@pytest.mark.parametrize("purpose", ["progression", "moderation"])
def test_panels_lack_nobody_their_policy_asks_for(world: World, purpose: str):
    panel = Panel.objects.get(organisation__slug="bristol", purpose=purpose)
    policy = policy_in_force(panel.organisation, purpose, ON)
    seats = as_seated(Member.objects.held_on(ON).filter(panel=panel))

    assert policy is not None
    assert missing_seats(rules_of(policy), seats) == ()


def test_progression_meets_in_june_and_september_and_a_deputy_an_independent_and_lived_experience_sit_there(
    world: World,
):
    panel = Panel.objects.get(organisation__slug="bristol", purpose="progression")
    seats = Member.objects.filter(panel=panel)

    assert [meeting.sitting.on for meeting in Meeting.objects.filter(panel=panel).order_by("sitting__on")] == [
        date(2026, 9, 17),
        date(2027, 6, 17),
    ]
    assert Counter(seats.values_list("seat", flat=True)) == {"chair": 1, "member": 8, "clerk": 1}
    assert list(seats.filter(is_deputy=True).values_list("sort", flat=True)) == ["psw_adults"]
    assert set(seats.values_list("sort", flat=True)) >= {"independent", "lived_experience", "guest", "lead_adults"}


def test_sitting_that_was_held_is_told_with_a_grade_a_plan_and_an_appeal(world: World):
    decisions = Decision.objects.filter(case__kind="progression").order_by("pk")
    progressed = decisions[0].case.person_id

    assert [each.outcome for each in decisions] == ["progressed", "progressed", "not_yet", "not_yet"]
    assert Counter(Letter.objects.values_list("state", flat=True)) == {"sent": 4}
    assert [each.targets.count() for each in decisions] == [0, 0, 2, 1]
    assert grade_history(progressed)[0].rests_on == "Progression panel: Panel of 17 September 2026"
    assert (Appeal.objects.get().decision_id, Appeal.objects.get().state) == (decisions[3].pk, "closed")
    assert Appeal.objects.get().hearers.count() == 2


def test_cases_of_the_coming_sitting_stand_in_every_state_and_one_tie_waits_for_the_chair(world: World):
    coming = Case.objects.filter(sitting__on=date(2027, 6, 17))

    assert Counter(coming.values_list("state", flat=True)) == dict.fromkeys(
        ("draft", "received", "changes_asked", "in_review", "reviews_in"), 1
    )
    assert [(tie.kind, tie.state, tie.case.state) for tie in Tie.objects.filter(source="member")] == [
        ("joint_work", "open", "in_review")
    ]


def test_two_years_were_moderated_together_and_one_is_before_the_panel_once_more(world: World):
    cases = Case.objects.filter(kind="moderation").order_by("pk")
    years = Enrolment.objects.filter(pk__in=cases.values("recommendation__enrolment"))

    assert [(case.service, case.state) for case in cases] == [
        ("adults", "released"),
        ("children", "released"),
        ("children", "in_review"),
    ]
    assert [each.outcome for each in Decision.objects.filter(case__in=cases).order_by("pk")] == ["confirmed", "queried"]
    assert cases[2].earlier_id == cases[1].pk
    assert Counter(years.values_list("state", flat=True)) == {"moderated": 1, "recommended": 1}


def test_one_post_waits_for_its_interview_and_somebody_from_outside_prepares_hers(world: World):
    posts = Case.objects.filter(kind="appointment").order_by("pk")

    assert [(case.is_external, case.state) for case in posts] == [(False, "accepted"), (True, "draft")]
    invited = Appointment.objects.get(case=posts[0])
    assert (invited.state, invited.interview_at is not None and invited.interview_at.date() > ON) == ("invited", True)


@pytest.mark.parametrize(
    ("account", "waits"),
    [
        ("practitioner", ["Hand"]),
        ("manager", ["Say"]),
        ("candidate", ["Hand"]),
        ("clerk", ["Look"]),
        ("psw", ["Review"]),
        ("panel", ["Say", "Say"]),
        ("chair", ["Compare", "Decide", "Invite"]),
        ("lead", ["Invite"]),
        ("hr", ["Invite"]),
    ],
)
def test_whom_panels_concern_has_something_of_hers_to_do(world: World, account: str, waits: list[str]):
    assert sorted(_waits_for(account)) == waits


def test_no_mail_of_panels_is_left_to_be_sent(world: World):
    assert Mail.objects.filter(kind__startswith="panels.").exists()
    assert Mail.objects.filter(kind__startswith="panels.", sent_at=None).count() == 0
