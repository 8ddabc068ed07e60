"""Reviews are handed in, each alone; the last one ends the review. Notes stay with whoever writes them."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import require, worded
from asye.services.refusing import require_faultless
from panels.choices.cases import CaseState
from panels.choices.judging import AssignmentKind, AssignmentState
from panels.choices.panels import MOST_WORDS
from panels.models import Assignment, Case, Review, Score
from panels.notices.judging import ALL_IN
from panels.rules.parts_of_policy import Criterion
from panels.rules.reviewing import Moderated, Written, are_all_in, can_hand_in, faults, moderation_faults
from panels.selectors.benches import chairs_of
from panels.selectors.moderating import moderation_checks
from panels.selectors.policies import rules_of
from panels.selectors.reviews import judging_of
from panels.services.locking import NOT_YOURS, locked
from panels.services.telling import tell
from panels.workflow import ASSIGNMENT, CASE

JUDGE, ANSWER = "panels.case.judge", "panels.assignment.answer"
ANOTHER_TEMPLATE = "This is not what is asked of this case. Open the page again."


@command("panels.assignment.hand_in")
def hand_in(*, assignment: Assignment, said: Written | Moderated, by: Actor, at: datetime) -> Review:
    """Hand in what a reviewer judged: it is frozen, with a level and a reason for each criterion, or the answers of the
    moderation template. Where she is the last of as many as the policy needs, the reviews are in; the chair is told.

    Refuses everybody but the reviewer, a case that is not being reviewed, and whatever her review lacks.
    """
    case, current = _hers(assignment, by=by)
    require(can_hand_in(case=CaseState(case.state), assignment=AssignmentState(current.state)))
    if isinstance(said, Moderated) != case.is_moderation:
        raise Refused(ANOTHER_TEMPLATE)
    done = apply(ASSIGNMENT, "hand_in", current, by=by, at=at)
    number = done.reviews.count() + 1
    review = Review(assignment=done, number=number, submitted_at=at)
    if isinstance(said, Moderated):
        _keep_moderated(review, said, case, by=by)
    else:
        _keep_written(review, said, case)
    standing = case.assignments.reviews().standing().order_by().values_list("state", flat=True)
    if are_all_in(list(standing), needed=rules_of(case.policy).reviewers):
        gather(case=case, by=by, at=at)
    return review


@command("panels.case.gather_reviews")
def gather(*, case: Case, by: Actor, at: datetime) -> Case:
    """The reviews of a case are in, with the last of them; from now on they are compared, and who chairs is told.
    Refuses whoever did not review it."""
    gathered = apply(CASE, "gather_reviews", case, by=by, at=at)
    tell(ALL_IN, gathered, to=chairs_of(gathered, on=by.on), by=by, at=at)
    return gathered


@command("panels.assignment.keep_notes")
def keep_notes(*, assignment: Assignment, notes: str, by: Actor, at: datetime) -> Assignment:
    """Keep the private notes of whoever a case was given to. Nobody else reads them, and they are no part of a review.
    Refuses everybody else, and whoever is out of the case."""
    if not allows(ANSWER, by, assignment):
        raise Refused(NOT_YOURS)
    current = Assignment.objects.select_for_update(of=("self",)).select_related("case").get(pk=assignment.pk)
    current.notes = worded(notes, field="notes", most=MOST_WORDS)
    current.save(update_fields=["notes"])
    record(current, changed=("notes",), organisation=current.organisation_id)
    return current


def _hers(assignment: Assignment, *, by: Actor) -> tuple[Case, Assignment]:
    """The case, locked, and what was given as it is stored now. Refuses whoever has not got it to review."""
    case = locked(assignment.case, JUDGE, by=by)
    current = Assignment.objects.get(pk=assignment.pk)
    if current.person_id != by.person_id or current.kind != AssignmentKind.REVIEW:
        raise Refused(NOT_YOURS)
    return case, current


def _keep_written(review: Review, said: Written, case: Case) -> None:
    criteria = judging_of(case).criteria
    require_faultless(faults(said, criteria))
    review.overall, review.words, review.flags = said.overall, said.words.strip(), said.flags.strip()
    review.save()
    Score.objects.bulk_create(_score(review, said, criterion) for criterion in criteria)


def _score(review: Review, said: Written, criterion: Criterion) -> Score:
    level = {each.code: each for each in criterion.levels}[said.levels[criterion.code]]
    reason = said.reasons[criterion.code].strip()
    return Score(review=review, criterion=criterion.code, level=level.code, standing=level.standing, reason=reason)


def _keep_moderated(review: Review, said: Moderated, case: Case, *, by: Actor) -> None:
    require_faultless(moderation_faults(said, {check.code for check in moderation_checks(case, actor=by)}))
    review.overall, review.words, review.flags = said.view, said.words.strip(), said.flags.strip()
    review.checks, review.tests = dict(said.checks), dict(said.tests)
    review.to_assessor, review.to_candidate = said.to_assessor.strip(), said.to_candidate.strip()
    review.save()
