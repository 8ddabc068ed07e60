"""The certificate after a pass (D1-68)."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from asye.models import AsyeCertificate, Enrolment
from asye.notices import ending as told
from asye.rules.certificate import issuer_of, number_of
from asye.selectors.certificate import unsigned_in
from asye.selectors.policies import rules_of
from asye.services.telling import tell
from asye.workflow import ENROLMENT


@command("asye.certificate.issue")
def issue(*, enrolment: Enrolment, by: Actor, at: datetime) -> AsyeCertificate:
    """Issue the certificate: its number, the day, and the body of that year. She is told.

    Refuses who does not run the programme, a year that is not decided or was failed or is certified, and one in which a
    signature is missing.
    """
    certified = apply(ENROLMENT, "certify", enrolment, by=by, at=at)
    waiting = unsigned_in(certified)
    if waiting:
        raise Refused(f"Signatures are missing: {', '.join(waiting)}. The certificate follows when they are there.")
    employer = certified.organisation.name
    made = AsyeCertificate.objects.create(
        enrolment=certified,
        number=number_of(certified.pk, by.on),
        issuer=issuer_of(rules_of(certified.policy), starts_on=certified.starts_on, employer=employer),
        issued_on=by.on,
        issued_by_id=by.person_id,
        issued_at=at,
    )
    url = certified.get_absolute_url()
    tell(told.CERTIFIED, certified, to=[certified.person], url=url, by=by, at=at)
    return made
