from datetime import timedelta

import pytest
import time_machine

from academy.engines.imports.forgetting import forget_old
from academy.engines.imports.models import Import, ImportRow
from academy.engines.imports.services.imports import ask_to_take_in
from academy.engines.imports.tasks import forget_old_imports
from tests.unit.engines.imports.conftest import AT

MONTH = timedelta(days=30)


@pytest.mark.parametrize(("age", "gone"), [(MONTH - timedelta(seconds=1), 0), (MONTH, 1)])
def test_table_never_taken_in_is_forgotten_after_30_days_with_everything_in_it(clerk, age, gone):
    clerk.uploads()

    assert forget_old(at=AT + age) == gone
    assert (Import.objects.count(), ImportRow.objects.count()) == (1 - gone, 3 - 3 * gone)


def test_of_a_table_taken_in_the_wrong_rows_are_forgotten_and_the_rest_stays(clerk):
    done = clerk.uploads()
    ask_to_take_in(upload=done, by=clerk.by, at=AT)
    clerk.work(done)

    assert forget_old(at=AT + MONTH) == 0
    assert (list(Import.objects.all()), ImportRow.objects.count()) == ([done], 0)


def test_forgetting_twice_finds_nothing_the_second_time(clerk):
    clerk.uploads()
    forget_old(at=AT + MONTH)

    assert forget_old(at=AT + MONTH) == 0


def test_daily_task_forgets_by_the_clock(clerk):
    clerk.uploads()

    with time_machine.travel(AT + MONTH, tick=False):
        assert forget_old_imports() == 1
    assert Import.objects.count() == 0
