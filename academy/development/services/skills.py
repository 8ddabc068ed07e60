"""Saying how far one has a skill, and confirming it. What was said before stays as it was, with its day (S2-28)."""

from collections.abc import Collection, Mapping
from datetime import datetime

from academy.development.choices.audits import Proficiency
from academy.development.models import SkillMark
from academy.development.rules import skills as rules
from academy.development.selectors.skills import codes_asked, latest_marks
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.decisions import Decision
from academy.identity.actor import Actor
from academy.identity.models import Person


@command("development.skill.mark")
def mark(*, person: Person, said: Mapping[str, int], by: Actor, at: datetime) -> Person:
    """Note how far she has each of these skills; what she said before of the same is not said again.

    `said` gives a `Proficiency` by the code. Refuses anybody but herself, and a skill she is not asked about.
    """
    if not allows("development.skill.mark", by, person) or by.organisation_id is None:
        raise Refused("Only she says this of herself.")
    held = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    _require(rules.can_mark(said, asked=codes_asked(held.pk, on=by.on)))
    before = {code: row.proficiency for (_, code), row in latest_marks([held.pk], said).items()}
    SkillMark.objects.bulk_create(
        SkillMark(
            person=held, organisation_id=by.organisation_id, code=code, proficiency=Proficiency(level), said_at=at
        )
        for code, level in rules.changed(said, before=before).items()
    )
    record(held, changed=("skill_marks",), about=held.pk, organisation=by.organisation_id)
    return held


@command("development.skill.confirm")
def confirm(*, person: Person, codes: Collection[str], by: Actor, at: datetime) -> Person:
    """Confirm as her manager what she said last of these skills. Refuses everybody else, and what changed meanwhile."""
    if not allows("development.skill.confirm", by, person):
        raise Refused("Only her manager confirms this.")
    held = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    latest = latest_marks([held.pk], codes)
    waiting = {code for (_, code), row in latest.items() if row.confirmed_at is None}
    _require(rules.can_confirm(codes, unconfirmed=waiting), field="codes")
    marks = SkillMark.objects.filter(pk__in=[row.pk for row in latest.values()])
    marks.update(confirmed_by_id=by.person_id, confirmed_at=at)
    record(held, changed=("skill_marks",), about=held.pk, organisation=by.organisation_id)
    return held


def _require(decision: Decision, *, field: str | None = None) -> None:
    if not decision.allowed:
        raise Refused(decision.reason, field=field)
