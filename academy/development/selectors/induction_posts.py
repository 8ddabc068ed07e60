"""Which posts have an induction coming, and under which programme."""

from collections.abc import Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Q

from academy.development.models import InductionProgramme
from academy.development.rules.inductions import due_on
from academy.identity.actor import Actor
from academy.identity.choices import OrganisationKind
from academy.identity.models import Organisation
from academy.people.choices import ACADEMY_ROLES
from academy.people.models import Post, Terms

# No programme takes longer: who joined before is not looked at.
MOST_MONTHS = 24


def programmes_for(posts: Sequence[Post], on: date) -> dict[int, InductionProgramme]:
    """The programme of each post, by its id: the one that held on its first day, or holds on `on` where none did.

    An organisation's own goes before the one for all, one that names the job before one for every job, and of several
    editions the newest. Two queries.
    """
    places = {post.organisation_id for post in posts}
    candidates = list(
        InductionProgramme.objects.not_withdrawn(on)
        .filter(Q(organisation=None) | Q(organisation__in=places))
        .order_by("valid_from", "pk")
    )
    jobs = _jobs_of(posts)
    found = {post.pk: _programme(post, candidates, job=jobs.get(post.pk, ""), on=on) for post in posts}
    return {pk: programme for pk, programme in found.items() if programme is not None}


def posts_to_induct(on: date) -> list[Post]:
    """Posts of new starters in councils that have no induction although a programme held when they began (S0-14).

    A new starter is who had no post there until the day before. Posts older than the programme, or than it takes, are
    left to be begun by hand: the portal asks nobody for an induction that was over before it came. Five queries.
    """
    since = on - relativedelta(months=MOST_MONTHS)
    councils = Organisation.objects.filter(kind=OrganisationKind.COUNCIL).values("pk")
    recent = Post.objects.held_on(on).filter(
        organisation__in=councils, is_primary=True, from_on__gt=since, induction=None
    )
    posts = _newly_started(list(recent.select_related("person", "organisation").order_by("from_on", "pk")))
    programmes = programmes_for(posts, on)
    return [post for post in posts if _is_asked(post, programmes.get(post.pk), on)]


def posts_to_begin(actor: Actor) -> list[Post]:
    """The present posts without an induction that the actor may begin one for, by name: of the people she manages, and
    of who joined the organisation in the last year if she keeps its academy. One query."""
    kept = actor.organisations_where(*ACADEMY_ROLES) & {actor.organisation_id}
    year_ago = actor.on - relativedelta(years=1)
    mine = Q(person_id__in=actor.manages, organisation_id__in=actor.reaches)
    found = Post.objects.held_on(actor.on).filter(
        mine | Q(organisation_id__in=kept, from_on__gte=year_ago), is_primary=True, induction=None
    )
    names = ("person__family_name", "person__given_name", "pk")
    return list(found.exclude(person_id=actor.person_id).select_related("person", "organisation").order_by(*names))


def _is_asked(post: Post, programme: InductionProgramme | None, on: date) -> bool:
    if programme is None or programme.valid_from > post.from_on:
        return False
    return due_on(post.from_on, months=programme.months) >= on


def _newly_started(posts: list[Post]) -> list[Post]:
    people = {post.person_id for post in posts}
    before: dict[tuple[int, int], list[Post]] = {}
    for row in Post.objects.filter(person_id__in=people).order_by("pk"):
        before.setdefault((row.person_id, row.organisation_id), []).append(row)
    return [
        post for post in posts if not any(_led_to(row, post) for row in before[post.person_id, post.organisation_id])
    ]


def _led_to(earlier: Post, post: Post) -> bool:
    """Did she have the one until the other began?"""
    if earlier.pk == post.pk or earlier.from_on > post.from_on:
        return False
    return earlier.until_on is None or earlier.until_on >= post.from_on - timedelta(days=1)


def _jobs_of(posts: Sequence[Post]) -> dict[int, str]:
    """The code of the job with which each post began."""
    rows = Terms.objects.filter(post__in=[post.pk for post in posts]).order_by("-from_on", "-pk")
    return dict(rows.values_list("post_id", "job_role__code"))


def _programme(post: Post, candidates: list[InductionProgramme], *, job: str, on: date) -> InductionProgramme | None:
    fitting = [
        each
        for each in candidates
        if each.organisation_id in (None, post.organisation_id) and (not each.job_roles or job in each.job_roles)
    ]
    for day in (post.from_on, on):
        held = [each for each in fitting if each.valid_from <= day and (each.valid_to is None or day <= each.valid_to)]
        if held:
            return max(held, key=lambda each: (each.organisation_id is not None, bool(each.job_roles), each.valid_from))
    return None
