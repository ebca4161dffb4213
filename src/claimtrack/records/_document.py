"""Documents: published or leaked works."""

from __future__ import annotations

from typing import ClassVar

import attrs

from claimtrack.records import _limits
from claimtrack.records._accepted import (
    to_ids,
    to_optional_id,
    to_optional_when,
    to_strings,
)
from claimtrack.records._checks import (
    each,
    identifier,
    matching,
    moment,
    one_of,
    optional,
    refuse,
    text,
)
from claimtrack.records._foreign import EMPTY, FrozenMapping, freeze_mapping
from claimtrack.records._show import show
from claimtrack.records._words import DocumentKind, DocumentStatus, words
from claimtrack.when import When

__all__ = ["Document"]

_WHEN = optional(moment)


@attrs.frozen(kw_only=True, repr=False)
class Document:
    """A published or leaked work: article, post, speech, dataset, broadcast.

    Attributes:
        id: slug, URN or IRI, unique in its dossier.
        kind: article, live-blog, post, speech, press-release, broadcast, interview,
            report, dataset, leak, image, video, audio, page.
        title: the title; a document needs a title or a `url`.
        publisher: id of the source that published it.
        authors: ids of the sources that wrote it.
        url: the address of the document.
        archived: addresses (IRIs) of archived copies.
        sha256: hash of the text, as UTF-8, in which excerpts count their offsets; 64
            hexadecimal digits.
        image: IRIs of pictures that go with it.
        lang: BCP 47 tag of the language of the document.
        published: when it was published.
        modified: when it was last changed.
        retrieved: when the desk read it.
        status: how far along it is: draft, ready or published.
        version: which version of the document it is.
        license: the licence or terms of use.
        note: the desk's own remarks. Private.
        ext: foreign data, verbatim. Private.

    Raises:
        InvalidRecord: for a value that the field does not take.

    >>> Document(id="april", kind="article", title="Report", published="2025-04~")
    Document(id='april', kind='article', title='Report', published=When('2025-04~'))
    """

    type: ClassVar[str] = "document"

    id: str = attrs.field(validator=identifier)
    kind: DocumentKind = attrs.field(
        validator=one_of(words(DocumentKind), "a kind of document")
    )
    title: str | None = attrs.field(default=None, validator=optional(text()))
    publisher: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    authors: tuple[str, ...] = attrs.field(
        default=(), converter=to_ids, validator=each(identifier)
    )
    url: str | None = attrs.field(default=None, validator=optional(matching("iri")))
    archived: tuple[str, ...] = attrs.field(
        default=(), converter=to_strings, validator=each(matching("iri"))
    )
    sha256: str | None = attrs.field(
        default=None, validator=optional(matching("sha256"))
    )
    image: tuple[str, ...] = attrs.field(
        default=(), converter=to_strings, validator=each(matching("iri"))
    )
    lang: str | None = attrs.field(
        default=None, validator=optional(matching("language"))
    )
    published: When | None = attrs.field(
        default=None, converter=to_optional_when, validator=_WHEN
    )
    modified: When | None = attrs.field(
        default=None, converter=to_optional_when, validator=_WHEN
    )
    retrieved: When | None = attrs.field(
        default=None, converter=to_optional_when, validator=_WHEN
    )
    status: DocumentStatus | None = attrs.field(
        default=None,
        validator=optional(one_of(words(DocumentStatus), "a document status")),
    )
    version: str | None = attrs.field(default=None, validator=optional(text()))
    license: str | None = attrs.field(default=None, validator=optional(text()))
    note: str | None = attrs.field(default=None, validator=optional(text(_limits.TEXT)))
    ext: FrozenMapping = attrs.field(default=EMPTY, converter=freeze_mapping)

    def __attrs_post_init__(self) -> None:
        """Ask for a title or a url, which identifies the document."""
        if self.title is None and self.url is None:
            problem = "title is required because there is no url"
            raise refuse(self, "title", problem, "Add a title or a url.", "CT011")

    __repr__ = show
