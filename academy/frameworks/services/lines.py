"""Writing the levels, domains and statements of one version."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from academy.engines.reference.changes import Change
from academy.engines.reference.writing import withdraw, write
from academy.frameworks.models import Domain, FrameworkVersion, Level, Statement
from academy.frameworks.models.confirmable import Confirmable
from academy.frameworks.models.line import Line
from academy.frameworks.schema import DomainPart, LevelPart, StatementPart, VersionPart

Values = dict[str, Any]


def write_lines(version: FrameworkVersion, part: VersionPart, *, on: date) -> list[Change]:
    """Make the version's lines those of the file, by their codes; withdraw from `on` lines it holds no longer."""
    levels = {level.code: _level(level) for level in part.levels}
    domains = {domain.code: _domain(domain) for domain in part.domains}
    changes = _write(Level, version, levels, on=on) + _write(Domain, version, domains, on=on)
    ids = dict(Domain.objects.filter(version=version).values_list("code", "pk"))
    owned = [(statement, ids[domain.code]) for domain in part.domains for statement in domain.statements]
    statements = {
        statement.code: _statement(statement, domain_id=domain_id, order=order)
        for order, (statement, domain_id) in enumerate(owned, 1)
    }
    return changes + _write(Statement, version, statements, on=on)


def confirmation(row: Confirmable, wording: Mapping[str, Any], *, asked: bool) -> Values:
    """What the file says about confirming; a confirmation goes when the wording is another, or is asked no longer."""
    is_same = all(getattr(row, name) == value for name, value in wording.items())
    if asked and is_same:
        return {"needs_confirming": True}
    return {"needs_confirming": asked, "confirmed_at": None, "confirmed_by_id": None}


def _level(part: LevelPart) -> tuple[Values, Values]:
    rest = {"order": part.order, "before_qualifying": part.before_qualifying, "description": part.description or ""}
    return {"title": part.title}, rest | {"asked": part.confirm_wording}


def _domain(part: DomainPart) -> tuple[Values, Values]:
    asked = part.confirm_wording or part.confirm_group
    return {"title": part.title, "group": part.group or ""}, {"order": part.order, "asked": asked}


def _statement(part: StatementPart, *, domain_id: int, order: int) -> tuple[Values, Values]:
    return {"title": part.title}, {"order": order, "domain_id": domain_id, "asked": part.confirm_wording}


def _write(
    kind: type[Line], version: FrameworkVersion, wanted: Mapping[str, tuple[Values, Values]], *, on: date
) -> list[Change]:
    rows = {row.code: row for row in kind._default_manager.filter(version=version)}
    changes: list[Change] = []
    new: list[Line] = []
    for code, (wording, rest) in wanted.items():
        row = rows.get(code) or kind(version=version, code=code)
        row.version = version
        asked = rest.pop("asked")
        values = wording | rest | confirmation(row, wording, asked=asked) | {"withdrawn_on": None}
        if row.pk is None:
            new.append(kind(version=version, code=code, **values))
        else:
            changes += write(row, values).change(_key(row))
    kind._default_manager.bulk_create(new)
    gone = withdraw(kind._default_manager.filter(version=version).exclude(code__in=list(wanted)), on=on)
    changes += [Change("added", _key(row)) for row in new]
    return changes + [Change("withdrawn", _key(row)) for row in gone]


def _key(row: Line) -> str:
    return f"{row.version.key}, {row._meta.verbose_name} {row.code}"
