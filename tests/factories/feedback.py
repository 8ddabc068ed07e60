"""A whole evidence policy with a question of each form, for tests of feedback."""

from typing import Any

POLICY: dict[str, Any] = {
    "code": "general",
    "valid_from": "2026-01-01",
    "title": "Evidence",
    "scale": [{"code": "poor", "words": "Poor"}, {"code": "good", "words": "Good"}],
    "feedback": {
        "adult": {"well": "What went well?", "better": "What could be better?", "more": "Anything else?"},
        "professional": {"well": "What went well?", "better": "What could be better?", "more": "Anything else?"},
        "easy": [{"code": "listened", "asks": "Did the worker listen?", "picture": "listen"}],
        "child": [{"code": "kind", "asks": "Is she kind to you?", "picture": "kind"}],
    },
    "observers": ["line_manager"],
    "breach": {"correct_hours": 48, "tell": "academy_lead"},
    "case_numbers": ["LAS-999999"],
    "assignment": {"words": 3500, "percent": 10},
}
