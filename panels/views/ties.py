"""What connects somebody with a case: said, decided, lifted."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.utils.functional import cached_property

from academy.engines.guard.pages import GuardedPage
from academy.identity.models import Person
from panels.forms.ties import DecideForm, DeclareForm
from panels.models import Case, Tie
from panels.selectors.declaring import LIFT, people_to_name, ways_with
from panels.services.declaring import DECIDE, DECLARE, decide, declare, lift
from panels.views.case_forms import CaseForm


class DeclareTie(GuardedPage, CaseForm):
    """Who it is and what connects them. Whoever says it of herself may not see the case any more afterwards."""

    permission = DECLARE
    form_class = DeclareForm
    title = "Say what connects somebody with this case"
    done_message = "Noted. Nobody judges a case of somebody she is close to."

    @cached_property
    def people(self) -> list[Person]:
        return people_to_name(self.case, actor=self.actor, sees=self.sees)

    def form_arguments(self) -> dict[str, Any]:
        if not self.people:
            raise Http404
        return {"people": self.people}

    def act(self, form: DeclareForm) -> Model:
        return declare(case=self.case, said=form.said, by=self.actor, at=self.now)


class DecideTie(GuardedPage, CaseForm):
    """What becomes of one tie. What the record says cannot be decided here: it is put right there."""

    permission = DECIDE
    form_class = DecideForm
    title = "Decide on a tie"
    done_message = "Recorded."

    def load(self) -> Any:
        visible = Tie.objects.visible_to(self.actor).select_related("person", "case__person", "case__organisation")
        return self.find(visible, pk=self.kwargs["pk"])

    @property
    def tie(self) -> Any:
        return self.thing

    @property
    def case(self) -> Case:
        found: Case = self.tie.case
        return found

    def form_arguments(self) -> dict[str, Any]:
        ways = ways_with(self.tie, actor=self.actor)
        if not ways:
            raise Http404
        return {"ways": ways}

    def read(self) -> dict[str, Any]:
        said = [f"{self.tie.person.full_name}: {self.tie.get_kind_display()}. {self.tie.get_source_display()}."]
        return {**super().read(), "intro": " ".join([*said, self.tie.words]).strip()}

    def act(self, form: DecideForm) -> Model:
        way, reason = form.cleaned_data["way"], form.cleaned_data["reason"]
        if way == LIFT:
            return lift(tie=self.tie, reason=reason, by=self.actor, at=self.now)
        return decide(tie=self.tie, state=way, reason=reason, by=self.actor, at=self.now)
