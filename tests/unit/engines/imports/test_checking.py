from datetime import timedelta

import pytest

from academy.engines.imports import checking
from academy.engines.imports.choices import Standing
from academy.engines.imports.models import ImportRow
from academy.engines.jobs.models import Job
from academy.engines.jobs.running import run
from tests.unit.engines.imports.conftest import AT


def test_check_tells_good_rows_from_wrong_ones_and_forgets_the_bytes(clerk):
    made = clerk.uploads(b"word,colour\none,red\nbad,blue\n\ntwo,\n")
    assert (made.rows, made.good, made.bad, made.encoding, made.unused) == (3, 2, 1, "UTF-8", "colour")
    assert (bytes(made.content), made.checked_at, made.standing) == (b"", AT, Standing.CHECKED)
    rows = ImportRow.objects.values_list("number", "is_good", "faults")
    assert list(rows) == [(2, True, []), (3, False, [["word", "Write a word."]]), (5, True, [])]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"colour\nred\n", "The first row has to name the columns. Missing: “Word”."),
        (b"word\n", "The file holds no rows. The first row names the columns; what to take in stands below it."),
    ],
)
def test_check_of_a_file_that_cannot_be_read_says_what_to_do(clerk, content, says):
    made = clerk.uploads(content)
    assert (made.reason, made.standing, made.rows) == (says, Standing.UNREADABLE, 0)


def test_check_begun_again_after_a_kill_ends_as_if_nothing_had_been(clerk, monkeypatch):
    monkeypatch.setattr(checking, "AT_ONCE", 2)
    made = clerk.uploads(b"word\n" + b"".join(f"w{n}\n".encode() for n in range(5)), check=False)
    whole = ImportRow.objects.bulk_create

    def killed(rows, **options):
        whole(rows, **options)
        if ImportRow.objects.count() == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(ImportRow.objects, "bulk_create", killed)
    with pytest.raises(KeyboardInterrupt):
        clerk.work(made)
    monkeypatch.setattr(ImportRow.objects, "bulk_create", whole)
    clerk.work(made, at=AT + timedelta(minutes=6))
    assert (made.rows, made.good, ImportRow.objects.count()) == (5, 5, 5)
    assert Job.objects.get().status == "done"


def test_check_done_before_is_not_done_again(clerk, monkeypatch):
    made = clerk.uploads()
    monkeypatch.setattr(checking, "read_table", None)
    assert checking.check(Job(arguments={"import": made.pk}), None) is None


def test_check_for_an_account_closed_since_is_refused(clerk):
    made = clerk.uploads(check=False)
    clerk.user.is_active = False
    clerk.user.save()
    run(made.job_id, clock=lambda: AT)
    assert Job.objects.get().reason == "The account that asked for it is closed, so nothing was done."
