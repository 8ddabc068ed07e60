"""The addresses of evidence and portfolios, one module for each noun; all are named `portfolios:…`."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "portfolios"
urlpatterns: list[URLPattern | URLResolver] = [
    path("audits/", include("portfolios.urls.case_audits")),
    path("evidence/", include("portfolios.urls.evidence")),
    path("evidence/", include("portfolios.urls.pieces")),
    path("feedback/", include("portfolios.urls.feedback")),
    path("observations/", include("portfolios.urls.observations")),
    path("", include("portfolios.urls.portfolios")),
    path("", include("portfolios.urls.editions")),
    path("", include("portfolios.urls.shares")),
    path("examples/", include("portfolios.urls.exemplars")),
    path("export/", include("portfolios.urls.taking_out")),
    path("", include("portfolios.urls.signing")),
]
