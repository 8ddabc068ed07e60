"""What a certificate waits for, and the certificate."""

from asye.choices.year import AgreementState, ReviewState
from asye.models import Agreement, AsyeCertificate, Enrolment, Review

UNSIGNED = (ReviewState.WRITING, ReviewState.SIGNING)


def unsigned_in(enrolment: Enrolment) -> list[str]:
    """What in the year is begun and not signed by all, or has no signed agreement, in words. Two queries."""
    signed = Agreement.objects.filter(enrolment=enrolment, state=AgreementState.SIGNED).exists()
    begun = Review.objects.filter(enrolment=enrolment, state__in=UNSIGNED).order_by("milestone__due_on", "pk")
    titles = begun.values_list("milestone__title", flat=True)
    return [*([] if signed else ["the agreement"]), *titles]


def certificate_of(enrolment: Enrolment) -> AsyeCertificate | None:
    """The certificate of a year that was passed. One query."""
    return AsyeCertificate.objects.filter(enrolment=enrolment).select_related("issued_by").first()
