"""Sittings: kept by the academy; whoever plans towards one is told when its days change."""

from dataclasses import replace
from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from pathways.models import Sitting
from pathways.services.sittings import Plan, add, cancel, change
from tests.factories import pathways as made
from tests.factories.people import NOW, as_actor, holder_of

JUNE = Plan(
    purpose="progression", on=date(2027, 6, 17), submit_by=date(2027, 5, 6), endorse_by=date(2027, 4, 29), title=""
)


@pytest.fixture
def keeper(council):
    return as_actor(holder_of("academy_staff", council.organisation))


@pytest.fixture
def june(council, keeper):
    return add(organisation=council.organisation, plan=JUNE, by=keeper, at=NOW)


@pytest.fixture
def planned(council, june):
    """Somebody who plans towards it; another's journey has ended."""
    made.journey_in("left", organisation=council.organisation, ladder=council.ladder, sitting=june)
    return made.JourneyFactory(
        person=council.author, organisation=council.organisation, ladder=council.ladder, sitting=june
    )


def refused(act, **said):
    with pytest.raises(Refused) as found:
        act(**said, at=NOW)
    return found.value.reason, found.value.field


def test_sitting_is_added_with_its_days(council, june):
    event = Event.objects.get(act="pathways.sitting.add")

    assert (june.organisation, june.on, june.submit_by, june.endorse_by) == (
        council.organisation,
        JUNE.on,
        JUNE.submit_by,
        JUNE.endorse_by,
    )
    assert (event.organisation_id, event.about_id) == (council.organisation.pk, None)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"on": date(2026, 11, 16)}, ("The panel meets today or on a day to come.", "on")),
        (
            {"submit_by": date(2027, 6, 18)},
            ("The last day to hand in is before the panel meets, or that day.", "submit_by"),
        ),
        (
            {"endorse_by": date(2027, 5, 7)},
            ("The manager endorses before the last day to hand in, or on it.", "endorse_by"),
        ),
        ({"purpose": "tea"}, ("Choose one of the answers shown.", "purpose")),
        ({"title": "x" * 121}, ("Use at most 120 characters.", "title")),
    ],
)
def test_days_out_of_order_and_what_does_not_fit_are_refused(council, keeper, june, said, reason):
    plan = replace(JUNE, **said)

    assert refused(add, organisation=council.organisation, plan=plan, by=keeper) == reason
    assert refused(change, sitting=june, plan=plan, by=keeper) == reason


def test_second_sitting_of_a_day_needs_a_title_of_its_own(council, keeper, june):
    said = {"organisation": council.organisation, "by": keeper}

    assert refused(add, plan=JUNE, **said) == (
        "There is a sitting for this on the day already. Give this one a title of its own.",
        "title",
    )
    assert add(plan=replace(JUNE, title=" Children "), at=NOW, **said).title == "Children"


def test_moved_sitting_tells_who_plans_towards_it(council, keeper, june, planned):
    change(sitting=june, plan=replace(JUNE, on=date(2027, 6, 24), title="Adults"), by=keeper, at=NOW)

    notice = Notice.objects.get()
    assert (notice.person, notice.kind) == (council.author, "pathways.sitting.moved")
    assert notice.subject == "The sitting of 17 June 2027 that you plan towards has other dates"
    assert "is on 24 June 2027. Hand in by 6 May 2027; your manager endorses by 29 April 2027." in notice.body
    assert Event.objects.get(act="pathways.sitting.change").changed == ["on", "title"]


def test_new_title_alone_tells_nobody(keeper, june, planned):
    assert change(sitting=june, plan=replace(JUNE, title="Adults"), by=keeper, at=NOW).title == "Adults"
    assert Notice.objects.count() == 0


def test_cancelled_sitting_stays_with_its_reason_and_tells(council, keeper, june, planned):
    cancelled = cancel(sitting=june, because=" The room is gone. ", by=keeper, at=NOW)

    assert (cancelled.cancelled_at, cancelled.cancelled_because) == (NOW, "The room is gone.")
    notice = Notice.objects.get()
    assert (notice.person, notice.body) == (
        council.author,
        "The sitting of 17 June 2027 is cancelled: The room is gone. Choose another one to plan towards.",
    )
    assert refused(change, sitting=june, plan=JUNE, by=keeper)[0] == "This sitting is cancelled. Add another one."
    assert add(organisation=council.organisation, plan=JUNE, by=keeper, at=NOW).pk != june.pk


@pytest.mark.parametrize(
    ("because", "said"),
    [
        (" ", ("Say why. Everybody who plans towards it reads it.", "because")),
        ("x" * 501, ("Use at most 500 characters.", "because")),
    ],
)
def test_cancelling_without_a_reason_is_refused(keeper, june, because, said):
    assert refused(cancel, sitting=june, because=because, by=keeper) == said


def test_sitting_that_has_been_stays_as_it_was(council, keeper):
    past = made.SittingFactory(
        organisation=council.organisation,
        on=date(2026, 6, 18),
        submit_by=date(2026, 5, 7),
        endorse_by=date(2026, 4, 30),
    )
    said = "This sitting has been, and stays as it was."

    assert refused(change, sitting=past, plan=JUNE, by=keeper)[0] == said
    assert refused(cancel, sitting=past, because="Late.", by=keeper)[0] == said


def test_nobody_but_the_academy_keeps_sittings(council, june):
    for by in (council.by, as_actor(holder_of("principal_social_worker", council.organisation))):
        assert refused(add, organisation=council.organisation, plan=JUNE, by=by)[0] == (
            "Only the academy keeps sittings."
        )
        assert refused(cancel, sitting=june, because="No.", by=by)[0] == "Only the academy keeps sittings."
    assert Sitting.objects.count() == 1
