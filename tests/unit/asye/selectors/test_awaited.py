"""Dates nobody notes as done: what stands elsewhere settles them on every page alike, until it is taken back."""

from datetime import timedelta

import pytest

from academy.people.choices import RoleCode
from academy.people.rules.spans import in_words
from asye.choices.enrolments import Role
from asye.models import Enrolment
from asye.selectors.attention import reasons_of
from asye.selectors.awaited import observations_awaited, submissions_awaited, to_come
from asye.selectors.cohort import overseen, rows_of
from asye.selectors.dates import rows_of as dates_of
from asye.selectors.heading import heading_of
from asye.selectors.mine import years_in_hand
from asye.selectors.next_steps import next_steps
from asye.selectors.nudges import drafts_of
from asye.selectors.timeline import picture_of
from asye.selectors.timetable import running_of, timetable_of
from asye.services import milestones
from portfolios.models import Observation
from tests.factories.asye import MilestoneFactory, ModerationFactory, RecommendationFactory, ReviewFactory
from tests.factories.asye_cohort import supported_year
from tests.factories.people import NOW, TODAY, as_actor, holder_of
from tests.factories.portfolios import evidence_in, portfolio_in

pytestmark = pytest.mark.django_db
OBSERVED, HANDED_IN, MODERATED = (TODAY - timedelta(days=days) for days in (30, 20, 10))
AGO = timedelta(days=400)


def observed(year, on=OBSERVED):
    piece = evidence_in(
        "complete", kind="observation", happened_on=on, person=year.person, organisation=year.organisation
    )
    Observation.objects.create(
        evidence=piece, setting="visit", relation="assessor", planned_on=on, outsider_name="Rosa Lane"
    )
    return piece


def handed_in(year, state="submitted"):
    made = portfolio_in(state, person=year.person, source="asye", reference=str(year.pk))
    at = NOW - (TODAY - HANDED_IN)
    type(made).objects.filter(pk=made.pk, state="submitted").update(submitted_at=at)
    return made


def moderated(year, number=1, **said):
    made = RecommendationFactory(enrolment=year, number=number)
    return ModerationFactory(recommendation=made, moderated_on=MODERATED, **said)


def late_codes(year, *, on=TODAY):
    return [each.code for each in to_come([year])[year.pk] if each.due_on < on]


@pytest.fixture
def year(here):
    """Begun so long ago that every day of the clock but the ceiling is gone by; agreed, and every review held."""
    made = supported_year(here, starts_on=TODAY - AGO)
    made.parts.update(from_on=made.starts_on)
    coordinator = as_actor(made.parts.get(role=Role.COORDINATOR).person)
    milestones.set_dates(made, by=coordinator, at=NOW)
    met = made.milestones.filter(kind__in=("agreement", "review", "final"))
    for each in met:
        milestones.done(made, each.code, each.due_on)
    return made


def said_of(year, lead):
    """What every place says of the observations, the portfolio and the panel of the year."""
    actor, assessor = as_actor(lead), as_actor(year.parts.get(role=Role.ASSESSOR).person)
    board = next(row for row in rows_of(overseen(actor), actor) if row.enrolment.pk == year.pk)
    table = [row for row in dates_of(year) if row.code.partition("-")[0] in ("observation", "submission", "panel")]
    picture = picture_of(year, timetable_of(year), running_of(year), on=TODAY).wide
    return {
        "board": board.reasons,
        "head": tuple(heading_of(year, on=TODAY).reasons),
        "next": (board.next and board.next.title, board.is_late),
        "waits for": board.ball and board.ball.what,
        "nudges": len(drafts_of([year.pk], actor).drafts),
        "home": [each.next.code for each in years_in_hand(assessor)],
        "next day": next_steps(year, assessor).next_day.code,
        "done in the table": [row.code for row in table if row.is_done],
        "to be moved": [row.code for row in table if row.is_movable],
        "late in the picture": [
            each.mark.title for each in (*picture.labels, *picture.below) if each.mark.look == "c-late"
        ],
        "reminded": (
            len(observations_awaited(year.starts_on, TODAY)),
            len(submissions_awaited(year.starts_on, TODAY)),
        ),
    }


def test_year_without_them_is_late_everywhere_in_the_same_words(here, year):
    found = said_of(year, holder_of(RoleCode.ACADEMY_LEAD, here))

    dates = year.milestones.filter(kind__in=("observation", "submission")).order_by("due_on", "pk")
    titles = ["First observation", "Second observation", "Third observation", "Portfolio handed in"]
    assert [each.title for each in dates] == titles
    named = [*titles[:3], "The portfolio"]
    words = tuple(f"{name} was due on {in_words(each.due_on)}." for name, each in zip(named, dates, strict=True))
    assert found == {
        "board": words,
        "head": words,
        "next": ("First observation", True),
        "waits for": "to observe her practice",
        "nudges": 1,
        "home": ["observation-1"],
        "next day": "ceiling",
        "done in the table": [],
        "to be moved": [*(f"observation-{number}" for number in (1, 2, 3)), "submission", "panel"],
        "late in the picture": ["Portfolio to be handed in", "Moderation panel", *titles[:3]],
        "reminded": (3, 1),
    }


def test_year_that_was_observed_handed_in_and_moderated_is_nowhere_late(here, year):
    for days in (2, 1, 0):
        observed(year, OBSERVED - timedelta(days=days))
    handed_in(year)
    moderated(year)

    found = said_of(year, holder_of(RoleCode.ACADEMY_LEAD, here))

    assert found == {
        "board": (),
        "head": (),
        "next": (None, False),
        "waits for": None,
        "nudges": 0,
        "home": ["end"],
        "next day": "ceiling",
        "done in the table": [*(f"observation-{number}" for number in (1, 2, 3)), "submission", "panel"],
        "to be moved": [],
        "late in the picture": [],
        "reminded": (0, 0),
    }
    said = {row.code: row.because for row in dates_of(year)}
    assert [said[code] for code in ("observation-3", "submission", "panel")] == [
        f"Observed on {in_words(OBSERVED)}. It does not move again.",
        f"Handed in on {in_words(HANDED_IN)}. It does not move again.",
        f"Held on {in_words(MODERATED)}. It does not move again.",
    ]


def test_what_is_taken_back_opened_again_or_sent_back_waits_again(year):
    piece, portfolio = observed(year), handed_in(year)
    moderated(year)
    assert late_codes(year) == ["observation-2", "observation-3", "end"]

    type(piece).objects.filter(pk=piece.pk).update(state="withdrawn", withdrawn_at=NOW)
    type(portfolio).objects.filter(pk=portfolio.pk).update(state="gathering")
    moderated(year, number=2, result="queried", to_assessor="Why?")

    assert late_codes(year) == [
        *(f"observation-{number}" for number in (1, 2, 3)),
        "submission",
        "end",
        "panel",
    ]


def test_only_observations_of_this_year_count_and_each_for_one_date(year):
    observed(year, year.starts_on - timedelta(days=1))
    other = supported_year(year.organisation, starts_on=year.starts_on)
    observed(other)
    observed(other)
    assert late_codes(year)[:3] == ["observation-1", "observation-2", "observation-3"]

    observed(year, year.starts_on)
    assert late_codes(year)[:2] == ["observation-2", "observation-3"]


@pytest.mark.parametrize(
    ("state", "codes"),
    [("active", ["observation-1", "panel"]), ("recommended", ["panel"]), ("moderated", [])],
)
def test_once_it_is_recommended_only_the_panel_is_asked_for(here, state, codes):
    year = supported_year(here, state=state)
    for kind, code in (("observation", "observation-1"), ("panel", "panel")):
        MilestoneFactory(enrolment=year, kind=kind, code=code, due_on=TODAY - timedelta(days=1))

    assert late_codes(year) == codes


def test_review_that_is_not_held_is_no_date_of_the_year_any_more(here):
    year = supported_year(here)
    optional = MilestoneFactory(enrolment=year, code="review-9", is_optional=True, due_on=TODAY - timedelta(days=1))
    review = ReviewFactory(milestone=optional)
    assert late_codes(year) == ["review-9"]
    type(review).objects.update(state="waived", waived_because="Not needed.")

    assert (late_codes(year), reasons_of([year], on=TODAY)) == ([], {})


def test_none_is_asked_of_no_years(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert to_come([]) == {}


def test_date_of_what_happened_is_not_moved(year):
    observed(year)
    assessor = as_actor(year.parts.get(role=Role.ASSESSOR).person)
    found = year.milestones.get(code="observation-1")

    with pytest.raises(milestones.Refused, match=f"It was done on {in_words(OBSERVED)} and does not move any more."):
        milestones.move(milestone=found, due_on=TODAY, because="So that all can come.", by=assessor, at=NOW)

    assert Enrolment.objects.get(pk=year.pk).milestones.get(code="observation-1").due_on == found.due_on


def test_a_year_that_has_ended_has_no_next_day(world):
    year = world.year
    type(year).objects.filter(pk=year.pk).update(state="withdrawn", ended_at=NOW, ended_because="She moved.")
    MilestoneFactory(enrolment=year, code="ceiling", kind="ceiling", computed_on=TODAY + timedelta(days=300))
    year.refresh_from_db()
    assert next_steps(year, world.acting("assessor")).next_day is None
