"""The academy's pages about its courses: the list, adding, changing, withdrawing, and whom each is for."""

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse

from academy.engines.access.acts import Act
from academy.engines.access.views import Page
from academy.people.selectors.terms_choices import terms_choices
from academy.training.forms.audiences import AudienceForm
from academy.training.forms.courses import CourseForm, initial_of
from academy.training.forms.ending import WithdrawForm
from academy.training.models import Course, CourseAudience
from academy.training.selectors.audience import audience_words, line_words
from academy.training.selectors.course_pages import courses_to_read
from academy.training.selectors.kept_courses import (
    audience_lines,
    course_called,
    course_choices,
    kept_courses,
    organisations_meant,
)
from academy.training.services import audiences, courses
from academy.training.views.keeping.base import KeepingForm, KeepsOffer

PER_PAGE = 50


class KeepsCourses(KeepsOffer):
    listed = ("Courses", "courses")

    def find_course(self, words: str) -> Course | None:
        """A course of the organisation whose course it is, or of the one acted in, by title or code."""
        organisation_id = self.thing.organisation_id if isinstance(self.thing, Course) else self.organisation.pk
        return course_called(organisation_id, words)


class Courses(KeepsCourses, Page):
    """What is offered, found by title; what was withdrawn on request."""

    template_name = "training/keeping/courses.html"

    def read(self) -> dict[str, Any]:
        words, withdrawn = self.request.GET.get("words", "").strip(), "withdrawn" in self.request.GET
        found = kept_courses(self.actor, words=words, withdrawn=withdrawn)
        return {
            "title": "Courses withdrawn" if withdrawn else "Courses",
            "words": words,
            "withdrawn": withdrawn,
            "page": Paginator(found, PER_PAGE).get_page(self.request.GET.get("page")),
            "crumbs": self.crumbs(),
        }


class AddCourse(KeepsCourses, KeepingForm):
    form_class = CourseForm
    title = "Add a course"
    done_message = "The course is added. It is for all staff until you say whom it is for."

    def form_arguments(self) -> dict[str, Any]:
        return {
            "choices": course_choices(self.organisation, on=self.today),
            "find": self.find_course,
            "initial": {"is_public": True},
        }

    def act(self, form: CourseForm) -> Model:
        return courses.add(
            organisation=self.organisation, said=form.said, joined=form.joined, by=self.actor, at=self.now
        )

    def next_page(self, made: Model | None) -> str:
        return reverse("training_settings:course-audience", args=[made.pk]) if made else self.back


class OneCourse(KeepsCourses):
    """A page about one course, found through what the actor may know of."""

    thing: Course

    def load(self) -> Course:
        course: Course = self.find(courses_to_read(self.actor), pk=self.kwargs["pk"])
        return course


class ChangeCourse(OneCourse, KeepingForm):
    form_class = CourseForm
    title = "Change a course"
    done_message = "The course is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        return {
            "choices": course_choices(self.thing.organisation, on=self.today, course=self.thing),
            "find": self.find_course,
            "initial": initial_of(self.thing),
        }

    def act(self, form: CourseForm) -> Model:
        return courses.change(course=self.thing, said=form.said, joined=form.joined, by=self.actor, at=self.now)


class WithdrawCourse(OneCourse, KeepingForm):
    form_class = WithdrawForm
    title = "Withdraw a course"
    intro = "It leaves the catalogue on that day. Whoever took part still finds it, and what was finished counts on."
    done_message = "The course is withdrawn."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"from_on": self.today}}

    def act(self, form: WithdrawForm) -> Model:
        return courses.withdraw(course=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class OfferCourseAgain(OneCourse, Act):
    done_message = "The course is offered again."

    def act(self) -> Model:
        return courses.offer_again(course=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.back


class CourseWhom(OneCourse, KeepingForm):
    """The groups a course is for, and one more."""

    form_class = AudienceForm
    template_name = "training/keeping/audience.html"
    title = "Whom it is for"
    intro = "A course is for everybody who fits one of its groups. Without any it is for all staff."
    done_message = "The group is added."

    @cached_property
    def lines(self) -> list[tuple[CourseAudience, str]]:
        return [(line, line_words(line)) for line in audience_lines(self.thing)]

    def form_arguments(self) -> dict[str, Any]:
        return {
            "organisations": organisations_meant(self.thing.organisation, on=self.today),
            "places": terms_choices(self.thing.organisation_id, self.today),
        }

    def read(self) -> dict[str, Any]:
        return {**super().read(), "thing": self.thing, "lines": self.lines, "everybody": audience_words(self.thing)}

    def act(self, form: AudienceForm) -> Model:
        return audiences.add_audience(course=self.thing, whom=form.whom, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.request.path


class RemoveCourseWhom(OneCourse, Act):
    """Takes one group back."""

    done_message = "The course is no longer for this group."

    def act(self) -> Model:
        line: CourseAudience = self.find(audience_lines(self.thing), pk=self.kwargs["row"])
        return audiences.remove_audience(line=line, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("training_settings:course-audience", args=[self.thing.pk])
