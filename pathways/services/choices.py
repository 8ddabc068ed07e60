"""Pathways: chosen by the person, agreed by her manager on service area and business need, changed by another choice
(S2-57, S2-146, S2-182, S2-191).
"""

from dataclasses import dataclass
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import lock_person
from pathways.choices import MOST_REASON, MOST_WORDS, AgreedBy, ChoiceState
from pathways.models import Choice, Journey, LadderVersion
from pathways.notices.choices import CHOICE_AGREED, CHOICE_ASKED, CHOICE_DECLINED, ChoiceContext
from pathways.schema.ladder import Pathway
from pathways.selectors.deciders import deciders_for, deciding
from pathways.selectors.ladders import ladder_of
from pathways.services.journeys import begin
from pathways.workflow import CHOICE


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody chooses: a pathway by its code, a topic where it asks for one, and how she is ready, in words."""

    pathway: str
    topic: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """Why a manager agrees: how it fits the service area, and what need of the service it meets."""

    service_area: str
    business_need: str


@command("pathways.choice.ask")
def ask(*, ladder: LadderVersion, step: str, wish: Wish, by: Actor, at: datetime) -> Choice:
    """Choose a pathway for a step ahead; the journey begins with it where none is under way.

    What a pathway asks beforehand does not keep anybody from choosing it: her manager decides. Refuses what
    `journeys.begin` refuses, a pathway by which the step does not lead, a topic that is not on its list, no words where
    the pathway asks for readiness, a second choice that waits, and the pathway that is agreed already. Two presses at
    once make one choice: she is locked while it is judged.
    """
    journey = _on_the_way(ladder, step, by=by, at=at)
    said = Wish(pathway=wish.pathway, topic=wish.topic.strip(), words=wish.words.strip().replace("\r\n", "\n"))
    _judge(journey, said)
    choice = Choice.objects.create(
        journey=journey, pathway=said.pathway, topic=said.topic, words=said.words, asked_at=at
    )
    record(choice, moved=("", ChoiceState.ASKED), about=journey.person_id, organisation=journey.organisation_id)
    context = ChoiceContext(who=by.label, url=choice.get_absolute_url())
    deciders = deciders_for(journey.person_id, journey.organisation_id, role=AgreedBy.LINE_MANAGER, on=by.on)
    for person in deciders.all:
        notices.send(kind=CHOICE_ASKED, to=person, context=context, by=by, at=at)
    return choice


def agree(*, choice: Choice, grounds: Grounds, by: Actor, at: datetime) -> Choice:
    """Her manager, or the manager's deputy, agrees on both grounds; a pathway agreed before is changed for this one.

    Refuses others, a missing ground, words over 500 characters, a choice that does not wait, and a journey that ended.
    """
    return _agree(choice=choice, grounds=grounds, by=_deciding(by, choice), at=at)


def decline(*, choice: Choice, reason: str, by: Actor, at: datetime) -> Choice:
    """Her manager, or the manager's deputy, says why not. A pathway agreed before stays agreed.

    Refuses others, no reason, one over 500 characters, and a choice that does not wait.
    """
    return _decline(choice=choice, reason=reason, by=_deciding(by, choice), at=at)


@command("pathways.choice.agree")
def _agree(*, choice: Choice, grounds: Grounds, by: Actor, at: datetime) -> Choice:
    said = {
        name: _reason(getattr(grounds, name), field=name, missing=missing) for name, missing in MISSING_GROUND.items()
    }
    journey: Journey = Journey.objects.select_for_update().get(pk=choice.journey_id)
    if not journey.is_open:
        raise Refused("Her journey has ended, so there is nothing to agree to.")
    if Choice.objects.agreed().filter(pk=choice.pk).exists() and allows("pathways.choice.decide", by, choice):
        raise Refused("This choice is agreed already. Open it again to see how it stands.")
    for earlier in Choice.objects.agreed().filter(journey=journey):
        _change(choice=earlier, by=by, at=at)
    return _decided(choice, "agree", values=dict(said), by=by, at=at)


@command("pathways.choice.decline")
def _decline(*, choice: Choice, reason: str, by: Actor, at: datetime) -> Choice:
    said = _reason(reason, field="reason", missing="Say why not, and what would help. She reads it.")
    return _decided(choice, "decline", values={"reason": said}, by=by, at=at)


@command("pathways.choice.change")
def _change(*, choice: Choice, by: Actor, at: datetime) -> Choice:
    """End the pathway that was agreed, for another that is."""
    return apply(CHOICE, "change", choice, by=by, at=at)


MISSING_GROUND = {
    "service_area": "Say how it fits the service area.",
    "business_need": "Say what need of the service it meets.",
}
TOLD: dict[str, NoticeKind] = {"agree": CHOICE_AGREED, "decline": CHOICE_DECLINED}


def _on_the_way(ladder: LadderVersion, step: str, *, by: Actor, at: datetime) -> Journey:
    """The journey under way in this organisation, begun where there is none; one act of hers at a time."""
    if by.person_id is not None:
        lock_person(by.person_id)
    own = Journey.objects.open().filter(person_id=by.person_id, organisation_id=ladder.organisation_id)
    journey: Journey | None = own.first()
    if journey is None:
        return begin(ladder=ladder, step=step, by=by, at=at)
    if (journey.ladder_id, journey.step) != (ladder.pk, step):
        raise Refused("You are on your way along another step. Leave that first, or choose a pathway there.")
    return journey


def _judge(journey: Journey, wish: Wish) -> None:
    ladder = ladder_of(journey.ladder)
    step = ladder.step(journey.step)
    pathway = next((each for each in ladder.pathways_of(step) if each.code == wish.pathway), None) if step else None
    if pathway is None:
        raise Refused("Choose one of the pathways shown.", field="pathway")
    _judge_words(pathway, wish)
    if Choice.objects.waiting().filter(journey=journey).exists():
        raise Refused("A choice of yours waits for your manager. Take it back first, then choose again.")
    agreed = Choice.objects.agreed().filter(journey=journey, pathway=wish.pathway, topic=wish.topic)
    if agreed.exists():
        raise Refused("This is your pathway already.", field="pathway")


def _judge_words(pathway: Pathway, wish: Wish) -> None:
    if pathway.topics and wish.topic not in pathway.topics:
        raise Refused("Choose the topic of your module from the list.", field="topic")
    if wish.topic and not pathway.topics:
        raise Refused("This pathway asks for no topic.", field="topic")
    if pathway.readiness and not wish.words:
        raise Refused("Say in a few words how you are ready. Your manager reads it.", field="words")
    if len(wish.words) > MOST_WORDS:
        raise Refused(f"Use at most {MOST_WORDS:,} characters.", field="words")


def _reason(words: str, *, field: str, missing: str) -> str:
    said = words.strip()
    if not said:
        raise Refused(missing, field=field)
    if len(said) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field=field)
    return said


def _decided(choice: Choice, name: str, *, values: dict[str, object], by: Actor, at: datetime) -> Choice:
    decided = apply(CHOICE, name, choice, by=by, at=at, values={**values, "decided_for": by.on_behalf_of_id})
    context = ChoiceContext(who=by.label, url=decided.get_absolute_url())
    notices.send(kind=TOLD[name], to=decided.journey.person, context=context, by=by, at=at)
    return decided


def _deciding(by: Actor, choice: Choice) -> Actor:
    whose = choice.journey
    return deciding(by, person_id=whose.person_id, organisation_id=whose.organisation_id, role=AgreedBy.LINE_MANAGER)
