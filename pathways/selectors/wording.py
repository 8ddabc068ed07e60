"""What the facts a ladder asks for are called, and where the next step towards each is taken."""

from collections.abc import Collection, Iterator

from django.urls import reverse

from academy.engines.facts.keys import AGREEMENT, COMPLETION, REGISTRATION, family_of, keyed, which_of
from academy.engines.requirements.cases import Wording
from academy.people.choices import Regulator
from academy.training.selectors.codes import codes_of

# A family of facts, or one key of it → the next step in words, and the name of the page where it is taken.
NEXT_STEPS = {
    "development.entry": ("Write an entry", "development:new"),
    "development.peer_learning": ("Join a session", "development:peer-sessions"),
    "development.peer_learning:led": ("Plan a session", "development:plan-peer-session"),
    "development.appraisal": ("See the development plan", "development:plan"),
    "development.goal": ("Set a goal", "development:set-goal"),
}
# A ladder that has no words of its own for a registration says whose register it is.
REGISTERED = {keyed(REGISTRATION, each.value): Wording(f"Registered with {each.label}") for each in Regulator}


def words_for(keys: Collection[str]) -> dict[str, Wording]:
    """Words for these keys, as far as there are any: courses are booked, things agreed are asked for, the rest has its
    page. One query, none without a course."""
    courses = which_of(keys, COMPLETION) or frozenset()
    found = dict(codes_of([], homes=[], courses=courses).courses) if courses else {}
    registered = {key: REGISTERED[key] for key in keys if key in REGISTERED}
    return {**found, **registered, **dict(_steps(keys))}


def _steps(keys: Collection[str]) -> Iterator[tuple[str, Wording]]:
    for key in keys:
        said = NEXT_STEPS.get(key) or NEXT_STEPS.get(family_of(key))
        if said is not None:
            yield key, Wording("", link=reverse(said[1]), action=said[0])
        elif family_of(key) == AGREEMENT and "/" in key:
            code = key.rpartition("/")[2]
            yield key, Wording("", link=reverse("pathways:ask-agreement", args=[code]), action="Ask for it to count")
