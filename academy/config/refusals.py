"""Pages for refusals that Django itself gives: a form whose token is missing or old."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from academy.engines.access.sign_in import keep_words


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from another site or an old page: says how to go on, never why the check failed.

    An old page's words are put by for the person it was made for; a form from another site cannot say whose it is.
    """
    is_kept = keep_words(request, at=timezone.now())
    return render(request, "errors/csrf.html", {"is_kept": is_kept}, status=403)
