"""What an organisation tells everybody of the assessed and supported year."""

from django.urls import URLPattern, path

from asye.views.public import PublicAsye

app_name = "asye_public"

urlpatterns: list[URLPattern] = [path("<slug:slug>/asye/", PublicAsye.as_view(), name="asye")]
