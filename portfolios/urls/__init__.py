"""The addresses of evidence and portfolios, one module for each noun; all are named `portfolios:…`."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "portfolios"
urlpatterns: list[URLPattern | URLResolver] = [
    path("evidence/", include("portfolios.urls.evidence")),
    path("observations/", include("portfolios.urls.observations")),
]
