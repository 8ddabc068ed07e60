"""How groups of newly qualified social workers fared, for the academy of their employer: totals with small numbers
hidden, nobody named, no answer of anybody's shown (D1-80, D7-11)."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from academy.identity.actor import Actor
from academy.people.choices import ServiceKind
from academy.people.rules.compared import Comparison
from academy.people.selectors.monitoring_compared import comparison_of
from asye.choices.enrolments import Programme
from asye.models import Enrolment
from asye.rules.equality import RESULTS, Stretch, came, financial_year, stretches
from asye.selectors.equality_groups import counted, groupings


@dataclass(frozen=True, order=True)
class View:
    """A report: the years of one programme and service that began in a stretch. No two have a year in common, so that
    nobody learns more by taking one from another."""

    stretch: Stretch
    programme: str
    service: str

    @property
    def code(self) -> str:
        return f"{self.stretch.code}-{self.programme}-{self.service}"

    @property
    def words(self) -> str:
        programme, service = Programme(self.programme).label, ServiceKind(self.service).label
        return f"{programme}, {service.lower()}, begun {self.stretch.words}"


@dataclass(frozen=True)
class Report:
    """A view and what it tells."""

    view: View
    told: Comparison


def views_of(actor: Actor) -> list[View]:
    """The reports there are of the organisation acted in, the latest first. One query."""
    rows = _years(actor).order_by("starts_on", "pk").values_list("starts_on", "policy__programme", "policy__service")
    found: dict[tuple[str, str], Counter[int]] = {}
    for starts_on, programme, service in rows:
        found.setdefault((programme, service), Counter())[financial_year(starts_on)] += 1
    current = financial_year(actor.on)
    views = [View(each, *key) for key, begun in found.items() for each in stretches(begun, current=current)]
    return sorted(views, key=lambda each: (-each.stretch.last, each.programme, each.service, -each.stretch.first))


def report_of(view: View, actor: Actor) -> Report:
    """The report of a view. Eight queries for any number of years."""
    rows = _years(actor).filter(policy__programme=view.programme, policy__service=view.service).order_by("pk")
    years = [each for each in rows if view.stretch.holds(each.starts_on)]
    known = counted(years)
    fared = [(each.person_id, came(known[each.pk])) for each in years]
    told = comparison_of(actor.organisation_id, fared, groupings(years, known), results=RESULTS, on=actor.on)
    return Report(view, told)


def _years(actor: Actor) -> QuerySet[Enrolment]:
    return Enrolment.objects.filter(organisation_id=actor.organisation_id)
