from datetime import date, timedelta
from decimal import Decimal

from academy.people.choices import Regulator
from asye.models import Agreement, Part
from asye.selectors.agreed_facts import agreed_facts
from asye.selectors.agreements import agreement_page
from asye.selectors.signing import holders
from tests.factories.asye import AgreementFactory, PartFactory
from tests.factories.asye_agreements import sent_agreement
from tests.factories.people import NOW, RegistrationFactory, staff_of

ON = NOW.date()


def facts(world, **said) -> dict[str, str]:
    agreement = AgreementFactory(enrolment=world.year, **said)
    return dict(agreed_facts(agreement, holders(world.year, ON), on=ON))


def test_agreement_says_every_field_beside_its_texts(world):
    RegistrationFactory(person=world.nqsw, number="SW104233")
    said = facts(world, met_on=date(2026, 1, 20), others_present="The practice lead", protected_percent=Decimal("7.5"))

    assert list(said.items()) == [
        ("Name", world.nqsw.full_name),
        ("Registration number", "SW104233, Social Work England"),
        ("assessor", world.assessor.full_name),
        ("line manager", world.manager.full_name),
        ("practice assessor", world.practice_assessor.full_name),
        ("co-ordinator", world.coordinator.full_name),
        ("First day of the year", "5 January 2026"),
        ("Met on", "20 January 2026"),
        ("Also there", "The practice lead"),
        ("A session of supervision", "90 minutes"),
        ("Workload", "At most 90% of an experienced colleague’s"),
        ("Protected time", "7.5% of working time"),
    ]


def test_what_is_not_known_yet_is_said_so(world):
    said = facts(world)
    assert (said["Registration number"], said["Met on"], "Also there" in said) == (
        *("None is entered", "Not entered"),
        False,
    )


def test_number_is_that_of_social_work_england_on_the_day(world):
    RegistrationFactory(person=world.nqsw, number="SW100001", until_on=ON - timedelta(days=1))
    RegistrationFactory(person=world.nqsw, number="HC100002", regulator=Regulator.HCPC, from_on=date(2018, 1, 1))
    assert facts(world)["Registration number"] == "None is entered"


def test_signed_it_names_who_had_the_parts_then(world):
    sent = sent_agreement(world.year, assessor=world.assessor)
    Agreement.objects.update(state="signed", signed_at=NOW)
    Part.objects.filter(person=world.assessor).update(until_on=ON)
    PartFactory(enrolment=world.year, person=staff_of(world.organisation), from_on=ON + timedelta(days=1))

    page = agreement_page(Agreement.objects.get(pk=sent.pk), on=ON + timedelta(days=30))

    assert dict(page.facts)["assessor"] == world.assessor.full_name
