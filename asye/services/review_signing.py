"""A review is sent to be signed, signed by each, and locked with the last name; afterwards it is only added to."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.engines.signatures.selectors.signatures import live_signatures
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.services.judging import require, worded
from asye.choices.enrolments import MOST_REASON
from asye.choices.year import ReviewState
from asye.models import Plan, Review, ReviewAddendum
from asye.notices import reviews as told
from asye.rules.reviews import explained, plan_made_at
from asye.selectors.audience import coordinators_of
from asye.selectors.policies import rules_of
from asye.selectors.review_content import to_sign
from asye.selectors.reviews import gaps_of
from asye.selectors.signing import holders
from asye.services.reviewing import LOCKED, locked, noted, require_running
from asye.services.reviews_told import tell_of_review
from asye.services.signing import Name, put_names, withdraw_names
from asye.workflow import REVIEW

SIGN = "asye.review.sign"


@command("asye.review.send")
def send(*, review: Review, because: Mapping[str, str], by: Actor, at: datetime) -> Review:
    """Send it to be signed. What is missing and has a reason is kept in the review with it, and is signed.

    Refuses while something needed is missing, or something required has no reason. Sent twice, it is sent once.
    """
    current = locked(review, "asye.review.run", by=by)
    require_running(current)
    if current.state == ReviewState.SIGNING:
        return noted(current)
    reasons, decision = explained(gaps_of(current, on=by.on), because)
    if current.state == ReviewState.WRITING:
        require(decision)
    for each in reasons:
        worded(each.because, field=f"because_{each.code}", most=MOST_REASON)
    values = {"explained": [asdict(each) for each in reasons]}
    sent = apply(REVIEW, "send", current, by=by, at=at, values=values)
    tell_of_review(told.TO_SIGN, current, to=_signers(current, by=by), by=by, at=at)
    return sent


@command("asye.review.reopen")
def reopen(*, review: Review, because: str, by: Actor, at: datetime) -> Review:
    """Open it again before all have signed: names under it are withdrawn, with the reason beside each, and who had
    signed is told."""
    current = locked(review, "asye.review.write", by=by)
    said = worded(because, field="note", most=MOST_REASON)
    signed = [each.person for each in live_signatures(current)]
    opened = apply(REVIEW, "reopen", current, by=by, at=at, note=said, values={"explained": []})
    withdraw_names(opened, because=said, by=by, at=at)
    tell_of_review(told.REOPENED, current, to=signed, by=by, at=at)
    return opened


@command("asye.review.sign")
def put_name(*, review: Review, name: Name, by: Actor, at: datetime) -> Review:
    """Sign in the parts one has. With the last name it is locked, and the plan made in it is agreed.

    Refuses what `put_names` refuses, and a review that is not being signed.
    """
    current = locked(review, SIGN, by=by)
    if current.state == ReviewState.LOCKED:
        raise Refused(LOCKED)
    if current.state != ReviewState.SIGNING:
        raise Refused("It is not sent to be signed. Open it again to see how it stands.")
    rules = rules_of(current.enrolment.policy)
    left = put_names(
        current, name, required=rules.attends, now=to_sign(current), enrolment=current.enrolment, by=by, at=at
    )
    if left:
        return noted(current)
    whole = apply(REVIEW, "lock", current, by=by, at=at)
    made = plan_made_at(rules, current.milestone.code)
    if made:
        Plan.objects.filter(enrolment_id=current.enrolment_id, stage=made[0]).update(agreed_on=by.on)
    everybody = [*_signers(current, by=by), *coordinators_of(current.enrolment, on=by.on)]
    tell_of_review(told.LOCKED, current, to=everybody, by=by, at=at)
    return whole


@command("asye.review.add")
def add(*, review: Review, words: str, by: Actor, at: datetime) -> ReviewAddendum:
    """Add to a review that is locked, under one's own name. Refuses one that is not: it can still be changed. The same
    words twice are one."""
    current = locked(review, "asye.review.add", by=by)
    said = worded(words, field="words", missing="Write what is to be added.")
    if current.state != ReviewState.LOCKED or by.person_id is None:
        raise Refused("It is not locked yet. Change your own part instead.", field="words")
    made, _ = ReviewAddendum.objects.get_or_create(
        review=current, written_by_id=by.person_id, words=said, defaults={"written_at": at}
    )
    record(made, changed=("words",), about=current.person_id, organisation=current.organisation_id)
    return made


def _signers(review: Review, *, by: Actor) -> list[Person]:
    held = holders(review.enrolment, by.on)
    return [held[role] for role in rules_of(review.enrolment.policy).attends if role in held]
