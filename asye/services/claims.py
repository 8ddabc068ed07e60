"""What became of a part of the employer's grant: claimed, paid, or not paid (D1-85, D2-02)."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from asye.choices.ending import MOST_NUMBER
from asye.choices.enrolments import MOST_REASON
from asye.models import GrantClaim
from asye.workflow.ending import CLAIM


@command("asye.grant.claim")
def claim_part(*, claim: GrantClaim, reference: str, by: Actor, at: datetime) -> GrantClaim:
    """Note that a part was claimed, with the national body's number where there is one.

    Refuses whoever does not run the programme for her, what is claimed already, and a number over 40 characters.
    """
    number = reference.strip()
    if len(number) > MOST_NUMBER:
        raise Refused(f"Use at most {MOST_NUMBER} characters.", field="reference")
    return apply(CLAIM, "claim", claim, by=by, at=at, values={"reference": number})


@command("asye.grant.pay")
def pay_part(*, claim: GrantClaim, by: Actor, at: datetime) -> GrantClaim:
    """Note that a part that was claimed is paid. Refuses whoever does not run the programme, and every other state."""
    return apply(CLAIM, "pay", claim, by=by, at=at)


@command("asye.grant.refuse")
def refuse_part(*, claim: GrantClaim, because: str, by: Actor, at: datetime) -> GrantClaim:
    """Note that a part that was claimed is not paid, and why. Refuses no reason, or one over 500 characters."""
    said = because.strip()
    if not said:
        raise Refused("Say why it is not paid.", field="because")
    if len(said) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="because")
    return apply(CLAIM, "refuse", claim, by=by, at=at, values={"refused_because": said})
