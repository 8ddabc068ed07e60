import contextlib
from datetime import timedelta

import pytest

from academy.engines.access import permissions
from academy.engines.access.permissions import Permission
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.imports.choices import Standing
from academy.engines.imports.models import Import, ImportRow
from academy.engines.imports.services.imports import MOST_BYTES, ask_to_take_in, take_in
from academy.engines.imports.taking_in import run as run_taking_in
from academy.engines.jobs.models import Job
from tests.factories.identity import UserFactory, actor_of
from tests.unit.engines.imports.conftest import AT

LATER = AT + timedelta(minutes=6)


def forbid(monkeypatch, kind):
    monkeypatch.setitem(permissions._declared, kind.permission, Permission(kind.permission, "Nobody", givers=()))


def taken_in(clerk, **said):
    made = clerk.uploads(**said)
    ask_to_take_in(upload=made, by=clerk.by, at=AT)
    clerk.work(made)
    return made


def test_upload_keeps_the_bytes_and_rings_for_the_check(clerk, rung, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        made = clerk.uploads(check=False)
    assert (bytes(made.content), made.original_name) == (b"word\none\nbad\ntwo\n", "words.csv")
    assert (made.standing, made.is_under_way) == (Standing.BEING_CHECKED, True)
    assert rung == [("academy.engines.jobs.tasks.run_job", made.job_id)]
    assert Event.objects.get(act="imports.import.upload").about_id == clerk.user.person_id


def test_same_content_again_is_the_import_there_is(clerk):
    made = clerk.uploads()
    assert clerk.uploads(name="renamed.csv", check=False) == made
    assert clerk.uploads(b"word\nother\n") != made


def test_unreadable_file_may_be_uploaded_again(clerk):
    first = clerk.uploads(b"colour\nred\n")
    assert clerk.uploads(b"colour\nred\n") != first


def test_same_content_of_somebody_else_is_another_import(clerk):
    made = clerk.uploads()
    other = clerk.__class__(UserFactory(), clerk.kind, clerk.words)
    assert other.uploads() != made


@pytest.mark.parametrize("content", [b"", b"x" * (MOST_BYTES + 1)])
def test_upload_refuses_nothing_and_too_much(clerk, content):
    with pytest.raises(Refused, match="at most 5 MB"):
        clerk.uploads(content)


def test_upload_refuses_whoever_may_not(clerk, monkeypatch):
    forbid(monkeypatch, clerk.kind)
    with pytest.raises(Refused, match="Only somebody with a post"):
        clerk.uploads()
    assert Import.objects.count() == 0


def test_good_rows_are_taken_in_and_wrong_ones_stay_to_be_corrected(clerk):
    made = taken_in(clerk)
    assert clerk.words.taken == ["one", "two"]
    assert (made.standing, made.added, made.known, made.bad) == (Standing.TAKEN_IN, 2, 0, 1)
    assert list(ImportRow.objects.values_list("number", flat=True)) == [3]
    event = Event.objects.get(act="imports.import.take_in")
    assert (event.from_state, event.to_state, event.about_id) == ("checked", "taken in", clerk.user.person_id)


def test_rows_that_were_there_before_are_counted_as_known(clerk):
    taken_in(clerk)
    made = taken_in(clerk, content=b"word\ntwo\nthree\n")
    assert (made.added, made.known, clerk.words.taken) == (1, 1, ["one", "two", "three"])


def test_taking_in_twice_says_it_is_done(clerk):
    made = taken_in(clerk)
    with pytest.raises(Refused, match=r"taken in on 17 November 2026\. Nothing more needs"):
        ask_to_take_in(upload=made, by=clerk.by, at=AT)
    with pytest.raises(Refused, match="taken in already"):
        take_in(upload=made, by=clerk.by, at=AT)
    assert clerk.uploads(check=False) == made
    assert clerk.words.taken == ["one", "two"]


def test_asking_twice_is_one_job(clerk):
    made = clerk.uploads()
    first = ask_to_take_in(upload=made, by=clerk.by, at=AT)
    assert ask_to_take_in(upload=made, by=clerk.by, at=AT).job == first.job
    assert (first.standing, Job.objects.filter(kind="imports.import.take_in").count()) == (Standing.BEING_TAKEN_IN, 1)


def test_job_run_again_after_the_end_does_nothing(clerk):
    made = taken_in(clerk)
    assert run_taking_in(made.job, None) is None
    assert clerk.words.taken == ["one", "two"]


def test_worker_killed_half_way_leaves_nothing_and_the_next_takes_all_in(clerk, monkeypatch):
    made = clerk.uploads()
    ask_to_take_in(upload=made, by=clerk.by, at=AT)

    def killed(batch):
        with contextlib.closing(iter(batch.rows)) as rows:  # as the end of the process closes the cursor with its rows
            next(rows)
        raise KeyboardInterrupt

    kind = clerk.kind
    object.__setattr__(kind, "commit_rows", killed)
    with pytest.raises(KeyboardInterrupt):
        clerk.work(made)
    made.refresh_from_db()
    assert (made.standing, ImportRow.objects.filter(is_good=True).count()) == (Standing.BEING_TAKEN_IN, 2)
    object.__setattr__(kind, "commit_rows", clerk.words.commit)
    clerk.work(made, at=LATER)
    assert (made.standing, made.added, clerk.words.taken) == (Standing.TAKEN_IN, 2, ["one", "two"])


def test_nobody_else_takes_it_in(clerk):
    made = clerk.uploads()
    with pytest.raises(Refused, match="Only the person who uploaded it"):
        ask_to_take_in(upload=made, by=actor_of(), at=AT)


@pytest.mark.parametrize("content", [b"word\nbad\n", b"colour\nred\n"])
def test_file_without_a_good_row_is_not_taken_in(clerk, content):
    made = clerk.uploads(content)
    with pytest.raises(Refused, match="no good row"):
        ask_to_take_in(upload=made, by=clerk.by, at=AT)


def test_taking_in_is_refused_to_somebody_who_left_in_between(clerk, monkeypatch):
    made = clerk.uploads()
    ask_to_take_in(upload=made, by=clerk.by, at=AT)
    forbid(monkeypatch, clerk.kind)
    clerk.work(made)
    assert (made.standing, made.job.status) == (Standing.BEING_TAKEN_IN, "failed")
    assert clerk.words.taken == []


def test_content_of_a_table_that_is_to_be_forgotten_is_checked_anew(clerk):
    old = clerk.uploads()
    assert clerk.uploads(at=AT + timedelta(days=30)) != old


def test_content_taken_in_is_known_for_good(clerk):
    done = taken_in(clerk)
    assert clerk.uploads(at=AT + timedelta(days=31), check=False) == done
