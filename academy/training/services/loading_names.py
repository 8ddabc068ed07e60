"""Finding what files of the offer name: organisations, jobs, teams, grades, levels and statements. Part of loading."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from academy.engines.reference.choices import Origin
from academy.engines.reference.reading import BadFile
from academy.frameworks.selectors.choices import statement_by_key
from academy.identity.models import Organisation
from academy.people.models import Grade, JobRole, Team
from academy.training.models import Course


def organisation_called(slug: str, *, by: str) -> Organisation:
    """The organisation of this slug; `by` is what names it. Raises BadFile."""
    found: Organisation = _named(Organisation.objects.filter(slug=slug), f"the organisation {slug}", by=by)
    return found


def job_role_id(code: str | None, *, by: str) -> int | None:
    """The job of this code. Raises BadFile."""
    return _named(JobRole.objects.filter(code=code), f"the job {code}", by=by).pk if code else None


def team_id(key: str | None, organisation: Organisation, *, by: str) -> int | None:
    """The team `service/team` of an organisation. Raises BadFile."""
    if key is None:
        return None
    service, _, code = key.partition("/")
    teams = Team.objects.filter(service__organisation=organisation, service__code=service, code=code)
    found: int = _named(teams, f"the team {key} of {organisation.slug}", by=by).pk
    return found


def grade_id(code: str | None, organisation: Organisation, *, by: str) -> int | None:
    """The grade of this code in an organisation. Raises BadFile."""
    grades = Grade.objects.filter(organisation=organisation, code=code)
    return _named(grades, f"the grade {code} of {organisation.slug}", by=by).pk if code else None


def level_id(key: str | None, *, by: str) -> int | None:
    """The level `framework/version/level`. Raises BadFile."""
    if key is None:
        return None
    framework, version, code = key.split("/")
    levels: Any = Course._meta.get_field("level").related_model
    rows = levels._default_manager.filter(version__framework__code=framework, version__code=version, code=code)
    found: int = _named(rows, f"the level {key}", by=by).pk
    return found


def statement_ids(keys: list[str], *, by: str) -> set[int]:
    """The statements `framework/version/statement`. Raises BadFile."""
    return {_statement_id(key, by=by) for key in keys}


def shipped_row(model: Any, organisation: Organisation, code: str) -> Any | None:
    """The row of this code to write into, a new one where there is none; None for one an academy keeps itself."""
    row = model.objects.filter(organisation=organisation, code=code).first()
    if row is not None and row.origin != Origin.SHIPPED:
        return None
    return row or model(organisation=organisation, code=code)


def _statement_id(key: str, *, by: str) -> int:
    try:
        return statement_by_key(key).pk
    except ObjectDoesNotExist as missing:
        raise BadFile([_sentence(f"the statement {key}", by=by)]) from missing


def _named(rows: Any, what: str, *, by: str) -> Any:
    found = rows.first()
    if found is None:
        raise BadFile([_sentence(what, by=by)])
    return found


def _sentence(what: str, *, by: str) -> str:
    return f"{by}: names {what}, which no file holds."
