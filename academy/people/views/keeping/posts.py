"""Posts and their terms: beginning, changing from a date, ending; and leaving the organisation in one act."""

from typing import Any

from django.db.models import Model

from academy.engines.access.permissions import allows
from academy.people.forms.keeping.dated import EndForm, SureForm
from academy.people.forms.keeping.terms import NewPostForm, TermsForm, TermsQuestions
from academy.people.models import Post, Terms
from academy.people.selectors.sight import organisations_of_pay
from academy.people.selectors.terms_choices import terms_choices
from academy.people.services import leaving, posts, terms
from academy.people.views.keeping.base import PersonForm, RowForm


class TermsPage(PersonForm):
    """What a form about terms asks."""

    def present(self) -> Terms | None:
        return None

    def form_arguments(self) -> dict[str, Any]:
        present = self.present()
        return {
            "questions": TermsQuestions(
                organisation=self.organisation,
                choices=terms_choices(self.organisation.pk, self.today, present=present),
                find=self.find_colleagues,
                present=present,
                shows_pay=self.knows_pay,
                changes_grade=present is None or allows("people.grade.change", self.actor, self.thing),
            )
        }

    @property
    def knows_pay(self) -> bool:
        """Does she know what this organisation pays her? Another's human resources do not."""
        seen = organisations_of_pay(self.actor, self.person.pk)
        return allows("people.pay.see", self.actor, self.person) and (seen is None or self.organisation.pk in seen)


class BeginPost(TermsPage):
    """A post with its first terms."""

    form_class = NewPostForm
    title = "Begin a post"
    done_message = "The post is entered."

    def act(self, form: NewPostForm) -> Model:
        return posts.begin(
            person=self.person,
            organisation=self.organisation,
            from_on=form.cleaned_data["from_on"],
            details=form.details,
            is_primary=not form.cleaned_data["is_second"],
            by=self.actor,
            at=self.now,
        )


class ChangeTerms(RowForm, TermsPage):
    """Other terms from a date; what is not changed stays as it is read back."""

    rows = "posts"
    form_class = TermsForm
    title = "Change from a date"
    intro = "This is what holds now. Change what will be different; the rest stays. What held until then is kept."
    done_message = "The change is entered."
    thing: Post

    def present(self) -> Terms:
        held = self.thing.terms.select_related("line_manager", "grade")
        latest: Terms = held.latest("from_on")
        return latest

    def act(self, form: TermsForm) -> Model:
        return terms.change(
            post=self.thing,
            details=form.details,
            from_on=form.cleaned_data["from_on"],
            knows_pay=self.knows_pay,
            by=self.actor,
            at=self.now,
        )


class EndPost(RowForm):
    rows = "posts"
    form_class = EndForm
    title = "End this post"
    intro = "The post ends with its terms. Roles and memberships go on; “Leaves the organisation” ends everything."
    done_message = "The last day of the post is entered."

    def act(self, form: EndForm) -> Model:
        return posts.end(post=self.thing, last_day=form.cleaned_data["last_day"], by=self.actor, at=self.now)


class MakePrimary(RowForm):
    rows = "posts"
    form_class = SureForm
    title = "Make this the primary post?"
    intro = "The primary post says where she belongs first. Her other posts here become second posts."
    done_message = "This is the primary post now."

    def act(self, form: SureForm) -> Model:
        return posts.make_primary(post=self.thing, by=self.actor, at=self.now)


class Leave(PersonForm):
    """Everything she holds here ends after one day."""

    form_class = EndForm
    title = "Leaves the organisation"
    intro = (
        "Posts, roles, deputies and memberships here end after this day, in one act. "
        "Her record stays, and she can still sign in and take her own writing with her."
    )
    done_message = "Her last day is entered, and everything she holds here ends with it."

    def act(self, form: EndForm) -> Model:
        last_day = form.cleaned_data["last_day"]
        return leaving.leave(
            person=self.person, organisation=self.organisation, last_day=last_day, by=self.actor, at=self.now
        )
