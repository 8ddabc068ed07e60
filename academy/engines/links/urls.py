from django.urls import path

from academy.engines.links.views.opening import OpenLink

app_name = "links"
urlpatterns = [path("<str:token>/", OpenLink.as_view(), name="open")]
