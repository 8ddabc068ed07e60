from django.urls import path

from academy.engines.guard.views.names import EmptyNames, Names

app_name = "guard"
urlpatterns = [
    path("names/", Names.as_view(), name="names"),
    path("names/empty/", EmptyNames.as_view(), name="empty"),
]
