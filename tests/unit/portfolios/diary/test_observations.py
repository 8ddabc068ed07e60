from datetime import timedelta

from academy.ui.lists import Day
from portfolios.diary.observations import _days
from tests.factories.identity import TODAY
from tests.factories.observations import planned


def test_planned_day_stands_in_the_diaries_of_both(council):
    ahead = TODAY + timedelta(days=3)
    asked = planned(council.author, council.manager, planned_on=ahead)

    own, observers = (_days(actor, TODAY + timedelta(days=30)) for actor in (council.by, council.managing))
    title = "First visit after hospital"
    assert own == [
        Day(on=ahead, what=f"Observed by {council.manager.full_name}", detail=title, url=asked.get_absolute_url())
    ]
    write = f"/portfolio/observations/{asked.pk}/write/"
    assert observers == [Day(on=ahead, what=f"Observe {council.author.full_name}", detail=title, url=write)]
