"""What the North West London pathway asks for, shown through the portal."""

from datetime import date

import pytest
from django.test import Client

from academy.people.models import PartnershipMember
from tests.checklist.workers import words_of

pytestmark = pytest.mark.django_db

BOROUGHS = ["Brent", "Kensington and Chelsea", "Hillingdon", "Westminster", "Harrow", "Hounslow", "Ealing"]


def partners() -> str:
    """What the public page says under the heading of its partners."""
    return words_of(Client().get("/o/north-west-london/")).rpartition("Partners")[2]


def test_partnership_names_its_seven_boroughs_and_its_universities():
    named = partners()

    assert [borough for borough in BOROUGHS if borough not in named] == []
    assert named.count("University") == 2


def test_partners_are_a_list_that_may_grow_and_shrink():
    PartnershipMember.objects.filter(member__slug="ealing").update(until_on=date(2026, 11, 16))

    assert ("Ealing" in partners(), "Harrow" in partners()) == (False, True)
