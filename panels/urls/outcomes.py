"""What follows a decision: letters, feedback, plan, the file for staff records."""

from django.urls import URLPattern, URLResolver, path

from panels.views import appointments, feedback, letters, outbox, plans, staff_file

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/release/", outbox.ReleaseAlone.as_view(), name="release-alone"),
    path("<int:pk>/feedback/", feedback.NameGiver.as_view(), name="name-giver"),
    path("<int:pk>/plan/pdf/", plans.PrintPlan.as_view(), name="print-plan"),
    path("letters/<int:pk>/", letters.ReadLetter.as_view(), name="letter"),
    path("letters/<int:pk>/read/", letters.MarkRead.as_view(), name="mark-letter-read"),
    path("letters/<int:pk>/change/", letters.ChangeLetter.as_view(), name="change-letter"),
    path("letters/<int:pk>/pdf/", letters.PrintLetter.as_view(), name="print-letter"),
    path("feedback/<int:pk>/", feedback.GiveFeedback.as_view(), name="feedback"),
    path("targets/", plans.TargetsToHelp.as_view(), name="targets"),
    path("targets/<int:pk>/", plans.NoteTarget.as_view(), name="target"),
    path("targets/<int:pk>/progress/", plans.NoteProgress.as_view(), name="target-progress"),
    path("staff-records/", staff_file.StaffFile.as_view(), name="staff-file"),
    path("staff-records/outcomes.csv", staff_file.StaffTable.as_view(), name="staff-table"),
    path("appointments/", appointments.Eligible.as_view(), name="eligible"),
    path("appointments/<int:pk>/invite/", appointments.Invite.as_view(), name="invite"),
    path("appointments/<int:pk>/appoint/", appointments.Appoint.as_view(), name="appoint"),
    path("appointments/<int:pk>/turn-down/", appointments.TurnDown.as_view(), name="turn-down"),
    path("appointments/<int:pk>/end/", appointments.End.as_view(), name="end-appointment"),
    path("<int:pk>/appointments/next/", appointments.Follow.as_view(), name="another-vacancy"),
]
