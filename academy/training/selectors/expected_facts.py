"""What people are expected to finish, as facts: places they hold, and learning they asked for."""

from collections.abc import Collection, Iterator
from datetime import date

from academy.engines.facts.facts import Fact
from academy.training.rules.expected import Foretelling
from academy.training.rules.gains import Asked
from academy.training.selectors.place_facts import places_coming
from academy.training.selectors.request_facts import requests_coming


def expected_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Completions, awards and credits to come, each on the last day of its learning; two queries.

    They come from places held with events, and from requests that wait or were approved and whose day is sure. Where
    the result is not noted by that day it is awaited for some weeks.
    """
    foretelling = Foretelling(Asked.by(keys))
    for coming in places_coming(person_ids, foretelling.asked, on=on):
        yield from foretelling.facts(coming)
    for coming in requests_coming(person_ids, foretelling.asked, on=on):
        yield from foretelling.facts(coming)
