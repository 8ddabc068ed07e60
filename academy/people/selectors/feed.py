"""What an organisation knows that rows of its HR system may name, read once for a whole table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from academy.identity.models import Person
from academy.people.models import Grade, JobRole, Membership, Post, StaffNumber, Team, Terms
from academy.people.rules.feed_rows import Held, Wanted
from academy.people.rules.spans import Span
from academy.people.rules.terms import GradeFacts, ProposedTerms, TeamFacts

AT_ONCE = 2000


@dataclass
class Known:
    """People by staff number and, without one, by work address; teams, jobs and grades by code. It grows as rows are
    judged or taken in, so that a row may name a manager above it."""

    organisation_id: int
    by_number: dict[str, Held]
    by_address: dict[str, Held]
    teams: dict[str, tuple[int, Span]]
    jobs: dict[str, int]
    grades: dict[str, GradeFacts]
    taken: dict[str, int]  # whose every work address is, here or elsewhere

    def held(self, values: dict[str, Any]) -> Held | None:
        """Whoever a row is about: by her number, the first time by her address (she has no other number)."""
        found = self.by_number.get(values["staff_number"])
        return found or self.by_address.get(values["work_email"] or "")

    def wanted(self, values: dict[str, Any]) -> Wanted:
        """A row with its codes found; asked only of a row whose codes are known."""
        grade = self.grades.get(values["grade"] or "")
        manager = self.by_number.get(values["line_manager"] or "")
        return Wanted(
            given_name=values["given_name"],
            family_name=values["family_name"],
            work_email=values["work_email"] or "",
            team_id=self.teams[values["team"]][0],
            job_role_id=self.jobs[values["job"]],
            grade_id=grade.grade_id if grade else None,
            spinal_point=values["spinal_point"],
            fte=values["fte"],
            line_manager_id=manager.person_id if manager else None,
            from_on=values["from_on"],
            last_day=values["last_day"],
        )

    def proposed(self, values: dict[str, Any]) -> ProposedTerms:
        """The terms of a row as the rule about terms reads them."""
        _, span = self.teams[values["team"]]
        return ProposedTerms(
            from_on=values["from_on"],
            organisation_id=self.organisation_id,
            team=TeamFacts(self.organisation_id, span),
            fte=values["fte"],
            grade=self.grades.get(values["grade"] or ""),
            spinal_point=values["spinal_point"],
        )


def known_in(organisation_id: int) -> Known:
    """Everything rows may name, in eight queries, whatever the number of people."""
    numbers = dict(StaffNumber.objects.filter(organisation_id=organisation_id).values_list("person_id", "number"))
    people = {held.person_id: held for held in (*_members(organisation_id), *_people(organisation_id))}
    by_number = {number: people.get(pk, Held(pk)) for pk, number in numbers.items()}
    without = (held for pk, held in people.items() if pk not in numbers and held.work_email)
    return Known(
        organisation_id=organisation_id,
        by_number=by_number,
        by_address={held.work_email: replace(held, has_number=False) for held in without},
        teams=_teams(organisation_id),
        jobs=dict(JobRole.objects.filter(withdrawn_on=None).values_list("code", "pk")),
        grades=_grades(organisation_id),
        taken=dict(Person.objects.exclude(work_email="").values_list("work_email", "pk")),
    )


def _members(organisation_id: int) -> Iterator[Held]:
    """Who belongs here without a post, as a new starter does whom the academy has added before her first day."""
    rows = Membership.objects.filter(organisation_id=organisation_id)
    names = ("person_id", "person__given_name", "person__family_name", "person__work_email")
    return (Held(*row) for row in rows.order_by("pk").values_list(*names).iterator(AT_ONCE))


def _people(organisation_id: int) -> Iterator[Held]:
    """Everybody with a post here, ever: the primary post that began last, with its latest terms. Later rows win."""
    posts = Post.objects.filter(organisation_id=organisation_id, is_primary=True).order_by("from_on", "pk")
    latest = dict(_latest_terms(organisation_id))
    names = ("person__given_name", "person__family_name", "person__work_email")
    rows = posts.values_list("pk", "person_id", "from_on", "until_on", *names)
    for post_id, person_id, from_on, until_on, given, family, address in rows.iterator(AT_ONCE):
        terms = latest.get(post_id)
        if terms is not None:
            yield Held(person_id, given, family, address, True, post_id, from_on, until_on, *terms)


def _latest_terms(organisation_id: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    held = Terms.objects.filter(post__organisation_id=organisation_id, post__is_primary=True)
    fields = ("team_id", "job_role_id", "grade_id", "spinal_point", "fte", "line_manager_id", "from_on")
    for post_id, *values in held.order_by("from_on", "pk").values_list("post_id", *fields).iterator(AT_ONCE):
        yield post_id, tuple(values)


def _teams(organisation_id: int) -> dict[str, tuple[int, Span]]:
    """Teams by service and code, and by the code alone where only one has it."""
    rows = Team.objects.filter(service__organisation_id=organisation_id)
    found: dict[str, tuple[int, Span]] = {}
    twice: set[str] = set()
    for pk, code, service, from_on, until_on in rows.values_list("pk", "code", "service__code", "from_on", "until_on"):
        team = (pk, Span(from_on, until_on))
        found[f"{service}/{code}"] = team
        if code in found:
            twice.add(code)
        found[code] = team
    return {code: team for code, team in found.items() if code not in twice}


def _grades(organisation_id: int) -> dict[str, GradeFacts]:
    rows = Grade.objects.filter(withdrawn_on=None, organisation_id=organisation_id)
    return {
        code: GradeFacts(pk, organisation_id, None if low is None or high is None else (low, high))
        for pk, code, low, high in rows.values_list("pk", "code", "spinal_from", "spinal_until")
    }
