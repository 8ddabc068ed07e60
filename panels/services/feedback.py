"""Feedback on an outcome: who is named for it, and giving it in writing (S2-20, D5-06)."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.selectors.belonging import belongs_to
from academy.people.services.judging import worded
from panels.choices.cases import CaseState
from panels.choices.panels import MOST_WORDS, MemberSort
from panels.models import Case, Decision, Feedback
from panels.models.decision import Letter
from panels.notices import outcomes as told
from panels.rules.days import feedback_by
from panels.rules.letters import body_of
from panels.selectors.feedback_givers import is_out_of_it, named, sorts_asked
from panels.selectors.letters import told_of
from panels.selectors.policies import rules_of
from panels.selectors.wording import about
from panels.services.letters import BESIDE, RELEASE, change
from panels.services.locking import NOT_YOURS, locked
from panels.services.telling import tell

GIVE = "panels.feedback.give"
DECIDED = (CaseState.DECIDED, CaseState.RELEASED)


@command("panels.feedback.name")
def name(*, case: Case, sort: MemberSort, person: Person, by: Actor, at: datetime) -> Feedback:
    """Name who gives feedback in that part instead of whoever was, until it is given. Before the decision is told the
    letter follows where it stands as it was written; afterwards she is asked at once.

    Refuses whoever does not release the case, a case that is not decided, a part the policy asks no feedback of, who
    does not belong to the organisation, who is out of the case, and who gives it in another part.
    """
    held = locked(case, RELEASE, by=by)
    decision = _decided(held)
    if sort not in sorts_asked(decision):
        raise Refused("The policy asks nobody for feedback in that part.", field="sort")
    _fits(held, sort, person, by=by)
    asked = named(held).get(sort)
    if asked is None and held.feedback.filter(sort=sort, given_on__gte=decision.decided_on).exists():
        raise Refused("Feedback was given in that part already.", field="sort")
    before = body_of(told_of(decision))
    row = asked or Feedback(case=held, sort=sort)
    row.person = person
    row.due_on = feedback_by(rules_of(held.policy), decided_on=decision.decided_on).on
    row.save()
    if held.state == CaseState.RELEASED:
        ask(row, by=by, at=at)
    else:
        _follow(decision, before=before, by=by, at=at)
    record(row, changed=("person", "due_on"), about=held.person_id, organisation=held.organisation_id)
    return row


@command("panels.feedback.give")
def give(*, feedback: Feedback, words: str, by: Actor, at: datetime) -> Feedback:
    """Give feedback in writing; it stays as it is given. The candidate is told that it is there.

    Refuses whoever is not named for it, a decision that is not told, what was given, no words, and too many.
    """
    held = Feedback.objects.select_for_update(of=("self",)).select_related("case__person").get(pk=feedback.pk)
    if not allows(GIVE, by, held):
        raise Refused(NOT_YOURS)
    if held.given_on is not None:
        raise Refused("You have given this feedback. It stays as it is.")
    held.words = worded(words, field="words", missing="Write your feedback. She reads it.", most=MOST_WORDS)
    held.given_on = by.on
    held.save(update_fields=["words", "given_on"])
    record(held, changed=("words", "given_on"), about=held.case.person_id, organisation=held.organisation_id)
    tell(told.FEEDBACK_GIVEN, held.case, to=[held.case.person], by=by, at=at)
    return held


def ask(feedback: Feedback, *, by: Actor, at: datetime) -> None:
    """Tell somebody that she is to give feedback, with whose case it is: the policy names her for that, though she may
    have no other part in the case."""
    case = feedback.case
    context = told.FeedbackContext(
        whose=case.person.full_name,
        what=about(case),
        due=in_words(feedback.due_on),
        url=feedback.get_absolute_url(),
    )
    notices.send(kind=told.FEEDBACK_ASKED, to=feedback.person, context=context, by=by, at=at)


def _decided(case: Case) -> Decision:
    if case.state not in DECIDED:
        raise Refused("Wait until the panel has decided. Feedback is on what it decides.")
    beside = ("case__person", "case__policy", "case__sitting", "meeting__sitting", "next_sitting")
    found: Decision = Decision.objects.select_related(*beside).filter(case=case).latest("number")
    return found


def _fits(case: Case, sort: MemberSort, person: Person, *, by: Actor) -> None:
    if is_out_of_it(case, person.pk):
        raise Refused("She takes no part in this case. Choose somebody else.", field="person")
    if not belongs_to(person.pk, case.organisation_id, by.on):
        raise Refused("Choose somebody who belongs to this organisation today.", field="person")
    if Feedback.objects.to_give().filter(case=case, person=person).exclude(sort=sort).exists():
        raise Refused("She gives feedback in another part already. Choose somebody else.", field="person")


def _follow(decision: Decision, *, before: str, by: Actor, at: datetime) -> None:
    """Let a letter nobody has put other words into name who gives feedback now; it is to be read once more."""
    letter = Letter.objects.select_related(*BESIDE).get(decision=decision)
    if letter.body == before:
        change(letter=letter, body=body_of(told_of(letter.decision)), by=by, at=at)
