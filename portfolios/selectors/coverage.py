"""Which standards a portfolio is held against, and which of their statements its pieces speak to."""

from typing import Any

from django.utils import timezone

from academy.frameworks.selectors.choices import editions_called
from academy.frameworks.selectors.whole import domains_of, editions_in_force
from portfolios.models import Portfolio
from portfolios.rules.content import Content
from portfolios.rules.coverage import Coverage, DomainAsked, EditionAsked, StatementAsked, coverage_of
from portfolios.selectors.templates import content_of_template


def editions_asked(portfolio: Portfolio) -> list[Any]:
    """The editions of the frameworks its template maps to, as they were in force on the day it was opened: a case keeps
    the rules it began under. One query; none without frameworks. The portfolio comes with its template."""
    codes = [mapped.code for mapped in content_of_template(portfolio.template).frameworks]
    return editions_in_force(codes, on=timezone.localdate(portfolio.opened_at)) if codes else []


def coverage_in(content: Content) -> Coverage:
    """The same of a portfolio as it stands or of a snapshot: the editions its content says it was asked to speak to.
    Three queries at most, whatever it holds."""
    keys = [edition.code for edition in content.editions if edition.is_asked]
    versions = {version.key: version for version in editions_called(keys)} if keys else {}
    domains = domains_of(versions.values()) if versions else {}
    asked = [_asked(versions[key], domains[versions[key].pk]) for key in keys if key in versions]
    return coverage_of(asked, content.pieces)


def _asked(version: Any, domains: list[Any]) -> EditionAsked:
    return EditionAsked(
        key=version.key,
        title=str(version),
        short_name=version.framework.short_name,
        domains=tuple(
            DomainAsked(
                domain.title,
                tuple(StatementAsked(f"{version.key}/{line.code}", line.code, line.title) for line in domain.lines),
            )
            for domain in domains
        ),
    )
