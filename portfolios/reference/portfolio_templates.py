"""Templates of portfolios as reference data, and as an academy lead publishes them, with what staff will see."""

from academy.engines.reference.declarations import Kind, declare
from academy.engines.reference.publishing.kinds import Preview, PublishedKind, Seen, declare_published
from portfolios.models import PortfolioTemplate
from portfolios.schema.template import TemplateFile
from portfolios.services.template_faults import faults_in
from portfolios.services.templates import load_template, publish_template, said_by_template, withdraw_template

TEMPLATES = Kind(
    name="portfolios.template",
    app="portfolios",
    folder="templates",
    schema=TemplateFile,
    key=lambda file: file.key,
    after=("people.organisation", "frameworks.framework"),
    load=load_template,
    withdraw=withdraw_template,
)

declare(TEMPLATES)

EXAMPLE = """\
template: return-to-practice       # editions of one template follow each other under this name
title: Return to practice
purpose: course                    # asye-adults, asye-children, progression, interview, peps-1, peps-2, amhp, course, …
about: What you gather after a longer time away from practice.
sources: ["Our policy on returning, section 2"]
statement: Nobody who draws on care and support can be told from this portfolio.
sections:
- code: account
  title: What has changed since I practised last
  text: required                   # required, optional or none
  words: {least: 500, most: 1500}
  takes: {writing: [critical]}     # takes: {} for no pieces; leave it out for whatever somebody has
- code: practice
  title: Practice seen by others
  takes: {evidence: [observation, feedback]}
  pieces: {least: 2, within_months: 12}
requires:                          # judged over the portfolio's own pieces
- code: seen
  section: practice                # where it is mended
  requires: {count: {of: "portfolios.piece:observation", least: 1, what: direct observation, by: [line_manager]}}
chain: [author, line_manager]      # who signs, in this order: author, verifier, line_manager
without_names: true                # an edition without names may be made of it
"""


def template_preview(file: TemplateFile, seen: Seen) -> Preview:
    """A template that is not published, as staff of the organisation will see it from its first day."""
    return Preview("portfolios/previews/template.html", {"file": file})


PORTFOLIO_TEMPLATES = PublishedKind(
    code="portfolio-templates",
    words="Portfolio templates",
    about="What a portfolio of each purpose holds: sections, what is required, and who signs.",
    concerns="Everybody who begins such a portfolio from that day on.",
    keeps="A portfolio that was begun before keeps the edition it began with.",
    model=PortfolioTemplate,
    schema=TemplateFile,
    publish=publish_template,
    permission="portfolios.template.publish",
    order=44,
    unknown=faults_in,
    says=said_by_template,
    preview=template_preview,
    example=EXAMPLE,
)

declare_published(PORTFOLIO_TEMPLATES)
