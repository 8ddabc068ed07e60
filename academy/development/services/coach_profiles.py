"""Offering oneself as a coach or mentor, keeping the profile, and the academy's adding and taking off the list."""

from dataclasses import dataclass, field
from datetime import date, datetime

from academy.development.choices.coaching import MOST_ABOUT, MOST_PLACES, CoachArea
from academy.development.models import CoachProfile, CoachProfileArea
from academy.development.notices.coaching import COACH_ADDED, CoachingContext
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.selectors.belonging import belongs_to


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What a coach says of herself. `free_from` is the first day she takes somebody new; None is now."""

    kind: str
    format: str
    capacity: int
    about: str = ""
    when: str = ""
    free_from: date | None = None
    is_listed: bool = True
    areas: frozenset[str] = field(default_factory=frozenset)


@command("development.coach.offer")
def offer(*, organisation: Organisation, words: Offer, by: Actor, at: datetime) -> CoachProfile:
    """Put oneself on the list of an organisation. Refuses who does not hold the role of coach there, a second profile,
    and what `keep` refuses."""
    profile = CoachProfile(person_id=by.person_id, organisation=organisation)
    if not allows("development.coach.offer", by, profile):
        raise Refused("The academy gives the role of coach or mentor. Write to your academy lead.")
    return _begin(profile, words, at=at)


@command("development.coach.add")
def add(*, person: Person, organisation: Organisation, words: Offer, by: Actor, at: datetime) -> CoachProfile:
    """The academy puts somebody on the list, who is told and writes the rest herself. Refuses people who do not belong
    to the organisation, a second profile, and what `keep` refuses."""
    profile = CoachProfile(person=person, organisation=organisation)
    if not allows("development.coach.add", by, profile):
        raise Refused("Only the academy adds coaches and mentors.")
    if not belongs_to(person.pk, organisation.pk, by.on):
        raise Refused("Choose somebody who belongs to the organisation.", field="person")
    added = _begin(profile, words, at=at)
    context = CoachingContext(who=by.label, url=added.get_absolute_url())
    notices.send(kind=COACH_ADDED, to=person, context=context, by=by, at=at)
    return added


@command("development.coach.keep")
def keep(*, profile: CoachProfile, words: Offer, by: Actor, at: datetime) -> CoachProfile:
    """Change one's own profile. Fewer places than are taken end no match: nobody new comes until one is free.

    Refuses somebody else's profile, more places than 20, and words that are too long.
    """
    if not allows("development.coach.keep", by, profile):
        raise Refused("Only the coach herself changes her profile.")
    _write(profile, words, at=at)
    record(profile, changed=("areas", *_COLUMNS), about=profile.person_id, organisation=profile.organisation_id)
    return profile


@command("development.coach.take_off")
def take_off(*, profile: CoachProfile, by: Actor, at: datetime) -> CoachProfile:
    """The academy takes a coach off the list; she can put herself on it again. Matches that run go on."""
    if not allows("development.coach.add", by, profile):
        raise Refused("Only the academy takes a coach off the list.")
    profile.listed, profile.changed_at = False, at
    profile.save(update_fields=["listed", "changed_at"])
    record(profile, changed=("listed",), about=profile.person_id, organisation=profile.organisation_id)
    return profile


_COLUMNS = ("kind", "format", "capacity", "about", "when", "free_from", "listed", "changed_at")


def _begin(profile: CoachProfile, words: Offer, *, at: datetime) -> CoachProfile:
    where = {"person_id": profile.person_id, "organisation_id": profile.organisation_id}
    if CoachProfile.objects.filter(**where).exists():
        raise Refused("There is a profile already. Change that one.", field="person")
    _write(profile, words, at=at)
    record(profile, moved=("", "listed"), about=profile.person_id, organisation=profile.organisation_id)
    return profile


def _write(profile: CoachProfile, words: Offer, *, at: datetime) -> None:
    _judge(words)
    profile.kind, profile.format, profile.capacity = words.kind, words.format, words.capacity
    profile.about = words.about.strip().replace("\r\n", "\n")
    profile.when, profile.free_from = words.when.strip(), words.free_from
    profile.listed, profile.changed_at = words.is_listed, at
    profile.save()
    profile.areas.exclude(area__in=words.areas).delete()
    there = set(profile.areas.values_list("area", flat=True))
    CoachProfileArea.objects.bulk_create(
        CoachProfileArea(profile=profile, area=area.value)
        for area in CoachArea
        if area.value in words.areas and area.value not in there
    )


def _judge(words: Offer) -> None:
    if not 0 <= words.capacity <= MOST_PLACES:
        raise Refused(f"Offer 0 to {MOST_PLACES} places.", field="capacity")
    if len(words.about.strip()) > MOST_ABOUT:
        raise Refused(f"Use at most {MOST_ABOUT:,} characters.", field="about")
