"""Sign-off, what was handed in, and breaches found."""

from django.urls import URLPattern, URLResolver, path

from portfolios.views import breaches, signing, snapshots

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/have-signed/", signing.AskSignatures.as_view(), name="have-signed"),
    path("<int:pk>/sign/", signing.SignPortfolio.as_view(), name="sign"),
    path("<int:pk>/open-again/", signing.OpenAgain.as_view(), name="open-again"),
    path("<int:pk>/hand-in/", signing.Submit.as_view(), name="hand-in"),
    path("<int:pk>/breach/", breaches.NoteBreach.as_view(), name="note-breach"),
    path("snapshots/<int:pk>/", snapshots.ReadSnapshot.as_view(), name="snapshot"),
    path("snapshots/<int:pk>/changes/<int:other>/", snapshots.Changes.as_view(), name="changes"),
    path("snapshots/<int:pk>/breach/", breaches.NoteBreachInSnapshot.as_view(), name="note-breach-in"),
    path("breaches/", breaches.Breaches.as_view(), name="breaches"),
    path("breaches/<int:pk>/", breaches.ReadBreach.as_view(), name="breach"),
    path("breaches/<int:pk>/settle/", breaches.SettleBreach.as_view(), name="settle-breach"),
]
