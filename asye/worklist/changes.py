"""What waits of changes of dates: a word of those who must agree, a return, the national body to be told."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.wording import within
from asye.selectors.changes import returns_near, to_report, waiting_for
from asye.selectors.next_steps import about
from asye.selectors.policies import rules_of


def _consents(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=(
                f"Say whether you agree to a change of your dates: {_kind(each)}"
                if each.person_id == actor.person_id
                else f"Say whether you agree for {each.enrolment.person.full_name}: {_kind(each)}"
            ),
            why="The dates move once all have agreed.",
            url=reverse("asye:change-answer", args=[each.pk]),
            action="Read and answer",
            waiting_since=timezone.localdate(each.proposed_at),
            of=about(each.enrolment_id),
        )
        for each in waiting_for(actor)
    ]


def _returns(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Meet {each.enrolment.person.full_name} on the return from the pause, and note it",
            why=f"The pause was agreed up to {in_words(each.until_on)}. The dates follow its real last day.",
            url=each.get_absolute_url(),
            action="Open the pause",
            due_on=each.until_on,
            of=about(each.enrolment_id),
        )
        for each in returns_near(actor, on)
        if each.until_on is not None
    ]


def _reports(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Tell {_body(each)} of a change for {each.enrolment.person.full_name}: {_kind(each)}",
            why="All have agreed. Note it here once it was told.",
            url=each.get_absolute_url(),
            action="Open it",
            waiting_since=None if each.settled_at is None else timezone.localdate(each.settled_at),
            of=about(each.enrolment_id),
        )
        for each in to_report(actor, on)
    ]


def _kind(change: object) -> str:
    said = str(getattr(change, "get_kind_display")())
    return within(said)


def _body(change: object) -> str:
    return rules_of(getattr(change, "enrolment").policy).national_body or "the national body"


declare(Provider("asye.change_consent", _consents))
declare(Provider("asye.change_return", _returns))
declare(Provider("asye.change_report", _reports))
