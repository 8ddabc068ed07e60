"""Private notes."""

from django.urls import path

from academy.development.views import notes as views

urlpatterns = [
    path("", views.Notes.as_view(), name="notes"),
    path("new/", views.WriteNote.as_view(), name="new-note"),
    path("<int:pk>/", views.ChangeNote.as_view(), name="note"),
    path("<int:pk>/delete/", views.DeleteNote.as_view(), name="delete-note"),
]
