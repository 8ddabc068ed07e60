"""The demo academy as it is loaded on the real reference data: once for the module, taken back at its end."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count, F
from django.test import Client
from pytest_django import DjangoDbBlocker

from academy.config.demo import loading, reading
from academy.config.demo.accounts import accounts_there, address_of
from academy.config.demo.loading import World
from academy.development.models import Discussion, Entry, PeerSession, Share
from academy.development.selectors.peer_sessions import coming_for, past_for
from academy.development.selectors.skills import matrix_of, waiting_of
from academy.development.selectors.year import year_at_a_glance
from academy.engines.access.actors import actor_for
from academy.engines.access.models import Grant
from academy.engines.audit.models import Event
from academy.engines.notify.models import Mail
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person, User
from academy.people.models import Annotation, Deputy, Membership, Post, Registration, Terms
from academy.people.querysets import holds_on
from academy.people.rules.line_management import everybody_above
from academy.people.selectors.grades import grade_history
from academy.people.selectors.line_management import line_managers_from
from academy.people.selectors.vacancies import open_vacancies
from academy.training.models import TrainingEvent
from academy.training.selectors.gaps import gaps_of
from asye.models import Agreement, Enrolment
from asye.selectors.agreements import can_sign
from asye.selectors.claims import claims_run_by
from asye.selectors.cohort import overseen, rows_of
from asye.selectors.national_return import HEADINGS, return_rows
from asye.selectors.portfolio import portfolio_of
from asye.selectors.promises import promises_of
from pathways.models import Choice, Sitting
from pathways.selectors.choices import waiting_for

# so that the database is there for these tests run alone, too
pytestmark = pytest.mark.django_db

ON = date(2026, 11, 17)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_reference", stdout=StringIO())
        yield loading.load(ON, say=lambda sentence: None)
        transaction.set_rollback(True)


def _actor(account: str) -> Actor:
    return actor_for(user=User.objects.get(email=address_of(account)), on=ON)


def _in_post(organisation: str) -> int:
    posts = Post.objects.filter(holds_on(ON), organisation__slug=organisation)
    return posts.values("person").distinct().count()


def test_vacancies_are_open_at_two_councils_and_staff_stand_on_their_ladders(world: World):
    found = open_vacancies(Organisation.objects.values_list("pk", flat=True), on=ON)
    history = grade_history(world.cast.people["ot"].pk)
    graded = Terms.objects.filter(holds_on(ON), holds_on(ON, "post__"), grade__kind="stage")

    assert Counter((each.organisation.slug, each.grade and each.grade.code) for each in found) == {
        ("bristol", "BG12"): 2,
        ("bexley", "senior-practitioner"): 1,
    }
    assert [(each.words, each.rests_on[:28]) for each in history] == [
        ("BG11", "Progression panel: Panel of "),
        ("BG10", ""),
    ]
    assert set(graded.values_list("grade__organisation__slug", "grade__code")) == {
        *(("bexley", code) for code in ("support-worker", "qualified", "senior-practitioner", "manager")),
        *(("herefordshire", code) for code in ("newly-qualified", "social-worker", "team-manager")),
    }


def test_councils_have_about_as_many_people_as_the_demo_promises(world: World):
    assert {slug: _in_post(slug) for slug in ("bristol", "bexley", "herefordshire")} == {
        "bristol": 76,
        "bexley": 56,
        "herefordshire": 12,
    }
    assert Membership.objects.filter(kind="student").count() == 5


def test_accounts_are_those_of_the_list_each_verified_and_primary(world: World):
    listed = [address_of(each.account) for each in reading.accounts().accounts]
    assert [account.email for account in accounts_there()] == listed
    assert set(EmailAddress.objects.filter(verified=True, primary=True).values_list("email", flat=True)) == set(listed)


@pytest.mark.parametrize("account", [each.account for each in reading.accounts().accounts])
def test_every_account_signs_in_with_the_printed_password_and_sees_her_home(world: World, account: str):
    with transaction.atomic():
        client = Client()
        user = User.objects.get(email=address_of(account))
        assert user.check_password(reading.accounts().password)
        client.force_login(user)
        response = client.get("/")
        transaction.set_rollback(True)
    assert user.person is not None
    assert (response.status_code, user.person.short_name in response.content.decode()) == (200, True)


def test_every_account_holds_the_role_of_the_list(world: World):
    held = {
        each.account: tuple(role.code for role in _actor(each.account).roles) for each in reading.accounts().accounts
    }
    assert {account: roles for account, roles in held.items() if roles} == {
        "psw": ("panel_member", "principal_social_worker"),
        "chair": ("panel_chair", "principal_social_worker"),
        "panel": ("panel_member",),
        "clerk": ("panel_clerk",),
        "lead": ("academy_lead",),
        "coordinator": ("academy_staff", "asye_coordinator"),
        "assessor": ("asye_assessor", "practice_educator_2"),
        "moderator": ("moderator",),
        "hr": ("hr",),
        "chief": ("chief_officer",),
        "lead-bexley": ("academy_lead",),
        "lead-hfds": ("academy_lead",),
        "educator": ("practice_educator_2",),
        "auditor": ("auditor",),
        "admin": ("administrator", "administrator", "administrator"),
    }


def test_practitioner_has_the_year_of_the_prototype(world: World):
    year = year_at_a_glance(_actor("practitioner"))
    assert year.counts == (3, 4, 3, 4, 0)
    assert (year.balance.experience, year.balance.others, year.balance.formal) == (9, 3, 2)
    assert year.sentence == "Your present stretch is empty. It ends on 6 December, in 19 days."


def test_practitioner_is_managed_by_the_manager_account(world: World):
    practitioner = _actor("practitioner").person_id
    assert practitioner in _actor("manager").manages
    terms = Terms.objects.get(holds_on(ON), post__person=practitioner)
    assert (terms.title, str(terms.grade), str(terms.fte)) == ("Social worker", "BG10", "0.80")


def test_something_shared_waits_for_the_practitioner_and_for_her_manager(world: World):
    waiting = {
        account: Share.objects.open_to(_actor(account)).exclude(entry__discussions__person=F("person")).count()
        for account in ("practitioner", "manager", "assessor")
    }
    assert waiting == {"practitioner": 1, "manager": 4, "assessor": 1}


def test_every_live_share_has_its_grant_and_every_talk_its_share(world: World):
    shares = set(Share.objects.live().values_list("entry_id", "person_id"))
    grants = Grant.objects.filter(withdrawn_at=None, purpose="development.share")
    assert set(grants.values_list("thing_id", "person_id")) == shares
    assert set(Discussion.objects.values_list("entry_id", "person_id")) <= shares


def test_entries_of_one_person_have_each_title_once(world: World):
    twice = Entry.objects.values("author", "title").annotate(times=Count("pk")).filter(times__gt=1)
    assert list(twice) == []


def test_nothing_lies_after_the_day_of_loading(world: World):
    assert Entry.objects.filter(started_on__gt=ON).count() == 0
    assert Entry.objects.filter(changed_at__date__gt=ON).count() == 0
    assert Discussion.objects.filter(on__gt=ON).count() == 0
    assert Event.objects.filter(at__date__gt=ON).exclude(act__startswith="reference.").count() == 0
    assert Terms.objects.filter(from_on__gt=ON).count() == 0


def test_entries_lie_within_the_posts_of_their_authors_and_are_kept_after_their_day(world: World):
    first = dict(Post.objects.values_list("person_id", "from_on"))
    begun = {person: day - timedelta(days=2) for person, day in first.items()}
    assert [
        each.pk for each in Entry.objects.all() if each.started_on and each.started_on < begun[each.author_id]
    ] == []
    assert Entry.objects.filter(kept_at__date__lt=F("started_on")).count() == 0


def test_some_people_have_an_empty_year_of_writing_and_most_have_not(world: World):
    recent = (
        Entry.objects.filter(started_on__gt=ON - timedelta(days=84), state="kept").values("author").distinct().count()
    )
    assert 40 < recent < Entry.objects.values("author").distinct().count()


def test_states_of_entries_are_mostly_kept_with_drafts_and_one_withdrawn(world: World):
    states = Counter(Entry.objects.values_list("state", flat=True))
    assert states["withdrawn"] == 1
    assert 20 < states["draft"] < 80 < 1000 < states["kept"]


def test_terms_of_each_post_follow_each_other_without_a_gap(world: World):
    for post in Post.objects.prefetch_related("terms"):
        terms = sorted(post.terms.all(), key=lambda each: each.from_on)
        assert (terms[0].from_on, terms[-1].until_on) == (post.from_on, post.until_on)
        assert [each.until_on for each in terms[:-1]] == [each.from_on - timedelta(days=1) for each in terms[1:]]


def test_terms_stay_within_their_organisation(world: World):
    assert Terms.objects.exclude(team__service__organisation=F("post__organisation")).count() == 0
    assert Terms.objects.exclude(grade=None).exclude(grade__organisation=F("post__organisation")).count() == 0


def test_line_management_makes_no_circle_and_has_no_gap_below_the_chiefs(world: World):
    def above(people: frozenset[int]) -> frozenset[int]:
        return line_managers_from(people, ON)

    for person in Person.objects.filter(posts__until_on=None, posts__isnull=False):
        assert person.pk not in everybody_above(person.pk, above)
    unmanaged = Terms.objects.filter(holds_on(ON), line_manager=None, post__organisation__slug="bristol")
    assert set(unmanaged.values_list("post__person__family_name", flat=True)) == {
        "Sharrock",
        "Thackeray",
        "Lasenby",
        "Dacosta",
    }


def test_histories_have_an_acting_up_leavers_part_timers_and_annotations(world: World):
    assert Terms.objects.filter(job_title="Acting team manager", until_on__isnull=False).count() == 2
    assert Post.objects.filter(until_on__lt=ON).count() == 11
    assert Terms.objects.filter(holds_on(ON), fte__lt=1).count() > 10
    assert set(Annotation.objects.values_list("kind", flat=True)) == {"amhp", "bia"}
    assert Deputy.objects.filter(holds_on(ON)).count() == 1


def test_social_workers_from_before_december_2019_were_with_hcpc(world: World):
    ended = Registration.objects.filter(until_on__isnull=False)
    assert set(ended.values_list("regulator", "until_on")) == {("hcpc", date(2019, 12, 1))}


def test_cast_is_made_by_named_people_and_not_by_the_portal_alone(world: World):
    acts = Counter(Event.objects.filter(act__startswith="people.").values_list("actor__name", flat=True))
    assert {"Colin Sharrock", "Philippa Renshaw", "Owain Gittoes", "Dan Whitlow"} <= set(acts)


def test_load_demo_where_it_is_loaded_says_so_and_changes_nothing(world: World, settings):
    settings.DEMO_ACADEMY = True
    before, out = Person.objects.count(), StringIO()
    call_command("load_demo", stdout=out)
    assert out.getvalue() == "The demo academy is there already. Nothing was changed.\n"
    assert Person.objects.count() == before


def test_load_demo_on_a_portal_that_is_none_is_refused_in_a_sentence(settings):
    settings.DEMO_ACADEMY = False
    with pytest.raises(CommandError) as refused:
        call_command("load_demo")
    assert (
        str(refused.value)
        == "This is no demo portal. Set DEMO_ACADEMY = True in its settings if it holds no real people."
    )


def test_demo_accounts_prints_everybody_and_the_password_once(world: World):
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    lines = out.getvalue().splitlines()
    assert len(lines) == 1 + 25 + 1
    assert lines[1].split("  ")[0] == "practitioner@demo.example"
    assert lines[-1] == "All with the password academy-demo-2026"
    assert out.getvalue().count("academy-demo-2026") == 1


def test_five_colleagues_attended_a_course_last_week_and_find_a_draft(world: World):
    event = TrainingEvent.objects.get(bookings__person=world.cast.people["support"], starts_on=date(2026, 11, 12))

    drafts = Entry.objects.drafts().filter(kind="course", started_on=event.starts_on, title=event.course.title)
    assert (event.state, event.starts_on, event.bookings.filter(state="attended").count()) == (
        "held",
        date(2026, 11, 12),
        5,
    )
    assert drafts.count() == 5


def test_most_mandatory_training_is_done_and_some_is_missing_or_runs_out(world: World):
    people = list(Post.objects.filter(holds_on(ON)).values_list("person_id", flat=True))
    gaps = gaps_of(people, on=ON).values()

    asked = sum(len(each.lines) for each in gaps)
    assert asked > 100
    assert 0.6 < sum(len(each.met) + len(each.soon) for each in gaps) / asked < 0.95
    assert any(each.soon for each in gaps)


def test_practitioner_was_at_two_peer_sessions_leads_the_next_and_finds_two_to_come(world: World):
    practitioner = _actor("practitioner")

    assert past_for(practitioner).count() == 2
    assert [session.topic for session in coming_for(practitioner)] == [
        "Working with self-neglect: three cases without names",
        "Reading a chronology together",
    ]
    assert PeerSession.objects.count() == 4 + 15


def test_practitioner_said_most_of_her_skills_and_her_manager_has_some_to_confirm(world: World):
    amara = world.cast.people["practitioner"]
    rows = [row for group in matrix_of(amara.pk, on=ON) for row in group.rows]
    said = [row for row in rows if row.mark]
    waiting = {person.pk: number for person, number in waiting_of(_actor("manager"))}

    assert len(rows) > len(said) > len(rows) / 2
    assert waiting[amara.pk] == sum(row.waits for row in said) > 0


def test_pathways_are_chosen_and_agreed_and_an_old_journey_keeps_its_edition(world: World):
    chosen = {
        (row.journey.person.full_name, row.pathway): (row.state, row.journey.ladder.code)
        for row in Choice.objects.select_related("journey__person", "journey__ladder")
    }
    june = Sitting.objects.get(organisation__slug="bristol", on=date(2027, 6, 17))

    assert chosen == {
        ("Amara Osei", "mca-bia"): ("agreed", "2026"),
        ("Tom Breakwell", "specialist"): ("agreed", "2017"),
        ("Tom Breakwell", "amhp"): ("asked", "2017"),
        ("Ines Cole", "practice-educator"): ("asked", "2026"),
    }
    waiting = sorted(row.journey.person.full_name for row in waiting_for(_actor("manager")))
    assert waiting == ["Ines Cole", "Tom Breakwell"]
    assert (june.submit_by, june.endorse_by) == (date(2027, 5, 6), date(2027, 4, 29))
    assert Sitting.objects.filter(organisation__slug="bristol", on=date(2027, 9, 16)).count() == 1
    assert Sitting.objects.filter(organisation__slug="herefordshire").count() == 0


def test_newly_qualified_has_a_year_with_less_hours_leave_a_closed_concern_and_two_signed_reviews(world: World):
    year = Enrolment.objects.get(person=world.cast.people["nqsw"])
    promises = promises_of([year], on=ON)[year.pk]

    assert (year.state, year.agreements.get().state) == ("active", "signed")
    assert list(year.reviews.filter(held_on__isnull=False).values_list("milestone__code", "state")) == [
        ("review-3", "locked"),
        ("review-6", "locked"),
    ]
    assert [(each.kind, each.state) for each in year.changes.all()] == [("hours", "agreed"), ("pause", "agreed")]
    assert (year.concerns.get().state, year.signals.get().state) == ("closed", "answered")
    assert [len(promises.missed), len(promises.answered) > 20] == [2, True]
    assert portfolio_of(year).sections.filter(items__isnull=False).distinct().count() == 5


def test_year_of_another_council_waits_for_the_signature_of_its_academy_lead(world: World):
    agreement = Agreement.objects.get(enrolment__person=world.cast.people["nqsw-hfds"])

    assert (agreement.state, agreement.enrolment.policy.service) == ("signing", "children")
    assert (can_sign(_actor("lead-hfds"), agreement), can_sign(_actor("nqsw-hfds"), agreement)) == (True, False)


def test_board_of_the_coordinator_has_years_at_every_stage_and_says_why(world: World):
    coordinator = _actor("coordinator")
    rows = rows_of(overseen(coordinator), coordinator)

    assert Counter(row.standing for row in rows) == {"act": 2, "watch": 3, "paused": 3, "on_track": 5}
    assert all(row.reasons for row in rows if row.standing in ("act", "watch"))
    assert sum(row.is_for_you for row in rows) == 4
    assert Counter(row.enrolment.state for row in rows) == {
        "active": 6,
        "agreement_due": 2,
        **dict.fromkeys(("deferred", "paused", "released", "recommended", "moderated"), 1),
    }


def test_years_that_ended_stand_in_the_national_return_and_parts_of_the_grant_are_claimed(world: World):
    coordinator = _actor("coordinator")
    states = Counter(row[HEADINGS.index("State")] for row in return_rows(coordinator))

    assert (len(states), states["Certified"], states["Decided"], states["Withdrawn"]) == (10, 1, 1, 1)
    assert Counter(claims_run_by(coordinator).values_list("state", flat=True)) == {"due": 7, "claimed": 1, "paid": 2}
    assert Mail.objects.filter(kind__startswith="asye.", sent_at=None).count() == 0
