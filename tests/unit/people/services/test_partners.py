from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.models import PartnershipMember
from academy.people.services.partners import add, change, end
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, PartnershipMemberFactory, as_actor, holder_of

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


@pytest.fixture
def partnership(db):
    return OrganisationFactory(name="North West", kind="partnership")


@pytest.fixture
def keeper(partnership):
    return as_actor(holder_of("academy_staff", partnership))


@pytest.fixture
def partner(partnership):
    return PartnershipMemberFactory(partnership=partnership, member__name="Brent", origin="shipped")


def last_event():
    event = Event.objects.latest("pk")
    return event.act, event.changed, event.to_state, event.note, event.organisation_id


def test_partner_is_added_with_its_days(partnership, keeper):
    brent = OrganisationFactory()

    made = add(partnership=partnership, member=brent, from_on=FIRST, until_on=LAST, by=keeper, at=NOW)

    assert (made.member, made.from_on, made.until_on, made.origin) == (brent, FIRST, LAST, "published")
    assert last_event() == ("people.partner.add", ["from_on", "member", "until_on"], "", "", partnership.pk)


def test_partner_that_cannot_be_is_refused_with_nothing_written(partnership, keeper, partner):
    gone = OrganisationFactory(ends_on=date(2026, 11, 30))
    other = OrganisationFactory()
    tries = [
        (partnership, {}, "A partnership is not its own partner"),
        (gone, {}, "It ended on 30 November 2026"),
        (other, {"until_on": date(2026, 11, 30)}, "The last day is before the first"),
        (partner.member, {}, "There is the same partner from 1 April 2022 on already"),
    ]

    for member, days, reason in tries:
        with pytest.raises(Refused, match=reason):
            add(partnership=partnership, member=member, from_on=FIRST, by=keeper, at=NOW, **days)
    assert PartnershipMember.objects.count() == 1


def test_council_has_no_partners(keeper):
    council = OrganisationFactory()
    by = as_actor(holder_of("hr", council))

    with pytest.raises(Refused, match="Only a partnership has partners"):
        add(partnership=council, member=OrganisationFactory(), from_on=FIRST, by=by, at=NOW)


def test_dates_of_a_partner_are_corrected_with_a_note_and_loading_leaves_them(partner, keeper):
    change(partner=partner, from_on=date(2013, 1, 1), until_on=LAST, note="As signed", by=keeper, at=NOW)

    partner.refresh_from_db()
    assert (partner.from_on, partner.until_on, partner.origin) == (date(2013, 1, 1), LAST, "published")
    assert last_event()[:4] == ("people.partner.change", ["from_on", "until_on"], "", "As signed")
    with pytest.raises(Refused, match="Nothing is different"):
        change(partner=partner, from_on=date(2013, 1, 1), until_on=LAST, by=keeper, at=NOW)


def test_dates_that_meet_an_earlier_time_as_partner_are_refused(partner, keeper, partnership):
    PartnershipMemberFactory(
        partnership=partnership, member=partner.member, from_on=date(2013, 1, 1), until_on=date(2015, 1, 1)
    )

    with pytest.raises(Refused, match="There is the same partner from 1 January 2013 to 1 January 2015"):
        change(partner=partner, from_on=date(2014, 1, 1), by=keeper, at=NOW)


def test_partner_ends_and_may_join_again_later(partner, keeper, partnership):
    end(partner=partner, last_day=LAST, note="Left", by=keeper, at=NOW)
    said = last_event()
    again = add(partnership=partnership, member=partner.member, from_on=date(2027, 4, 1), by=keeper, at=NOW)

    partner.refresh_from_db()
    assert (partner.until_on, partner.origin, again.from_on) == (LAST, "published", date(2027, 4, 1))
    assert said == ("people.partner.end", ["until_on"], "ended", "Left", partnership.pk)
    with pytest.raises(Refused, match="This ends on 31 December 2026 already"):
        end(partner=partner, last_day=LAST, note="Left", by=keeper, at=NOW)


def test_partner_itself_and_others_keep_no_partner(partner, partnership):
    of_member = as_actor(holder_of("academy_lead", partner.member))
    acts = [
        lambda: add(partnership=partnership, member=OrganisationFactory(), from_on=FIRST, by=of_member, at=NOW),
        lambda: change(partner=partner, from_on=FIRST, by=of_member, at=NOW),
        lambda: end(partner=partner, last_day=LAST, note="Ours", by=of_member, at=NOW),
    ]

    for act in acts:
        with pytest.raises(Refused, match="You do not keep the whole of this organisation"):
            act()
