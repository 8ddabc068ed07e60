"""Ties are read from the record, by date, for many cases and people at once."""

from datetime import timedelta

import pytest

from panels.choices.judging import TieKind
from panels.models import Case
from panels.selectors.relations import ties_on_record
from tests.factories.asye import PartFactory
from tests.factories.coaching import match_in
from tests.factories.contents import SectionSaid, content, piece, snapshot_of
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.panels import AssignmentFactory, MemberFactory, case_in, recommended_in, seat_of
from tests.factories.people import NOW, TODAY, DeputyFactory, TeamFactory, staff_of
from tests.factories.portfolios import (
    CaseAuditFactory,
    EvidenceFactory,
    FeedbackFactory,
    ObservationFactory,
    PartHolderFactory,
    PortfolioFactory,
    SignatureFactory,
)
from tests.factories.supervisions import agreement_between

pytestmark = pytest.mark.django_db
DAY, YEAR = timedelta(days=1), timedelta(days=365)


@pytest.fixture
def case():
    return case_in("accepted")


def member(case):
    return MemberFactory(panel=case.panel).person


def terms_of(person):
    return person.posts.get().terms.get()


def tied(case, on=TODAY):
    rows = list(Case.objects.filter(pk=case.pk).select_related("recommendation"))
    return {(tie.person_id, tie.kind) for tie in ties_on_record(rows, on=on)[case.pk]}


def test_nobody_is_tied_where_the_record_says_nothing(case):
    assert tied(case) == set()


def test_line_manager_is_tied_until_a_year_after_it_ended(case):
    manager, terms = member(case), terms_of(case.person)
    terms.line_manager, terms.until_on = manager, TODAY
    terms.save()
    assert tied(case) == {(manager.pk, TieKind.LINE_MANAGER)}
    assert tied(case, TODAY + YEAR) == {(manager.pk, TieKind.LINE_MANAGER)}
    assert tied(case, TODAY + YEAR + DAY) == set()


def test_end_of_the_post_ends_line_management(case):
    manager, terms = member(case), terms_of(case.person)
    terms.line_manager = manager
    terms.save()
    case.person.posts.update(until_on=TODAY)
    assert tied(case, TODAY + YEAR + DAY) == set()


@pytest.mark.parametrize(
    ("from_on", "until_on", "found"),
    [
        (TODAY - DAY, None, {TieKind.LINE_MANAGER}),
        (TODAY - DAY, TODAY - DAY, {TieKind.LINE_MANAGER}),
        (TODAY - 3 * YEAR, TODAY - 2 * YEAR, set()),
    ],
)
def test_manager_s_deputy_is_tied_for_the_days_she_stood_in(case, from_on, until_on, found):
    manager, deputy, terms = staff_of(case.organisation), member(case), terms_of(case.person)
    terms.line_manager = manager
    terms.save()
    said = {"person": manager, "deputy": deputy}
    DeputyFactory(**said, organisation=case.organisation, from_on=from_on, until_on=until_on)
    DeputyFactory(**said, organisation=OrganisationFactory())
    assert {kind for _, kind in tied(case)} == found


def test_deputy_who_stood_in_after_the_terms_ended_is_not_tied(case):
    manager, deputy, terms = staff_of(case.organisation), member(case), terms_of(case.person)
    terms.line_manager, terms.until_on = manager, TODAY - 2 * DAY
    terms.save()
    DeputyFactory(person=manager, deputy=deputy, organisation=case.organisation, from_on=TODAY - DAY)
    assert tied(case) == set()


def test_supervisor_and_coach_are_tied_and_one_who_never_began_is_not(case):
    supervisor, coach, asked = member(case), member(case), member(case)
    agreement_between(case.person, supervisor)
    match_in("running", person=case.person, profile__person=coach)
    match_in("asked", person=case.person, profile__person=asked)
    assert tied(case) == {(supervisor.pk, TieKind.MENTOR), (coach.pk, TieKind.MENTOR)}


def test_parts_in_her_asye_tie_as_what_they_were(case):
    people = {role: member(case) for role in ("assessor", "manager", "supervisor", "coordinator")}
    given = recommended_in(case.organisation, case.person, by=people["assessor"])
    for role, person in people.items():
        PartFactory(enrolment=given.enrolment, role=role, person=person, from_on=TODAY - YEAR)
    assert tied(case) == {
        (people["assessor"].pk, TieKind.ASSESSOR),
        (people["manager"].pk, TieKind.LINE_MANAGER),
        (people["supervisor"].pk, TieKind.MENTOR),
    }


def test_who_recommended_is_her_assessor_without_a_part_too(case):
    assessor = member(case)
    recommended_in(case.organisation, case.person, by=assessor)
    assert tied(case) == {(assessor.pk, TieKind.ASSESSOR)}


def test_same_team_ties_while_it_lasts(case):
    colleague, team = member(case), TeamFactory()
    for person in (case.person, colleague):
        person.posts.get().terms.update(team=team)
    assert tied(case) == {(colleague.pk, TieKind.TEAM)}
    colleague.posts.get().terms.update(until_on=TODAY - DAY)
    assert tied(case) == set()


def handed_in(person, pieces, **said):
    section = SectionSaid(
        code="practice",
        title="Practice",
        text="",
        pieces=tuple(piece(source=f"evidence:{each.evidence_id or each.pk}") for each in pieces),
    )
    return snapshot_of(content(sections=(section,)), PortfolioFactory(person=person), **said)


def test_whoever_has_a_hand_in_what_was_handed_in_is_tied(case):
    who = {name: member(case) for name in ("observer", "verifier", "auditor", "collector", "writer", "signer", "other")}
    own = {"evidence__person": case.person}
    verified = EvidenceFactory(person=case.person, signed_by=who["verifier"], signed_at=NOW)
    verified.evidence_id = verified.pk
    pieces = [
        verified,
        ObservationFactory(observer=who["observer"], **own),
        CaseAuditFactory(auditor=who["auditor"], **own),
        FeedbackFactory(collected_by=who["collector"], **own),
    ]
    ObservationFactory(observer=who["other"], **own)
    case.snapshot = handed_in(case.person, pieces)
    case.manager = who["signer"]
    case.save()
    PartHolderFactory(portfolio=case.snapshot.portfolio, person=who["writer"])
    SignatureFactory(thing=case.snapshot.portfolio, person=case.person)
    SignatureFactory(thing=case.snapshot.portfolio, role="line_manager", person=who["signer"])
    hands = ("verifier", "auditor", "collector", "writer", "signer")
    assert tied(case) == {(who["observer"].pk, TieKind.OBSERVER), *((who[name].pk, TieKind.AUTHOR) for name in hands)}


def test_of_an_asye_what_it_was_recommended_on_counts():
    there, person, observer = OrganisationFactory(), PersonFactory(), PersonFactory()
    seen = ObservationFactory(observer=observer, evidence__person=person)
    given = recommended_in(there, person, snapshot=handed_in(person, [seen]))
    case = case_in("accepted", kind="moderation", organisation=there, person=person, recommendation=given)
    bare = case_in("accepted", kind="moderation", organisation=there, panel=case.panel)
    for each in (case, bare):
        each.snapshot = None
        each.save()
    MemberFactory(panel=case.panel, person=observer)
    assert (tied(case), tied(bare)) == ({(observer.pk, TieKind.OBSERVER)}, set())


def test_only_who_sits_or_was_given_the_case_is_asked_about(case):
    outside, guest = staff_of(case.organisation), PersonFactory()
    AssignmentFactory(case=case, person=guest)
    for person in (outside, guest):
        agreement_between(case.person, person, strand="reflective" if person is guest else "day_to_day")
    past = MemberFactory(panel=case.panel, person=outside, from_on=TODAY - YEAR, until_on=TODAY - DAY)
    assert tied(case) == {(guest.pk, TieKind.MENTOR)}
    assert past.person == outside


def test_candidate_who_sits_on_the_panel_has_her_own_case(case):
    MemberFactory(panel=case.panel, person=case.person)
    assert tied(case) == {(case.person_id, TieKind.SELF)}


def test_many_cases_take_as_many_queries_as_one(case, django_assert_num_queries):
    cases = [case, *(case_in("accepted", panel=case.panel) for _ in range(2))]
    for each in cases:
        terms = terms_of(each.person)
        terms.line_manager = seat_of(each.panel)
        terms.save()
    ties_on_record(cases, on=TODAY)
    with django_assert_num_queries(13):
        ties_on_record(cases[:1], on=TODAY)
    with django_assert_num_queries(13):
        found = ties_on_record(cases, on=TODAY)
    assert [len(found[each.pk]) for each in cases] == [1, 1, 1]
