from dataclasses import replace
from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.choices import Origin
from academy.engines.reference.publishing.checking import YOUR_TEXT
from academy.engines.reference.publishing.kinds import Seen
from academy.engines.reference.reading import BadFile, BadPlace, check
from academy.people.choices import RoleCode
from panels.choices.panels import Names
from panels.models import PanelPolicy
from panels.reference.panel_policies import EXAMPLE, policy_preview
from panels.rules.policy import PLAIN, WHOLE
from panels.schema.policy import PanelPolicyFile
from panels.selectors.policies import policy_in_force, rules_of
from panels.services.policies import load_panel_policy, publish_panel_policy, said_by_policy, withdraw_panel_policy
from panels.services.policy_faults import faults_in
from pathways.choices import SittingPurpose
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.pathways import LadderVersionFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db
KEY = "seaborough/progression/2026"
HEAD = 'organisation: seaborough\ncode: "2026"\nvalid_from: 2026-12-01\n'
WRONG = replace(PLAIN, answer_days=30)
SAID = "a review is due after 21 days. Ask for an answer before"


def policy_file(**changes):
    return check(PanelPolicyFile, HEAD + EXAMPLE, name=YOUR_TEXT).model_copy(update=changes)


@pytest.fixture
def council():
    return OrganisationFactory(slug="seaborough")


def test_policy_is_loaded_once_and_again_when_it_changes(council):
    assert [change.verb for change in load_panel_policy(policy_file(), on=TODAY)] == ["added"]
    assert load_panel_policy(policy_file(), on=TODAY) == []
    [changed] = load_panel_policy(policy_file(title="Another title"), on=TODAY)

    stored = PanelPolicy.objects.get()
    assert (changed.verb, changed.fields, changed.key) == ("changed", ("title", "content", "checksum"), KEY)
    assert (stored.organisation, stored.purpose) == (council, "progression")
    assert rules_of(stored) == policy_file().rules


@pytest.mark.parametrize(
    ("said", "instead", "fault"),
    [
        ("reviewers: 2", "reviewers: 9", "line 8, rules: The number of reviewers of a case is 9; it is 2 to 5."),
        (
            "names: named",
            "names: seen",
            "line 22, rules.names: it has to be 'named', 'blind' or 'throughout'.",
        ),
        (
            "any_of: [service_manager]",
            "any_of: [manager]",
            "line 11, rules.composition.2.any_of.1: it has to be 'psw_adults', 'psw_children',",
        ),
        (
            "break_after: 4",
            "breaks_after: 4",
            "line 47, rules.breaks_after: this key is not known here; perhaps",
        ),
    ],
)
def test_what_cannot_be_is_told_with_its_line_and_key(said, instead, fault):
    with pytest.raises(BadFile) as refused:
        check(PanelPolicyFile, HEAD + EXAMPLE.replace(said, instead), name=YOUR_TEXT)
    assert str(refused.value).startswith(f"Your text, {fault}")


def test_policy_taken_away_ends_and_comes_back(council):
    load_panel_policy(policy_file(), on=TODAY)
    load_panel_policy(policy_file(organisation=None), on=TODAY)

    assert [change.key for change in withdraw_panel_policy(KEY, on=TODAY)] == [KEY]
    assert PanelPolicy.objects.filter(withdrawn_on=None).get().organisation is None
    [change] = withdraw_panel_policy("all/progression/2026", on=TODAY)
    assert change.key == "all/progression/2026"
    assert [change.verb for change in load_panel_policy(policy_file(), on=TODAY)] == ["returned"]


def test_policy_with_a_fault_and_of_an_unknown_organisation_are_refused(council):
    with pytest.raises(BadFile, match="there is no organisation nowhere"):
        load_panel_policy(policy_file(organisation="nowhere"), on=TODAY)
    with pytest.raises(BadPlace, match=SAID):
        load_panel_policy(policy_file(rules=WRONG), on=TODAY)
    assert PanelPolicy.objects.count() == 0


def test_lead_publishes_an_edition_that_holds_from_its_first_day(council):
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))

    made = publish_panel_policy(organisation=council, content=policy_file(), by=lead, at=NOW)

    assert (made.origin, made.published_by_id, str(made)) == (
        Origin.PUBLISHED,
        lead.person_id,
        "Progression panel, 2026",
    )
    assert policy_in_force(council, "progression", date(2026, 12, 1)) == made
    assert policy_in_force(council, "progression", date(2026, 11, 30)) is None
    assert Event.objects.get().act == "panels.policy.publish"
    said = said_by_policy(made)
    assert (said["title"], "quorum" in said["rules"], "reviewer_mix" in said["rules"]) == (
        "Progression panel",
        False,
        True,
    )
    again = PanelPolicyFile.model_validate({"code": "2026", "valid_from": date(2026, 12, 1), **said})
    assert again.rules == policy_file().rules


def test_nobody_else_publishes_and_a_fault_is_told_to_the_lead(council):
    lead, staff = (as_actor(each) for each in (holder_of(RoleCode.ACADEMY_LEAD, council), staff_of(council)))
    wrong = policy_file(rules=WRONG)

    with pytest.raises(Refused, match="Only the academy lead"):
        publish_panel_policy(organisation=council, content=wrong, by=staff, at=NOW)
    with pytest.raises(Refused, match=SAID):
        publish_panel_policy(organisation=council, content=wrong, by=lead, at=NOW)
    assert PanelPolicy.objects.count() == 0


def test_editions_of_one_purpose_do_not_overlap(council):
    load_panel_policy(policy_file(valid_to=date(2027, 12, 31)), on=TODAY)
    blind = replace(PLAIN, names=Names.BLIND)

    inside = {"code": "2027", "valid_from": date(2027, 6, 1)}
    assert faults_in(policy_file(**inside)) == [
        (("valid_from",), "edition 2026 holds until 2027-12-31. Begin after that day")
    ]
    assert faults_in(policy_file(**inside, purpose=SittingPurpose.MODERATION, rules=blind)) == []
    assert faults_in(policy_file(**inside, organisation=None)) == []


def test_criteria_are_for_steps_and_pathways_of_the_organisations_own_ladders(council):
    LadderVersionFactory(organisation=council, valid_from=date(2026, 1, 1))
    LadderVersionFactory(organisation=OrganisationFactory(), valid_from=date(2026, 1, 1))
    sets = (
        WHOLE,
        replace(WHOLE, code="known", for_steps=("to-bg12",)),
        replace(WHOLE, code="unknown", for_steps=("to-z",)),
        replace(WHOLE, code="way", for_pathways=("nowhere",)),
    )
    says, ways = "on 2026-12-01. In force then:", "amhp, mca-bia, specialist"
    rules = replace(PLAIN, criteria=sets)

    found = faults_in(policy_file(rules=rules))

    assert found == [
        (("rules", "criteria", 2, "for_steps", 0), f"no ladder of yours has to-z {says} to-bg11, to-bg12"),
        (
            ("rules", "criteria", 3, "for_pathways", 0),
            f"no ladder of yours has nowhere {says} {ways}",
        ),
    ]
    [first, *_] = faults_in(policy_file(rules=rules, organisation=None))
    assert first == (("rules", "criteria", 1, "for_steps", 0), f"no ladder of yours has to-bg12 {says} none")


def test_preview_tells_the_policy_in_plain_words(council):
    shown = policy_preview(policy_file(), Seen(council, TODAY))

    said = {line.name: line.says for line in shown.context["lines"]}
    assert shown.template == "panels/previews/policy.html"
    assert said["Who sits on it"] == (
        "The Principal Social Worker for adults or her deputy.",
        "A service manager, and no deputy.",
        "Somebody with lived experience, and no deputy.",
        "Members of adults’ and of children’s services.",
    )
    assert said["Knowledge"][-1] == "Shown (met): It is seen in work that is new to her."
