"""The early signal: a promise is not kept for longer than the policy lets pass, so the academy is told, and answers."""

from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import worded
from asye.choices.enrolments import MOST_REASON, RUNNING
from asye.choices.year import Promise
from asye.models import Enrolment, Signal
from asye.notices.signals import ANSWERED, TOLD, SignalContext
from asye.rules.promises import Run, limit_of, run_of
from asye.selectors.policies import rules_by_policy
from asye.selectors.promises import promises_of
from asye.selectors.signals import answered_until, open_signals, who_is_told
from asye.workflow import SIGNAL


def raise_signals(*, on: date, at: datetime) -> int:
    """Once a day: tell of every promise that was broken as often in a row as the policy of the year says, once as long
    as nobody answered, and again only for what came after the answer. Gives back how many were told."""
    years = list(Enrolment.objects.filter(state__in=RUNNING).select_related("policy", "person").order_by("pk"))
    kept, rules = promises_of(years, on=on), rules_by_policy(years)
    told, answered = open_signals(kept), answered_until(kept)
    portal = Actor.system("asye", on=on)
    raised = 0
    for year in years:
        for promise in Promise:
            if (year.pk, promise) in told:
                continue
            run = run_of(promise, kept[year.pk], after=answered.get((year.pk, promise)))
            if run.since_on is not None and run.times >= limit_of(promise, rules[year.policy_id].signals):
                raise_signal(enrolment=year, run=run, by=portal, at=at)
                raised += 1
    return raised


@command("asye.signal.raise")
def raise_signal(*, enrolment: Enrolment, run: Run, by: Actor, at: datetime) -> Signal:
    """Tell the co-ordinator and the line manager that a promise is not kept. Told twice at once, it is one signal."""
    Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    first = {"since_on": run.since_on, "words": run.words, "told_at": at}
    key = {"enrolment": enrolment, "promise": run.promise, "answered_at": None}
    signal, is_new = Signal.objects.get_or_create(**key, defaults=first)
    record(signal, note=run.promise, about=enrolment.person_id, organisation=enrolment.organisation_id)
    if is_new:
        context = SignalContext(whose=enrolment.person.full_name, what=run.words, url=signal.get_absolute_url())
        for person in who_is_told(enrolment, on=by.on):
            notices.send(kind=TOLD, to=person, context=context, by=by, at=at)
    return signal


@command("asye.signal.answer")
def answer_signal(*, signal: Signal, answer: str, by: Actor, at: datetime) -> Signal:
    """Say what is done about it. The newly qualified social worker is told, and reads the answer.

    Refuses whoever neither co-ordinates the year nor runs the programme, no words, more than 500 characters, and a
    signal that was answered.
    """
    if not allows("asye.signal.answer", by, signal):
        raise Refused("The co-ordinator of the year, or whoever runs the programme, answers it.")
    said = worded(answer, field="answer", missing="Say what is done about it. She reads it.", most=MOST_REASON)
    answered = apply(SIGNAL, "answer", signal, by=by, at=at, values={"answer": said})
    context = SignalContext(whose="", what=answered.words, url=answered.get_absolute_url())
    notices.send(kind=ANSWERED, to=answered.enrolment.person, context=context, by=by, at=at)
    return answered
