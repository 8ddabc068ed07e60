"""How many days of training each of a team had in the last twelve months, so that places go round."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db.models import Sum

from academy.identity.models import Person
from academy.training.choices import CAME, RequestState
from academy.training.models import Booking, TrainingRequest
from academy.training.selectors.teams import AskersTeam


@dataclass(frozen=True)
class Share:
    """One person's part: her days, and how much of full time she works."""

    person: Person
    fte: Decimal
    days: Decimal
    is_hers: bool


@dataclass(frozen=True)
class Spread:
    """The parts of those the reader answers for, most days first; how many others of the team are not named."""

    shares: tuple[Share, ...]
    unnamed: int = 0


def spread_of(team: AskersTeam, *, asker_id: int, named: Collection[int], on: date) -> Spread:
    """The spread over a team in the twelve months up to a day, in two queries.

    Only people in `named` and the asker are told apart: nobody reads of people she does not answer for.
    """
    shown = [member for member in team.members if member.person.pk in named or member.person.pk == asker_id]
    days = training_days([member.person.pk for member in shown], on=on)
    shares = [
        Share(member.person, member.fte, days.get(member.person.pk, Decimal(0)), member.person.pk == asker_id)
        for member in shown
    ]
    ordered = sorted(shares, key=lambda share: (-share.days, share.person.full_name))
    return Spread(tuple(ordered), len(team.members) - len(shown))


def training_days(people: Collection[int], *, on: date) -> dict[int, Decimal]:
    """Days of training of each person in the twelve months up to a day: attended here, and approved outside."""
    since = on - relativedelta(years=1)
    found: dict[int, Decimal] = defaultdict(Decimal)
    came = Booking.objects.filter(person_id__in=people, state__in=CAME)
    attended = came.filter(event__ends_on__gt=since, event__ends_on__lte=on).order_by()
    agreed = TrainingRequest.objects.filter(person_id__in=people, state=RequestState.APPROVED, event=None)
    outside = agreed.filter(starts_on__gt=since, starts_on__lte=on).order_by()
    for rows, field in ((attended, "event__course__days"), (outside, "days")):
        for row in rows.values("person_id").annotate(total=Sum(field)):
            found[row["person_id"]] += row["total"] or Decimal(0)
    return dict(found)
