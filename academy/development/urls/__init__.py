"""The addresses of development, one module for each noun; all are named `development:…`."""

from django.urls import include, path

app_name = "development"
urlpatterns = [
    path("cpd/", include("academy.development.urls.entries")),
    path("development/", include("academy.development.urls.plans")),
    path("development/audits/", include("academy.development.urls.audits")),
    path("development/coaching/", include("academy.development.urls.coaching")),
    path("development/inductions/", include("academy.development.urls.inductions")),
    path("development/notes/", include("academy.development.urls.notes")),
    path("development/peer-learning/", include("academy.development.urls.peer_sessions")),
    path("development/supervision/", include("academy.development.urls.supervisions")),
    path("development/skills/", include("academy.development.urls.skills")),
]
