"""The codes under which forms of evidence keep unsent words."""

OBSERVE_FORM = "portfolios.observe"
REFLECT_FORM = "portfolios.reflect"
JUDGE_FORM = "portfolios.judge"
