"""What the views of one entry have in common: it is found through what the actor may know of."""

from academy.development.models import Entry
from academy.engines.access.acts import Act
from academy.engines.access.views import Door


class EntryDoor(Door):
    """A view of one entry. `section` marks the place in the menu."""

    section = "year"
    thing: Entry

    def load(self) -> Entry:
        visible = Entry.objects.visible_to(self.actor).select_related("author")
        entry: Entry = self.find(visible, pk=self.kwargs["pk"])
        return entry


class EntryAct(EntryDoor, Act):
    """A button on an entry's page."""

    def next_page(self) -> str:
        return self.thing.get_absolute_url()
