"""Her own weeks: which is asked about, which can be corrected, and what she can say of one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from academy.development.selectors.supervisions import days_met
from academy.identity.actor import Actor
from asye.choices.enrolments import UNDER_WAY
from asye.choices.year import AgreementState
from asye.models import Enrolment, Week
from asye.rules.promises import Said
from asye.rules.sessions import monday_of
from asye.rules.weeks import Ran, agreed_percent, is_asked, week_asked, weeks_open
from asye.selectors.policies import rules_of
from asye.selectors.promises import ran_in, said_of

# What she can say of her workload in one tap: from so many steps of ten below what was agreed to so many above.
BELOW, ABOVE, STEP = 3, 2, 10


@dataclass(frozen=True)
class WeekAsked:
    """One week of one year as its form shows it. `agreed` is the workload agreed for it, `before` what she said; of one
    that she has not said, `percent` is what she said last, else what was agreed. `asks_meeting` where the portal knows
    of no supervision in it."""

    enrolment: Enrolment
    week_on: date
    agreed: int
    percent: int
    before: Said | None
    asks_meeting: bool

    @property
    def url(self) -> str:
        """Where it is said."""
        return reverse("asye:week", args=[self.enrolment.pk, self.week_on.isoformat()])

    @property
    def choices(self) -> list[tuple[int, str]]:
        """The shares she can choose in one tap, what was agreed among them, and what she said before."""
        steps = {self.agreed + STEP * number for number in range(-BELOW, ABOVE + 1)} | {self.percent}
        return [(each, self._words(each)) for each in sorted(steps) if 0 <= each <= 200]

    def _words(self, percent: int) -> str:
        return f"{percent}%, as agreed" if percent == self.agreed else f"{percent}%"


def own_week(actor: Actor) -> WeekAsked | None:
    """The week that is asked about today in the actor's own year; None where she has none under way, said it already,
    or did not work in it. One query for whoever has no year under way."""
    own = Enrolment.objects.filter(person_id=actor.person_id, state__in=UNDER_WAY).select_related("policy")
    enrolment = own.first() if actor.person_id is not None else None
    if enrolment is None:
        return None
    week = week_asked(actor.on)
    ran = ran_in(enrolment)
    if not is_asked(week, ran) or enrolment.weeks.filter(week_on=week).exists():
        return None
    return _asked(enrolment, week, ran)


def week_of(enrolment: Enrolment, week: date, *, on: date) -> WeekAsked | None:
    """One week of a year as it can be said or corrected on the day; None where it cannot."""
    ran = ran_in(enrolment)
    return _asked(enrolment, week, ran) if week in weeks_open(ran, on=on) else None


def open_weeks(enrolment: Enrolment, *, on: date) -> list[tuple[date, bool]]:
    """The weeks that can be said or corrected on the day, the latest first, each with whether she said it."""
    weeks = weeks_open(ran_in(enrolment), on=on)
    said = set(enrolment.weeks.filter(week_on__in=weeks).values_list("week_on", flat=True))
    return [(week, week in said) for week in weeks]


def _asked(enrolment: Enrolment, week: date, ran: Ran) -> WeekAsked:
    said = list(Week.objects.filter(enrolment=enrolment, week_on__lte=week).order_by("-week_on")[:1])
    before = said_of(said[0]) if said and said[0].week_on == week else None
    agreed = agreed_percent(week, ran, ramp=rules_of(enrolment.policy).workload, agreed=_agreed(enrolment))
    return WeekAsked(
        enrolment=enrolment,
        week_on=week,
        agreed=agreed,
        percent=said[0].workload_percent if said else agreed,
        before=before,
        asks_meeting=not _met(enrolment, week),
    )


def _agreed(enrolment: Enrolment) -> Any:
    signed = enrolment.agreements.filter(state=AgreementState.SIGNED)
    return signed.values_list("workload_percent", flat=True).first()


def _met(enrolment: Enrolment, week: date) -> bool:
    """Does the portal know of supervision in that week?"""
    met = days_met({enrolment.person_id}, since=week, on=date.max).get(enrolment.person_id, [])
    return any(monday_of(day) == week for day, _ in met)
