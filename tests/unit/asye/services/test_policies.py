from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.choices import Origin
from academy.engines.reference.publishing.checking import YOUR_TEXT
from academy.engines.reference.publishing.kinds import Seen
from academy.engines.reference.reading import BadFile, BadPlace, check
from academy.people.choices import RoleCode
from asye.models import AsyePolicy
from asye.reference.asye_policies import EXAMPLE, policy_preview
from asye.rules.parts_of_policy import FrameworkLevel, Group, InductionCourse, Offset, OnPass
from asye.schema.policy import AsyePolicyFile
from asye.selectors.policies import policy_for, rules_of
from asye.services.policies import load_asye_policy, publish_asye_policy, said_by_policy, withdraw_asye_policy
from asye.services.policy_faults import faults_in
from tests.factories.frameworks import shipped
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, GradeFactory, as_actor, holder_of, staff_of
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db
KEY = "seaborough/asye-adults/2026"
HEAD = 'organisation: seaborough\ncode: "2026"\nvalid_from: 2026-12-01\n'


def policy_file(**changes):
    return check(AsyePolicyFile, HEAD + EXAMPLE, name=YOUR_TEXT).model_copy(update=changes)


def faults(**said):
    return faults_in(policy_file(rules=replace(policy_file().rules, **said)))


@pytest.fixture
def council():
    return OrganisationFactory(slug="seaborough")


def test_policy_is_loaded_once_and_again_when_it_changes(council):
    assert [change.verb for change in load_asye_policy(policy_file(), on=TODAY)] == ["added"]
    assert load_asye_policy(policy_file(), on=TODAY) == []
    [changed] = load_asye_policy(policy_file(title="Another title"), on=TODAY)

    stored = AsyePolicy.objects.get()
    assert (changed.verb, changed.fields, changed.key) == ("changed", ("title", "content", "checksum"), KEY)
    assert (stored.organisation, stored.programme, stored.service) == (council, "asye", "adults")
    assert rules_of(stored) == policy_file().rules


@pytest.mark.parametrize(
    ("said", "instead", "fault"),
    [
        (
            "working_days: 5",
            "working_days: 61",
            "line 22, rules.submission: An offset in working days is 61; it is -120 to 60.",
        ),
        (
            "external: mandatory",
            "external: maybe",
            "line 33, rules.moderation.external: it has to be 'mandatory' or 'good_practice'.",
        ),
        (
            "contact: academy@council.example",
            "contact: the academy",
            "line 8, contact: Write an address such as academy@council.example, or leave it out.",
        ),
        ("code: degree, title", "code: degree, name", "line 14, rules.documents.1.title: this has to be said"),
        (
            "is_condition: true",
            "is_condition: maybe",
            "line 36, rules.on_pass.is_condition: it has to be true",
        ),
    ],
)
def test_what_cannot_be_is_told_with_its_line_and_key(said, instead, fault):
    with pytest.raises(BadFile) as refused:
        check(AsyePolicyFile, HEAD + EXAMPLE.replace(said, instead), name=YOUR_TEXT)
    assert str(refused.value).startswith(f"Your text, {fault}")


def test_policy_taken_away_ends_and_comes_back(council):
    load_asye_policy(policy_file(), on=TODAY)
    load_asye_policy(policy_file(organisation=None), on=TODAY)

    assert [change.key for change in withdraw_asye_policy(KEY, on=TODAY)] == [KEY]
    assert AsyePolicy.objects.filter(withdrawn_on=None).get().organisation is None
    assert [change.key for change in withdraw_asye_policy("all/asye-adults/2026", on=TODAY)] == ["all/asye-adults/2026"]
    assert [change.verb for change in load_asye_policy(policy_file(), on=TODAY)] == ["returned"]


def test_policy_with_a_fault_and_of_an_unknown_organisation_are_refused(council):
    with pytest.raises(BadFile, match="there is no organisation nowhere"):
        load_asye_policy(policy_file(organisation="nowhere"), on=TODAY)
    with pytest.raises(BadPlace, match="there is no portfolio template nothing"):
        load_asye_policy(policy_file(rules=replace(policy_file().rules, portfolio="nothing")), on=TODAY)
    assert AsyePolicy.objects.count() == 0


def test_lead_publishes_an_edition_that_holds_from_its_first_day(council):
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))

    made = publish_asye_policy(organisation=council, content=policy_file(), by=lead, at=NOW)

    assert (made.origin, made.published_by_id, str(made)) == (Origin.PUBLISHED, lead.person_id, "ASYE, adults, 2026")
    assert policy_for(council.pk, service="adults", on=date(2026, 12, 1)) == made
    assert policy_for(council.pk, service="adults", on=date(2026, 11, 30)) is None
    assert Event.objects.get().act == "asye.policy.publish"
    said = said_by_policy(made)
    assert (said["title"], "recommends" in said["rules"]) == ("ASYE, adults", False)
    again = AsyePolicyFile.model_validate({"code": "2026", "valid_from": date(2026, 12, 1), **said})
    assert again.rules == policy_file().rules


def test_nobody_else_publishes_and_a_fault_is_told_to_the_lead(council):
    lead, staff = (as_actor(each) for each in (holder_of(RoleCode.ACADEMY_LEAD, council), staff_of(council)))
    wrong = policy_file(rules=replace(policy_file().rules, portfolio="nothing"))

    with pytest.raises(Refused, match="Only the academy lead"):
        publish_asye_policy(organisation=council, content=wrong, by=staff, at=NOW)
    with pytest.raises(Refused, match="there is no portfolio template nothing"):
        publish_asye_policy(organisation=council, content=wrong, by=lead, at=NOW)
    assert AsyePolicy.objects.count() == 0


def test_editions_of_one_programme_do_not_overlap(council):
    load_asye_policy(policy_file(valid_to=date(2027, 12, 31)), on=TODAY)

    inside = policy_file(code="2027", valid_from=date(2027, 6, 1))
    before = policy_file(code="2025", valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 1))
    assert faults_in(inside) == [(("valid_from",), "edition 2026 holds until 2027-12-31. Begin after that day")]
    assert faults_in(before) == [(("valid_to",), "edition 2026 begins on 2026-12-01. End before that day")]
    assert faults_in(policy_file(code="2028", valid_from=date(2028, 1, 1))) == []


def test_framework_needs_an_edition_and_the_level_of_it(council):
    shipped("pcf")
    where = ("rules", "frameworks", 0)
    assert faults(frameworks=(FrameworkLevel(code="old"),)) == [
        ((*where, "code"), "no edition of old is in force on 2026-12-01. In force then: pcf")
    ]
    assert faults(frameworks=(FrameworkLevel(code="pcf", level="nqsw"),)) == []
    [(place, says)] = faults(frameworks=(FrameworkLevel(code="pcf", level="master"),))
    assert (place, says.partition(". ")[0]) == ((*where, "level"), "pcf has no level master")


def test_courses_are_those_of_the_organisation_or_named_with_theirs(council):
    CourseFactory(organisation=council, code="court-skills")
    CourseFactory(organisation=OrganisationFactory(slug="elsewhere"), code="safeguarding")
    induction = tuple(InductionCourse(course=code, title=code) for code in ("court-skills", "safeguarding"))
    group = Group(code="peers", title="Peers", courses=("elsewhere/safeguarding",))

    [(where, says)] = faults(induction=induction, groups=(group,))
    assert where == ("rules", "induction", 1, "course")
    assert says == "there is no course safeguarding. Name one of your courses by its code, or as organisation/code"


def test_grade_after_a_pass_is_one_of_the_organisation(council):
    GradeFactory(organisation=council, code="BG10")
    assert faults(on_pass=OnPass(grade="BG99")) == [
        (("rules", "on_pass", "grade"), "there is no grade BG99. Your grades: BG10")
    ]
    assert faults(on_pass=OnPass(grade="BG10", level="level-1")) == [
        (("rules", "on_pass", "level"), "BG10 has no level level-1. Levels of it: none")
    ]
    assert faults(on_pass=OnPass(grade="BG10")) == []


def test_preview_tells_the_policy_in_plain_words(council):
    submission = Offset(of="final", days=0)
    rules = replace(policy_file().rules, submission=submission, panel=Offset(of="final", days=-1))
    shown = policy_preview(policy_file(rules=replace(rules, protected_percent=Decimal("7.5"))), Seen(council, TODAY))

    said = {line.name: line.says for line in shown.context["lines"]}
    assert said["Portfolio handed in"] == ("On the day of the final review",)
    assert said["Panel"] == ("1 day before the final review", "Adults’ and children’s years before one panel")
    assert said["Protected time"] == ("7.5% of her hours, for learning",)
    assert said["Observations"] == ("First observation: 14 days before the three-month review, by assessor",)
