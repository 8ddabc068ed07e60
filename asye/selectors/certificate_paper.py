"""The certificate as one page of paper, made of what was decided and issued (D1-68)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked, DocumentContent
from academy.engines.documents.rules.codes import fingerprint_shown
from academy.engines.documents.selectors.documents import first_made_at
from academy.frameworks.selectors.whole import editions_in_force
from asye.choices.year import MilestoneKind
from asye.models import AsyeCertificate, EmployerDecision, Enrolment
from asye.rules.described import framework_words
from asye.rules.signing import fingerprint
from asye.selectors.certificate import PDF, certificate_of
from asye.selectors.decision import decision_of
from asye.selectors.papers import year_asked
from asye.selectors.policies import rules_of

NOT_ISSUED = "No certificate is issued yet. The co-ordinator issues it after the employer has decided on a pass."


@dataclass(frozen=True, kw_only=True)
class CertificateOnPaper(DocumentContent):
    """What the page says. `first_made_on` is the day of the first PDF where this one follows it; `check_at` where
    anybody can check it, and what is printed for that tells nobody whose it is."""

    enrolment: Enrolment
    certificate: AsyeCertificate
    decision: EmployerDecision
    ends_on: date | None
    frameworks: tuple[str, ...]
    first_made_on: date | None
    check_at: str
    code: str

    @property
    def fingerprint_shown(self) -> str:
        return fingerprint_shown(self.fingerprint)


def certificate_on_paper(asked: Asked) -> CertificateOnPaper:
    """The certificate of the year. Refuses as long as none is issued; made again, it says since when there was one."""
    year = year_asked(asked)
    certificate, decision = certificate_of(year), decision_of(year)
    if certificate is None or decision is None:
        raise Refused(NOT_ISSUED)
    name, before, ends_on = year.person.full_name, first_made_at(PDF, year.pk), _ends_on(year)
    return CertificateOnPaper(
        title=f"ASYE certificate, {name}",
        author=certificate.issuer,
        running="",
        made_at=asked.at,
        file_name=slugify(f"asye certificate {name} {certificate.number}")[:100],
        policy=str(year.policy)[:120],
        fingerprint=fingerprint(_said(year, certificate, decision, ends_on=ends_on)),
        enrolment=year,
        certificate=certificate,
        decision=decision,
        ends_on=ends_on,
        frameworks=_frameworks(year),
        first_made_on=timezone.localdate(before) if before else None,
        check_at=f"{settings.PORTAL_ADDRESS}{reverse('verifying:document')}",
        code=asked.code,
    )


def _said(
    year: Enrolment, certificate: AsyeCertificate, decision: EmployerDecision, *, ends_on: date | None
) -> dict[str, Any]:
    """What the fingerprint is over."""
    return {
        "number": certificate.number,
        "issued_on": certificate.issued_on,
        "issuer": certificate.issuer,
        "name": year.person.full_name,
        "programme": f"{year.policy.title}, {year.policy.code}",
        "from": year.starts_on,
        "until": ends_on,
        "outcome": decision.outcome,
        "decided_on": decision.decided_on,
        "decided_by": decision.decided_by.full_name,
    }


def _ends_on(year: Enrolment) -> date | None:
    end = year.milestones.filter(kind=MilestoneKind.END).values_list("due_on", flat=True)
    found: date | None = end.first()
    return found


def _frameworks(year: Enrolment) -> tuple[str, ...]:
    """What she was assessed against, in the words of whoever publishes it."""
    levels = rules_of(year.policy).frameworks_for(year.starts_on)
    editions = editions_in_force([each.code for each in levels], on=year.starts_on)
    names = {each.framework.code: each.framework.name for each in editions}
    return tuple(framework_words(each.code, each.level, name=names.get(each.code, "")) for each in levels)
