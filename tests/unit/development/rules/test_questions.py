from academy.development.choices import Kind, Way
from academy.development.rules.questions import Questions, prompts_by_kind, questions_for, suggested

DECLARED = {
    "talk": {
        "usual_way": "others",
        "happened": ["Why to her?"],
        "learnt": ["What is new?"],
        "suggests": ["pcf/6", "swe/4.1"],
    }
}


def test_questions_of_a_kind_are_those_the_policy_declares():
    assert questions_for("talk", declared=DECLARED) == Questions(
        usual_way=Way.OTHERS,
        prompts={"happened": ("Why to her?",), "learnt": ("What is new?",), "impact": ()},
        suggests=("pcf/6", "swe/4.1"),
    )


def test_questions_of_a_kind_the_policy_does_not_name_are_none():
    questions = questions_for("podcast", declared=DECLARED)
    assert (questions.prompts_for("happened"), questions.prompts_for("nonsense"), questions.suggests) == ((), (), ())


def test_prompts_by_kind_hold_every_kind_and_text():
    prompts = prompts_by_kind(DECLARED)
    assert list(prompts) == Kind.values
    assert prompts["talk"] == {"happened": ["Why to her?"], "learnt": ["What is new?"], "impact": []}
    assert prompts["work"] == {"happened": [], "learnt": [], "impact": []}


def test_suggested_statements_come_in_the_order_of_the_policy_whatever_the_version():
    keys = ["swe/2019/4.1", "pcf/2018/1", "pcf/2018/6", "pcf/2030/6"]
    assert suggested(keys, suggests=["pcf/6", "swe/4.1", "amhp/1"]) == ["pcf/2018/6", "pcf/2030/6", "swe/2019/4.1"]
