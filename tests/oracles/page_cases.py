"""Dossiers on which a page may break: hostile text, awkward ids, many claims."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from claimtrack import Document, Dossier, Source, link
from claimtrack.records import Claim

if TYPE_CHECKING:
    from claimtrack.records import Chain, Link

__all__ = ["BREAKERS", "awkward", "crossing", "hostile", "right_to_left"]

BREAKERS: Final = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea><img src=x onerror=alert(1)>",
    "<!--<script>alert(1)//-->",
    "\"><svg onload=alert(1)>'",
    "' onmouseover='alert(1)",
    "` ${alert(1)} {{ 7 * 7 }} {% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;amp; &#60;",
    "]]> <![CDATA[ alert(1) ]]>",
    "a\u202eb\u2066c\u200fd\u00ade",
    "line\u2028paragraph\u2029 bell\u0007 tab\t new\nline",
    "x" * 10_000,
    "e" + "\u0301" * 90,
    "وكالة الأنباء تقول إن الطائرات لن تأتي",
    "סוכנות הידיעות",
    "新华社报道说，飞机不会来",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f \U0001f1fa\U0001f1e6",
    "__proto__",
    "constructor",
)
"""Text that breaks out of markup, attributes, scripts, styles, lines or boxes."""

HOMES: Final = (
    "javascript:alert(1)//x",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "https://example.org/?a=1&b='2'",
    "mailto:desk@example.org",
)
"""Addresses; two of them may become links."""


def hostile() -> Dossier:
    """Return a dossier in which all text breaks out of something."""
    d = Dossier(title=BREAKERS[1])
    addresses = [each for each in HOMES if "<" not in each]
    for number, text in enumerate(BREAKERS):
        short = text[:900]
        outlet = d.add(
            Source(
                id=f"o{number}",
                kind="outlet",
                name=short,
                url=addresses[number % len(addresses)],
            )
        )
        person = d.add(
            Source(id=f"p{number}", kind="person", name=short, role=short, aka=[short])
        )
        unnamed = d.add(
            Source(id=f"u{number}", kind="unnamed", description=short, count="2+")
        )
        paper = d.add(
            Document(id=f"d{number}", kind="article", title=short, publisher=outlet.id)
        )
        claim = d.add(Claim(id=f"c{number}", text=text))
        told = link(outlet, cue=short).citing(person, cue=short, document=paper)
        d.attribute(claim, told, document=paper)
        d.attribute(
            claim, link(outlet).citing(unnamed).citing(person, attitude="belief")
        )
        d.assess(claim, by=person, verdict=short, rationale=short)
        d.notice("correction", claim, by=outlet, was=short, now=short)
    return d


def awkward() -> Dossier:
    """Return a dossier whose ids are those that a page needs itself, or look so."""
    d = Dossier(title="Awkward ids")
    findings = d.add(Source(id="findings", kind="outlet", name="Findings"))
    proto = d.add(Source(id="__proto__", kind="person", name="Proto"))
    report = d.add(Document(id="report", kind="report", title="Report"))
    for key in (
        "ct:data",
        "x",
        "what-if",
        "without:x",
        "constructor",
        "ex:a/b?c=1#d'",
    ):
        claim = d.add(Claim(id=key, text=f"The claim {key} says something."))
        d.attribute(claim, link(findings).citing(proto), document=report)
    return d


def right_to_left() -> Dossier:
    """Return a dossier with an Arabic publisher, and Arabic claims among English."""
    d = Dossier(title="تقرير عن المصادر")
    agency = d.outlet("وكالة الأنباء")
    reuters = d.outlet("Reuters")
    minister = d.person("الوزير")
    d.attribute(
        d.claim("لن تقدم الولايات المتحدة غطاء جويا.", lang="ar"),
        agency.citing(minister, cue="قال"),
    )
    d.attribute(
        d.claim("The minister said so."), agency.citing(reuters).citing(minister)
    )
    d.attribute(d.claim("The planes will come."), reuters.citing(agency))
    return d


def crossing(number: int, seed: int = 1) -> Dossier:
    """Return a dossier of many claims whose chains branch and cross.

    Args:
        number: how many claims it has.
        seed: of what chance decides.
    """
    chance = Random(seed)  # noqa: S311  # nothing secret
    d = Dossier(title="Many claims")
    outlets = [d.outlet(f"Outlet {n}") for n in range(max(6, number // 40))]
    people = [d.person(f"Person {n}") for n in range(max(4, number // 20))]
    unnamed = [
        d.unnamed(f"an official {n}", count="2+") for n in range(max(3, number // 50))
    ]
    papers = [
        d.document("article", f"Report {n}", published=f"20{chance.randint(10, 25)}-05")
        for n in range(max(3, number // 20))
    ]
    claims = [
        d.claim(f"Claim {n} says that something or other happened on that day in May.")
        for n in range(number)
    ]
    for claim in claims:
        for _ in range(chance.choice([1, 1, 2, 3, 4])):
            chain: Link | Chain = link(chance.choice(outlets))
            for _ in range(chance.randint(0, 2)):
                chain = chain.citing(chance.choice(outlets), cue="reports")
            if chance.random() < 0.6:
                chain = chain.citing(chance.choice([*people, *unnamed]), cue="said")
            d.attribute(claim, chain, document=chance.choice(papers), placement="body")
    for _ in range(number // 20):
        one, other = chance.sample(claims, 2)
        d.relate(one, "contradicts", other)
        first, last = sorted(chance.sample(range(number), 2))
        d.relate(claims[last], "inferred-from", claims[first])
    return d
