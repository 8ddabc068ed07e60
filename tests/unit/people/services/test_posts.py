from datetime import date
from decimal import Decimal

import pytest

from academy.engines.audit.commands import Refused
from academy.people.models import Post, Terms
from academy.people.services.posts import begin, end, make_primary
from academy.people.services.terms import TermsDetails
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import (
    NOW,
    JobRoleFactory,
    PostFactory,
    TeamFactory,
    TermsFactory,
    as_actor,
    holder_of,
)

FIRST_DAY = date(2024, 2, 29)
NOT_KEPT = "You do not keep the people of this organisation. Ask its academy or HR."


@pytest.fixture
def details(team):
    return TermsDetails(team=team, job_role=JobRoleFactory(), fte=Decimal("0.80"))


@pytest.fixture
def stranger(db):
    return as_actor(holder_of("hr", OrganisationFactory()))


def test_post_begins_with_its_first_terms(here, details, hr, last_act):
    person = PersonFactory()

    post = begin(person=person, organisation=here, from_on=FIRST_DAY, details=details, by=hr, at=NOW)

    terms = post.terms.get()
    assert (post.is_primary, post.until_on) == (True, None)
    assert (terms.from_on, terms.until_on, terms.team, terms.fte) == (FIRST_DAY, None, details.team, Decimal("0.80"))
    assert last_act() == ("people.post.begin", person.pk, ["from_on", "terms"], "", "")


def test_second_primary_post_at_the_same_time_is_refused(here, details, hr):
    person = PostFactory(organisation=here, from_on=date(2022, 1, 10)).person

    with pytest.raises(Refused) as refused:
        begin(person=person, organisation=here, from_on=FIRST_DAY, details=details, by=hr, at=NOW)

    assert (refused.value.field, refused.value.reason, Post.objects.filter(person=person).count()) == (
        "is_primary",
        (
            "There is a primary post here from 10 January 2022. End it before 29 February 2024, "
            "or begin this one as a second post."
        ),
        1,
    )


def test_second_post_and_primary_post_elsewhere_are_begun(here, details, hr):
    person = PostFactory(organisation=here).person
    PostFactory(person=person)

    post = begin(person=person, organisation=here, from_on=FIRST_DAY, details=details, by=hr, at=NOW, is_primary=False)

    assert post.is_primary is False


def test_post_in_a_team_of_another_organisation_is_refused_and_leaves_nothing(here, hr):
    person = PersonFactory()
    elsewhere = TermsDetails(team=TeamFactory(), job_role=JobRoleFactory())

    with pytest.raises(Refused) as refused:
        begin(person=person, organisation=here, from_on=FIRST_DAY, details=elsewhere, by=hr, at=NOW)

    assert (refused.value.field, Post.objects.filter(person=person).count()) == ("team", 0)


def test_post_ends_with_its_terms(here, hr, last_act):
    terms = TermsFactory(post__organisation=here)

    end(post=terms.post, last_day=date(2024, 12, 31), by=hr, at=NOW)

    terms.refresh_from_db()
    terms.post.refresh_from_db()
    assert (terms.until_on, terms.post.until_on) == (date(2024, 12, 31), date(2024, 12, 31))
    assert last_act() == ("people.post.end", terms.post.person_id, ["until_on"], "held", "ended")


def test_post_does_not_end_before_its_terms_begin(here, hr):
    terms = TermsFactory(post__organisation=here, until_on=date(2024, 2, 29))
    TermsFactory(post=terms.post, from_on=date(2024, 3, 1))

    with pytest.raises(Refused) as refused:
        end(post=terms.post, last_day=date(2024, 2, 29), by=hr, at=NOW)

    assert (refused.value.field, refused.value.reason) == (
        "last_day",
        "Terms of this post begin on 1 March 2024. Give that day or a later one.",
    )


def test_other_post_becomes_the_primary_one(here, hr, last_act):
    first = PostFactory(organisation=here)
    ended = PostFactory(organisation=here, person=first.person, from_on=date(2020, 1, 1), until_on=date(2021, 1, 1))
    second = PostFactory(organisation=here, person=first.person, is_primary=False)

    make_primary(post=second, by=hr, at=NOW)

    assert dict(Post.objects.filter(person=first.person).values_list("pk", "is_primary")) == {
        first.pk: False,
        ended.pk: True,
        second.pk: True,
    }
    assert last_act() == ("people.post.make_primary", first.person_id, ["is_primary"], "", "")


def test_post_that_is_primary_already_is_refused(here, hr):
    with pytest.raises(Refused, match=r"^This is the primary post here already\.$"):
        make_primary(post=PostFactory(organisation=here), by=hr, at=NOW)


def test_ended_post_does_not_become_primary(here, hr):
    ended = PostFactory(organisation=here, is_primary=False, until_on=date(2026, 11, 16))

    with pytest.raises(
        Refused, match=r"^This post has ended\. Only a present or coming post can be the primary one\.$"
    ):
        make_primary(post=ended, by=hr, at=NOW)


def test_post_on_its_last_day_still_becomes_primary(here, hr):
    last_day = PostFactory(organisation=here, is_primary=False, until_on=TODAY)

    assert make_primary(post=last_day, by=hr, at=NOW).is_primary is True


def test_keeper_of_another_organisation_is_refused_every_act(here, details, stranger):
    terms = TermsFactory(post__organisation=here, post__is_primary=False)
    before = list(Terms.objects.values())
    acts = [
        lambda: begin(
            person=PersonFactory(), organisation=here, from_on=FIRST_DAY, details=details, by=stranger, at=NOW
        ),
        lambda: end(post=terms.post, last_day=FIRST_DAY, by=stranger, at=NOW),
        lambda: make_primary(post=terms.post, by=stranger, at=NOW),
    ]

    said = []
    for act in acts:
        with pytest.raises(Refused) as refused:
            act()
        said.append(refused.value.reason)

    assert (said, list(Terms.objects.values())) == ([NOT_KEPT] * 3, before)
