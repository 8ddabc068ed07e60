"""The first development plan on the pages of the agreement it is made with."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from academy.development.services.versions import latest_version
from asye.choices.enrolments import Role
from asye.models import Agreement, Plan, PlanGoal
from tests.factories.asye import AgreementFactory, year_of
from tests.factories.development import EntryFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, account_of, staff_of
from tests.integration.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def at(name, *args):
    return reverse(f"asye:{name}", args=args)


def test_goals_are_added_changed_and_taken_out_while_it_is_written():
    organisation = OrganisationFactory()
    nqsw = staff_of(organisation)
    agreement = AgreementFactory(enrolment=year_of(nqsw, organisation, roles={Role.ASSESSOR: staff_of(organisation)}))
    hers = Client()
    hers.force_login(account_of(nqsw))
    page, add = at("agreement", agreement.pk), at("agreement-add-goal", agreement.pk)
    assert f'href="{add}"' in words(hers.get(page))
    assert "A goal of the first development plan" in words(hers.get(add))
    said = {"need": "Court work.", "how": "Sitting in.", "by_on": "2026-12-01"}
    assert hers.post(add, said).url == page
    goal = PlanGoal.objects.get()
    change = at("agreement-change-goal", agreement.pk, goal.pk)
    assert "Sitting in." in words(hers.get(change))
    hers.post(change, {**said, "how": "Shadowing."})
    assert "Shadowing." in words(hers.get(page))
    later = Plan.objects.create(enrolment=agreement.enrolment, stage="months-6-12", made_at=NOW)
    other = PlanGoal.objects.create(plan=later, need="Later.", how="So.", by_on=date(2026, 12, 1))
    assert hers.get(at("agreement-change-goal", agreement.pk, other.pk)).status_code == 404
    hers.post(at("agreement-take-out-goal", agreement.pk, goal.pk))
    assert not PlanGoal.objects.filter(pk=goal.pk).exists()
    needs = latest_version(entry=EntryFactory(author=nqsw), at=NOW)
    Agreement.objects.update(state="signing", needs=needs, needs_at=NOW, met_on=date(2026, 1, 12))
    assert hers.get(add).url == page
