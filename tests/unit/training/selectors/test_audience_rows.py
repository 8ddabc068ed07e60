"""The database takes in exactly those whom the pure rule takes in."""

import pytest

from academy.identity.models import Person
from academy.people.choices import MembershipKind, Profession, ServiceKind
from academy.people.models import Terms
from academy.training.choices import AudienceWho
from academy.training.rules.audience import AudienceLine, is_meant
from academy.training.selectors.audience import places_of
from academy.training.selectors.audience_rows import among
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import member_of, staff_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"profession": Profession.SOCIAL_WORKER},
        {"service_kind": ServiceKind.ADULTS},
        {"team_id": "hers"},
        {"job_role_id": "hers"},
        {"who": AudienceWho.PROVIDERS},
        {"who": AudienceWho.ALL},
        {"who": AudienceWho.ALL, "team_id": "hers"},
        {"who": AudienceWho.PROVIDERS, "profession": Profession.SOCIAL_WORKER},
    ],
)
def test_database_takes_in_whom_the_rule_takes_in(parts):
    council = OrganisationFactory()
    her = staff_of(council)
    staff_of(council)
    staff_of(OrganisationFactory())
    member_of(council)
    member_of(council, kind=MembershipKind.PROVIDER)
    terms = Terms.objects.get(post__person=her)
    named = {name: getattr(terms, name) if value == "hers" else value for name, value in parts.items()}
    lines = [AudienceLine(council.pk, **named)]
    everybody = list(Person.objects.values_list("pk", flat=True))

    found = set(Person.objects.filter(among(lines, person="pk", on=TODAY)).values_list("pk", flat=True))

    places = places_of(everybody, on=TODAY)
    assert found == {pk for pk in everybody if is_meant(places[pk], lines)}


def test_without_a_line_nobody_is_taken_in():
    staff_of(OrganisationFactory())

    assert Person.objects.filter(among([], person="pk", on=TODAY)).count() == 0
