"""Addresses of the look: the gallery of components, where the settings show it."""

from django.conf import settings
from django.urls import path

from academy.ui.views.gallery import GalleryView

app_name = "ui"
urlpatterns = [path("gallery/", GalleryView.as_view(), name="gallery")] if getattr(settings, "GALLERY", False) else []
