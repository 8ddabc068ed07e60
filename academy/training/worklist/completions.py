"""What is somebody's to do about her own learning: mandatory training, a draft after a course, and feedback."""

from datetime import date

from django.urls import reverse

from academy.development.selectors.course_entries import offered_drafts
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.training.models import Booking
from academy.training.rules.completions import origin_of
from academy.training.rules.feedback import asked_until
from academy.training.selectors.feedback import attended_lately
from academy.training.selectors.gaps import gaps_of


def _mandatory(actor: Actor, on: date) -> list[Item]:
    """Everything missing as one thing to do; what runs out soon each with its day."""
    if actor.person_id is None:
        return []
    gaps = gaps_of([actor.person_id], on=on, within=actor.reaches)[actor.person_id]
    missing = [line.result for line in gaps.missing]
    items = [
        Item(
            what=f"{line.result.what} runs out on {in_words(line.result.until)}",
            why=line.source,
            url=line.result.link or reverse("training:record"),
            action="Book it",
            due_on=line.result.until,
        )
        for line in gaps.soon
        if line.result.until is not None
    ]
    if missing:
        items.append(
            Item(
                what="Book your mandatory training",
                why=f"Still to do: {'; '.join(result.what for result in missing)}.",
                url=missing[0].link if len(missing) == 1 and missing[0].link else reverse("training:record"),
                action="Book it" if len(missing) == 1 else "See what it is",
            )
        )
    return items


def _after_events(actor: Actor, on: date) -> list[Item]:
    """Of each event she attended lately: her draft to finish, for as long as it has not rested, and her feedback."""
    bookings = {origin_of(booking.pk): booking for booking in attended_lately(actor)}
    drafts = offered_drafts(actor, bookings)
    unanswered = [booking for booking in bookings.values() if not hasattr(booking, "feedback")]
    return [
        *(_draft(draft.pk, name=draft.name, booking=bookings[origin]) for origin, draft in drafts.items()),
        *(_feedback(booking) for booking in unanswered),
    ]


def _draft(pk: int, *, name: str, booking: Booking) -> Item:
    return Item(
        what=f"Finish your entry about “{name}”",
        why="It was begun for you after the event. Only you can see it, and you may throw it away.",
        url=reverse("development:edit", args=[pk]),
        action="Go on writing",
        waiting_since=booking.event.ends_on,
    )


def _feedback(booking: Booking) -> Item:
    return Item(
        what=f"Say what you take along from “{booking.event.name}”",
        why="Three questions. The academy reads it without your name.",
        url=reverse("training:give-feedback", args=[booking.pk]),
        action="Answer",
        due_on=asked_until(booking.event.ends_on),
    )


declare(Provider("training.mandatory", _mandatory))
declare(Provider("training.after", _after_events))
