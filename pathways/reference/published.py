"""Ladders as an academy lead publishes them, with the page staff will see."""

from typing import Any

from academy.engines.reference.publishing.kinds import Preview, PublishedKind, Seen, declare_published
from pathways.models import LadderVersion
from pathways.schema.ladder import LadderFile
from pathways.selectors.editions import edition_said
from pathways.services.ladder_faults import faults_in
from pathways.services.ladders import publish

EXAMPLE = """\
ladder: adults                     # editions of one ladder follow each other under this name
title: Career pathways
# service_kind: adults             # adults or children; leave it out where it is for both
professions: [social_worker]       # leave it out where it is for everybody
source: Our career policy, section 2
length_of_service: forbidden       # or allowed
public: true                       # shown to anybody at your public address
rungs:                             # who stands where is told by grade and level, or by job role
- code: newly-qualified
  title: Newly qualified
  job_roles: [newly-qualified-social-worker]
  entry: true                      # people begin here
  benchmark: What practice looks like here, in a sentence or two.
- code: social-worker
  title: Social worker
  job_roles: [social-worker]
  entry: true
  benchmark: What practice looks like here.
- code: senior
  title: Senior practitioner
  job_roles: [senior-practitioner]
  benchmark: What practice looks like here.
steps:
- code: to-social-worker
  from: newly-qualified
  to: social-worker
  mechanisms: [automatic]          # automatic, appraisal, panel, vacancy, recruitment; several in order
  how: Passing the first year
  requires:
  - {code: registered, requires: {registration: swe}}
- code: to-senior
  from: social-worker
  to: senior
  mechanisms: [panel, vacancy]
  how: Panel in June, then a vacancy
  requires:
  - code: written
    requires: {count: {of: development.entry, least: 4, within_months: 12, what: entries}}
  gates:                           # what opens once everything above is there
  - {code: agreed, requires: {agreed: {code: agreed, by: line_manager, what: The line manager agrees}}}
  pathways: [educator]             # one of these is completed
pathways:
- code: educator
  title: Practice educator
  stages:
  - {code: award, title: Practice educator award, requires: {award: practice-educator-1}}
"""


def ladder_preview(file: LadderFile, seen: Seen) -> Preview:
    """A ladder that is not published, as staff of the organisation will see it from its first day."""
    said = edition_said(file, home=seen.organisation.slug, title=file.title, on=seen.on)
    return Preview("pathways/_preview.html", {"title": file.title, "said": said})


def _says(version: LadderVersion) -> dict[str, Any]:
    """What an edition says, in the words of its file."""
    heading = {"ladder": version.ladder, "title": version.title, "public": version.is_public}
    service = {"service_kind": version.service_kind} if version.service_kind else {}
    return {**heading, **service, **version.content}


LADDERS = PublishedKind(
    code="ladders",
    words="Ladders",
    about="Grades and levels, the steps between them, what each asks, and the pathways to choose from.",
    concerns="Everybody whose post stands on the ladder, from that day on.",
    keeps="Whoever is on her way along a step stays under the edition she began with.",
    model=LadderVersion,
    schema=LadderFile,
    publish=publish,
    permission="pathways.ladder.publish",
    order=5,
    unknown=faults_in,
    says=_says,
    preview=ladder_preview,
    example=EXAMPLE,
)

declare_published(LADDERS)
