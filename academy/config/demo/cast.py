"""The cast: everybody with an account and a few colleagues, entered by real acts of those who keep the records."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from academy.config.demo.acting import actor, portal
from academy.config.demo.days import Days, moment
from academy.config.demo.dice import Dice
from academy.config.demo.naming import address, split
from academy.config.demo.places import Places, spinal_point
from academy.config.demo.reading import Member, Step
from academy.config.demo.registers import Numbers, Registered, rows_of
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import RESERVED_ROLES
from academy.people.models import Post, Registration
from academy.people.services import absences, deputies, memberships, people, posts, registrations, roles, terms
from academy.people.services.people import PersonDetails
from academy.people.services.registrations import RegistrationDetails
from academy.people.services.roles import RoleDetails
from academy.people.services.terms import TermsDetails

NEW_MANAGER = "New line manager"
# Who keeps the records of an organisation in the demo's past, once she has been entered herself.
KEEPERS = {"bristol": "hr", "bexley": "lead-bexley", "herefordshire": "lead-hfds"}


@dataclass
class Cast:
    """The cast so far, by key. Members are entered one after the other, managers before those they manage."""

    days: Days
    places: Places
    numbers: Numbers
    people: dict[str, Person] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)

    def enter(self, member: Member) -> Person:
        """Make the record of one member as it was entered at the time."""
        given, family = split(member.name)
        email = address(given, family, member.organisation)
        day = self._entered_on(self.days.begin)
        by, at = self._keeper(member.organisation, day), self._at(day)
        person = people.add(details=PersonDetails(given, family, work_email=email), by=by, at=at)
        self.people[member.key] = person
        self._belong(member, person)
        self._register(member, person)
        self._give_roles(member, person)
        self._note_absences(member, person)
        return person

    def name_deputies(self, member: Member) -> None:
        """Who stands in for her, named by herself the day before."""
        person, organisation = self.people[member.key], self.places.organisations[member.organisation]
        for row in member.deputies:
            first, last = (self.days.around(number) for number in row["days"])
            on = self.days.around(row["days"][0] - 1)
            deputies.name(
                person=person,
                deputy=self.people[row["deputy"]],
                organisation=organisation,
                from_on=first,
                until_on=last,
                by=actor(person, organisation, on),
                at=self._at(on),
            )

    def get_manager(self, key: str, manager: Person, *, months: int) -> None:
        """Put a member of the cast under a line manager who came later."""
        post = self.posts[key]
        held = post.terms.latest("from_on")
        details = TermsDetails(
            team=held.team,
            job_role=held.job_role,
            job_title=held.job_title,
            grade=held.grade,
            level=held.level,
            spinal_point=held.spinal_point,
            fte=held.fte,
            line_manager=manager,
            reason=NEW_MANAGER,
        )
        day = self.days.months_ago(months)
        organisation = post.organisation
        terms.change(post=post, details=details, from_on=day, by=self._keeper(organisation.slug, day), at=self._at(day))

    def _belong(self, member: Member, person: Person) -> None:
        for step in member.steps:
            self._step(member, person, step)
        own = [{"organisation": member.organisation, **member.membership}] if member.membership else []
        for row in (*own, *member.memberships_elsewhere):
            from_on = self.days.months_ago(row["months"])
            day = self._entered_on(from_on)
            memberships.begin(
                person=person,
                organisation=self.places.organisations[row["organisation"]],
                kind=row["kind"],
                from_on=from_on,
                by=self._keeper(row["organisation"], day),
                at=self._at(day),
            )

    def _step(self, member: Member, person: Person, step: Step) -> None:
        from_on = self.days.months_ago(step.months)
        day = self._entered_on(from_on)
        by, at = self._keeper(member.organisation, day), self._at(day)
        details = self._details(member.organisation, step)
        if member.key in self.posts:
            terms.change(post=self.posts[member.key], details=details, from_on=from_on, by=by, at=at)
            return
        organisation = self._organisation(member.organisation)
        self.posts[member.key] = posts.begin(
            person=person, organisation=organisation, from_on=from_on, details=details, by=by, at=at
        )

    def _details(self, organisation: str, step: Step) -> TermsDetails:
        grade, level = self.places.graded(organisation, step)
        since = self.days.months_ago(step.months)
        return TermsDetails(
            team=self.places.team(organisation, step.team),
            job_role=self.places.jobs[step.job],
            job_title=step.title,
            grade=grade,
            level=level,
            spinal_point=spinal_point(grade, since),
            fte=Decimal(step.fte),
            line_manager=self.people[step.manager] if step.manager else None,
            reason=step.reason,
        )

    def _register(self, member: Member, person: Person) -> None:
        if member.registration is None:
            return
        since = self.days.months_ago(member.registration["months"])
        for row in rows_of(member.registration["regulator"], since, self.numbers):
            held = self._enter_in_register(member, person, row)
            if row.until_on is None:
                self._annotate(member, held)

    def _enter_in_register(self, member: Member, person: Person, row: Registered) -> Registration:
        day = self._entered_on(row.from_on)
        by, at = self._keeper(member.organisation, day), self._at(day)
        expires_on = None if row.until_on else self.days.next_renewal(row.regulator)
        details = RegistrationDetails(row.regulator, row.number, row.from_on, expires_on)
        held = registrations.enter(person=person, details=details, by=by, at=at)
        if row.until_on:
            registrations.end(registration=held, last_day=row.until_on, by=by, at=at)
        return held

    def _annotate(self, member: Member, held: Registration) -> None:
        for note in (member.registration or {}).get("annotations", ()):
            from_on = self.days.months_ago(note["months"])
            day = self._entered_on(from_on)
            by = self._keeper(member.organisation, day)
            registrations.annotate(registration=held, kind=note["kind"], from_on=from_on, by=by, at=self._at(day))

    def _give_roles(self, member: Member, person: Person) -> None:
        for row in member.roles:
            slug = row.get("organisation", member.organisation)
            service = self.places.services[slug, row["service"]] if "service" in row else None
            details = RoleDetails(row["role"], self._organisation(slug), service)
            day = self._entered_on(self.days.months_ago(member.steps[-1].months) if member.steps else self.days.begin)
            by = portal(day) if row["role"] in RESERVED_ROLES else self._keeper(slug, day)
            roles.give(person=person, details=details, from_on=day, by=by, at=self._at(day))

    def _note_absences(self, member: Member, person: Person) -> None:
        for row in member.absences:
            first, last = (self.days.around(number) for number in row["days"])
            day = min(first, self.days.yesterday)
            by = self._keeper(member.organisation, day)
            absences.enter(
                person=person, category=row["category"], from_on=first, until_on=last, by=by, at=self._at(day)
            )

    def _keeper(self, organisation: str, on: date) -> Actor:
        """Who keeps the organisation's records; the portal where she is not there yet, or not that day."""
        keeper = self.people.get(KEEPERS.get(organisation, ""))
        if keeper is None:
            return portal(on)
        acting = actor(keeper, self._organisation(organisation), on)
        return acting if acting.roles else portal(on)

    def _organisation(self, slug: str) -> Organisation:
        return self.places.organisations[slug]

    def _entered_on(self, day: date) -> date:
        """What was before the portal was entered on its first day."""
        return max(day, self.days.begin)

    def _at(self, day: date) -> datetime:
        return moment(day, Dice("entered", day, len(self.people)))
