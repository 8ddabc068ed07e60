"""A review is sent whole or with reasons, signed by each over the same, locked with the last name, and added to."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.engines.signatures.models import Signature
from asye.choices.enrolments import Role
from asye.models import Part, Plan, PlanGoal, Review, ReviewAddendum, ReviewPart
from asye.rules.parts_of_policy import EvidenceLine
from asye.rules.policy import PLAIN
from asye.rules.signing import CHANGED, OTHER_CONTENT
from asye.selectors.review_content import to_sign
from asye.services.plans import GoalSaid, add_goal
from asye.services.review_signing import add, put_name, reopen, send
from asye.services.reviewing import LOCKED
from asye.services.signing import SIGNED_ALREADY, Name
from tests.factories.asye import AsyePolicyFactory, policy_content
from tests.factories.asye_reviews import held, scheduled, sent, signed, written
from tests.factories.identity import TODAY
from tests.factories.people import NOW, DeputyFactory, RegistrationFactory


@pytest.fixture
def review(world):
    RegistrationFactory(person=world.assessor)
    who = {Role.NQSW: world.nqsw, Role.ASSESSOR: world.assessor, Role.MANAGER: world.manager}
    return written(held(scheduled(world.year), world.acting("assessor")), who)


def test_what_is_missing_is_explained_and_stands_in_what_is_signed(world, review):
    because = {"evidence": "It is with the panel.", "plan": "We make it on Monday."}
    made = send(review=review, because=because, by=world.acting("assessor"), at=NOW)
    assert made.state == "signing"
    assert [(each["code"], each["because"]) for each in made.explained] == list(because.items())
    told = Notice.objects.filter(kind="asye.review.to_sign").values_list("person_id", flat=True)
    assert set(told) == {world.nqsw.pk, world.manager.pk}
    assert send(review=review, because={}, by=world.acting("manager"), at=NOW).explained == made.explained
    assert Notice.objects.filter(kind="asye.review.to_sign").count() == 2


def test_too_little_evidence_of_the_stage_is_named_and_explained(world, review):
    line = EvidenceLine(code="seen", title="Direct observations", counts="observation", least=3, stages={"review-6": 1})
    world.year.policy = AsyePolicyFactory(content=policy_content(replace(PLAIN, evidence=(line,))))
    world.year.save()
    made = sent(review, world.acting("assessor"))
    says = {each["code"]: each["says"] for each in made.explained}
    assert says["evidence-seen"] == "Direct observations: 0 of the 1 the policy asks for by this stage."


def test_without_reasons_it_is_not_sent(world, review):
    with pytest.raises(Refused, match=r"No evidence is named for this stage\. Mend it, or say why") as refused:
        send(review=review, because={}, by=world.acting("assessor"), at=NOW)
    assert refused.value.field == "because_evidence"
    with pytest.raises(Refused, match="at most 500 characters") as refused:
        send(review=review, because={"evidence": "x" * 501, "plan": "y"}, by=world.acting("assessor"), at=NOW)
    assert refused.value.field == "because_evidence"


def test_a_review_that_was_not_held_is_not_sent(world):
    with pytest.raises(Refused, match=r"This review is scheduled\. What you can do now: hold or waive\."):
        sent(scheduled(world.year), world.acting("assessor"))


def test_all_sign_and_the_last_name_locks_it_and_agrees_the_plan(world, review):
    goal = GoalSaid(need="Court work.", how="Shadowing.", by_on=TODAY)
    add_goal(thing=review, goal=goal, by=world.acting("nqsw"), at=NOW)
    sent(review, world.acting("manager"))
    assert [signed(review, each).state for each in (world.nqsw, world.assessor, world.manager)] == [
        "signing",
        "signing",
        "locked",
    ]
    stored = Review.objects.get()
    assert (stored.locked_at, Plan.objects.get().agreed_on) == (NOW, TODAY)
    assert set(Signature.objects.values_list("role", "sha256")) == {
        (role, to_sign(stored)) for role in ("nqsw", "assessor", "manager")
    }
    told = Notice.objects.filter(kind="asye.review.locked").values_list("person_id", flat=True)
    assert set(told) == {world.nqsw.pk, world.assessor.pk, world.coordinator.pk}
    with pytest.raises(Refused) as refused:
        signed(review, world.manager)
    assert refused.value.reason == LOCKED


def test_what_changed_since_it_was_read_is_not_signed(world, review):
    sent(review, world.acting("assessor"))
    read = to_sign(review)
    ReviewPart.objects.filter(role="nqsw").update(text="Written past the services.")
    with pytest.raises(Refused) as refused:
        put_name(review=review, name=Name(seen=read), by=world.acting("nqsw"), at=NOW)
    assert refused.value.reason == CHANGED
    signed(review, world.nqsw)
    ReviewPart.objects.filter(role="nqsw").update(text="And again.")
    with pytest.raises(Refused) as refused:
        signed(review, world.manager)
    assert refused.value.reason == OTHER_CONTENT


def test_who_signed_signs_no_second_time_and_before_it_is_sent_nobody(world, review):
    with pytest.raises(Refused, match="not sent to be signed"):
        signed(review, world.nqsw)
    sent(review, world.acting("assessor"))
    signed(review, world.nqsw)
    with pytest.raises(Refused) as refused:
        signed(review, world.nqsw)
    assert refused.value.reason == SIGNED_ALREADY
    assert Signature.objects.count() == 1


def test_an_assessor_whose_registration_lapsed_yesterday_does_not_sign(world, review):
    sent(review, world.acting("manager"))
    world.assessor.registrations.update(expires_on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="live registration"):
        signed(review, world.assessor)
    world.assessor.registrations.update(expires_on=TODAY)
    assert signed(review, world.assessor).state == "signing"


def test_who_stands_in_for_the_manager_signs_with_both_names(world, review):
    DeputyFactory(person=world.manager, deputy=world.colleague, organisation=world.organisation)
    sent(review, world.acting("assessor"))
    signed(review, world.colleague)
    signature = Signature.objects.get()
    assert (signature.role, signature.person, signature.signed_for) == ("manager", world.colleague, world.manager)


def test_taking_it_back_withdraws_the_names_with_the_reason(world, review):
    sent(review, world.acting("assessor"))
    signed(review, world.nqsw)
    opened = reopen(review=review, because="A date is wrong.", by=world.acting("manager"), at=NOW)
    assert (opened.state, opened.explained) == ("writing", [])
    signature = Signature.objects.get()
    assert (signature.is_live, signature.withdrawn_because) == (False, "A date is wrong.")
    assert Notice.objects.get(kind="asye.review.reopened").person == world.nqsw
    sent(opened, world.acting("assessor"))
    assert signed(opened, world.nqsw).state == "signing"


def test_it_is_taken_back_for_a_reason_and_not_once_it_is_locked(world, review):
    sent(review, world.acting("assessor"))
    with pytest.raises(Refused, match="Give a reason") as refused:
        reopen(review=review, because=" ", by=world.acting("nqsw"), at=NOW)
    assert refused.value.field == "note"
    for person in (world.nqsw, world.assessor, world.manager):
        signed(review, person)
    with pytest.raises(Refused, match="This review is signed by all"):
        reopen(review=review, because="More.", by=world.acting("nqsw"), at=NOW)


def test_a_locked_review_is_only_added_to_by_who_has_a_part(world, review):
    with pytest.raises(Refused, match="not locked yet"):
        add(review=review, words="More.", by=world.acting("nqsw"), at=NOW)
    sent(review, world.acting("assessor"))
    for person in (world.nqsw, world.assessor, world.manager):
        signed(review, person)
    for _ in range(2):
        add(review=review, words=" More. ", by=world.acting("nqsw"), at=NOW)
    assert list(ReviewAddendum.objects.values_list("words", "written_by_id")) == [("More.", world.nqsw.pk)]
    with pytest.raises(Refused, match="Write what is to be added") as refused:
        add(review=review, words=" ", by=world.acting("nqsw"), at=NOW)
    assert refused.value.field == "words"
    with pytest.raises(Refused, match="somebody else to do"):
        add(review=review, words="More.", by=world.acting("colleague"), at=NOW)


def test_while_nobody_has_a_part_it_is_not_sent(world, review):
    Part.objects.filter(role="manager").delete()
    with pytest.raises(Refused, match="Nobody is line manager in this year"):
        sent(review, world.acting("assessor"))


def test_a_review_without_a_plan_of_its_own_locks_too(world, review):
    review.milestone.code = "review-9"
    review.milestone.save()
    sent(review, world.acting("assessor"))
    for person in (world.nqsw, world.assessor, world.manager):
        signed(review, person)
    assert Review.objects.get().state == "locked"
    assert not PlanGoal.objects.exists()
