"""Own writing, what is shared, renewing: below /cpd/."""

from django.urls import path

from academy.development.views.files import EntryFiles, RemoveFile
from academy.development.views.outside_peer import OutsidePeer, Thanks
from academy.development.views.reading import ReadEntry
from academy.development.views.reflections import (
    AnswerReflection,
    AskColleague,
    BeginOwnEntry,
    NameOutsidePeer,
    OfferAsPartner,
    ReadReflection,
    SendAgain,
    ShowAddress,
    WithdrawReflection,
)
from academy.development.views.renewal import ChoosePieces, HandOver, MyRenewal, NoteAct, TakeBackAct
from academy.development.views.season import NudgeColleague, SeasonPage
from academy.development.views.sharing import EndShare, NoteTalk, ShareEntry
from academy.development.views.taking_in import ImportEntries
from academy.development.views.taking_out import PreviewRecord, RecordCsv, RecordJson, TakeOut
from academy.development.views.withdrawing import BringBack, WithdrawEntry
from academy.development.views.writing import NewEntry, WriteAgain, WriteNew
from academy.development.views.year import MyYear, SharedWithMe

urlpatterns = [
    path("", MyYear.as_view(), name="year"),
    path("new/", NewEntry.as_view(), name="new"),
    path("new/<uuid:token>/", WriteNew.as_view(), name="new-form"),
    path("shared/", SharedWithMe.as_view(), name="shared"),
    path("import/", ImportEntries.as_view(), name="import"),
    path("take-out/", TakeOut.as_view(), name="take-out"),
    path("take-out/preview/", PreviewRecord.as_view(), name="take-out-preview"),
    path("take-out/csv/", RecordCsv.as_view(), name="take-out-csv"),
    path("take-out/json/", RecordJson.as_view(), name="take-out-json"),
    path("renewal/", MyRenewal.as_view(), name="renewal"),
    path("renewal/handover/", HandOver.as_view(), name="handover"),
    path("renewal/acts/<int:pk>/take-back/", TakeBackAct.as_view(), name="take-back-act"),
    path("renewal/<slug:regulator>/acts/<slug:act>/", NoteAct.as_view(), name="note-act"),
    path("renewal/<slug:regulator>/pieces/", ChoosePieces.as_view(), name="pieces"),
    path("season/", SeasonPage.as_view(), name="season"),
    path("season/<slug:regulator>/<int:pk>/nudge/", NudgeColleague.as_view(), name="nudge"),
    path("<int:pk>/", ReadEntry.as_view(), name="entry"),
    path("<int:pk>/edit/", WriteAgain.as_view(), name="edit"),
    path("<int:pk>/withdraw/", WithdrawEntry.as_view(), name="withdraw"),
    path("<int:pk>/bring-back/", BringBack.as_view(), name="bring-back"),
    path("<int:pk>/share/", ShareEntry.as_view(), name="share"),
    path("<int:pk>/shares/<int:share>/end/", EndShare.as_view(), name="end-share"),
    path("<int:pk>/discuss/", NoteTalk.as_view(), name="discuss"),
    path("<int:pk>/peer/", AskColleague.as_view(), name="peer"),
    path("<int:pk>/outside-peer/", NameOutsidePeer.as_view(), name="outside-peer"),
    path("reflections/<int:pk>/", ReadReflection.as_view(), name="reflection"),
    path("reflections/<int:pk>/answer/", AnswerReflection.as_view(), name="answer-reflection"),
    path("reflections/<int:pk>/own-entry/", BeginOwnEntry.as_view(), name="own-entry"),
    path("reflections/<int:pk>/send-again/", SendAgain.as_view(), name="send-again"),
    path("reflections/<int:pk>/address/", ShowAddress.as_view(), name="reflection-address"),
    path("reflections/<int:pk>/withdraw/", WithdrawReflection.as_view(), name="withdraw-reflection"),
    path("partner/", OfferAsPartner.as_view(), name="partner"),
    path("confirm/<int:pk>/", OutsidePeer.as_view(), name="confirm-talk"),
    path("confirm/thanks/", Thanks.as_view(), name="thanks"),
    path("<int:pk>/files/", EntryFiles.as_view(), name="files"),
    path("<int:pk>/files/<uuid:uid>/remove/", RemoveFile.as_view(), name="remove-file"),
]
