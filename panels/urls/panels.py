"""Panels as standing bodies, seats on them, and sittings they take up."""

from django.urls import URLPattern, URLResolver, path

from panels.views import panels, seats, sittings

urlpatterns: list[URLPattern | URLResolver] = [
    path("set-up/", panels.SetUp.as_view(), name="set-up"),
    path("<int:pk>/", panels.PanelPage.as_view(), name="panel"),
    path("<int:pk>/name/", panels.Rename.as_view(), name="rename-panel"),
    path("<int:pk>/end/", panels.EndPanel.as_view(), name="end-panel"),
    path("<int:pk>/seats/new/", seats.GiveSeat.as_view(), name="give-seat"),
    path("seats/<int:pk>/", seats.ChangeSeat.as_view(), name="change-seat"),
    path("seats/<int:pk>/end/", seats.EndSeat.as_view(), name="end-seat"),
    path("<int:pk>/sittings/<int:sitting>/", sittings.TakeUp.as_view(), name="take-up-sitting"),
    path("sittings/<int:pk>/place/", sittings.SetPlace.as_view(), name="place"),
]
