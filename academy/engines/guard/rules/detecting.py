"""All detectors over one text."""

from collections.abc import Callable, Iterator, Sequence

from academy.engines.guard.rules.births import births_in
from academy.engines.guard.rules.hits import Hit, apart
from academy.engines.guard.rules.masks import case_numbers_in
from academy.engines.guard.rules.names import names_in
from academy.engines.guard.rules.numbers import insurance_numbers_in, nhs_numbers_in
from academy.engines.guard.rules.places import emails_in, postcodes_in
from academy.engines.guard.rules.telephones import telephones_in

DETECTORS: tuple[Callable[[str], Iterator[Hit]], ...] = (
    nhs_numbers_in,
    insurance_numbers_in,
    births_in,
    emails_in,
    postcodes_in,
    telephones_in,
)


def hits_in(text: str, *, names: Sequence[str] = (), masks: Sequence[str] = ()) -> tuple[Hit, ...]:
    """What in the text may tell who somebody is (D7-01), in its order, no hit over another.

    `names` are the writer's private ones, `masks` the organisation's case numbers (rules/masks.py). The time grows with
    the text's length, whatever stands in it: no pattern goes back over more than one number or one line's beginning.
    """
    found = [each for detector in DETECTORS for each in detector(text)]
    found += case_numbers_in(text, masks)
    found += names_in(text, names)
    return apart(found)
