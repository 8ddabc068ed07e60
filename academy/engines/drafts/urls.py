from django.urls import path

from academy.engines.drafts.views.comparing import CompareDrafts
from academy.engines.drafts.views.parked import Discard, PutBack
from academy.engines.drafts.views.saving import SaveDraft

app_name = "drafts"
urlpatterns = [
    path("parked/<uuid:uid>/put-back/", PutBack.as_view(), name="put-back"),
    path("parked/<uuid:uid>/discard/", Discard.as_view(), name="discard"),
    path("<str:form>/<str:key>/", SaveDraft.as_view(), name="save"),
    path("<str:form>/<str:key>/compare/", CompareDrafts.as_view(), name="compare"),
]
