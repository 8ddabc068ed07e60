from django.urls import path

from academy.frameworks.views.frameworks import FrameworkNow, Frameworks, Version
from academy.frameworks.views.wording import ConfirmWording

app_name = "frameworks"
urlpatterns = [
    path("", Frameworks.as_view(), name="list"),
    path("confirm/<slug:kind>/<int:pk>/", ConfirmWording.as_view(), name="confirm"),
    path("<slug:code>/", FrameworkNow.as_view(), name="framework"),
    path("<slug:code>/<slug:version>/", Version.as_view(), name="version"),
]
