"""What panels know of years by their ids, for the app the years belong to: where one is moderated now, and until when
questions are to be answered. What is decided and not told says no more than that the panel has it."""

from collections.abc import Collection
from datetime import date

from django.db.models import F

from academy.people.rules.spans import in_words
from panels.choices.cases import CaseKind, CaseState
from panels.choices.outcomes import Outcome
from panels.models import Case, Decision


def where_moderated(enrolment_ids: Collection[int]) -> dict[int, str]:
    """Of each year a panel has now, in a sentence which panel, and when it sits. One query."""
    cases = Case.objects.live().filter(kind=CaseKind.MODERATION, recommendation__enrolment__in=enrolment_ids)
    rows = cases.order_by("pk").values_list("recommendation__enrolment", "panel__title", "sitting__on")
    return {year: _where(panel, on) for year, panel, on in rows}


def answer_by(enrolment_ids: Collection[int]) -> dict[int, date]:
    """Until when what a panel asked about the last recommendation of each year is to be answered. One query."""
    asked = Decision.objects.holding().filter(outcome=Outcome.QUERIED, case__state=CaseState.RELEASED)
    of_years = asked.filter(case__recommendation__enrolment__in=enrolment_ids, answer_by_on__isnull=False)
    rows = of_years.annotate(year=F("case__recommendation__enrolment")).order_by("case__recommendation__number", "pk")
    return dict(rows.values_list("year", "answer_by_on"))


def _where(panel: str, on: date | None) -> str:
    when = f" for its sitting of {in_words(on)}" if on is not None else ""
    return f"“{panel}” has this recommendation{when}. What it decides is recorded there and comes back here."
