"""Panels and their cases: what reviewers wrote alone, what was discussed and decided, and what is told to whom."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from panels.choices.cases import CaseKind, CaseState
from panels.choices.panels import MemberSort, Seat
from panels.models import (
    AgendaItem,
    AskedItem,
    Case,
    Discussion,
    Extension,
    Feedback,
    PeriodWords,
    Presence,
    Sample,
    Sampled,
    Target,
)
from panels.rules.visibility import Sight
from tests.factories.identity import TODAY
from tests.factories.panel_themes import ActionFactory, ThemeFactory, ThemeNoteFactory
from tests.factories.panels import (
    AppealFactory,
    AppointmentFactory,
    AssignmentFactory,
    DecisionFactory,
    HearerFactory,
    LetterFactory,
    MeetingFactory,
    MemberFactory,
    PanelFactory,
    TieFactory,
    case_in,
    review_of,
)
from tests.factories.pathways import SittingFactory
from tests.factories.people import NOW
from tests.factories.vacancies import VacancyFactory
from tests.integration.leaks.marked_packs import cleared_pack
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]
NO_PAGE = ""
CHAIR, MEMBER, CLERK = RoleCode.PANEL_CHAIR, RoleCode.PANEL_MEMBER, RoleCode.PANEL_CLERK
LEAD = RoleCode.ACADEMY_LEAD


def panels_held(small: SmallWorld) -> Iterator[Told]:
    """Hers was told and appealed against; a colleague's is compared; the leaver's is looked through; one is decided."""
    panel = PanelFactory(organisation=small.council, title="Zqpanel")
    MemberFactory(panel=panel, seat=Seat.CHAIR, sort=MemberSort.PSW_ADULTS, person=small.holders[CHAIR])
    MemberFactory(panel=panel, person=small.holders[MEMBER])
    meeting = MeetingFactory(panel=panel, state="open", opened_at=NOW)
    days = {"on": TODAY + timedelta(days=90), "submit_by": TODAY + timedelta(days=30)}
    SittingFactory(organisation=small.council, endorse_by=TODAY + timedelta(days=20), **days)
    Presence.objects.create(
        meeting=meeting, person=small.holders[MEMBER], arrived_at=NOW, noted_by=small.holders[CHAIR]
    )
    yield from _told(small, panel)
    yield from _compared(small, panel)
    yield from _decided(small, panel)
    yield from _looked_through(small, panel)
    yield from _sampled(small)
    VacancyFactory(organisation=small.council, filled=True)


def _told(small: SmallWorld, panel: Any) -> Iterator[Told]:
    """The case of whoever is managed, told a while ago."""
    case = case_in(CaseState.RELEASED, panel=panel, person=small.report, manager=small.manager)
    made = DecisionFactory(
        case=case, outcome="not_yet", wording="Zqdecisionwording", reasons="Zqdecisionreasons", decided_on=TODAY
    )
    LetterFactory(decision=made, state="sent", body="Zqletterbody")
    Target.objects.create(
        decision=made, position=1, words="Zqplantarget", owner=small.manager, owner_words="Her manager", due_on=TODAY
    )
    giver = small.holders[RoleCode.PRINCIPAL_SOCIAL_WORKER]
    Feedback.objects.create(
        case=case, person=giver, sort="psw_adults", due_on=TODAY, given_on=TODAY, words="Zqpanelfeedback"
    )
    HearerFactory(appeal=AppealFactory(decision=made, words="Zqappealwords"), person=small.holders[RoleCode.MODERATOR])
    AppointmentFactory(case=case)
    yield "the words of a decision", "Zqdecisionwording", "report", _seen(case, Sight.DECISION)
    yield "the reasons of a panel", "Zqdecisionreasons", CHAIR, _seen(case, Sight.REASONS)
    yield "a letter of a panel", "Zqletterbody", "report", _seen(case, Sight.LETTER)
    yield "a target of a plan", "Zqplantarget", "report", _seen_or_helps(case, small)
    yield "feedback on an outcome", "Zqpanelfeedback", "report", _seen_or_gives(case, giver)
    yield "an appeal", "Zqappealwords", "report", _seen(case, Sight.APPEAL)


def _compared(small: SmallWorld, panel: Any) -> Iterator[Told]:
    """A colleague's case, which the chair reviewed and one member is out of."""
    case = case_in(CaseState.REVIEWS_IN, panel=panel, person=small.colleague, step="to-bg12")
    review_of(case, small.holders[CHAIR], words="Zqreviewwords", flags="Zqreviewflags", reason="Zqlevelreason")
    tied = MemberFactory(panel=panel, person=small.holders[RoleCode.SERVICE_MANAGER]).person
    TieFactory(case=case, person=tied, kind="family", source="member", noted_by=tied, words="Zqtiewords")
    yield "what a reviewer wrote", "Zqreviewwords", CHAIR, _seen(case, Sight.REVIEWS)
    yield "what a reviewer flagged", "Zqreviewflags", CHAIR, _seen(case, Sight.REVIEWS)
    yield "why a reviewer saw a level", "Zqlevelreason", CHAIR, _seen(case, Sight.REVIEWS)
    yield "why somebody is out of a case", "Zqtiewords", CHAIR, _seen(case, Sight.TIES)
    alone = case_in(CaseState.IN_REVIEW, panel=panel, person=small.colleague, step="to-bg13")
    review_of(alone, small.holders[RoleCode.MODERATOR], words="Zqjudgedalone")
    AssignmentFactory(case=alone, person=small.holders[MEMBER], notes="Zqprivatenotes")
    hers = small.holders[MEMBER].pk
    yield "what somebody judged alone", "Zqjudgedalone", RoleCode.MODERATOR, _is(small.holders[RoleCode.MODERATOR].pk)
    yield "private notes of a reviewer", "Zqprivatenotes", MEMBER, _is(hers)


def _decided(small: SmallWorld, panel: Any) -> Iterator[Told]:
    """A colleague's case that was decided and is not told; and one at the table."""
    case = case_in(CaseState.DECIDED, panel=panel, person=small.colleague, step="to-bg14")
    made = DecisionFactory(case=case, wording="Zqnottoldyet", reasons="Zqreasonsnottold", meeting=panel.meetings.get())
    LetterFactory(decision=made, body="Zqlettertobesent")
    at_table = case_in(CaseState.ON_AGENDA, panel=panel, person=small.colleague, step="to-bg15")
    item = AgendaItem.objects.create(
        meeting=panel.meetings.get(), case=at_table, position=1, state="on_table", began_at=NOW
    )
    Discussion.objects.create(
        item=item, words="Zqdiscussion", revision=1, changed_by=small.holders[CHAIR], changed_at=NOW
    )
    yield "a decision nobody was told", "Zqnottoldyet", CHAIR, _seen(case, Sight.DECISION)
    yield "reasons nobody was told", "Zqreasonsnottold", CHAIR, _seen(case, Sight.REASONS)
    yield "a letter in the outbox", "Zqlettertobesent", LEAD, _seen(case, Sight.LETTER)
    yield "what was discussed", "Zqdiscussion", CHAIR, _seen(at_table, Sight.DISCUSSION)


def _looked_through(small: SmallWorld, panel: Any) -> Iterator[Told]:
    """Hers, the next one: handed in late with more time, and with an item to be mended."""
    case = case_in(CaseState.CHANGES_ASKED, panel=panel, person=small.report, step="to-bg16", manager=small.manager)
    by = small.holders[CLERK]
    days = {"due_on": TODAY + timedelta(days=5), "asked_by": by, "asked_at": NOW}
    AskedItem.objects.create(case=case, code="pieces-complete", title="Pieces", reason="Zqaskedbecause", **days)
    Extension.objects.create(case=case, until_on=TODAY, reason="Zqmoretime", given_by=small.holders[LEAD], given_at=NOW)
    yield "why something is to be mended", "Zqaskedbecause", "report", _seen(case, Sight.CHECKS)
    yield "why there was more time", "Zqmoretime", NO_PAGE, _seen(case, Sight.CHECKS)
    case_in(CaseState.DRAFT, panel=panel, person=small.candidate, step="to-bg10", is_external=True)


def _sampled(small: SmallWorld) -> Iterator[Told]:
    """An ASYE that was moderated and drawn for the partnership, with what came back, and what is done about it."""
    panel = PanelFactory(organisation=small.council, purpose="moderation", title="Moderation")
    case = case_in(CaseState.RELEASED, panel=panel, person=small.colleague, kind=CaseKind.MODERATION)
    lead = small.holders[LEAD]
    days = {"from_on": TODAY - timedelta(days=180), "until_on": TODAY, "drawn_by": lead, "drawn_at": NOW}
    sample = Sample.objects.create(
        organisation=small.council, tier="partnership", percent=10, seed="walk", population=[case.pk], **days
    )
    came_back = {"feedback": "Zqsamplefeedback", "received_on": TODAY, "received_by": lead}
    drawn = Sampled.objects.create(sample=sample, case=case, position=1, **came_back)
    yield "what came back of a sample", "Zqsamplefeedback", LEAD, _is_there(drawn)
    yield from cleared_pack(drawn, lead=lead, reader=small.neighbour)
    theme = ThemeFactory(organisation=small.council, title="Zqtheme")
    ThemeNoteFactory(theme=theme, case=case, words="Zqthemewords", noted_by=lead)
    action = ActionFactory(organisation=small.council, theme=theme, words="Zqaction", owner=small.report)
    written = {"half": "2026-2", "words": "Zqsummarywords", "written_by": lead, "written_at": NOW}
    words = PeriodWords.objects.create(organisation=small.council, **written)
    yield "what was noted under a theme", "Zqthemewords", NO_PAGE, _seen(case, Sight.THEMES)
    yield "an action of the year's plan", "Zqaction", "report", _is_there(action)
    yield "the words of a half-year's summary", "Zqsummarywords", LEAD, _is_there(words)


def _is_there(thing: Any) -> Callable[[Actor], bool]:
    return lambda actor: type(thing).objects.visible_to(actor).filter(pk=thing.pk).exists()


def _seen(case: Case, thing: Sight) -> Callable[[Actor], bool]:
    """Whom the table of sight shows it."""
    return lambda actor: Case.objects.showing(actor, thing).filter(pk=case.pk).exists()


def _seen_or_helps(case: Case, small: SmallWorld) -> Callable[[Actor], bool]:
    seen = _seen(case, Sight.PLAN)
    return lambda actor: seen(actor) or actor.person_id == small.manager.pk


def _seen_or_gives(case: Case, giver: Any) -> Callable[[Actor], bool]:
    seen = _seen(case, Sight.LETTER)
    return lambda actor: seen(actor) or actor.person_id == giver.pk


def _is(person_id: int) -> Callable[[Actor], bool]:
    return lambda actor: actor.person_id == person_id
