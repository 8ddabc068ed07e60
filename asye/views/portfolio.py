"""Opening the portfolio of one's own year."""

from django.db.models import Model

from academy.engines.access.acts import Act
from asye.services.opening import open_for_year
from asye.views.doors import YearDoor


class OpenPortfolio(YearDoor, Act):
    """Opens it, due on the day it is to be handed in; pressed twice, it is the one there is."""

    permission = "asye.enrolment.own"
    done_message = "It is open. Your assessor and your manager can read it as it grows."

    def act(self) -> Model | None:
        self.made: Model | None = open_for_year(enrolment=self.thing, by=self.actor, at=self.now)
        return self.made

    def next_page(self) -> str:
        made = getattr(self, "made", None)
        return str(made.get_absolute_url()) if made is not None else self.thing.get_absolute_url()
