"""How the promises of years were kept, for one page and for a whole cohort in the same number of queries."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from academy.development.selectors.supervisions import days_met
from academy.people.models import Absence
from academy.people.rules.spans import Span
from asye.choices.enrolments import SUPPORTING
from asye.choices.year import AgreementState, ChangeKind, ChangeState, MilestoneKind
from asye.models import Agreement, Change, Enrolment, Milestone, Part, Period, Week
from asye.rules.policy import AsyeRules
from asye.rules.promises import Promised, Promises, Said, promises
from asye.rules.sessions import DAY
from asye.rules.weeks import Ran
from asye.selectors.policies import rules_by_policy

SAID = ("enrolment_id", "week_on", "protected", "workload_percent", "supervised", "used_for")
DATED = ("enrolment_id", "from_on", "until_on")


@dataclass
class _Found:
    """What is stored of one year, as far as promises go."""

    stops: list[Span] = field(default_factory=list)
    supervisors: list[tuple[int, Span]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    agreed: int | None = None
    ends_on: date | None = None
    away: list[Span] = field(default_factory=list)
    met: list[tuple[date, int]] = field(default_factory=list)


def promises_of(enrolments: Collection[Enrolment], *, on: date) -> dict[int, Promises]:
    """By the id of the year: how its promises were kept up to the day. Eight queries for any number of years whose
    policies are read beside them."""
    return {pk: promises(promised, on=on) for pk, promised in promised_in(enrolments, on=on).items()}


def promised_in(enrolments: Collection[Enrolment], *, on: date) -> dict[int, Promised]:
    """By the id of the year: what was promised in it, and what is known of that. Eight queries."""
    if not enrolments:
        return {}
    found = _found({each.pk for each in enrolments})
    people = {each.person_id for each in enrolments}
    away = _away(people)
    met = days_met(people, since=min(each.starts_on for each in enrolments), on=on)
    rules = rules_by_policy(enrolments)
    for each in enrolments:
        known = found[each.pk]
        known.away = away[each.person_id]
        known.met = met.get(each.person_id, [])
    return {each.pk: _promised(each, rules[each.policy_id], found[each.pk]) for each in enrolments}


def ran_in(enrolment: Enrolment) -> Ran:
    """When one year ran: its days, its pauses, her absences. Four queries."""
    stops = _stops({enrolment.pk})[enrolment.pk]
    ends_on = _ends({enrolment.pk}).get(enrolment.pk)
    return Ran(
        Span(enrolment.starts_on, ends_on), tuple(stops), tuple(_away({enrolment.person_id})[enrolment.person_id])
    )


def _promised(enrolment: Enrolment, rules: AsyeRules, found: _Found) -> Promised:
    with_hers = [
        day for day, who in found.met if any(who == person and span.holds_on(day) for person, span in found.supervisors)
    ]
    return Promised(
        ran=Ran(Span(enrolment.starts_on, found.ends_on), tuple(found.stops), tuple(found.away)),
        rhythms=rules.supervision,
        ramp=rules.workload,
        agreed=found.agreed,
        met=tuple(with_hers),
        said=tuple(found.said),
    )


def _found(years: Collection[int]) -> defaultdict[int, _Found]:
    found: defaultdict[int, _Found] = defaultdict(_Found)
    for pk, stops in _stops(years).items():
        found[pk].stops = stops
    for pk, day in _ends(years).items():
        found[pk].ends_on = day
    signed = Agreement.objects.filter(enrolment_id__in=years, state=AgreementState.SIGNED)
    for pk, percent in signed.values_list("enrolment_id", "workload_percent"):
        found[pk].agreed = percent
    parts = Part.objects.filter(enrolment_id__in=years, role__in=SUPPORTING).order_by("pk")
    for pk, person_id, first, last in parts.values_list("enrolment_id", "person_id", "from_on", "until_on"):
        found[pk].supervisors.append((person_id, Span(first, last)))
    for pk, *said in Week.objects.filter(enrolment_id__in=years).order_by("week_on").values_list(*SAID):
        found[pk].said.append(Said(*said))
    return found


def said_of(week: Any) -> Said:
    """A week as the rules read it."""
    return Said(week.week_on, week.protected, week.workload_percent, week.supervised, week.used_for)


def _stops(years: Collection[int]) -> defaultdict[int, list[Span]]:
    """When each year stood still: pauses all agreed to, and the days between two employers. Two queries."""
    found: defaultdict[int, list[Span]] = defaultdict(list)
    agreed = Change.objects.filter(enrolment_id__in=years, kind=ChangeKind.PAUSE, state=ChangeState.AGREED)
    for pk, first, last in agreed.order_by("from_on", "pk").values_list("enrolment_id", "from_on", "until_on"):
        if first is not None:
            found[pk].append(Span(first, last))
    left: dict[int, date | None] = {}
    for pk, first, last in Period.objects.filter(enrolment_id__in=years).values_list(*DATED):
        gone = left.get(pk)
        if gone is not None and gone + DAY < first:
            found[pk].append(Span(gone + DAY, first - DAY))
        left[pk] = last
    for pk, gone in left.items():
        if gone is not None:
            found[pk].append(Span(gone + DAY))
    return found


def _ends(years: Collection[int]) -> dict[int, date]:
    ends = Milestone.objects.filter(enrolment_id__in=years, kind=MilestoneKind.END)
    return dict(ends.order_by("pk").values_list("enrolment_id", "due_on"))


def _away(people: Collection[int]) -> defaultdict[int, list[Span]]:
    found: defaultdict[int, list[Span]] = defaultdict(list)
    rows = Absence.objects.filter(person_id__in=people).order_by("from_on", "pk")
    for person_id, first, last in rows.values_list("person_id", "from_on", "until_on"):
        found[person_id].append(Span(first, last))
    return found
