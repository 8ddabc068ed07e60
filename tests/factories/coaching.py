"""Coaches, matches and meetings for tests. Rows as they are; the services are what tests of behaviour use."""

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import factory

from academy.development.choices.coaching import CoachArea, CoachKind, MatchState
from academy.development.models import CoachingTerms, CoachMatch, CoachMeeting, CoachProfile, CoachProfileArea
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW

# What a row needs beside its state, by state.
_ACCEPTED = {"coach_accepted_at": NOW}
_BOTH = {**_ACCEPTED, "person_accepted_at": NOW}
_CONTRACT = {
    "sessions_agreed": 6,
    "minutes": 60,
    "from_on": date(2026, 11, 1),
    "until_on": date(2027, 4, 30),
}
_SIGNED = {**_BOTH, **_CONTRACT, "coach_signed_at": NOW, "person_signed_at": NOW}
CONTENT = {
    "usual": {"sessions": 6, "minutes": 60, "months": 6},
    "parts": [{"heading": "Confidentiality", "words": ["What is said stays between the two of you."]}],
}
NEEDED: dict[str, dict[str, Any]] = {
    MatchState.OFFERED: _ACCEPTED,
    MatchState.AGREED: _BOTH,
    MatchState.RUNNING: _SIGNED,
    MatchState.ENDED: {**_SIGNED, "ended_on": NOW.date(), "ended_because": "done"},
}


class CoachProfileFactory(factory.django.DjangoModelFactory):
    """A listed coach with two places, in a new organisation unless one is given."""

    class Meta:
        model = CoachProfile

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    kind = CoachKind.EXECUTIVE
    about = "I listen."
    changed_at = NOW


class CoachProfileAreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CoachProfileArea

    profile = factory.SubFactory(CoachProfileFactory)
    area = CoachArea.CAREER


class CoachingTermsFactory(factory.django.DjangoModelFactory):
    """Terms of all organisations."""

    class Meta:
        model = CoachingTerms

    code = factory.Sequence(lambda number: f"terms-{number}")
    title = "Coaching agreement"
    content = factory.LazyFunction(lambda: deepcopy(CONTENT))
    valid_from = date(2026, 1, 1)
    checksum = "0" * 64


class CoachMatchFactory(factory.django.DjangoModelFactory):
    """Somebody who asked a coach a day ago; `match_in` gives the other states what they need."""

    class Meta:
        model = CoachMatch

    person = factory.SubFactory(PersonFactory)
    profile = factory.SubFactory(CoachProfileFactory)
    organisation = factory.SelfAttribute("profile.organisation")
    area = CoachArea.CAREER
    asked_at = NOW - timedelta(days=1)
    changed_at = NOW - timedelta(days=1)


class CoachMeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CoachMeeting

    match = factory.SubFactory(CoachMatchFactory)
    met_on = date(2026, 11, 10)
    noted_at = NOW


def match_in(state: str, **said: Any) -> CoachMatch:
    """A match in a state, with everything the state needs."""
    if state in (MatchState.RUNNING, MatchState.ENDED) and "terms" not in said:
        said["terms"] = CoachingTermsFactory()
    made: CoachMatch = CoachMatchFactory(state=state, **{**NEEDED.get(state, {}), **said})
    return made
