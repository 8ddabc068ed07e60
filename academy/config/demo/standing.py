"""What people of the crowd have beside their posts: registrations, notes beside them, absences, roles; and visitors."""

from dataclasses import dataclass
from datetime import date, timedelta

from academy.config.demo import reading
from academy.config.demo.crowd import Crowd
from academy.config.demo.days import Days
from academy.config.demo.dice import Dice
from academy.config.demo.naming import Namer, address
from academy.config.demo.places import Places
from academy.config.demo.registers import Numbers, rows_of
from academy.config.demo.spells import Sketch
from academy.identity.models import Person
from academy.people.choices import AbsenceCategory, Regulator
from academy.people.models import Absence, Annotation, Membership, Registration, RoleHolding

# Of a hundred people of the crowd so many were away for more than a holiday, and so many hold what their career offers.
AWAY = 28
HOLDERS = 55
# Social Work England's window: 1 September to 30 November (D4-01).
WINDOW_DAYS = 90
# Shortest and longest of each kind of absence, in days.
LENGTHS = {
    AbsenceCategory.LEAVE: (14, 28),
    AbsenceCategory.SICKNESS: (8, 40),
    AbsenceCategory.FAMILY_LEAVE: (90, 270),
    AbsenceCategory.CAREER_BREAK: (90, 180),
    AbsenceCategory.OTHER: (8, 20),
}


@dataclass(frozen=True)
class Standing:
    """Writes what stands beside the posts of a crowd."""

    crowd: Crowd
    numbers: Numbers

    def write(self) -> None:
        """All of it, in bulk."""
        self.register()
        Absence.objects.bulk_create(filter(None, (self._absence(each, person) for each, person in self.crowd.people)))
        RoleHolding.objects.bulk_create(filter(None, (self._role(each, person) for each, person in self.crowd.people)))

    def register(self) -> None:
        """What the registers say of them."""
        registered = [(each, row) for each, person in self.crowd.people for row in self._registrations(each, person)]
        rows = Registration.objects.bulk_create(row for _, row in registered)
        present = [(each, row) for (each, _), row in zip(registered, rows, strict=True) if row.until_on is None]
        Annotation.objects.bulk_create(filter(None, (self._annotation(each, row) for each, row in present)))

    def _registrations(self, sketch: Sketch, person: Person) -> list[Registration]:
        first = next((spell for spell in sketch.spells if self.crowd.places.jobs[spell.step.job].is_registered), None)
        if first is None:
            return []
        is_therapist = "occupational" in first.step.job
        dice = Dice("registration", sketch.given, sketch.family)
        is_new = first.step.job.startswith("newly")
        since = first.from_on - timedelta(days=20 if is_new else dice.between(30, 1500))
        rows = rows_of(Regulator.HCPC if is_therapist else Regulator.SWE, since, self.numbers)
        return [
            Registration(
                person=person,
                regulator=row.regulator,
                number=row.number,
                from_on=row.from_on,
                until_on=row.until_on,
                expires_on=None if row.until_on else self._expires_on(row.regulator, dice),
            )
            for row in rows
        ]

    def _expires_on(self, regulator: str, dice: Dice) -> date:
        """The next renewal; for some of those who may renew already, the one after."""
        days = self.crowd.days
        due = days.next_renewal(regulator)
        is_open = regulator == Regulator.SWE and (due - days.on).days <= WINDOW_DAYS
        return due.replace(year=due.year + 1) if is_open and dice.happens(HOLDERS) else due

    def _annotation(self, sketch: Sketch, registration: Registration) -> Annotation | None:
        dice = Dice("annotation", registration.number)
        from_on = self.crowd.days.months_ago(dice.between(6, 40))
        if not sketch.career.annotation or registration.from_on > from_on or not dice.happens(HOLDERS):
            return None
        return Annotation(registration=registration, kind=sketch.career.annotation, from_on=from_on)

    def _absence(self, sketch: Sketch, person: Person) -> Absence | None:
        dice = Dice("absence", sketch.given, sketch.family)
        if not dice.happens(AWAY):
            return None
        category = dice.pick(list(LENGTHS))
        days = self.crowd.days
        from_on = days.around(-dice.between(5, 600))
        if from_on < sketch.from_on or (sketch.until_on and from_on >= sketch.until_on):
            return None
        until_on = from_on + timedelta(days=dice.between(*LENGTHS[category]))
        last = min(until_on, sketch.until_on) if sketch.until_on else until_on
        return Absence(person=person, category=category, from_on=from_on, until_on=last)

    def _role(self, sketch: Sketch, person: Person) -> RoleHolding | None:
        dice = Dice("role", sketch.given, sketch.family)
        if not sketch.career.role or not dice.happens(HOLDERS):
            return None
        organisation = self.crowd.places.organisations[sketch.organisation]
        from_on = max(sketch.spells[-1].from_on, self.crowd.days.begin)
        return RoleHolding(person=person, role=sketch.career.role, organisation=organisation, from_on=from_on)


def welcome_visitors(days: Days, places: Places, namer: Namer) -> None:
    """People who belong to an organisation without a post: students, partners, universities, providers."""
    planned = [
        (row, days.months_ago(Dice("visitor", row.organisation, row.kind, number).between(*row.months)), namer.name())
        for row in reading.visitors()
        for number in range(row.number)
    ]
    people = Person.objects.bulk_create(
        Person(given_name=given, family_name=family, work_email=address(given, family, row.organisation))
        for row, _, (given, family) in planned
    )
    Membership.objects.bulk_create(
        Membership(person=person, organisation=places.organisations[row.organisation], kind=row.kind, from_on=from_on)
        for (row, from_on, _), person in zip(planned, people, strict=True)
    )
