"""Pages for refusals that Django itself gives: a form whose token is missing or old."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from another site or an old page: says how to go on, never why the check failed."""
    return render(request, "errors/csrf.html", status=403)
