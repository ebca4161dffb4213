"""claimtrack: who says what, on whose word.

Claims, sources and attribution chains as checked data. The names below are loaded when
they are first used, so that ``import claimtrack`` is fast.

>>> import claimtrack as ct
>>> d = ct.Dossier(title="US air cover")
>>> told = d.outlet("UNN").citing(d.outlet("Bloomberg"), cue="with reference to")
>>> needed = d.claim("US guarantees are needed to deter Russia", kind="norm")
>>> a = d.attribute(needed, told.citing(d.unnamed("European officials", count="2+")))
>>> d.format_chain(a.chain)
'UNN < Bloomberg < ??European officials'
"""

from importlib import import_module
from typing import TYPE_CHECKING

from claimtrack._late_names import late_names
from claimtrack._version import __version__

if TYPE_CHECKING:
    from claimtrack import (
        bulk as bulk,
    )
    from claimtrack import (
        confidence,
        disclosure,
        draw,
        lineage,
        lint,
        sheet,
    )
    from claimtrack import (
        dossier as dossier,
    )
    from claimtrack import (
        errors as errors,
    )
    from claimtrack import (
        extract as extract,
    )
    from claimtrack import (
        findings as findings,
    )
    from claimtrack import (
        interop as interop,
    )
    from claimtrack import (
        notation as notation,
    )
    from claimtrack import (
        pages as pages,
    )
    from claimtrack import (
        records as records,
    )
    from claimtrack import (
        scales as scales,
    )
    from claimtrack import (
        schema as schema,
    )
    from claimtrack import (
        testing as testing,
    )
    from claimtrack import (
        validation as validation,
    )
    from claimtrack import (
        view as view,
    )
    from claimtrack import (
        when as when,
    )
    from claimtrack.dossier import Dossier, read_dossiers, write_dossiers
    from claimtrack.errors import (
        ClaimtrackError,
        DanglingReference,
        DuplicateId,
        InvalidDossier,
        InvalidRecord,
        MissingExtra,
        UnknownName,
        UnknownSchema,
        UnreadableArticle,
        UnreviewedDraft,
        UnsafeReplacement,
    )
    from claimtrack.findings import Finding, Location
    from claimtrack.lint import check
    from claimtrack.records import (
        Alias,
        Anonymity,
        Assessment,
        Attribution,
        Candidate,
        Chain,
        Claim,
        Condition,
        Count,
        Document,
        Excerpt,
        Link,
        Normalized,
        Notice,
        Quantity,
        Rating,
        Recorded,
        Relation,
        Response,
        Source,
        Waiver,
        link,
        nobody,
    )
    from claimtrack.scales import Confidence
    from claimtrack.schema import to_dict
    from claimtrack.validation import validate
    from claimtrack.when import When
else:
    _HOMES = {
        "Alias": "records",
        "Anonymity": "records",
        "Assessment": "records",
        "Attribution": "records",
        "Candidate": "records",
        "Chain": "records",
        "Claim": "records",
        "ClaimtrackError": "errors",
        "Condition": "records",
        "Confidence": "scales",
        "Count": "records",
        "DanglingReference": "errors",
        "Document": "records",
        "Dossier": "dossier",
        "DuplicateId": "errors",
        "Excerpt": "records",
        "Finding": "findings",
        "InvalidDossier": "errors",
        "InvalidRecord": "errors",
        "Link": "records",
        "Location": "findings",
        "MissingExtra": "errors",
        "Normalized": "records",
        "Notice": "records",
        "Quantity": "records",
        "Rating": "records",
        "Recorded": "records",
        "Relation": "records",
        "Response": "records",
        "Source": "records",
        "UnknownName": "errors",
        "UnknownSchema": "errors",
        "UnreadableArticle": "errors",
        "UnreviewedDraft": "errors",
        "UnsafeReplacement": "errors",
        "Waiver": "records",
        "When": "when",
        "check": "lint",
        "link": "records",
        "nobody": "records",
        "read_dossiers": "dossier",
        "to_dict": "schema",
        "validate": "validation",
        "write_dossiers": "dossier",
    }
    _PACKAGES = frozenset(
        {
            "bulk",
            "confidence",
            "disclosure",
            "dossier",
            "draw",
            "errors",
            "extract",
            "findings",
            "interop",
            "lineage",
            "lint",
            "notation",
            "pages",
            "records",
            "scales",
            "schema",
            "sheet",
            "testing",
            "validation",
            "view",
            "when",
        }
    )

    _load = late_names(__name__, _HOMES, globals())

    def __getattr__(name: str) -> object:
        """Load a name, or a package, when it is first used."""
        if name in _PACKAGES:
            return import_module(f"claimtrack.{name}")
        return _load(name)

    def __dir__() -> list[str]:
        """List all names, for completion."""
        return sorted([*_HOMES, *_PACKAGES, "__version__"])


__all__ = [
    "Alias",
    "Anonymity",
    "Assessment",
    "Attribution",
    "Candidate",
    "Chain",
    "Claim",
    "ClaimtrackError",
    "Condition",
    "Confidence",
    "Count",
    "DanglingReference",
    "Document",
    "Dossier",
    "DuplicateId",
    "Excerpt",
    "Finding",
    "InvalidDossier",
    "InvalidRecord",
    "Link",
    "Location",
    "MissingExtra",
    "Normalized",
    "Notice",
    "Quantity",
    "Rating",
    "Recorded",
    "Relation",
    "Response",
    "Source",
    "UnknownName",
    "UnknownSchema",
    "UnreadableArticle",
    "UnreviewedDraft",
    "UnsafeReplacement",
    "Waiver",
    "When",
    "__version__",
    "check",
    "confidence",
    "disclosure",
    "draw",
    "lineage",
    "link",
    "lint",
    "nobody",
    "read_dossiers",
    "sheet",
    "to_dict",
    "validate",
    "write_dossiers",
]
