"""One case of the walk of panels with everything that can hang on it in its state, each text marked."""

from dataclasses import dataclass, field
from typing import Any

from academy.identity.models import Organisation, Person
from panels.choices.cases import BEFORE_ACCEPTED, CaseKind, CaseState
from panels.choices.judging import AssignmentKind
from panels.models import (
    AgendaItem,
    AnotherLook,
    AskedItem,
    Case,
    Decision,
    Discussion,
    Extension,
    Feedback,
    Panel,
    Sample,
    Sampled,
    Target,
)
from pathways.models import LadderVersion
from portfolios.models import Snapshot
from portfolios.rules.content import Named
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.panels import (
    AppealFactory,
    AppointmentFactory,
    AssignmentFactory,
    DecisionFactory,
    HearerFactory,
    LetterFactory,
    TieFactory,
    case_in,
    handed_in_by,
    review_of,
)
from tests.factories.pathways import JourneyFactory
from tests.factories.people import NOW, GradeFactory, staff_of
from tests.factories.vacancies import VacancyFactory
from tests.integration.leaks.phases_marks import mark

AT_TABLE = (CaseState.ON_AGENDA, CaseState.DECIDED, CaseState.RELEASED)
# A decision stands beside a case that is judged afresh after an appeal, and beside one that was opened once more.
LETTERS = {CaseState.DECIDED: "read", CaseState.ON_AGENDA: "written"}
LOOKED = (CaseState.REVIEWS_IN, *AT_TABLE, CaseState.WITHDRAWN)
Values = dict[str, list[dict[str, Any]]]


@dataclass
class Made:
    """The case, its own people by what they are to it, and what addresses can name of it by what they are about."""

    case: Case
    number: int
    who: dict[str, Person]
    ids: dict[str, list[int]] = field(default_factory=dict)

    def mark(self, what: str) -> str:
        return mark(what, self.number)

    def somebody(self, what: str) -> Person:
        """One of its own people, under a marked name where the table says who may know it."""
        marked = {"family_name": self.mark(what)} if what not in ("tied", "giver", "helper") else {}
        person = staff_of(self.case.organisation, person=PersonFactory(given_name="Reed", **marked))
        self.who[what] = person
        return person

    def names(self, about: str, row: Any) -> None:
        self.ids.setdefault(about, []).append(row.pk)


def made_for(
    number: int,
    state: CaseState,
    *,
    kind: CaseKind,
    person: Person,
    council: Organisation,
    panel: Panel | None,
    chair: Person,
    **said: Any,
) -> Made:
    """A case in that state with what can hang on it. A panel's has reviewers and all that follows from them."""
    made = Made(_case(number, state, kind=kind, person=person, council=council, panel=panel, **said), number, {})
    made.names("Case", made.case)
    made.who["candidate"] = person
    terms = person.posts.get().terms.get() if person.posts.exists() else None
    if terms is not None and terms.line_manager is not None:
        made.who["manager"] = terms.line_manager
    _checked(made, chair)
    if state == CaseState.WITHDRAWN and kind == CaseKind.PROGRESSION:
        made.names("step to begin", JourneyFactory(person=person, organisation=council, **_ladder(council)))
    if kind == CaseKind.APPOINTMENT:
        made.somebody("judged")
        made.names("post to begin", made.case.vacancy)
        _interviewed(made)
        return made
    made.somebody("tied")
    _judged(made, chair)
    if state not in BEFORE_ACCEPTED and state != CaseState.DEFERRED:
        _decided(made, chair)
    if kind == CaseKind.MODERATION and state == CaseState.RELEASED:
        _sampled(made, chair)
    return made


def _case(number: int, state: CaseState, *, kind: CaseKind, person: Person, council: Organisation, **said: Any) -> Case:
    snapshot = _handed_in(number, person, council)
    about: dict[str, Any] = {"snapshot": snapshot, "portfolio": snapshot.portfolio, "accepted_at": NOW}
    if kind == CaseKind.PROGRESSION:
        grade = GradeFactory(organisation=council, code=f"G{number}")
        about |= {"grade": grade, "step": f"to-g{number}"}
    if kind == CaseKind.APPOINTMENT:
        about |= {"vacancy": VacancyFactory(organisation=council), "step": f"to-g{number}"}
    about |= {"put_off_because": mark("putoff", number)} if state == CaseState.DEFERRED else {}
    about |= {"withdrawn_because": mark("withdrawn", number)} if state == CaseState.WITHDRAWN else {}
    panel = {"panel": said.pop("panel")} if said.get("panel") else {"organisation": council}
    said.pop("panel", None)
    return case_in(state, kind=kind, person=person, handed_in_at=NOW, **panel, **about, **said)


def _ladder(council: Organisation) -> dict[str, Any]:
    there = LadderVersion.objects.filter(organisation=council).first()
    return {"ladder": there} if there else {}


def _handed_in(number: int, person: Person, council: Organisation) -> Snapshot:
    name = person.full_name
    text = f"I wrote {mark('handedin', number)}, and signed it {name}."
    named = (Named(name=name, instead="the practitioner"),)
    return handed_in_by(person, council, person=name, text=text, names=named)


def _checked(made: Made, by: Person) -> None:
    case, days = made.case, {"due_on": TODAY, "asked_by": by, "asked_at": NOW}
    asked = AskedItem.objects.create(case=case, code="pieces", title="Pieces", reason=made.mark("asked"), **days)
    Extension.objects.create(case=case, until_on=TODAY, reason=made.mark("moretime"), given_by=by, given_at=NOW)
    made.names("asked item", asked)


def _judged(made: Made, chair: Person) -> None:
    """Somebody who has it to judge, one who has judged, one who would not, one who is out of it, one who looks."""
    case, due = made.case, {"asked_by": chair}
    tie = TieFactory(
        case=case, person=made.who["tied"], source="member", noted_by=made.who["tied"], words=made.mark("tie")
    )
    made.names("panel tie", tie)
    if case.state in BEFORE_ACCEPTED:
        made.somebody("judged")
        return
    waits = AssignmentFactory(case=case, person=made.somebody("reviewer"), **due)
    declined = {"state": "declined", "reason": made.mark("declinedbecause")}
    AssignmentFactory(case=case, person=made.somebody("declined"), **declined)
    AssignmentFactory(case=case, person=made.who["tied"], state="asked")
    said: dict[str, Any] = {"words": made.mark("words"), "flags": made.mark("flags"), "reason": made.mark("reason")}
    if case.is_moderation:
        view = {"overall": "confirm", "to_assessor": made.mark("toassessor")}
        said |= {**view, "to_candidate": made.mark("tocandidate")}
    done = review_of(case, made.somebody("judged"), **said).assignment
    type(done).objects.filter(pk=done.pk).update(notes=made.mark("notes"))
    for each in (waits, done):
        made.names("assignment", each)
    _looked(made)


def _looked(made: Made) -> None:
    case = made.case
    if case.state not in (CaseState.LOOKED_AGAIN, *LOOKED):
        return
    is_done = case.state in LOOKED
    row = {"kind": AssignmentKind.LOOK, "state": "done" if is_done else "accepted"}
    looks = AssignmentFactory(case=case, person=made.somebody("moderator"), **row)
    made.names("assignment", looks)
    if is_done:
        AnotherLook.objects.create(assignment=looks, number=1, view="agree", words=made.mark("look"), looked_at=NOW)


def _decided(made: Made, chair: Person) -> None:
    case = made.case
    meeting = case.panel.meetings.get() if case.panel else None
    assert meeting is not None
    if case.state in AT_TABLE:
        times = {"state": "on_table", "began_at": NOW}
        times = times if case.state == CaseState.ON_AGENDA else {"state": "done", "began_at": NOW, "ended_at": NOW}
        item = AgendaItem.objects.create(meeting=meeting, case=case, position=meeting.items.count() + 1, **times)
        Discussion.objects.create(
            item=item, words=made.mark("discussion"), revision=1, changed_by=chair, changed_at=NOW
        )
        made.names("AgendaItem", item)
    outcome = "queried" if case.is_moderation else "not_yet"
    words = {"wording": made.mark("decision"), "reasons": made.mark("reasons"), "outcome": outcome}
    decision = DecisionFactory(case=case, meeting=meeting, decided_by=chair, **words)
    made.names("Decision", decision)
    if not case.is_moderation:
        _told(made, decision, chair)


def _told(made: Made, decision: Decision, chair: Person) -> None:
    case = made.case
    letter = LetterFactory(
        decision=decision, state=LETTERS.get(CaseState(case.state), "sent"), body=made.mark("letter")
    )
    made.names("panel letter", letter)
    helper = {"owner": made.somebody("helper"), "owner_words": "A colleague"}
    target = Target.objects.create(decision=decision, position=1, words=made.mark("target"), due_on=TODAY, **helper)
    made.names("Target", target)
    given = {"given_on": TODAY, "words": made.mark("feedback")} if case.state == CaseState.RELEASED else {}
    giver = made.somebody("giver")
    feedback = Feedback.objects.create(case=case, person=giver, sort="psw_adults", due_on=TODAY, **given)
    made.names("panel feedback", feedback)
    if case.state in (CaseState.DECIDED, CaseState.ON_AGENDA):
        return
    closed = {"state": "closed", "outcome": "upheld", "closed_at": NOW, "closed_by": chair}
    closed |= {"outcome_words": made.mark("answer")}
    heard = {"state": "heard"} if case.state == CaseState.RELEASED else closed
    appeal = AppealFactory(decision=decision, words=made.mark("appeal"), **heard)
    made.names("appeal", appeal)
    made.names("hearer", HearerFactory(appeal=appeal, person=made.somebody("hearer"), named_by=chair))
    if case.state == CaseState.RELEASED and case.names == "named" and not case.is_external:
        made.names("appointment", AppointmentFactory(case=case))


def _interviewed(made: Made) -> None:
    case = made.case
    if case.state not in (CaseState.ACCEPTED, CaseState.RELEASED):
        return
    where = {"vacancy": case.vacancy, "interview_at": NOW, "interview_place": made.mark("interview")}
    ended: dict[str, Any] = {"state": "invited"}
    if case.state == CaseState.RELEASED:
        ended = {"state": "not_appointed", "decided_at": NOW, "decided_by": case.person}
        ended |= {"words": made.mark("afterinterview")}
    made.names("appointment", AppointmentFactory(case=case, **where, **ended))


def _sampled(made: Made, chair: Person) -> None:
    case = made.case
    days = {"from_on": TODAY, "until_on": TODAY, "drawn_by": chair, "drawn_at": NOW}
    sample = Sample.objects.create(
        organisation=case.organisation, tier="partnership", percent=10, seed="walk", population=[case.pk], **days
    )
    made.names("Sample", sample)
    made.names("Sampled", Sampled.objects.create(sample=sample, case=case, position=1))
