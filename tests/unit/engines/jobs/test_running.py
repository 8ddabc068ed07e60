from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from academy.engines.audit.commands import Refused
from academy.engines.files.models import StoredFile
from academy.engines.jobs.choices import GIVEN_UP
from academy.engines.jobs.models import Job
from academy.engines.jobs.progress import Superseded
from academy.engines.jobs.running import forget_old, give_up_silent, run
from tests.factories.identity import PersonFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def job(**values):
    fields = {"kind": "sample.work", "owner": PersonFactory(), "asked_at": AT, "due_at": AT}
    return Job.objects.create(**fields | values)


def running(**values):
    return job(**{"status": "running", "attempts": 1, "started_at": AT, "heartbeat_at": AT} | values)


def fixed(at=AT):
    return lambda: at


def test_run_does_the_work_once_and_ends_the_job(working):
    done = []
    working(lambda job, progress: done.append(job.arguments))
    made = job(arguments={"entry": 7})
    for _ in range(3):
        run(made.pk, clock=fixed())
    made.refresh_from_db()
    assert done == [{"entry": 7}]
    assert (made.status, made.progress, made.finished_at, made.attempts) == ("done", 100, AT, 1)


def test_run_keeps_the_file_the_work_made(working):
    owner = PersonFactory()
    file = StoredFile.objects.create(
        owner=owner,
        original_name="report.pdf",
        kind="pdf",
        size=9,
        sha256="0" * 64,
        storage_key="a",
        scan_state="clean",
        uploaded_at=AT,
    )
    working(lambda job, progress: file)
    made = job(owner=owner)
    run(made.pk, clock=fixed())
    made.refresh_from_db()
    assert made.result == file


def test_run_shows_progress_while_it_goes(working):
    seen = []

    def work(mine, progress):
        progress.tell(40, "12 of 30 portfolios")
        seen.append(Job.objects.values_list("progress", "progress_words", "heartbeat_at").get())
        progress.tell(140)

    moments = iter(AT + timedelta(minutes=number) for number in range(9))
    working(work)
    run(job().pk, clock=lambda: next(moments))
    assert seen == [(40, "12 of 30 portfolios", AT + timedelta(minutes=1))]
    assert Job.objects.get().progress == 100


def test_run_of_a_job_not_due_does_nothing(working):
    done = []
    working(lambda job, progress: done.append(1))
    made = job(due_at=AT + timedelta(minutes=1))
    run(made.pk, clock=fixed())
    made.refresh_from_db()
    assert (done, made.status, made.attempts) == ([], "queued", 0)


@pytest.mark.parametrize(
    ("silence", "expected"),
    [(timedelta(minutes=4, seconds=59), ("running", 1)), (timedelta(minutes=5), ("done", 2))],
)
def test_run_takes_a_job_over_from_a_worker_silent_for_five_minutes(working, silence, expected):
    working()
    made = running()
    run(made.pk, clock=fixed(AT + silence))
    made.refresh_from_db()
    assert (made.status, made.attempts) == expected


def test_run_of_work_that_fails_puts_the_job_back_and_lets_the_bug_be_seen(working):
    def work(job, progress):
        raise ZeroDivisionError

    working(work)
    made = job()
    with pytest.raises(ZeroDivisionError):
        run(made.pk, clock=fixed())
    made.refresh_from_db()
    assert (made.status, made.attempts, made.due_at, made.reason) == ("queued", 1, AT + timedelta(minutes=1), "")


def test_run_that_fails_a_fifth_time_ends_the_job_with_a_sentence(working):
    def work(job, progress):
        raise ZeroDivisionError

    working(work)
    made = job(attempts=4)
    with pytest.raises(ZeroDivisionError):
        run(made.pk, clock=fixed())
    made.refresh_from_db()
    assert (made.status, made.attempts, made.reason, made.finished_at) == ("failed", 5, GIVEN_UP, AT)


def test_run_of_work_that_is_refused_ends_the_job_with_its_sentence_at_once(working):
    def work(job, progress):
        raise Refused("Nothing was kept in this year. Choose another one.")

    working(work)
    made = job()
    run(made.pk, clock=fixed())
    made.refresh_from_db()
    assert (made.status, made.attempts, made.reason) == (
        "failed",
        1,
        "Nothing was kept in this year. Choose another one.",
    )


def test_run_of_a_worker_taken_for_dead_changes_nothing_any_more(working):
    """A second worker took the job meanwhile; the first one's words and end are thrown away."""
    told = []

    def work(mine, progress):
        Job.objects.filter(pk=mine.pk).update(attempts=2, progress=70)
        try:
            progress.tell(50)
        except Superseded:
            told.append("superseded")
            raise

    working(work)
    made = job()
    run(made.pk, clock=fixed())
    made.refresh_from_db()
    assert (told, made.status, made.attempts, made.progress) == (["superseded"], "running", 2, 70)


def test_run_whose_end_comes_too_late_does_not_end_the_other_workers_turn(working):
    working(lambda mine, progress: Job.objects.filter(pk=mine.pk).update(attempts=2) and None)
    made = job()
    run(made.pk, clock=fixed())
    made.refresh_from_db()
    assert (made.status, made.finished_at) == ("running", None)


def test_run_that_loses_the_race_for_the_job_does_nothing(working):
    """Another worker takes the job between this one's look and its claim."""
    done = []
    working(lambda mine, progress: done.append(mine.pk))
    made = job()

    def taken_by_another(execute, sql, *more):
        if sql.startswith("UPDATE"):
            with connection.cursor() as cursor:
                cursor.db.execute_wrappers.remove(taken_by_another)
                cursor.execute("UPDATE jobs_job SET attempts = 1 WHERE id = %s", [made.pk])
                cursor.db.execute_wrappers.append(taken_by_another)
        return execute(sql, *more)

    with connection.execute_wrapper(taken_by_another):
        run(made.pk, clock=fixed())
    made.refresh_from_db()
    assert (done, made.status, made.attempts) == ([], "queued", 1)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"attempts": 5, "heartbeat_at": AT - timedelta(minutes=5)}, "failed"),
        ({"attempts": 4, "heartbeat_at": AT - timedelta(minutes=5)}, "running"),
        ({"attempts": 5, "heartbeat_at": AT - timedelta(minutes=4)}, "running"),
    ],
)
def test_give_up_silent_ends_what_a_fifth_worker_left(values, expected):
    made = running(**values)
    assert give_up_silent(at=AT) == (expected == "failed")
    made.refresh_from_db()
    assert made.status == expected


@pytest.mark.parametrize(("days", "left"), [(90, 1), (91, 0)])
def test_forget_old_deletes_what_ended_more_than_ninety_days_ago(days, left):
    job(status="done", finished_at=AT - timedelta(days=days))
    running()
    forget_old(at=AT)
    assert (Job.objects.filter(status="done").count(), Job.objects.filter(status="running").count()) == (left, 1)
