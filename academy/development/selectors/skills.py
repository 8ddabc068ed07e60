"""The skills matrix of a person and of a team: the latest she said of each skill, and who confirmed it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from academy.development.choices.audits import Proficiency
from academy.development.models import Skill, SkillMark, SkillSet
from academy.development.rules.skills import SetFor, sets_meant
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Terms
from academy.people.querysets import holds_on


@dataclass(frozen=True)
class SkillRow:
    """One skill and what she said of it last; None where she said nothing yet."""

    skill: Skill
    mark: SkillMark | None

    @property
    def words(self) -> str:
        return str(Proficiency(self.mark.proficiency).label) if self.mark else "Not said yet"

    @property
    def waits(self) -> bool:
        """Did she say something that nobody confirmed yet?"""
        return self.mark is not None and self.mark.confirmed_at is None


@dataclass(frozen=True)
class SkillGroup:
    """The skills of one heading."""

    name: str
    rows: tuple[SkillRow, ...]


@dataclass(frozen=True)
class TeamSkill:
    """One skill over a team: how many say what, and who can show it to the others."""

    skill: Skill
    alone: int
    supported: int
    not_yet: int
    unsaid: int
    teach: tuple[Person, ...]


def matrix_of(person_id: int, *, on: date) -> list[SkillGroup]:
    """Everything she is asked about on the day, group by group, with what she said last; four queries.

    The caller answers for who may know.
    """
    skills = _skills_of([person_id], on=on)[person_id]
    marks = latest_marks([person_id], [skill.code for skill in skills])
    groups: dict[str, list[SkillRow]] = defaultdict(list)
    for skill in skills:
        groups[skill.group].append(SkillRow(skill, marks.get((person_id, skill.code))))
    return [SkillGroup(name, tuple(rows)) for name, rows in groups.items()]


def waiting_of(actor: Actor) -> list[tuple[Person, int]]:
    """The people the actor manages, by name, each with how many skills wait to be confirmed; two queries."""
    people = Person.objects.filter(pk__in=actor.manages).order_by("family_name", "given_name", "pk")
    latest: dict[tuple[int, str], SkillMark] = {}
    for row in SkillMark.objects.filter(person__in=actor.manages).order_by("said_at", "pk"):
        latest[row.person_id, row.code] = row
    waiting = Counter(person_id for (person_id, _), row in latest.items() if row.confirmed_at is None)
    return [(person, waiting[person.pk]) for person in people]


def team_skills(actor: Actor) -> list[TeamSkill]:
    """The skills the people the actor manages are asked about, with how many say what; four queries."""
    people = {person.pk: person for person in Person.objects.filter(pk__in=actor.manages).order_by("family_name", "pk")}
    asked = _skills_of(list(people), on=actor.on)
    marks = latest_marks(people, {skill.code for skills in asked.values() for skill in skills})
    of_skill: dict[Skill, list[int]] = defaultdict(list)
    for person_id in people:
        for skill in asked[person_id]:
            of_skill[skill].append(person_id)
    ordered = sorted(of_skill.items(), key=lambda pair: (pair[0].skill_set_id, pair[0].order))
    return [_over(skill, [people[pk] for pk in ids], marks) for skill, ids in ordered]


def latest_marks(people: Collection[int], codes: Collection[str]) -> dict[tuple[int, str], SkillMark]:
    """The latest mark of each of these skills of each of these people; one query."""
    rows = SkillMark.objects.filter(person__in=people, code__in=codes).select_related("confirmed_by")
    return {(row.person_id, row.code): row for row in rows.order_by("said_at", "pk")}


def codes_asked(person_id: int, *, on: date) -> frozenset[str]:
    """The codes of the skills she is asked about on the day."""
    return frozenset(skill.code for skill in _skills_of([person_id], on=on)[person_id])


def _skills_of(people: Sequence[int], *, on: date) -> dict[int, list[Skill]]:
    """The skills each of these people is asked about by her first post; three queries for however many."""
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person__in=people)
    rows = held.order_by("post__is_primary", "-post__from_on", "-post_id")
    homes = {
        person_id: (organisation_id, profession)
        for person_id, organisation_id, profession in rows.values_list(
            "post__person_id", "post__organisation_id", "job_role__profession"
        )
    }
    organisations = {organisation_id for organisation_id, _ in homes.values()}
    found = SkillSet.objects.in_force(on).filter(Q(organisation__in=organisations) | Q(organisation=None))
    newest = {(each.organisation_id, tuple(each.professions)): each.pk for each in found.order_by("valid_from", "pk")}
    sets = [SetFor(pk, organisation_id, professions) for (organisation_id, professions), pk in newest.items()]
    skills: dict[int, list[Skill]] = defaultdict(list)
    for skill in Skill.objects.filter(skill_set__in=[each.pk for each in sets]).order_by("skill_set", "order"):
        skills[skill.skill_set_id].append(skill)
    nowhere = (None, "")
    return {
        person_id: _once(
            skill
            for pk in sets_meant(
                sets, organisation_id=homes.get(person_id, nowhere)[0], profession=homes.get(person_id, nowhere)[1]
            )
            for skill in skills[pk]
        )
        for person_id in people
    }


def _once(skills: Iterable[Skill]) -> list[Skill]:
    """Each code once, in its first set."""
    found: dict[str, Skill] = {}
    for skill in skills:
        found.setdefault(skill.code, skill)
    return list(found.values())


def _over(skill: Skill, people: list[Person], marks: dict[tuple[int, str], SkillMark]) -> TeamSkill:
    levels = [marks[person.pk, skill.code].proficiency for person in people if (person.pk, skill.code) in marks]
    return TeamSkill(
        skill=skill,
        alone=sum(level >= Proficiency.INDEPENDENT for level in levels),
        supported=sum(level == Proficiency.SUPPORTED for level in levels),
        not_yet=sum(level <= Proficiency.AWARE for level in levels),
        unsaid=len(people) - len(levels),
        teach=tuple(
            person
            for person in people
            if (mark := marks.get((person.pk, skill.code))) and mark.proficiency == Proficiency.TEACHES
        ),
    )
