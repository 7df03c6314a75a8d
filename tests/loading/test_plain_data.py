"""Content as plain data: it comes back the same in every part, and nothing else can be made."""

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.content import Content, Model
from interview.loading import QUESTIONS, load_anew
from interview.loading.cache.plain_data import NotPlain, from_plain, to_plain


@pytest.fixture(scope="module")
def loaded() -> Content:
    return load_anew(QUESTIONS)


def spelled_out(value: object) -> object:
    """A value with the type of each of its parts, and what a model was told and hides."""
    kind = type(value)
    if isinstance(value, Model):
        hidden = spelled_out(value.__pydantic_private__)
        told = sorted(value.model_fields_set)
        return kind, {name: spelled_out(part) for name, part in value}, told, hidden
    if dataclasses.is_dataclass(value):
        return kind, [spelled_out(getattr(value, f.name)) for f in dataclasses.fields(value)]
    if isinstance(value, tuple):
        return kind, [spelled_out(part) for part in value]
    if isinstance(value, dict):
        return kind, [(spelled_out(key), spelled_out(part)) for key, part in value.items()]
    return kind, value


def test_content_comes_back_the_same_in_every_part(loaded):
    back = from_plain(json.loads(json.dumps(to_plain(loaded))))
    assert back == loaded
    assert spelled_out(back) == spelled_out(loaded)


def test_what_is_no_content_is_not_written(loaded):
    for strange in (object(), {1, 2}, [1], 1.5, print):
        with pytest.raises(NotPlain):
            to_plain((loaded.law, strange))


FORGED = {
    "nothing at all": {},
    "a class of elsewhere": {
        "shapes": [["data", "subprocess.Popen", ["args"]], ["tuple"]],
        "values": ["true"],
        "made": [[0, 0], [1, 1]],
    },
    "a function": {
        "shapes": [["data", "os.system", []], ["tuple"]],
        "values": [],
        "made": [[0], [1, 0]],
    },
    "a way of making that is none": {
        "shapes": [["eval"], ["tuple"]],
        "values": ["1"],
        "made": [[0, 0], [1, 1]],
    },
    "a part that is not made yet": {"shapes": [["tuple"]], "values": [], "made": [[0, 1], [0, 0]]},
    "other parts than the class has": {
        "shapes": [["data", "interview.content.model.Text", ["to_self"]], ["tuple"]],
        "values": ["Hello."],
        "made": [[0, 0], [1, 1]],
    },
    "more parts than the class has": {
        "shapes": [["data", "interview.content.model.Citation",
                    ["document", "pinpoint", "since"]], ["tuple"]],
        "values": ["memo"],
        "made": [[0, 0, 0, 0, 0], [1, 1]],
    },
    "a list where a name is": {"shapes": [[["tuple"]]], "values": [], "made": [[0]]},
    "no list": [1, 2, 3],
    "a word": "content",
}  # fmt: skip


@pytest.mark.parametrize("data", FORGED.values(), ids=FORGED)
def test_forged_data_make_nothing(data):
    with pytest.raises(NotPlain):
        from_plain(data)


_ATOMS = st.none() | st.booleans() | st.integers(-3, 9) | st.text(max_size=4)
_SHAPES = st.sampled_from(
    [["tuple"], ["dict"], ["date"], ["interval"], ["data"], ["model"], ["x"], [],
     ["data", "interview.rules.conditions.AsOf", []],
     ["model", "interview.content.rules.Flags", ["flags", "where"], [], []]]
)  # fmt: skip


@given(
    st.fixed_dictionaries(
        {
            "shapes": st.lists(_SHAPES, max_size=5),
            "values": st.lists(_ATOMS, max_size=5),
            "made": st.lists(st.lists(st.integers(-2, 8), max_size=5), max_size=6),
        }
    )
    | st.recursive(_ATOMS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
)
def test_whatever_the_data_it_is_content_or_refused(data):
    try:
        made = from_plain(data)
    except NotPlain:
        return
    json.dumps(to_plain(made))
