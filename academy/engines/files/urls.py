from django.urls import path

from academy.engines.files.views.files import FileView

app_name = "files"
urlpatterns = [path("<uuid:uid>/", FileView.as_view(), name="file")]
