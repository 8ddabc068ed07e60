"""A page behind a link that exists in tests only."""

from django.forms import Form
from django.http import HttpResponse
from django.urls import include, path

from academy.engines.access.form_pages import FormPage
from academy.engines.links.services.links import spend
from academy.engines.links.views.opening import LinkPage
from tests.factories.links import GREET


class Greet(LinkPage, FormPage):
    purpose = GREET
    form_class = Form

    def get(self, request, *args, **kwargs):
        return HttpResponse(f"Hello {self.actor.label}, say hello to {self.link.subject_id}.")

    def act(self, form):
        spend(link=self.link, by=self.actor, at=self.now)

    def next_page(self, made):
        return "/greeted/"


urlpatterns = [
    path("greet/<int:pk>/", Greet.as_view(), name="greet"),
    path("", include("academy.config.urls")),
]
