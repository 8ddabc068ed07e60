from django.urls import path

from academy.engines.jobs.views.jobs import JobStanding, ShowJob

app_name = "jobs"
urlpatterns = [
    path("<uuid:uid>/", ShowJob.as_view(), name="job"),
    path("<uuid:uid>/standing/", JobStanding.as_view(), name="standing"),
]
