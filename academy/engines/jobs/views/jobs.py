"""How far a job is: a page, and the same for the script that keeps it fresh."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse

from academy.engines.access.views import Door, Page
from academy.engines.jobs.models import Job
from academy.engines.jobs.selectors.jobs import job_page


class JobDoor(Door):
    """One job of the person signed in."""

    permission = "jobs.job.view"
    thing: Job

    def load(self) -> Job:
        jobs = Job.objects.visible_to(self.actor).select_related("result")
        job: Job = self.find(jobs, uid=self.kwargs["uid"])
        return job


class ShowJob(JobDoor, Page):
    template_name = "jobs/job.html"

    def read(self) -> dict[str, Any]:
        page = job_page(self.thing)
        return {"title": page.title, "page": page}


class JobStanding(JobDoor):
    """The same as JSON: `is_over` tells the script to load the page once more."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = job_page(self.thing)
        standing = {
            "word": page.state.word,
            "sentence": page.sentence,
            "progress": self.thing.progress,
            "is_over": self.thing.is_over,
        }
        return JsonResponse(standing, headers={"Cache-Control": "no-store"})
