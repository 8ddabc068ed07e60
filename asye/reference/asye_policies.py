"""ASYE policies as reference data, and as an academy lead publishes them, told as staff will read them."""

from academy.engines.reference.declarations import Kind, declare
from academy.engines.reference.publishing.kinds import Preview, PublishedKind, Seen, declare_published
from asye.models import AsyePolicy
from asye.rules.described import described
from asye.schema.policy import AsyePolicyFile
from asye.services.policies import load_asye_policy, publish_asye_policy, said_by_policy, withdraw_asye_policy
from asye.services.policy_faults import faults_in

POLICIES = Kind(
    name="asye.policy",
    app="asye",
    folder="policies",
    schema=AsyePolicyFile,
    key=lambda file: file.key,
    after=("people.organisation", "people.grade", "frameworks.framework", "portfolios.template", "training.offer"),
    load=load_asye_policy,
    withdraw=withdraw_asye_policy,
)

declare(POLICIES)

EXAMPLE = """\
programme: asye                    # or ecdp, the two-year programme that follows it in 2027
service: adults                    # or children
title: ASYE, adults
about: What the year is here, in a sentence.
contact: academy@council.example   # where one writes to about the programme
sources: ["Our ASYE policy, section 1"]
rules:
  weeks: 52                        # of full time; other hours make it longer
  ceiling_years: 2                 # whatever happens, it is complete by then
  documents:                       # what is seen before it starts, ticked once at enrolment
  - {code: degree, title: Degree certificate}
  reviews:
  - {code: review-3, title: Three-month review, months: 3}
  - {code: review-6, title: Six-month review, months: 6}
  - {code: review-9, title: Nine-month review, months: 9, is_optional: true}
  - {code: final, title: Final review, months: 12, is_final: true}
  observations:
  - {code: observation-1, title: First observation, before: review-3, by: [assessor]}
  submission: {of: end, working_days: 5}  # or days; after the end or the final review; less than 0: before it
  panel: {of: end, days: 28}
  attends: [nqsw, assessor, manager]
  recommends: assessor             # or practice_assessor
  supervision:
  - {every_weeks: 1, until_week: 6}
  - {every_weeks: 2, until_month: 6}
  - {every_weeks: 4}
  workload: [{percent: 90}]        # the most she carries of what a colleague in year two or three does
  protected_percent: 10            # of her hours, for learning; another tenth than that of the workload
  pause_reasons: [sickness, bereavement, maternity, paternity, shared_parental, support_lacking]
  moderation: {is_joint: true, external: mandatory, partnership_percent: 10, national_percent: 5}  # or good_practice
  on_pass:
    probation_months: 12
    is_condition: true             # employment is confirmed by a pass alone
    words: What else is to be known of what follows a pass.
"""


def policy_preview(file: AsyePolicyFile, seen: Seen) -> Preview:
    """A policy that is not published, as staff of the organisation will read it from its first day."""
    return Preview("asye/previews/policy.html", {"file": file, "lines": described(file.rules, on=seen.on)})


ASYE_POLICIES = PublishedKind(
    code="asye",
    words="ASYE",
    about="The assessed and supported year: its length, reviews, support, evidence, who signs, and what follows.",
    concerns="Everybody whose year starts from that day on.",
    keeps="A year that began before keeps the edition it began under.",
    model=AsyePolicy,
    schema=AsyePolicyFile,
    publish=publish_asye_policy,
    permission="asye.policy.publish",
    order=42,
    unknown=faults_in,
    says=said_by_policy,
    preview=policy_preview,
    example=EXAMPLE,
)

declare_published(ASYE_POLICIES)
