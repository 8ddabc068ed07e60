"""Acts of keeping people, and the names of what they changed, in words. Values are nowhere here: the audit has none."""

from collections.abc import Iterable

ACTS = {
    "people.absence.enter": "Absence entered",
    "people.absence.end": "Absence ended",
    "people.deputy.name": "Deputy named",
    "people.deputy.end": "Deputy's time ended",
    "people.feed.take_in": "Table of the HR system taken in",
    "people.invitation.accept": "Invitation accepted",
    "people.invitation.resend": "Invitation sent again",
    "people.invitation.send": "Invitation sent",
    "people.invitation.withdraw": "Invitation withdrawn",
    "people.keeper.name": "First keeper named",
    "people.leaving.answer": "Reasons for leaving said",
    "people.leaving.decline": "No exit interview wanted",
    "people.leaving.interview": "Exit interview held",
    "people.leaving.take_back": "Stays after all",
    "people.membership.begin": "Membership begun",
    "people.membership.end": "Membership ended",
    "people.monitoring.answer": "Monitoring questions answered",
    "people.monitoring.take_back": "Monitoring answers taken back",
    "people.organisation.add": "Organisation added",
    "people.organisation.change": "Organisation changed",
    "people.organisation.end": "Last day given",
    "people.partner.add": "Partner added",
    "people.partner.change": "Dates of a partner corrected",
    "people.partner.end": "Partner ended",
    "people.partner.leave": "Left the partnership",
    "people.person.add": "Record made",
    "people.person.bring_in": "Added to the organisation",
    "people.person.change": "Name or address corrected",
    "people.person.leave": "Left the organisation",
    "people.post.begin": "Post begun",
    "people.post.end": "Post ended",
    "people.post.make_primary": "Made the primary post",
    "people.qualifying.begin": "Support to qualify entered",
    "people.qualifying.qualify": "Qualified with support",
    "people.qualifying.stop": "Support to qualify ended",
    "people.registration.annotate": "Note on the register entered",
    "people.registration.end": "Registration ended",
    "people.registration.end_annotation": "Note on the register ended",
    "people.registration.enter": "Registration entered",
    "people.registration.renew": "Registration renewed",
    "people.role.carry": "Role went with its team",
    "people.role.end": "Role ended",
    "people.role.give": "Role given",
    "people.role.show": "Shown on the public page, or taken from it",
    "people.second_job.allow": "Second job allowed",
    "people.second_job.declare": "Second job declared",
    "people.second_job.end": "Second job ended",
    "people.second_job.refuse": "Second job refused",
    "people.second_job.replace": "Second job allowed anew",
    "people.second_job.withdraw": "Declaration of a second job withdrawn",
    "people.service.add": "Service added",
    "people.service.change": "Service changed",
    "people.service.end": "Service ended",
    "people.team.add": "Team added",
    "people.team.move": "Team moved to another service",
    "people.team.end": "Team ended",
    "people.team.rename": "Team renamed",
    "people.terms.change": "Terms changed",
    "people.terms.follow": "Moved with her team",
}
# Beginnings of acts that pages of a person's record do not list: they are read where they are decided.
APART = (
    "people.second_job.",
    "people.monitoring.",
    "people.leaving.answer",
    "people.leaving.decline",
    "people.leaving.interview",
)
FIELDS = {
    "category": "category",
    "deputy": "deputy",
    "deputies": "deputies",
    "ends_on": "last day",
    "expires_on": "the day it runs out",
    "expires_at": "the day it runs out",
    "family_name": "family name",
    "from_on": "first day",
    "fte": "hours",
    "given_name": "given name",
    "is_primary": "primary post",
    "is_public": "shown on the public page",
    "job_role": "job",
    "job_title": "job title",
    "kind": "kind",
    "known_as": "name she goes by",
    "line_manager": "line manager",
    "memberships": "membership",
    "number": "number",
    "opened_by": "added by",
    "posts": "posts",
    "role_holdings": "roles",
    "spinal_point": "spinal point",
    "stands_in": "standing in for others",
    "starts_on": "first day",
    "until_on": "last day",
    "withdrawn_on": "last day",
    "work_email": "work e-mail address",
}


def act_in_words(act: str) -> str:
    """An act as a short sentence without a full stop; refuses one that has no words, which is a bug."""
    return ACTS[act]


def fields_in_words(names: Iterable[str]) -> str:
    """What was changed, as one line: "Hours, line manager". A field without a word of its own is called as it is."""
    words = ", ".join(FIELDS.get(name, name.replace("_", " ")) for name in names)
    return words[:1].upper() + words[1:]
