"""Parts in a year change hands by date: the one before hands over, the agreement is signed anew (D1-12)."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.people.services.judging import require, worded
from asye.choices.enrolments import ENDED, MOST_REASON, Role
from asye.choices.year import AgreementState
from asye.models import Enrolment, Part
from asye.rules.parts import DAY, can_hand_over
from asye.selectors.policies import rules_of
from asye.selectors.who import handovers_asked
from asye.services.agreements import begin as begin_agreement
from asye.services.enrolments import require_fit
from asye.services.enrolments_told import tell_assigned
from asye.services.sight import let_see
from asye.services.signing import withdraw_names

RUN = "asye.enrolment.run"
NOT_YOURS = "Only the co-ordinator of the year, or who runs the programme there, assigns its parts."
OVER = "The year is over. Its parts change no more."
NOT_ASKED = "You are not asked to hand this part over."


@dataclass(frozen=True, kw_only=True)
class Given:
    """Which part goes to whom, from which day, and why."""

    role: Role
    person_id: int
    from_on: date
    because: str = ""


@command("asye.part.assign")
def assign(*, enrolment: Enrolment, given: Given, by: Actor, at: datetime) -> Part:
    """Give somebody a part from a day on; who has it now has it up to the day before, and is asked to hand over.

    Where the policy has the part sign the agreement, the agreement is reviewed and signed anew: one that is being
    signed loses its signatures, one that is signed is followed by the next number. She, the new and the old one are
    told. Refuses who does not run the year, a year that is over, the NQSW herself, somebody who does not belong here,
    an assessor without a live registration, who has it already, a day not after the other's first, and no reason.
    """
    _lock_agreements(enrolment)
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("person", "policy").get(pk=enrolment.pk)
    if not allows(RUN, by, held):
        raise Refused(NOT_YOURS)
    if held.state in ENDED:
        raise Refused(OVER)
    _fits(held, given, by=by)
    before = held.parts.filter(role=given.role).select_related("person").order_by("-from_on", "-pk").first()
    _judge(before, given, on=by.on)
    if before is not None and (before.until_on is None or before.until_on >= given.from_on):
        before.until_on = given.from_on - DAY
        before.save(update_fields=["until_on"])
    made = Part.objects.create(
        enrolment=held,
        role=given.role,
        person_id=given.person_id,
        from_on=given.from_on,
        because=given.because.strip(),
        assigned_at=at,
        assigned_by_id=by.person_id,
    )
    if before is not None:
        _sign_anew(held, given, by=by, at=at)
    let_see(held, by=by, at=at)
    record(made, note=made.because, about=held.person_id, organisation=held.organisation_id)
    tell_assigned(made, before, by=by, at=at)
    return made


@command("asye.part.hand_over")
def hand_over(*, part: Part, words: str, by: Actor, at: datetime) -> Part:
    """Who had the part says what the next one should know. It stays as it was said.

    Refuses everybody else, one that was handed over already, and no words.
    """
    held = handovers_asked(by).select_for_update(of=("self",)).filter(pk=part.pk).first()
    if held is None:
        raise Refused(NOT_ASKED)
    said = worded(words, field="handover", missing="Write what the next one should know.")
    held.handover, held.handed_over_at = said, at
    held.save(update_fields=["handover", "handed_over_at"])
    year = held.enrolment
    record(held, changed=("handover",), about=year.person_id, organisation=year.organisation_id)
    found: Part = held
    return found


def _lock_agreements(enrolment: Enrolment) -> None:
    """Hold what is being signed before the year, as whoever signs does: a name put under it meanwhile is withdrawn with
    the others, and neither waits for the other for ever."""
    list(enrolment.agreements.select_for_update().filter(state=AgreementState.SIGNING).order_by("pk"))


def _fits(held: Enrolment, given: Given, *, by: Actor) -> None:
    if given.role == Role.NQSW:
        raise Refused("Her own part is hers and goes to nobody.")
    worded(given.because, field="because", most=MOST_REASON)
    whom: dict[Role, int] = {given.role: given.person_id}
    require_fit(whom, nqsw=held.person_id, organisation_id=held.organisation_id, on=by.on, field="person")


def _judge(before: Part | None, given: Given, *, on: date) -> None:
    goes_on = before is not None and (before.until_on is None or before.until_on >= given.from_on)
    known = (before.person_id, before.from_on, before.person.full_name) if before is not None and goes_on else None
    require(can_hand_over(before=known, to=given.person_id, from_on=given.from_on, because=given.because, on=on))


def _sign_anew(held: Enrolment, given: Given, *, by: Actor, at: datetime) -> None:
    if given.role not in rules_of(held.policy).agreement_signs:
        return
    because = f"The {given.role.label} changes on {in_words(given.from_on)}."
    for agreement in held.agreements.filter(state=AgreementState.SIGNING):
        withdraw_names(agreement, because=because, by=by, at=at)
    if held.agreements.filter(state=AgreementState.SIGNED).exists():
        begin_agreement(enrolment=held, by=by, at=at)
