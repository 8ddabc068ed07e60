"""Where the ASYE is opened: one's own year, or those one has a part in."""

from django.urls import URLPattern, URLResolver, path

from asye.views import home, programmes

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.Home.as_view(), name="home"),
    path("programmes/", programmes.Programmes.as_view(), name="programmes"),
]
