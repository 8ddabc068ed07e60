from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from academy.development.models import EntryVersion
from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import MembershipKind, RoleCode
from asye.choices.enrolments import EnrolmentState
from asye.models import AsyePolicy, Enrolment, Transfer
from asye.rules.leaving import Release
from asye.selectors.claims import claims_run_by
from asye.selectors.national_return import return_rows
from asye.selectors.transfers import Held, employers_for, service_at, transfer_view
from asye.services.claims import claim_part, pay_part
from asye.services.transfers import claim, release
from tests.factories.access import BarFactory
from tests.factories.asye import (
    AgreementFactory,
    AsyePolicyFactory,
    ChangeFactory,
    GrantClaimFactory,
    MilestoneFactory,
    PartFactory,
)
from tests.factories.asye_ending import TODAY, day, recommended
from tests.factories.development import kept_by
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, MembershipFactory, ServiceFactory, TeamFactory, as_actor, holder_of, staff_of
from tests.factories.portfolios import ObservationFactory

LAST_DAY = day(-7)


@dataclass(frozen=True)
class There:
    organisation: Organisation
    coordinator: Person
    policy: AsyePolicy

    @property
    def acting(self) -> Actor:
        return as_actor(self.coordinator)


@pytest.fixture
def there(db: None) -> There:
    organisation = OrganisationFactory()
    policy = AsyePolicyFactory(organisation=organisation)
    return There(organisation, holder_of(RoleCode.ASYE_COORDINATOR, organisation), policy)


def released(world, there: There, **said) -> Transfer:
    wish = replace(
        Release(to_organisation_id=there.organisation.pk, last_day=LAST_DAY, note="Works from home."), **said
    )
    return release(enrolment=world.year, released=wish, by=world.acting("coordinator"), at=NOW)


def told(kind: str) -> set[int]:
    return set(Notice.objects.filter(kind=f"asye.transfer.{kind}").values_list("person_id", flat=True))


def sees(actor: Actor) -> bool:
    return Enrolment.objects.visible_to(actor).exists()


def test_a_release_ends_the_time_there_and_every_part_without_an_outcome(world, there):
    PartFactory(enrolment=world.year, role="supervisor", person=world.colleague, from_on=day(5))
    made = released(world, there)
    world.year.refresh_from_db()
    assert (world.year.state, world.year.outcome, made.note) == (EnrolmentState.RELEASED, "", "Works from home.")
    assert set(world.year.parts.values_list("until_on", flat=True)) == {LAST_DAY}
    assert (world.year.periods.get().until_on, world.year.parts.filter(role="supervisor").exists()) == (LAST_DAY, False)
    assert (told("released"), told("waiting")) == (
        {world.nqsw.pk, world.assessor.pk, world.manager.pk},
        {there.coordinator.pk},
    )


@pytest.mark.parametrize(
    ("said", "field"),
    [({"last_day": day(200)}, "last_day"), ({"note": "x" * 501}, "note"), ({"to_organisation_id": None}, "to")],
)
def test_a_release_that_lacks_something_is_refused_at_its_question(world, there, said, field):
    if "to_organisation_id" in said:
        said = {"to_organisation_id": world.organisation.pk}
    with pytest.raises(Refused) as refused:
        released(world, there, **said)
    assert (refused.value.field, Transfer.objects.count()) == (field, 0)


def test_a_change_that_waits_is_settled_first(world, there):
    ChangeFactory(enrolment=world.year)
    with pytest.raises(Refused, match="waits to be agreed"):
        released(world, there)


def test_what_is_recommended_is_not_released(world, there):
    recommended(world.year)
    with pytest.raises(Refused, match="waits for moderation"):
        released(world, there)


@pytest.mark.parametrize("name", ["nqsw", "assessor", "manager", "colleague"])
def test_only_who_runs_the_programme_releases_it(world, there, name):
    wish = Release(to_organisation_id=there.organisation.pk, last_day=LAST_DAY)
    with pytest.raises(Refused, match="somebody else"):
        release(enrolment=world.year, released=wish, by=world.acting(name), at=NOW)


def test_the_next_employer_takes_it_up_under_its_own_policy(world, there):
    held = MilestoneFactory(enrolment=world.year, done_on=day(-200))
    GrantClaimFactory(enrolment=world.year)
    made = released(world, there)
    staff_of(there.organisation, person=world.nqsw)
    taken = claim(transfer=made, by=there.acting, at=NOW)
    made.refresh_from_db()
    held.refresh_from_db()
    assert (taken.state, taken.organisation, taken.policy) == (
        EnrolmentState.AGREEMENT_DUE,
        there.organisation,
        there.policy,
    )
    assert (made.claimed_by, held.done_on, taken.periods.count()) == (there.coordinator, day(-200), 2)
    assert taken.grant_claims.get().organisation == world.organisation
    part = taken.parts.get(until_on=None)
    assert (part.role, part.person, part.from_on) == ("coordinator", there.coordinator, TODAY)
    assert (told("claimed"), taken.agreements.get().number) == ({world.nqsw.pk, world.coordinator.pk}, 1)


def claims_and_returned(who):
    return [(each.part, each.state) for each in claims_run_by(as_actor(who))], len(return_rows(as_actor(who)))


def test_each_employer_sees_its_own_claims_and_one_of_them_counts_the_year(world, there):
    first = GrantClaimFactory(enrolment=world.year, due_on=day(-300))
    completion = GrantClaimFactory(enrolment=world.year, part="completion", due_on=day(60))
    mine, elsewhere = ("registration", "claimed"), holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory())
    claim_part(claim=first, reference="N 1", by=world.acting("coordinator"), at=NOW)
    everybody = (world.coordinator, there.coordinator, elsewhere)

    made = released(world, there)
    between = [claims_and_returned(who) for who in everybody]
    staff_of(there.organisation, person=world.nqsw)
    claim(transfer=made, by=there.acting, at=NOW)
    after = [claims_and_returned(who) for who in everybody]

    assert between == [([mine, ("completion", "due")], 1), ([], 0), ([], 0)]
    assert after == [([mine], 0), ([("completion", "due")], 1), ([], 0)]
    assert [each.is_open for who in everybody for each in claims_run_by(as_actor(who))] == [False, True]
    assert pay_part(claim=first, by=world.acting("coordinator"), at=NOW).state == "paid"
    completion.refresh_from_db()
    with pytest.raises(Refused):
        claim_part(claim=completion, reference="", by=world.acting("coordinator"), at=NOW)
    assert claim_part(claim=completion, reference="", by=there.acting, at=NOW).state == "claimed"


def test_claim_of_the_first_employer_is_not_the_next_ones_to_settle(world, there):
    kept = GrantClaimFactory(enrolment=world.year)
    made = released(world, there)
    staff_of(there.organisation, person=world.nqsw)
    claim(transfer=made, by=there.acting, at=NOW)

    with pytest.raises(Refused):
        claim_part(claim=kept, reference="", by=there.acting, at=NOW)
    BarFactory(person=world.coordinator, thing=world.year)
    assert claims_and_returned(world.coordinator) == ([], 0)


def test_the_days_between_two_employers_do_not_count(world, there):
    made = released(world, there)
    staff_of(there.organisation, person=world.nqsw)
    taken = claim(transfer=made, by=there.acting, at=NOW)
    # 52 weeks from 5 January 2026 end on 3 January 2027; six days lie between the last day there and the first here.
    assert taken.milestones.get(code="end").due_on == (world.year.starts_on + timedelta(days=363 + 6))


def test_an_agreement_being_signed_is_opened_again(world, there):
    entry = kept_by(world.nqsw)
    needs = EntryVersion.objects.create(entry=entry, number=1, title="Needs", text={}, sha256="0" * 64, cut_at=NOW)
    AgreementFactory(enrolment=world.year, state="signing", needs=needs, needs_at=NOW, met_on=LAST_DAY)
    made = released(world, there)
    MembershipFactory(person=world.nqsw, organisation=there.organisation, kind=MembershipKind.STARTER)
    taken = claim(transfer=made, by=there.acting, at=NOW)
    assert [(each.number, each.state) for each in taken.agreements.all()] == [(1, "draft")]


def test_nobody_takes_up_who_does_not_run_it_there(world, there):
    made = released(world, there)
    staff_of(there.organisation, person=world.nqsw)
    colleague = staff_of(there.organisation)
    for actor in (as_actor(colleague), world.acting("coordinator"), world.acting("nqsw")):
        with pytest.raises(Refused, match="somebody else"):
            claim(transfer=made, by=actor, at=NOW)


def test_somebody_without_a_post_there_is_entered_first(world, there):
    made = released(world, there)
    with pytest.raises(Refused, match="has no post at"):
        claim(transfer=made, by=there.acting, at=NOW)


def test_it_is_taken_up_after_her_last_day(world, there):
    made = released(world, there, last_day=TODAY)
    staff_of(there.organisation, person=world.nqsw)
    with pytest.raises(Refused, match="from the day after"):
        claim(transfer=made, by=there.acting, at=NOW)


def test_an_employer_without_a_policy_publishes_one_first(world, there):
    AsyePolicy.objects.exclude(pk=world.year.policy_id).delete()
    world.year.policy.service = "children"
    world.year.policy.save()
    made = released(world, there)
    staff_of(there.organisation, person=world.nqsw)
    with pytest.raises(Refused, match="has no ASYE policy"):
        claim(transfer=made, by=there.acting, at=NOW)


def test_a_record_is_taken_up_once(world, there):
    made = released(world, there)
    staff_of(there.organisation, person=world.nqsw)
    claim(transfer=made, by=there.acting, at=NOW)
    with pytest.raises(Refused, match="Somebody has taken it up"):
        claim(transfer=made, by=there.acting, at=NOW)


def test_the_old_employer_knows_afterwards_that_it_was_released_and_no_more(world, there):
    made = released(world, there)
    before = {name: sees(world.acting(name)) for name in ("coordinator", "assessor")}
    assert (before, sees(there.acting)) == ({"coordinator": True, "assessor": False}, False)
    assert transfer_view(made, there.acting).may_claim
    staff_of(there.organisation, person=world.nqsw)
    claim(transfer=made, by=there.acting, at=NOW)
    after = {name: sees(world.acting(name)) for name in ("coordinator", "assessor", "manager", "practice_assessor")}
    assert (set(after.values()), sees(there.acting), sees(world.acting("nqsw"))) == ({False}, True, True)
    knows = {
        name: Transfer.objects.visible_to(world.acting(name)).exists()
        for name in ("coordinator", "assessor", "manager", "nqsw", "colleague")
    }
    assert knows == {"coordinator": True, "assessor": False, "manager": False, "nqsw": True, "colleague": False}
    made.refresh_from_db()
    view = transfer_view(made, world.acting("coordinator"))
    assert (view.held, view.is_open_to_her, view.may_claim) == ([], False, False)


def test_what_was_done_is_shown_to_who_takes_it_up_and_to_herself(world, there):
    MilestoneFactory(enrolment=world.year, done_on=day(-100))
    MilestoneFactory(enrolment=world.year, kind="observation", code="observation-1", title="First observation")
    seen = ObservationFactory(evidence__person=world.nqsw).evidence
    type(seen).objects.filter(pk=seen.pk).update(state="complete", completed_at=NOW, happened_on=day(-120))
    made = released(world, there)
    shown = {
        name: transfer_view(made, actor).held
        for name, actor in (
            ("next", there.acting),
            ("nqsw", world.acting("nqsw")),
            ("old", world.acting("coordinator")),
        )
    }
    held = [Held("First observation", day(-120)), Held("Three-month review", day(-100))]
    assert shown == {"next": held, "nqsw": held, "old": []}


def test_a_year_withdrawn_while_it_waits_is_nothing_to_the_next_employer(world, there):
    released(world, there)
    Enrolment.objects.update(state=EnrolmentState.WITHDRAWN, ended_because="She stops.", ended_at=NOW)
    assert not Transfer.objects.visible_to(there.acting).exists()


def test_it_goes_to_another_employer_the_portal_knows(world, there):
    OrganisationFactory(kind="university")
    assert [each.pk for each in employers_for(world.year)] == [there.organisation.pk]


def test_her_service_at_the_next_employer_decides_on_the_policy(world, there):
    assert service_at(world.year, there.organisation.pk, on=TODAY) == "adults"
    team = TeamFactory(service=ServiceFactory(organisation=there.organisation, kind="children"))
    staff_of(there.organisation, person=world.nqsw, team=team)
    assert service_at(world.year, there.organisation.pk, on=TODAY) == "children"
