"""What is wrong with a template beyond its shape: names nobody has, and requirements its own pieces can never meet."""

from collections.abc import Iterator

from academy.engines.facts.keys import family_of
from academy.engines.reference.faults import held_at_once, repeats
from academy.engines.reference.reading import Misplaced
from academy.frameworks.selectors.codes import codes_in_force
from portfolios.models import PortfolioTemplate
from portfolios.rules.completeness import FAMILIES, PIECE, WRITING
from portfolios.schema.template import EVERYTHING, SectionPart, TemplateFile

KINDS = {
    PIECE: [kind.value for kind in EVERYTHING.evidence],
    WRITING: [kind.value for kind in EVERYTHING.writing],
}


def faults_in(file: TemplateFile) -> list[Misplaced]:
    """Everything wrong with a template whose shape is right, each with where it stands and what is allowed there.

    A code used twice is told alone, and so is a framework without an edition: what else names it cannot be judged.
    """
    return list(repeats(file, "sections", "requires", "frameworks")) or [
        *_editions(file),
        *(list(_frameworks(file)) or _statements(file)),
        *_required(file),
    ]


def _editions(file: TemplateFile) -> Iterator[Misplaced]:
    """Editions of one template follow each other."""
    whose = {"organisation__slug": file.organisation} if file.organisation else {"organisation": None}
    others = PortfolioTemplate.objects.filter(template=file.template, withdrawn_on=None, **whose)
    yield from held_at_once(file, others.order_by("valid_from", "pk"))


def _frameworks(file: TemplateFile) -> Iterator[Misplaced]:
    """Frameworks need an edition on the first day, and the level one of it."""
    if not file.frameworks:
        return
    levels = codes_in_force(on=file.valid_from).levels
    for number, mapped in enumerate(file.frameworks):
        if mapped.code not in levels:
            allowed = ", ".join(sorted(levels)) or "none"
            yield (
                ("frameworks", number, "code"),
                f"no edition of {mapped.code} is in force on {file.valid_from}. In force then: {allowed}",
            )
        elif mapped.level is not None and mapped.level not in levels[mapped.code]:
            of = ", ".join(sorted(levels[mapped.code])) or "none"
            yield ("frameworks", number, "level"), f"{mapped.code} has no level {mapped.level}. Levels of it: {of}"


def _statements(file: TemplateFile) -> Iterator[Misplaced]:
    """What a section is about is a statement of a framework the template maps to."""
    if not any(section.statements for section in file.sections):
        return
    mapped = {each.code for each in file.frameworks}
    found = codes_in_force(on=file.valid_from).statements
    known = {code for code in found if code.partition("/")[0] in mapped}
    for number, section in enumerate(file.sections):
        for place, code in enumerate(section.statements):
            if code not in known:
                yield (
                    ("sections", number, "statements", place),
                    f"there is no statement {code} among the frameworks of this template. Write framework/statement",
                )


def _required(file: TemplateFile) -> Iterator[Misplaced]:
    sections = {section.code: section for section in file.sections}
    for number, each in enumerate(file.requires):
        section = sections.get(each.section or "")
        if each.section is not None and section is None:
            allowed = ", ".join(sections)
            yield ("requires", number, "section"), f"there is no section {each.section}. Sections here: {allowed}"
        for where, kind in each.requires.placed():
            for key in sorted(kind.keys(file.organisation or "")):
                if says := _wrong_key(key, file.sections):
                    yield ("requires", number, "requires", *where), says


def _wrong_key(key: str, sections: list[SectionPart]) -> str:
    """What is wrong with asking for this of a portfolio's own pieces; empty where nothing is."""
    family, _, which = key.partition(":")
    if family not in FAMILIES:
        return f"{family_of(key)} is not told by a portfolio’s own pieces. They tell {', '.join(FAMILIES)}"
    if not which:
        return ""
    if which not in KINDS[family]:
        return f"there is no {key}. After {family}: stands one of {', '.join(KINDS[family])}"
    taken = (section.takes.writing if family == WRITING else section.takes.evidence for section in sections)
    return "" if any(which in kinds for kinds in taken) else f"no section takes what {key} asks for. Let one take it"
