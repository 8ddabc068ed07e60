"""Training: what can be learnt, events and places, requests and approvals, and the public page of the offer."""

from django.urls import URLPattern, path

from academy.training.views import (
    approvals,
    attendance,
    bookings,
    catalogue,
    events,
    feedback,
    guide,
    record,
    requests,
    texts,
)

app_name = "training"
REQUEST = "training/requests/<int:pk>"
urlpatterns: list[URLPattern] = [
    path("training/", catalogue.Catalogue.as_view(), name="catalogue"),
    path("training/courses/<int:pk>/", catalogue.ReadCourse.as_view(), name="course"),
    path("training/library/", catalogue.Library.as_view(), name="library"),
    path("training/guide/<int:year>/", guide.ReadGuide.as_view(), name="guide"),
    path("training/guide/<int:year>/pdf/", guide.MakeGuide.as_view(), name="make-guide"),
    path("training/texts/<int:pk>/", texts.ReadText.as_view(), name="text"),
    path("o/<slug:slug>/offer/", catalogue.PublicOffer.as_view(), name="public-offer"),
    path("training/requests/", requests.MyRequests.as_view(), name="requests"),
    path("training/requests/new/", requests.NewRequest.as_view(), name="new-request"),
    path("training/requests/new/<uuid:token>/", requests.WriteNewRequest.as_view(), name="new-request-form"),
    path(f"{REQUEST}/", requests.ReadRequest.as_view(), name="request"),
    path(f"{REQUEST}/edit/", requests.WriteAgain.as_view(), name="edit-request"),
    path(f"{REQUEST}/answer/", requests.AnswerQuestion.as_view(), name="answer-request"),
    path(f"{REQUEST}/withdraw/", requests.WithdrawRequest.as_view(), name="withdraw-request"),
    path("approvals/", approvals.Approvals.as_view(), name="approvals"),
    path("approvals/together/", approvals.ApproveTogether.as_view(), name="approve-together"),
    path("approvals/decided/", approvals.DecidedLately.as_view(), name="decided"),
    path("approvals/<int:pk>/", approvals.Decide.as_view(), name="decide"),
    path("approvals/mail/<str:token>/", approvals.DecideByMail.as_view(), name="decision"),
    path("training/events/<int:pk>/", events.ReadEvent.as_view(), name="event"),
    path("training/events/<int:pk>/book/", events.BookPlace.as_view(), name="book"),
    path("training/events/<int:pk>/team/", events.BookForTeam.as_view(), name="book-team"),
    path("training/events/<int:pk>/attendance/", attendance.Attendance.as_view(), name="attendance"),
    path("training/events/<int:pk>/attendance/rest/", attendance.MarkRest.as_view(), name="mark-rest"),
    path("training/events/<int:pk>/attendance/close/", attendance.CloseSheet.as_view(), name="close-sheet"),
    path("training/bookings/", bookings.MyBookings.as_view(), name="bookings"),
    path("training/bookings/<int:pk>/", bookings.ReadBooking.as_view(), name="booking"),
    path("training/bookings/<int:pk>/take/", bookings.TakePlace.as_view(), name="take"),
    path("training/bookings/<int:pk>/cancel/", bookings.CancelPlace.as_view(), name="cancel-place"),
    path("training/bookings/<int:pk>/calendar.ics", bookings.CalendarFile.as_view(), name="calendar"),
    path("training/bookings/<int:pk>/attendance/", attendance.MarkOne.as_view(), name="mark"),
    path("training/bookings/<int:pk>/feedback/", feedback.GiveFeedback.as_view(), name="give-feedback"),
    path("training/events/<int:pk>/feedback/", feedback.ReadFeedback.as_view(), name="event-feedback"),
    path("training/record/", record.OwnRecord.as_view(), name="record"),
    path("training/record/<int:pk>/", record.PersonRecord.as_view(), name="person-record"),
    path("training/record/<int:pk>/note/", record.NoteCompletion.as_view(), name="note-completion"),
    path("training/completions/<int:pk>/take-back/", record.WithdrawCompletion.as_view(), name="withdraw-completion"),
]
