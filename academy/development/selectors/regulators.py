"""What regulators ask on a day, and who is registered with them."""

import json
from collections.abc import Collection
from datetime import date

from academy.development.models import RegulatorEdition
from academy.development.rules.renewals import Asks
from academy.development.schema.entries import RegulatorFile
from academy.people.models import Registration


def asks_in_force(on: date) -> dict[str, Asks]:
    """What each regulator asks on the day, by its code; one query. Nothing of a regulator nothing was loaded for."""
    editions = RegulatorEdition.objects.in_force(on).order_by("valid_from")
    return {edition.regulator: asks_of(edition) for edition in editions}


def asks_of(edition: RegulatorEdition) -> Asks:
    """One edition as the rules read it."""
    return RegulatorFile.model_validate_json(json.dumps(edition.content)).asks


def joined_on(people: Collection[int], on: date) -> dict[tuple[int, str], date]:
    """When these people joined the registers they are on that day, by person and regulator; one query."""
    rows = Registration.objects.held_on(on).filter(person__in=people)
    return {(row.person_id, row.regulator): row.from_on for row in rows}
