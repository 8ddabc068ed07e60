"""The outbox of a sitting, and telling what was decided."""

from django.urls import URLPattern, URLResolver, path

from panels.views import outbox

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/outbox/", outbox.ReadOutbox.as_view(), name="outbox"),
    path("<int:pk>/outbox/release/", outbox.Release.as_view(), name="release"),
]
