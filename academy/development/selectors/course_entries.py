"""Drafts the portal laid into somebody's log after a course, for as long as she has done nothing with them."""

from collections.abc import Collection

from academy.development.models import Entry
from academy.development.rules.course_entries import offered_token
from academy.development.selectors.waiting import resting_before
from academy.identity.actor import Actor


def offered_drafts(actor: Actor, origins: Collection[str]) -> dict[str, Entry]:
    """The actor's open drafts by the origin they were offered from; one query.

    Without those that have rested for a week: of them she is reminded as of every draft.
    """
    tokens = {offered_token(origin): origin for origin in origins}
    if not tokens:
        return {}
    drafts = Entry.objects.written_by(actor.person_id).drafts().filter(token__in=tokens)
    fresh = drafts.filter(changed_at__gte=resting_before(actor.on))
    return {tokens[draft.token]: draft for draft in fresh}
