"""Taking everything of one's own with one."""

from django.urls import URLPattern, URLResolver, path

from portfolios.views import taking_out

urlpatterns: list[URLPattern | URLResolver] = [
    path("", taking_out.Everything.as_view(), name="everything"),
    path("zip/", taking_out.TakeEverything.as_view(), name="take-everything"),
]
