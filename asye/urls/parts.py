"""Parts in a year: given to somebody, and handed over."""

from django.urls import URLPattern, URLResolver, path

from asye.views import parts

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/parts/<slug:role>/", parts.AssignPart.as_view(), name="assign"),
    path("handovers/<int:pk>/", parts.HandOver.as_view(), name="handover"),
]
