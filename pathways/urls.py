"""Addresses of one's pathway, of choosing and agreeing, and of what the academy keeps."""

from django.urls import URLPattern, path

from pathways.views import agreements, choices, journeys, people, planning, roadmap, sittings, why

app_name = "pathways"

urlpatterns: list[URLPattern] = [
    path("", roadmap.MyPathway.as_view(), name="mine"),
    path("pdf/", roadmap.MakePlan.as_view(), name="make-plan"),
    path("ladders/", roadmap.Ladders.as_view(), name="ladders"),
    path("ladders/<int:pk>/", roadmap.ReadLadder.as_view(), name="ladder"),
    path("ladders/<int:pk>/pdf/", roadmap.MakeEdition.as_view(), name="make-edition"),
    path("choose/", choices.Choose.as_view(), name="choose"),
    path("choose/<int:ladder>/<slug:step>/<slug:pathway>/", choices.ChoosePathway.as_view(), name="choose-pathway"),
    path("choices/", choices.Choices.as_view(), name="choices"),
    path("choices/<int:pk>/", choices.ReadChoice.as_view(), name="choice"),
    path("choices/<int:pk>/agree/", choices.AgreeChoice.as_view(), name="agree-choice"),
    path("choices/<int:pk>/not-yet/", choices.DeclineChoice.as_view(), name="decline-choice"),
    path("choices/<int:pk>/take-back/", choices.TakeBackChoice.as_view(), name="take-back-choice"),
    path("journeys/begin/<int:ladder>/<slug:step>/", journeys.BeginJourney.as_view(), name="begin-journey"),
    path("journeys/<int:pk>/leave/", journeys.LeaveJourney.as_view(), name="leave-journey"),
    path("journeys/<int:pk>/edition/", journeys.MoveJourney.as_view(), name="move-journey"),
    path("agreements/", agreements.Agreements.as_view(), name="agreements"),
    path("agreements/new/<slug:code>/", agreements.AskAgreement.as_view(), name="ask-agreement"),
    path("agreements/note/<int:person>/<slug:code>/", agreements.NoteAgreement.as_view(), name="note-agreement"),
    path("agreements/<int:pk>/", agreements.ReadAgreement.as_view(), name="agreement"),
    path("agreements/<int:pk>/decide/", agreements.DecideAgreement.as_view(), name="decide-agreement"),
    path("agreements/<int:pk>/take-back/", agreements.TakeBackAgreement.as_view(), name="take-back-agreement"),
    path("steps/<slug:step>/", why.OwnWhy.as_view(), name="why"),
    path("steps/<slug:step>/plan/", planning.PutIn.as_view(), name="plan"),
    path("dates/calendar/", planning.DatesFile.as_view(), name="dates-file"),
    path("dates/<int:pk>/tick/", planning.Tick.as_view(), name="tick"),
    path("people/", people.PeopleAhead.as_view(), name="people"),
    path("people/<int:person>/", people.PersonPathway.as_view(), name="person"),
    path("people/<int:person>/choices/", choices.PersonChoices.as_view(), name="person-choices"),
    path("people/<int:person>/steps/<slug:step>/", why.PersonWhy.as_view(), name="person-why"),
    path("sittings/", sittings.Sittings.as_view(), name="sittings"),
]
