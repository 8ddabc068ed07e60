"""The co-ordinator's desk."""

from django.urls import URLPattern, URLResolver, path

from asye.views import claims, cohort, nudges

urlpatterns: list[URLPattern | URLResolver] = [
    path("", cohort.CohortBoard.as_view(), name="cohort"),
    path("nudges/", nudges.WriteNudges.as_view(), name="nudge"),
    path("assessors/", cohort.AssessorsLoad.as_view(), name="load"),
    path("grants/", claims.GrantClaims.as_view(), name="grants"),
    path("return.csv", cohort.NationalReturn.as_view(), name="national-return"),
]
