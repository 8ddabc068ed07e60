"""The background work of panels: done on the day it runs, asked for once a day, and nothing is found twice."""

import pytest
import time_machine
from django.conf import settings

from panels.models import Tie
from panels.tasks import read_ties
from tests.factories.panels import case_in, seat_of
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def test_ties_are_read_from_the_record_once_a_day():
    case = case_in("in_review")
    terms = case.person.posts.get().terms.get()
    terms.line_manager = seat_of(case.panel)
    terms.save()

    with time_machine.travel(NOW, tick=False):
        assert (read_ties(), read_ties()) == (1, 0)

    assert Tie.objects.get().person == seat_of(case.panel)
    assert settings.CELERY_BEAT_SCHEDULE["panels-ties"] == {"task": "panels.tasks.read_ties", "schedule": 86_400.0}
