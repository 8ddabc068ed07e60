"""What an organisation shows of its ladders to everybody."""

from django.urls import URLPattern, path

from pathways.views import public

app_name = "pathways_public"

urlpatterns: list[URLPattern] = [
    path("<slug:slug>/pathways/", public.PublicPathways.as_view(), name="pathways"),
    path("<slug:slug>/pathways/<slug:ladder>/", public.PublicLadder.as_view(), name="ladder"),
]
