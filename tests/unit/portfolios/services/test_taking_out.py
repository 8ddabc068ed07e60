import pytest

from academy.engines.audit.commands import Refused
from academy.identity.actor import Actor
from portfolios.services.taking_out import take
from tests.factories.identity import TODAY
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def test_take_is_noted_for_the_person_herself(council):
    assert take(by=council.by, at=NOW) == council.author


def test_take_without_a_record_is_refused():
    with pytest.raises(Refused, match="There is nothing to take"):
        take(by=Actor.system("test", on=TODAY), at=NOW)
