"""The addresses of the assessed and supported year, one module for each noun; all are named `asye:…`."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "asye"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("asye.urls.home")),
    path("enrol/", include("asye.urls.enrolling")),
    path("cohort/", include("asye.urls.cohort")),
    path("agreements/", include("asye.urls.agreements")),
    path("agreements/", include("asye.urls.plans")),
    path("reviews/", include("asye.urls.reviews")),
    path("", include("asye.urls.concerns")),
    path("", include("asye.urls.ending")),
    path("", include("asye.urls.leaving")),
    path("", include("asye.urls.changes")),
    path("", include("asye.urls.parts")),
    path("", include("asye.urls.records")),
    path("", include("asye.urls.papers")),
]
