"""Beginning and ending somebody's employment, and which of several posts is the primary one."""

from datetime import date, datetime

from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import MembershipKind
from academy.people.models import Post
from academy.people.rules import posts as rules
from academy.people.rules import roles
from academy.people.rules.organisations import takes_in
from academy.people.rules.spans import Span, day_before
from academy.people.services import memberships
from academy.people.services.judging import lock_organisation, require
from academy.people.services.terms import TermsDetails, drawn_up, judge


@command("people.post.begin")
def begin(
    *,
    person: Person,
    organisation: Organisation,
    from_on: date,
    details: TermsDetails,
    by: Actor,
    at: datetime,
    is_primary: bool = True,
) -> Post:
    """Begin a post with its first terms; who waited for it as a new starter does so no longer.

    Refuses a day after the organisation's last, a second primary post here at the same time, what terms refuse, and an
    actor who does not keep the organisation.
    """
    require(roles.keeps(by, organisation.pk))
    require(takes_in(lock_organisation(organisation.pk).ends_on, from_on))
    post = Post(person=person, organisation=organisation, from_on=from_on, is_primary=is_primary)
    if is_primary:
        require(rules.can_be_primary(Span(from_on), _other_primaries(post)))
    judge(post=post, details=details, from_on=from_on)
    post.save()
    drawn_up(post=post, details=details, from_on=from_on).save()
    for waiting in person.memberships.unended().filter(organisation=organisation, kind=MembershipKind.STARTER):
        last_day = max(waiting.from_on, day_before(from_on))
        memberships.end(membership=waiting, last_day=last_day, by=by, at=at)
    record(post, changed=("from_on", "terms"), note=details.reason, about=person.pk, organisation=organisation.pk)
    return post


@command("people.post.end")
def end(*, post: Post, last_day: date, by: Actor, at: datetime) -> Post:
    """End a post and its terms after its last day. Refuses one that is ended, and days before it or its terms began."""
    require(roles.keeps(by, post.organisation_id))
    lock_organisation(post.organisation_id)
    post.refresh_from_db()
    latest = post.terms.latest("from_on")
    require(rules.can_end(Span(post.from_on, post.until_on), last_day, terms_begin_on=latest.from_on))
    post.until_on = latest.until_on = last_day
    post.save(update_fields=["until_on"])
    latest.save(update_fields=["until_on"])
    record(
        post, moved=("held", "ended"), changed=("until_on",), about=post.person_id, organisation=post.organisation_id
    )
    return post


@command("people.post.make_primary")
def make_primary(*, post: Post, by: Actor, at: datetime) -> Post:
    """Make this post the primary one here; the posts it shares days with become secondary. Refuses one that is ended or
    primary already."""
    require(roles.keeps(by, post.organisation_id))
    lock_organisation(post.organisation_id)
    post.refresh_from_db()
    if post.is_primary:
        raise Refused("This is the primary post here already.")
    if post.until_on is not None and post.until_on < by.on:
        raise Refused("This post has ended. Only a present or coming post can be the primary one.")
    for other in _other_primary_posts(post):
        if Span(post.from_on, post.until_on).overlaps(Span(other.from_on, other.until_on)):
            other.is_primary = False
            other.save(update_fields=["is_primary"])
    post.is_primary = True
    post.save(update_fields=["is_primary"])
    record(post, changed=("is_primary",), about=post.person_id, organisation=post.organisation_id)
    return post


def _other_primary_posts(post: Post) -> list[Post]:
    same = Post.objects.filter(person_id=post.person_id, organisation_id=post.organisation_id, is_primary=True)
    return list(same.exclude(pk=post.pk))


def _other_primaries(post: Post) -> list[Span]:
    return [Span(other.from_on, other.until_on) for other in _other_primary_posts(post)]
