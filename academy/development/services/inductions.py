"""Beginning an induction, signing it by both, opening it again, and ending it without signatures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from academy.development.choices import MOST_REASON
from academy.development.choices.inductions import InductionState
from academy.development.models import Induction
from academy.development.rules.inductions import due_on
from academy.development.selectors.induction_posts import posts_to_induct, programmes_for
from academy.development.selectors.inductions import due_of, unsettled_of
from academy.development.workflow.inductions import INDUCTION
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.models import Post
from academy.people.selectors.line_management import absent_manager

PORTAL = "inductions"
P = ParamSpec("P")
R = TypeVar("R")


def portal(on: date) -> Actor:
    """The portal beginning inductions by itself."""
    return Actor.system(PORTAL, on=on)


def for_the_absent(act: Callable[P, R]) -> Callable[P, R]:
    """An act on an induction, on behalf of the line manager the actor stands in for, so that both names stay."""

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        by, induction = cast(Actor, kwargs["by"]), cast(Induction, kwargs["induction"])
        if by.person_id is not None and induction.person_id in by.manages:
            absent = absent_manager(induction.person_id, induction.organisation_id, by=by.person_id, on=by.on)
            kwargs["by"] = by if absent is None else replace(by, on_behalf_of_id=absent)
        return act(*args, **kwargs)

    return run


def begin_due(*, on: date, at: datetime) -> int:
    """Begin the induction of every new starter who joined under a programme and has none (S0-14); returns how many.

    Once a day, and any time again: who has one is left alone.
    """
    posts = posts_to_induct(on)
    for post in posts:
        begin(post=post, by=portal(on), at=at)
    return len(posts)


@command("development.induction.begin")
def begin(*, post: Post, by: Actor, at: datetime) -> Induction:
    """Begin the induction of a post: due so many months after its first day (S0-15).

    It keeps the programme that held that day, or holds now where none did. Refuses a post with an induction, one
    without a programme, and who may not begin it.
    """
    programme = programmes_for([post], by.on).get(post.pk)
    if programme is None:
        raise Refused("No induction programme holds for this job. Ask your academy to add one.")
    begun = Induction(
        person_id=post.person_id,
        organisation_id=post.organisation_id,
        post=post,
        programme=programme,
        joined_on=post.from_on,
        due_on=due_on(post.from_on, months=programme.months),
        begun_at=at,
        changed_at=at,
    )
    if not allows("development.induction.begin_for", by, begun):
        raise Refused("The line manager or the academy begins an induction.")
    if Induction.objects.filter(post=post).exists():
        raise Refused("This post has its induction already.")
    begun.save()
    record(begun, moved=("", InductionState.OPEN), about=begun.person_id, organisation=begun.organisation_id)
    return begun


@for_the_absent
@command("development.induction.sign")
def sign(*, induction: Induction, by: Actor, at: datetime) -> Induction:
    """Sign one's own part. With the second signature it is complete, and the day it was due is kept (S0-17).

    Refuses while something is not settled, and whoever has signed already.
    """
    first = induction.state == InductionState.OPEN
    name = "sign" if first else "sign_last"
    as_manager = "" if induction.person_id == by.person_id else "_as_manager"
    values = (
        {"changed_at": at}
        if first
        else {"changed_at": at, "kept_due_on": due_of([induction], on=by.on)[induction.pk].on}
    )
    unsettled = unsettled_of(induction)
    return apply(INDUCTION, f"{name}{as_manager}", induction, by=by, at=at, facts=unsettled, values=values)


@for_the_absent
@command("development.induction.change")
def change(*, induction: Induction, by: Actor, at: datetime) -> Induction:
    """Open an induction that one of the two has signed: the signature goes, and both sign again."""
    unsigned = {"own_signed_at": None, "manager_signed_at": None, "manager_signed_by": None, "changed_at": at}
    return apply(INDUCTION, "change", induction, by=by, at=at, values=unsigned)


@for_the_absent
@command("development.induction.end")
def end(*, induction: Induction, reason: str, by: Actor, at: datetime) -> Induction:
    """End an induction without signatures, with a reason she reads, too: she left, or it was begun by mistake."""
    reason = worded(reason, asks="Write why it ends.", field="reason")
    values = {"closing_words": reason, "changed_at": at}
    return apply(INDUCTION, "end", induction, by=by, at=at, note=reason, values=values)


def worded(words: str, *, asks: str, field: str) -> str:
    """Short words as they are kept; refuses none and more than 500 characters."""
    words = words.strip().replace("\r\n", "\n")
    if not words:
        raise Refused(asks, field=field)
    if len(words) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field=field)
    return words
