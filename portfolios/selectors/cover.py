"""What stands on the cover of a portfolio beside its title: where she works, and whether she is registered."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from academy.people.models import Registration, Terms
from academy.people.querysets import holds_on
from academy.people.rules.spans import in_words
from portfolios.models import Portfolio
from portfolios.rules.content import Fact


def day_of(portfolio: Portfolio) -> date:
    """The day whose facts the cover tells: the last on which it was changed, signed or handed in."""
    moments = (portfolio.changed_at, portfolio.signing_at, portfolio.endorsed_at, portfolio.submitted_at)
    return timezone.localdate(max(moment for moment in moments if moment is not None))


def present_terms(portfolio: Portfolio) -> Terms | None:
    """The terms of her first post in the portfolio's organisation on that day. One query."""
    on = day_of(portfolio)
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__")).select_related("team")
    hers = held.filter(post__person_id=portfolio.person_id, post__organisation_id=portfolio.organisation_id)
    return hers.order_by("-post__is_primary", "post__from_on", "pk").first()


def cover_of(portfolio: Portfolio, terms: Terms | None) -> Iterator[Fact]:
    """The lines of the cover. One query, for registrations."""
    if terms is not None:
        yield Fact(label="Team", text=f"{terms.team.name}, {terms.fte.normalize():f} FTE")
    on = day_of(portfolio)
    for each in Registration.objects.filter(holds_on(on), person_id=portfolio.person_id).order_by("regulator", "pk"):
        until = f", until {in_words(each.expires_on)}" if each.expires_on else ""
        yield Fact(label="Registration", text=f"{each.get_regulator_display()}{until}")
    if portfolio.due_on is not None:
        yield Fact(label="To be handed in by", text=in_words(portfolio.due_on))
