"""What was handed in: the receipt with everything that was frozen, and what changed between two of them."""

from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from portfolios.models import Snapshot
from portfolios.rules.content import in_groups
from portfolios.selectors.overruled import overruled_in
from portfolios.selectors.snapshots import compared, snapshot_of, snapshots_of
from portfolios.views.portfolios.doors import MINE


class SnapshotDoor(Door):
    """A view of one snapshot, found through what the actor may know of."""

    permission = "portfolios.portfolio.see"
    section = "portfolio"
    thing: Snapshot

    def load(self) -> Snapshot:
        return self.snapshot(self.kwargs["pk"])

    def snapshot(self, pk: int) -> Snapshot:
        visible = Snapshot.objects.visible_to(self.actor).select_related("portfolio__person", "taken_by")
        found: Snapshot = self.find(visible, pk=pk)
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    @property
    def called(self) -> str:
        return f"Version {self.thing.number}"

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        first = MINE if self.is_own else ("Home", "/")
        return [first, (self.called, self.thing.get_absolute_url())]


class ReadSnapshot(SnapshotDoor, Page):
    """Everything as it was handed in, from the snapshot alone; on top what its author has as her receipt."""

    template_name = "portfolios/snapshots/snapshot.html"

    def read(self) -> dict[str, Any]:
        snapshot = self.thing
        others = [each for each in snapshots_of(snapshot.portfolio, self.actor) if each.pk != snapshot.pk]
        content = snapshot_of(snapshot)
        return {
            "title": content.title,
            "caption": f"{content.person}: {content.purpose_words}",
            "snapshot": snapshot,
            "content": content,
            "fingerprint": in_groups(snapshot.sha256),
            "others": others,
            "is_own": self.is_own,
            "may_note": (may_note := allows("portfolios.breach.note", self.actor, snapshot.portfolio)),
            "overruled": overruled_in(snapshot.portfolio) if may_note else (),
            "crumbs": [*self.crumbs[:-1], (self.called, "")],
        }


class Changes(SnapshotDoor, Page):
    """What changed between two snapshots of one portfolio: words taken out and put in, pieces, files, signatures."""

    template_name = "portfolios/snapshots/changes.html"

    def read(self) -> dict[str, Any]:
        other = self.find(
            Snapshot.objects.visible_to(self.actor).filter(portfolio=self.thing.portfolio_id), pk=self.kwargs["other"]
        )
        both = compared(self.thing, other)
        return {
            "title": f"What changed from version {both.before.number} to version {both.after.number}",
            "caption": self.thing.portfolio.title,
            "both": both,
            "changes": both.differences,
            "crumbs": [*self.crumbs, ("What changed", "")],
        }
