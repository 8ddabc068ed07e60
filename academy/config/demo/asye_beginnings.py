"""How years of the ASYE begin in the demo: enrolled, needs handed in, the agreement written and signed by all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from academy.config.demo.asye_years import Actors, Year, YearPlan, texts
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment
from academy.config.demo.dice import Dice
from academy.config.demo.keeping import token_of
from academy.development.choices import EntryState
from academy.development.models import Entry
from academy.development.services.versions import latest_version
from academy.identity.models import Person
from academy.people.models import Post
from asye.choices.enrolments import Role
from asye.models import Agreement
from asye.rules.sessions import monday_of
from asye.selectors.agreements import agreement_page
from asye.services.agreements import AgreementWords, hand_in_needs, send, sign, write
from asye.services.enrolments import Details, enrol
from asye.services.plans import GoalSaid, add_goal
from asye.services.signing import Name

# How many days into the year each thing is done.
NEEDS, MET, SENT, SIGNED = 6, 13, 15, 16
DOCUMENTS = ("degree", "registration", "last-placement")
GOALS_WITHIN = timedelta(days=85)


@dataclass(frozen=True)
class Beginnings:
    """Begins years; `named` are the people of the demo by key or full name."""

    cast: Cast
    named: Mapping[str, Person]
    actors: Actors

    def begin(self, plan: YearPlan) -> Year:
        """Enrol, and hand in what she needs to learn unless that is due."""
        year = self._enrolled(plan)
        if plan.agreement != "due":
            self._needs(year)
        return year

    def agree(self, year: Year) -> None:
        """Write the agreement and have it signed by all but those the plan leaves out."""
        self._agreed(year)

    def _enrolled(self, plan: YearPlan) -> Year:
        days, organisation = self.cast.days, self.cast.places.organisations[plan.organisation]
        person, assesses, coordinates = (self.named[key] for key in (plan.who, plan.assesses, plan.coordinates))
        post = Post.objects.get(person=person, organisation=organisation)
        starts_on = post.from_on if plan.starts is None else monday_of(days.around(plan.starts))
        on = min(starts_on + timedelta(days=plan.enrolled), days.yesterday)
        people = {Role(plan.role): assesses, Role.COORDINATOR: coordinates}
        details = Details(
            starts_on=starts_on,
            qualified_on=days.months_ago(plan.qualified),
            contract_on=post.from_on,
            fte=Decimal("1.00"),
            knowledge_current=plan.knowledge,
            documents=DOCUMENTS,
            people={role: whose.pk for role, whose in people.items()},
        )
        at = moment(on, Dice("asye", plan.who, "enrols"))
        made = enrol(person=person, details=details, by=self.actors.of(coordinates, organisation, on), at=at)
        manager = made.parts.select_related("person").get(role=Role.MANAGER).person
        year = Year(
            plan=plan,
            days=days,
            actors=self.actors,
            places=self.cast.places,
            organisation=organisation,
            people={**people, Role.NQSW: person, Role.MANAGER: manager},
            enrolment=made,
        )
        year.again()
        return year

    def _needs(self, year: Year) -> None:
        on = year.after(NEEDS)
        entry = self._entry(year, on)
        agreement, at = year.enrolment.agreements.get(), year.at(on, "needs")
        if year.plan.who in self.cast.people:
            hand_in_needs(agreement=agreement, entry=entry, by=year.by(Role.NQSW, on), at=at)
        else:
            agreement.needs, agreement.needs_at = latest_version(entry=entry, at=at), at
            agreement.save(update_fields=["needs", "needs_at"])

    def _entry(self, year: Year, on: date) -> Entry:
        """What she needs to learn, as an entry of her own log."""
        said = said_of(year, texts()["needs"])
        at = year.at(on, "writes needs")
        return Entry.objects.create(
            author=year.people[Role.NQSW],
            organisation=year.organisation,
            token=token_of(year.plan.who, said["title"]),
            state=EntryState.KEPT,
            kind="log",
            way="experience",
            started_on=on,
            **said,
            **dict.fromkeys(("created_at", "changed_at", "kept_at"), at),
        )

    def _agreed(self, year: Year) -> None:
        agreement, said = year.enrolment.agreements.get(), said_of(year, texts()["agreements"])
        on = year.after(SENT)
        assesses = year.by(year.assessing, on)
        write(
            agreement=agreement,
            words=agreement_words(agreement, said, met_on=year.after(MET)),
            by=assesses,
            at=year.at(on),
        )
        for each in said["goals"]:
            by_on = year.enrolment.starts_on + GOALS_WITHIN
            goal = GoalSaid(**each, by_on=by_on)
            add_goal(thing=agreement, goal=goal, by=assesses, at=year.at(on, "goal"))
        send(agreement=agreement, by=assesses, at=year.at(on, "sends"))
        self._signed(year, agreement)

    def _signed(self, year: Year, agreement: Agreement) -> None:
        """Each a day after the other, but those whose signature the plan leaves out."""
        for number, role in enumerate((Role.NQSW, year.assessing, Role.MANAGER, Role.COORDINATOR)):
            if role in year.plan.unsigned:
                continue
            on = year.after(SIGNED + number)
            current = Agreement.objects.select_related("enrolment__person", "enrolment__policy", "needs").get(
                pk=agreement.pk
            )
            name = Name(seen=agreement_page(current, on=on).sha256)
            sign(agreement=current, name=name, by=year.by(role, on), at=year.at(on, "signs", role))
        year.again()


def said_of(year: Year, found: Mapping[str, Any]) -> Any:
    """What is told of this year alone, or one of those told of several, always the same."""
    own = found.get(year.plan.who)
    return own or Dice("asye words", year.plan.who).pick(found["several"])


def agreement_words(agreement: Agreement, said: Mapping[str, Any], *, met_on: date) -> AgreementWords:
    """The words the policy begins with, and beside them what these two have agreed."""
    whose = agreement.enrolment.person.given_name
    begun = ("supervision", "protected", "nqsw_does", "assessor_does", "manager_does", "coordinator_does")
    return AgreementWords(
        met_on=met_on,
        others_present=said.get("others_present", ""),
        background=said["background"].format(name=whose),
        workload=said["workload"],
        session_minutes=agreement.session_minutes,
        workload_percent=agreement.workload_percent,
        protected_percent=agreement.protected_percent,
        **{name: f"{getattr(agreement, name)} {said.get(name, '')}".strip() for name in begun},
    )
