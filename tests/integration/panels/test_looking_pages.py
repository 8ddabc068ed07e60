"""Reviews side by side, another look at them, and opening one again: for who may, and for nobody else."""

from dataclasses import replace

import pytest
from django.urls import reverse

from panels.models import AnotherLook, Assignment, Case
from panels.selectors.sections.reviews import reviews_section
from panels.selectors.sight import sees_of
from panels.services.looking import ask_to_look
from panels.services.reviewing import hand_in
from tests.factories.judging import GOOD, in_review
from tests.factories.panels import TieFactory, review_of, seat_of
from tests.factories.people import NOW, as_actor, staff_of
from tests.integration.pages import browser, words

pytestmark = pytest.mark.django_db
AGENDA = "Put it on the agenda"
DOUBTED = replace(GOOD, levels={"whole": "not-yet"}, overall="not_yet", words="I do not see it yet.", flags="")


@pytest.fixture
def apart():
    """A case two reviewers judged apart; the third member of its panel did not review it."""
    case, given = in_review()
    for assignment, said in zip(given, (GOOD, DOUBTED), strict=True):
        hand_in(assignment=assignment, said=said, by=as_actor(assignment.person), at=NOW)
    case.refresh_from_db()
    return case, given, case.panel.members.filter(seat="member").order_by("pk")[2].person


def ask_url(case):
    return reverse("panels:ask-to-look", args=[case.pk])


def open_url(assignment):
    return reverse("panels:open-again", args=[assignment.pk])


def test_chair_reads_reviews_side_by_side_with_what_asks_for_a_look(apart):
    case, (first, second), _ = apart
    found = words(browser(seat_of(case.panel)).get(case.get_absolute_url()))
    for part in (first.person.full_name, second.person.full_name, "Shown", "Not yet shown", GOOD.words, DOUBTED.words):
        assert part in found
    assert "What asks for another look before the panel meets:" in found
    assert "The whole: the reviewers are 2 levels apart, from “Not yet” to “Ready”." in found
    assert GOOD.flags in found
    assert ask_url(case) in found
    assert open_url(first) in found
    assert AGENDA not in found


def test_reviewer_reads_them_without_flags_and_without_buttons(apart):
    case, (first, second), _ = apart
    found = words(browser(second.person).get(case.get_absolute_url()))
    assert GOOD.words in found
    assert [part for part in (GOOD.flags, ask_url(case), open_url(first)) if part in found] == []


def test_clerk_lead_candidate_and_who_is_tied_read_none_of_it(apart):
    case, (first, second), third = apart
    TieFactory(case=case, person=second.person)
    clerk = words(browser(seat_of(case.panel, "clerk")).get(case.get_absolute_url()))
    own = words(browser(case.person).get(case.get_absolute_url()))
    member = words(browser(third).get(case.get_absolute_url()))
    assert [part for part in (GOOD.words, "Not yet shown") if part in clerk + own + member] == []
    assert first.person.full_name not in own + member
    assert browser(second.person).get(case.get_absolute_url()).status_code == 404


def test_chair_asks_somebody_who_may_look(apart):
    case, _, third = apart
    chair = browser(seat_of(case.panel))
    page = chair.get(ask_url(case))
    assert [label for _, label in page.context["form"].fields["person"].choices] == sorted(
        [third.full_name, seat_of(case.panel).full_name], key=lambda name: (name.split()[-1], name)
    )
    assert "The whole: the reviewers are 2 levels apart" in words(page)
    assert chair.post(ask_url(case), {"person": str(third.pk)}).url == case.get_absolute_url()
    assert Assignment.objects.looks().get().person == third
    found = words(chair.get(case.get_absolute_url()))
    assert "Somebody is looking at this case already." in found
    assert browser(seat_of(case.panel, "clerk")).get(ask_url(case)).status_code == 200


@pytest.mark.parametrize("who", ["first", "third", "candidate"])
def test_nobody_else_asks(apart, who):
    case, (first, _), third = apart
    person = {"first": first.person, "third": third, "candidate": case.person}[who]
    assert browser(person).get(ask_url(case)).status_code == 403
    assert browser(staff_of(case.organisation)).get(ask_url(case)).status_code == 404


def test_clerk_asking_is_not_told_what_asks_for_it(apart):
    case, _, _ = apart
    page = words(browser(seat_of(case.panel, "clerk")).get(ask_url(case)))
    assert "apart" not in page
    assert "Not yet" not in page


def test_whoever_looks_reads_all_and_says_whether_it_holds(apart):
    case, _, third = apart
    look = ask_to_look(case=case, person=third, by=as_actor(seat_of(case.panel)), at=NOW)
    client = browser(third)
    address = reverse("panels:look", args=[look.pk])
    assert client.get(look.get_absolute_url()).url == address
    found = words(client.get(address))
    assert GOOD.words in found
    assert DOUBTED.words in found
    assert "Piece of practice 1" in found
    wrong = client.post(address, {"view": "vary", "reason": "", "words": "Thin."})
    assert (wrong.status_code, AnotherLook.objects.count()) == (422, 0)
    assert "Choose the reason from the list." in words(wrong)
    assert client.post(address, {"view": "vary", "reason": "evidence_thin", "words": "Thin."}).status_code == 302
    told = words(browser(seat_of(case.panel)).get(case.get_absolute_url()))
    assert f"Looked at once more by {third.full_name}" in told
    assert "The evidence does not carry the level." in told
    assert "What asked for another look, and has had one:" in told
    assert AGENDA in told
    assert client.get(address).url == reverse("panels:judged", args=[look.pk])


def test_chair_opens_a_review_again_and_the_reviewer_reads_why(apart):
    case, (first, _), _ = apart
    chair = browser(seat_of(case.panel))
    assert chair.post(open_url(first), {"reason": ""}).status_code == 422
    assert chair.post(open_url(first), {"reason": "Look at piece 2."}).url == case.get_absolute_url()
    assert "Look at piece 2." in words(browser(first.person).get(reverse("panels:review", args=[first.pk])))
    assert GOOD.words not in words(chair.get(case.get_absolute_url()))


def test_only_the_chair_opens_a_review_again(apart):
    case, (first, second), third = apart
    people = (first.person, second.person, seat_of(case.panel, "clerk"), case.person, third)
    assert [browser(who).get(open_url(first)).status_code for who in people] == [403, 404, 403, 404, 404]


@pytest.mark.parametrize("number", [1, 3])
def test_section_takes_as_many_queries_with_more_reviews(number, django_assert_num_queries):
    case, given = in_review(reviewers=0)
    for _ in range(number):
        review_of(case)
    Case.objects.filter(pk=case.pk).update(state="reviews_in")
    case.refresh_from_db()
    chair = as_actor(seat_of(case.panel))
    sees = sees_of(chair, case)
    with django_assert_num_queries(8):
        section = reviews_section(case, actor=chair, sees=sees, on=chair.on)
    assert (len(section.context["shown"].to_open), given) == (number, [])
