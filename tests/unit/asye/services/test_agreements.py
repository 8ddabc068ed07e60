"""The agreement: needs first, written, signed by all in their parts, opened again, renewed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.engines.signatures.models import Signature
from asye.choices.enrolments import Role
from asye.models import Agreement, Enrolment, Milestone, Part, Plan
from asye.rules.policy import PLAIN
from asye.rules.signing import CHANGED
from asye.services.agreements import CLOSED, begin, hand_in_needs, reopen, send, sign, write
from asye.services.refusing import NOT_YOURS
from asye.services.signing import SIGNED_ALREADY, Name
from tests.factories.asye import AgreementFactory, MilestoneFactory, policy_content
from tests.factories.asye_agreements import sent_agreement, signs, whole_agreement, words
from tests.factories.development import kept_by
from tests.factories.people import NOW, TODAY, DeputyFactory, RegistrationFactory, as_actor

ORDER = ("nqsw", "assessor", "manager", "coordinator")


def refused(command, **said):
    with pytest.raises(Refused) as refusal:
        command(at=NOW, **said)
    return refusal.value.field or "", refusal.value.reason


def test_first_agreement_begins_with_what_the_policy_says(world):
    agreement = begin(enrolment=world.year, by=world.acting("coordinator"), at=NOW)
    again = begin(enrolment=world.year, by=world.acting("coordinator"), at=NOW)

    assert (agreement, agreement.number, agreement.session_minutes, agreement.workload_percent) == (again, 1, 90, 90)
    assert agreement.supervision.startswith("Weekly until the end of week 6")


def test_needs_are_handed_in_by_her_and_her_assessor_is_told(world):
    agreement, entry = AgreementFactory(enrolment=world.year), kept_by(world.nqsw)
    held = hand_in_needs(agreement=agreement, entry=entry, by=world.acting("nqsw"), at=NOW)

    assert (held.needs.entry, held.needs_at) == (entry, NOW)
    told = Notice.objects.filter(kind="asye.agreement.to_write").values_list("person", flat=True)
    assert set(told) == {world.assessor.pk, world.practice_assessor.pk}
    said = {"agreement": agreement, "entry": entry}
    assert refused(hand_in_needs, by=world.acting("assessor"), **said) == ("", NOT_YOURS)
    other = kept_by(world.colleague)
    assert refused(hand_in_needs, agreement=agreement, entry=other, by=world.acting("nqsw")) == (
        "",
        "Only the person who wrote it can use this entry.",
    )


def test_agreement_is_written_by_who_assesses_or_coordinates(world):
    agreement = AgreementFactory(enrolment=world.year)
    for who in ("assessor", "practice_assessor", "coordinator"):
        written = write(agreement=agreement, words=words(background=who), by=world.acting(who), at=NOW)
        assert (written.background, written.workload_percent) == (who, 75)
    for who in ("nqsw", "manager", "colleague"):
        assert refused(write, agreement=agreement, words=words(), by=world.acting(who)) == ("", NOT_YOURS)
    meeting = words(met_on=TODAY + timedelta(days=1))
    assert refused(write, agreement=agreement, words=meeting, by=world.acting("assessor")) == (
        "met_on",
        "Enter the meeting once it was held: today or an earlier day.",
    )


def test_agreement_that_lacks_something_is_not_sent(world):
    agreement = AgreementFactory(enrolment=world.year)
    missing = refused(send, agreement=agreement, by=world.acting("assessor"))
    assert missing == (
        "",
        "Her reflection on what she needs to learn is not handed in; it comes first. 11 more stand on its page.",
    )
    whole = whole_agreement_of(world)
    Plan.objects.all().delete()
    assert refused(send, agreement=whole, by=world.acting("assessor")) == (
        "",
        "The first development plan has no goal yet.",
    )


def whole_agreement_of(world):
    Agreement.objects.all().delete()
    return whole_agreement(world.year, assessor=world.assessor)


def test_it_is_sent_to_everybody_who_signs(world):
    agreement = sent_agreement(world.year, assessor=world.assessor)

    assert agreement.state == "signing"
    told = set(Notice.objects.filter(kind="asye.agreement.to_sign").values_list("person", flat=True))
    assert told == {world.nqsw.pk, world.manager.pk, world.coordinator.pk}
    assert refused(write, agreement=agreement, words=words(), by=world.acting("assessor")) == ("", CLOSED)
    again = refused(send, agreement=agreement, by=world.acting("assessor"))
    assert again[1].startswith("This agreement is being signed.")


def test_last_name_makes_it_hold_and_the_year_begins(world):
    agreement = sent_agreement(world.year, assessor=world.assessor)
    MilestoneFactory(enrolment=world.year, code="agreement", kind="agreement", title="Agreement signed")
    assert [signs(agreement, getattr(world, who)).state for who in ORDER] == ["signing", "signing", "signing", "signed"]

    agreement.refresh_from_db()
    assert (agreement.signed_at, Enrolment.objects.get().state) == (NOW, "active")
    assert Milestone.objects.get(code="agreement").done_on == TODAY
    assert Plan.objects.get().agreed_on == TODAY
    assert set(Signature.objects.values_list("role", "person")) == {(who, getattr(world, who).pk) for who in ORDER}
    told = set(Notice.objects.filter(kind="asye.agreement.signed").values_list("person", flat=True))
    assert told == {world.nqsw.pk, world.assessor.pk, world.manager.pk}
    assert refused(sign, agreement=agreement, name=Name(seen="x"), by=world.acting("nqsw")) == (
        "",
        "It is not being signed. Open its page to see how it stands.",
    )


def test_who_has_no_part_and_who_signed_already_does_not_sign(world):
    agreement = sent_agreement(world.year, assessor=world.assessor)
    said = {"agreement": agreement, "name": Name(seen="old")}
    assert refused(sign, by=world.acting("colleague"), **said) == ("", NOT_YOURS)
    assert refused(sign, by=world.acting("nqsw"), **said) == ("", CHANGED)
    signs(agreement, world.nqsw)
    assert refused(sign, by=world.acting("nqsw"), **said) == ("", SIGNED_ALREADY)


def test_assessor_signs_with_a_live_registration_of_the_day(world):
    agreement = sent_agreement(world.year, assessor=world.assessor)
    registration = world.assessor.registrations.get()
    registration.expires_on = TODAY - timedelta(days=1)
    registration.save()
    with pytest.raises(Refused, match="Whoever assesses signs with a live registration"):
        signs(agreement, world.assessor)
    registration.expires_on = TODAY
    registration.save()
    assert signs(agreement, world.assessor).state == "signing"


def test_deputy_of_the_manager_signs_with_both_names(world):
    DeputyFactory(person=world.manager, deputy=world.colleague, organisation=world.organisation)
    signs(sent_agreement(world.year, assessor=world.assessor), world.colleague)

    signature = Signature.objects.get(role=Role.MANAGER)
    assert (signature.person, signature.signed_for) == (world.colleague, world.manager)


def test_opened_again_it_is_signed_anew(world):
    agreement = sent_agreement(world.year, assessor=world.assessor)
    signs(agreement, world.nqsw)
    by = world.acting("assessor")
    assert refused(reopen, agreement=agreement, reason=" ", by=by)[0] == "note"
    assert refused(reopen, agreement=agreement, reason="x" * 501, by=by) == (
        "note",
        "Use at most 500 characters. You have 501.",
    )
    opened = reopen(agreement=agreement, reason="The panel moved.", by=by, at=NOW)

    signature = Signature.objects.get()
    assert (opened.state, signature.withdrawn_because) == ("draft", "The panel moved.")
    assert write(agreement=opened, words=words(workload="New."), by=by, at=NOW).workload == "New."


def test_change_of_assessor_makes_the_next_number_with_what_was_agreed(world):
    agreement = sent_agreement(world.year, assessor=world.assessor)
    for who in ORDER:
        signs(agreement, getattr(world, who))
    Part.objects.filter(role=Role.ASSESSOR).update(person=world.colleague)
    RegistrationFactory(person=world.colleague, number="SW998877")
    following = begin(enrolment=Enrolment.objects.get(), by=world.acting("coordinator"), at=NOW)
    assert (following.number, following.workload_percent, following.needs_id) == (2, 75, agreement.needs_id)

    write(agreement=following, words=words(met_on=date(2026, 6, 1)), by=world.acting("colleague"), at=NOW)
    send(agreement=following, by=world.acting("colleague"), at=NOW)
    for who in ("nqsw", "colleague", "manager", "coordinator"):
        signs(following, getattr(world, who))
    assert dict(Agreement.objects.values_list("number", "state")) == {1: "replaced", 2: "signed"}
    assert Enrolment.objects.get().state == "active"


def test_programme_without_reviews_and_plans_asks_neither_dates_nor_goals(world):
    rules = replace(PLAIN, reviews=(), observations=(), plans=())
    world.year.policy.content = policy_content(rules)
    world.year.policy.save()
    agreement = whole_agreement(world.year, assessor=world.assessor)
    Milestone.objects.all().delete()
    Plan.objects.all().delete()

    assert send(agreement=agreement, by=as_actor(world.assessor), at=NOW).state == "signing"
