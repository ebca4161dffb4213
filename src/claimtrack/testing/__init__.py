"""Strategies for hypothesis: every record, and whole dossiers, for your own tests.

Needs the extra ``claimtrack[test]``. Nothing else in claimtrack needs this package.

Generated dossiers are consistent: every reference leads to a record of the right type.
Single records refer to any id, or to those that their keywords allow.

>>> from hypothesis import given, settings
>>> from claimtrack import Dossier
>>> @settings(max_examples=10, deadline=None)
... @given(dossiers(max_attributions=3))
... def check_that_files_keep_everything(dossier: Dossier) -> None:
...     assert Dossier.loads(dossier.dumps()) == dossier
>>> check_that_files_keep_everything()
"""

from claimtrack.testing._any_assessment import assessments
from claimtrack.testing._any_attribution import attributions
from claimtrack.testing._any_chain import chains, links
from claimtrack.testing._any_claim import claims
from claimtrack.testing._any_confidence import confidences
from claimtrack.testing._any_document import documents
from claimtrack.testing._any_dossier import dossiers
from claimtrack.testing._any_foreign import json_values
from claimtrack.testing._any_notice import notices
from claimtrack.testing._any_opinion import opinions
from claimtrack.testing._any_relation import relations
from claimtrack.testing._any_source import sources
from claimtrack.testing._any_waiver import waivers
from claimtrack.testing._any_when import whens
from claimtrack.testing._record import records
from claimtrack.testing._text import ids

__all__ = [
    "assessments",
    "attributions",
    "chains",
    "claims",
    "confidences",
    "documents",
    "dossiers",
    "ids",
    "json_values",
    "links",
    "notices",
    "opinions",
    "records",
    "relations",
    "sources",
    "waivers",
    "whens",
]
