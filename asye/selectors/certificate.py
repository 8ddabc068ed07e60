"""What a certificate waits for, the certificate, and its PDF."""

from dataclasses import dataclass

from academy.engines.access.permissions import allows
from academy.engines.documents.models import Issued
from academy.engines.documents.selectors.documents import newest_of
from academy.identity.actor import Actor
from asye.choices.papers import Paper
from asye.choices.year import AgreementState, ReviewState
from asye.models import Agreement, AsyeCertificate, Enrolment, Review

UNSIGNED = (ReviewState.WRITING, ReviewState.SIGNING)
HAVE = "asye.certificate.have"
PDF = f"asye.{Paper.CERTIFICATE.value}"


@dataclass(frozen=True)
class CertificatePaper:
    """A certificate that is issued, for somebody who may have it as a PDF: `document` is the one she can open; without
    it she has it made."""

    certificate: AsyeCertificate
    document: Issued | None


def unsigned_in(enrolment: Enrolment) -> list[str]:
    """What in the year is begun and not signed by all, or has no signed agreement, in words. Two queries."""
    signed = Agreement.objects.filter(enrolment=enrolment, state=AgreementState.SIGNED).exists()
    begun = Review.objects.filter(enrolment=enrolment, state__in=UNSIGNED).order_by("milestone__due_on", "pk")
    titles = begun.values_list("milestone__title", flat=True)
    return [*([] if signed else ["the agreement"]), *titles]


def certificate_of(enrolment: Enrolment) -> AsyeCertificate | None:
    """The certificate of a year that was passed. One query."""
    return AsyeCertificate.objects.filter(enrolment=enrolment).select_related("issued_by").first()


def certificate_paper(enrolment: Enrolment, found: AsyeCertificate | None, actor: Actor) -> CertificatePaper | None:
    """The certificate as the actor has it on paper; None before it is issued, and for whom it is not. One query and
    those of the permission."""
    if found is None or not allows(HAVE, actor, enrolment):
        return None
    return CertificatePaper(found, newest_of(actor, PDF, enrolment.pk))
