"""What an agreement says beside its texts: whose it is and on which register, who has which part, days and figures
(D1-21)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from academy.identity.models import Person
from academy.people.choices import Regulator
from academy.people.rules.spans import in_words
from asye.choices.enrolments import Role
from asye.models import Agreement
from asye.rules.numbers import percent_words
from asye.selectors.registers import swe_numbers

Facts = tuple[tuple[str, str], ...]
NO_NUMBER = "None is entered"


def agreed_facts(agreement: Agreement, held: Mapping[Role, Person], *, on: date) -> Facts:
    """Each by its name, in the order of the national template; a part begins with a small letter. `held` and `on` are
    the parts and the day as they are, or were when all had signed. One query."""
    workload = f"At most {percent_words(Decimal(agreement.workload_percent))} of an experienced colleague’s"
    others = [role for role in Role if role in held and role != Role.NQSW]
    present = [("Also there", agreement.others_present)] if agreement.others_present else []
    return (
        ("Name", agreement.enrolment.person.full_name),
        ("Registration number", _number(agreement.enrolment.person_id, on)),
        *((str(role.label), held[role].full_name) for role in others),
        ("First day of the year", in_words(agreement.enrolment.starts_on)),
        ("Met on", in_words(agreement.met_on) if agreement.met_on else "Not entered"),
        *present,
        ("A session of supervision", f"{agreement.session_minutes} minutes"),
        ("Workload", workload),
        ("Protected time", f"{percent_words(agreement.protected_percent)} of working time"),
    )


def _number(person_id: int, on: date) -> str:
    """Her number with Social Work England on the day."""
    found = swe_numbers([person_id], on=on).get(person_id)
    return f"{found}, {Regulator.SWE.label}" if found else NO_NUMBER
