"""The co-ordinator's desk."""

from django.urls import URLPattern, URLResolver, path

from asye.views import claims, cohort, equality, moderation_summary, nudges, workshops

urlpatterns: list[URLPattern | URLResolver] = [
    path("", cohort.CohortBoard.as_view(), name="cohort"),
    path("nudges/", nudges.WriteNudges.as_view(), name="nudge"),
    path("assessors/", cohort.AssessorsLoad.as_view(), name="load"),
    path("grants/", claims.GrantClaims.as_view(), name="grants"),
    path("equality/", equality.EqualityReport.as_view(), name="equality"),
    path("equality.csv", equality.EqualityTable.as_view(), name="equality-table"),
    path("workshops/", workshops.Workshops.as_view(), name="workshops"),
    path("workshops/invite/", workshops.InviteToWorkshop.as_view(), name="invite-to-workshop"),
    path("moderation/", moderation_summary.ModerationSummary.as_view(), name="moderation-summary"),
    path("moderation.csv", moderation_summary.ModerationSummaryTable.as_view(), name="moderation-summary-table"),
    path("return.csv", cohort.NationalReturn.as_view(), name="national-return"),
]
