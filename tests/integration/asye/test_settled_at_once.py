"""Two who act on one year at the same moment: one of them goes first, and the other finds what she left."""

from pathlib import Path

import pytest

from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from asye.choices.enrolments import Role
from asye.models import Consent, Enrolment
from asye.services.agreements import NOT_YOURS
from asye.services.changes import SETTLED
from asye.services.nudges import NOBODY, OTHER_NOW
from tests.factories.asye import AsyePolicyFactory, ChangeFactory, GrantClaimFactory, SignalFactory, year_of
from tests.factories.asye_agreements import sent_agreement, signs
from tests.factories.asye_ending import ripe
from tests.factories.identity import OrganisationFactory
from tests.factories.people import RegistrationFactory, account_of, holder_of, staff_of
from tests.integration.engines.at_once import counted, said_by_two

PREPARATION = """
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from asye.models import Agreement, Change, Enrolment, GrantClaim
at = timezone.now()
def acting(person_id):
    return actor_for(user=User.objects.get(person_id=person_id), on=timezone.localdate(at))
def is_first():
    try:
        open({first!r}, "x").close()
    except FileExistsError:
        return False
    return True
year = Enrolment.objects.select_related("policy", "person").get()
NQSW, ASSESSOR, MANAGER, COORDINATOR, LEAD = {people}
{more}
"""
ACT = """
try:
    print({act}, flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""
ROLES = (Role.ASSESSOR, Role.MANAGER, Role.COORDINATOR)


@pytest.fixture
def year(transactional_db: None) -> Enrolment:
    """Under way, with everybody it needs; all of them have accounts."""
    organisation = OrganisationFactory()
    manager = staff_of(organisation)
    nqsw = staff_of(organisation, line_manager=manager)
    coordinator = holder_of(RoleCode.ASYE_COORDINATOR, organisation)
    parts = dict(zip(ROLES, (staff_of(organisation), manager, coordinator), strict=True))
    holder_of(RoleCode.ACADEMY_LEAD, organisation)
    for person in (nqsw, *parts.values()):
        account_of(person)
    return year_of(nqsw, organisation, roles=parts, policy=AsyePolicyFactory(), state="active")


def said(year: Enrolment, act: str, *, folder: Path, more: str) -> list[str]:
    lead = RoleHolding.objects.get(role=RoleCode.ACADEMY_LEAD).person
    account_of(lead)
    people = (year.person_id, *(year.parts.get(role=role).person_id for role in ROLES), lead.pk)
    preparation = PREPARATION.format(first=str(folder / "first"), people=people, more=more)
    return sorted(said_by_two(ACT.format(act=act), preparation=preparation, folder=folder))


def is_late(words: str) -> bool:
    """Did she find it changed, before her turn or as she came?"""
    return words.startswith(("This ", "Somebody else has just changed"))


def test_two_who_recommend_at_once_make_one_recommendation(year, tmp_path):
    more = (
        "from asye.rules.final import FinalReport\n"
        "from asye.selectors.held import missing_in\n"
        "from asye.services.recommending import recommend\n"
        "gaps = {check.code: 'It follows.' for check in missing_in(year, on=timezone.localdate(at))}\n"
        "report = FinalReport(outcome='pass', report='Seen across all areas.', gaps=gaps)"
    )

    told = said(
        ripe(year),
        "recommend(enrolment=year, report=report, by=acting(ASSESSOR), at=at).outcome",
        folder=tmp_path,
        more=more,
    )

    assert ([each == "pass" or is_late(each) for each in told], told.count("pass")) == ([True, True], 1)
    assert counted("asye_recommendation", "number >= 1", folder=tmp_path) == 1


def test_part_of_a_grant_recorded_twice_at_once_is_claimed_once(year, tmp_path):
    GrantClaimFactory(enrolment=year)

    told = said(
        year,
        "claim_part(claim=GrantClaim.objects.get(), reference='N 1', by=acting(LEAD), at=at).state",
        folder=tmp_path,
        more="from asye.services.claims import claim_part",
    )

    assert ([each == "claimed" or is_late(each) for each in told], told.count("claimed")) == ([True, True], 1)
    assert counted("audit_event", "act = 'asye.grant.claim'", folder=tmp_path) == 1


def test_nudge_sent_by_two_at_once_comes_once(year, tmp_path):
    SignalFactory(enrolment=year)
    more = (
        "from asye.selectors.nudges import drafts_of\n"
        "from asye.services.nudges import send_nudges\n"
        "by = acting(LEAD)\n"
        "seen = drafts_of([year.pk], by).sha256"
    )

    told = said(year, "send_nudges(cases=[year.pk], seen=seen, by=by, at=at)", folder=tmp_path, more=more)

    assert (told.count("1"), set(told) - {"1"} <= {"0", OTHER_NOW, NOBODY}) == (1, True)
    assert counted("asye_nudge", "sent_at IS NOT NULL", folder=tmp_path) == 1
    assert counted("notify_notice", "kind = 'asye.nudge.sent'", folder=tmp_path) == 1


def test_consent_is_taken_back_in_time_or_the_change_is_agreed_and_never_both(year, tmp_path):
    change = ChangeFactory(enrolment=year)
    for role in (Role.ASSESSOR, Role.COORDINATOR, Role.NQSW):
        person = year.person if role == Role.NQSW else year.parts.get(role=role).person
        Consent.objects.create(change=change, role=role, person=person, agrees=True, given_at=change.proposed_at)
    act = (
        "(take_consent_back(change=change, by=acting(NQSW), at=at) if is_first() else "
        "consent(change=change, answer=Answer(agrees=True), by=acting(MANAGER), at=at)).state"
    )
    more = (
        "from asye.services.changes import Answer, consent, take_consent_back\n"
        "change = Change.objects.get()\n"
        "by_whom = acting(NQSW), acting(MANAGER)"
    )

    told = said(year, act, folder=tmp_path, more=more)

    agreed = counted("asye_change", "state = 'agreed'", folder=tmp_path)
    standing = counted("asye_consent", "withdrawn_at IS NULL", folder=tmp_path)
    assert (told, agreed, standing) in [
        (["proposed", "proposed"], 0, 3),
        (sorted(["agreed", SETTLED]), 1, 4),
    ]


def test_names_under_an_agreement_go_when_its_assessor_leaves_as_somebody_signs(year, tmp_path):
    Enrolment.objects.filter(pk=year.pk).update(state="agreement_due")
    assessor, follows = year.parts.get(role=Role.ASSESSOR).person, staff_of(year.organisation)
    agreement = sent_agreement(year, assessor=assessor)
    RegistrationFactory(person=follows)
    for role in (Role.MANAGER, Role.COORDINATOR):
        signs(agreement, year.parts.get(role=role).person)
    signs(agreement, year.person)
    more = (
        "from asye.choices.enrolments import Role\n"
        "from asye.selectors.agreements import agreement_page\n"
        "from asye.services.agreements import sign\n"
        "from asye.services.parts import Given, assign\n"
        "from asye.services.signing import Name\n"
        "agreement = Agreement.objects.select_related('enrolment__policy', 'enrolment__person').get()\n"
        "name = Name(seen=agreement_page(agreement, on=timezone.localdate(at)).sha256)\n"
        "to_her = {'from_on': timezone.localdate(at), 'because': 'She leaves.'}\n"
        f"given = Given(role=Role.ASSESSOR, person_id={follows.pk}, **to_her)\n"
        "by_lead, by_assessor = acting(LEAD), acting(ASSESSOR)"
    )
    act = (
        "'moved' if is_first() and assign(enrolment=year, given=given, by=by_lead, at=at) else "
        "sign(agreement=agreement, name=name, by=by_assessor, at=at).state"
    )

    told = said(year, act, folder=tmp_path, more=more)

    live = counted("signatures_signature", "withdrawn_at IS NULL", folder=tmp_path)
    signed = counted("asye_agreement", "state = 'signed'", folder=tmp_path)
    begun = counted("asye_agreement", "state = 'draft'", folder=tmp_path)
    assert (told, live, signed, begun) in [
        (sorted(["moved", NOT_YOURS]), 0, 0, 0),
        (["moved", "signed"], 4, 1, 1),
    ]
