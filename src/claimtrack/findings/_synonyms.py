"""Words that people use instead of the model's: one table for all suggestions."""

from __future__ import annotations

from typing import Final

__all__ = ["meant_by"]

_TABLE: Final[dict[str, str]] = {
    # Kinds of source.
    "outlet": (
        "agency broadcaster channel magazine media news-agency news-organization "
        "newspaper newsroom paper press publication publisher radio radio-station "
        "tv-station website wire wire-service"
    ),
    "person": (
        "activist analyst author expert human individual journalist leader man "
        "minister named official politician president reporter speaker spokesman "
        "spokesperson spokeswoman witness woman"
    ),
    "organization": (
        "authority bank body city company corporation council country "
        "court firm government institution ministry nation ngo org party police state "
        "think-tank university"
    ),
    "group": "alliance allies bloc coalition countries governments team",
    "crowd": "people public users witnesses",
    "platform": "app network site social-media social-network",
    "unnamed": (
        "anon anonymous anonymous-source confidential insider insiders officials "
        "source sources unidentified unnamed-source"
    ),
    "unresolved": "other text undetermined unknown",
    # Kinds of document.
    "article": "column news news-article news-story story",
    "post": "facebook-post status toot tweet",
    "broadcast": "podcast programme show",
    "report": "paper study",
    "press-release": "release statement",
    "page": "webpage web-page website",
    # Kinds of claim.
    "evaluation": "assessment comment judgement judgment opinion view",
    "prediction": "expectation forecast projection",
    "norm": "advice demand recommendation",
    "allegation": "accusation charge",
    "fact": "statement",
    # Links.
    "assertion": "announced asserted claim claimed reported said says stated told",
    "belief": "believed believes concluded opinion thinks thought view",
    "knowledge": "knew knows",
    "intention": "intends plan planned plans",
    "desire": "hope hopes want wanted wants wish",
    "direct": "quotation quote quoted verbatim",
    "indirect": "paraphrase paraphrased reported-speech said",
    "witnessed": "eyewitness saw seen witness",
    # Severities.
    "warning": "warn",
}
"""Word of the model → what people write instead, in the form in which `suggest`
compares words."""

_MEANT: Final[dict[str, tuple[str, ...]]] = {}
for _word, _listed in _TABLE.items():
    for _other in _listed.split():
        _MEANT[_other] = (*_MEANT.get(_other, ()), _word)


def meant_by(word: str) -> tuple[str, ...]:
    """Return the words of the model that another word may mean, in lower case.

    >>> meant_by("newspaper"), meant_by("said")
    (('outlet',), ('assertion', 'indirect'))
    """
    return _MEANT.get(word, ())
