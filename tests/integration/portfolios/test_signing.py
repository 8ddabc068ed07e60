"""Sign-off, what was handed in and what changed, and breaches, on their pages."""

from datetime import timedelta

import pytest
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.engines.guard.models import Overrule
from academy.engines.signatures.models import Signature
from academy.engines.worklist.selectors.items import waiting_for, waiting_on_others
from portfolios.models import Breach, Portfolio, SectionReturn, Snapshot
from portfolios.rules.content import in_groups
from portfolios.rules.signing import DECLARATIONS
from tests.factories.people import NOW, as_actor, holder_of
from tests.factories.portfolio_signing import (
    VERIFIED,
    asked,
    gathered,
    handed_in,
    handed_in_again,
    seen,
    signed_by,
)
from tests.factories.portfolios import ItemFactory, SectionReturnFactory, content_type_of

LATER = NOW + timedelta(hours=2)


def at(name, *args):
    return reverse(f"portfolios:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def portfolio(council):
    return gathered(council.author, council.organisation)


@pytest.fixture
def hers(council):
    return council.client(council.author)


@pytest.fixture
def managers(council):
    return council.client(council.manager)


def test_the_author_sees_what_is_missing_and_can_not_sign_before(portfolio, hers):
    SectionReturnFactory(section=portfolio.sections.get(), reason="Say more.")
    page = words(hers.get(at("have-signed", portfolio.pk)))
    assert "This is still missing:" in page
    assert "“Practice” was returned. Read why, change it, and mark it as ready." in page
    assert "I declare" not in page


def test_the_author_declares_and_signs(council, portfolio, hers):
    url = at("have-signed", portfolio.pk)
    page = words(hers.get(url))
    assert "Nothing is missing." in page
    assert all(each.replace("’", "&#x27;") in page for each in DECLARATIONS.values())
    again = hers.post(url, {"declared": ["own_work"], "seen": seen(portfolio)})
    assert (again.status_code, set(again.context["form"].errors)) == (422, {"declared"})
    done = hers.post(url, {"declared": [*DECLARATIONS], "seen": seen(portfolio)})
    assert done.url == portfolio.get_absolute_url()
    assert Portfolio.objects.get().signer == council.manager


def test_a_verifier_is_chosen_among_colleagues_but_the_manager(council, hers):
    portfolio = gathered(council.author, council.organisation, content=VERIFIED)
    url = at("have-signed", portfolio.pk)
    page = words(hers.get(f"{url}?q={council.colleague.family_name}"))
    assert f'value="{council.colleague.pk}"' in page
    assert council.manager.full_name not in words(hers.get(f"{url}?q={council.manager.family_name}"))
    said = {"declared": [*DECLARATIONS], "seen": seen(portfolio), "verifier": council.colleague.pk}
    hers.post(f"{url}?q={council.colleague.family_name}", said)
    assert Portfolio.objects.get().verifier == council.colleague


def test_whose_turn_it_is_reads_all_of_it_with_what_was_overruled(council, portfolio, managers):
    overruled = {
        "kind": "postcode",
        "field": "text",
        "mark": "m",
        "reason": "It is our own office.",
        "overruled_at": NOW,
    }
    section = portfolio.sections.get()
    Overrule.objects.create(
        thing_type=content_type_of(section), thing_id=section.pk, writer=council.author, **overruled
    )
    waiting = asked(portfolio)
    page = words(managers.get(at("sign", waiting.pk)))
    assert "I saw." in page
    assert "It is our own office." in page
    assert "What should change in “Practice”?" in page
    read = Event.objects.get(kind="read", actor__reference=str(council.manager.pk))
    assert (read.subject_id, read.about_id) == (str(waiting.pk), council.author.pk)


def test_whose_turn_it_is_signs(council, portfolio, managers):
    url = at("sign", asked(portfolio).pk)
    said = {"seen": seen(portfolio), "words": "I have seen it all."}
    mixed = managers.post(url, {**said, "reason_practice": "Say more."})
    assert (mixed.status_code, Signature.objects.count()) == (422, 1)
    stale = managers.post(url, {**said, "seen": "f" * 64})
    assert "It has changed since you opened this page" in words(stale)
    assert managers.post(url, said).url == reverse("desk:home")
    assert Portfolio.objects.get().state == "endorsed"
    assert managers.get(url).status_code == 403


def test_sections_are_sent_back_in_the_same_form_and_stand_where_they_are_changed(council, portfolio, hers, managers):
    url = at("sign", asked(portfolio).pk)
    nothing = managers.post(url, {"seen": seen(portfolio), "send_back": "1"})
    assert "Give a reason beside at least one section" in words(nothing)
    managers.post(url, {"seen": seen(portfolio), "send_back": "1", "reason_practice": "Say what changed."})
    assert SectionReturn.objects.get().reason == "Say what changed."
    assert "Say what changed." in words(hers.get(at("section", portfolio.pk, "practice")))


def test_the_author_opens_it_again_with_a_reason(council, portfolio, hers):
    url = at("open-again", asked(portfolio).pk)
    assert hers.post(url, {"reason": ""}).status_code == 422
    assert hers.post(url, {"reason": "A visit is missing."}).url == portfolio.get_absolute_url()
    assert Portfolio.objects.get().state == "gathering"


def test_the_receipt_tells_number_fingerprint_and_everything_handed_in(council, portfolio, hers):
    waiting = asked(portfolio)
    too_soon = hers.post(at("hand-in", waiting.pk))
    assert (too_soon.status_code, "This portfolio is being signed" in words(too_soon)) == (422, True)
    signed_by(council.manager, waiting)
    assert "kept exactly as everybody signed it" in words(hers.get(at("hand-in", waiting.pk)))
    done = hers.post(at("hand-in", waiting.pk))
    snapshot = Snapshot.objects.get()
    assert done.url == snapshot.get_absolute_url()
    portfolio.sections.update(text="Something else.")
    page = words(hers.get(done.url))
    assert in_groups(snapshot.sha256) in page
    assert "17 November 2026, 09:30" in page
    assert "I saw." in page
    assert "Something else." not in page
    assert f"Signed by {council.manager.full_name}, line manager, 17 November 2026" in page


def test_what_changed_is_told_in_words_and_not_by_colour(council, portfolio, hers):
    first = handed_in(portfolio, council.manager)
    second = handed_in_again(portfolio, council.manager, text="I heard.", at=LATER)
    assert at("changes", second.pk, first.pk) in words(hers.get(second.get_absolute_url()))
    page = words(hers.get(at("changes", second.pk, first.pk)))
    assert "What changed from version 1 to version 2" in page
    assert '<span class="govuk-visually-hidden">taken out: </span>saw.' in page
    assert '<span class="govuk-visually-hidden">put in: </span>heard.' in page
    other = handed_in(gathered(council.author, council.organisation), council.manager)
    assert hers.get(at("changes", second.pk, other.pk)).status_code == 404
    assert council.client(council.colleague).get(second.get_absolute_url()).status_code == 404


def test_a_breach_is_noted_by_who_signs_corrected_and_settled(council, portfolio, hers, managers):
    waiting = asked(portfolio)
    assert hers.get(at("note-breach", waiting.pk)).status_code == 403
    said = {"severity": "minor", "where": "A street in the visit."}
    assert managers.post(at("note-breach", waiting.pk), {**said, "where": ""}).status_code == 422
    done = managers.post(at("note-breach", waiting.pk), said)
    breach = Breach.objects.get()
    assert done.url == breach.get_absolute_url()
    page = words(hers.get(done.url))
    assert "A street in the visit." in page
    assert "19 November 2026, 09:30" in page
    assert hers.get(at("settle-breach", breach.pk)).status_code == 403
    managers.post(at("settle-breach", breach.pk), {"outcome": "corrected"})
    assert Breach.objects.get().state == "corrected"
    assert council.client(council.colleague).get(done.url).status_code == 404


def test_the_academy_notes_breaches_in_what_was_handed_in_and_lists_them(council, portfolio):
    lead = holder_of("academy_lead", council.organisation)
    client, snapshot = council.client(lead), handed_in(portfolio, council.manager)
    said = {"severity": "major", "where": "A whole name."}
    client.post(at("note-breach-in", snapshot.pk), said)
    breach = Breach.objects.get()
    assert (breach.snapshot, breach.state) == (snapshot, "refused")
    page = words(client.get(at("breaches")))
    assert f"{council.author.full_name}: {portfolio.title}" in page
    colleagues = council.client(council.colleague)
    assert [at("breaches") in words(each.get(at("mine"))) for each in (client, colleagues)] == [True, False]
    assert colleagues.get(at("breaches")).status_code == 403


def todo(person, on=NOW):
    actor = as_actor(person, on=on.date())
    return [item.what for item in (*waiting_for(actor), *waiting_on_others(actor))]


def test_worklists_tell_whose_turn_it_is(council, portfolio, managers):
    waiting = asked(portfolio)
    read = f"Read and sign the portfolio of {council.author.full_name}"
    assert (read in todo(council.manager), read in todo(council.deputy), read in todo(council.author)) == (
        True,
        True,
        False,
    )
    assert f"{council.manager.full_name} to sign “Towards BG11”" in todo(council.author)
    managers.post(at("note-breach", waiting.pk), {"severity": "minor", "where": "A street."})
    assert "Correct “Towards BG11”: somebody could be told from it" in todo(council.author)
    assert "Change “Towards BG11” and have it signed again" in todo(council.author)
    settle = f"Say whether the portfolio of {council.author.full_name} is corrected"
    assert (settle in todo(council.manager), settle in todo(council.manager, NOW + timedelta(days=3))) == (False, True)
    signed_by(council.manager, asked(waiting))
    assert settle in todo(council.manager)
    assert "Hand in “Towards BG11”" in todo(council.author)


def test_the_page_to_sign_asks_the_same_of_the_database_however_much_there_is(
    council, portfolio, managers, django_assert_num_queries
):
    section = portfolio.sections.get()
    for number in (1, 2):
        for _ in range(number):
            ItemFactory(section=section)
        Portfolio.objects.filter(pk=portfolio.pk).update(state="gathering", signer=None, signer_role="")
        Signature.objects.all().delete()
        waiting = asked(portfolio)
        managers.get(at("sign", waiting.pk))  # content types and the reader's name are found once
        with django_assert_num_queries(27):
            managers.get(at("sign", waiting.pk))
