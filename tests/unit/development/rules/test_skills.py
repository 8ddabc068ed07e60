import pytest

from academy.development.rules.skills import SetFor, can_confirm, can_mark, changed, sets_meant

GENERAL, SOCIAL, OWN, FOREIGN = (
    SetFor(1, None, ()),
    SetFor(2, None, ("social_worker",)),
    SetFor(3, 7, ()),
    SetFor(4, 8, ()),
)


@pytest.mark.parametrize(
    ("organisation_id", "profession", "expected"),
    [
        (7, "social_worker", [3]),
        (9, "social_worker", [2, 1]),
        (9, "support_worker", [1]),
        (None, "", [1]),
    ],
)
def test_own_sets_of_the_organisation_go_before_those_for_all(organisation_id, profession, expected):
    sets = [GENERAL, SOCIAL, OWN, FOREIGN]
    assert sets_meant(sets, organisation_id=organisation_id, profession=profession) == expected


def test_only_what_is_said_otherwise_than_before_is_said_again():
    assert changed({"law": 3, "risk": 2, "court": 0}, before={"law": 3, "risk": 1}) == {"risk": 2, "court": 0}


def test_only_skills_one_is_asked_about_are_marked():
    assert can_mark(["law"], asked=["law", "risk"]).allowed
    assert can_mark(["other"], asked=["law"]).reason == "Choose from the skills shown."


@pytest.mark.parametrize(
    ("codes", "reason"),
    [
        (["law"], ""),
        ([], "Tick what you confirm."),
        (["risk"], "Something has changed meanwhile. Look at the page again."),
    ],
)
def test_only_what_waits_is_confirmed(codes, reason):
    assert can_confirm(codes, unconfirmed=["law"]).reason == reason
