"""Versions an organisation has of its own, beside those for all that have none: policies, terms, programmes.

Their model is a `Version` with an `organisation` that may be empty, and their files are called "bexley/2026" or
"all/default". The app that owns them names the command, the permission and the columns.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from django.db.models import QuerySet

from academy.engines.audit.commands import Refused
from academy.engines.reference.changes import Change
from academy.engines.reference.choices import Origin
from academy.engines.reference.models import Version
from academy.engines.reference.reading import BadFile
from academy.engines.reference.writing import refuse_published, withdraw, write
from academy.identity.actor import Actor
from academy.identity.models import Organisation

Own = TypeVar("Own", bound=Version)
EVERYBODY = "all"


class PolicyFile(Protocol):
    """What every file of such a version says: for whom, and under which key."""

    @property
    def organisation(self) -> str | None: ...

    @property
    def code(self) -> str: ...

    @property
    def key(self) -> str: ...


def organisation_of(file: PolicyFile) -> Organisation | None:
    """The organisation a file names; None for what holds for all. Raises BadFile for one no file holds."""
    if file.organisation is None:
        return None
    found = Organisation.objects.filter(slug=file.organisation).first()
    if found is None:
        raise BadFile([f"{file.key}: there is no organisation {file.organisation}. Name one that a file holds."])
    return found


def load_own(model: type[Own], file: PolicyFile, columns: Mapping[str, Any]) -> list[Change]:
    """Write a version that comes with the portal.

    Raises BadFile for one a person published, and for an unknown organisation.
    """
    organisation = organisation_of(file)
    its: dict[str, Any] = {"organisation": organisation, "code": file.code}
    row = model._default_manager.filter(**its).first() or model(**its)
    refuse_published(row, key=file.key)
    return write(row, {**columns, "withdrawn_on": None}).change(file.key)


def withdraw_own(model: type[Own], key: str, *, on: date) -> list[Change]:
    """End from that day the version of a file that was taken away. What began under it keeps it."""
    slug, _, code = key.partition("/")
    shipped = model._default_manager.filter(origin=Origin.SHIPPED, code=code)
    own = shipped.filter(organisation=None) if slug == EVERYBODY else shipped.filter(organisation__slug=slug)
    return [Change("withdrawn", key) for _ in withdraw(own, on=on)]


def published_own(version: Any, columns: Mapping[str, Any], *, by: Actor, at: datetime) -> Any:
    """A new version of its organisation's own as it is to be published; the command that has judged who may saves it.

    It never changes afterwards: the next one is published. Refuses a code used before, unless editions share theirs,
    and a first day another one begins on.
    """
    Organisation.objects.select_for_update(no_key=True).get(pk=version.organisation_id)
    own = _of(version)
    if "code" not in version.SERIES and own.filter(code=version.code).exists():
        raise Refused("There is a policy with this code already. Choose another.", field="code")
    same_day = own.filter(valid_from=columns["valid_from"])
    if (same_day if "code" in version.SERIES else same_day.filter(withdrawn_on=None)).exists():
        raise Refused("Another policy begins on this day. Choose another first day.", field="valid_from")
    published = {"origin": Origin.PUBLISHED, "published_at": at, "published_by_id": by.person_id}
    for name, value in {**columns, **published}.items():
        setattr(version, name, value)
    return version


def _of(version: Any) -> QuerySet[Any]:
    """All versions of the same organisation, and where it has several kept apart, of the same series."""
    series = {name: getattr(version, name) for name in version.SERIES}
    found: QuerySet[Any] = type(version)._default_manager.filter(**series)
    return found
