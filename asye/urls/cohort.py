"""The co-ordinator's desk."""

from django.urls import URLPattern, URLResolver, path

from asye.views import claims, cohort, equality, nudges

urlpatterns: list[URLPattern | URLResolver] = [
    path("", cohort.CohortBoard.as_view(), name="cohort"),
    path("nudges/", nudges.WriteNudges.as_view(), name="nudge"),
    path("assessors/", cohort.AssessorsLoad.as_view(), name="load"),
    path("grants/", claims.GrantClaims.as_view(), name="grants"),
    path("equality/", equality.EqualityReport.as_view(), name="equality"),
    path("equality.csv", equality.EqualityTable.as_view(), name="equality-table"),
    path("return.csv", cohort.NationalReturn.as_view(), name="national-return"),
]
