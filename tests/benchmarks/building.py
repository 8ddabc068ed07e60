"""An academy of many people with many entries each, built in bulk: one pattern, and the rest copied in the database."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Model

from academy.development.choices import SHARE, EntryState, Kind, Way
from academy.development.models import Entry, EntryVersion, RenewalAct, Share
from academy.development.rules.copies import copy_of
from academy.engines.access.models import Grant
from academy.frameworks.models import Statement
from academy.identity.models import Organisation, Person, User
from academy.people.choices import Profession, Regulator, RoleCode, ServiceKind
from academy.people.models import JobRole, Post, Registration, RoleHolding, Service, Team, Terms
from tests.benchmarks.training import found_training, train
from tests.factories.development import framework
from tests.factories.renewals import regulators_loaded

ON = date(2026, 11, 17)
AT = datetime(2026, 11, 16, 9, 30, tzinfo=ZoneInfo("Europe/London"))
SINCE = date(2022, 4, 4)
MOST_TEAMS = 100
ENTRIES_EACH = 50
SHARED_EACH = 2
DAYS_APART = 14
BATCH = 2000
WORDS = "What was said, what was done and what it meant for the person and for the next visit. "


@dataclass
class Academy:
    """The academy as built so far. The lead looks at others, the practitioner at her own."""

    organisation: Organisation
    statements: list[Statement]
    people: list[Person]
    entries_each: int = ENTRIES_EACH

    @property
    def lead(self) -> User:
        return User.objects.get(person=self.people[0])

    @property
    def practitioner(self) -> User:
        return User.objects.get(person=self.people[1])


def found(*, entries_each: int = ENTRIES_EACH) -> Academy:
    """An academy with nobody in it yet."""
    organisation = Organisation.objects.create(
        name="Benchmark Council", short_name="Benchmark", slug="benchmark", kind="council"
    )
    Service.objects.create(organisation=organisation, code="adults", name="Adults", kind=ServiceKind.ADULTS)
    JobRole.objects.create(
        code="benchmarker", title="Social worker", profession=Profession.SOCIAL_WORKER, is_registered=True
    )
    regulators_loaded()
    found_training(organisation)
    return Academy(organisation, framework("benchmark", lines=9), [], entries_each)


def grow(academy: Academy, number: int) -> None:
    """Let the academy have so many people in all, at least three, each with her post, registration and entries."""
    first = len(academy.people)
    if number <= first:
        return
    newcomers = Person.objects.bulk_create(
        (
            Person(given_name=f"Given{each}", family_name=f"Family{each:06d}", work_email=f"p{each}@benchmark.example")
            for each in range(first, number)
        ),
        batch_size=BATCH,
    )
    academy.people += newcomers
    _employ(academy, newcomers)
    if first == 0:
        _open_accounts(academy)
        _write_pattern(academy)
    _copy_pattern(academy, newcomers[1:] if first == 0 else newcomers)
    _share(academy, newcomers)
    _renew(newcomers)
    train(academy.organisation, newcomers, first=first, on=ON, at=AT)


def _renew(people: list[Person]) -> None:
    """Every third has sent the form."""
    RenewalAct.objects.bulk_create(
        (
            RenewalAct(
                person=each,
                regulator=Regulator.SWE,
                closes_on=date(ON.year, 11, 30),
                act="form",
                done_on=AT.date(),
                noted_at=AT,
            )
            for each in people[::3]
        ),
        batch_size=BATCH,
    )


def _employ(academy: Academy, newcomers: list[Person]) -> None:
    """A post for each, with earlier terms, and the first of each team as line manager of the others."""
    service, job = academy.organisation.services.get(), JobRole.objects.get(code="benchmarker")
    teams = _teams(service, number=min(MOST_TEAMS, max(1, len(academy.people) // 10)))
    posts = Post.objects.bulk_create(
        (Post(person=each, organisation=academy.organisation, from_on=SINCE) for each in newcomers), batch_size=BATCH
    )
    moved_on = date(2025, 6, 2)
    terms = [
        Terms(
            post=post,
            team=teams[number % len(teams)],
            job_role=job,
            line_manager=_manager(academy, number),
            from_on=from_on,
            until_on=until_on,
        )
        for number, post in enumerate(posts, len(academy.people) - len(posts))
        for from_on, until_on in ((SINCE, moved_on - timedelta(days=1)), (moved_on, None))
    ]
    Terms.objects.bulk_create(terms, batch_size=BATCH)
    Registration.objects.bulk_create(
        (
            Registration(person=each, regulator=Regulator.SWE, number=f"SW{900000 + each.pk}", from_on=SINCE)
            for each in newcomers
        ),
        batch_size=BATCH,
    )


def _teams(service: Service, *, number: int) -> list[Team]:
    for each in range(service.teams.count(), number):
        Team.objects.create(service=service, code=f"team-{each}", name=f"Team {each:03d}", from_on=SINCE)
    return list(service.teams.order_by("pk"))


def _manager(academy: Academy, number: int) -> Person | None:
    """Ten people under each manager, ten managers under each of theirs, and so on up to the first person."""
    for span in (10, 100, 1000):
        if number % span:
            return academy.people[number - number % span]
    return academy.people[0] if number else None


def _open_accounts(academy: Academy) -> None:
    for person in academy.people[:2]:
        User.objects.create_user(email=person.work_email, person=person)
    RoleHolding.objects.create(
        person=academy.people[0], role=RoleCode.ACADEMY_LEAD, organisation=academy.organisation, from_on=SINCE
    )


def _write_pattern(academy: Academy) -> None:
    """The entries of the first person, which all others get copies of."""
    ways, kinds = Way.values, Kind.values
    entries = Entry.objects.bulk_create(
        Entry(
            author=academy.people[0],
            organisation=academy.organisation,
            token=uuid.uuid4(),
            state=EntryState.KEPT,
            kind=kinds[number % len(kinds)],
            title=f"What I learnt, number {number}",
            started_on=ON - timedelta(days=number * DAYS_APART + 1),
            way=ways[number % len(ways)],
            happened=WORDS * 3,
            learnt=WORDS * 2,
            impact=WORDS,
            created_at=AT,
            changed_at=AT,
            kept_at=AT,
        )
        for number in range(academy.entries_each)
    )
    through = Entry.statements.through
    through.objects.bulk_create(
        through(entry_id=entry.pk, statement_id=academy.statements[(entry.pk + step) % 9].pk)
        for entry in entries
        for step in (0, 3)
    )


def _copy_pattern(academy: Academy, people: list[Person]) -> None:
    """Copies of the pattern's entries and of what they are mapped to, made inside the database."""
    if not people:
        return
    pattern, first, last = academy.people[0].pk, people[0].pk, people[-1].pk
    entry, through = _table(Entry), connection.ops.quote_name(Entry.statements.through._meta.db_table)
    fields = [each for each in Entry._meta.local_concrete_fields if not each.primary_key]
    columns = [connection.ops.quote_name(str(each.column)) for each in fields]
    chosen = ["p.id" if column == '"author_id"' else f"e.{column}" for column in columns]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {entry} ({', '.join(columns)}) SELECT {', '.join(chosen)} FROM {entry} e "
            f"CROSS JOIN {_table(Person)} p WHERE e.author_id = %s AND p.id BETWEEN %s AND %s",
            [pattern, first, last],
        )
        cursor.execute(
            f"INSERT INTO {through} (entry_id, statement_id) SELECT new.id, s.statement_id FROM {entry} new "
            f"JOIN {entry} old ON old.token = new.token AND old.author_id = %s "
            f"JOIN {through} s ON s.entry_id = old.id WHERE new.author_id BETWEEN %s AND %s",
            [pattern, first, last],
        )


def _share(academy: Academy, people: list[Person]) -> None:
    """The latest entries of everybody are shared with her line manager."""
    managers = dict(
        Terms.objects.filter(post__person__in=people, until_on=None, line_manager__isnull=False).values_list(
            "post__person_id", "line_manager_id"
        )
    )
    latest = ON - timedelta(days=SHARED_EACH * DAYS_APART)
    entries = Entry.objects.filter(author__in=people, started_on__gt=latest)
    shared = [entry for entry in entries if entry.author_id in managers]
    versions = EntryVersion.objects.bulk_create((_version(entry) for entry in shared), batch_size=BATCH)
    Share.objects.bulk_create(
        (
            Share(entry=each.entry, version=each, person_id=managers[each.entry.author_id], shared_at=AT)
            for each in versions
        ),
        batch_size=BATCH,
    )
    thing_type = ContentType.objects.get_for_model(Entry)
    Grant.objects.bulk_create(
        (
            Grant(
                person_id=managers[entry.author_id],
                thing_type=thing_type,
                thing_id=entry.pk,
                purpose=SHARE,
                from_on=AT.date(),
                given_at=AT,
            )
            for entry in shared
        ),
        batch_size=BATCH,
    )


def _version(entry: Entry) -> EntryVersion:
    copy = copy_of(entry, statements=[], files=[])
    return EntryVersion(
        entry=entry,
        number=1,
        title=entry.title,
        text=copy.text,
        statements=copy.statements,
        files=copy.files,
        sha256=copy.sha256,
        cut_at=AT,
    )


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)
