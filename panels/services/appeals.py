"""An appeal: made in time by the candidate, heard by people fresh to the case, answered in words she reads.

Upheld, the case is judged afresh by new people; otherwise the decision stands (D1-79, D5-07).
"""

from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.services.judging import require, worded
from asye.services.refusing import require_faultless
from panels.choices.outcomes import AppealState, AppointmentState
from panels.choices.panels import MOST_REASON
from panels.models import Appeal, Assignment, Case
from panels.models.appeal import Hearer
from panels.notices import appeals as told
from panels.rules import appeals as rules
from panels.rules.days import heard_by
from panels.selectors.appeals import BESIDE, appealing_of, begun_since, hearers_of, lacking, to_name
from panels.selectors.audience import leads_of
from panels.selectors.deciding import latest_decision
from panels.selectors.fresh import involved_of
from panels.selectors.policies import rules_of
from panels.services.appointing import stop_pending
from panels.services.locking import locked
from panels.services.telling import tell
from panels.workflow import APPEAL, ASSIGNMENT, CASE

OPEN, KEEP, ANSWER = "panels.appeal.open", "panels.appeal.keep", "panels.appeal.decide"
NOT_OF_THOSE = "Choose one of those shown: somebody who judges or leads there, and is fresh to the case."
AFRESH = "The case is judged afresh after an appeal."
STOOD_DOWN = "Say why she does not hear it any more."


@command("panels.appeal.open")
def open_appeal(*, case: Case, ground: str, words: str, by: Actor, at: datetime) -> Appeal:
    """Appeal against the latest decision on one's case, on a ground of the policy and in one's own words; the academy
    lead is told, and has the policy's working days.

    Refuses everybody but the candidate, what is not told, a day after the last, a second appeal, what was decided on an
    appeal, and words or a ground that are missing.
    """
    held = locked(case, OPEN, by=by)
    policy, latest = rules_of(held.policy), latest_decision(held)
    require(rules.can_appeal(appealing_of(held, latest, by), rules=policy, on=by.on))
    require_faultless(rules.faults(ground=ground, words=words, rules=policy))
    hear_by = heard_by(policy, appealed_on=by.on).on
    said = {"ground": ground, "words": words.strip(), "hear_by": hear_by}
    made = Appeal.objects.create(decision=latest, opened_at=at, **said)
    record(made, moved=("", AppealState.OPEN), about=held.person_id, organisation=held.organisation_id)
    page = made.get_absolute_url()
    tell(told.OPENED, held, to=leads_of(held, on=by.on), by=by, at=at, url=page, due=in_words(hear_by))
    return made


@command("panels.appeal.name_hearer")
def name_hearer(*, appeal: Appeal, person: Person, by: Actor, at: datetime) -> Hearer:
    """Name somebody to hear an appeal. Once as many are named as the policy asks for, it is with them, and they are
    told. Refuses whoever does not lead the academy, an appeal that is over, and whoever is not fresh to the case."""
    case, current = _locked(appeal, KEEP, by=by)
    known = [each.person_id for each in hearers_of(current)]
    involved = involved_of(current.decision, people=[person.pk], on=by.on)
    require(rules.can_name(person.pk, hearers=known, involved=involved, state=current.standing))
    if person not in to_name(current, on=by.on):
        raise Refused(NOT_OF_THOSE, field="person")
    made = Hearer.objects.create(appeal=current, person=person, named_at=at, named_by_id=by.person_id)
    record(made, about=case.person_id, organisation=case.organisation_id)
    if current.state == AppealState.HEARD:
        _tell_hearers(current, [made], by=by, at=at)
    elif not lacking(current):
        _begin_hearing(appeal=current, by=by, at=at)
    return made


@command("panels.appeal.stand_down")
def stand_down(*, hearer: Hearer, because: str, by: Actor, at: datetime) -> Hearer:
    """Take an appeal off somebody who cannot hear it; where too few are left, another is to be named before it is
    answered. Refuses whoever does not lead the academy, no reason, and an appeal that is over."""
    case, current = _locked(hearer.appeal, KEEP, by=by)
    held = Hearer.objects.get(pk=hearer.pk)
    if current.state not in (AppealState.OPEN, AppealState.HEARD) or held.stood_down_at is not None:
        raise Refused("She hears this appeal no more, or it is over.")
    said = worded(because, field="because", missing=STOOD_DOWN, most=MOST_REASON)
    # While she sees the case still.
    tell(told.STOOD_DOWN, case, to=[held.person], by=by, at=at, url=reverse("panels:home"))
    held.stood_down_at, held.stood_down_because = at, said
    held.save(update_fields=["stood_down_at", "stood_down_because"])
    changed = ("stood_down_at", "stood_down_because")
    record(held, changed=changed, about=case.person_id, organisation=case.organisation_id)
    return held


@command("panels.appeal.withdraw")
def withdraw_appeal(*, appeal: Appeal, by: Actor, at: datetime) -> Appeal:
    """Take one's appeal back; the decision stands. The academy lead and those who hear it are told. Refuses everybody
    but the candidate, and an appeal that is over."""
    case, current = _locked(appeal, OPEN, by=by)
    require(rules.can_withdraw_appeal(current.standing, is_candidate=case.person_id == by.person_id))
    people = [*leads_of(case, on=by.on), *(each.person for each in hearers_of(current))]
    tell(told.WITHDRAWN, case, to=people, by=by, at=at, url=reverse("panels:home"))
    return apply(APPEAL, "withdraw", current, by=by, at=at)


@command("panels.appeal.answer")
def answer(*, appeal: Appeal, outcome: str, words: str, by: Actor, at: datetime) -> Appeal:
    """Answer an appeal for those who hear it, in words the candidate reads; she is told at once, and the academy lead.
    Upheld, the case is accepted anew and judged by new people: nobody has it to judge any more.

    Refuses whoever does not hear it, too few who do, an outcome or words that are missing, and upholding once she was
    appointed on the decision or while she has begun another case for the step.
    """
    case, current = _locked(appeal, ANSWER, by=by)
    hearing = [each.person_id for each in hearers_of(current)]
    policy = rules_of(case.policy)
    require(rules.can_answer(current.standing, by_id=by.person_id or 0, hearers=hearing, rules=policy))
    require_faultless(rules.answer_faults(outcome=outcome, words=words))
    if rules.is_decided_again(outcome):
        _judge_afresh(case=case, by=by, at=at)
    closed = apply(APPEAL, "close", current, by=by, at=at, values={"outcome": outcome, "outcome_words": words.strip()})
    people = [case.person, *leads_of(case, on=by.on)]
    tell(told.ANSWERED, case, to=people, by=by, at=at, url=closed.get_absolute_url())
    return closed


def _locked(appeal: Appeal, permission: str, *, by: Actor) -> tuple[Case, Appeal]:
    """The case, locked, and the appeal as it is stored now. Refuses whoever may not do this with the case."""
    case = locked(appeal.decision.case, permission, by=by)
    current: Appeal = Appeal.objects.select_related(*BESIDE).get(pk=appeal.pk)
    return case, current


@command("panels.appeal.begin_hearing")
def _begin_hearing(*, appeal: Appeal, by: Actor, at: datetime) -> Appeal:
    """It is with those who hear it, and they are told."""
    heard = apply(APPEAL, "have_heard", appeal, by=by, at=at)
    _tell_hearers(appeal, hearers_of(appeal), by=by, at=at)
    return heard


def _tell_hearers(appeal: Appeal, hearers: list[Hearer], *, by: Actor, at: datetime) -> None:
    people = [each.person for each in hearers]
    page, due = appeal.get_absolute_url(), in_words(appeal.hear_by)
    tell(told.TO_HEAR, appeal.decision.case, to=people, by=by, at=at, url=page, due=due)


@command("panels.case.judge_afresh")
def _judge_afresh(*, case: Case, by: Actor, at: datetime) -> Case:
    """The case stands where it stood once it was accepted; what was judged stays to be read, and holds no more. Nobody
    is invited or appointed on it."""
    is_appointed = case.appointments.filter(state=AppointmentState.APPOINTED).exists()
    require(rules.can_judge_afresh(is_appointed=is_appointed, has_begun=begun_since(case)))
    stop_pending(case, permission=ANSWER, by=by, at=at)
    for each in Assignment.objects.standing().filter(case=case).order_by("pk"):
        _make_way(assignment=each, by=by, at=at)
    case.items.standing().update(is_off=True)
    anew = {"reviews_in_at": None, "decided_at": None, "released_at": None}
    return apply(CASE, "judge_afresh", case, by=by, at=at, note=AFRESH, values=anew)


@command("panels.assignment.make_way")
def _make_way(*, assignment: Assignment, by: Actor, at: datetime) -> Assignment:
    """Whoever judged it the first time does not judge it afresh."""
    return apply(ASSIGNMENT, "make_way", assignment, by=by, at=at, values={"reason": AFRESH})
