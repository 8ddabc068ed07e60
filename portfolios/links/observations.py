"""What somebody outside may do by a one-time link: write what she observed, and judge it after the reflection."""

from academy.engines.links.declarations import LinkPurpose, declare

OBSERVE = declare(
    LinkPurpose("portfolios-observe", "Write what you saw when you observed somebody", "portfolios:observe-by-link")
)
JUDGE = declare(LinkPurpose("portfolios-judge", "Say what you make of what you observed", "portfolios:judge-by-link"))
