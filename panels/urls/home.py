"""Where panels are opened."""

from django.urls import URLPattern, URLResolver, path

from panels.views import home

urlpatterns: list[URLPattern | URLResolver] = [path("", home.Home.as_view(), name="home")]
