import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from asye.choices.enrolments import EnrolmentState
from asye.models import Moderation
from asye.selectors.moderation import case_of, heard_by, notes_for
from asye.services.moderation import record_moderation
from tests.factories.asye import PartFactory
from tests.factories.asye_ending import (
    day,
    decided,
    decider_of,
    moderated,
    moderator_of,
    recommended,
    result_of,
)
from tests.factories.people import NOW, as_actor, holder_of

WORDS = {"notes": "For ourselves.", "to_assessor": "A clear report.", "to_nqsw": "Well done."}


def told(kind: str) -> set[int]:
    return set(Notice.objects.filter(kind=f"asye.ending.{kind}").values_list("person_id", flat=True))


def test_a_confirmation_leaves_it_to_the_employer_and_keeps_every_answer(world):
    decider = decider_of(world.organisation)
    made = moderated(world.year, checks={"portfolio": True}, **WORDS)
    world.year.refresh_from_db()
    assert (made.result, world.year.state) == ("confirmed", EnrolmentState.MODERATED)
    # The panel's own answer stands, the others are as the record has them.
    assert (made.checks["portfolio"], made.checks["report"], made.checks["agreement"]) == (True, True, False)
    assert (told("moderated"), told("to_decide")) == ({world.coordinator.pk}, {decider.pk})


def test_not_supported_is_for_the_employer_to_decide_on_too(world):
    moderated(world.year, result="disagreed", to_assessor="The evidence is thin.")
    world.year.refresh_from_db()
    assert world.year.state == EnrolmentState.MODERATED


def test_a_query_sends_the_year_back_to_who_recommends(world):
    moderated(world.year, result="queried", to_assessor="Where is the third observation?")
    world.year.refresh_from_db()
    assert world.year.state == EnrolmentState.ACTIVE
    assert told("queried") == {world.assessor.pk, world.coordinator.pk}


@pytest.mark.parametrize("name", ["nqsw", "assessor", "manager", "practice_assessor", "coordinator", "colleague"])
def test_nobody_with_a_part_or_without_the_role_moderates(world, name):
    made = recommended(world.year)
    with pytest.raises(Refused, match="somebody else"):
        record_moderation(recommendation=made, result=result_of(), by=world.acting(name), at=NOW)


@pytest.mark.parametrize("code", [RoleCode.MODERATOR, RoleCode.PANEL_CHAIR])
def test_a_moderator_who_had_a_part_in_the_year_does_not_moderate_it(world, code):
    moderator = holder_of(code, world.organisation)
    PartFactory(enrolment=world.year, role="supervisor", person=moderator, until_on=day(-100))
    made = recommended(world.year)
    with pytest.raises(Refused, match="somebody else"):
        record_moderation(recommendation=made, result=result_of(), by=as_actor(moderator), at=NOW)
    assert not Moderation.objects.exists()


def test_an_earlier_recommendation_is_not_moderated_again(world):
    moderator = as_actor(moderator_of(world.organisation))
    first = recommended(world.year)
    query = result_of(result="queried", to_assessor="Why?")
    record_moderation(recommendation=first, result=query, by=moderator, at=NOW)
    recommended(world.year, answer="Therefore.")
    with pytest.raises(Refused, match="later recommendation"):
        record_moderation(recommendation=first, result=result_of(), by=moderator, at=NOW)


def test_a_test_without_an_answer_is_refused_and_nothing_moves(world):
    made, moderator = recommended(world.year), moderator_of(world.organisation)
    with pytest.raises(Refused) as refused:
        record_moderation(recommendation=made, result=result_of(tests={}), by=as_actor(moderator), at=NOW)
    world.year.refresh_from_db()
    assert (refused.value.field, world.year.state) == ("tests", EnrolmentState.RECOMMENDED)


def test_the_panels_case_has_each_check_answered_from_the_record(world):
    made = recommended(world.year)
    case = case_of(made, actor=as_actor(moderator_of(world.organisation)))
    assert {each.code: each.is_met for each in case.checks} == {
        "agreement": False,
        "report": True,
        "supervision": False,
        "workload": False,
        "protected": False,
        "plans-all": False,
        "portfolio": False,
    }
    assert ([code for code, _ in case.tests], case.editions_url) == (
        ["consistent", "accurate", "valid", "robust", "sufficient"],
        "",
    )


def heard(world, name: str) -> list[tuple[str, str, str]]:
    return [(each.result, each.to_assessor, each.to_nqsw) for each in heard_by(world.acting(name), world.year)]


def test_before_the_decision_she_and_her_manager_read_nothing_of_moderation(world):
    moderated(world.year, **WORDS)
    world.year.refresh_from_db()
    assert {name: heard(world, name) for name in ("nqsw", "manager", "assessor", "coordinator", "colleague")} == {
        "nqsw": [],
        "manager": [],
        "assessor": [("Confirmed", "A clear report.", "")],
        "coordinator": [("Confirmed", "A clear report.", "")],
        "colleague": [],
    }


def test_after_the_decision_she_reads_what_is_for_her_and_no_more(world):
    decided(world.year)
    world.year.refresh_from_db()
    assert heard(world, "nqsw") == []
    assert heard(world, "coordinator") == [("Confirmed", "", "")]


def test_words_for_her_are_read_by_her_and_the_academy_once_it_is_decided(world):
    made = moderated(world.year, **WORDS)
    world.year.state = EnrolmentState.DECIDED
    assert (heard(world, "nqsw"), heard(world, "manager")) == ([("", "", "Well done.")], [])
    assert heard(world, "coordinator") == [("Confirmed", "A clear report.", "Well done.")]
    assert heard(world, "assessor") == [("Confirmed", "A clear report.", "")]
    tests = heard_by(world.acting("coordinator"), world.year)[0].tests
    assert (len(tests), heard_by(world.acting("assessor"), world.year)[0].tests) == (5, ())
    assert made.notes == "For ourselves."


def test_notes_are_read_by_moderation_alone(world):
    made = moderated(world.year, **WORDS)
    moderator = as_actor(moderator_of(world.organisation))
    assert notes_for(moderator, made) == "For ourselves."
    names = ("nqsw", "assessor", "manager", "practice_assessor", "coordinator", "colleague")
    assert {notes_for(world.acting(name), made) for name in names} == {""}
