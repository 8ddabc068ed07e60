"""The entry a peer writes about the talk: both of them learnt from it."""

from datetime import datetime

from academy.development.choices import MOST_TITLE, Kind, Way
from academy.development.models import Entry, PeerReflection
from academy.development.selectors.reflections import own_entry_about, own_entry_token
from academy.development.services.entries import Form, Words, leave_as_draft
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor


@command("development.reflection.begin_own")
def begin_own(*, reflection: PeerReflection, by: Actor, at: datetime) -> Entry:
    """Begin the peer's own entry as a draft with day and title in it; nothing the author wrote goes into it. Begun
    before, it is the entry there is.

    Refuses anybody but the colleague who confirmed the talk.
    """
    if not allows("development.reflection.answer", by, reflection) or by.person_id is None:
        raise Refused("Only the colleague who was asked can do this.")
    if not reflection.is_confirmed:
        raise Refused("Say first whether you talked.")
    record(reflection, about=reflection.entry.author_id, organisation=reflection.entry.organisation_id)
    begun = own_entry_about(reflection, by)
    if begun is not None:
        return begun
    author = reflection.entry.author
    words = Words(
        kind=Kind.TALK,
        title=f"A talk with {author.full_name}: {reflection.title}"[:MOST_TITLE],
        started_on=reflection.talked_on,
        way=Way.OTHERS,
    )
    return leave_as_draft(form=Form(own_entry_token(reflection)), words=words, by=by, at=at)
