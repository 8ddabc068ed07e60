"""What Bexley's later page asks for, shown through the portal."""

import re

import pytest
from django.test import Client

from academy.people.models import AcademyPage
from tests.checklist.workers import browser_of, words_of, worker

pytestmark = pytest.mark.django_db

PRIORITIES = [
    "A clear practice framework, and a suite of practice delivery models for adult social care.",
    "Learning that works and career pathways that support staff in their work.",
    "Workforce development review and quality assurance that make a difference.",
]


def test_form_classes_learning_in_three_ways():
    page = browser_of(worker("bexley")).get("/cpd/new/", follow=True).content.decode()

    ways = re.search(r'<select name="way".*?</select>', page, re.DOTALL)
    assert ways is not None
    assert re.findall(r'<option value="(\w+)"', ways.group()) == ["experience", "others", "formal"]


def test_academy_has_a_name_and_a_page_with_three_priorities():
    page = words_of(Client().get("/o/bexley/"))

    assert "London Borough of Bexley Professional Standards Academy" in page
    assert AcademyPage.objects.get(organisation__slug="bexley").priorities == PRIORITIES
    assert " ".join(["Our priorities", *PRIORITIES]) in page


def test_social_work_apprentice_is_a_post_somebody_is_appointed_to():
    apprentice = worker("bexley", "social-work-apprentice")

    page = words_of(browser_of(worker("bexley")).get(f"/people/{apprentice.pk}/"))

    assert "Job Social work apprentice Team" in page
