"""What may be taken in from a table: completions of e-learning platforms (S0-31)."""

from academy.engines.imports.declarations import Batch, ImportKind, Outcome, declare
from academy.training.rules.completion_rows import COLUMNS
from academy.training.services.completion_rows import add_all, checker


def _commit(batch: Batch) -> Outcome:
    return add_all(batch=batch, by=batch.by, at=batch.at)


COMPLETIONS = ImportKind(
    name="training.completions",
    title="Completions from a platform",
    columns=COLUMNS,
    checker=checker,
    commit_rows=_commit,
    permission="training.completion.import",
    done_url_name="training_settings:completions",
)

declare(COMPLETIONS)
