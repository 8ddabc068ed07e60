"""The head of a year's record: which programme, where, on which hours, with whom, and whether it needs attention."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from academy.people.models import Terms
from academy.people.querysets import holds_on
from academy.ui.states import Shape, State
from asye.choices.enrolments import UNDER_WAY, Role
from asye.choices.year import ChangeKind, ChangeState
from asye.models import Enrolment
from asye.selectors.attention import reasons_of


@dataclass(frozen=True)
class Heading:
    """`caption` names the programme and its edition, `line` the place, the hours and the people; reasons in words."""

    caption: str
    line: str
    state: State
    reasons: list[str]


def heading_of(enrolment: Enrolment, *, on: date) -> Heading:
    """The head of the record on a day. The person and the policy are read beside the enrolment."""
    found = reasons_of([enrolment], on=on).get(enrolment.pk, []) if enrolment.state in UNDER_WAY else []
    reasons = [reason.words for reason in found]
    return Heading(
        caption=f"{enrolment.policy.title} · {enrolment.policy.code}",
        line=" · ".join(_line(enrolment, on=on)),
        state=_state(enrolment, len(reasons)),
        reasons=reasons,
    )


def hours_on(enrolment: Enrolment, on: date) -> Decimal:
    """The share of full time she works on the day: by the last change agreed, else as it began. One query."""
    agreed = enrolment.changes.filter(kind=ChangeKind.HOURS, state=ChangeState.AGREED, from_on__lte=on)
    found: Decimal | None = agreed.order_by("-from_on", "-pk").values_list("fte", flat=True).first()
    return enrolment.fte if found is None else found


def in_fte(share: Decimal) -> str:
    """A share of full time in words: "0.6 FTE"."""
    return f"{share:.2f}".rstrip("0").rstrip(".") + " FTE"


def _line(enrolment: Enrolment, *, on: date) -> list[str]:
    here = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=enrolment.person_id)
    there = here.filter(post__organisation_id=enrolment.organisation_id).order_by("pk")
    team = there.values_list("team__name", flat=True)
    parts = enrolment.parts.filter(holds_on(on)).select_related("person")
    held = {part.role: part.person.full_name for part in parts}
    words = [f"{role.label} {held[role]}" for role in Role if role in held]
    return [*team[:1], in_fte(hours_on(enrolment, on)), *words]


def _state(enrolment: Enrolment, reasons: int) -> State:
    if not reasons:
        return enrolment.standing.state
    return State(f"Needs attention: {reasons} {'reason' if reasons == 1 else 'reasons'}", Shape.AGEING)
