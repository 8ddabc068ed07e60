"""Moderation of ASYEs: what is put to a sitting, samples, themes, the year's plan, summaries."""

from django.urls import URLPattern, URLResolver, path

from panels.views import moderation, period, samples, themes, year_plan

urlpatterns: list[URLPattern | URLResolver] = [
    path("", moderation.PutToPanel.as_view(), name="moderation"),
    path("samples/", samples.Samples.as_view(), name="samples"),
    path("samples/<int:pk>/", samples.SamplePage.as_view(), name="sample"),
    path("sampled/<int:pk>/", samples.ReceivedPage.as_view(), name="sampled"),
    path("sampled/<int:pk>/theme/", themes.NoteFromOutside.as_view(), name="sampled-theme"),
    path("themes/", themes.Themes.as_view(), name="themes"),
    path("themes/<int:pk>/end/", themes.EndTheme.as_view(), name="end-theme"),
    path("themes/<int:pk>/take-up/", themes.TakeUpTheme.as_view(), name="take-up-theme"),
    path("cases/<int:pk>/theme/", themes.NoteTheme.as_view(), name="note-theme"),
    path("notes/<int:pk>/take-back/", themes.TakeBackNote.as_view(), name="take-back-note"),
    path("plan/", year_plan.YearPlan.as_view(), name="year-plan"),
    path("plan/<int:pk>/", year_plan.ActionPage.as_view(), name="action"),
    path("plan/<int:pk>/change/", year_plan.ChangeAction.as_view(), name="change-action"),
    path("plan/<int:pk>/progress/", year_plan.TellProgress.as_view(), name="action-progress"),
    path("plan/<int:pk>/close/", year_plan.CloseAction.as_view(), name="close-action"),
    path("plan/<int:pk>/drop/", year_plan.DropAction.as_view(), name="drop-action"),
    path("summary/", period.PeriodSummary.as_view(), name="summary"),
    path("summary/words/", period.WritePeriod.as_view(), name="summary-words"),
    path("summary/pdf/", period.PrintPeriod.as_view(), name="summary-pdf"),
    path("summary.csv", period.PeriodTable.as_view(), name="summary-table"),
]
