"""What every command of people does first: lock what it judges, and refuse by what the rule says."""

from academy.engines.audit.commands import Refused
from academy.engines.workflow.decisions import Decision
from academy.identity.models import Organisation, Person


def require(*decisions: Decision) -> None:
    """Refuse with the first decision that is not allowed, at the answer it is about."""
    for decision in decisions:
        if not decision.allowed:
            raise Refused(decision.reason, field=getattr(decision, "field", None))


def lock_person(person_id: int) -> None:
    """Let one command at a time judge and change what is dated about a person. Keys pointing at her stay free."""
    Person.objects.select_for_update(no_key=True).get(pk=person_id)


def lock_organisation(organisation_id: int) -> Organisation:
    """Let one command at a time change who works where and for whom: circles can arise between two people's terms.
    Gives the organisation as it is now."""
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)
