"""What she came to and finished is read from training, peer learning and her induction."""

from dataclasses import replace
from datetime import date

import pytest

from asye.rules.parts_of_policy import Group, InductionCourse
from asye.rules.policy import PLAIN
from asye.selectors.panels.groups import panel
from tests.factories.asye import AsyePolicyFactory, policy_content
from tests.factories.completions import CompletionFactory
from tests.factories.people import TODAY
from tests.factories.supervisions import PeerAttendanceFactory, PeerSessionFactory
from tests.factories.training import BookingFactory, CourseFactory, TrainingEventFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 14)
RULES = replace(
    PLAIN,
    groups=(Group(code="research", title="Research", courses=("mrc",)), Group(code="peers", title="Peers")),
    induction=(InductionCourse(course="mca", title="MCA"), InductionCourse(course="law", title="Law")),
)


def came(world, code: str, *, counts: bool = False, state: str = "attended") -> None:
    course = CourseFactory(organisation=world.organisation, code=code, counts_in_asye=counts)
    event = TrainingEventFactory(course=course, starts_on=DAY, ends_on=DAY)
    BookingFactory(event=event, person=world.nqsw, state=state)


def test_events_peer_learning_and_courses_are_told_with_their_days(world, django_assert_max_num_queries):
    world.year.policy = AsyePolicyFactory(content=policy_content(RULES))
    came(world, "mrc", counts=True)
    came(world, "reflective", counts=True)
    came(world, "other")
    came(world, "half", counts=True, state="part")
    session = PeerSessionFactory(organisation=world.organisation, state="held", held_on=DAY)
    PeerAttendanceFactory(session=session, person=world.nqsw, came=True)
    mca = CourseFactory(organisation=world.organisation, code="mca")
    for day in (date(2026, 3, 2), date(2026, 5, 4)):
        CompletionFactory(person=world.nqsw, course=mca, completed_on=day)

    with django_assert_max_num_queries(13):
        shown = panel(world.year, actor=world.acting("assessor"), roles=frozenset(), on=TODAY).context

    assert [(each.group.title, each.have) for each in shown["groups"]] == [("Research", 1), ("Peers", 2)]
    assert [(each.course.title, each.done_on, state.word) for each, state in shown["courses"]] == [
        ("MCA", date(2026, 3, 2), "Done"),
        ("Law", None, "Late"),
    ]
    assert shown["induction"] is None


def test_without_any_of_it_there_is_no_panel(world):
    assert panel(world.year, actor=world.acting("assessor"), roles=frozenset(), on=TODAY) is None
