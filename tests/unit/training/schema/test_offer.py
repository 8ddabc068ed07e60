import pytest
from pydantic import ValidationError

from academy.training.choices import Accreditation, AudienceWho, OpenTo, Promise
from academy.training.schema.offer import OfferFile
from academy.training.schema.text import TextFile

COURSE = {"code": "law", "title": "Law", "kind": "course"}
PROGRAMME = {"code": "pathways", "title": "Pathways", "courses": ["law"]}


def offer(**parts):
    return OfferFile.model_validate({"organisation": "bexley", **parts})


def mistake(**parts):
    with pytest.raises(ValidationError) as caught:
        offer(**parts)
    return caught.value.errors()[0]["msg"].removeprefix("Value error, ")


def test_course_that_says_little_is_free_for_all_staff_and_public():
    course = offer(courses=[COURSE]).courses[0]
    assert (course.promise, course.level, course.costs, course.audiences) == (Promise.BEGIN, None, [], [])
    assert (course.is_public, course.is_external, course.counts_in_asye) == (True, False, False)
    assert course.accreditation.standing == Accreditation.NONE


def test_part_of_an_audience_that_is_left_out_asks_for_nothing():
    line = offer(courses=[{**COURSE, "audiences": [{"grade": "BG10"}]}]).courses[0].audiences[0]
    assert line.model_dump(exclude={"who"}) == {
        "organisation": None,
        "service_kind": None,
        "profession": None,
        "job_role": None,
        "team": None,
        "grade": "BG10",
    }
    assert line.who == AudienceWho.STAFF


def test_platform_is_for_staff_unless_it_says_more():
    platforms = offer(
        platforms=[{"code": "evolve", "name": "EVOLVE"}, {"code": "me", "name": "Me", "open_to": "providers"}]
    ).platforms
    assert [platform.open_to for platform in platforms] == [OpenTo.STAFF, OpenTo.PROVIDERS]


@pytest.mark.parametrize("name", ["courses", "platforms", "themes"])
def test_code_used_twice_is_refused(name):
    parts = {
        "courses": COURSE,
        "platforms": {"code": "law", "name": "Law"},
        "themes": {"code": "law", "title": "Law", "from_on": "2026-01-01"},
    }
    assert mistake(**{name: [parts[name], parts[name]]}) == f"{name.removesuffix('s')} used more than once: law"


@pytest.mark.parametrize(
    ("part", "named", "kind"),
    [
        ({"platform": "evolve"}, "evolve", "platforms"),
        ({"subscription": "mrc"}, "mrc", "subscriptions"),
        ({"themes": ["safety"]}, "safety", "themes"),
        ({"needs": ["audit"]}, "audit", "needs"),
        ({"prerequisites": ["intro"]}, "intro", "courses"),
    ],
)
def test_course_names_only_what_the_file_holds(part, named, kind):
    assert mistake(courses=[{**COURSE, **part}]) == f"law names {kind} that are not in this file: {named}"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ({"needs": ["audit"]}, "pathways names needs that are not in this file: audit"),
        ({"courses": ["law", "ethics"]}, "pathways names courses that are not in this file: ethics"),
        ({"courses": ["law", "law"]}, "course used more than once: law"),
        ({"employers": ["brent", "brent"]}, "employer used more than once: brent"),
    ],
)
def test_programme_names_each_once_and_only_what_the_file_holds(part, words):
    assert mistake(courses=[COURSE], programmes=[{**PROGRAMME, **part}]) == words


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ({"prerequisites": ["law"]}, "a course cannot be its own prerequisite"),
        ({"costs": [{"pounds": 5}, {"pounds": 6}]}, "cost used more than once: fee"),
    ],
)
def test_course_that_contradicts_itself_is_refused(part, words):
    assert mistake(courses=[{**COURSE, **part}]) == words


def test_same_audience_twice_is_refused():
    said = mistake(courses=[{**COURSE, "audiences": [{"who": "all"}, {"who": "all"}]}])
    assert said.startswith("audience used more than once: AudiencePart")


def test_theme_that_ends_before_it_begins_is_refused():
    theme = {"code": "safety", "title": "Safety", "from_on": "2026-02-01", "until_on": "2026-01-31"}
    assert mistake(themes=[theme]) == "from_on and until_on are not in order"


def text(**parts):
    version = {"code": "2021", "valid_from": "2021-04-01", "text": "What holds."}
    whole = {"organisation": "bexley", "key": "offer", "kind": "offer", "title": "Our offer", "owner": "Academy"}
    return TextFile.model_validate({**whole, "versions": [version], **parts})


def test_text_has_its_organisation_and_key_as_its_natural_key():
    assert text().path == "bexley/offer"


@pytest.mark.parametrize(
    ("versions", "words"),
    [
        (
            [{"code": "a", "valid_from": "2021-04-01", "valid_to": "2021-03-31", "text": "What holds."}],
            "valid_from and valid_to are not in order",
        ),
        (
            [{"code": code, "valid_from": "2021-04-01", "text": "What holds."} for code in ("a", "b")],
            "list the versions oldest first, each with its own valid_from",
        ),
        (
            [{"code": "a", "valid_from": f"202{year}-04-01", "text": "What holds."} for year in (1, 2)],
            "version used more than once: a",
        ),
    ],
)
def test_versions_of_a_text_that_are_not_in_order_are_refused(versions, words):
    with pytest.raises(ValidationError) as caught:
        text(versions=versions)
    assert caught.value.errors()[0]["msg"] == f"Value error, {words}"
