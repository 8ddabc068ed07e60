from django.urls import URLPattern, URLResolver, path

from asye.views import papers

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/pdf/", papers.Papers.as_view(), name="papers"),
]
