"""How a team learnt in the last twelve months, for its manager: shares of what was kept, and nobody's entry (S0-12)."""

from dataclasses import dataclass
from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Count

from academy.development.models import Entry
from academy.development.rules.balance import FEWEST_PEOPLE, Balance, balance_sentence, in_fives
from academy.development.selectors.policies import policy_for
from academy.identity.actor import Actor
from academy.ui.charts import BalanceBar, Guide


@dataclass(frozen=True)
class TeamBalance:
    """The picture and its sentence; without a picture when too few people have kept anything."""

    bar: BalanceBar | None
    sentence: str


def team_balance(actor: Actor) -> TeamBalance | None:
    """The balance of the people the actor manages, in steps of five per cent; None for who manages nobody. Two queries.

    Counted is what was kept in the organisation she acts in; drafts and withdrawn entries count nowhere. It is shown
    only when at least five of her people have kept something (D7-11), and names no number of entries.
    """
    if not actor.manages:
        return None
    since = actor.on - relativedelta(years=1) + timedelta(days=1)
    kept = Entry.objects.kept().between(since, actor.on)
    theirs = kept.filter(author_id__in=actor.manages, organisation_id=actor.organisation_id)
    guide = policy_for(actor.organisation_id, actor.on).guide
    rows = list(theirs.order_by().values_list("author_id", "way").annotate(Count("pk")))
    if len({author for author, _, _ in rows}) < FEWEST_PEOPLE:
        return TeamBalance(None, f"Shown when at least {FEWEST_PEOPLE} people of your team have kept an entry.")
    totals = {way: sum(number for _, each, number in rows if each == way) for _, way, _ in rows}
    balance = in_fives(Balance(**totals))
    drawn = Guide(guide.experience, guide.others, guide.formal)
    bar = BalanceBar(balance.experience, balance.others, balance.formal, drawn)
    return TeamBalance(bar, balance_sentence(balance, guide=guide).replace("Your own mix", "A mix of its own"))
