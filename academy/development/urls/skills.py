"""The skills matrix."""

from django.urls import path

from academy.development.views import skills as views

urlpatterns = [
    path("", views.OwnSkills.as_view(), name="skills"),
    path("change/", views.MarkSkills.as_view(), name="mark-skills"),
    path("team/", views.TeamSkills.as_view(), name="team-skills"),
    path("people/<int:pk>/", views.ColleagueSkills.as_view(), name="person-skills"),
    path("people/<int:pk>/confirm/", views.ConfirmSkills.as_view(), name="confirm-skills"),
]
