"""Whether a year can start on a day, what has to be noted, and whether a grant is paid: two questions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from academy.people.choices import Regulator
from academy.people.rules.registrations import RegistrationFacts
from academy.people.rules.spans import Span
from asye.choices.ending import GrantPart
from asye.choices.enrolments import Role
from asye.rules.eligibility import Holds, Start, can_assess, can_start, conditions, grant_for, roles_needed
from asye.rules.parts_of_policy import Document, Grant
from asye.rules.policy import PLAIN

ON, STARTS = date(2026, 8, 20), date(2026, 9, 7)
LIVE = RegistrationFacts(Regulator.SWE, Span(date(2026, 8, 1)), date(2026, 11, 30))
START = Start(starts_on=STARTS, qualified_on=date(2026, 6, 30), fte=Decimal("1.00"), registered=(LIVE,))
GRANT = Grant(
    year="2026-27",
    body="Department for Education",
    starts_from=date(2026, 4, 1),
    starts_until=date(2027, 3, 31),
    parts={GrantPart.REGISTRATION: Decimal(1000), GrantPart.COMPLETION: Decimal(1000)},
    closes_on=date(2027, 3, 31),
)


def said(**changes):
    return replace(START, **changes)


def told(start, on=ON):
    return [(each.holds, each.says) for each in conditions(start, PLAIN, on=on)]


def test_who_is_registered_and_newly_qualified_is_eligible_in_plain_words():
    assert told(START) == [
        (Holds.MET, "Registered with Social Work England on 7 September 2026."),
        (Holds.MET, "Qualified on 30 June 2026, at most 2 years before the start."),
        (Holds.MET, "At 1 FTE the year ends on 5 September 2027."),
    ]
    assert can_start(START, PLAIN, on=ON).allowed


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        (
            {"starts_on": date(2026, 7, 31)},
            "She is registered from 1 August 2026. The year starts on that day or a later one.",
            "starts_on",
        ),
        (
            {"registered": ()},
            "No registration with Social Work England is entered. Ask human resources to enter it first.",
            "starts_on",
        ),
        (
            {"registered": (RegistrationFacts(Regulator.HCPC, Span(date(2018, 1, 1))),)},
            "No registration with Social Work England is entered. Ask human resources to enter it first.",
            "starts_on",
        ),
        (
            {"registered": (replace(LIVE, span=Span(date(2026, 8, 1), date(2026, 8, 10))),)},
            "Her registration was not live on 7 September 2026. Ask human resources to enter the renewal.",
            "starts_on",
        ),
        (
            {"contract_on": date(2026, 9, 14)},
            "Her contract begins on 14 September 2026. The year starts on that day or a later one.",
            "starts_on",
        ),
        (
            {"starts_on": date(2027, 8, 20), "registered": (replace(LIVE, expires_on=None),)},
            "Enrol her within a year of the start.",
            "starts_on",
        ),
        (
            {"qualified_on": date(2026, 9, 8)},
            "She qualified on 8 September 2026. The year starts afterwards.",
            "qualified_on",
        ),
        (
            {"qualified_on": date(2024, 9, 6)},
            "Qualified on 6 September 2024, more than 2 years before the start. Note why her knowledge is current.",
            "knowledge_current",
        ),
        (
            {"qualified_on": date(2022, 9, 6), "knowledge_current": " "},
            (
                "Qualified on 6 September 2022, more than 4 years before the start. Note why the year is supported "
                "all the same."
            ),
            "knowledge_current",
        ),
        (
            {"is_agency": True},
            "Write who gives support and assessment: the agency, or you where she works.",
            "agency_agreement",
        ),
    ],
)
def test_start_that_cannot_be_is_refused_with_what_to_do(changes, reason, field):
    decision = can_start(said(**changes), PLAIN, on=ON)
    assert (decision.allowed, decision.reason, decision.field) == (False, reason, field)


def test_first_day_of_registration_and_last_day_of_the_time_allowed_are_taken_in():
    assert can_start(said(starts_on=date(2026, 8, 1)), PLAIN, on=ON).allowed
    assert can_start(said(qualified_on=date(2024, 9, 7)), PLAIN, on=ON).allowed


@pytest.mark.parametrize(
    ("qualified_on", "says"),
    [
        (
            date(2023, 9, 7),
            "Qualified on 7 September 2023, more than 2 years before the start. Noted: She worked as a support worker.",
        ),
        (
            date(2019, 7, 1),
            "Qualified on 1 July 2019, more than 4 years before the start. Noted: She worked as a support worker.",
        ),
    ],
)
def test_longer_ago_is_possible_with_a_note(qualified_on, says):
    start = said(qualified_on=qualified_on, knowledge_current="She worked as a support worker.")
    assert told(start)[1] == (Holds.MET, says)
    assert can_start(start, PLAIN, on=ON).allowed


def test_renewal_that_runs_out_before_a_later_start_is_to_be_noted():
    start = said(starts_on=date(2027, 1, 4))
    assert told(start)[0] == (
        Holds.NOTED,
        "Her registration is live today and runs out before the start. Note the renewal when it is made.",
    )
    assert can_start(start, PLAIN, on=ON).allowed


@pytest.mark.parametrize(
    ("fte", "holds", "says"),
    [
        ("0.6", Holds.MET, "At 0.6 FTE the year ends on 5 May 2028."),
        (
            "0.4",
            Holds.NOTED,
            (
                "At 0.4 FTE the year ends on 4 March 2029, and it is to be complete by 6 September 2028. Below 0.5 "
                "FTE the time does not suffice: agree with her how it will."
            ),
        ),
    ],
)
def test_hours_that_do_not_suffice_are_warned_of_and_refuse_nothing(fte, holds, says):
    start = said(fte=Decimal(fte))
    assert told(start)[2] == (holds, says)
    assert can_start(start, PLAIN, on=ON).allowed


def test_agency_and_supervision_are_told_where_they_matter():
    start = said(is_agency=True, agency_agreement="We give both", is_supervised=False)
    assert told(start)[3:] == [
        (Holds.MET, "An agency employs her, and who gives support and assessment is written down."),
        (
            Holds.NOTED,
            (
                "Her line manager is not entered as a registered social worker. Name a professional supervisor as "
                "well: a newly qualified social worker is supervised by a qualified one."
            ),
        ),
    ]
    assert [holds.state.word for holds in Holds] == ["Yes", "To be noted", "No"]


@pytest.mark.parametrize(
    ("grants", "changes", "says", "is_paid"),
    [
        ((), {}, "No grant is known for years that start on 7 September 2026.", False),
        (
            (GRANT,),
            {},
            (
                "Grant 2026-27, Department for Education: £1,000 at registration and £1,000 at completion. "
                "Completion is claimed by 31 March 2027 at the latest."
            ),
            True,
        ),
        (
            (replace(GRANT, closes_on=None),),
            {},
            "Grant 2026-27, Department for Education: £1,000 at registration and £1,000 at completion.",
            True,
        ),
        (
            (GRANT,),
            {"qualified_on": date(2022, 9, 6)},
            (
                "No grant 2026-27: it is paid to those who start within 4 years of qualifying, here up to 6 September "
                "2026. The employer can support the year all the same."
            ),
            False,
        ),
        (
            (replace(GRANT, parts={}),),
            {},
            "The grant 2026-27 is paid by Department for Education; its amounts are not settled yet.",
            False,
        ),
    ],
)
def test_grant_is_another_question_than_eligibility(grants, changes, says, is_paid):
    found = grant_for(said(**changes), replace(PLAIN, grants=grants))
    assert (found.says, found.grant is not None) == (says, is_paid)


def test_parts_needed_are_those_the_policy_asks_of():
    assert roles_needed(PLAIN) == (Role.ASSESSOR, Role.MANAGER, Role.COORDINATOR)
    by_practice = (Role.NQSW, Role.PRACTICE_ASSESSOR, Role.MANAGER, Role.COORDINATOR)
    rules = replace(
        PLAIN,
        attends=by_practice[:3],
        agreement_signs=by_practice,
        consents=by_practice,
        recommends=Role.PRACTICE_ASSESSOR,
    )
    assert roles_needed(rules) == (Role.MANAGER, Role.PRACTICE_ASSESSOR, Role.COORDINATOR)


@pytest.mark.parametrize(
    ("role", "registered", "may"),
    [
        (Role.ASSESSOR, (LIVE,), True),
        (Role.ASSESSOR, (), False),
        (Role.PRACTICE_ASSESSOR, (replace(LIVE, expires_on=date(2026, 8, 19)),), False),
        (Role.COORDINATOR, (), True),
    ],
)
def test_who_assesses_is_registered_on_the_day(role, registered, may):
    decision = can_assess(role, "Tom Baines", registered=registered, on=ON)
    assert decision.allowed is may
    if not may:
        assert decision.reason == (
            "Tom Baines has no live registration with Social Work England entered here on 20 August 2026, and whoever "
            "assesses needs one. Choose somebody else, or ask human resources to enter it."
        )
        assert decision.field == role


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ((), (Holds.NOTED, "Not seen yet: degree, proof. Note it on her record once it is there.")),
        (("proof",), (Holds.NOTED, "Not seen yet: degree. Note it on her record once it is there.")),
        (("degree", "proof"), (Holds.MET, "Seen: degree, proof.")),
    ],
)
def test_documents_that_are_missing_are_noted_and_keep_nobody_from_starting(seen, expected):
    asked = (Document(code="degree", title="Degree"), Document(code="proof", title="Proof"))
    rules, start = replace(PLAIN, documents=asked), said(documents=seen)
    found = conditions(start, rules, on=ON)
    assert (found[-1].holds, found[-1].says) == expected
    assert can_start(start, rules, on=ON).allowed
