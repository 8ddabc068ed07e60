"""What may be taken in from a table: starters, movers and leavers of an HR system."""

from academy.engines.imports.declarations import Batch, ImportKind, Outcome, Values, declare
from academy.people.rules.feed_rows import COLUMNS
from academy.people.services.feed import FeedCheck, checker, take_in


def _commit(batch: Batch) -> Outcome:
    return take_in(batch=batch, by=batch.by, at=batch.at)


def _effect(judge: FeedCheck, values: Values) -> str:
    return judge.effect(values)


HR_FEED = ImportKind(
    name="people.feed",
    title="Starters, movers and leavers",
    columns=COLUMNS,
    checker=checker,
    commit_rows=_commit,
    permission="people.feed.take_in",
    done_url_name="settings:people",
    effect=_effect,
)

declare(HR_FEED)
