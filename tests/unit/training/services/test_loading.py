from datetime import date

import pytest

from academy.engines.reference.choices import Origin
from academy.engines.reference.reading import BadFile
from academy.training.models import Course, FocusTheme, Need, Platform, Programme, Subscription
from academy.training.schema.offer import OfferFile
from academy.training.services.loading import load_offer, withdraw_offer
from tests.factories.identity import OrganisationFactory

pytestmark = pytest.mark.django_db

ON = date(2026, 3, 1)
EVOLVE = {"code": "evolve", "name": "EVOLVE"}
MRC = {
    "code": "mrc",
    "name": "Making Research Count",
    "short_name": "MRC",
    "sessions_a_year": 5,
    "aims": ["Reflection"],
}
SAFETY = {"code": "safety", "title": "Safeguarding adults", "from_on": "2021-04-01"}
AUDIT = {"code": "audit", "text": "Confidence in law.", "source": "skills_audit", "agency": "brent"}
LAW = {"code": "law", "title": "Law", "kind": "course"}
SKILLS = {"code": "skills", "title": "Skills", "kind": "course"}
PATHWAYS = {"code": "pathways", "title": "Pathways", "employers": ["brent"], "needs": ["audit"]}
WHOLE = {
    "platforms": [EVOLVE],
    "subscriptions": [MRC],
    "themes": [SAFETY],
    "needs": [AUDIT],
    "courses": [LAW, SKILLS],
    "programmes": [{**PATHWAYS, "courses": ["law", "skills"]}],
}


@pytest.fixture(autouse=True)
def organisations():
    return OrganisationFactory(slug="bexley"), OrganisationFactory(slug="brent")


def load(on=ON, **parts):
    file = OfferFile.model_validate({"organisation": "bexley", **parts})
    return [str(change) for change in load_offer(file, on=on)]


def test_offer_is_written_as_the_file_says():
    assert load(**WHOLE) == [
        f"added     bexley/{code}" for code in ("evolve", "mrc", "safety", "audit", "law", "skills", "pathways")
    ]
    assert Subscription.objects.values_list("short_name", "sessions_a_year", "aims").get() == ("MRC", 5, ["Reflection"])
    assert Need.objects.get().agency.slug == "brent"
    programme = Programme.objects.get()
    assert [part.course.code for part in programme.courses.all()] == ["law", "skills"]
    assert [employer.slug for employer in programme.employers.all()] == ["brent"]
    assert [need.code for need in programme.needs.all()] == ["audit"]
    assert FocusTheme.objects.get().origin == Origin.SHIPPED


def test_same_file_again_changes_nothing():
    load(**WHOLE)
    assert load(**WHOLE) == []


def test_what_the_file_says_anew_is_changed():
    load(**WHOLE)
    assert load(**{**WHOLE, "platforms": [{**EVOLVE, "about": "E-learning."}]}) == ["changed   bexley/evolve (about)"]


def test_courses_of_a_programme_swap_places():
    load(**WHOLE)
    swapped = [{**PATHWAYS, "courses": ["skills", "law"]}]
    assert load(**{**WHOLE, "programmes": swapped}) == ["changed   bexley/pathways (courses)"]
    assert [part.course.code for part in Programme.objects.get().courses.all()] == ["skills", "law"]


def test_what_the_file_holds_no_longer_is_withdrawn_from_that_day():
    load(**WHOLE)
    assert load(platforms=[EVOLVE]) == [
        f"withdrawn bexley/{code}" for code in ("mrc", "audit", "law", "skills", "pathways", "safety")
    ]
    assert set(Course.objects.values_list("withdrawn_on", flat=True)) == {ON}
    assert Platform.objects.get().withdrawn_on is None
    assert FocusTheme.objects.get().until_on == date(2026, 2, 28)


def test_theme_that_never_began_ends_on_its_first_day():
    load(themes=[{**SAFETY, "from_on": "2026-05-01"}])
    load()
    theme = FocusTheme.objects.get()
    assert (theme.from_on, theme.until_on) == (date(2026, 5, 1), date(2026, 5, 1))


def test_what_comes_back_is_offered_again():
    load(**WHOLE)
    load()
    assert load(courses=[LAW]) == ["returned  bexley/law"]
    assert Course.objects.get(code="law").withdrawn_on is None


@pytest.mark.parametrize("model", [Platform, Subscription, FocusTheme, Need, Course, Programme])
def test_what_the_academy_keeps_itself_stays_as_it_is(model):
    load(**WHOLE)
    row = model.objects.first()
    kept = f"bexley/{row.code}"
    model.objects.filter(pk=row.pk).update(origin=Origin.PUBLISHED)
    changes = load(platforms=[], courses=[{**LAW, "title": "Another title"}])
    assert kept not in [change.split()[1] for change in changes]
    row.refresh_from_db()
    assert getattr(row, "withdrawn_on", None) is None
    assert str(row) == str(model.objects.get(pk=row.pk))


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("platforms", {**EVOLVE, "name": "Other"}),
        ("programmes", {**PATHWAYS, "title": "Other", "courses": ["law"]}),
        ("courses", {**LAW, "title": "Other"}),
    ],
)
def test_file_does_not_write_over_what_the_academy_changed(name, part):
    load(**WHOLE)
    for model in (Platform, Programme, Course):
        model.objects.update(origin=Origin.PUBLISHED)
    assert [
        change for change in load(**{**WHOLE, name: [part, *WHOLE[name][1:]]}) if not change.endswith("skills")
    ] == []


def test_withdrawn_file_ends_everything_that_came_with_it():
    load(**WHOLE)
    changes = withdraw_offer("bexley", on=ON)
    assert [change.key for change in changes] == [
        f"bexley/{code}" for code in ("evolve", "mrc", "audit", "law", "skills", "pathways", "safety")
    ]
    assert withdraw_offer("bexley", on=ON) == []


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"needs": [{**AUDIT, "agency": "nowhere"}]}, "bexley/audit: names the organisation nowhere"),
        (
            {"courses": [LAW], "programmes": [{**PATHWAYS, "needs": [], "employers": ["nowhere"], "courses": ["law"]}]},
            "bexley/pathways: names the organisation nowhere",
        ),
    ],
)
def test_organisation_no_file_holds_is_refused(parts, words):
    with pytest.raises(BadFile) as caught:
        load(**parts)
    assert caught.value.mistakes == [f"{words}, which no file holds."]


def test_offer_of_an_unknown_organisation_is_refused():
    with pytest.raises(BadFile) as caught:
        load_offer(OfferFile(organisation="nowhere"), on=ON)
    assert caught.value.mistakes == ["nowhere: names the organisation nowhere, which no file holds."]
