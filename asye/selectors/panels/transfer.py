"""Employers on the record page: releases and claims, and for who runs the programme the ways to leave."""

from datetime import date

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from asye.choices.enrolments import UNDER_WAY, EnrolmentState
from asye.models import Enrolment, Transfer
from asye.selectors.panels.panel import Panel

ORDER = 90
ENDS = (EnrolmentState.DEFERRED, *UNDER_WAY, EnrolmentState.RELEASED)


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel | None:
    """What became of the year elsewhere; nothing where it stayed and the actor does not run it."""
    transfers = list(enrolment.transfers.select_related("from_organisation", "to_organisation"))
    runs = enrolment.state in ENDS and allows("asye.enrolment.run", actor, enrolment)
    is_hers = actor.person_id == enrolment.person_id
    because = enrolment.ended_because if is_hers or allows("asye.enrolment.run", actor, enrolment) else ""
    if not (transfers or runs or because):
        return None
    context = {
        "transfers": transfers,
        "may_read": bool(transfers) and Transfer.objects.visible_to(actor).filter(enrolment=enrolment).exists(),
        "because": because,
        "may_run": runs,
        "may_start": runs and enrolment.state == EnrolmentState.DEFERRED,
        "may_defer": runs and enrolment.state == EnrolmentState.AGREEMENT_DUE and not transfers,
        "may_release": runs and enrolment.state in UNDER_WAY,
    }
    return Panel("asye/_panel_transfer.html", context, order=ORDER)
