"""What is wrong with a ladder beyond its shape: the drawing, names nobody has, and what its own policy forbids."""

from collections.abc import Iterable, Iterator

from academy.engines.facts.families import declared, is_declared
from academy.engines.facts.keys import COMPLETION, family_of, keyed
from academy.engines.reference.faults import held_at_once, repeats
from academy.engines.reference.reading import Misplaced
from academy.engines.requirements.cases import qualified
from academy.engines.requirements.kinds.course import CourseCompleted
from academy.engines.requirements.node import Node
from academy.people.models import Grade, GradeLevel, JobRole
from academy.training.selectors.codes import codes_of
from pathways.choices import LengthOfService
from pathways.models import LadderVersion
from pathways.rules.graph import Arrow, faults_of
from pathways.schema.ladder import LadderFile

Path = tuple[int | str, ...]


def faults_in(file: LadderFile) -> list[Misplaced]:
    """Everything wrong with a ladder whose shape is right, each with where it stands and what is allowed there. While a
    code is used twice it is told alone: what else names it cannot be judged."""
    repeated = list(_repeats(file))
    if repeated:
        return repeated
    asked = list(_asked(file))
    return [
        *_editions(file),
        *_drawing(file),
        *_pathways(file),
        *_service(file, asked),
        *_places(file),
        *_courses(file, asked),
        *_facts(file, asked),
    ]


def _asked(file: LadderFile) -> Iterator[tuple[Path, Node]]:
    """Every requirement of the file with where it stands."""
    for number, step in enumerate(file.steps):
        for part in ("requires", "gates"):
            for place, each in enumerate(getattr(step, part)):
                yield ("steps", number, part, place, "requires"), each.requires
    for number, pathway in enumerate(file.pathways):
        if pathway.before is not None:
            yield ("pathways", number, "before"), pathway.before
        for place, stage in enumerate(pathway.stages):
            yield ("pathways", number, "stages", place, "requires"), stage.requires


def _repeats(file: LadderFile) -> Iterator[Misplaced]:
    yield from repeats(file, "rungs", "steps", "pathways")
    for number, step in enumerate(file.steps):
        yield from repeats(step, "requires", "gates", at=("steps", number))
    for number, pathway in enumerate(file.pathways):
        yield from repeats(pathway, "stages", at=("pathways", number))


def _editions(file: LadderFile) -> Iterator[Misplaced]:
    """Editions of one ladder follow each other."""
    others = LadderVersion.objects.filter(organisation__slug=file.organisation, ladder=file.ladder, withdrawn_on=None)
    yield from held_at_once(file, others.order_by("valid_from", "pk"))


def _drawing(file: LadderFile) -> Iterator[Misplaced]:
    rungs = [rung.code for rung in file.rungs]
    arrows = [Arrow(step.start, step.end) for step in file.steps]
    begun = {rung.code for rung in file.rungs if rung.entry}
    first = next((rung.code for rung in file.rungs if not rung.reference), rungs[0])
    shown = {rung.code for rung in file.rungs if rung.reference}
    for fault in faults_of(rungs, arrows, entries=frozenset((begun or {first}) | shown)):
        path: Path = ("rungs", fault.rung or 0) if fault.step is None else ("steps", fault.step)
        yield path, fault.says


def _pathways(file: LadderFile) -> Iterator[Misplaced]:
    known = [pathway.code for pathway in file.pathways]
    used = {code for step in file.steps for code in step.pathways}
    for number, step in enumerate(file.steps):
        for place, code in enumerate(step.pathways):
            if code not in known:
                allowed = ", ".join(known) or "none yet"
                yield ("steps", number, "pathways", place), f"there is no pathway {code}. Pathways here: {allowed}"
    for number, code in enumerate(known):
        if code not in used:
            yield ("pathways", number, "code"), f"no step leads by {code}. Name it under pathways of a step"


def _service(file: LadderFile, asked: Iterable[tuple[Path, Node]]) -> Iterator[Misplaced]:
    """S2-02: no rule may count years of service where the policy says so."""
    if file.length_of_service is not LengthOfService.FORBIDDEN:
        return
    for path, node in asked:
        for where in node.counting_service():
            says = "this ladder says length_of_service: forbidden. Ask for what somebody can do, not how long"
            yield (*path, *where), says


def _places(file: LadderFile) -> Iterator[Misplaced]:
    grades = set(Grade.objects.filter(organisation__slug=file.organisation).values_list("code", flat=True))
    levels = GradeLevel.objects.filter(grade__organisation__slug=file.organisation)
    known_levels = set(levels.values_list("grade__code", "code"))
    jobs = set(JobRole.objects.values_list("code", flat=True))
    for number, rung in enumerate(file.rungs):
        if rung.grade is not None and rung.grade not in grades:
            allowed = ", ".join(sorted(grades)) or "none: add them first"
            yield ("rungs", number, "grade"), f"there is no grade {rung.grade}. Grades here: {allowed}"
        elif rung.level is not None and (rung.grade or "", rung.level) not in known_levels:
            of = sorted(level for grade, level in known_levels if grade == rung.grade)
            yield ("rungs", number, "level"), f"there is no level {rung.level}. Levels here: {', '.join(of) or 'none'}"
        for place, code in enumerate(rung.job_roles):
            if code not in jobs:
                allowed = ", ".join(sorted(jobs))
                yield ("rungs", number, "job_roles", place), f"there is no job role {code}. Job roles are {allowed}"


def _courses(file: LadderFile, asked: Iterable[tuple[Path, Node]]) -> Iterator[Misplaced]:
    wanted = [
        ((*path, *where), qualified(kind.code, home=file.organisation))
        for path, node in asked
        for where, kind in node.placed()
        if isinstance(kind, CourseCompleted)
    ]
    known = codes_of([], homes=[], courses={code for _, code in wanted}).courses
    for path, code in wanted:
        if keyed(COMPLETION, code) not in known:
            yield path, f"there is no course {code}. Name one that the offer holds"


def _facts(file: LadderFile, asked: Iterable[tuple[Path, Node]]) -> Iterator[Misplaced]:
    known = ", ".join(family.name for family in declared())
    for path, node in asked:
        for where, kind in node.placed():
            for family in sorted({family_of(key) for key in kind.keys(file.organisation)}):
                if not is_declared(family):
                    yield (*path, *where), f"nothing is known of {family}. What is known of: {known}"
