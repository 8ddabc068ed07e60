"""What connects somebody with a case is said and decided on pages; whoever is out of it finds it nowhere."""

import pytest

from academy.people.choices import RoleCode
from panels.models import Tie
from tests.factories.panels import AssignmentFactory, MemberFactory, TieFactory, case_in, seat_of
from tests.factories.people import holder_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
WE_BUILT = "We built the audit tool together."


@pytest.fixture
def case():
    return case_in("in_review")


@pytest.fixture
def member(case):
    return MemberFactory(panel=case.panel).person


def new(case):
    return f"/panels/cases/{case.pk}/ties/new/"


def page(case):
    return f"/panels/cases/{case.pk}/"


def test_reviewer_who_says_she_is_close_loses_the_case_everywhere(case, member):
    given, hers = AssignmentFactory(case=case, person=member), browser(member)
    form = hers.get(new(case)).context["form"]
    assert form.fields["person"].choices == [(str(member.pk), member.full_name)]

    sent = hers.post(new(case), {"person": member.pk, "kind": "family"})

    assert (sent.status_code, sent.url) == (302, "/panels/")
    assert [hers.get(path).status_code for path in (page(case), new(case))] == [404, 404]
    assert hers.get(f"/panels/assignments/{given.pk}/answer/").status_code == 404


def test_candidate_names_a_member_of_the_panel_as_a_body_and_reads_only_her_own_words(case, member):
    hers = browser(case.person)
    TieFactory(case=case, person=seat_of(case.panel, "member"), words="Zqsecret")
    AssignmentFactory(case=case, person=member)
    offered = {name for _, name in hers.get(new(case)).context["form"].fields["person"].choices}
    judging = {each.person.full_name for each in case.panel.members.exclude(seat="clerk")}
    assert offered == {"Choose", *judging}

    sent = hers.post(new(case), {"person": member.pk, "kind": "joint_work", "words": WE_BUILT})

    shown = words(hers.get(page(case)))
    assert (sent.status_code, sent.url) == (302, page(case))
    assert [WE_BUILT in shown, "Zqsecret" in shown, "The chair is to decide" in shown] == [True, False, False]


def test_refusal_stands_next_to_its_field(case, member):
    hers = browser(member)
    sent = hers.post(new(case), {"person": member.pk, "kind": "joint_work"})
    assert sent.status_code == 422
    assert sent.context["form"].errors == {"words": ["Say in a sentence what it is. The chair decides by it."]}


def test_chair_decides_and_the_page_says_how(case, member):
    tie = TieFactory(
        case=case, person=member, kind="joint_work", strength="soft", source="member", state="open", words=WE_BUILT
    )
    chair = browser(seat_of(case.panel))
    address = f"/panels/cases/ties/{tie.pk}/"
    assert f'href="{address}"' in words(chair.get(page(case)))
    shown = chair.get(address)
    assert WE_BUILT in shown.context["intro"]
    assert [code for code, _ in shown.context["form"].fields["way"].choices] == ["steps_back", "takes_part", "lift"]

    without = chair.post(address, {"way": "takes_part", "reason": ""})
    sent = chair.post(address, {"way": "takes_part", "reason": "It was one afternoon."})

    assert without.context["form"].errors == {"reason": ["Say why. The reason stands in the minutes."]}
    assert (sent.status_code, sent.url) == (302, page(case))
    assert "Takes part all the same" in words(chair.get(page(case)))
    lifted = chair.post(address, {"way": "lift", "reason": "It was a namesake."})
    assert (lifted.status_code, Tie.objects.get().state) == (302, "lifted")
    assert chair.get(address).status_code == 404


def test_clerk_reads_ties_and_decides_none_the_lead_does_and_a_member_sees_nothing(case, member):
    tie = TieFactory(case=case, person=seat_of(case.panel), kind="other", strength="soft", source="chair", state="open")
    address = f"/panels/cases/ties/{tie.pk}/"
    clerk, lead = seat_of(case.panel, "clerk"), holder_of(RoleCode.ACADEMY_LEAD, case.organisation)
    found = [browser(person).get(address).status_code for person in (clerk, lead, member, case.person)]
    assert found == [403, 200, 404, 404]
    shown = [f'href="{address}"' in words(browser(person).get(page(case))) for person in (clerk, lead)]
    assert shown == [False, True]


def test_what_the_record_says_is_shown_and_not_decided(case, member):
    tie = TieFactory(case=case, person=member)
    chair = browser(seat_of(case.panel))
    assert "From the record" in words(chair.get(page(case)))
    assert chair.get(f"/panels/cases/ties/{tie.pk}/").status_code == 404


def test_nothing_more_is_said_of_a_decided_case():
    case = case_in("decided")
    for person in (case.person, seat_of(case.panel)):
        assert browser(person).get(new(case)).status_code == 404
