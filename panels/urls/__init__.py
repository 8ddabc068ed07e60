"""The addresses of panels, one module for each noun; all are named `panels:…`."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "panels"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("panels.urls.home")),
    path("", include("panels.urls.panels")),
    path("cases/", include("panels.urls.cases")),
    path("cases/", include("panels.urls.checking")),
    path("cases/", include("panels.urls.ties")),
    path("", include("panels.urls.assigning")),
    path("", include("panels.urls.judging")),
    path("meetings/", include("panels.urls.meetings")),
    path("meetings/", include("panels.urls.outbox")),
    path("cases/", include("panels.urls.outcomes")),
    path("appeals/", include("panels.urls.appeals")),
    path("moderation/", include("panels.urls.moderation")),
    path("moderation/", include("panels.urls.packs")),
    path("reports/", include("panels.urls.reports")),
]
