from datetime import date

import pytest

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.engines.signatures.selectors.signatures import live_signatures
from academy.engines.worklist.selectors.items import waiting_in
from academy.identity.actor import Actor
from academy.people.models import Terms
from asye.choices.enrolments import EnrolmentState, Role
from asye.models import Part
from asye.selectors.next_steps import about
from asye.selectors.panels.parts import panel
from asye.selectors.parts import roles_of
from asye.selectors.who import handovers_asked, parts_needing, successor_of
from asye.services.agreements import hand_in_needs
from asye.services.enrolments import enrol
from asye.services.parts import Given, assign, hand_over
from tests.factories.asye_agreements import signs
from tests.factories.asye_enrolling import council
from tests.factories.development import kept_by
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, RegistrationFactory, as_actor, staff_of

pytestmark = pytest.mark.django_db
TOMORROW, NEXT_WEEK = date(2026, 11, 18), date(2026, 11, 24)


@pytest.fixture
def here():
    return council()


@pytest.fixture
def year(here):
    return enrol(person=here.nqsw, details=here.details(), by=here.by, at=NOW)


@pytest.fixture
def ruth(here):
    """A registered social worker who can assess."""
    person = staff_of(here.organisation)
    RegistrationFactory(person=person)
    return person


def given(person, **said):
    whom = {"role": Role.ASSESSOR, "from_on": TOMORROW, "because": "Tom moves to another team."}
    return Given(person_id=person.pk, **{**whom, **said})


def test_assessor_changes_by_date_and_both_and_she_are_told(here, year, ruth):
    made = assign(enrolment=year, given=given(ruth), by=here.by, at=NOW)

    held = year.parts.filter(role=Role.ASSESSOR).order_by("from_on").values_list("person_id", "from_on", "until_on")
    assert list(held) == [(here.assessor.pk, TODAY, TODAY), (ruth.pk, TOMORROW, None)]
    assert (made.because, made.assigned_by_id) == ("Tom moves to another team.", here.coordinator.pk)
    assert roles_of(as_actor(ruth, on=TOMORROW), year) == {Role.ASSESSOR}
    assert roles_of(as_actor(here.assessor, on=TOMORROW), year) == frozenset()
    told = Notice.objects.filter(kind__startswith="asye.part.").values_list("kind", "person_id")
    assert sorted(told) == sorted(
        [
            ("asye.part.assigned", ruth.pk),
            ("asye.part.assigned", here.nqsw.pk),
            ("asye.part.handed_over", here.assessor.pk),
        ]
    )


def test_signed_agreement_is_followed_by_the_next_and_one_being_signed_stays_the_only_one(here, year, ruth):
    assign(enrolment=year, given=given(ruth), by=here.by, at=NOW)
    assert list(year.agreements.values_list("number", "state")) == [(1, "draft")]
    made = stands(year, "signed", signed_at=NOW)

    assign(enrolment=year, given=given(here.assessor, from_on=NEXT_WEEK), by=here.by, at=NOW)

    numbers = year.agreements.order_by("number").values_list("number", "state", "needs")
    assert list(numbers) == [(1, "signed", made.needs_id), (2, "draft", made.needs_id)]


def test_agreement_that_is_being_signed_loses_its_signatures(here, year, ruth):
    made = stands(year, "signing")
    signs(made, here.manager)
    assert live_signatures(made).count() == 1

    assign(enrolment=year, given=given(ruth, role=Role.SUPERVISOR), by=here.by, at=NOW)
    assert live_signatures(made).count() == 1
    assign(enrolment=year, given=given(ruth), by=here.by, at=NOW)
    assert live_signatures(made).count() == 0


def stands(year, state, **said):
    """The agreement of the year, so far."""
    year.agreements.update(state="draft")
    hand_in_needs(agreement=year.agreements.get(), entry=kept_by(year.person), by=as_actor(year.person), at=NOW)
    year.agreements.update(state=state, met_on=TODAY, **said)
    return year.agreements.get()


def test_one_before_hands_over_once_and_the_next_reads_it(here, year, ruth):
    assign(enrolment=year, given=given(ruth), by=here.by, at=NOW)
    before = Part.objects.get(enrolment=year, person=here.assessor)
    tom, later = as_actor(here.assessor, on=TOMORROW), as_actor(here.assessor, on=date(2027, 3, 1))

    assert list(handovers_asked(tom)) == [before]
    assert list(handovers_asked(later)) == []
    assert successor_of(before).person == ruth
    assert allows("asye.part.hand_over", tom, before)
    with pytest.raises(Refused, match="Write what the next one should know"):
        hand_over(part=before, words=" ", by=tom, at=NOW)
    with pytest.raises(Refused, match="Use at most"):
        hand_over(part=before, words="x" * 20001, by=tom, at=NOW)
    hand_over(part=before, words="She is ready for court work.", by=tom, at=NOW)
    with pytest.raises(Refused, match="You are not asked"):
        hand_over(part=before, words="Again", by=tom, at=NOW)

    def read_by(actor):
        shown = panel(year, actor=actor, roles=roles_of(actor, year), on=TOMORROW).context["rows"]
        return [part.handover for row in shown for part in row.handovers]

    assert read_by(as_actor(ruth, on=TOMORROW)) == ["She is ready for court work."]
    assert read_by(as_actor(here.nqsw, on=TOMORROW)) == ["She is ready for court work."]
    assert read_by(as_actor(here.manager, on=TOMORROW)) == []


def test_vacant_part_is_given_without_a_reason_and_nobody_is_asked_to_hand_over(here, year, ruth):
    made = assign(enrolment=year, given=given(ruth, role=Role.SUPERVISOR, because=""), by=here.by, at=NOW)
    assert (made.because, list(handovers_asked(as_actor(here.assessor, on=TOMORROW)))) == ("", [])
    Part.objects.filter(pk=made.pk).update(until_on=TOMORROW)
    again = assign(
        enrolment=year, given=given(ruth, role=Role.SUPERVISOR, from_on=NEXT_WEEK, because=""), by=here.by, at=NOW
    )
    assert again.from_on == NEXT_WEEK


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"role": Role.NQSW}, "Her own part is hers"),
        ({"because": "x" * 501}, "Use at most 500 characters"),
        ({"because": ""}, "Say why it changes hands"),
        ({"from_on": TODAY}, "Choose a later first day"),
    ],
)
def test_assignment_that_cannot_be_is_refused(here, year, ruth, said, says):
    with pytest.raises(Refused, match=says):
        assign(enrolment=year, given=given(ruth, **said), by=here.by, at=NOW)


def test_part_for_her_herself_a_stranger_or_one_without_registration_is_refused_at_the_person(here, year):
    for person in (here.nqsw, staff_of(OrganisationFactory()), staff_of(here.organisation)):
        with pytest.raises(Refused) as refused:
            assign(enrolment=year, given=given(person), by=here.by, at=NOW)
        assert refused.value.field == "person"


def test_who_does_not_run_the_year_assigns_nothing_and_a_year_that_is_over_changes_no_more(here, year, ruth):
    with pytest.raises(Refused, match="Only the co-ordinator of the year"):
        assign(enrolment=year, given=given(ruth), by=as_actor(here.manager), at=NOW)
    type(year).objects.update(state=EnrolmentState.WITHDRAWN, ended_at=NOW, ended_because="She left.")
    with pytest.raises(Refused, match="The year is over"):
        assign(enrolment=year, given=given(ruth), by=here.by, at=NOW)


def test_co_ordinator_is_asked_to_name_somebody_when_the_assessor_has_left(here, year, django_assert_num_queries):
    assert parts_needing(here.by) == []
    Terms.objects.filter(post__person=here.assessor).update(until_on=date(2026, 11, 16))
    manager = staff_of(here.organisation)
    Terms.objects.filter(post__person=here.nqsw).update(line_manager=manager)
    by = here.by

    with django_assert_num_queries(3):
        found = parts_needing(by)

    assert {each.role: each.why for each in found} == {
        Role.ASSESSOR: f"{here.assessor.full_name}, the assessor, does not work here any more.",
        Role.MANAGER: f"{here.manager.full_name} is not her line manager any more.",
    }
    own, _ = waiting_in(by, app="asye", of=about(year.pk))
    assert f"Name the assessor of {here.nqsw.full_name}" in [item.what for item in own]
    assert parts_needing(as_actor(here.manager)) == []


def test_who_runs_the_programme_is_asked_where_nobody_co_ordinates(here, year):
    Part.objects.filter(enrolment=year, role=Role.COORDINATOR).delete()
    assert [(each.role, each.why) for each in parts_needing(here.by)] == [
        (Role.COORDINATOR, "Nobody is the co-ordinator.")
    ]


def test_worklist_asks_the_one_before_to_hand_over(here, year, ruth):
    assign(enrolment=year, given=given(ruth), by=here.by, at=NOW)
    own, _ = waiting_in(as_actor(here.assessor, on=TOMORROW), app="asye", of="")
    assert [item.what for item in own] == [f"Hand over: {here.nqsw.full_name}"]


def test_the_portal_itself_is_asked_to_hand_nothing_over():
    assert list(handovers_asked(Actor.system("tests", on=TODAY))) == []
