"""Two inputs for each code: one that triggers it, and one that almost does."""

from __future__ import annotations

from typing import Final

import attrs

__all__ = ["EXAMPLES", "Example"]


@attrs.frozen
class Example:
    """An input that triggers a code and a similar one that does not.

    Attributes:
        failing: input (JSON or a sheet) that gets the code, and no other of its
            severity or worse.
        passing: input that gets no finding of the code.
        text: the text of document "d1", if the code is about that text.
    """

    failing: bytes
    passing: bytes
    text: str = ""


def _dossier(*records: str) -> str:
    listed = ",\n  ".join(records)
    return f'{{"claimtrack": "1.0", "records": [\n  {listed}\n]}}'


def _both(failing: str, passing: str) -> Example:
    return Example(failing.encode(), passing.encode())


_CLAIM: Final = '{"type": "claim", "id": "c1", "text": "The ferry stops."}'
_OTHER: Final = '{"type": "claim", "id": "c2", "text": "The ferry goes on."}'
_POST: Final = '{"type": "source", "id": "post", "kind": "outlet", "name": "Post"}'
_PERSON: Final = (
    '{"type": "source", "id": "moreau", "kind": "person", "name": "Ines Moreau"}'
)
_CROWD: Final = '{"type": "source", "id": "crowd", "kind": "crowd", "name": "Crews"}'
_RADIO: Final = '{"type": "source", "id": "radio", "kind": "outlet", "name": "Radio"}'


def _claim(field: str) -> str:
    return f'{{"type": "claim", "id": "c1", "text": "The ferry stops.", {field}}}'


def _document(field: str) -> str:
    return (
        '{"type": "document", "id": "d1", "kind": "article", "title": "Ferry", '
        f"{field}}}"
    )


def _unnamed(field: str) -> str:
    return (
        '{"type": "source", "id": "u1", "kind": "unnamed", "description": "workers", '
        f"{field}}}"
    )


def _attribution(chain: str, more: str = "") -> str:
    return f'{{"type": "attribution", "claim": "c1", "chain": [{chain}]{more}}}'


def _relation(kind: str, subject: str, end: str) -> str:
    return (
        f'{{"type": "relation", "kind": "{kind}", '
        f'"subject": "{subject}", "object": "{end}"}}'
    )


def _assessment(more: str) -> str:
    return f'{{"type": "assessment", "subject": "c1", {more}}}'


def _of_text(failing: str, passing: str) -> Example:
    """Return two excerpts from one text, each inside a dossier that quotes it."""
    return attrs.evolve(
        _both(*map(_quoting, (failing, passing))), text="On Monday the ferry stops."
    )


def _quoting(excerpt: str) -> str:
    """Return a dossier with an excerpt from the document "d1"."""
    return _dossier(
        _CLAIM,
        _POST,
        _document('"publisher": "post"'),
        _attribution('"post"', f', "document": "d1", "excerpts": [{{{excerpt}}}]'),
    )


_DEEP: Final = 70

_QUOTED: Final = '"exact": "ferry", "start": 12'

EXAMPLES: Final[dict[str, Example]] = {
    "CT001": Example(
        _CLAIM.replace("ferry", "fêrry").encode("latin-1"), _CLAIM.encode()
    ),
    "CT002": _both(_CLAIM[:-1] + ",}", _CLAIM),
    "CT003": _both(_claim('"kind": "fact", "kind": "norm"'), _claim('"kind": "norm"')),
    "CT004": _both(
        _claim(f'"ext": {{"a": {"[" * _DEEP}{"]" * _DEEP}}}'),
        _claim('"ext": {"a": [[1]]}'),
    ),
    "CT005": _both(_claim('"ext": {"a": 1e400}'), _claim('"ext": {"a": "1e400"}')),
    "CT006": _both(_claim('"note": "a\\u0000b"'), _claim('"note": "a\\u0020b"')),
    "CT008": _both("\ufeff" + _CLAIM, _CLAIM),
    "CT009": _both(f"[{_CLAIM}]", _dossier(_CLAIM)),
    "CT010": _both(_unnamed('"count": 2'), _unnamed('"count": {"min": 2}')),
    "CT011": _both('{"type": "claim", "id": "c1"}', _CLAIM),
    "CT012": _both(_claim('"langauge": "en"'), _claim('"lang": "en"')),
    "CT013": _both(_claim('"kind": "opinion"'), _claim('"kind": "evaluation"')),
    "CT014": _both(_claim('"lang": "en english"'), _claim('"lang": "en-GB"')),
    "CT015": _both(_claim('"note": ""'), _claim('"note": "-"')),
    "CT016": _both(_attribution(""), _attribution('"post"')),
    "CT017": _both(_unnamed('"count": {"min": 0}'), _unnamed('"count": {"min": 1}')),
    "CT019": _both(_unnamed('"name": "A. Worker"'), _unnamed('"role": "port worker"')),
    "CT020": _both(
        _document('"published": "5 June 2025"'), _document('"published": "2025-06-05"')
    ),
    "CT021": _both(
        _document('"published": "2025-06-05T10:00:00"'),
        _document('"published": "2025-06-05T10:00:00+02:00"'),
    ),
    "CT022": _both(
        _document('"published": "2025-02-30"'), _document('"published": "2025-02"')
    ),
    "CT023": _both(_claim('"holds": "2026/2025"'), _claim('"holds": "2025/2026"')),
    "CT024": _both(
        _unnamed('"count": {"min": 3, "max": 2}'),
        _unnamed('"count": {"min": 2, "max": 2}'),
    ),
    "CT025": _both(
        _attribution('"post"', ', "excerpts": [{"exact": "said", "link": 1}]'),
        _attribution('"post"', ', "excerpts": [{"exact": "said", "link": 0}]'),
    ),
    "CT026": _both(
        _relation("contradicts", "c1", "c1"), _relation("contradicts", "c1", "c2")
    ),
    "CT027": _both('{"claimtrack": "2.0", "records": []}', _dossier()),
    "CT028": _both('{"claimtrack": "1.7", "records": []}', _dossier()),
    "CT029": _both(_claim('"lang": "ua"'), _claim('"lang": "uk"')),
    "CT030": _both(
        "- The port will close.\n  body: Ruiz < \nRuiz: person",
        "- The port will close.\n  body: Ruiz\nRuiz: person",
    ),
    "CT031": _both("Ledger: newspaper", "Ledger: outlet"),
    "CT032": _both(
        "- The port will close.\n  body: Ruis\nRuiz: person",
        "- The port will close.\n  body: Ruiz\nRuiz: person",
    ),
    "CT033": _both(
        "- The port will close.\n  body: Ana\n"
        "Ruiz: person Ana Ruiz, also Ana\nWolf: person Ana Wolf, also Ana",
        "- The port will close.\n  body: Ruiz\n"
        "Ruiz: person Ana Ruiz, also Ana\nWolf: person Ana Wolf, also Ana",
    ),
    "CT034": _both(
        "- The port will close.\n  body: Ruiz\n    > will close\nRuiz: person",
        "- The port will close.\n  body: Ruiz\n    at: 9-19\nRuiz: person",
    ),
    "CT035": _both(
        "- The port will close.\n  ! who says so?\n  body: Ruiz\nRuiz: person",
        "- The port will close.\n  # Ruiz says so.\n  body: Ruiz\nRuiz: person",
    ),
    "CT036": _both(
        "- norm The state must pay.\n  body: Ruiz\nRuiz: person",
        "- norm: The state must pay.\n  body: Ruiz\nRuiz: person",
    ),
    "CT040": _both(
        _attribution('"post"', f', "excerpts": [{{{_QUOTED}, "end": 16}}]'),
        _attribution('"post"', f', "excerpts": [{{{_QUOTED}, "end": 17}}]'),
    ),
    "CT041": _both(
        _document('"published": "2025-06-05", "modified": "2025-06-01"'),
        _document('"published": "2025-06-05", "modified": "2025-06"'),
    ),
    "CT042": _both(
        _assessment('"rating": {"value": -1, "best": 5, "worst": 1}'),
        _assessment('"rating": {"value": 2, "best": 1, "worst": 5}'),
    ),
    "CT043": _both(
        _dossier(_PERSON, _CROWD, _relation("same-as", "moreau", "crowd")),
        _dossier(
            _unnamed('"role": "cook"'), _CROWD, _relation("same-as", "u1", "crowd")
        ),
    ),
    "CT044": _both(
        _dossier(
            _unnamed('"count": {"min": 1, "max": 1}'),
            _CROWD.replace("}", ', "count": {"min": 2}}'),
            _relation("same-as", "u1", "crowd"),
        ),
        _dossier(
            _unnamed('"count": {"min": 1, "max": 2}'),
            _CROWD.replace("}", ', "count": {"min": 2}}'),
            _relation("same-as", "u1", "crowd"),
        ),
    ),
    "CT045": _of_text('"exact": "the fairy"', '"exact": "the ferry"'),
    "CT046": _of_text(
        '"exact": "the ferry", "start": 0, "end": 9',
        '"exact": "the ferry", "start": 10, "end": 19',
    ),
    "CT700": _both(
        '{"type": "dossier", "claimtrack": "1.0"}\n'
        f"{_CLAIM}\n"
        '{"type": "dossier", "claimtrack": "1.0"}\n'
        f"{_CLAIM.replace('stops', 'goes on')}\n",
        '{"type": "dossier", "claimtrack": "1.0"}\n'
        f"{_CLAIM}\n"
        '{"type": "dossier", "claimtrack": "1.0"}\n'
        f"{_CLAIM}\n{_OTHER}\n",
    ),
    "CT701": _both(
        _dossier(_CLAIM, _attribution('"post"')),
        _dossier(_CLAIM, _POST, _attribution('"post"')),
    ),
    "CT702": _both(_dossier(_CLAIM, _CLAIM), _dossier(_CLAIM, _OTHER)),
    "CT703": _both(
        _dossier(
            _CLAIM,
            _POST,
            _RADIO.replace('"name"', '"aka": ["Post"], "name"'),
            _attribution('"post", "radio"'),
        ),
        _dossier(
            _CLAIM,
            _POST,
            _RADIO.replace('"name"', '"aka": ["Post"], "name"'),
            _attribution('"post", "radio"'),
            _relation("distinct-from", "post", "radio"),
        ),
    ),
    "CT705": _both(_dossier(_POST), _dossier(_CLAIM, _POST, _attribution('"post"'))),
    "CT706": _both(
        _dossier(
            _CLAIM,
            _OTHER,
            _relation("supersedes", "c1", "c2"),
            _relation("supersedes", "c2", "c1"),
        ),
        _dossier(
            _CLAIM,
            _OTHER,
            _relation("supersedes", "c1", "c2"),
            _relation("contradicts", "c2", "c1"),
        ),
    ),
    "CT707": _both(
        _dossier(
            _CLAIM,
            '{"type": "waiver", "rule": "CT799", "target": "c1", "by": "Desk", '
            '"reason": "Known."}',
        ),
        _dossier(
            _POST,
            '{"type": "waiver", "rule": "CT705", "target": "post", "by": "Desk", '
            '"reason": "Known."}',
        ),
    ),
    "CT708": _both(
        _dossier(
            _CLAIM,
            _POST,
            _RADIO,
            _document('"publisher": "post"'),
            _attribution('"radio"', ', "document": "d1"'),
        ),
        _dossier(
            _CLAIM,
            _POST,
            _RADIO,
            _document('"publisher": "post"'),
            _attribution('"post", "radio"', ', "document": "d1"'),
        ),
    ),
    "CT709": _both(
        _dossier(_CLAIM, _attribution('"c1"')),
        _dossier(_CLAIM, _POST, _attribution('"post"')),
    ),
    "CT801": _both(
        _dossier(
            _CLAIM,
            _PERSON,
            _unnamed('"role": "Mrs Ines Moreau"'),
            _attribution('"moreau", "u1"'),
        ),
        _dossier(
            _CLAIM,
            _PERSON,
            _unnamed('"role": "driver of Ines Moreau"'),
            _attribution('"moreau", "u1"'),
        ),
    ),
    "CT806": _both(
        _dossier(
            _CLAIM,
            _PERSON,
            _unnamed('"role": "driver of Ines Moreau"'),
            _attribution('"moreau", "u1"'),
        ),
        _dossier(
            _CLAIM,
            _PERSON,
            _unnamed('"role": "driver of Ines Moreau", "affiliations": ["moreau"]'),
            _attribution('"moreau", "u1"'),
        ),
    ),
}
"""Code → its two inputs. CT007 has none: it needs a file larger than its limit."""
