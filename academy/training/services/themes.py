"""Focus themes of an academy and the needs it found: adding, changing and ending them."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from academy.engines.audit.commands import command, record
from academy.engines.reference.choices import Origin
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.rules.endings import can_end, is_in_order
from academy.people.rules.spans import Span
from academy.people.services.judging import require as require_all
from academy.training.models import FocusTheme, Need
from academy.training.rules import keeping as rules
from academy.training.services.keeping import (
    lock_kept,
    locked,
    own_code,
    require,
    to_offer_again,
    to_withdraw,
    written,
)


@dataclass(frozen=True, kw_only=True)
class ThemeSaid:
    title: str
    from_on: date
    until_on: date | None = None

    @property
    def span(self) -> Span:
        return Span(self.from_on, self.until_on)


@dataclass(frozen=True, kw_only=True)
class NeedSaid:
    text: str
    source: str
    found_on: date | None = None
    agency_id: int | None = None


@command("training.theme.add")
def add_theme(*, organisation: Organisation, said: ThemeSaid, by: Actor, at: datetime) -> FocusTheme:
    """Put something into focus from a day on, perhaps until a day. Refuses days out of order."""
    theme = FocusTheme(organisation=organisation, **asdict(said))
    lock_kept(theme, by=by)
    require_all(is_in_order(said.span))
    theme.code = own_code(organisation.focus_themes, said.title, otherwise="theme")
    theme.save()
    record(theme, moved=("", "held"), organisation=organisation.pk)
    return theme


@command("training.theme.change")
def change_theme(*, theme: FocusTheme, said: ThemeSaid, by: Actor, at: datetime) -> FocusTheme:
    """Correct the words and days of a focus theme; loading leaves it alone then. Refuses days out of order."""
    theme = locked(theme, by=by)
    require_all(is_in_order(said.span))
    changed = written(theme, {**asdict(said), "origin": Origin.PUBLISHED})
    theme.save()
    record(theme, changed=changed, organisation=theme.organisation_id)
    return theme


@command("training.theme.end")
def end_theme(*, theme: FocusTheme, last_day: date, by: Actor, at: datetime) -> FocusTheme:
    """Keep a theme in focus until a last day. Refuses one that ends already, and a day before it began."""
    theme = locked(theme, by=by)
    require_all(can_end(Span(theme.from_on, theme.until_on), last_day))
    written(theme, {"until_on": last_day, "origin": Origin.PUBLISHED})
    theme.save()
    record(theme, moved=("held", "ended"), changed=("until_on",), organisation=theme.organisation_id)
    return theme


@command("training.need.add")
def add_need(*, organisation: Organisation, said: NeedSaid, by: Actor, at: datetime) -> Need:
    """Write down a need that was found, for courses to answer."""
    need = Need(organisation=organisation, **asdict(said))
    lock_kept(need, by=by)
    need.code = own_code(organisation.needs, said.text, otherwise="need")
    need.save()
    record(need, moved=("", "found"), organisation=organisation.pk)
    return need


@command("training.need.change")
def change_need(*, need: Need, said: NeedSaid, by: Actor, at: datetime) -> Need:
    """Correct a need; loading leaves it alone then. Refuses one that is withdrawn."""
    need = locked(need, by=by)
    require(rules.can_change(withdrawn_on=need.withdrawn_on))
    changed = written(need, {**asdict(said), "origin": Origin.PUBLISHED})
    need.save()
    record(need, changed=changed, organisation=need.organisation_id)
    return need


@command("training.need.withdraw")
def withdraw_need(*, need: Need, from_on: date, by: Actor, at: datetime) -> Need:
    """Show a need no longer from a day on: it is answered, or no need any more. Refuses a past day."""
    need = to_withdraw(need, from_on, by=by)
    need.save()
    record(need, moved=("found", "withdrawn"), organisation=need.organisation_id)
    return need


@command("training.need.find_again")
def find_need_again(*, need: Need, by: Actor, at: datetime) -> Need:
    """Show a withdrawn need again: it is still there. Refuses one that is shown."""
    need = to_offer_again(need, by=by)
    need.save()
    record(need, moved=("withdrawn", "found"), organisation=need.organisation_id)
    return need
