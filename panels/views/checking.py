"""Looking a submission through: asking for changes, mending them, accepting."""

from typing import Any

from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.guard.pages import GuardedPage
from panels.forms.checking import AcceptForm, AskForm, MendForm
from panels.models import AskedItem, Case
from panels.selectors.checks import Check, checks_of
from panels.selectors.policies import rules_of
from panels.services.checking import CHECK, HAND_IN, accept, ask, hand_back, mend, settle
from panels.views.case_forms import CaseForm
from panels.views.doors import CaseDoor


class AskForChanges(GuardedPage, CaseForm):
    """What is to be mended, item by item, each with a reason."""

    permission = CHECK
    form_class = AskForm
    title = "Ask for changes"
    intro = "Write what is to be mended, and why, beside each item it is about. The candidate reads it."
    done_message = "Asked. The candidate is told, and the case comes back to you."

    def form_arguments(self) -> dict[str, Any]:
        return {"items": rules_of(self.case.policy).checks}

    def act(self, form: AskForm) -> Case:
        return ask(case=self.case, asks=form.asks, by=self.actor, at=self.now)


class AcceptCase(CaseForm):
    """What the record answers, what somebody looks at herself, and then it is accepted."""

    permission = CHECK
    template_name = "panels/checking/accept.html"
    form_class = AcceptForm
    title = "Accept the case"
    intro = "Once accepted, the case rests on the portfolio as it was handed in. A later one is not taken."
    done_message = "Accepted. The candidate is told."

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        return checks_of(self.case, on=self.today)

    def form_arguments(self) -> dict[str, Any]:
        return {"checks": self.checks}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "checks": [each for each in self.checks if not each.is_to_look_at]}

    def act(self, form: AcceptForm) -> Case:
        return accept(case=self.case, looked_at=form.looked_at, by=self.actor, at=self.now)


class HandBack(CaseDoor, Act):
    """The candidate sends the case back, with everything mended."""

    permission = HAND_IN
    done_message = "Sent back. Whoever asked for the changes looks at them."

    def act(self) -> Case:
        return hand_back(case=self.case, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.case.get_absolute_url()


class ItemDoor(CaseDoor):
    """A view of one item that was asked for, found through what the actor may know of."""

    item: AskedItem

    def load(self) -> Any:
        visible = AskedItem.objects.visible_to(self.actor)
        beside = ("person", "organisation", "policy", "panel", "sitting", "vacancy", "grade")
        found = visible.select_related(*(f"case__{name}" for name in beside))
        self.item = self.find(found, pk=self.kwargs["pk"])
        return self.item

    @property
    def case(self) -> Case:
        found: Case = self.item.case
        return found


class MendItem(GuardedPage, ItemDoor, CaseForm):
    """The candidate says what she changed."""

    permission = HAND_IN
    form_class = MendForm
    title = "Say what you mended"
    done_message = "Kept. Send the case back once everything is mended."

    def read(self) -> dict[str, Any]:
        return {**super().read(), "intro": f"{self.item.title}: {self.item.reason}"}

    def act(self, form: MendForm) -> AskedItem:
        return mend(item=self.item, answer=form.cleaned_data["answer"], by=self.actor, at=self.now)


class SettleItem(ItemDoor, Act):
    """What was asked for is settled."""

    permission = CHECK
    done_message = "Settled."

    def act(self) -> AskedItem:
        return settle(item=self.item, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.case.get_absolute_url()
