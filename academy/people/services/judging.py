"""What every command of people does first: lock what it judges, and refuse by what the rule says."""

from academy.engines.audit.commands import Refused
from academy.engines.workflow.decisions import Decision
from academy.identity.models import Organisation, Person

# The longest text anybody writes in one piece, where nothing shorter is asked.
MOST_WORDS = 20_000


def require(*decisions: Decision) -> None:
    """Refuse with the first decision that is not allowed, at the answer it is about."""
    for decision in decisions:
        if not decision.allowed:
            raise Refused(decision.reason, field=getattr(decision, "field", None))


def worded(text: str, *, field: str, missing: str = "", most: int = MOST_WORDS) -> str:
    """A text as it is kept. Refuses an empty one where `missing` says what to do, and one that is too long."""
    said = text.strip().replace("\r\n", "\n")
    if missing and not said:
        raise Refused(missing, field=field)
    if len(said) > most:
        raise Refused(f"Use at most {most:,} characters. You have {len(said):,}.", field=field)
    return said


def lock_person(person_id: int) -> None:
    """Let one command at a time judge and change what is dated about a person. Keys pointing at her stay free."""
    Person.objects.select_for_update(no_key=True).get(pk=person_id)


def lock_organisation(organisation_id: int) -> Organisation:
    """Let one command at a time change who works where and for whom: circles can arise between two people's terms.
    Gives the organisation as it is now."""
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)
