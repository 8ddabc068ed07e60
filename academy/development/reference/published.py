"""What an academy lead publishes of how people develop: CPD, appraisals, inductions, skills, and coaching."""

from academy.development.models import AppraisalPolicy, CoachingTerms, CpdPolicy, InductionProgramme, SkillSet
from academy.development.reference import previews
from academy.development.schema.appraisals import AppraisalPolicyFile
from academy.development.schema.coaching import TermsFile
from academy.development.schema.entries import PolicyFile
from academy.development.schema.inductions import ProgrammeFile
from academy.development.schema.skills import SkillSetFile
from academy.development.services import (
    appraisal_policies,
    coaching_terms,
    induction_programmes,
    policies,
    skill_sets,
)
from academy.engines.reference.publishing.kinds import PublishedKind, declare_published

CPD = PublishedKind(
    code="cpd",
    words="Continuing professional development",
    about="The rhythm of learning, the guide of 70, 20 and 10, and what each kind of learning asks.",
    concerns="Everybody who writes down what she learns, from that day on.",
    keeps="What was written before stays as it was written, under the questions it was asked.",
    model=CpdPolicy,
    schema=PolicyFile,
    publish=policies.publish,
    permission="development.policy.publish",
    order=20,
    says=policies.said_by,
    preview=previews.cpd,
)
APPRAISALS = PublishedKind(
    code="appraisals",
    words="Appraisals",
    about="What the appraisal is called, when its two meetings are due, and what both are asked.",
    concerns="Everybody with a post, and whoever holds appraisals, for meetings that begin from that day on.",
    keeps="A meeting that has begun stays under the version it began with.",
    model=AppraisalPolicy,
    schema=AppraisalPolicyFile,
    publish=appraisal_policies.publish_appraisal_policy,
    permission="development.appraisal_policy.publish",
    order=25,
    preview=previews.appraisals,
)
INDUCTIONS = PublishedKind(
    code="inductions",
    words="Inductions",
    about="What a new starter gets to know, to understand and to do, and by when. One programme for each kind of job.",
    concerns="Everybody who starts in one of its jobs from that day on, and her manager.",
    keeps="An induction that has begun keeps the edition it began under.",
    model=InductionProgramme,
    schema=ProgrammeFile,
    publish=induction_programmes.publish_programme,
    permission="development.policy.publish",
    order=30,
    says=induction_programmes.said_by_programme,
    unknown=induction_programmes.unknown_jobs,
    preview=previews.inductions,
)
SKILLS = PublishedKind(
    code="skills",
    words="Skill sets",
    about="The skills people say how far they have them: one set for everybody, and others for a profession.",
    concerns="Everybody of the professions it names, or everybody where it names none.",
    keeps="What people said of a skill stays as long as its code stays.",
    model=SkillSet,
    schema=SkillSetFile,
    publish=skill_sets.publish_skill_set,
    permission="development.policy.publish",
    order=35,
    says=skill_sets.said_by_set,
    preview=previews.skills,
)
COACHING = PublishedKind(
    code="coaching",
    words="Terms of coaching",
    about="What coach and coached both sign, and how many sessions are usual.",
    concerns="Everybody who agrees to coaching or mentoring from that day on.",
    keeps="A match that was signed before stays under the terms both signed.",
    model=CoachingTerms,
    schema=TermsFile,
    publish=coaching_terms.publish_terms,
    permission="development.policy.publish",
    order=40,
    says=coaching_terms.said_by_terms,
    preview=previews.coaching,
)

declare_published(CPD, APPRAISALS, INDUCTIONS, SKILLS, COACHING)
