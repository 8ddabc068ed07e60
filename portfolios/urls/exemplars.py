"""The library of examples."""

from django.urls import URLPattern, URLResolver, path

from portfolios.views import exemplars

urlpatterns: list[URLPattern | URLResolver] = [
    path("", exemplars.ExampleLibrary.as_view(), name="exemplars"),
    path("offer/<int:snapshot>/", exemplars.OfferExample.as_view(), name="offer-exemplar"),
    path("<int:pk>/", exemplars.ReadExample.as_view(), name="exemplar"),
    path("<int:pk>/files/<uuid:uid>/", exemplars.ExampleFile.as_view(), name="exemplar-file"),
    path("<int:pk>/show/", exemplars.ShowExample.as_view(), name="show-exemplar"),
    path("<int:pk>/put-back/", exemplars.PutBackExample.as_view(), name="put-back-exemplar"),
    path("<int:pk>/take-back/", exemplars.TakeBackExample.as_view(), name="take-back-exemplar"),
]
