"""The pages of inductions: ticking, confirming, earlier learning, signing by both, ending, beginning."""

from datetime import date

import pytest

from academy.development.models import Induction, InductionTick
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.identity import TODAY
from tests.factories.inductions import InductionItemFactory, InductionProgrammeFactory, induction_of, settled
from tests.factories.people import AbsenceFactory, DeputyFactory, holder_of, staff_of

LIST = "/development/inductions/"


@pytest.fixture
def programme(council):
    return InductionProgrammeFactory(
        title="Induction in adult social care",
        components=[{"code": "supervision", "title": "Supervision"}, {"code": "shadowing", "title": "Shadowing"}],
    )


@pytest.fixture
def items(programme):
    said = [
        ("know", "Your team", "supervision", 2),
        ("understand", "Your duties", "", None),
        ("do", "Shadow three colleagues", "shadowing", 8),
    ]
    return [
        InductionItemFactory(programme=programme, kind=kind, title=title, component=component, week=week)
        for kind, title, component, week in said
    ]


@pytest.fixture
def induction(council, programme, items):
    return induction_of(council.author, programme=programme)


@pytest.fixture
def manager(council):
    return council.client(council.manager)


@pytest.fixture
def lead(council):
    return council.client(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))


def shown(response, status=200):
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def at(induction, *path):
    return "/".join([f"{LIST}{induction.pk}", *map(str, path), ""])


def test_her_page_shows_items_by_kind_and_week_when_it_is_due_and_why(browser, council, induction):
    AbsenceFactory(person=council.author, from_on=date(2026, 10, 1), until_on=date(2026, 10, 10))

    page = shown(browser.get(at(induction)))

    assert [page.index(f">{kind}</h2>") for kind in ("To know", "To understand", "To do")] == sorted(
        page.index(f">{kind}</h2>") for kind in ("To know", "To understand", "To do")
    )
    assert "<strong>Due 11 March 2027</strong>" in page
    assert "Due 6 months after joining on 1 September 2026, moved by 10 days away." in page
    assert "0 of 3 settled." in page
    assert "It consists of: supervision and shadowing." in page
    assert "3 things are not settled yet: each is ticked by both of you, or accepted as learnt before." in page


def test_she_ticks_many_in_one_form_and_a_tick_keeps_its_day(browser, induction, items):
    InductionTick.objects.create(induction=induction, item=items[0], own_on=date(2026, 11, 1))
    form = shown(browser.get(at(induction, "tick")))

    sent = browser.post(at(induction, "tick"), {"items": [items[0].pk, items[2].pk]})

    assert "Supervision, by the end of week 2" in form
    assert f'value="{items[0].pk}" checked' in form
    assert sent.url == at(induction)
    assert dict(induction.ticks.values_list("item", "own_on")) == {items[0].pk: date(2026, 11, 1), items[2].pk: TODAY}
    assert Event.objects.get(act="development.induction.tick").about_id == induction.person_id


def test_tick_taken_away_is_gone_and_what_is_settled_is_not_asked_again(browser, council, induction, items):
    settled_row = InductionTick.objects.create(
        induction=induction, item=items[0], own_on=TODAY, manager_on=TODAY, manager_by=council.manager
    )
    InductionTick.objects.create(induction=induction, item=items[1], own_on=TODAY)
    form = shown(browser.get(at(induction, "tick")))

    browser.post(at(induction, "tick"), {"items": []})

    settled_row.refresh_from_db()
    assert (items[0].title in form, items[1].title in form) == (False, True)
    assert settled_row.own_on == TODAY
    assert induction.ticks.get(item=items[1]).own_on is None


def test_manager_confirms_what_was_ticked_and_takes_a_confirmation_back(manager, council, induction, items):
    for item in items[:2]:
        InductionTick.objects.create(induction=induction, item=item, own_on=TODAY)
    page = shown(manager.get(at(induction)))
    form = shown(manager.get(at(induction, "confirm")))

    manager.post(at(induction, "confirm"), {"items": [items[0].pk, items[1].pk]})
    manager.post(at(induction, "confirm"), {"items": [items[1].pk]})

    assert "Confirm what was learnt (2)" in page
    assert (items[1].title in form, items[2].title in form) == (True, False)
    assert list(induction.ticks.order_by("pk").values_list("manager_on", "manager_by")) == [
        (None, None),
        (TODAY, council.manager.pk),
    ]


def test_what_was_not_ticked_cannot_be_confirmed(manager, induction, items):
    page = shown(manager.post(at(induction, "confirm"), {"items": [items[0].pk]}), 422)

    assert "Choose only from the answers shown." in page
    assert induction.ticks.count() == 0


def test_deputy_confirms_for_the_manager_and_both_names_stay(council, induction, items):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)
    InductionTick.objects.create(induction=induction, item=items[0], own_on=TODAY)

    council.client(deputy).post(at(induction, "confirm"), {"items": [items[0].pk]})

    event = Event.objects.get(act="development.induction.confirm")
    assert induction.ticks.get().manager_by == deputy
    assert (event.actor.name, event.on_behalf_of.name) == (deputy.full_name, council.manager.full_name)


@pytest.mark.parametrize(
    ("answer", "word", "counts"), [("accept", "accepted", (1, 2)), ("decline", "declined", (0, 3))]
)
@pytest.mark.parametrize("judge", ["manager", "lead"])
def test_earlier_learning_is_offered_in_words_and_judged_with_name_and_day(
    request, browser, induction, items, judge, answer, word, counts
):
    sheet = f"items/{items[1].pk}"
    browser.post(at(induction, sheet, "earlier"), {"words": "Level 2 with my last employer."})
    judging = request.getfixturevalue(judge)
    form = shown(judging.get(at(induction, sheet, "judge")))

    judging.post(at(induction, sheet, "judge"), {"answer": answer})

    tick = induction.ticks.get()
    page = shown(browser.get(at(induction)))
    assert "Level 2 with my last employer." in form
    assert (tick.earlier, tick.earlier_at.date()) == (word, TODAY)
    assert f"by {tick.earlier_by.full_name} on 17 November 2026" in page
    assert tuple(page.count(f"</svg> {state}</span>") for state in ("Learnt before", "Not yet")) == counts


def test_item_of_another_programme_has_no_page(browser, induction):
    other = InductionItemFactory()

    assert browser.get(at(induction, "items", other.pk, "earlier")).status_code == 404


def test_both_sign_and_the_day_it_was_due_is_kept(browser, manager, council, induction):
    Induction.objects.filter(pk=induction.pk).update(programme=InductionProgrammeFactory())
    induction.refresh_from_db()
    settled(induction, by=council.manager)
    AbsenceFactory(person=council.author, from_on=date(2026, 10, 1), until_on=date(2026, 10, 10))

    browser.post(at(induction, "sign"))
    between = shown(browser.get(at(induction)))
    manager.post(at(induction, "sign"))

    induction.refresh_from_db()
    page = shown(browser.get(at(induction)))
    assert "You have signed. It is complete once the other has signed, too." in between
    assert (induction.state, induction.kept_due_on, induction.manager_signed_by) == (
        "signed",
        date(2027, 3, 11),
        council.manager,
    )
    assert "Signed by both" in page
    assert f"Signed by {council.manager.full_name} on 17 November 2026" in page


def test_change_after_the_first_signature_takes_it_away(browser, manager, council, induction, items):
    for item in items:
        InductionTick.objects.create(
            induction=induction, item=item, own_on=TODAY, manager_on=TODAY, manager_by=council.manager
        )
    manager.post(at(induction, "sign"))

    manager.post(at(induction, "open"))

    induction.refresh_from_db()
    assert (induction.state, induction.manager_signed_at, induction.manager_signed_by) == ("open", None, None)
    assert "Choose" not in shown(browser.get(at(induction)))


def test_academy_sees_an_induction_and_does_not_sign_it(lead, induction):
    page = shown(lead.get(at(induction)))

    assert lead.post(at(induction, "sign")).status_code == 403
    assert "End it without signatures" in page
    assert Event.objects.filter(act="read", about_id=induction.person_id).count() == 1


def test_induction_ends_without_signatures_with_a_reason_both_read(browser, manager, induction):
    refused = shown(manager.post(at(induction, "end"), {"reason": " "}), 422)

    manager.post(at(induction, "end"), {"reason": "Moved to another council."})

    page = shown(browser.get(at(induction)))
    assert "Write an answer to “Why does it end?”." in refused
    assert "Ended without signing" in page
    assert "Ended: Moved to another council." in page


def test_signed_induction_is_changed_by_nobody(browser, council, programme):
    held = induction_of(council.author, "signed", programme=programme)

    page = shown(browser.post(at(held, "tick"), {"items": []}), 422)

    assert "This induction is over. It stays as it is." in page


def test_colleague_finds_nothing(council, induction):
    client = council.client(council.colleague)

    assert client.get(at(induction)).status_code == 404
    assert induction.person.full_name not in shown(client.get(LIST))


def test_list_shows_ones_own_and_ones_people(browser, manager, council, induction):
    own, managed = shown(browser.get(LIST)), shown(manager.get(LIST))

    assert (f'href="{at(induction)}"' in own, f'href="{at(induction)}"' in managed) == (True, True)
    assert (council.author.full_name in managed, "Begin an induction" in own) == (True, False)


def test_manager_begins_the_induction_of_somebody_who_has_none(manager, council, programme):
    form = shown(manager.get(f"{LIST}begin/"))

    sent = manager.post(f"{LIST}begin/", {"post": council.author.posts.get().pk})

    begun = Induction.objects.get()
    assert council.author.full_name in form
    assert sent.url == at(begun)
    assert (begun.person, begun.programme, begun.due_on) == (council.author, programme, date(2022, 10, 1))


def test_nobody_is_left_to_begin_for(manager, induction):
    assert "Everybody you answer for has one." in shown(manager.get(f"{LIST}begin/"))
