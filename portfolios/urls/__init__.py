"""The addresses of evidence and portfolios, one module for each noun; all are named `portfolios:…`."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "portfolios"
urlpatterns: list[URLPattern | URLResolver] = [
    path("audits/", include("portfolios.urls.case_audits")),
    path("evidence/", include("portfolios.urls.evidence")),
    path("feedback/", include("portfolios.urls.feedback")),
    path("evidence/", include("portfolios.urls.pieces")),
    path("observations/", include("portfolios.urls.observations")),
]
