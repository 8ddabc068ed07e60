"""The address map. Addresses are nouns; each app keeps its own below."""

from django.urls import include, path

from academy.config.health import ProcessUp, Ready

urlpatterns = [
    path("healthz", ProcessUp.as_view()),
    path("readyz", Ready.as_view()),
    path("", include("academy.desk.urls")),
    path("", include("academy.development.urls")),
    path("", include("academy.people.urls")),
    path("settings/", include("academy.people.urls_settings")),
    path("", include("academy.training.urls")),
    path("settings/policies/", include("academy.desk.urls_settings")),
    path("settings/training/", include("academy.training.urls_settings")),
    path("settings/sittings/", include("pathways.urls_settings")),
    path("pathways/", include("pathways.urls")),
    path("portfolio/", include("portfolios.urls")),
    path("asye/", include("asye.urls")),
    path("panels/", include("panels.urls")),
    path("o/", include("pathways.urls_public")),
    path("o/", include("asye.urls_public")),
    path("files/", include("academy.engines.files.urls")),
    path("guard/", include("academy.engines.guard.urls")),
    path("documents/", include("academy.engines.documents.urls")),
    path("verify/", include("academy.engines.documents.urls_verifying")),
    path("drafts/", include("academy.engines.drafts.urls")),
    path("frameworks/", include("academy.frameworks.urls")),
    path("l/", include("academy.engines.links.urls")),
    path("imports/", include("academy.engines.imports.urls")),
    path("jobs/", include("academy.engines.jobs.urls")),
    path("", include("academy.ui.urls")),
    path("accounts/", include("academy.people.sign_in.urls")),
]
