"""What somebody has that fits into a section: complete evidence and kept writing, what speaks to it first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from academy.development.selectors.entries import Wanted, own_entries
from academy.identity.actor import Actor
from portfolios.models import Evidence, Section
from portfolios.schema.template import SectionPart, TemplateContent

MOST_OFFERED = 100


@dataclass(frozen=True, kw_only=True)
class Fit:
    """Something to put in. `value` names it in the form; `speaks_to` are statements the section is about."""

    value: str
    title: str
    kind_words: str
    on: date | None
    speaks_to: tuple[str, ...] = ()


class About:
    """Which statements a section is about: those it names, else all of the template's frameworks."""

    def __init__(self, part: SectionPart, content: TemplateContent) -> None:
        self.statements = frozenset(part.statements)
        self.frameworks = frozenset() if part.statements else frozenset(each.code for each in content.frameworks)

    def spoken_by(self, statements: Iterable[Any]) -> tuple[str, ...]:
        """Those of these statements it is about, as people know them; each once, whatever its edition."""
        spoken = (each for each in statements if self._takes_in(each.version.framework.code, each.code))
        return tuple(dict.fromkeys(f"{each.version.framework.short_name} {each.code}" for each in spoken))

    def _takes_in(self, framework: str, code: str) -> bool:
        return framework in self.frameworks or f"{framework}/{code}" in self.statements


def fits_for(section: Section, content: TemplateContent, actor: Actor) -> list[Fit]:
    """Everything of the actor's that the section takes and does not hold yet: first what speaks to what it is about,
    then the latest. As many queries for many as for one."""
    part = content.section(section.code)
    if part is None:
        return []
    held = list(section.items.values_list("evidence_id", "entry_id"))
    about = About(part, content)
    found = [
        *_evidence(actor, part, without={pk for pk, _ in held if pk}),
        *_entries(actor, part, without={pk for _, pk in held if pk}),
    ]
    offered = [replace(fit, speaks_to=about.spoken_by(statements)) for fit, statements in found]
    return sorted(offered, key=lambda fit: (not fit.speaks_to, -(fit.on or date.min).toordinal(), fit.value))


def _evidence(actor: Actor, part: SectionPart, *, without: Iterable[int]) -> list[tuple[Fit, Any]]:
    own = Evidence.objects.filter(person_id=actor.person_id, kind__in=part.takes.evidence).complete()
    rows = own.exclude(pk__in=without).prefetch_related("statements__version__framework")
    return [
        (
            Fit(value=f"evidence:{row.pk}", title=row.title, kind_words=row.kind_words, on=row.happened_on),
            row.statements.all(),
        )
        for row in rows[:MOST_OFFERED]
    ]


def _entries(actor: Actor, part: SectionPart, *, without: Iterable[int]) -> list[tuple[Fit, Any]]:
    own = own_entries(actor, Wanted()).filter(kind__in=part.takes.writing).exclude(pk__in=without)
    rows = own.prefetch_related("statements__version__framework")
    return [
        (
            Fit(value=f"entry:{row.pk}", title=row.title, kind_words=row.get_kind_display(), on=row.started_on),
            row.statements.all(),
        )
        for row in rows[:MOST_OFFERED]
    ]


def named_by(values: Iterable[str], actor: Actor) -> tuple[list[Evidence], list[Any]]:
    """The actor's own evidence and entries that a form names; what is not hers is left out. Two queries at most."""
    named = [value.partition(":") for value in values]
    evidence = [int(pk) for family, _, pk in named if family == "evidence"]
    entries = [int(pk) for family, _, pk in named if family == "entry"]
    return (
        list(Evidence.objects.filter(person_id=actor.person_id, pk__in=evidence)) if evidence else [],
        list(own_entries(actor, Wanted()).filter(pk__in=entries)) if entries else [],
    )
