"""A page with a form that keeps its words, for tests: its addresses beside the portal's."""

import re

from django.http import HttpResponse
from django.template import RequestContext, Template
from django.urls import include, path, reverse

from academy.engines.access.views import Door
from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.selectors.words import words_for

KEY = "new-0f0e0d0c-0b0a-4908-8706-050403020100"
FORM = DraftForm("sample.form", "Your sample", url_for=lambda key: reverse("sample", args=[key]))
declare(FORM)

PAGE = Template(
    "{% load drafts %}{% kept_words words %}<form method='post'>{% csrf_token %}"
    "{% owner_field form='sample.form' key=key revision=words.revision|default:0 %}"
    "<textarea name='text'>{{ words.data.text }}</textarea></form>"
)
sent: list[str] = []


class SamplePage(Door):
    permission = "frameworks.framework.view"

    def get(self, request, key):
        words = words_for(user=request.user, form=FORM.code, key=key)
        return HttpResponse(PAGE.render(RequestContext(request, {"words": words, "key": key})))

    def post(self, request, key):
        sent.append(request.POST["text"])
        return HttpResponse("Sent.")


urlpatterns = [path("sample/<str:key>/", SamplePage.as_view(), name="sample"), path("", include("academy.config.urls"))]


def opened(client, key=KEY):
    """The hidden fields of the form as the page holds them."""
    html = client.get(f"/sample/{key}/").content.decode()
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', html))
