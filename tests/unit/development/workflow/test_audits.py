import pytest

from academy.development.models import SelfAudit
from academy.development.workflow.audits import AUDIT
from academy.engines.access.permissions import allows
from academy.engines.workflow.moves import available
from tests.factories.audits import audit_in
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of

NOBODY: dict[str, list[str]] = {"draft": [], "shared": [], "discussed": [], "withdrawn": []}
OPEN = {
    "author": {**NOBODY, "draft": ["share", "withdraw"], "shared": ["lock", "withdraw"]},
    "manager": {**NOBODY, "shared": ["lock"]},
    "colleague": NOBODY,
}
CASES = [(who, state, names) for who, states in OPEN.items() for state, names in states.items()]
VERBS = ("see", "write", "rate", "talk")


def audit_of(council, state, **said):
    return audit_in(state, person=council.author, organisation=council.organisation, supervisor=council.manager, **said)


@pytest.mark.parametrize(("who", "state", "names"), CASES)
def test_transitions_open_in_a_state_to_person_supervisor_and_colleague(council, who, state, names):
    audit = audit_of(council, state, discussed_on=NOW.date(), person_signed_at=NOW, supervisor_signed_at=NOW)
    choices = available(AUDIT, audit, as_actor(getattr(council, who)))

    assert [each.transition.name for each in choices if each.is_open] == names


def test_audit_is_neither_shared_with_nobody_nor_locked_before_the_talk(council):
    alone = audit_in("draft", person=council.author, organisation=council.organisation)
    reasons = [available(AUDIT, audit, council.by) for audit in (alone, audit_of(council, "shared"))]

    assert (reasons[0][0].decision.reason, reasons[1][1].decision.reason) == (
        "Choose with whom you share it.",
        "Talk about it first, and write down on which day you did.",
    )


@pytest.mark.parametrize(
    ("who", "state", "held"),
    [
        ("author", "draft", ["see", "write", "talk"]),
        ("author", "shared", ["see", "write", "talk"]),
        ("manager", "draft", []),
        ("manager", "shared", ["see", "rate", "talk"]),
        ("manager", "discussed", ["see", "rate", "talk"]),
        ("manager", "withdrawn", []),
        ("colleague", "shared", []),
        ("academy_lead", "shared", []),
        ("principal_social_worker", "shared", []),
        ("administrator", "shared", []),
        ("hr", "discussed", []),
        ("auditor", "discussed", []),
    ],
)
def test_permissions_of_a_self_audit_by_role_agree_with_what_is_visible(council, who, state, held):
    audit = audit_of(council, state)
    person = getattr(council, who) if hasattr(council, who) else holder_of(who, council.organisation)
    actor = as_actor(person)

    assert [verb for verb in VERBS if allows(f"development.audit.{verb}", actor, audit)] == held
    assert list(SelfAudit.objects.visible_to(actor)) == ([audit] if "see" in held else [])


def test_supervisor_who_went_to_another_organisation_reads_it_no_more(council):
    left = staff_of(OrganisationFactory())
    audit = audit_in("shared", person=council.author, organisation=council.organisation, supervisor=left)

    assert allows("development.audit.see", as_actor(left), audit) is False
    assert list(SelfAudit.objects.visible_to(as_actor(left))) == []


def test_workflow_names_whose_self_audit_it_is(council):
    audit = audit_of(council, "draft")

    assert (AUDIT.person_of(audit), AUDIT.organisation_of(audit)) == (council.author.pk, council.organisation.pk)
