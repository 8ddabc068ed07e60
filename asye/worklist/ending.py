"""What waits at the end of a year: recommending, answering moderation, deciding, the certificate, taking a year up."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from asye.choices.enrolments import EnrolmentState
from asye.models import Enrolment, Transfer
from asye.selectors.ending_waiting import to_certify, to_decide, to_recommend, to_start
from asye.selectors.next_steps import about


def _recommending(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"{'Answer moderation on' if each.is_asked else 'Recommend the outcome of'} "
            f"{each.enrolment.person.full_name}’s ASYE",
            why="It was sent back with questions." if each.is_asked else "The final review is signed by all.",
            url=reverse("asye:recommend", args=[each.enrolment.pk]),
            action="Write the final report",
            due_on=each.due_on,
            of=about(each.enrolment.pk),
        )
        for each in to_recommend(actor)
    ]


def _deciding(actor: Actor, on: date) -> list[Item]:
    return [
        _item(
            each,
            what=f"Decide on {each.person.full_name}’s ASYE",
            why="It was recommended and moderated, and you had no part in it.",
            url=reverse("asye:decide", args=[each.pk]),
            action="Read and decide",
        )
        for each in to_decide(actor)
    ]


def _certifying(actor: Actor, on: date) -> list[Item]:
    return [
        _item(
            each,
            what=f"Issue {each.person.full_name}’s ASYE certificate",
            why="The year is passed.",
            url=reverse("asye:decision", args=[each.pk]),
            action="Open the decision",
        )
        for each in to_certify(actor)
    ]


def _starting(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Take up {each.person.full_name}’s ASYE",
            why="It was to start later, and that day is near.",
            url=each.get_absolute_url(),
            action="Open the record",
            due_on=each.starts_on,
            of=about(each.pk),
        )
        for each in to_start(actor)
    ]


def _claiming(actor: Actor, on: date) -> list[Item]:
    waiting = Transfer.objects.claimable_by(actor).select_related("enrolment__person", "from_organisation")
    return [
        Item(
            what=f"Take up {each.enrolment.person.full_name}’s ASYE from {each.from_organisation.name}",
            why="Its record was released to you.",
            url=each.get_absolute_url(),
            action="Read and take up",
            waiting_since=timezone.localdate(each.released_at),
            of=about(each.enrolment_id),
        )
        for each in waiting.order_by("released_at", "pk")
    ]


def _awaited(actor: Actor, on: date) -> list[Item]:
    """Her own year between two of the three acts."""
    whose = {EnrolmentState.RECOMMENDED: "Moderation", EnrolmentState.MODERATED: "Your employer"}
    own = Enrolment.objects.filter(person_id=actor.person_id, state__in=whose) if actor.person_id is not None else []
    return [
        _item(
            each,
            what=f"{whose[EnrolmentState(each.state)]}, on the outcome of your ASYE",
            why="It was recommended; two others look at it after that.",
            url=reverse("asye:final", args=[each.pk]),
            action="See it",
        )
        for each in own
    ]


def _item(enrolment: Enrolment, *, what: str, why: str, url: str, action: str) -> Item:
    since = timezone.localdate(enrolment.changed_at)
    return Item(what=what, why=why, url=url, action=action, waiting_since=since, of=about(enrolment.pk))


declare(Provider("asye.recommend", _recommending))
declare(Provider("asye.decide", _deciding))
declare(Provider("asye.certify", _certifying))
declare(Provider("asye.start", _starting))
declare(Provider("asye.claim", _claiming))
declare(Provider("asye.ending_awaited", _awaited, waits_on_others=True))
