"""Panel policies as reference data, and as an academy lead publishes them, told as staff will read them."""

from academy.engines.reference.declarations import Kind, declare
from academy.engines.reference.publishing.kinds import Preview, PublishedKind, Seen, declare_published
from panels.models import PanelPolicy
from panels.rules.described import described
from panels.schema.policy import PanelPolicyFile
from panels.services.policies import load_panel_policy, publish_panel_policy, said_by_policy, withdraw_panel_policy
from panels.services.policy_faults import faults_in

POLICIES = Kind(
    name="panels.policy",
    app="panels",
    folder="policies",
    schema=PanelPolicyFile,
    key=lambda file: file.key,
    after=("people.organisation", "pathways.ladder"),
    load=load_panel_policy,
    withdraw=withdraw_panel_policy,
)

declare(POLICIES)

EXAMPLE = """\
purpose: progression               # or moderation, of ASYE decisions
title: Progression panel
about: What the panel is for, in a sentence.
sources: ["Our career progression policy, section 4"]
rules:
  composition:                     # whom the panel needs; any_of left out: anybody who judges
  - {what: the Principal Social Worker for adults or her deputy, any_of: [psw_adults]}
  - {what: a service manager, any_of: [service_manager], deputies: false}
  - {what: somebody with lived experience, any_of: [lived_experience], deputies: false}
  both_services: true              # adults' and children's
  quorum: 3                        # who judge and are not tied to the candidate
  quorum_needs_mix: true           # everybody the panel needs is in the room
  terms_years: 3                   # 0: no limit
  reviewers: 2                     # for each case, each alone
  reviewer_mix: true               # of both services
  max_load: 6                      # cases of one reviewer at a sitting; 0: no limit
  answer_days: 5                   # to take a case on or decline it
  review_days: 21                  # to judge it
  names: named                     # or blind until the panel meets, or throughout until it is told
  criteria:
  - code: every-step               # with for_steps or for_pathways: for those of your ladder alone
    title: Every step
    criteria:
    - code: knowledge
      title: Knowledge
      asks: Does what she knows show in her work?
      levels:                      # from the lowest to the highest
      - {code: not-yet, title: Not yet, describes: It is not seen in her work., standing: not_met}
      - {code: nearly, title: Nearly, describes: It is seen in familiar work., standing: borderline}
      - {code: shown, title: Shown, describes: It is seen in work that is new to her., standing: met}
  triggers: {spread: 2, not_met: true, borderline: true, random_percent: 10, first_time: true}
  checks:
  - {code: registration-live, title: On the register, asks: Is she on it?, from_record: registration_live}
  - {code: own-work, title: Her own work, asks: Does she declare that it is hers?}
  changes_days: 10                 # to mend what was asked for
  outcomes: [progressed, condition, not_yet, deferred]
  plan_needs: 1                    # targets of a plan, at least
  feedback_by: [psw_children, lead_adults]
  feedback_days: 10                # working days, as those of the letter
  letter_days: 10
  grade_from: decision             # or next_month, or named in the decision
  appeal: {working_days: 10, grounds: [procedure, evidence], hearers: 2, heard_days: 20}
  minutes_per_case: 20
  break_after: 4                   # cases; 0: no breaks
"""


def policy_preview(file: PanelPolicyFile, seen: Seen) -> Preview:
    """A policy that is not published, as staff of the organisation will read it from its first day."""
    lines = described(file.rules, purpose=file.purpose)
    return Preview("panels/previews/policy.html", {"file": file, "lines": lines})


PANEL_POLICIES = PublishedKind(
    code="panels",
    words="Panels",
    about="Progression panels and ASYE moderation: who sits, criteria, reviews, what may be decided, letters, appeals.",
    concerns="Every case that begins from that day on.",
    keeps="A case that began before keeps the edition it began under.",
    model=PanelPolicy,
    schema=PanelPolicyFile,
    publish=publish_panel_policy,
    permission="panels.policy.publish",
    order=44,
    unknown=faults_in,
    says=said_by_policy,
    preview=policy_preview,
    example=EXAMPLE,
)

declare_published(PANEL_POLICIES)
