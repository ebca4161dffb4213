"""Operators on opinions against vectors on which other implementations agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from claimtrack.confidence import (
    Opinion,
    averaging_fusion,
    conjunction,
    consensus_compromise_fusion,
    constraint_fusion,
    cumulative_fusion,
    deduction,
    disjunction,
    maximize_uncertainty,
    negation,
    trust_discount,
    weighted_fusion,
)
from claimtrack.errors import InvalidRecord

if TYPE_CHECKING:
    from collections.abc import Callable

VECTORS: Final = (
    Path(__file__).resolve().parents[2].parent
    / "shared"
    / "data"
    / "confidence"
    / "vectors.json"
)

OPERATORS: Final[dict[str, Callable[[list[Opinion]], Opinion]]] = {
    "cumulative": lambda given: cumulative_fusion(given, allow_dogmatic=True),
    "averaging": lambda given: averaging_fusion(given, allow_dogmatic=True),
    "weighted": lambda given: weighted_fusion(given, allow_dogmatic=True),
    "ccf": lambda given: consensus_compromise_fusion(given, allow_dogmatic=True),
    "bcf": lambda given: constraint_fusion(given, allow_dogmatic=True),
    "conj": conjunction,
    "disj": disjunction,
    "not": lambda given: negation(*given),
    "umax": lambda given: maximize_uncertainty(*given),
    "deduce": lambda given: deduction(*given),
    "discount_uf": lambda given: trust_discount(
        *given, variant="uncertainty-favouring"
    ),
    "discount_ob": lambda given: trust_discount(*given, variant="opposite-belief"),
    "discount_ps": lambda given: trust_discount(
        *given, variant="probability-sensitive"
    ),
    "discount_ebsl_b": lambda given: trust_discount(*given, variant="evidence-belief"),
    "discount_ebsl_p": lambda given: trust_discount(
        *given, variant="evidence-probability"
    ),
}

NOT_OURS: Final = {"abduce"}
"""We have no abduction: the vectors expect no result for it either."""


@pytest.fixture(scope="module")
def vectors() -> list[dict[str, Any]]:
    """Return the vectors, or skip."""
    if not VECTORS.is_file():
        pytest.skip("../shared is not there")
    loaded: list[dict[str, Any]] = json.loads(VECTORS.read_text("utf-8"))["vectors"]
    return loaded


def computed(vector: dict[str, Any]) -> list[float] | None:
    """Return what we make of a vector; None where it has no result."""
    given = [Opinion(*each) for each in vector["args"]]
    if vector["op"] == "project":
        return [given[0].projection]
    try:
        made = OPERATORS[vector["op"]](given)
    except InvalidRecord:
        return None
    return [made.belief, made.disbelief, made.uncertainty, made.base_rate]


def test_every_vector_is_reproduced(vectors: list[dict[str, Any]]) -> None:
    """To 1e-9: those on which others agree, and those that are our formula alone."""
    wrong = [
        (each["id"], each["op"], each["expected"], computed(each))
        for each in vectors
        if each["op"] not in NOT_OURS
        and (each["expected"] is None) != (computed(each) is None)
    ]
    wrong += [
        (each["id"], each["op"], each["expected"], computed(each))
        for each in vectors
        if each["op"] not in NOT_OURS
        and each["expected"] is not None
        and computed(each) != pytest.approx(each["expected"], abs=1e-9, rel=0)
    ]
    assert wrong == []
    assert {each["op"] for each in vectors} - NOT_OURS <= {*OPERATORS, "project"}
