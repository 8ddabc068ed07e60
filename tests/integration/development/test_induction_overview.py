"""How the inductions of an organisation stand, for its academy: page, filter and table (S0-19)."""

from datetime import date

import pytest

from academy.people.choices import RoleCode
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.inductions import InductionProgrammeFactory, induction_of
from tests.factories.people import AbsenceFactory, holder_of, staff_of

OVERVIEW, TABLE = "/development/inductions/overview/", "/development/inductions/overview/table/"
STANDS = {
    "Overdue": {"due_on": date(2026, 11, 16)},
    "Soon": {"due_on": date(2026, 12, 17)},
    "Going": {"due_on": date(2026, 12, 18)},
    "Signed": {"state": "signed", "due_on": date(2026, 10, 1), "kept_due_on": date(2026, 10, 9)},
    "Ended": {"state": "ended"},
}


@pytest.fixture
def lead(council):
    return council.client(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))


@pytest.fixture
def starters(council):
    programme = InductionProgrammeFactory()
    people = {name: staff_of(council.organisation, person=PersonFactory(family_name=name)) for name in STANDS}
    for name, said in STANDS.items():
        induction_of(people[name], **{"programme": programme, "joined_on": date(2026, 5, 16), **said})
    elsewhere = staff_of(OrganisationFactory(), person=PersonFactory(family_name="Elsewhere"))
    induction_of(elsewhere, programme=programme)
    return people


def shown(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Overdue", "Soon", "Going"]),
        ("?show=overdue", ["Overdue"]),
        ("?show=soon", ["Soon"]),
        ("?show=signed", ["Signed"]),
        ("?show=ended", ["Ended"]),
        ("?show=nonsense", ["Overdue", "Soon", "Going"]),
        ("?q=soon", ["Soon"]),
        ("?q=soon&show=overdue", []),
    ],
)
def test_overview_finds_by_standing_and_name_the_nearest_day_first(lead, starters, asked, found):
    page = shown(lead.get(f"{OVERVIEW}{asked}"))

    names = {name: page.find(f"{person.full_name}</a>") for name, person in starters.items()}
    assert [name for name in sorted(names, key=names.__getitem__) if names[name] >= 0] == found
    assert "Elsewhere</a>" not in page


def test_overview_counts_each_standing(lead, starters):
    page = shown(lead.get(OVERVIEW))

    for count, words in ((3, "going on"), (1, "overdue"), (1, "due within 30 days"), (1, "signed"), (1, "ended")):
        assert f"<b>{count}</b>{words}<" in page


def test_time_away_moves_somebody_out_of_the_overdue(lead, starters):
    AbsenceFactory(person=starters["Overdue"], from_on=date(2026, 11, 1), until_on=date(2026, 11, 10))

    assert "None fits." in shown(lead.get(f"{OVERVIEW}?show=overdue"))
    assert "moved by 10 days away" in shown(lead.get(OVERVIEW))


def test_table_holds_what_the_filter_finds(lead, starters):
    response = lead.get(f"{TABLE}?show=signed")

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="inductions-2026-11-17.csv"'
    assert response.content.decode().splitlines() == [
        "\ufeffName,Joined,Due,Moved by days,Signed or ended,How it stands,Settled,Items,Programme",
        f"{starters['Signed'].full_name},2026-05-16,2026-10-09,8,2026-11-17,Signed by both,0,0,Induction",
    ]


def test_table_of_those_going_on_has_no_day_of_signing(lead, starters):
    rows = lead.get(f"{TABLE}?q=soon").content.decode().splitlines()

    assert rows[1:] == [f"{starters['Soon'].full_name},2026-05-16,2026-12-17,0,,Due soon,0,0,Induction"]


@pytest.mark.parametrize("who", ["author", "manager"])
@pytest.mark.parametrize("page", [OVERVIEW, TABLE])
def test_overview_is_for_the_academy_alone(council, who, page):
    assert council.client(getattr(council, who)).get(page).status_code == 403


def test_holder_of_the_academys_role_for_one_service_sees_nobody(council, starters):
    holder = holder_of(
        RoleCode.ACADEMY_STAFF,
        council.organisation,
        service=starters["Going"].posts.get().terms.get().team.service,
    )

    assert "None fits." in shown(council.client(holder).get(OVERVIEW))
