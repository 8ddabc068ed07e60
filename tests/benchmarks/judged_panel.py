"""A panel with many cases, built in bulk: its members, its sittings, and of each case what was handed in and judged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Model

from academy.identity.models import Organisation, Person
from academy.people.models import Grade, Post, Terms
from panels import models as made
from panels.choices.cases import CaseState
from panels.rules.policy import PanelRules
from portfolios.models import Portfolio, Snapshot
from tests.factories.contents import content
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import MeetingFactory, MemberFactory, PanelFactory, PanelPolicyFactory
from tests.factories.pathways import SittingFactory
from tests.factories.people import NOW, TODAY, GradeFactory, staff_of
from tests.factories.portfolios import PortfolioTemplateFactory

BATCH = 1000
REVIEWS_EACH = 3
# How the cases of the sitting that goes on stand, over and over.
STANDING = ("in_review", "in_review", "reviews_in", "reviews_in", "on_agenda", "decided")
WORDS = "She shows the work, and thinks about it."
SORTS = ("practitioner", "psw_adults", "psw_children", "service_manager", "independent", "lived_experience")


@dataclass(frozen=True)
class Judging:
    """A panel, its people, and the sitting that goes on; `pattern` are terms those of candidates are like, who
    work in another team."""

    organisation: Organisation
    panel: made.Panel
    meeting: made.Meeting
    grade: Grade
    chair: Person
    members: list[Person]
    pattern: Terms


def panel_with(members: int, **said: Any) -> Judging:
    """A panel of so many members beside its chair, which has a sitting in a fortnight; `said` are rules of it."""
    here = OrganisationFactory()
    panel = PanelFactory(organisation=here)
    chair = MemberFactory(panel=panel, seat="chair", sort="psw_adults").person
    people = staff(here, Terms.objects.get(post__person=chair), members)
    pattern = Terms.objects.get(post__person=staff_of(here))
    seats = (_seat(panel, who, number, by=chair) for number, who in enumerate(people))
    made.Member.objects.bulk_create(seats, batch_size=BATCH)
    policy = PanelPolicyFactory(panel_rules=PanelRules(**{"reviewers": REVIEWS_EACH, "max_load": 0, **said}))
    meeting = MeetingFactory(panel=panel, policy=policy, state="open", opened_at=NOW, starts_at=NOW)
    return Judging(here, panel, meeting, GradeFactory(organisation=here, title="BG11"), chair, people, pattern)


def staff(here: Organisation, pattern: Terms, number: int) -> list[Person]:
    """So many people with posts like that one, line managed by whoever is."""
    first = Person.objects.count()
    people = Person.objects.bulk_create(
        (
            Person(given_name=f"Given{each}", family_name=f"Family{each:06d}", work_email=f"p{each}@benchmark.example")
            for each in range(first, first + number)
        ),
        batch_size=BATCH,
    )
    posts = Post.objects.bulk_create(
        (Post(person=each, organisation=here, from_on=pattern.from_on) for each in people), batch_size=BATCH
    )
    like = {"team_id": pattern.team_id, "job_role_id": pattern.job_role_id, "fte": pattern.fte}
    Terms.objects.bulk_create((Terms(post=each, from_on=pattern.from_on, **like) for each in posts), batch_size=BATCH)
    return people


def sat_before(judging: Judging, number: int) -> made.Meeting:
    """A sitting that was held so many months ago, and told."""
    on = TODAY - timedelta(days=30 * number)
    early = on - timedelta(days=30)
    sitting = SittingFactory(organisation=judging.organisation, on=on, submit_by=early, endorse_by=early)
    moments = {"opened_at": NOW, "closed_at": NOW, "released_at": NOW, "released_by": judging.chair}
    policy = judging.meeting.policy
    meeting: made.Meeting = MeetingFactory(
        panel=judging.panel, sitting=sitting, policy=policy, state="closed", **moments
    )
    return meeting


def cases_in(judging: Judging, meeting: made.Meeting, states: Iterable[str]) -> list[made.Case]:
    """A case of the meeting in each of these states, with its portfolio as it was handed in."""
    wanted = list(states)
    people = staff(judging.organisation, judging.pattern, len(wanted))
    rows = zip(wanted, handed_in(judging, people), strict=True)
    cases: list[made.Case] = _made(made.Case, (_case(judging, meeting, of, state=state) for state, of in rows))
    return cases


def handed_in(judging: Judging, people: list[Person]) -> list[Snapshot]:
    """A portfolio of each, handed in with the same two sections."""
    from portfolios.models import PortfolioTemplate
    from portfolios.rules.content import canonical, fingerprint

    template = PortfolioTemplate.objects.filter(organisation=judging.organisation).first()
    template = template or PortfolioTemplateFactory(organisation=judging.organisation, template="panel")
    text = canonical(content())
    moments = {"state": "submitted", "endorsed_at": NOW, "submitted_at": NOW, "opened_at": NOW, "changed_at": NOW}
    about = {"organisation": judging.organisation, "template": template, "title": "Towards BG11", **moments}
    portfolios = _made(Portfolio, (Portfolio(person=each, **about) for each in people))
    row = {"number": 1, "schema": 1, "content": text, "sha256": fingerprint(text), "pieces": 4, "taken_at": NOW}
    snapshots: list[Snapshot] = _made(
        Snapshot, (Snapshot(portfolio=each, taken_by=each.person, **row) for each in portfolios)
    )
    return snapshots


def judge(judging: Judging, cases: list[made.Case]) -> None:
    """Three reviews of each by turns; of a case in review the last is still to come. Somebody is tied to each."""
    given = _made(made.Assignment, (each for place, case in enumerate(cases) for each in _given(judging, place, case)))
    done = (each for each in given if each.state == "done")
    reviews = _made(made.Review, map(_review, done))
    _made(made.Score, map(_score, reviews))
    _made(made.Tie, (_tie(judging, place, case) for place, case in enumerate(cases)))


def decide(judging: Judging, cases: list[made.Case]) -> None:
    """What was decided of those that are, with a letter, and a place on the agenda for them and those to come."""
    decided = [each for each in cases if each.state in ("decided", "released")]
    decisions = _made(made.Decision, (_decision(judging, each) for each in decided))
    _made(made.Letter, map(_letter, decisions))
    listed = [each for each in cases if each.state in ("on_agenda", "decided")]
    _made(made.AgendaItem, (_item(judging, place, case) for place, case in enumerate(listed)))


def _made(model: type[Model], rows: Iterable[Any]) -> list[Any]:
    manager: Any = model._default_manager
    found: list[Any] = manager.bulk_create(rows, batch_size=BATCH)
    return found


def _seat(panel: made.Panel, person: Person, number: int, *, by: Person) -> made.Member:
    service = ("adults", "children", "")[number % 3]
    knows = [f"pathway-{number % 5}"] if number % 2 else []
    seat = {"seat": "member", "sort": SORTS[number % len(SORTS)], "service": service, "expertise": knows}
    until_on = TODAY + timedelta(days=400 + number) if number % 4 else None
    term = {"from_on": TODAY - timedelta(days=300), "until_on": until_on, "appointed_by": by, "appointed_at": NOW}
    return made.Member(panel=panel, person=person, **seat, **term)


def _case(judging: Judging, meeting: made.Meeting, snapshot: Snapshot, *, state: str) -> made.Case:
    """Services and pathways by turns."""
    turn = snapshot.taken_by_id
    moments: dict[str, Any] = {"begun_at": NOW - timedelta(days=90), "handed_in_at": NOW, "accepted_at": NOW}
    moments |= {"decided_at": NOW} if state in ("decided", "released") else {}
    moments |= {"released_at": NOW} if state == CaseState.RELEASED else {}
    return made.Case(
        organisation=judging.organisation,
        kind="progression",
        person_id=snapshot.taken_by_id,
        policy=meeting.policy,
        panel=judging.panel,
        sitting_id=meeting.sitting_id,
        step="to-bg11",
        pathway=f"pathway-{turn % 5}",
        service=("adults", "children")[turn % 2],
        grade=judging.grade,
        portfolio_id=snapshot.portfolio_id,
        snapshot=snapshot,
        state=state,
        moved_at=NOW - timedelta(days=3 + turn % 40),
        **moments,
    )


def _given(judging: Judging, place: int, case: made.Case) -> list[made.Assignment]:
    people = [judging.members[(place * REVIEWS_EACH + each) % len(judging.members)] for each in range(REVIEWS_EACH)]
    days = {"answer_by": TODAY, "due_on": TODAY + timedelta(days=7), "asked_at": NOW - timedelta(days=9)}
    waits = case.state == "in_review"
    states = ["done"] * (REVIEWS_EACH - waits) + ["accepted"] * waits
    return [
        made.Assignment(case=case, person=who, state=state, done_at=NOW if state == "done" else None, **days)
        for who, state in zip(people, states, strict=True)
    ]


def _review(given: made.Assignment) -> made.Review:
    return made.Review(assignment=given, number=1, overall="progress", words=WORDS, submitted_at=NOW)


def _score(review: made.Review) -> made.Score:
    level, standing = ("nearly", "borderline") if review.pk % 7 == 0 else ("shown", "met")
    return made.Score(review=review, criterion="whole", level=level, standing=standing, reason="Two pieces show it.")


def _tie(judging: Judging, place: int, case: made.Case) -> made.Tie:
    who = judging.members[(place * REVIEWS_EACH - 1) % len(judging.members)]
    how = {"kind": "line_manager", "strength": "hard", "source": "record", "state": "steps_back"}
    return made.Tie(case=case, person=who, noted_at=NOW, **how)


def _decision(judging: Judging, case: made.Case) -> made.Decision:
    outcome = "not_yet" if case.pk % 4 == 0 else "progressed"
    words = {"wording": "The panel agreed.", "reasons": "All saw the standard.", "outcome": outcome}
    meeting = judging.meeting if case.state == CaseState.DECIDED else None
    return made.Decision(
        case=case, meeting=meeting, number=1, decided_by=judging.chair, decided_on=TODAY, decided_at=NOW, **words
    )


def _letter(decision: made.Decision) -> made.Letter:
    sent = decision.case.state == CaseState.RELEASED
    state = {"state": "sent", "sent_at": NOW, "read_by": decision.decided_by, "read_at": NOW} if sent else {}
    return made.Letter(decision=decision, body="The panel has decided.", written_at=NOW, **state)


def _item(judging: Judging, place: int, case: made.Case) -> made.AgendaItem:
    is_done = {"state": "done", "began_at": NOW, "ended_at": NOW} if case.state == "decided" else {}
    return made.AgendaItem(meeting=judging.meeting, case=case, position=place + 1, **is_done)
