"""The skills matrix on pages: said by her, confirmed by her manager, counted for the team."""

import pytest

from academy.development.models import SkillMark
from academy.engines.audit.models import Event
from tests.factories.audits import SkillFactory, SkillSetFactory


@pytest.fixture(autouse=True)
def _asked(db):
    skills = SkillSetFactory(organisation=None, professions=[])
    SkillFactory(skill_set=skills, code="law", group="Law", title="Legal literacy", order=1)
    SkillFactory(skill_set=skills, code="risk", group="Practice", title="Positive risk", order=2)


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_she_says_where_she_is_and_her_manager_confirms(council, browser):
    assert "Not said yet" in page(browser, "/development/skills/")
    sent = browser.post("/development/skills/change/", {"skill-law": "4", "skill-risk": ""})
    assert sent.url == "/development/skills/"
    assert "Teaches it" in page(browser, "/development/skills/")

    manager = council.client(council.manager)
    team = page(manager, "/development/skills/team/")
    hers = f"/development/skills/people/{council.author.pk}/"
    assert f'href="{hers}">{council.author.full_name}</a>, 1 to confirm' in team
    assert "Confirm what is new" in page(manager, hers)
    assert Event.objects.filter(kind="read", about_id=council.author.pk).count() == 1
    manager.post(f"{hers}confirm/", {"codes": ["law"]})

    assert council.manager.full_name in page(browser, "/development/skills/")
    assert "Confirm what is new" not in page(manager, hers)
    assert SkillMark.objects.count() == 1


def test_colleagues_neither_see_nor_confirm_and_nobody_confirms_her_own(council, browser):
    colleague = council.client(council.colleague)
    hers = f"/development/skills/people/{council.author.pk}/"

    assert [colleague.get(hers).status_code, colleague.get(f"{hers}confirm/").status_code] == [403, 403]
    assert browser.get(f"{hers}confirm/").status_code == 403
    assert colleague.get("/development/skills/team/").status_code == 403


def test_nothing_ticked_and_a_wrong_level_are_answered_beside_the_field(council, browser):
    wrong = browser.post("/development/skills/change/", {"skill-law": "9"})
    assert (wrong.status_code, "Choose one of the answers shown." in wrong.content.decode()) == (422, True)

    browser.post("/development/skills/change/", {"skill-law": "3"})
    manager = council.client(council.manager)
    empty = manager.post(f"/development/skills/people/{council.author.pk}/confirm/", {})
    assert (empty.status_code, SkillMark.objects.get().confirmed_at) == (422, None)


def test_hub_says_how_much_is_said(browser):
    assert "You said where you are with 0 of 2 skills." in page(browser, "/development/")
