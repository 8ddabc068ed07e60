"""Looking at goals together, at an appraisal or half-year review: how each stands, in the words of both (S2-80)."""

from collections.abc import Collection
from datetime import datetime

from academy.development.choices.plans import Party
from academy.development.models import Appraisal, Goal, GoalReview
from academy.development.rules.appraisals import ReviewWords, part_of, review_faults
from academy.development.services.appraisals import changed_in, note_change, unsigned
from academy.engines.audit.commands import Refused, command
from academy.identity.actor import Actor

WORDS = {Party.PERSON: "own_words", Party.MANAGER: "manager_words"}


@command("development.appraisal.review_goals")
def review_goals(*, appraisal: Appraisal, reviews: Collection[ReviewWords], by: Actor, at: datetime) -> Appraisal:
    """Say how goals stand. Both may say how a goal stands; each writes her own words, and never the other's.

    A change after the first signature takes it away. Refuses others, what both have signed, a goal of somebody else or
    of another organisation, an unknown standing, and words over 5,000 characters.
    """
    current = unsigned(appraisal, by=by, permission="development.appraisal.arrange")
    goals = Goal.objects.filter(person_id=current.person_id, organisation_id=current.organisation_id)
    known = set(goals.filter(pk__in=[each.goal_id for each in reviews]).values_list("pk", flat=True))
    for each in reviews:
        if each.goal_id not in known:
            raise Refused("Review goals of hers only. Open the page again to see them.")
        for fault in review_faults(each):
            raise Refused(fault.reason, field=fault.field)
    field = WORDS[part_of(current.person_id, by.person_id)]
    changed = [_written(current, each, field=field, at=at) for each in reviews]
    if any(changed):
        return changed_in(current, {}, by=by, at=at)
    note_change(current, changed=())
    return current


def _written(appraisal: Appraisal, said: ReviewWords, *, field: str, at: datetime) -> bool:
    """Write one review; was anything changed by it?"""
    words = said.words.strip().replace("\r\n", "\n")
    review = GoalReview.objects.filter(appraisal=appraisal, goal_id=said.goal_id).first()
    if review is None:
        its = {field: words, "standing": said.standing, "changed_at": at}
        GoalReview.objects.create(appraisal=appraisal, goal_id=said.goal_id, **its)
        return True
    if (review.standing, getattr(review, field)) == (said.standing, words):
        return False
    review.standing, review.changed_at = said.standing, at
    setattr(review, field, words)
    review.save(update_fields=["standing", field, "changed_at"])
    return True
