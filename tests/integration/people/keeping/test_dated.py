import re
from datetime import date

import pytest

from academy.people.models import Absence, Annotation, Deputy, Membership, RoleHolding
from tests.factories.identity import PersonFactory
from tests.factories.people import (
    AbsenceFactory,
    AnnotationFactory,
    DeputyFactory,
    MembershipFactory,
    RegistrationFactory,
    RoleHoldingFactory,
    TeamFactory,
    holder_of,
    staff_of,
)

LAST = date(2026, 12, 31)


def kept(person) -> str:
    return f"/settings/people/{person.pk}/"


def text_of(page) -> str:
    return re.sub(r"\s+", " ", page.content.decode())


def test_registration_is_entered_renewed_noted_and_ended(fills, hr, amara):
    entered = fills(
        hr,
        f"{kept(amara)}registrations/enter/",
        regulator="swe",
        number="sw 12345",
        from_on="1 April 2024",
        expires_on="30 November 2026",
    )
    entry = amara.registrations.get()
    here = f"{kept(amara)}registrations/{entry.pk}/"
    fills(hr, f"{here}renew/", expires_on="30 November 2027")
    fills(hr, f"{here}note/", kind="amhp", from_on="1 May 2024")
    note = Annotation.objects.get()
    fills(hr, f"{here}notes/{note.pk}/end/", last_day="1 June 2026")
    fills(hr, f"{here}end/", last_day="31 December 2026")

    entry.refresh_from_db()
    note.refresh_from_db()
    assert "The registration is entered." in text_of(entered)
    assert (entry.number, entry.expires_on, entry.until_on) == ("SW12345", date(2027, 11, 30), LAST)
    assert (note.kind, note.from_on, note.until_on) == ("amhp", date(2024, 5, 1), date(2026, 6, 1))


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"number": "12"}, "Write the number as the register shows it"),
        ({"from_on": "1 April 2017"}, "Enter the time before as a registration with HCPC."),
        ({"expires_on": "1 April 2020"}, "Give a later day."),
    ],
)
def test_registration_that_cannot_be_is_told_at_its_field(fills, hr, amara, answers, words):
    given = {"regulator": "swe", "number": "SW12345", "from_on": "1 April 2024"} | answers

    assert words in text_of(fills(hr, f"{kept(amara)}registrations/enter/", **given))
    assert amara.registrations.count() == 0


def test_note_beside_another_registration_is_not_found(sign_in, hr, amara):
    entry, other = RegistrationFactory(person=amara), AnnotationFactory()

    page = sign_in(hr).get(f"{kept(amara)}registrations/{entry.pk}/notes/{other.pk}/end/")

    assert page.status_code == 404


@pytest.mark.parametrize("scope", ["", "service", "team"])
def test_role_is_given_with_its_scope_and_ended(scope, fills, hr, amara, team, bristol):
    value = {"": "", "service": f"service:{team.service.pk}", "team": f"team:{team.pk}"}[scope]
    fills(hr, f"{kept(amara)}roles/give/", role="coach", scope=value, from_on="1 December 2026")
    holding = RoleHolding.objects.get(person=amara)

    fills(hr, f"{kept(amara)}roles/{holding.pk}/end/", last_day="31 December 2026")

    holding.refresh_from_db()
    assert (holding.organisation, holding.service, holding.team) == (
        bristol,
        team.service if scope else None,
        team if scope == "team" else None,
    )
    assert (holding.from_on, holding.until_on) == (date(2026, 12, 1), LAST)


def test_reserved_roles_are_offered_to_the_lead_and_not_to_hr(sign_in, hr, lead, amara):
    offered = {
        who: {
            code for code, _ in sign_in(person).get(f"{kept(amara)}roles/give/").context["form"].fields["role"].choices
        }
        for who, person in (("hr", hr), ("lead", lead))
    }

    assert offered["lead"] - offered["hr"] == {"academy_lead", "hr", "auditor", "administrator"}


def test_nobody_gives_herself_a_role(fills, lead):
    answer = fills(lead, f"{kept(lead)}roles/give/", role="coach", from_on="1 December 2026")

    assert "Nobody gives or ends a role of her own. Ask a colleague who keeps the roles." in text_of(answer)
    assert lead.role_holdings.count() == 1


def test_role_with_the_scope_of_another_organisation_is_no_choice(fills, hr, amara, bexley):
    team = TeamFactory(service__organisation=bexley)

    answer = fills(hr, f"{kept(amara)}roles/give/", role="coach", scope=f"team:{team.pk}", from_on="1 May 2026")

    assert (answer.status_code, amara.role_holdings.count()) == (422, 0)
    assert "Choose one of the answers shown." in text_of(answer)


def test_deputy_is_named_by_her_name_and_ended(fills, hr, amara, helen):
    fills(hr, f"{kept(amara)}deputies/name/", deputy="Helen Prosser", from_on="1 December 2026")
    row = Deputy.objects.get()
    fills(hr, f"{kept(amara)}deputies/{row.pk}/end/", last_day="31 December 2026")

    row.refresh_from_db()
    assert (row.person, row.deputy, row.from_on, row.until_on) == (amara, helen, date(2026, 12, 1), LAST)


def test_deputy_with_a_name_several_have_is_chosen_from_them(fills, hr, amara, bristol):
    one, _ = (staff_of(bristol, person=PersonFactory(given_name="Sam", family_name="Able")) for _ in range(2))
    answers = {"deputy": "Sam Able", "from_on": "1 December 2026"}

    asked = fills(hr, f"{kept(amara)}deputies/name/", **answers)
    fills(hr, f"{kept(amara)}deputies/name/", **answers, deputy_choice=str(one.pk))

    assert "Which of them?" in text_of(asked)
    assert Deputy.objects.get().deputy == one


def test_membership_is_begun_and_ended(fills, hr, amara):
    fills(hr, f"{kept(amara)}memberships/begin/", kind="student", from_on="1 December 2026")
    row = Membership.objects.get(person=amara)
    fills(hr, f"{kept(amara)}memberships/{row.pk}/end/", last_day="31 December 2026")

    row.refresh_from_db()
    assert (row.kind, row.from_on, row.until_on) == ("student", date(2026, 12, 1), LAST)


@pytest.mark.parametrize("who", ["hr", "lead"])
def test_absence_is_entered_with_a_kind_only_and_ended(who, fills, amara, request):
    keeper = request.getfixturevalue(who)
    fills(keeper, f"{kept(amara)}absences/enter/", category="sickness", from_on="1 November 2026", reason="flu")
    row = Absence.objects.get()
    fills(keeper, f"{kept(amara)}absences/{row.pk}/end/", last_day="31 December 2026")

    row.refresh_from_db()
    assert (row.category, row.from_on, row.until_on) == ("sickness", date(2026, 11, 1), LAST)


def test_absence_is_refused_to_the_administrator(sign_in, amara, bristol):
    row = AbsenceFactory(person=amara, until_on=None)
    client = sign_in(holder_of("administrator", bristol))

    pages = [client.get(f"{kept(amara)}absences/{path}") for path in ("enter/", f"{row.pk}/end/")]

    assert [(page.status_code, "2 March" in page.content.decode()) for page in pages] == [(403, False), (403, False)]


@pytest.mark.parametrize(
    ("make", "path"),
    [
        (RoleHoldingFactory, "roles"),
        (MembershipFactory, "memberships"),
        (DeputyFactory, "deputies"),
        (RegistrationFactory, "registrations"),
        (AbsenceFactory, "absences"),
    ],
)
def test_row_of_somebody_else_is_not_found_under_her_address(make, path, sign_in, hr, amara):
    row = make()

    assert sign_in(hr).get(f"{kept(amara)}{path}/{row.pk}/end/").status_code == 404


def test_academy_role_is_shown_on_the_public_page_once_she_agreed(fills, sign_in, hr, lead, client):
    holding = lead.role_holdings.get()
    before = text_of(sign_in(hr).get(kept(lead)))

    answer = fills(hr, f"{kept(lead)}roles/{holding.pk}/public/", is_public="on")

    assert ("Not on the public page." in before, "On the public page." in text_of(answer)) == (True, True)
    assert lead.full_name in text_of(client.get("/o/bristol/"))
