from django.urls import path

from academy.engines.documents.views.verifying import CheckDocument

app_name = "verifying"
urlpatterns = [path("", CheckDocument.as_view(), name="document")]
