"""Addresses of concerns."""

from django.urls import path

from asye.views import concerns

urlpatterns = [
    path("<int:pk>/concerns/new/", concerns.NoteConcern.as_view(), name="note-concern"),
    path("concerns/<int:pk>/", concerns.ReadConcern.as_view(), name="concern"),
    path("concerns/<int:pk>/carry-on/", concerns.GoOnWithConcern.as_view(), name="carry-concern-on"),
    path("concerns/<int:pk>/close/", concerns.CloseConcern.as_view(), name="close-concern"),
]
