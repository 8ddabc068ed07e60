"""Packs of sampled cases: cleared, on paper, and read from outside."""

from django.urls import URLPattern, URLResolver, path

from panels.views import outside, packs

urlpatterns: list[URLPattern | URLResolver] = [
    path("sampled/<int:pk>/pack/", packs.ClearPack.as_view(), name="clear-pack"),
    path("sampled/<int:pk>/papers/", packs.SampledPapers.as_view(), name="sampled-papers"),
    path("samples/<int:pk>/papers/", packs.DrawPapers.as_view(), name="draw-papers"),
    path("samples/<int:pk>/readers/", packs.NameReader.as_view(), name="name-reader"),
    path("readers/<int:pk>/end/", packs.EndReader.as_view(), name="end-reader"),
    path("outside/", outside.Outside.as_view(), name="outside"),
    path("outside/<int:pk>/", outside.OutsideDraw.as_view(), name="outside-draw"),
    path("outside/cases/<int:pk>/", outside.OutsideCase.as_view(), name="outside-case"),
]
