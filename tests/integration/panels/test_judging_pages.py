"""The pages of whoever judges: what was handed in beside the criteria, saved as it is written, read by nobody else."""

import json
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.engines.drafts.models import Draft
from asye.models import Recommendation
from panels.choices.cases import CaseKind
from panels.models import Assignment, Case, Review
from panels.selectors.material import material_of
from panels.selectors.sight import sees_of
from panels.services.reviewing import hand_in
from panels.views.judging import BESIDE
from tests.factories.asye import PartFactory
from tests.factories.contents import content, snapshot_of
from tests.factories.identity import PersonFactory
from tests.factories.judging import GOOD, in_review, judged_panel
from tests.factories.panels import TieFactory, case_in, recommended_in, review_of, seat_of
from tests.factories.people import NOW, TODAY, as_actor, staff_of
from tests.integration.pages import browser, words

pytestmark = pytest.mark.django_db
ANSWERS = {
    "level_whole": "shown",
    "reason_whole": "Piece 1 shows it.",
    "overall": "progress",
    "words": "She is ready.",
    "flags": "Ask about the second visit.",
}


def url(name, thing):
    return reverse(f"panels:{name}", args=[thing.pk])


def test_reviewer_reads_what_was_handed_in_beside_the_criteria():
    case, (first, _) = in_review()
    found = words(browser(first.person).get(url("review", first)))
    assert f'<h1 class="govuk-heading-l app-tight">{case.person.full_name}</h1>' in found
    for part in json.loads(case.snapshot.content)["sections"]:
        assert part["title"] in found
    assert "Does what is handed in show the knowledge and skills the next step needs?" in found
    assert "It is there, with evidence of her own practice and of what she thinks about it." in found
    assert "/files/" not in found


def test_blind_reviewer_reads_no_name_on_any_page():
    case, (first, _) = in_review(names="blind")
    client = browser(first.person)
    pages = [client.get(url(name, first)) for name in ("review", "judged", "notes")]
    pages.append(client.get(case.get_absolute_url()))
    assert [page.status_code for page in pages] == [200] * 4
    for page in pages:
        assert f"Case {case.pk}" in words(page)
        told = (case.person.family_name, case.person.given_name, "Osei", "Helen Prosser")
        assert [name for name in told if name in words(page)] == []


def test_reviewer_hands_in_and_reads_it_again():
    _case, (first, _) = in_review()
    client = browser(first.person)
    answer = client.post(url("review", first), ANSWERS)
    assert (answer.status_code, answer.url) == (302, url("judged", first))
    review = Review.objects.get()
    assert (review.assignment, review.flags, review.scores.get().reason) == (
        first,
        "Ask about the second visit.",
        "Piece 1 shows it.",
    )
    found = words(client.get(answer.url))
    assert "Piece 1 shows it." in found
    assert "Ask about the second visit." in found
    assert client.get(url("review", first)).url == url("judged", first)


def test_review_that_lacks_something_comes_back_with_all_its_words():
    _, (first, _) = in_review()
    answer = browser(first.person).post(url("review", first), {**ANSWERS, "level_whole": "", "words": ""})
    assert answer.status_code == 422
    found = words(answer)
    assert "Choose a level for “The work as a whole”." in found
    assert "Say what your view of the whole rests on." in found
    assert "Piece 1 shows it." in found
    assert Review.objects.count() == 0


def test_words_put_by_without_script_are_there_again():
    _, (first, _) = in_review()
    client = browser(first.person)
    kept = client.post(url("review", first), {"reason_whole": "So far.", "keep": "1", "revision": "0", "tab": "a"})
    assert kept.url == url("judge", first)
    assert Draft.objects.get().payload == {"reason_whole": ["So far."]}
    assert "So far." in words(client.get(url("review", first)))
    assert Review.objects.count() == 0


def test_second_tab_is_told_and_sees_both_texts():
    _, (first, _) = in_review()
    client = browser(first.person)
    address = reverse("drafts:save", args=["panels.review", str(first.pk)])
    one = client.post(address, {"reason_whole": "One.", "revision": "0", "tab": "a"})
    other = client.post(address, {"reason_whole": "Other.", "revision": "0", "tab": "b"})
    assert (one.status_code, other.status_code) == (200, 409)
    both = words(client.get(other.json()["compare_url"]))
    assert "One." in both
    assert "Other." in both
    late = client.post(url("review", first), {"reason_whole": "Third.", "keep": "1", "revision": "0", "tab": "c"})
    assert late.url == reverse("drafts:compare", args=["panels.review", str(first.pk)])


def test_handed_in_the_draft_is_gone_and_opened_again_the_form_is_filled():
    _, (first, _) = in_review()
    client = browser(first.person)
    client.post(url("review", first), {**ANSWERS, "keep": "1", "revision": "0"})
    client.post(url("review", first), ANSWERS)
    assert Draft.objects.count() == 0
    first.refresh_from_db()
    first.state, first.opened_again_because = "accepted", "The second visit is not in it."
    first.save()
    found = words(client.get(url("review", first)))
    assert "The second visit is not in it." in found
    assert "Piece 1 shows it." in found
    assert 'value="shown" checked' in found


def test_notes_stay_with_their_writer():
    case, (first, second) = in_review()
    client = browser(first.person)
    assert client.post(url("notes", first), {"notes": "Ask about the stairs."}).url == url("judge", first)
    assert "Ask about the stairs." in words(client.get(url("notes", first)))
    for who in (second.person, seat_of(case.panel), case.person):
        assert browser(who).get(url("notes", first)).status_code == 404
    assert "stairs" not in words(browser(seat_of(case.panel)).get(case.get_absolute_url()))


@pytest.mark.parametrize("name", ["review", "judged", "notes", "look"])
def test_nobody_else_opens_a_page_of_judging(name):
    case, (first, second) = in_review()
    TieFactory(case=case, person=second.person)
    mine = browser(second.person).get(url(name, second)).status_code
    theirs = [browser(who).get(url(name, first)).status_code for who in (seat_of(case.panel), case.person)]
    assert (mine, theirs) == (404, [404, 404])


def test_address_of_mails_leads_each_to_her_page():
    case, (first, _) = in_review()
    assert browser(first.person).get(url("judge", first)).url == url("review", first)
    assert browser(seat_of(case.panel)).get(url("judge", first)).url == case.get_absolute_url()
    assert browser(case.person).get(url("judge", first)).status_code == 404
    Case.objects.filter(pk=case.pk).update(state="on_agenda")
    assert browser(first.person).get(url("judge", first)).url == url("judged", first)


def test_reading_is_noted_and_never_told_to_the_candidate():
    case, (first, _) = in_review()
    client = browser(first.person)
    client.get(url("review", first))
    client.get(case.get_absolute_url())
    assert list(Event.objects.filter(kind="read").values_list("subject_label", "about_id")) == [
        ("panels.case", None),
        ("panels.assignment", None),
    ]


def test_nobody_reads_a_review_before_all_are_in():
    case, (first, second) = in_review()
    hand_in(assignment=first, said=GOOD, by=as_actor(first.person), at=NOW)
    for who in (second.person, seat_of(case.panel), seat_of(case.panel, "clerk"), case.person):
        found = words(browser(who).get(case.get_absolute_url()))
        assert GOOD.words not in found
        assert "Pieces 1 and 2 show it." not in found
    hand_in(assignment=second, said=replace(GOOD, words="Not sure."), by=as_actor(second.person), at=NOW)
    read = [GOOD.words in words(browser(who).get(case.get_absolute_url())) for who in _everybody(case, second)]
    assert read == [True, True, False, False]


def _everybody(case, second):
    return seat_of(case.panel), second.person, seat_of(case.panel, "clerk"), case.person


def test_who_comes_again_is_judged_on_what_was_not_met_and_what_changed_stands_first():
    panel = judged_panel()
    earlier = case_in("released", panel=panel)
    review_of(earlier, level="not-yet", standing="not_met")
    portfolio = earlier.portfolio
    later = content(pieces=3)
    case, (first, _) = in_review(panel, person=earlier.person, earlier=earlier)
    case.snapshot = snapshot_of(later, portfolio, number=2)
    case.save()
    found = words(browser(first.person).get(url("review", first)))
    assert found.index("What changed since last time") < found.index('id="section-')
    assert "Piece of practice 3: new" in found
    assert (found.count(">Section 1: changed</h2>"), found.count(">Section 1</h2>")) == (1, 1)
    assert "She comes again. Judged are the criteria that were not met last time." in found


def test_asye_is_judged_by_three_parts_answered_from_the_record():
    panel = judged_panel(purpose="moderation")
    case, (first, _) = in_review(panel, kind=CaseKind.MODERATION)
    client = browser(first.person)
    found = words(client.get(url("review", first)))
    for heading in ("Is it complete?", "Is the decision sound?", "Is the recommendation borne out?", "Feedback"):
        assert heading in found
    assert "Seen across all areas." in found
    assert case.person.family_name not in found
    assert case.recommendation.person.family_name not in found
    page = client.get(url("review", first)).context["form"]
    checks = {name: page[name].value() for name in page.fields if name.startswith("check_")}
    said = {**checks, **{f"test_{code}": "yes" for code in ("consistent", "accurate", "valid", "robust", "sufficient")}}
    told = {"overall": "query", "words": "Thin.", "to_assessor": "Which observation?", "to_candidate": "Go on."}
    assert client.post(url("review", first), {**said, **told}).status_code == 302
    review = Review.objects.get()
    assert (review.overall, review.to_assessor, review.tests["valid"]) == ("query", "Which observation?", True)
    assert "Which observation?" in words(client.get(url("judged", first)))


def test_report_without_names_names_nobody_who_has_a_part_in_the_year():
    panel = judged_panel(purpose="moderation")
    supervisor = staff_of(panel.organisation)
    report = f"{supervisor.full_name} saw her at work. {panel.organisation.name} supports it."
    sent = recommended_in(panel.organisation, report=report)
    PartFactory(enrolment=sent.enrolment, person=supervisor, role="supervisor")
    _, (first, _) = in_review(panel, kind=CaseKind.MODERATION, recommendation=sent, person=sent.enrolment.person)
    found = words(browser(first.person).get(url("review", first)))
    assert "The professional supervisor saw her at work. The organisation supports it." in found
    assert supervisor.family_name not in found


def test_what_changed_since_an_earlier_moderation_names_nobody_who_has_a_part_in_the_year():
    panel = judged_panel(purpose="moderation")
    sent = recommended_in(panel.organisation)
    PartFactory(enrolment=sent.enrolment, person=PersonFactory(family_name="Zqvisitor"), role="supervisor")
    said = {"enrolment": sent.enrolment, "person": sent.person, "outcome": "pass", "recommended_at": NOW}
    again = Recommendation.objects.create(number=2, report="Asked about, and answered.", **said)
    about = {"panel": panel, "kind": CaseKind.MODERATION, "person": sent.enrolment.person}
    earlier = case_in("released", recommendation=sent, **about)
    portfolio = earlier.portfolio
    earlier.snapshot = snapshot_of(content(text="It was Zqvisitor who saw her."), portfolio, number=2)
    earlier.save()
    later = snapshot_of(content(text="Nobody else was there."), portfolio, number=3)
    _, (first, _) = in_review(earlier=earlier, recommendation=again, snapshot=later, accepted_at=NOW, **about)
    found = words(browser(first.person).get(url("review", first)))
    assert ("What changed since last time" in found, "who saw her" in found, "Zqvisitor" in found) == (
        True,
        True,
        False,
    )


def test_signed_out_reader_is_sent_to_sign_in():
    _, (first, _) = in_review()
    assert Client().get(url("review", first)).status_code == 302


@pytest.mark.parametrize("number", [1, 3])
def test_what_was_handed_in_takes_as_many_queries_with_more_pieces(number, django_assert_num_queries):
    case, (first, _) = in_review(earlier=case_in("released"))
    case.snapshot = snapshot_of(content(pieces=number), case.portfolio, number=2)
    case.save()
    sees = sees_of(as_actor(first.person), case)
    with django_assert_num_queries(3):
        found = material_of(Assignment.objects.select_related(*BESIDE).get(pk=first.pk).case, sees, on=TODAY)
    assert found.pieces == 2 * number
