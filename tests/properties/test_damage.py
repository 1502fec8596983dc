"""Damaged files: whatever happens to the bytes, it is one line of Trouble or a journey that can be saved."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.files.format import dumps
from editor.files.reading import loads
from editor.model.trouble import Trouble
from tests.old_files.make_v1 import content

GOOD = content()

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def survives(damaged: bytes) -> None:
    try:
        journey = loads(damaged, "a.journey").journey
    except Trouble as trouble:
        line = str(trouble)
        assert line == " ".join(line.split())
        assert len(line) < 600
    else:
        saved = dumps(journey.records())
        assert dumps(loads(saved, "a.journey").journey.records()) == saved


@settings(max_examples=300)
@given(
    st.integers(0, len(GOOD)),
    st.integers(0, 40),
    st.binary(max_size=6) | st.text('{}[]:,"\\0e', max_size=4).map(str.encode),
)
def test_bytes_that_were_overwritten(at: int, length: int, patch: bytes) -> None:
    survives(GOOD[:at] + patch + GOOD[at + length :])


@settings(max_examples=400)
@given(st.integers(0, 2**32), values)
def test_values_that_were_exchanged(seed: int, value: Any) -> None:
    document, random = json.loads(GOOD), Random(seed)
    holder: Any = document if random.random() < 0.1 else random.choice(document["records"])
    while True:
        key = random.choice(list(holder))
        inside = holder[key]
        if not isinstance(inside, dict) or random.random() < 0.4:
            break
        holder = inside
    if random.random() < 0.2:
        del holder[key]
    else:
        holder[random.choice([key, "new"])] = value
    survives(json.dumps(document).encode())
