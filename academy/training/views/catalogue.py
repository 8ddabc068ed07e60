"""The offer: the catalogue, one course, the library, and the public page."""

from typing import Any

from django.core.paginator import Paginator

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.identity.models import Organisation
from academy.people.selectors.academy_pages import organisations_shown
from academy.training.forms.catalogue import CatalogueForm
from academy.training.models import Course
from academy.training.selectors.catalogue import courses_wanted, groups_of, levels_offered, themes_now
from academy.training.selectors.course_pages import course_page, courses_to_read
from academy.training.selectors.library import platforms_of, shelves
from academy.training.selectors.public_offer import public_offer
from academy.training.views.ways import TRAINING

PER_PAGE = 30


class Catalogue(Page):
    """Everything that can be learnt, in focus first; searched and filtered by GET."""

    permission = "training.offer.see"
    section = "training"
    template_name = "training/catalogue.html"

    def read(self) -> dict[str, Any]:
        themes = themes_now(self.actor)
        form = CatalogueForm(
            self.request.GET,
            levels=levels_offered(self.actor),
            themes=[(str(theme.pk), theme.title) for theme in themes],
        )
        found = courses_wanted(self.actor, form.wanted).select_related("platform", "subscription", "level")
        page = Paginator(found, PER_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "Training",
            "form": form,
            "themes": themes,
            "page": page,
            "groups": groups_of(list(page.object_list), self.actor),
        }


class ReadCourse(Page):
    """One course: what it is, why it is offered, whom it is for, and how to take part."""

    permission = "training.offer.see"
    section = "training"
    template_name = "training/course.html"
    thing: Course

    def load(self) -> Course:
        course: Course = self.find(courses_to_read(self.actor), pk=self.kwargs["pk"])
        return course

    def read(self) -> dict[str, Any]:
        page = course_page(self.thing, self.actor)
        return {
            "title": self.thing.title,
            "caption": self.thing.get_kind_display(),
            "crumbs": [TRAINING, (self.thing.title, "")],
            "page": page,
            "may_ask": allows("training.request.start", self.actor),
            "may_keep": page.is_offered and allows("training.offer.keep", self.actor, self.thing),
        }


class Library(Page):
    """What is read or done on one's own, kind by kind, and the platforms one may use."""

    permission = "training.offer.see"
    section = "training"
    template_name = "training/library.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Library",
            "crumbs": [TRAINING, ("Library", "")],
            "shelves": shelves(self.actor),
            "platforms": list(platforms_of(self.actor)),
        }


class PublicOffer(Page):
    """The offer of an academy, for everybody."""

    public = True
    template_name = "training/public_offer.html"
    thing: Organisation

    def load(self) -> Organisation:
        organisation: Organisation = self.find(organisations_shown(self.today), slug=self.kwargs["slug"])
        return organisation

    def read(self) -> dict[str, Any]:
        return {"title": "What can be learnt here", "content": public_offer(self.thing, on=self.today)}
