"""Posts by interview in the demo: a colleague invited to hers, and somebody from outside who prepares hers."""

from dataclasses import dataclass
from datetime import datetime, time

from academy.config.demo import reading
from academy.config.demo.days import working_day
from academy.config.demo.panels_hands import HOME, Hands
from academy.config.demo.panels_portfolios import Author, Opening, Portfolios, handed_in
from academy.development.rules.renewals import LONDON
from academy.people.models import Vacancy
from panels.choices.cases import CaseKind, CaseState
from panels.models import Appointment, Case, PanelPolicy
from panels.selectors.policies import policy_in_force
from panels.services.cases import begin_post
from panels.services.recruiting import invite
from pathways.choices import SittingPurpose
from portfolios.models import Portfolio
from portfolios.services.sections import write_section

JO, HER_MANAGER, OUTSIDE, RECRUITS = "jo", "manager", "candidate", "service-adults"
HERS, OPEN_TO_ALL, STEP = "BCC-2104", "BCC-2117", "to-bg12"
TEMPLATE, PURPOSE = "bg12-interview", "interview"
# So many days ago; the interview is so many days to come.
SIGNED, HANDED_IN, ACCEPTED, INVITED, INTERVIEW = 11, 6, 5, 4, 16
AT = time(10, 30)
TEXT = 1
WRITTEN = (
    "I have led a duty team for two years, first in turns and then by myself. What I should bring to this post is the "
    "habit of reading a plan aloud with whoever is to carry it out."
)


@dataclass(frozen=True)
class Posts:
    """The two of one loading."""

    hands: Hands

    def write(self) -> int:
        """Both; returns how many cases."""
        self._invited(self._colleague())
        self._from_outside()
        return 2

    def _colleague(self) -> Case:
        """Handed in and accepted: eligible for the vacancy."""
        hands, person, manager = self.hands, self.hands.named[JO], self.hands.named[HER_MANAGER]
        vacancy, signed = self._vacancy(HERS), hands.ago(SIGNED)
        opening = Opening(template=TEMPLATE, purpose=PURPOSE, due_on=vacancy.closes_on)
        author = Author(
            person=person,
            manager=manager,
            portfolio=handed_in(hands, person, opening, on=signed),
            text=TEXT,
            on=signed,
        )
        [snapshot] = Portfolios(hands).hand_in([author])
        received, accepted = hands.at(hands.ago(HANDED_IN)), hands.at(hands.ago(ACCEPTED))
        case: Case = Case.objects.create(
            organisation=hands.organisation,
            kind=CaseKind.APPOINTMENT,
            person=person,
            policy=self._policy(),
            step=STEP,
            service=vacancy.team.service.kind,
            grade=vacancy.grade,
            vacancy=vacancy,
            portfolio=snapshot.portfolio,
            snapshot=snapshot,
            manager=manager,
            has_formal_open=False,
            formal_said_by=manager,
            state=CaseState.ACCEPTED,
            begun_at=hands.at(signed),
            **dict.fromkeys(("formal_said_at", "declared_at", "handed_in_at"), received),
            **dict.fromkeys(("accepted_at", "moved_at"), accepted),
        )
        Appointment.objects.create(case=case, vacancy=vacancy, eligible_at=accepted)
        return case

    def _invited(self, case: Case) -> None:
        hands, on = self.hands, self.hands.ago(INVITED)
        day = working_day(hands.days.around(INTERVIEW))
        where = reading.content("panels/cases.yaml")["interview"]["place"]
        interview_at = datetime.combine(day, AT, tzinfo=LONDON)
        appointment = Appointment.objects.select_related("case").get(case=case)
        vacancy = self._vacancy(HERS)
        by, at = hands.by(RECRUITS, on), hands.at(on)
        invite(appointment=appointment, vacancy=vacancy, interview_at=interview_at, place=where, by=by, at=at)

    def _from_outside(self) -> None:
        """She began it yesterday, and has written a first paragraph."""
        hands, on = self.hands, self.hands.ago(1)
        by = hands.by(OUTSIDE, on)
        case = begin_post(vacancy=self._vacancy(OPEN_TO_ALL), by=by, at=hands.at(on))
        section = Portfolio.objects.get(pk=case.portfolio_id).sections.get(code="post")
        write_section(section=section, text=WRITTEN, by=by, at=hands.at(on))

    def _vacancy(self, reference: str) -> Vacancy:
        held = Vacancy.objects.select_related("team__service", "grade", "organisation")
        return held.get(organisation__slug=HOME, reference=reference)

    def _policy(self) -> PanelPolicy:
        found = policy_in_force(self.hands.organisation, SittingPurpose.PROGRESSION, self.hands.ago(SIGNED))
        if found is None:
            raise LookupError("The demo has no policy for a post by interview.")
        return found
