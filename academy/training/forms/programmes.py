"""The academy's form of a programme."""

from typing import Any

from django.core.exceptions import ValidationError

from academy.identity.models import Person
from academy.training.choices import MOST_TEXT, MOST_TITLE
from academy.training.forms.colleagues import ColleagueForm, Find
from academy.training.forms.courses import FindCourse, courses_named
from academy.training.selectors.programmes import ProgrammeChoices
from academy.training.services.programmes import Parts, ProgrammeSaid
from academy.ui.forms import CheckboxesField, LongTextField, ShortTextField

AS_WRITTEN = ("title", "about", "aimed_at", "steering", "sponsor_title")


class ProgrammeForm(ColleagueForm):
    """Several courses that belong together. `find_course` finds a course by title or code."""

    submit_words = "Save the programme"
    marks_optional = False
    title = ShortTextField(label="Title", max_length=MOST_TITLE)
    about = LongTextField(label="What is it?", required=False, rows=4, max_length=MOST_TEXT)
    aimed_at = ShortTextField(label="Whom is it for?", required=False, max_length=300)
    courses = LongTextField(
        label="Its courses", rows=6, help_text="One title or code on each line, in the order they are shown in."
    )
    steering = LongTextField(
        label="How does somebody find the courses that fit her?", required=False, rows=3, max_length=MOST_TEXT
    )
    employers = CheckboxesField(label="Employers it is for", required=False)
    needs = CheckboxesField(label="Needs it answers", required=False)
    sponsor = ShortTextField(
        label="Which senior manager backs it?", required=False, help_text="Name or work e-mail address."
    )
    sponsor_title = ShortTextField(label="Which office backs it?", required=False, max_length=120)

    def __init__(
        self, *args: Any, choices: ProgrammeChoices, find: Find, find_course: FindCourse, **kwargs: Any
    ) -> None:
        super().__init__(*args, find=find, **kwargs)
        self.find_course, self.present = find_course, choices.sponsor
        fields: dict[str, Any] = self.fields
        fields["employers"].choices = choices.employers
        fields["needs"].choices = choices.needs

    def clean_courses(self) -> tuple[int, ...]:
        found = courses_named(self.cleaned_data["courses"], self.find_course)
        ids = tuple(course.pk for course in found)
        if len(set(ids)) != len(ids):
            raise ValidationError("A course stands here twice. Name each once.")
        return ids

    def clean_sponsor(self) -> Person | None:
        name = self.cleaned_data["sponsor"]
        if self.present is not None and name == self.present.full_name:
            return self.present
        return self.colleague(name) if name else None

    @property
    def said(self) -> ProgrammeSaid:
        """What the valid form says of the programme itself."""
        given = self.cleaned_data
        sponsor: Person | None = given["sponsor"]
        own = {name: given[name] for name in AS_WRITTEN}
        return ProgrammeSaid(**own, sponsor_id=sponsor.pk if sponsor else None)

    @property
    def parts(self) -> Parts:
        """What the valid form says it is made of."""
        given = self.cleaned_data
        return Parts(
            courses=given["courses"],
            employers=frozenset(int(pk) for pk in given["employers"]),
            needs=frozenset(int(pk) for pk in given["needs"]),
        )
