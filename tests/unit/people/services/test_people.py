import pytest

from academy.engines.audit.commands import Refused
from academy.people.services.people import PersonDetails, add, change
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

TAKEN = "This work address belongs to another person. Give one of her own."


def test_person_is_added_with_tidy_names(hr, last_act):
    details = PersonDetails(" Amara ", "Osei  Mensah", known_as="Amara", work_email="Amara@Council.example ")

    person = add(details=details, by=hr, at=NOW)

    person.refresh_from_db()
    assert (person.given_name, person.family_name, person.known_as, person.work_email) == (
        "Amara",
        "Osei Mensah",
        "",
        "amara@council.example",
    )
    assert last_act() == ("people.person.add", person.pk, ["family_name", "given_name", "work_email"], "", "")


@pytest.mark.parametrize(
    ("details", "field", "reason"),
    [
        (PersonDetails(" ", "Osei"), "given_name", "Write the person's given name."),
        (PersonDetails("Amara", ""), "family_name", "Write the person's family name."),
    ],
)
def test_person_without_a_name_is_refused(hr, details, field, reason):
    with pytest.raises(Refused) as refused:
        add(details=details, by=hr, at=NOW)

    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_work_address_of_somebody_else_is_refused(hr):
    PersonFactory(work_email="amara@council.example")

    with pytest.raises(Refused) as refused:
        add(details=PersonDetails("Amara", "Osei", work_email="AMARA@council.example"), by=hr, at=NOW)

    assert (refused.value.field, refused.value.reason) == ("work_email", TAKEN)


def test_several_people_without_a_work_address_are_added(hr):
    added = [add(details=PersonDetails("Amara", name), by=hr, at=NOW) for name in ("Osei", "Reid")]

    assert [person.work_email for person in added] == ["", ""]


def test_change_tells_which_fields_and_no_values(hr, last_act):
    person = PersonFactory(given_name="Amara", family_name="Osei", work_email="amara@council.example")

    change(person=person, details=PersonDetails("Amara", "Reid", work_email="amara@council.example"), by=hr, at=NOW)

    person.refresh_from_db()
    assert person.full_name == "Amara Reid"
    assert last_act() == ("people.person.change", person.pk, ["family_name"], "", "")


def test_change_to_a_taken_work_address_is_refused(hr):
    PersonFactory(work_email="callum@council.example")
    person = PersonFactory(given_name="Amara", family_name="Osei", work_email="amara@council.example")

    with pytest.raises(Refused) as refused:
        change(
            person=person, details=PersonDetails("Amara", "Osei", work_email="callum@council.example"), by=hr, at=NOW
        )

    person.refresh_from_db()
    assert (refused.value.reason, person.work_email) == (TAKEN, "amara@council.example")


def test_change_of_nothing_is_refused(hr):
    person = PersonFactory(given_name="Amara", family_name="Osei", work_email="")

    with pytest.raises(Refused, match=r"^Nothing is different\. Change what is wrong, or go back\.$"):
        change(person=person, details=PersonDetails("Amara", "Osei"), by=hr, at=NOW)
