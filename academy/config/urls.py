"""The address map. Addresses are nouns; each app keeps its own below."""

from django.urls import include, path

urlpatterns = [
    path("", include("academy.desk.urls")),
    path("cpd/", include("academy.development.urls")),
    path("people/", include("academy.people.urls")),
    path("files/", include("academy.engines.files.urls")),
    path("drafts/", include("academy.engines.drafts.urls")),
    path("frameworks/", include("academy.frameworks.urls")),
    path("", include("academy.ui.urls")),
    path("accounts/", include("allauth.urls")),
]
