from django.urls import path

from academy.engines.files.views.files import FilePage, FileView, OriginalView

app_name = "files"
urlpatterns = [
    path("<uuid:uid>/", FileView.as_view(), name="file"),
    path("<uuid:uid>/page/", FilePage.as_view(), name="page"),
    path("<uuid:uid>/original/", OriginalView.as_view(), name="original"),
]
