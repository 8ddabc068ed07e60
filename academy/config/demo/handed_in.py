"""A course portfolio of somebody newly qualified: gathered, verified, handed in; opened again and handed in anew."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment, working_day
from academy.config.demo.dice import Dice
from academy.development.models import Entry
from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceKind, EvidenceState, Giver, Judgement, Observer, Setting, Way
from portfolios.models import Evidence, Feedback, Observation, Portfolio
from portfolios.rules.signing import DECLARATIONS
from portfolios.selectors.signing import to_sign
from portfolios.selectors.templates import template_for
from portfolios.services import pieces
from portfolios.services.items import Chosen, put_in
from portfolios.services.pieces import Words
from portfolios.services.portfolios import Opening, open_portfolio
from portfolios.services.returning import open_again
from portfolios.services.sections import mark_ready, write_section
from portfolios.services.signing import Asking, Name, ask_signatures, put_name
from portfolios.services.snapshots import submit

NEWLY, VERIFIER = "nqsw", "mei-ling"
PURPOSE, TEMPLATE = "course", "course-interpersonal-skills"
WRITINGS = 3
FIRST = (
    "I have told my team in two of our meetings what I now do before a difficult telephone call: I write down the one "
    "thing I want to ask, and the one thing the other person may be afraid of."
)
SECOND = f"{FIRST} Two colleagues do the same now. In spring we look at what it changed for people who wait for us."
SEEN = "She asked, waited, and asked the same question in other words. He had understood more than he could say."
STUDY, STUDY_WORDS = "What people hear when we say “assessment”", 3480
STUDIED = (
    "The study goes through four first conversations, what I had planned to say, what was heard, and what research on "
    "listening under stress made of the difference. It was marked by the university; the marked copy is with me."
)
SAID = "She rang when she said she would. I knew what would happen next."


@dataclass(frozen=True)
class HandedIn:
    """One portfolio of one loading, in two versions."""

    cast: Cast

    def write(self) -> int:
        """All of it; returns how many versions were handed in."""
        portfolio = self._gathered()
        self._signed(portfolio, days_ago=12)
        by = self._as(NEWLY, 7)
        open_again(portfolio=portfolio, reason="Two colleagues have taken it up since.", by=by, at=_at(by, "opens"))
        self._sharing(portfolio, SECOND, days_ago=6)
        self._signed(portfolio, days_ago=5)
        return portfolio.snapshots.count()

    def _gathered(self) -> Portfolio:
        by = self._as(NEWLY, 25)
        template = template_for(by.organisation_id, purpose=PURPOSE, template=TEMPLATE, on=by.on)
        if template is None:
            raise LookupError("The demo has no template for a course portfolio.")
        portfolio = open_portfolio(template=template, opening=Opening(), by=by, at=_at(by, "begins"))
        entries = Entry.objects.written_by(by.person_id).kept().order_by("-started_on", "-pk")
        self._put(portfolio, "record", Chosen(entries=list(entries[:WRITINGS])))
        self._put(portfolio, "feedback", Chosen(evidence=[self._person_said(), self._manager_said()]))
        self._put(portfolio, "observations", Chosen(evidence=[self._observed()]))
        self._put(portfolio, "study", Chosen(evidence=[self._study()]))
        self._sharing(portfolio, FIRST, days_ago=14)
        return portfolio

    def _put(self, portfolio: Portfolio, code: str, chosen: Chosen) -> None:
        by = self._as(NEWLY, 20)
        put_in(section=portfolio.sections.get(code=code), chosen=chosen, by=by, at=_at(by, "puts in", code))
        mark_ready(section=portfolio.sections.get(code=code), by=by, at=_at(by, "puts in", code))

    def _sharing(self, portfolio: Portfolio, text: str, *, days_ago: int) -> None:
        by = self._as(NEWLY, days_ago)
        at = _at(by, "writes", days_ago)
        write_section(section=portfolio.sections.get(code="sharing"), text=text, by=by, at=at)
        mark_ready(section=portfolio.sections.get(code="sharing"), by=by, at=at)

    def _signed(self, portfolio: Portfolio, *, days_ago: int) -> None:
        """Asked for, signed by the verifier two days later, handed in the day after."""
        by, verifier = self._as(NEWLY, days_ago), self._as(VERIFIER, days_ago - 1)
        _, seen = to_sign(portfolio)
        asking = Asking(declared=frozenset(DECLARATIONS), seen=seen, verifier=self.cast.people[VERIFIER])
        ask_signatures(portfolio=portfolio, asking=asking, by=by, at=_at(by, "asks", days_ago))
        name = Name(seen=seen, words="I have seen her records and talked them over with her.")
        put_name(portfolio=portfolio, name=name, by=verifier, at=_at(verifier, "signs", days_ago))
        last = self._as(NEWLY, days_ago - 2)
        submit(portfolio=portfolio, by=last, at=_at(last, "hands in", days_ago))

    def _piece(self, kind: EvidenceKind, title: str, *, days_ago: int) -> Evidence:
        at = _at(self._as(NEWLY, days_ago), title)
        return Evidence.objects.create(
            person=self.cast.people[NEWLY],
            organisation=self.cast.posts[NEWLY].organisation,
            kind=kind,
            state=EvidenceState.COMPLETE,
            title=title,
            happened_on=at.date(),
            reflection="I want to keep the waiting, and begin with it.",
            **dict.fromkeys(("created_at", "changed_at", "asked_at", "completed_at"), at),
        )

    def _observed(self) -> Evidence:
        piece = self._piece(EvidenceKind.OBSERVATION, "A talk about going home", days_ago=40)
        at = piece.completed_at
        Observation.objects.create(
            evidence=piece,
            setting=Setting.MEETING,
            relation=Observer.SOCIAL_WORKER,
            observer=self.cast.people[VERIFIER],
            planned_on=piece.happened_on,
            people_agreed=True,
            seen=SEEN,
            judgement=Judgement.SHOWN,
            judgement_reason="She found out what he wants, without an answer in her question.",
            **dict.fromkeys(("seen_at", "reflected_at", "judged_at"), at),
        )
        return piece

    def _person_said(self) -> Evidence:
        return self._said("After hospital", Giver.PERSON, days_ago=38)

    def _manager_said(self) -> Evidence:
        return self._said("My first ward rounds", Giver.MANAGER, days_ago=33, name="Dan", role="team manager")

    def _said(self, title: str, giver: Giver, *, days_ago: int, name: str = "", role: str = "") -> Evidence:
        piece = self._piece(EvidenceKind.FEEDBACK, title, days_ago=days_ago)
        Feedback.objects.create(
            evidence=piece,
            giver=giver,
            way=Way.CARD if not name else Way.LINK,
            giver_name=name,
            giver_role=role,
            collected_by=self.cast.people[NEWLY],
            agreed_to_use=True,
            given_at=piece.completed_at,
            went_well=SAID,
        )
        return piece

    def _study(self) -> Evidence:
        """The integrative practice study, kept as it is: the university marked it, and nobody here verifies it."""
        by = self._as(NEWLY, 30)
        words = Words(title=STUDY, happened_on=by.on, account=STUDIED, length=STUDY_WORDS)
        at, token = _at(by, STUDY), uuid.uuid5(uuid.NAMESPACE_URL, "demo study")
        piece = pieces.begin(kind=EvidenceKind.ASSIGNMENT, token=token, words=words, by=by, at=at)
        return pieces.keep(evidence=piece, by=by, at=at)

    def _as(self, key: str, days_ago: int) -> Actor:
        on: date = working_day(self.cast.days.around(-days_ago))
        return actor(self.cast.people[key], self.cast.posts[key].organisation, on)


def _at(by: Actor, *seed: object) -> datetime:
    return moment(by.on, Dice("handed in", *seed))
