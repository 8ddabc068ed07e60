import pytest

from academy.engines.workflow.decisions import ALLOWED
from academy.people.rules.decisions import refused
from academy.people.rules.line_management import can_manage, everybody_above

AMARA, HELEN, RUTH, GRAHAM = 1, 2, 3, 4


def managers(**pairs: tuple[int, ...]):
    """People by number and whom they answer to."""
    lines = {int(name.removeprefix("p")): above for name, above in pairs.items()}
    return lambda people: {above for person in people for above in lines.get(person, ())}


NO_LINES = managers()


def may(manager: int, person: int, *, belongs: bool = True, lines=NO_LINES):
    return can_manage(manager_id=manager, person_id=person, belongs=belongs, managers_of=lines)


def test_colleague_above_nobody_of_hers_may_manage():
    assert may(HELEN, AMARA, lines=managers(p2=(RUTH,))) == ALLOWED


def test_nobody_manages_herself():
    assert may(AMARA, AMARA) == refused("Nobody is her own line manager. Choose somebody else.", "line_manager")


def test_somebody_of_elsewhere_does_not_manage():
    assert may(HELEN, AMARA, belongs=False) == refused(
        "This person does not belong to the organisation on that day. Choose somebody who does.", "line_manager"
    )


@pytest.mark.parametrize(
    "lines",
    [
        managers(p2=(AMARA,)),
        managers(p2=(RUTH,), p3=(AMARA,)),
        managers(p2=(GRAHAM, RUTH), p3=(AMARA,)),
    ],
    ids=["directly", "through another", "in a second post"],
)
def test_circle_of_line_management_is_refused(lines):
    assert may(HELEN, AMARA, lines=lines) == refused(
        "This person is managed by the one you are changing, directly or through others. "
        "Choose somebody else, so that line management makes no circle.",
        "line_manager",
    )


def test_everybody_above_ends_where_rows_make_a_circle_already():
    assert everybody_above(AMARA, managers(p1=(HELEN,), p2=(RUTH,), p3=(HELEN,))) == {HELEN, RUTH}
