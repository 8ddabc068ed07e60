from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.people.choices import MembershipKind
from academy.people.models import Membership
from academy.people.services.memberships import begin, end
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, MembershipFactory

FIRST, LAST = date(2024, 2, 29), date(2024, 3, 31)


def test_membership_begins(here, hr, last_act):
    person = PersonFactory()

    begin(person=person, organisation=here, kind=MembershipKind.CANDIDATE, from_on=FIRST, until_on=LAST, by=hr, at=NOW)

    row = person.memberships.get()
    assert (str(row), row.organisation, row.from_on, row.until_on) == ("External candidate", here, FIRST, LAST)
    assert last_act() == ("people.membership.begin", person.pk, ["from_on", "kind", "until_on"], "", "")


@pytest.mark.parametrize(
    ("from_on", "until_on", "reason"),
    [
        (
            date(2024, 3, 31),
            None,
            "There is the same membership from 29 February 2024 to 31 March 2024 already. Change that one instead.",
        ),
        (date(2024, 5, 2), date(2024, 5, 1), "The last day is before the first. Give a later last day."),
    ],
)
def test_membership_that_does_not_fit_is_refused(here, hr, from_on, until_on, reason):
    held = MembershipFactory(organisation=here, from_on=FIRST, until_on=LAST)

    with pytest.raises(Refused) as refused:
        begin(
            person=held.person,
            organisation=here,
            kind=held.kind,
            from_on=from_on,
            until_on=until_on,
            by=hr,
            at=NOW,
        )

    assert (refused.value.reason, Membership.objects.count()) == (reason, 1)


def test_membership_in_an_organisation_she_does_not_keep_is_refused(hr):
    with pytest.raises(Refused) as refused:
        begin(
            person=PersonFactory(),
            organisation=OrganisationFactory(),
            kind=MembershipKind.GUEST,
            from_on=FIRST,
            by=hr,
            at=NOW,
        )

    assert (refused.value.field, Membership.objects.count()) == ("organisation", 0)


def test_membership_ends_on_its_last_day(here, hr, last_act):
    row = MembershipFactory(organisation=here)

    end(membership=row, last_day=LAST, by=hr, at=NOW)

    row.refresh_from_db()
    assert row.until_on == LAST
    assert last_act() == ("people.membership.end", row.person_id, ["until_on"], "held", "ended")


def test_membership_elsewhere_is_not_ended(hr):
    row = MembershipFactory()

    with pytest.raises(Refused):
        end(membership=row, last_day=LAST, by=hr, at=NOW)

    row.refresh_from_db()
    assert row.until_on is None
