from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.development.models import RenewalAct, RenewalPiece
from academy.development.selectors.handover import sheets_of
from academy.development.services.renewals import choose, note
from tests.factories.development import WORDS, kept_by
from tests.factories.people import NOW, RegistrationFactory, as_actor
from tests.factories.reflections import reflection_of
from tests.factories.renewals import regulators_loaded

DAY = date(2026, 11, 2)


@pytest.fixture
def registered(council):
    regulators_loaded()
    return RegistrationFactory(person=council.author)


@pytest.fixture
def therapist(council):
    regulators_loaded()
    return RegistrationFactory(person=council.author, regulator="hcpc", number="OT12345")


def noted(council, *acts):
    by = as_actor(council.author)
    return [note(regulator="swe", act=act, done_on=DAY, by=by, at=NOW) for act in acts]


def chosen(council, *entries):
    return choose(regulator="swe", entries=entries, by=as_actor(council.author), at=NOW)


def shown(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def test_year_shows_the_three_acts_as_a_card(browser, council, registered):
    noted(council, "cpd", "form")
    page = shown(browser.get("/cpd/"))
    assert "Renewal closes on 30 November 2026 at 23:59, in 13 days." in page
    assert page.count("Done on 2 November 2026, as you noted.") == 2
    assert 'href="/cpd/renewal/swe/acts/fee/">I have paid it</a>' in page
    assert 'href="/cpd/renewal/handover/">Hand-over sheet</a>' in page


def test_year_of_somebody_on_no_register_shows_no_renewal(browser):
    page = shown(browser.get("/cpd/"))
    assert ("Social Work England" in page, "Renewal" in page) == (False, False)


def test_renewal_of_somebody_on_no_register_asks_nothing(browser):
    assert "No regulator asks anything of you here" in shown(browser.get("/cpd/renewal/"))
    assert "No regulator of yours asks for pieces." in shown(browser.get("/cpd/renewal/handover/"))


def test_renewal_of_an_occupational_therapist_tells_of_cycle_mixture_and_profile(browser, council, therapist):
    kept_by(council.author)
    page = shown(browser.get("/cpd/renewal/"))
    for words in (
        "The renewal window opens on 1 August 2027 and closes on 31 October 2027.",
        "1 entry dated since 1 November 2025.",
        "Yours since 1 November 2025: Work with a person or family.",
        "You write a profile only if HCPC chooses you for its audit.",
        "A written profile with evidence, when you are asked for it.",
    ):
        assert words in page
    assert "Hand-over sheet" not in page


def test_renewal_lists_what_was_noted_with_a_way_to_take_it_back(browser, council, registered):
    (act,) = noted(council, "fee")
    page = shown(browser.get("/cpd/renewal/"))
    assert f'href="/cpd/renewal/acts/{act.pk}/take-back/">Take it back' in page
    assert "Social Work England, done on 2 November 2026" in page


def test_noting_an_act_leads_back_and_says_what_counts(browser, council, registered):
    assert 'value="17 November 2026"' in shown(browser.get("/cpd/renewal/swe/acts/fee/"))
    page = shown(browser.post("/cpd/renewal/swe/acts/fee/", {"done_on": "2 November 2026"}, follow=True))
    assert "Noted. Keep the regulator’s confirmation; it is what counts." in page
    assert RenewalAct.objects.get().done_on == DAY


def test_noting_a_day_before_the_window_is_refused_beside_its_field(browser, registered):
    page = shown(browser.post("/cpd/renewal/swe/acts/fee/", {"done_on": "31 August 2026"}), 422)
    assert "Write a day of the window, 1 September 2026 to 30 November 2026." in page
    assert RenewalAct.objects.count() == 0


def test_acts_and_regulators_that_are_not_there_are_not_found(browser, registered):
    for path in ("swe/acts/tea/", "hcpc/acts/fee/", "gmc/acts/fee/", "hcpc/pieces/"):
        assert (path, browser.get(f"/cpd/renewal/{path}").status_code) == (path, 404)


def test_pieces_are_not_asked_of_a_therapist(browser, therapist):
    assert browser.get("/cpd/renewal/hcpc/pieces/").status_code == 404


def test_taking_back_asks_why_and_only_its_owner(browser, council, registered):
    (act,) = noted(council, "fee")
    address = f"/cpd/renewal/acts/{act.pk}/take-back/"
    assert "You noted 2 November 2026 for Social Work England." in shown(browser.get(address))
    assert council.client(council.manager).get(address).status_code == 404
    page = shown(browser.post(address, {"reason": "It was last year’s."}, follow=True))
    assert "Taken back. Note it again when it is done." in page
    assert browser.get(address).status_code == 404


def test_pieces_are_chosen_from_what_was_kept_and_lead_to_the_sheet(browser, council, registered):
    one, two = kept_by(council.author), kept_by(council.author, words=replace(WORDS, title="Another"))
    kept_by(council.author, words=replace(WORDS, title="Too old", started_on=date(2024, 11, 1)))
    kept_by(council.author, words=replace(WORDS, title="Long " * 30))
    page = shown(browser.get("/cpd/renewal/swe/pieces/"))
    assert ("Another, 12 November 2026" in page, "Too old" in page, "…, 12 November 2026" in page) == (
        True,
        False,
        True,
    )
    page = shown(browser.post("/cpd/renewal/swe/pieces/", {"piece_1": one.pk, "piece_2": two.pk}, follow=True))
    assert "Piece 1: Whose risk was it?" in page
    assert list(RenewalPiece.objects.values_list("entry", flat=True)) == [one.pk, two.pk]
    assert f'value="{two.pk}" selected' in shown(browser.get("/cpd/renewal/swe/pieces/"))


def test_pieces_that_are_the_same_are_refused_beside_the_second(browser, council, registered):
    entry = kept_by(council.author)
    page = shown(browser.post("/cpd/renewal/swe/pieces/", {"piece_1": entry.pk, "piece_2": entry.pk}), 422)
    assert "Choose different entries: the regulator asks for different pieces." in page
    assert RenewalPiece.objects.count() == 0


def test_sheet_holds_the_answers_in_the_regulators_order_with_lengths_and_warnings(browser, council, registered):
    entry = kept_by(council.author, words=replace(WORDS, happened="x" * 4100, ended_on=date(2026, 11, 13), impact=""))
    chosen(council, entry)
    page = shown(browser.get("/cpd/renewal/handover/"))
    order = [
        "Type of activity",
        "Work with a person or family",
        "Short description and relevance",
        "4,100 of at most 4,000 characters (to be confirmed).",
        ">Date</label>",
        "12 November 2026 to 13 November 2026",
        "What you learnt</label>",
        "Positive impact on your practice and on people",
        "Empty. Write it in your entry, then choose the pieces again.",
        "What you learnt from the peer discussion",
        "Empty. This piece may go without it; one of your pieces needs it.",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "Too long by 100 characters." in page
    assert "3 fields need a look before you copy." in page


def test_sheet_keeps_the_words_as_they_were_chosen_and_says_when_they_changed(browser, council, registered):
    entry = kept_by(council.author)
    chosen(council, entry)
    assert "You changed this entry since." not in shown(browser.get("/cpd/renewal/handover/"))
    entry.learnt, entry.changed_at = "Something else.", NOW + timedelta(minutes=5)
    entry.save()
    page = shown(browser.get("/cpd/renewal/handover/"))
    assert ("You changed this entry since." in page, "Something else." in page) == (True, False)


def test_sheet_holds_what_was_learnt_from_peers_once_for_a_group(browser, council, registered):
    entry = kept_by(council.author)
    chosen(council, entry)
    first, second = "To ask the sister first.", "To wait."
    for name, learnt in (("Rosa", first), ("Ines", first), ("Jo", second)):
        reflection_of(entry, "noted", learnt=learnt, outside_name=name)
    reflection_of(entry, "declined", learnt="Nothing of this.", outside_name="Kit")
    page = shown(browser.get("/cpd/renewal/handover/"))
    assert ">To ask the sister first.\n\nTo wait.</textarea>" in page
    assert ("Nothing of this." in page, "This piece may go without it" in page) == (False, False)


def test_sheet_without_pieces_leads_to_choosing_them(browser, registered):
    page = shown(browser.get("/cpd/renewal/handover/"))
    assert ("No piece is chosen yet." in page, 'href="/cpd/renewal/swe/pieces/"' in page) == (True, True)


def test_sheet_shows_markup_in_an_entry_as_text(browser, council, registered):
    chosen(council, kept_by(council.author, words=replace(WORDS, happened="</textarea><script>alert(1)</script>")))
    page = shown(browser.get("/cpd/renewal/handover/"))
    assert "<script>alert(1)</script>" not in page
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("number", [1, 2])
def test_sheet_takes_the_same_queries_for_however_many_pieces(council, registered, django_assert_num_queries, number):
    chosen(council, *[kept_by(council.author, words=replace(WORDS, title=f"{each}")) for each in range(number)])
    noted(council, *("form", "fee")[:number])
    by = as_actor(council.author)
    with django_assert_num_queries(7):
        assert [len(sheet.pieces) for sheet in sheets_of(by)] == [number]
