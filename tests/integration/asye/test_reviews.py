"""A review on its pages: held, written, named, planned, sent with reasons, signed, locked, added to; concerns."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.engines.guard.models import Overrule
from academy.engines.worklist.selectors.items import waiting_in
from asye.choices.enrolments import Role
from asye.models import Cited, Concern, Enrolment, Milestone, Plan, PlanGoal, Review, ReviewPart
from asye.selectors.next_steps import about
from portfolios.choices.evidence import EvidenceState
from tests.factories.asye import PartFactory
from tests.factories.asye_people import with_people
from tests.factories.asye_reviews import held, scheduled, sent, signed, written
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, DeputyFactory, RegistrationFactory, as_actor, staff_of
from tests.factories.portfolios import evidence_in
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def at(name, *args):
    return reverse(f"asye:{name}", args=args)


@pytest.fixture
def here():
    found = with_people()
    RegistrationFactory(person=found.assessor)
    who = {Role.NQSW: found.nqsw, Role.ASSESSOR: found.assessor, Role.MANAGER: found.manager}
    return SimpleNamespace(**vars(found), who=who)


@pytest.fixture
def review(here):
    return scheduled(here.year)


@pytest.fixture
def begun(here, review):
    return held(review, as_actor(here.assessor), absent=("manager",))


@pytest.fixture
def waiting(here, begun):
    return sent(written(begun, here.who), as_actor(here.assessor))


def todo(person):
    own, _ = waiting_in(as_actor(person), app="asye", of=about(Enrolment.objects.get().pk))
    return [item.what for item in own if "review" in item.what or "plan of" in item.what]


def test_it_is_held_and_each_finds_her_part_to_write(here, review):
    Milestone.objects.update(due_on=date(2026, 11, 30))
    page = browser(here.assessor)
    name = here.nqsw.full_name
    assert todo(here.assessor) == [f"Hold the six-month review of {name}"]
    assert "It was held" in words(page.get(at("review", review.pk)))
    form = words(page.get(at("hold-review", review.pk)))
    assert f"Line manager: {here.manager.full_name}" in form
    said = {"held_on": "2026-11-16", "came_nqsw": "yes", "came_assessor": "yes"}
    unsaid = page.post(at("hold-review", review.pk), said)
    assert (unsaid.status_code, Review.objects.get().state) == (422, "scheduled")
    sent_on = page.post(at("hold-review", review.pk), {**said, "came_manager": "no"})
    assert sent_on.url == at("review", review.pk)
    shown = words(browser(here.nqsw).get(at("review", review.pk)))
    assert "Did not come to the review." in shown
    assert "Held on 16 November 2026." in shown
    assert todo(here.nqsw) == ["Write your part of your six-month review"]
    assert todo(here.manager) == [f"Write your part of the six-month review of {name}"]


def test_a_part_is_guarded_and_read_by_others_only_once_it_is_done(here, begun):
    part = ReviewPart.objects.get(role="assessor")
    page, url = browser(here.assessor), at("write-part", part.pk)
    assert "You write as assessor." in words(page.get(url))
    found = page.post(url, {"text": "Telephone 0117 496 0123 was rung."})
    assert (found.status_code, ReviewPart.objects.get(pk=part.pk).text) == (422, "")
    assert "0117 496 0123" in words(found)
    assert page.post(url, {"text": "She is on the way."}).url == at("review", begun.pk)
    assert "She is on the way." in words(page.get(at("review", begun.pk)))
    hers = browser(here.nqsw)
    assert "She is on the way." not in words(hers.get(at("review", begun.pk)))
    page.post(url, {"text": "She is on the way.", "is_done": "yes"})
    assert "She is on the way." in words(hers.get(at("review", begun.pk)))
    assert hers.get(url).status_code == 404
    assert not Overrule.objects.exists()


def test_evidence_is_named_read_and_taken_out(here, begun):
    piece = evidence_in(EvidenceState.COMPLETE, person=here.nqsw, organisation=here.organisation, title="A long visit")
    hers, managers = browser(here.nqsw), browser(here.manager)
    assert "A long visit" in words(hers.get(at("cite-evidence", begun.pk)))
    assert "Nothing is left" in words(browser(here.assessor).get(at("cite-evidence", begun.pk)))
    hers.post(at("cite-evidence", begun.pk), {"pieces": [f"evidence:{piece.pk}"]})
    cited = Cited.objects.get()
    assert "A long visit" in words(managers.get(at("review", begun.pk)))
    assert "Named in the six-month review" in words(managers.get(at("cited-piece", cited.pk)))
    assert managers.post(at("take-out-piece", cited.pk)).status_code == 403
    hers.post(at("take-out-piece", cited.pk))
    assert not Cited.objects.exists()


def test_the_plan_is_made_here_and_the_one_before_has_its_results(here, begun):
    before = Plan.objects.create(enrolment=here.year, stage="months-3-6", made_at=NOW)
    goal = PlanGoal.objects.create(plan=before, need="Court work.", how="Sitting in.", by_on=date(2026, 6, 1))
    hers = browser(here.nqsw)
    said = {"need": "Mental capacity.", "how": "A course.", "by_on": "2026-12-01"}
    hers.post(at("add-goal", begun.pk), said)
    made = PlanGoal.objects.get(need="Mental capacity.")
    assert "Mental capacity." in words(hers.get(at("change-goal", begun.pk, made.pk)))
    hers.post(at("change-goal", begun.pk, made.pk), {**said, "how": "Two courses."})
    assert hers.get(at("change-goal", begun.pk, goal.pk)).status_code == 404
    hers.post(at("say-results", begun.pk), {f"result_{goal.pk}": "met", f"words_{goal.pk}": "Twice."})
    shown = words(hers.get(at("review", begun.pk)))
    assert ("Two courses." in shown, "Met: Twice." in shown) == (True, True)
    hers.post(at("take-out-goal", begun.pk, made.pk))
    assert not PlanGoal.objects.filter(pk=made.pk).exists()
    assert hers.get(at("change-goal", begun.pk, made.pk)).status_code == 404


def test_it_is_sent_with_a_reason_for_each_thing_missing_and_signed_by_all(here, begun):
    written(begun, here.who)
    page = browser(here.assessor)
    assert todo(here.assessor) == [f"Send the six-month review of {here.nqsw.full_name} to be signed"]
    shown = words(page.get(at("send-review", begun.pk)))
    assert f'href="{at("add-goal", begun.pk)}">The development plan “Months 6 to 12” has no goal.' in shown
    because = {"because_evidence": "It comes with the next one.", "because_plan": "On Monday."}
    assert page.post(at("send-review", begun.pk), {}).status_code == 422
    page.post(at("send-review", begun.pk), because)
    assert todo(here.nqsw) == ["Sign your six-month review"]
    hers = browser(here.nqsw)
    read = hers.get(at("sign-review", begun.pk))
    assert "On Monday." in words(read)
    hers.post(at("sign-review", begun.pk), {"seen": read.context["form"].fields["seen"].initial})
    assert todo(here.nqsw) == []
    for person in (here.assessor, here.manager):
        signed(begun, person)
    assert Review.objects.get().state == "locked"
    hers.post(at("add-to-review", begun.pk), {"words": "The panel has met."})
    assert "The panel has met." in words(hers.get(at("review", begun.pk)))
    assert hers.get(at("sign-review", begun.pk)).url == at("review", begun.pk)


def test_what_is_needed_is_not_explained_away(here, begun):
    page = browser(here.assessor)
    assert "Needed before anybody signs." in words(page.get(at("send-review", begun.pk)))
    page.post(at("assess-stage", begun.pk), {"progress": "concerns"})
    shown = words(page.get(at("review", begun.pk)))
    assert "There are concerns, and no plan of support is noted." in shown
    assert browser(here.nqsw).get(at("assess-stage", begun.pk)).status_code == 403


def test_taking_it_back_withdraws_the_names_for_all_to_see(here, waiting):
    signed(waiting, here.nqsw)
    browser(here.manager).post(at("reopen-review", waiting.pk), {"note": "The day is wrong."})
    shown = words(browser(here.nqsw).get(at("review", waiting.pk)))
    assert f"{here.nqsw.full_name}. The day is wrong." in shown
    assert browser(here.manager).get(at("reopen-review", waiting.pk)).url == at("review", waiting.pk)


def test_an_optional_review_is_waived_and_held_after_all(here):
    review = scheduled(here.year, code="review-9", title="Nine-month review", is_optional=True)
    page = browser(here.assessor)
    assert "It is not held" in words(page.get(at("waive-review", review.pk)))
    page.post(at("waive-review", review.pk), {"because": "All goes well."})
    assert "Not held. All goes well." in words(page.get(at("review", review.pk)))
    page.post(at("hold-review-after-all", review.pk))
    assert Review.objects.get().state == "scheduled"


def test_a_deputy_signs_and_writes_nothing_and_a_new_assessor_is_told_of(here, waiting):
    deputy = staff_of(here.organisation)
    DeputyFactory(person=here.manager, deputy=deputy, organisation=here.organisation)
    assert todo(deputy) == [f"Sign the six-month review of {here.nqsw.full_name}"]
    part = ReviewPart.objects.get(role="manager")
    assert browser(deputy).get(at("write-part", part.pk)).status_code == 404
    here.year.parts.filter(role="assessor").update(until_on=date(2026, 6, 1))
    new = staff_of(here.organisation)
    PartFactory(enrolment=here.year, person=new, from_on=date(2026, 6, 2), because="Long leave.")
    shown = words(browser(deputy).get(at("review", waiting.pk)))
    assert f"<strong>{new.full_name}</strong> is assessor since 2 June 2026: Long leave." in shown
    assert browser(here.assessor).get(at("review", waiting.pk)).status_code == 404


def test_a_concern_is_noted_carried_on_and_closed(here, begun):
    page, hers = browser(here.assessor), browser(here.nqsw)
    form = words(page.get(at("note-concern", here.year.pk)))
    assert "Capability, conduct and health do not belong here." in form
    said = {"words": "Records are late.", "plan": "A weekly hour.", "plan_from_on": "2026-11-02"}
    page.post(at("note-concern", here.year.pk) + f"?review={begun.pk}", {**said, "plan_review_on": "2026-11-20"})
    page.post(at("note-concern", here.year.pk) + "?review=x", {**said, "plan_review_on": "2026-11-21"})
    concern = Concern.objects.get(review=begun)
    assert todo(here.manager)[0] == f"Look at the plan of support with {here.nqsw.full_name}"
    shown = words(hers.get(at("concern", concern.pk)))
    assert ("Records are late." in shown, "Carry the plan on" in shown) == (True, False)
    page.post(at("carry-concern-on", concern.pk), {"plan": "Two hours.", "plan_review_on": "2026-12-20"})
    assert "Two hours." in words(page.get(at("concern", concern.pk)))
    page.post(at("close-concern", concern.pk), {"words": "All on time."})
    assert "All on time." in words(hers.get(at("concern", concern.pk)))
    assert page.get(at("close-concern", concern.pk)).url == at("concern", concern.pk)
    assert hers.get(at("note-concern", here.year.pk)).status_code == 403


def test_others_see_nothing_and_reading_is_noted(here, begun):
    elsewhere = staff_of(OrganisationFactory())
    colleague = browser(staff_of(here.organisation))
    for client in (colleague, browser(elsewhere)):
        assert client.get(at("review", begun.pk)).status_code == 404
    browser(here.manager).get(at("review", begun.pk))
    assert Event.objects.filter(act="read", about_id=here.nqsw.pk, subject_label="asye.review").count() == 1
