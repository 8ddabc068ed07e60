"""How years of the ASYE end in the demo, or stand still: recommended, moderated, decided, certified; and otherwise."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from academy.config.demo.asye_years import Year, texts
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import AbsenceCategory
from academy.people.models import Absence, Post
from asye.choices.ending import Test
from asye.choices.enrolments import Role
from asye.choices.year import ChangeKind, PauseReason
from asye.models import Change, Enrolment, Recommendation
from asye.rules.changes import Proposal
from asye.rules.decision import Decision
from asye.rules.final import FinalReport
from asye.rules.leaving import LaterStart, Release
from asye.rules.moderation import ModerationResult
from asye.selectors.held import missing_in
from asye.services.certificates import issue
from asye.services.changes import Answer, consent, propose
from asye.services.deciding import decide
from asye.services.leaving import defer, withdraw
from asye.services.moderation import record_moderation
from asye.services.recommending import recommend
from asye.services.transfers import release

# On which days before today each act of an ending took place, in their order. Two years came before a panel: what it
# said of them, and that one was recommended once more, is told with the panels.
ENDINGS = {
    "recommended": (33,),
    "moderated": (26,),
    "decided": (41, 12, 6),
    "certified": (75, 44, 35, 28),
}
# The final review is signed so many days before a recommendation.
FINAL_BEFORE = 14
NEXT_EMPLOYER = "bexley"


@dataclass(frozen=True)
class Ending:
    """The end of one year; `moderator` and `decider` had no part in it."""

    year: Year
    moderator: Person
    decider: Person

    def tell(self) -> None:
        """As many of the acts of an ending as the plan has, or what else became of the year."""
        acts = (self._recommended, self._moderated, self._decided, self._certified)
        for act, ago in zip(acts, ENDINGS.get(self.year.plan.ends, ()), strict=False):
            act(self.year.before(ago, self.year.days.on))
        others = {
            "deferred": self._deferred,
            "withdrawn": self._withdrawn,
            "released": self._released,
            "paused": self._paused,
            "asked": self._asked,
        }
        if self.year.plan.ends in others:
            others[self.year.plan.ends]()

    def _recommended(self, on: date) -> None:
        by = self.year.by(self.year.assessing, on)
        recommend(enrolment=self.year.enrolment, report=_report(self.year.again(), on=on), by=by, at=self._at(on))

    def _moderated(self, on: date) -> None:
        said = texts()["endings"]["moderated"]
        result = ModerationResult(result="confirmed", moderated_on=on, tests=dict.fromkeys(Test.values, True), **said)
        by = self.year.actors.of(self.moderator, self.year.organisation, on)
        recommendation = self.year.enrolment.recommendations.select_related("enrolment__policy").get()
        record_moderation(recommendation=recommendation, result=result, by=by, at=self._at(on))

    def _decided(self, on: date) -> None:
        decision = Decision(outcome="pass", words=texts()["endings"]["decided"], confirmed_on=on)
        by = self.year.actors.of(self.decider, self.year.organisation, on)
        decide(enrolment=self.year.again(), decision=decision, by=by, at=self._at(on))

    def _certified(self, on: date) -> None:
        issue(enrolment=self.year.again(), by=self.year.by(Role.COORDINATOR, on), at=self._at(on))

    def _deferred(self) -> None:
        on = self.year.before(4, self.year.days.on)
        because = texts()["endings"]["deferred"]
        later = LaterStart(starts_on=self.year.days.around(49), because=because)
        defer(enrolment=self.year.enrolment, later=later, by=self.year.by(Role.COORDINATOR, on), at=self._at(on))

    def _withdrawn(self) -> None:
        on = self.year.before(7, self._last_day())
        because = texts()["endings"]["withdrawn"]
        by = self.year.by(Role.COORDINATOR, on)
        withdraw(enrolment=self.year.enrolment, because=because, by=by, at=self._at(on))

    def _released(self) -> None:
        last_day = self._last_day()
        on = self.year.before(7, last_day)
        there = self.year.places.organisations[NEXT_EMPLOYER]
        note = texts()["endings"]["released"]
        released = Release(to_organisation_id=there.pk, last_day=last_day, note=note)
        release(
            enrolment=self.year.enrolment, released=released, by=self.year.by(Role.COORDINATOR, on), at=self._at(on)
        )

    def _paused(self) -> None:
        """Ill since some weeks, and for some weeks to come; all agreed on the days after the first."""
        first, last = (self.year.days.around(number) for number in (-26, 40))
        Absence.objects.create(
            person=self.year.people[Role.NQSW], category=AbsenceCategory.SICKNESS, from_on=first, until_on=last
        )
        proposal = Proposal(kind=ChangeKind.PAUSE, reason=PauseReason.SICKNESS, from_on=first, until_on=last)
        self._proposed(proposal, since=self.year.after(3, since=first), agree=4)

    def _asked(self) -> None:
        """Fewer hours from next month: two have said nothing yet."""
        proposal = Proposal(
            kind=ChangeKind.HOURS,
            words=texts()["endings"]["asked"],
            from_on=self.year.days.around(21),
            fte=Decimal("0.80"),
        )
        self._proposed(proposal, since=self.year.before(9, self.year.days.on), agree=2)

    def _proposed(self, proposal: Proposal, *, since: date, agree: int) -> Change:
        token = uuid.uuid5(uuid.NAMESPACE_URL, f"demo {self.year.plan.who} {proposal.kind}")
        roles = (Role.NQSW, self.year.assessing, Role.MANAGER, Role.COORDINATOR)[:agree]
        by, enrolment = self.year.by(Role.NQSW, since), self.year.again()
        change = propose(enrolment=enrolment, proposal=proposal, token=token, agrees=True, by=by, at=self._at(since))
        for number, role in enumerate(roles[1:]):
            on = self.year.after(1 + number, since=since)
            change = consent(change=change, answer=Answer(agrees=True), by=self.year.by(role, on), at=self._at(on))
        return change

    def _last_day(self) -> date:
        until_on = Post.objects.get(person=self.year.people[Role.NQSW], organisation=self.year.organisation).until_on
        return until_on or self.year.days.yesterday

    def _at(self, on: date) -> datetime:
        return self.year.at(on, "ends")


def recommend_again(before: Recommendation, *, answer: str, by: Actor, at: datetime) -> Recommendation:
    """Whoever recommended answers what moderation asked, and recommends once more."""
    year = Enrolment.objects.select_related("person", "policy", "organisation").get(pk=before.enrolment_id)
    return recommend(enrolment=year, report=replace(_report(year, on=by.on), answer=answer), by=by, at=at)


def final_by(year: Year) -> date | None:
    """The last day on which the final review can be held so that the recommendation follows it."""
    acts = ENDINGS.get(year.plan.ends)
    return year.days.around(-acts[0]) - timedelta(days=FINAL_BEFORE) if acts else None


def _report(year: Enrolment, *, on: date) -> FinalReport:
    said = texts()["endings"]["recommended"]
    return FinalReport(
        outcome="pass",
        report=said["report"].format(name=year.person.given_name),
        strengths=said["strengths"],
        next_steps=said["next_steps"],
        gaps={check.code: said["gaps"].get(check.code, said["gap"]) for check in missing_in(year, on=on)},
    )
