"""The meeting: agenda, presence, discussion, decisions."""

from django.urls import URLPattern, URLResolver, path

from panels.views import deciding, items, meeting_papers, meetings

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/", meetings.BoardPage.as_view(), name="meeting"),
    path("<int:pk>/live/", meetings.LivePart.as_view(), name="meeting_live"),
    path("<int:pk>/wall/", meetings.Wall.as_view(), name="meeting_wall"),
    path("<int:pk>/wall/live/", meetings.LiveWall.as_view(), name="meeting_wall_live"),
    path("<int:pk>/agenda/", meetings.Agenda.as_view(), name="agenda"),
    path("<int:pk>/agenda/tell/", meetings.TellAgenda.as_view(), name="tell_agenda"),
    path("<int:pk>/agenda/<int:case>/", meetings.PutOn.as_view(), name="put_on_agenda"),
    path("<int:pk>/papers/", meeting_papers.MeetingPapers.as_view(), name="meeting_papers"),
    path("<int:pk>/open/", meetings.OpenMeeting.as_view(), name="open_meeting"),
    path("<int:pk>/close/", meetings.CloseMeeting.as_view(), name="close_meeting"),
    path("<int:pk>/open-again/", meetings.OpenAgain.as_view(), name="open_meeting_again"),
    path("<int:pk>/room/<int:person>/came/", meetings.Arrive.as_view(), name="arrive"),
    path("<int:pk>/room/<int:person>/left/", meetings.Leave.as_view(), name="leave"),
    path("items/<int:pk>/call/", items.Call.as_view(), name="call_item"),
    path("items/<int:pk>/back/", items.PutBack.as_view(), name="put_back_item"),
    path("items/<int:pk>/put-off/", items.Finish.as_view(), name="finish_item"),
    path("items/<int:pk>/move/<str:way>/", items.Move.as_view(), name="move_item"),
    path("items/<int:pk>/minutes/", items.Minutes.as_view(), name="item_minutes"),
    path("items/<int:pk>/take-off/", items.TakeOff.as_view(), name="take_off_agenda"),
    path("items/<int:pk>/discussion/", deciding.Discuss.as_view(), name="discussion"),
    path("items/<int:pk>/decision/", deciding.Decide.as_view(), name="decide"),
    path("cases/<int:pk>/open-once-more/", items.Reopen.as_view(), name="reopen"),
]
