"""Monitoring forms: loading those that come with the portal, and publishing an organisation's own."""

from datetime import date, datetime
from typing import Any

from academy.engines.audit.commands import command
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.services.policies import organisation_of
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.models import MonitoringForm
from academy.people.schema.monitoring import MonitoringFile


def load(file: MonitoringFile, *, on: date) -> list[Change]:
    """Write a form. Raises BadFile for one a person published, and for an unknown organisation."""
    same = {"organisation": organisation_of(file), "code": file.code, "valid_from": file.valid_from}
    row = MonitoringForm.objects.filter(**same).first() or MonitoringForm(**same)
    refuse_published(row, key=file.key)
    return write(row, {**_columns(file), "withdrawn_on": None}).change(file.key)


def withdraw_form(key: str, *, on: date) -> list[Change]:
    """End from that day the form of a file that was taken away. Answers stay; they are counted where they are asked."""
    slug, _, code = key.partition("/")
    shipped = MonitoringForm.objects.shipped().filter(code=code)
    own = shipped.filter(organisation=None) if slug == "all" else shipped.filter(organisation__slug=slug)
    return [Change("withdrawn", key) for _ in withdraw(own, on=on)]


@command("people.monitoring_form.publish")
def publish(*, organisation: Organisation, content: MonitoringFile, by: Actor, at: datetime) -> MonitoringForm:
    """Give an organisation its own questions from a day on. Answers given before stay with their questions.

    Refuses anybody but the organisation's academy lead, a code used before, and a first day another one begins on.
    """
    form = MonitoringForm(organisation=organisation, code=content.code)
    return publish_own(form, _columns(content), permission="people.policy.publish", by=by, at=at)


def _columns(file: MonitoringFile) -> dict[str, Any]:
    return {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.content,
        "checksum": checksum(file),
    }
