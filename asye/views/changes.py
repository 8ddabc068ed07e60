"""Changes of a year's dates: proposing, reading, agreeing, taking back, noting a return and that it was reported."""

from typing import Any, ClassVar

from django.db.models import Model
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.guard.pages import GuardedPage
from asye.choices.year import ChangeKind, ChangeState
from asye.forms.changes import ConsentForm, ExtensionForm, HoursForm, PauseForm, ProposeForm, ReturnForm
from asye.models import Change
from asye.selectors.changes import REPORTED, ChangePage, change_page
from asye.selectors.policies import rules_of
from asye.services import changes, pauses
from asye.views.doors import YearDoor, to_year

TITLES = {
    ChangeKind.PAUSE: "Propose a pause",
    ChangeKind.EXTENSION: "Propose an extension",
    ChangeKind.HOURS: "Propose other hours",
}


class ProposeChange(GuardedPage, YearDoor):
    """One of the three is proposed: each has its form, and the form its kind."""

    permission = "asye.change.propose"
    form_class: type[ProposeForm]
    template_name = "asye/changes/propose.html"
    done_message = "Proposed. Everybody who must agree is told, and nothing moves until all have."

    def form_arguments(self) -> dict[str, Any]:
        rules = rules_of(self.thing.policy)
        is_asked = bool(self.roles & set(rules.consents))
        reasons = {"reasons": rules.pause_reasons} if self.form_class.kind is ChangeKind.PAUSE else {}
        return {"is_asked": is_asked, **reasons}

    def read(self) -> dict[str, Any]:
        title = TITLES[self.form_class.kind]
        return {
            "title": title,
            "caption": self.thing.person.full_name,
            "consents": rules_of(self.thing.policy).consents,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (title, "")],
        }

    def act(self, form: ProposeForm) -> Model:
        said = {"proposal": form.proposal, "token": form.cleaned_data["token"], "agrees": form.agrees}
        return changes.propose(enrolment=self.thing, **said, by=self.actor, at=self.now)


class ProposePause(ProposeChange):
    form_class = PauseForm


class ProposeExtension(ProposeChange):
    form_class = ExtensionForm


class ProposeHours(ProposeChange):
    form_class = HoursForm


class ChangeDoor(Door):
    """A view of one change, found through the years the actor sees."""

    permission = "asye.enrolment.see"
    section = "asye"
    thing: Change

    def load(self) -> Change:
        beside = ("enrolment__person", "enrolment__policy", "proposed_by", "reported_by")
        found: Change = self.find(Change.objects.visible_to(self.actor).select_related(*beside), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    @cached_property
    def page(self) -> ChangePage:
        return change_page(self.thing, self.actor)

    def next_page(self, made: Model | None = None) -> str:
        return self.thing.get_absolute_url()

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [
            to_year(self.thing.enrolment, self.actor),
            (self.thing.get_kind_display(), self.thing.get_absolute_url()),
        ]


class ReadChange(ChangeDoor, Page):
    """What is proposed, who has agreed, old and new dates beside each other, and what whoever reads can do now."""

    template_name = "asye/changes/change.html"

    def read(self) -> dict[str, Any]:
        change, enrolment = self.thing, self.thing.enrolment
        is_agreed = change.state == ChangeState.AGREED
        has_begun = change.from_on is not None and change.from_on <= self.today
        may_return = is_agreed and change.kind == ChangeKind.PAUSE and change.back_at is None and has_begun
        is_to_report = is_agreed and change.kind in REPORTED and change.reported_at is None
        return {
            "title": change.get_kind_display(),
            "caption": enrolment.person.full_name,
            "page": self.page,
            "body": rules_of(enrolment.policy).national_body or "the national body",
            "may_withdraw": change.state == ChangeState.PROPOSED and allows("asye.change.withdraw", self.actor, change),
            "may_return": may_return and allows("asye.change.apply", self.actor, change),
            "may_report": is_to_report and allows("asye.enrolment.run", self.actor, enrolment),
            "crumbs": [self.crumbs[0], (change.get_kind_display(), "")],
        }


class SayConsent(GuardedPage, ChangeDoor):
    """Reading old and new dates, and saying whether one agrees."""

    permission = "asye.change.consent"
    form_class = ConsentForm
    template_name = "asye/changes/consent.html"
    title = "Do you agree?"
    done_message = "Your answer is kept."

    def form_arguments(self) -> dict[str, Any]:
        return {"speaks": self.page.speaks and self.page.is_over_ceiling}

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.enrolment.person.full_name,
            "page": self.page,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: ConsentForm) -> Model:
        return changes.consent(change=self.thing, answer=form.answer, by=self.actor, at=self.now)


class NoteReturn(ChangeDoor, FormPage):
    """She is back; the dates are set by the real last day."""

    permission = "asye.change.apply"
    form_class = ReturnForm
    title = "Note the return"
    intro = "The dates are set anew from the real last day of the pause."
    done_message = "Noted. The dates are set anew."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"last_day": self.thing.until_on}}

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.enrolment.person.full_name,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: ReturnForm) -> Model:
        return pauses.come_back(change=self.thing, last_day=form.cleaned_data["last_day"], by=self.actor, at=self.now)


class OneAct(ChangeDoor, Act):
    """A button of the page of a change."""

    command: ClassVar[Any]

    def act(self) -> Model:
        done: Model = type(self).command(change=self.thing, by=self.actor, at=self.now)
        return done


class TakeConsentBack(OneAct):
    permission = "asye.change.consent"
    done_message = "Taken back. You can say it again as long as it is not settled."
    command = staticmethod(changes.take_consent_back)


class WithdrawChange(OneAct):
    permission = "asye.change.withdraw"
    done_message = "Taken back. The dates stay as they are."
    command = staticmethod(changes.withdraw)


class ReportChange(OneAct):
    permission = "asye.enrolment.run"
    done_message = "Noted."
    command = staticmethod(changes.report)
