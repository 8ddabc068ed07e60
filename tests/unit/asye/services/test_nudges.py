"""Nudges: one for each, about all that is ticked, as it was read; never two in a week."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from academy.training.selectors.occasions import Occasion
from academy.ui.states import Shape, State
from asye.choices.enrolments import Role
from asye.forms.nudges import numbers
from asye.models import Nudge
from asye.selectors.nudges import drafts_of
from asye.services.nudges import NOBODY, OTHER_NOW, nudge, send_invitations, send_nudges
from tests.factories.access import BarFactory
from tests.factories.asye import AgreementFactory, SignalFactory
from tests.factories.asye_cohort import supported_year
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, TODAY, as_actor, holder_of

pytestmark = pytest.mark.django_db
THERE = Occasion(1, "Workshop", TODAY, State("Open", Shape.DOING), "/training/events/1/", True)


def told(here, *, days=3):
    """A year that waits for its co-ordinator."""
    year = supported_year(here)
    SignalFactory(enrolment=year, told_at=NOW - timedelta(days=days))
    return year


def of(*years):
    return [each.pk for each in years]


def test_each_gets_one_nudge_about_all_that_waits_for_her(here, lead):
    first, second = told(here), told(here)
    coordinator = first.parts.get(role=Role.COORDINATOR).person
    second.parts.filter(role=Role.COORDINATOR).update(person=coordinator)
    own = supported_year(here)
    AgreementFactory(enrolment=own, made_at=NOW - timedelta(days=1))
    drafts = drafts_of(of(first, second, own), lead)

    sent = send_nudges(cases=of(first, second, own), seen=drafts.sha256, by=lead, at=NOW)

    since = "14 November 2026"
    lines = [
        f"{each.person.full_name}’s ASYE waits for you to answer the signal, since {since}." for each in (first, second)
    ]
    assert sent == 2
    assert sorted(Nudge.objects.values_list("to_id", "enrolment_id", "words")) == sorted(
        [
            (coordinator.pk, first.pk, lines[0]),
            (coordinator.pk, second.pk, lines[1]),
            (
                own.person_id,
                own.pk,
                "Your ASYE waits for you to hand in the learning needs, since 16 November 2026.",
            ),
        ]
    )
    assert sorted(Notice.objects.values_list("person_id", flat=True)) == sorted([coordinator.pk, own.person_id])


def test_nobody_gets_two_in_a_week_also_when_two_send_at_once(here, lead):
    year = told(here)
    before = drafts_of(of(year), lead)
    send_nudges(cases=of(year), seen=before.sha256, by=lead, at=NOW)

    drafts = drafts_of(of(year), lead)
    again = nudge(draft=before.to_send[0], by=lead, at=NOW)

    assert [each.why_not for each in drafts.drafts] == [
        "The last nudge went on 17 November 2026. The next can go on 24 November 2026."
    ]
    assert (again, Nudge.objects.count(), Notice.objects.count()) == (False, 1, 1)
    with pytest.raises(Refused, match=NOBODY):
        send_nudges(cases=of(year), seen=drafts.sha256, by=lead, at=NOW)
    later = drafts_of(of(year), replace(lead, on=TODAY + timedelta(days=7)))
    assert [each.why_not for each in later.drafts] == [""]


def test_what_changed_since_it_was_read_is_read_again(here, lead):
    year = told(here)
    seen = drafts_of(of(year), lead).sha256
    AgreementFactory(enrolment=year, made_at=NOW - timedelta(days=30))

    with pytest.raises(Refused, match=OTHER_NOW):
        send_nudges(cases=of(year), seen=seen, by=lead, at=NOW)


def test_others_years_and_those_that_wait_for_nobody_or_oneself_get_nothing(here, lead):
    calm, elsewhere, mine = supported_year(here), told(OrganisationFactory()), told(here)
    mine.parts.filter(role=Role.COORDINATOR).update(person_id=lead.person_id)

    drafts = drafts_of(of(calm, elsewhere, mine), lead)

    assert ([each.why_not for each in drafts.drafts], drafts.idle, drafts.to_send) == (["That is you."], (calm,), ())


def test_only_who_runs_the_programme_sends(here):
    oversees = as_actor(holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, here))
    with pytest.raises(Refused, match="Only who runs the programme sends nudges"):
        send_nudges(cases=[], seen="", by=oversees, at=NOW)
    with pytest.raises(Refused, match="Only who runs the programme invites to workshops"):
        send_invitations(cases=[], event=THERE, seen="", by=oversees, at=NOW)


def test_ids_are_read_once_each_and_what_is_no_number_is_passed_over():
    assert numbers("3,x,3,,12,99999999999") == [3, 12]


def test_whoever_is_barred_from_a_year_is_not_nudged_about_it(here, lead):
    year = told(here)
    BarFactory(person=year.parts.get(role=Role.COORDINATOR).person, thing=year)

    drafts = drafts_of(of(year), lead)

    assert (drafts.drafts, drafts.idle) == ((), (year,))
