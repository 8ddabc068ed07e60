"""What somebody outside may do by a one-time link or a card: give feedback on practice."""

from academy.engines.links.declarations import LinkPurpose, declare

GIVE_FEEDBACK = declare(
    LinkPurpose("portfolios-give-feedback", "Say how somebody works with you", "portfolios:give-feedback")
)
