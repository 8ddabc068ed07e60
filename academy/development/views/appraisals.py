"""Appraisals and half-year reviews: reading, writing one's part, reviewing goals, signing, cancelling, adding."""

from typing import Any, cast

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.choices.plans import PART_FORM, Party
from academy.development.forms.appraisals import (
    AddForm,
    CancelForm,
    PartForm,
    PlanForm,
    ReviewForm,
    SignForm,
    typed_part,
)
from academy.development.models import Appraisal
from academy.development.rules.appraisals import part_of
from academy.development.selectors.appraisals import appraisals_of, questions_of, reviewed_goals, sheet_of, terms_of
from academy.development.services.appraisals import PART, add, cancel, plan, sign, write_part
from academy.development.services.goal_reviews import review_goals
from academy.development.views.ways import MY_DEVELOPMENT
from academy.development.workflow.plans import APPRAISAL
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page
from academy.engines.drafts.selectors.words import KeptWords, words_for
from academy.engines.drafts.services.drafts import delete as forget_draft
from academy.engines.workflow.moves import available
from academy.identity.models import User
from academy.people.rules.spans import in_words


class AppraisalDoor(Door):
    """A view of one appraisal, found through what the actor may know of."""

    section = "development"
    thing: Appraisal

    def load(self) -> Appraisal:
        appraisal: Appraisal = self.find(appraisals_of(self.actor), pk=self.kwargs["pk"])
        return appraisal

    @property
    def party(self) -> Party:
        return part_of(self.thing.person_id, self.actor.person_id)

    @cached_property
    def called(self) -> str:
        return terms_of(self.thing).called(self.thing.kind)

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        """The way here: by one's own plan, or by the plan of whose appraisal it is."""
        here = (self.called, self.thing.get_absolute_url())
        if self.party == Party.PERSON:
            return [MY_DEVELOPMENT, ("My plan", reverse("development:plan")), here]
        if self.thing.person_id not in self.actor.manages:
            return [MY_DEVELOPMENT, here]
        person = self.thing.person
        return [MY_DEVELOPMENT, (person.full_name, reverse("development:person-plan", args=[person.pk])), here]


class AppraisalForm(AppraisalDoor, FormPage):
    """A form about one appraisal; then back to it."""

    last_crumb = ""

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.called if self.party == Party.PERSON else f"{self.called}, {self.thing.person.full_name}",
            "crumbs": [*self.crumbs, (self.last_crumb or self.title, "")],
            "cancel_url": self.thing.get_absolute_url(),
        }

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


class ReadAppraisal(AppraisalDoor, Page):
    """Everything of one meeting, as both see it."""

    permission = "development.appraisal.see"
    template_name = "development/appraisal.html"

    def person_read(self) -> int:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        is_own = self.party == Party.PERSON
        choices = available(APPRAISAL, self.thing, self.actor)
        return {
            "title": self.called,
            "caption": "" if is_own else self.thing.person.full_name,
            "appraisal": self.thing,
            "sheet": sheet_of(self.thing, self.actor),
            "is_own": is_own,
            "skills_url": self._skills_url(),
            "has_signed": bool(self.thing.own_signed_at if is_own else self.thing.manager_signed_at),
            "can": {choice.transition.name: choice.is_open for choice in choices},
            "crumbs": [*self.crumbs[:-1], (self.called, "")],
        }

    def _skills_url(self) -> str:
        """Where her skills stand, to her and who manages her: what the talk looks at (S2-28)."""
        if self.party == Party.PERSON:
            return reverse("development:skills")
        manages = self.thing.person_id in self.actor.manages
        return reverse("development:person-skills", args=[self.thing.person_id]) if manages else ""


class WritePart(AppraisalForm):
    """One's own part. It saves itself while it is written; the other sees it once it is saved by the button."""

    permission = "development.appraisal.see"
    template_name = "development/appraisal_write.html"
    form_class = PartForm
    title = "My part"
    done_message = "Saved. Both of you see it."

    @property
    def key(self) -> str:
        return str(self.thing.pk)

    @property
    def writer(self) -> User:
        """The account that writes; who is not signed in does not come this far."""
        return cast(User, self.request.user)

    @cached_property
    def words(self) -> KeptWords | None:
        """What this form saved by itself, or was sent too late."""
        return words_for(user=self.writer, form=PART_FORM, key=self.key)

    def form_arguments(self) -> dict[str, Any]:
        questions = questions_of(self.thing, self.party)
        initial = dict(getattr(self.thing, PART[self.party]))
        if self.words is not None and self.words.has_draft:
            initial |= typed_part(self.words.data, questions)
        return {"questions": questions, "initial": initial}

    def read(self) -> dict[str, Any]:
        return {
            **super().read(),
            "words": self.words,
            "draft_form": PART_FORM,
            "key": self.key,
            "takes_signature": self.thing.is_unsigned and not self.thing.is_open,
        }

    def act(self, form: PartForm) -> Model:
        made = write_part(appraisal=self.thing, answers=form.answers, by=self.actor, at=self.now)
        forget_draft(owner=self.writer, form=PART_FORM, key=self.key)
        return made


class PlanTalk(AppraisalForm):
    """Plan the day of the talk."""

    permission = "development.appraisal.arrange"
    form_class = PlanForm
    title = "Plan the talk"
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"planned_on": self.thing.planned_on}}

    def act(self, form: PlanForm) -> Model:
        return plan(appraisal=self.thing, planned_on=form.cleaned_data["planned_on"], by=self.actor, at=self.now)


class ReviewGoals(AppraisalForm):
    """How the goals stand, in one's own words."""

    permission = "development.appraisal.arrange"
    form_class = ReviewForm
    title = "How the goals stand"
    done_message = "Saved. Both of you see it."

    def form_arguments(self) -> dict[str, Any]:
        found = reviewed_goals(self.thing, self.actor)
        words = "own_words" if self.party == Party.PERSON else "manager_words"
        return {
            "goals": [each.goal for each in found],
            "reviews": {each.goal.pk: each.review for each in found if each.review},
            "initial": {f"words_{each.goal.pk}": getattr(each.review, words) for each in found if each.review},
        }

    def act(self, form: ReviewForm) -> Model:
        return review_goals(appraisal=self.thing, reviews=form.chosen, by=self.actor, at=self.now)


class SignAppraisal(AppraisalForm):
    """Sign one's own side."""

    permission = "development.appraisal.see"
    form_class = SignForm
    title = "Sign"
    done_message = "Signed."

    def form_arguments(self) -> dict[str, Any]:
        planned = self.thing.planned_on
        day = planned if planned is not None and planned <= self.today else self.today
        return {"is_said": self.thing.held_on is not None and not self.thing.is_open, "initial": {"held_on": day}}

    def read(self) -> dict[str, Any]:
        held = f" You talked on {in_words(self.thing.held_on)}." if self.thing.held_on else ""
        return {
            **super().read(),
            "intro": f"You sign what stands on the page. With the second signature it is locked.{held}",
        }

    def act(self, form: SignForm) -> Model:
        return sign(appraisal=self.thing, held_on=form.cleaned_data.get("held_on"), by=self.actor, at=self.now)


class CancelAppraisal(AppraisalForm):
    """Cancel what was begun by mistake."""

    permission = "development.appraisal.arrange"
    form_class = CancelForm
    title = "Cancel this meeting"
    intro = "What both wrote stays with it. It can be begun anew."
    done_message = "Cancelled."

    def act(self, form: CancelForm) -> Model:
        return cancel(appraisal=self.thing, note=form.cleaned_data["note"], by=self.actor, at=self.now)


class AddToAppraisal(AppraisalForm):
    """Add to a signed record under one's own name."""

    permission = "development.appraisal.add"
    form_class = AddForm
    title = "Add to it"
    intro = "What both signed stays as it is. What you add stands below it with your name and the day."
    done_message = "Added."

    def act(self, form: AddForm) -> Model:
        return add(appraisal=self.thing, words=form.cleaned_data["words"], by=self.actor, at=self.now)
