"""Noting which of the documents the policy asks for were seen, after the year began (D1-06)."""

from collections.abc import Collection
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from asye.choices.enrolments import ENDED
from asye.models import Enrolment
from asye.rules.documents_seen import seen_among
from asye.selectors.policies import rules_of

NOT_YOURS = "Only the co-ordinator of the year, or who runs the programme there, notes what was seen."


@command("asye.documents.note")
def note_documents(*, enrolment: Enrolment, codes: Collection[str], by: Actor, at: datetime) -> Enrolment:
    """Note these as seen beside those that were. Nothing that was seen is taken back.

    Refuses who does not run the year, a year that is over, and nothing new among what its policy asks for.
    """
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("policy").get(pk=enrolment.pk)
    if not allows("asye.enrolment.run", by, held):
        raise Refused(NOT_YOURS)
    if held.state in ENDED:
        raise Refused("The year is over. Nothing is noted in it any more.")
    new = [each.code for each in seen_among(rules_of(held.policy), codes) if each.code not in held.documents_seen]
    if not new:
        raise Refused("Tick what you have seen.", field="documents")
    held.documents_seen, held.changed_at = [*held.documents_seen, *new], at
    held.save(update_fields=["documents_seen", "changed_at"])
    record(held, changed=("documents_seen",), about=held.person_id, organisation=held.organisation_id)
    noted: Enrolment = held
    return noted
