"""What commands of a case begin with: lock it, so that two at once judge one after the other, and say who may."""

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.identity.actor import Actor
from panels.models import Case

NOT_YOURS = "This is for somebody else to do. If it should be you, ask the clerk of the panel or your academy lead."
BESIDE = ("person", "policy", "sitting", "panel", "grade", "vacancy")


def locked(case: Case, permission: str, *, by: Actor) -> Case:
    """The case as it is stored now, locked. Refuses whoever may not do this with it, before anything else is told."""
    held: Case = Case.objects.select_for_update(of=("self",)).select_related(*BESIDE).get(pk=case.pk)
    if not allows(permission, by, held):
        raise Refused(NOT_YOURS)
    return held
