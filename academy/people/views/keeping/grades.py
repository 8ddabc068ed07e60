"""Changing somebody's grade by a decision, beside the grades she had so far."""

from typing import Any

from django.db.models import Model

from academy.people.forms.keeping.grades import GradeForm
from academy.people.models import Post
from academy.people.selectors.grades import grade_choices, grade_history
from academy.people.services import grade_changes
from academy.people.views.keeping.base import RowForm


class ChangeGrade(RowForm):
    """Another grade or level from a day; all else of her terms stays."""

    permission = "people.grade.change"
    rows = "posts"
    template_name = "people/keeping/grade.html"
    form_class = GradeForm
    title = "Change the grade"
    done_message = "The grade is entered. She and her manager are told."
    thing: Post

    def form_arguments(self) -> dict[str, Any]:
        return {"organisation_id": self.organisation.pk, "grades": grade_choices(self.organisation.pk)}

    def read(self) -> dict[str, Any]:
        history = grade_history(self.person.pk, organisations=[self.organisation.pk])
        return {**super().read(), "history": history}

    def act(self, form: GradeForm) -> Model:
        grade, level = form.graded
        return grade_changes.change_grade(
            post=self.thing,
            grade=grade,
            level=level,
            from_on=form.cleaned_data["from_on"],
            reason=form.cleaned_data["reason"],
            rests_on=form.rests_on,
            by=self.actor,
            at=self.now,
        )
