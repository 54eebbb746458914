"""Documents with something wrong in them, to see that it is told."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)


@st.composite
def spoilt(draw: st.DrawFn, document: object) -> str:
    """Draw the JSON of a document with something in it replaced, or left out."""
    whole: Any = deepcopy(document)
    place = whole
    while isinstance(place, (dict, list)) and place:
        key = draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        inside = place[key]
        if draw(st.booleans()) or not isinstance(inside, (dict, list)):
            if draw(st.booleans()):
                place[key] = draw(json_values)
            else:
                del place[key]
            break
        place = inside
    return json.dumps(whole)
