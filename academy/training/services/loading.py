"""Writing what a file says about an organisation's offer: part of the reference engine's act, which audits it.

What came with a file and was left so follows the file; what an academy added or changed on a page stays as it is.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from academy.engines.reference.changes import Change
from academy.engines.reference.choices import Origin
from academy.engines.reference.writing import withdraw, write
from academy.identity.models import Organisation
from academy.training.models import Course, FocusTheme, Need, Platform, Programme, Subscription
from academy.training.schema.offer import OfferFile
from academy.training.services.loading_courses import load_courses
from academy.training.services.loading_names import organisation_called, shipped_row
from academy.training.services.loading_programmes import load_programmes


def load_offer(file: OfferFile, *, on: date) -> list[Change]:
    """Write everything the file says; end from `on` what it holds no longer. Raises BadFile for a name nobody holds."""
    organisation = organisation_called(file.organisation, by=file.organisation)
    changes: list[Change] = []
    simple: tuple[tuple[Any, Sequence[Any]], ...] = (
        (Platform, file.platforms),
        (Subscription, file.subscriptions),
        (FocusTheme, file.themes),
    )
    for model, parts in simple:
        for part in parts:
            changes += _row(model, organisation, code=part.code, values=part.model_dump(exclude={"code"}))
    for need in file.needs:
        changes += _row(
            Need, organisation, code=need.code, values=_need_values(need, key=f"{file.organisation}/{need.code}")
        )
    changes += load_courses(organisation, file.courses)
    changes += load_programmes(organisation, file.programmes)
    return changes + _gone(organisation, file, on=on)


def withdraw_offer(slug: str, *, on: date) -> list[Change]:
    """End what came with a file that was taken away."""
    organisation = Organisation.objects.get(slug=slug)
    return _gone(organisation, OfferFile(organisation=slug), on=on)


def _row(model: Any, organisation: Organisation, *, code: str, values: dict[str, Any]) -> list[Change]:
    row = shipped_row(model, organisation, code)
    if row is None:
        return []
    ends = {} if model is FocusTheme else {"withdrawn_on": None}
    return write(row, {**values, **ends, "origin": Origin.SHIPPED}).change(f"{organisation.slug}/{code}")


def _need_values(need: Any, *, key: str) -> dict[str, Any]:
    agency = organisation_called(need.agency, by=key) if need.agency else None
    return {**need.model_dump(exclude={"code", "agency"}), "agency_id": agency and agency.pk}


def _gone(organisation: Organisation, file: OfferFile, *, on: date) -> list[Change]:
    held: tuple[tuple[Any, Sequence[Any]], ...] = (
        (Platform, file.platforms),
        (Subscription, file.subscriptions),
        (Need, file.needs),
        (Course, file.courses),
        (Programme, file.programmes),
    )
    changes: list[Change] = []
    for model, parts in held:
        rows = model.objects.filter(organisation=organisation, origin=Origin.SHIPPED)
        gone = withdraw(rows.exclude(code__in=[part.code for part in parts]), on=on)
        changes += [Change("withdrawn", f"{organisation.slug}/{row.code}") for row in gone]
    return changes + _ended_themes(organisation, [theme.code for theme in file.themes], on=on)


def _ended_themes(organisation: Organisation, codes: list[str], *, on: date) -> list[Change]:
    rows = organisation.focus_themes.filter(origin=Origin.SHIPPED, until_on__isnull=True).exclude(code__in=codes)
    changes = []
    for row in rows:
        write(row, {"until_on": max(on - timedelta(days=1), row.from_on)})
        changes.append(Change("withdrawn", f"{organisation.slug}/{row.code}"))
    return changes
