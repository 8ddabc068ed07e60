"""Moderation of ASYEs: what is put to a sitting, and samples for who looks from outside."""

from django.urls import URLPattern, URLResolver, path

from panels.views import moderation, samples

urlpatterns: list[URLPattern | URLResolver] = [
    path("", moderation.PutToPanel.as_view(), name="moderation"),
    path("samples/", samples.Samples.as_view(), name="samples"),
    path("samples/<int:pk>/", samples.SamplePage.as_view(), name="sample"),
    path("sampled/<int:pk>/", samples.ReceivedPage.as_view(), name="sampled"),
]
