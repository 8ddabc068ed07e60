"""An agreement that lacks nothing, for tests that begin there: needs, words, dates and a goal."""

from datetime import date
from typing import Any

from asye.models import Agreement, Enrolment, Plan, PlanGoal
from asye.rules.agreements import TEXTS
from asye.selectors.agreements import agreement_page
from asye.services.agreements import AgreementWords, hand_in_needs, send, sign, write
from asye.services.signing import Name
from tests.factories.asye import AgreementFactory, MilestoneFactory
from tests.factories.development import kept_by
from tests.factories.people import NOW, RegistrationFactory, as_actor

MET_ON = date(2026, 1, 20)


def words(**said: Any) -> AgreementWords:
    """What an assessor writes."""
    texts = {name: f"{title}, as agreed." for name, title in TEXTS.items()}
    figures: dict[str, Any] = {"session_minutes": 90, "workload_percent": 75, "protected_percent": 10}
    return AgreementWords(**{"met_on": MET_ON, "others_present": "", **texts, **figures, **said})


def whole_agreement(year: Enrolment, *, assessor: Any) -> Agreement:
    """A draft that can be sent, with one date and one goal; its assessor is on the register."""
    RegistrationFactory(person=assessor)
    MilestoneFactory(enrolment=year)
    agreement: Agreement = AgreementFactory(enrolment=year)
    entry = kept_by(year.person)
    hand_in_needs(agreement=agreement, entry=entry, by=as_actor(year.person), at=NOW)
    plan = Plan.objects.create(enrolment=year, stage="months-0-3", made_at=NOW)
    PlanGoal.objects.create(plan=plan, need="Court work", how="Shadowing", by_on=date(2026, 4, 1))
    return write(agreement=agreement, words=words(), by=as_actor(assessor), at=NOW)


def sent_agreement(year: Enrolment, *, assessor: Any) -> Agreement:
    """One that waits for signatures."""
    return send(agreement=whole_agreement(year, assessor=assessor), by=as_actor(assessor), at=NOW)


def signs(agreement: Agreement, person: Any, *, seen: str = "") -> Agreement:
    """Somebody signs what stands there."""
    by = as_actor(person)
    now = seen or agreement_page(Agreement.objects.get(pk=agreement.pk), on=by.on).sha256
    return sign(agreement=agreement, name=Name(seen=now), by=by, at=NOW)
