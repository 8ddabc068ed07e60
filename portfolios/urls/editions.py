from django.urls import path

from portfolios.views.editions import Editions, PreviewEdition

urlpatterns = [
    path("snapshots/<int:pk>/pdf/", Editions.as_view(), name="editions"),
    path("snapshots/<int:pk>/pdf/preview/", PreviewEdition.as_view(), name="edition-preview"),
]
