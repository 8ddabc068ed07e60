"""What the North West London pathway asks for, shown through the portal."""

from datetime import date

import pytest
from django.test import Client

from academy.people.models import PartnershipMember
from tests.checklist.workers import browser_of, kept_through_the_form, statement, words_of, worker

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


def test_record_taken_out_shows_the_pcf_and_the_regulators_standards_it_speaks_to():
    client = browser_of(worker("bristol"))
    keys = ["pcf/2018/2", "swe-professional-standards/2019/1.2", "swe-professional-standards/2019/4.4"]
    lines = [statement(key) for key in keys]
    kept_through_the_form(client, statements=[str(line.pk) for line in lines])

    record = words_of(client.get("/cpd/take-out/preview/", {"period": "registration"})).rpartition("Standards")[2]
    table = b"".join(client.get("/cpd/take-out/csv/").streaming_content).decode()

    assert [line.title for line in lines if line.title not in record] == []
    assert [key for key in keys if key not in table] == []
