"""What people are told as cases go on: acts of every phase, and the reminders of the days that follow."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import transaction

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Mail, Notice
from academy.engines.reminders.sweeping import sweep
from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.models import Appeal, Assignment, Case, Feedback, Hearer, Letter, Meeting, Target
from panels.services.agenda import tell_agenda
from panels.services.appeals import answer, stand_down, withdraw_appeal
from panels.services.assigning import assign, decline, take_off
from panels.services.declaring import Said, declare
from panels.services.extending import extend
from panels.services.feedback import give
from panels.services.leaving import put_off, withdraw
from panels.services.looking import LookSaid, ask_to_look, hand_in_look
from panels.services.opening_again import open_again
from panels.services.plans import note_done
from panels.services.releasing import release
from panels.services.reviewing import hand_in
from tests.factories.identity import TODAY
from tests.factories.judging import GOOD, moderated
from tests.factories.panels import AssignmentFactory, HearerFactory
from tests.factories.people import NOW, as_actor
from tests.integration.leaks.phases_marks import MARK
from tests.integration.leaks.phases_world import Kept, PhasesWorld
from tests.integration.leaks.walking import IS_WHOLE

BECAUSE = "Something else came up."
# Reminders go before days and after them; the whole walk takes every one of them.
DAYS = tuple(range(-10, 31)) if IS_WHOLE else (-7, 0, 1, 3, 7, 9, 13)


@dataclass(frozen=True)
class Act:
    """Something somebody does with a case in a state, of which others are told."""

    name: str
    state: CaseState
    who: str
    does: Callable[[PhasesWorld, Kept, Actor], object]
    needs: str = "Case"

    def can_be_done(self, kept: Kept, world: PhasesWorld) -> bool:
        """Is the case in that state, with what it is done to and somebody to do it? A post has no panel."""
        is_there = kept.state == self.state and not kept.case.is_appointment
        return is_there and self.needs in kept.made.ids and world.person(kept, self.who) is not None


def _given(kept: Kept, who: str) -> Assignment:
    return Assignment.objects.select_related("case").get(case=kept.case, person=kept.made.who[who])


def _hand_in(world: PhasesWorld, kept: Kept, by: Actor) -> object:
    """The last one: whoever is out of the case has it no more."""
    Assignment.objects.filter(case=kept.case, person=kept.made.who["tied"]).update(
        state="taken_off", ended_at=NOW, reason=BECAUSE
    )
    said = moderated({}) if kept.case.is_moderation else GOOD
    return hand_in(assignment=_given(kept, "reviewer"), said=said, by=by, at=NOW)


def _release(world: PhasesWorld, kept: Kept, by: Actor) -> object:
    meeting = world.meetings[kept.story.name]
    Case.objects.filter(panel=meeting.panel, state=CaseState.ON_AGENDA).update(state=CaseState.REVIEWS_IN)
    Meeting.objects.filter(pk=meeting.pk).update(state="closed", closed_at=NOW)
    Letter.objects.filter(state="written").update(state="read", read_by=by.person_id, read_at=NOW)
    return release(meeting=Meeting.objects.get(pk=meeting.pk), note=BECAUSE, by=by, at=NOW)


def _give(world: PhasesWorld, kept: Kept, by: Actor) -> object:
    Feedback.objects.filter(case=kept.case).update(given_on=None, words="")
    return give(feedback=Feedback.objects.get(case=kept.case), words="Thank you for it.", by=by, at=NOW)


def _says(who: str, kind: str) -> Callable[[PhasesWorld, Kept, Actor], object]:
    def does(world: PhasesWorld, kept: Kept, by: Actor) -> object:
        said = Said(person_id=(world.person(kept, who) or kept.case.person).pk, kind=kind, words=BECAUSE)
        return declare(case=kept.case, said=said, by=by, at=NOW)

    return does


def _step_out(world: PhasesWorld, kept: Kept, by: Actor) -> object:
    """The candidate knows somebody of the panel, who had it to judge."""
    AssignmentFactory(case=kept.case, person=world.shared["member"])
    return _says("member", "family")(world, kept, by)


def _answer(world: PhasesWorld, kept: Kept, by: Actor) -> object:
    """With somebody beside her who hears it too."""
    HearerFactory(appeal=_appeal(kept))
    return answer(appeal=_appeal(kept), outcome="dismissed", words="It stands.", by=by, at=NOW)


def _appeal(kept: Kept) -> Appeal:
    return Appeal.objects.get(decision__case=kept.case)


ACTS = (
    Act("more time", CaseState.DRAFT, "lead", lambda world, kept, by: extend(
        case=kept.case, until_on=TODAY + timedelta(days=9), reason=BECAUSE, by=by, at=NOW)),
    Act("put off", CaseState.IN_REVIEW, "chair", lambda world, kept, by: put_off(
        case=kept.case, reason=BECAUSE, to=None, by=by, at=NOW)),
    Act("withdraw", CaseState.REVIEWS_IN, "candidate", lambda world, kept, by: withdraw(
        case=kept.case, because=BECAUSE, by=by, at=NOW)),
    Act("assign", CaseState.ACCEPTED, "chair", lambda world, kept, by: assign(
        case=kept.case, person=world.shared["member"], by=by, at=NOW)),
    Act("decline", CaseState.IN_REVIEW, "reviewer", lambda world, kept, by: decline(
        assignment=_given(kept, "reviewer"), reason=BECAUSE, by=by, at=NOW)),
    Act("take off", CaseState.IN_REVIEW, "chair", lambda world, kept, by: take_off(
        assignment=_given(kept, "reviewer"), reason=BECAUSE, by=by, at=NOW)),
    Act("hand in", CaseState.IN_REVIEW, "reviewer", _hand_in),
    Act("open again", CaseState.REVIEWS_IN, "chair", lambda world, kept, by: open_again(
        assignment=_given(kept, "judged"), reason=BECAUSE, by=by, at=NOW)),
    Act("ask to look", CaseState.REVIEWS_IN, "chair", lambda world, kept, by: ask_to_look(
        case=kept.case, person=world.shared["member"], by=by, at=NOW)),
    Act("look", CaseState.LOOKED_AGAIN, "moderator", lambda world, kept, by: hand_in_look(
        assignment=_given(kept, "moderator"), said=LookSaid(view="agree", words="They hold."), by=by, at=NOW)),
    Act("say a soft tie", CaseState.IN_REVIEW, "member", _says("member", "joint_work")),
    Act("say a hard tie", CaseState.IN_REVIEW, "candidate", _step_out),
    Act("tell the agenda", CaseState.ON_AGENDA, "clerk", lambda world, kept, by: tell_agenda(
        meeting=world.meetings[kept.story.name], by=by, at=NOW)),
    Act("release", CaseState.DECIDED, "lead", _release),
    Act("give feedback", CaseState.RELEASED, "giver", _give),
    Act("reach a target", CaseState.RELEASED, "candidate", lambda world, kept, by: note_done(
        target=Target.objects.get(decision__case=kept.case), done_on=TODAY, by=by, at=NOW), needs="Target"),
    Act("answer an appeal", CaseState.RELEASED, "hearer", _answer, needs="appeal"),
    Act("take an appeal back", CaseState.RELEASED, "candidate", lambda world, kept, by: withdraw_appeal(
        appeal=_appeal(kept), by=by, at=NOW), needs="appeal"),
    Act("stand down", CaseState.RELEASED, "lead", lambda world, kept, by: stand_down(
        hearer=Hearer.objects.get(appeal=_appeal(kept)), because=BECAUSE, by=by, at=NOW), needs="appeal"),
)  # fmt: skip


@dataclass
class Told:
    """What came of an act or a day: who was told of what, what of it was not for her, and what was refused."""

    kinds: set[str]
    leaks: list[str]
    refusal: str = ""


def told_by(act: Act, kept: Kept, world: PhasesWorld) -> Told:
    """What people are told when it is done, judged by the table as the case stood before and stands then: whoever it is
    taken away from is told of what she knew. Nothing is left of it."""
    person = world.person(kept, act.who)
    assert person is not None
    with transaction.atomic():
        try:
            act.does(world, kept, as_actor(person, organisation=world.council))
            told = _told(f"“{act.name}”", world, as_it_stands(world))
        except Refused as refused:
            told = Told(set(), [], refused.reason)
        transaction.set_rollback(True)
    return told


def reminded(world: PhasesWorld) -> Iterator[tuple[int, Told]]:
    """What everybody is reminded of on the days around, each by itself."""
    for days in DAYS:
        on = TODAY + timedelta(days=days)
        with transaction.atomic():
            sweep(on=on, at=NOW + timedelta(days=days))
            yield days, _told(f"a reminder of {on}", world)
            transaction.set_rollback(True)


def as_it_stands(world: PhasesWorld) -> PhasesWorld:
    """The world with every case as it is stored now."""
    stored = {case.pk: case for case in Case.objects.select_related("person")}
    cases = tuple(replace(each, made=replace(each.made, case=stored[each.case.pk])) for each in world.cases)
    return replace(world, cases=cases)


def _told(what: str, *worlds: PhasesWorld) -> Told:
    notices = Notice.objects.select_related("person")
    mails = Mail.objects.exclude(person=None).select_related("person")
    said = [(each.kind, each.person, f"{each.subject} {each.body}") for each in notices]
    said += [(each.kind, each.person, f"{each.subject} {each.text} {each.file_text}") for each in mails if each.person]
    leaks = []
    for kind, person, words in said:
        for mark, number in sorted(set(MARK.findall(words))):
            found = [world.by_number[int(number)] for world in worlds]
            who = worlds[0].as_to(person, found[0])
            if not any(kept.may_know(who, mark) for kept in found):
                leaks.append(f"{what} tells {who} by {kind} “{mark}” of {found[-1]}")
    return Told({kind for kind, _, _ in said}, leaks)
