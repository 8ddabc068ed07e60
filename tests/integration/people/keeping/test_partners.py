import re
from datetime import date

import pytest

from academy.people.models import PartnershipMember
from tests.factories.identity import OrganisationFactory
from tests.factories.people import PartnershipMemberFactory, holder_of

LIST = "/settings/organisations/"


def text_of(page) -> str:
    return re.sub(r"\s+", " ", page.content.decode())


@pytest.fixture
def partnership(db):
    return OrganisationFactory(name="North West London", short_name="North West", kind="partnership")


@pytest.fixture
def keeper(partnership):
    return holder_of("academy_staff", partnership)


@pytest.fixture
def partner(partnership, bexley):
    return PartnershipMemberFactory(partnership=partnership, member=bexley)


def test_partner_is_chosen_from_organisations_that_are_none_yet(fills, sign_in, keeper, partnership, partner, bristol):
    choices = sign_in(keeper).get("/settings/partners/add/").context["form"].fields["member"].choices
    answer = fills(keeper, "/settings/partners/add/", member=bristol.pk, until_on="31 March 2029")

    made = PartnershipMember.objects.get(member=bristol)
    assert [words for _, words in choices] == ["Choose", "Bristol City Council"]
    assert (made.partnership, made.from_on, made.until_on) == (partnership, date(2026, 11, 17), date(2029, 3, 31))
    assert "From 17 November 2026, until 31 March 2029" in text_of(answer)


@pytest.mark.parametrize("member", ["", "x", "999999"])
def test_partner_that_is_no_choice_is_refused(fills, keeper, partner, member):
    answer = fills(keeper, "/settings/partners/add/", member=member)

    assert (answer.status_code, set(answer.context["form"].errors), PartnershipMember.objects.count()) == (
        422,
        {"member"},
        1,
    )


def test_dates_are_corrected_and_the_last_day_taken_away_again(fills, keeper, partner):
    path = f"/settings/partners/{partner.pk}/dates/"
    fills(keeper, path, from_on="1 January 2013", until_on="31 March 2029", note="As signed")
    first = PartnershipMember.objects.get()
    fills(keeper, path, until_on="")

    partner.refresh_from_db()
    assert (first.from_on, first.until_on) == (date(2013, 1, 1), date(2029, 3, 31))
    assert (partner.from_on, partner.until_on) == (date(2013, 1, 1), None)


def test_partner_ends_with_a_note(fills, keeper, partner):
    asked = fills(keeper, f"/settings/partners/{partner.pk}/end/", last_day="31 December 2026")
    answer = fills(keeper, f"/settings/partners/{partner.pk}/end/", last_day="31 December 2026", note="Left")

    partner.refresh_from_db()
    assert (asked.status_code, partner.until_on) == (422, date(2026, 12, 31))
    assert f"/settings/partners/{partner.pk}/end/" not in text_of(answer)


def test_partners_of_elsewhere_are_not_found(sign_in, hr, partner):
    client = sign_in(hr)

    pages = [client.get(f"/settings/partners/{partner.pk}/{what}/") for what in ("dates", "end")]

    assert [(page.status_code, "Bexley" in text_of(page)) for page in pages] == [(404, False)] * 2


def test_council_is_told_that_only_a_partnership_has_partners(fills, sign_in, hr, bexley):
    answer = fills(hr, "/settings/partners/add/", member=bexley.pk)

    assert "Only a partnership has partners." in text_of(answer)
    assert "/settings/partners/add/" not in text_of(sign_in(hr).get(LIST))
