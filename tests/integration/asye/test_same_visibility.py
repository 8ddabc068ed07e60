"""One year, asked for in every way there is: who may not know of it finds nothing of it in any list, count or file."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from academy.engines.worklist.providers import declared
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.models import Post
from asye import models as made
from asye.choices.enrolments import Role
from asye.models import Enrolment
from asye.selectors.claims import claims_run_by
from asye.selectors.cohort import overseen, people_in, rows_of
from asye.selectors.days_ahead import own_dates, reviews_ahead
from asye.selectors.load import loads_of
from asye.selectors.mine import years_in_hand
from asye.selectors.moderation_summary import halves_of
from asye.selectors.national_return import return_rows
from asye.selectors.nudges import drafts_of
from tests.factories import asye as factories
from tests.factories.access import BarFactory
from tests.factories.asye_cohort import supported_year
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, TODAY, as_actor, holder_of, staff_of

NAME, NOTES = "Zqlarkin", "Zqpanelnotes"
ROOT = Path(__file__).resolve().parents[3]
SOON, AGO = TODAY + timedelta(days=3), TODAY - timedelta(days=60)
# The money is the employer's; she herself, and who assesses, has no list of it.
OF_THE_EMPLOYER = {"GrantClaim"}
# Who released a year and who takes it up know of that, beside herself.
OF_THE_EMPLOYERS = {"Transfer"}


def filled(year: Enrolment) -> Enrolment:
    """Everything a year can hold, so that every list has something to tell of it."""
    its = {"enrolment": year}
    type(year.person).objects.filter(pk=year.person_id).update(family_name=NAME)
    year.person.refresh_from_db()
    factories.AgreementFactory(**its)
    factories.ReviewFactory(milestone=factories.MilestoneFactory(**its, due_on=AGO))
    factories.MilestoneFactory(**its, kind="observation", code="observation-1", due_on=SOON)
    factories.ChangeFactory(**its)
    factories.WeekFactory(**its)
    factories.SignalFactory(**its)
    factories.ConcernFactory(**its)
    factories.GrantClaimFactory(**its)
    made.Plan.objects.create(**its, stage="months-0-3", made_at=NOW)
    said = {"sent_by": staff_of(year.organisation), "sent_at": NOW, "words": "It waits for you."}
    made.Nudge.objects.create(**its, to=year.person, **said)
    factories.TransferFactory(**its, claimed_at=NOW, claimed_by=staff_of(year.organisation))
    factories.ModerationFactory(recommendation=factories.RecommendationFactory(**its), notes=NOTES)
    other = staff_of(year.organisation)
    decided = {"decided_by": other, "decided_on": TODAY, "decided_at": NOW}
    made.EmployerDecision.objects.create(**its, outcome="pass", confirmed_on=TODAY, **decided)
    issued = {"issued_by": other, "issued_on": TODAY, "issued_at": NOW}
    made.AsyeCertificate.objects.create(**its, number="A-1", issuer="Skills for Care", **issued)
    return year


@pytest.fixture
def year(db: None, monkeypatch: pytest.MonkeyPatch) -> Enrolment:
    monkeypatch.setattr("asye.selectors.mine.waiting_of_app", lambda actor, app: [])  # the worklist is asked by itself
    return filled(supported_year(OrganisationFactory()))


def outsiders(year: Enrolment) -> Iterator[tuple[str, Actor]]:
    """Those nearest to it of all who may not know of it."""
    here, elsewhere = year.organisation, OrganisationFactory()
    other = supported_year(here)
    for role in (Role.ASSESSOR, Role.MANAGER, Role.COORDINATOR):
        yield f"the {role} of another", as_actor(other.parts.get(role=role).person)
    yield "another newly qualified social worker", as_actor(other.person)
    part = {"enrolment": year, "role": Role.PRACTICE_ASSESSOR, "from_on": year.starts_on}
    before = factories.PartFactory(**part, person=staff_of(here), until_on=TODAY - timedelta(days=1))
    yield "who had a part", as_actor(before.person)
    gone = factories.PartFactory(**{**part, "from_on": TODAY}, person=staff_of(here))
    Post.objects.filter(person=gone.person).update(until_on=TODAY - timedelta(days=1))
    yield "who left", as_actor(gone.person)
    yield "the lead elsewhere", as_actor(holder_of(RoleCode.ACADEMY_LEAD, elsewhere))
    barred = holder_of(RoleCode.ACADEMY_LEAD, here)
    BarFactory(person=barred, thing=year)
    yield "the lead who is barred", as_actor(barred)


def insiders(year: Enrolment) -> dict[str, Actor]:
    people = {"nqsw": year.person, "lead": holder_of(RoleCode.ACADEMY_LEAD, year.organisation)}
    people |= {role.value: year.parts.get(role=role).person for role in (Role.ASSESSOR, Role.MANAGER)}
    return {name: as_actor(person) for name, person in people.items()}


def found_by(actor: Actor, year: Enrolment) -> set[str]:
    """Of which kinds of rows the actor finds some of the year."""
    scoped = [each for each in apps.get_app_config("asye").get_models() if hasattr(each._default_manager, "visible_to")]
    its = {each: {"pk": year.pk} if each is Enrolment else {"enrolment": year} for each in scoped}
    assert [each.__name__ for each in scoped if not each._base_manager.filter(**its[each]).exists()] == []
    managers: dict[str, Any] = {each.__name__: each._default_manager for each in scoped}
    return {name for name, each in managers.items() if each.visible_to(actor).filter(**its[each.model]).exists()}


def told_to(actor: Actor, year: Enrolment) -> dict[str, str]:
    """What lists, counts, exports, worklist and diary tell the actor, in words."""
    board = rows_of(overseen(actor), actor)
    drafts = drafts_of([year.pk], actor)
    diary = [*own_dates(actor, until=SOON), *reviews_ahead(actor, until=SOON)]
    return {
        "board": " ".join(f"{row.enrolment.person} {row.reasons} {row.enrolment.pk}" for row in board),
        "load": str([(each.assessor.pk, each.years) for each in loads_of(board, on=TODAY)]),
        "assessors": str([each.pk for each in people_in(board)]),
        "return": str(return_rows(actor)),
        "claims": str([each.enrolment.person.full_name for each in claims_run_by(actor)]),
        "years": str([each.enrolment.person.full_name for each in years_in_hand(actor)]),
        "nudges": str([drafts.drafts, [each.person.full_name for each in drafts.idle]]),
        "worklist": str([each.find(actor, TODAY) for each in declared() if each.key.startswith("asye.")]),
        "diary": str([each.enrolment.person.full_name for each in diary]),
    }


def test_who_may_not_know_of_a_year_finds_nothing_of_it_anywhere(year):
    assessor = year.parts.get(role=Role.ASSESSOR).person
    for who, actor in outsiders(year):
        told = told_to(actor, year)
        leaks = [each for each, words in told.items() if NAME in words or f"/asye/{year.pk}/" in words]
        named = str(assessor.pk) in re.findall(r"\d+", told["assessors"])
        assert (who, found_by(actor, year), leaks, named) == (who, set(), [], False)


def test_those_who_see_it_find_what_is_theirs(year):
    seen = insiders(year)
    found = {who: found_by(actor, year) for who, actor in seen.items()}
    everything = found["lead"]
    assert found == {
        "nqsw": everything - OF_THE_EMPLOYER,
        "lead": everything,
        "assessor": everything - OF_THE_EMPLOYER - OF_THE_EMPLOYERS,
        "manager": everything - OF_THE_EMPLOYER - OF_THE_EMPLOYERS,
    }
    named = {
        who: {each for each, words in told_to(actor, year).items() if NAME in words} for who, actor in seen.items()
    }
    assert named == {
        "nqsw": {"diary"},
        "lead": {"board", "return", "claims", "nudges", "worklist"},
        "assessor": {"years", "worklist"},
        "manager": {"years", "worklist"},
    }
    assert not [each for actor in seen.values() for each in told_to(actor, year).values() if NOTES in each]
    assert len(halves_of(seen["lead"])) > len(halves_of(seen["assessor"]))


def test_what_moderation_notes_for_itself_is_read_in_one_place_alone():
    """Whoever reads it elsewhere has to say here for whom."""
    sources = [*(ROOT / "asye").rglob("*.py"), *(ROOT / "templates" / "asye").rglob("*.html")]
    reading = {str(each.relative_to(ROOT)) for each in sources if re.search(r"\.notes\b", each.read_text())}
    assert reading == {"asye/selectors/moderation.py", "asye/services/moderation.py"}
