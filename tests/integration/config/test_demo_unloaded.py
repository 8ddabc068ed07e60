"""The demo's commands on a database without a demo."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from academy.identity.models import Person

pytestmark = pytest.mark.django_db


def test_demo_accounts_without_a_demo_prints_nothing():
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    assert out.getvalue() == ""


def test_load_demo_without_reference_data_is_refused_and_makes_nobody(settings):
    settings.DEMO_ACADEMY = True
    with pytest.raises(CommandError) as refused:
        call_command("load_demo")
    assert str(refused.value) == "The demo needs the reference data. Run manage.py load_reference first."
    assert Person.objects.count() == 0
