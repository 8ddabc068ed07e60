"""Every kind of policy that apps declare: what came with the portal is begun from, checked, published and withdrawn."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from academy.desk.selectors.policies import draft_key, draft_url
from academy.desk.views.policies import as_staff_see
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.drafts.rules import is_key
from academy.engines.reference.declarations import kinds_in_order
from academy.engines.reference.publishing.checking import YOUR_TEXT, checked
from academy.engines.reference.publishing.differences import differences
from academy.engines.reference.publishing.kinds import Seen, declare_published, published_kind, published_kinds
from academy.engines.reference.publishing.versions import Stands, said_in, shelf_of
from academy.engines.reference.publishing.withdrawing import withdraw_version
from academy.engines.reference.reading import BadFile, check, read, sources_of
from academy.people.choices import RoleCode
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of

TODAY = NOW.date()
FOR_ALL = [kind.code for kind in published_kinds() if kind.model._meta.get_field("organisation").null]

# What staff read of what came with the portal; of a kind that is told as an outline nothing is looked for.
SEEN = {
    "cpd": ("At least one piece of learning in every 12 weeks", "Work with a person or family"),
    "appraisals": ("Due by the end of", "Her manager"),
    "inductions": ("Done within 6 months of joining.", "To understand"),
    "skills": ("<h4",),
    "portfolio-templates": ("Signed by: author, then verifier", "Your own text"),
    "asye": ("weeks of full time", "Reasons for a pause", "of her hours, for learning"),
    "panels": ("each alone; nobody sees another’s before", "Somebody who chairs is in the room.", "Who never votes"),
    "coaching": ("Usually 6 sessions of 60 minutes within 6 months.", "Confidentiality"),
    "second-jobs": ("At most 48 hours a week over all jobs.", "The line manager permits it."),
    "equality-monitoring": ("Prefer not to say",),
    "evidence": ("Requires improvement", "Is she kind to you?", "is corrected within 48 hours"),
}


@cache
def files_for_all(code):
    """What came with the portal for all organisations, read once."""
    return [file for file in map(read, sources_of(_reference(code))) if file.parsed.organisation is None]


def _reference(code):
    return next(kind for kind in kinds_in_order() if kind.schema is published_kind(code).schema)


@pytest.fixture
def council(db):
    return OrganisationFactory(slug="bexley")


@pytest.fixture
def lead(council):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))


@pytest.mark.parametrize("code", FOR_ALL)
def test_what_came_for_all_is_begun_from_published_and_withdrawn(council, lead, code):
    kind = published_kind(code)
    for file in files_for_all(code):
        _reference(code).load(file.parsed.model_copy(update=_without_names(code, file.parsed)), on=TODAY)
    came = shelf_of(kind, council, on=TODAY).in_force[0].version
    text = shelf_of(kind, council, on=TODAY).next_text(came)

    said = checked(kind, text, organisation=council, on=TODAY)
    assert differences(shelf_of(kind, council, on=TODAY).said_by(came), said_in(said)) == ()
    made = kind.publish(organisation=council, content=said, by=lead, at=NOW)

    shelf = shelf_of(kind, council, on=TODAY)
    stands = {each.version.pk: each.stands for each in shelf.standings if kind.line(each.version) == kind.line(made)}
    assert stands == {made.pk: Stands.IN_FORCE, came.pk: Stands.ELSEWHERE}
    assert said_in(shelf.file_of(made)) == said_in(said)
    assert Event.objects.get().act.startswith(kind.model._meta.app_label)

    withdraw_version(kind=kind, version=made, by=lead, at=NOW)
    assert shelf_of(kind, council, on=TODAY).holding(made, on=TODAY) == came


def _without_names(code, file):
    """Jobs, frameworks and templates are reference data of their own; what holds for all of them needs none."""
    if code == "portfolio-templates":
        sections = [section.model_copy(update={"statements": []}) for section in file.sections]
        return {"frameworks": [], "sections": sections}
    if code == "asye":
        return {"rules": replace(file.rules, frameworks=(), portfolio="")}
    return {"job_roles": []} if code == "inductions" else {}


@pytest.mark.parametrize("code", FOR_ALL)
def test_only_the_lead_of_the_organisation_publishes(council, code):
    file = files_for_all(code)[0].parsed
    stranger = as_actor(holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()))
    with pytest.raises(Refused, match="Only the academy lead of the organisation publishes this"):
        published_kind(code).publish(organisation=council, content=file, by=stranger, at=NOW)
    assert published_kind(code).model.objects.count() == 0


@pytest.mark.parametrize("code", FOR_ALL)
def test_same_text_twice_is_refused(council, lead, code):
    kind, came = published_kind(code), files_for_all(code)[0].parsed
    file = came.model_copy(update=_without_names(code, came))
    kind.publish(organisation=council, content=file, by=lead, at=NOW)
    with pytest.raises(Refused) as refused:
        kind.publish(organisation=council, content=file, by=lead, at=NOW)
    assert refused.value.field in ("code", "valid_from")


@pytest.mark.parametrize("code", [kind.code for kind in published_kinds()])
def test_unknown_key_and_another_organisation_are_refused_with_line(council, code):
    kind = published_kind(code)
    with pytest.raises(BadFile) as bad:
        checked(kind, "organisation: bexley\nnonsense: 1\n", organisation=council, on=TODAY)
    assert [each for each in bad.value.mistakes if ", line 2, nonsense: this key is not known here" in each] != []


@pytest.mark.parametrize("code", [kind.code for kind in published_kinds() if kind.code not in FOR_ALL])
def test_kind_of_which_nothing_came_for_all_has_an_example_in_the_shape_it_asks(council, code):
    kind = published_kind(code)
    text = shelf_of(kind, council, on=TODAY).next_text(None)
    assert check(kind.schema, text, name=YOUR_TEXT).organisation == "bexley"


@pytest.mark.parametrize("code", FOR_ALL)
def test_preview_is_drawn_of_what_came(council, code):
    kind = published_kind(code)
    for file in files_for_all(code):
        drawn = " ".join(as_staff_see(kind, file.parsed, Seen(council, TODAY)).get("preview", "").split())
        assert [words for words in SEEN.get(code, ()) if words not in drawn] == []


@pytest.mark.parametrize("code", [kind.code for kind in published_kinds()])
def test_unsent_words_of_a_kind_lead_back_to_it_and_are_kept_apart(code):
    keys = [draft_key(code, organisation_id=number) for number in (1, 2, 2**40)]
    assert ([is_key(key) for key in keys], len(set(keys))) == ([True] * 3, 3)
    assert {draft_url(key) for key in keys} == {f"/settings/policies/{code}/publish/"}


def test_unsent_words_of_a_kind_that_is_gone_lead_to_the_list():
    assert draft_url(draft_key("gone", organisation_id=1)) == "/settings/policies/"


def test_kind_declared_twice_is_a_bug():
    with pytest.raises(RuntimeError, match="Two kinds of policy are called training"):
        declare_published(published_kind("training"))


class TestWithdrawing:
    @pytest.fixture
    def kind(self):
        return published_kind("coaching")

    @pytest.fixture
    def terms(self, council, lead, kind):
        file = files_for_all("coaching")[0].parsed.model_copy(update={"valid_from": TODAY})
        return kind.publish(organisation=council, content=file, by=lead, at=NOW)

    def test_somebody_else_is_refused(self, council, kind, terms):
        staff = as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))
        with pytest.raises(Refused, match="Only who publishes it may withdraw it"):
            withdraw_version(kind=kind, version=terms, by=staff, at=NOW)

    @pytest.mark.parametrize(
        ("changes", "says"),
        [
            ({"origin": "shipped", "published_at": None, "published_by": None}, "came with the portal and stays"),
            ({"withdrawn_on": TODAY}, "withdrawn already"),
            ({"valid_from": date(2026, 1, 1), "valid_to": TODAY - timedelta(days=1)}, "has ended already"),
        ],
    )
    def test_what_does_not_hold_is_refused(self, lead, kind, terms, changes, says):
        kind.model.objects.filter(pk=terms.pk).update(**changes)
        with pytest.raises(Refused, match=says):
            withdraw_version(kind=kind, version=terms, by=lead, at=NOW)
