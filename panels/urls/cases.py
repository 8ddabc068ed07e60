"""Cases: begun, handed in, withdrawn, put off."""

from django.urls import URLPattern, URLResolver, path

from panels.views import case

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/", case.CasePage.as_view(), name="case"),
]
