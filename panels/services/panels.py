"""Panels as standing bodies: set up, called otherwise, ended."""

from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.rules.spans import in_words
from academy.people.services.judging import lock_organisation, worded
from panels.choices.cases import LIVE
from panels.choices.panels import MOST_TITLE, MeetingState
from panels.models import Case, Meeting, Member, Panel
from pathways.choices import SittingPurpose

KEEP = "panels.panel.keep"
NOT_YOURS = "Only the academy lead keeps panels."


@command("panels.panel.set_up")
def set_up(*, organisation: Organisation, purpose: str, title: str, by: Actor, at: datetime) -> Panel:
    """Set up a panel from today on. Refuses whoever does not lead the academy there, an unknown purpose, and no title,
    one too long or one that another panel there has."""
    panel = Panel(organisation=organisation, from_on=by.on)
    _kept(panel, by=by)
    if purpose not in SittingPurpose.values:
        raise Refused("Choose one of the answers shown.", field="purpose")
    panel.purpose, panel.title = purpose, _title(panel, title)
    panel.save()
    return _recorded(panel, "purpose", "title", "from_on")


@command("panels.panel.change")
def change(*, panel: Panel, title: str, by: Actor, at: datetime) -> Panel:
    """Call a panel otherwise. Refuses what setting it up refuses, and a panel that has ended."""
    current = _locked(panel, by=by)
    current.title = _title(current, title)
    current.save(update_fields=["title"])
    return _recorded(current, "title")


@command("panels.panel.end")
def end(*, panel: Panel, until_on: date, by: Actor, at: datetime) -> Panel:
    """End a panel after that day, and with it every seat that lasts longer.

    Refuses a day gone by, and as long as a case or a sitting of it is not over.
    """
    current = _locked(panel, by=by)
    if until_on < max(by.on, current.from_on):
        raise Refused("Give today or a later day.", field="until_on")
    if Case.objects.filter(panel=current, state__in=LIVE).exists():
        raise Refused("The panel has cases that are not over. Tell what was decided first, or put them off.")
    if Meeting.objects.filter(panel=current, sitting__cancelled_at=None).exclude(state=MeetingState.CLOSED).exists():
        raise Refused("The panel has a sitting that is not held. Cancel it, or hold it first.")
    Member.objects.filter(panel=current, from_on__gt=until_on).delete()
    lasting = Member.objects.filter(panel=current).exclude(until_on__lte=until_on)
    lasting.update(until_on=until_on)
    current.until_on = until_on
    current.save(update_fields=["until_on"])
    return _recorded(current, "until_on")


def _kept(panel: Panel, *, by: Actor) -> None:
    if not allows(KEEP, by, panel):
        raise Refused(NOT_YOURS)
    lock_organisation(panel.organisation_id)


def _locked(panel: Panel, *, by: Actor) -> Panel:
    _kept(panel, by=by)
    current = Panel.objects.select_for_update(of=("self",)).get(pk=panel.pk)
    if current.until_on is not None and current.until_on < by.on:
        raise Refused(f"This panel ended on {in_words(current.until_on)}.")
    return current


def _title(panel: Panel, title: str) -> str:
    said = worded(title, field="title", missing="Give the panel a name.", most=MOST_TITLE)
    if Panel.objects.filter(organisation_id=panel.organisation_id, title=said).exclude(pk=panel.pk).exists():
        raise Refused("There is a panel of this name already. Give this one another.", field="title")
    return said


def _recorded(panel: Panel, *changed: str) -> Panel:
    record(panel, changed=changed, organisation=panel.organisation_id)
    return panel
