"""What somebody outside may do by a one-time link: say whether a talk with her took place."""

from academy.engines.links.declarations import LinkPurpose, declare

CONFIRM_TALK = declare(
    LinkPurpose(
        "development-confirm-talk", "Say whether you talked about a piece of learning", "development:confirm-talk"
    )
)
