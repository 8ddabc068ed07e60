from django.urls import path

from academy.engines.documents.views.documents import ReadDocument

app_name = "documents"
urlpatterns = [path("<uuid:uid>/", ReadDocument.as_view(), name="document")]
