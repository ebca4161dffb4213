"""`claimtrack draft`: a draft dossier from an article."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import click

from claimtrack._file_names import exists, is_file, read_file
from claimtrack._version import __version__
from claimtrack._writer import COMPRESSED
from claimtrack.cli._chosen import read_sound
from claimtrack.cli._inputs import (
    FILE,
    UnusableInput,
    read_words,
    shown,
    this_day,
    unreadable,
    write_output,
)
from claimtrack.cli._output import echo, echo_utf_8
from claimtrack.dossier import Dossier
from claimtrack.draw import to_json
from claimtrack.errors import ClaimtrackError
from claimtrack.extract import (
    LANGUAGES,
    Article,
    Mention,
    anchor,
    draft_sheet,
    mentions,
    read,
    spacy,
)
from claimtrack.extract import draft as draft_article
from claimtrack.findings import Finding
from claimtrack.notation import is_sheet
from claimtrack.validation import SHEET

if TYPE_CHECKING:
    from claimtrack.extract import Drafted

__all__ = ["draft"]

_RULES: Final = "rules"
_PIPELINE: Final = "spacy:"


@attrs.frozen
class _Means:
    """A way to find the mentions of an article.

    Attributes:
        find: returns the mentions.
        tool: the name of the tool in the records; None for rules.
        findings: refused parts of a proposal.
    """

    find: Callable[[Article], Iterable[Mention]] = mentions
    tool: str | None = None
    findings: tuple[Finding, ...] = ()


@click.command()
@click.argument("article", type=FILE)
@click.option(
    "-o",
    "--output",
    type=FILE,
    help="The file to write: NAME.claims.txt (a sheet) or NAME.claims.json.",
)
@click.option(
    "--into",
    type=FILE,
    help="An edited sheet to add the draft to. What people decided in it is kept.",
)
@click.option("--publisher", help="Who published the article; by default what it says.")
@click.option(
    "--published",
    metavar="DATE",
    help="When the article was published; by default what it says.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="The language of the article; by default what the page says, or English.",
)
@click.option(
    "--using",
    default=_RULES,
    show_default=True,
    metavar="rules|spacy:NAME|FILE",
    help="What finds who says what: rules, a spaCy pipeline, or a proposal in JSON.",
)
@click.option(
    "--known",
    type=FILE,
    help="A dossier whose sources the draft uses, by name and alias.",
)
@click.option("--sure", is_flag=True, help="Keep only what the surest rules found.")
def draft(  # noqa: PLR0917  # click calls it by name
    article: Path,
    output: Path | None,
    into: Path | None,
    publisher: str | None,
    published: str | None,
    lang: str | None,
    using: str,
    known: Path | None,
    *,
    sure: bool,
) -> None:
    """Draft a dossier from the text of ARTICLE, for a person to review.

    ARTICLE is plain text, a web page, or - for standard input. In a sheet, each
    guess is noted below its claim; with JSON, guesses go to standard error. Without
    -o, a terminal shows the sheet, and anything else gets JSON.
    """
    read_article = _read(article)
    if lang is not None:
        read_article = attrs.evolve(read_article, lang=lang)
    sheet_text, desk = _edited(into)
    try:
        means = _means(using, read_article)
        drafted = draft_article(
            read_article,
            publisher=publisher,
            published=published,
            using=means.find,
            known=_known(known, desk),
            at=this_day().isoformat(),
            sure=sure,
            tool=means.tool,
        )
    except (ClaimtrackError, LookupError) as error:
        raise UnusableInput(str(error)) from error
    target = output or into
    if target is None or str(target) == "-":
        _print(drafted, read_article)
    elif is_sheet(target.name):
        if into is None and exists(target):
            message = f"{shown(target)} already exists; use --into to add a draft to it"
            raise UnusableInput(message)
        name = _text_beside(target, article, read_article)
        made = draft_sheet(drafted, read_article, file=name, into=sheet_text)
        write_output(target, made)
    elif into is None:
        write_output(target, drafted.dossier.dumps())
    else:
        raise UnusableInput(f"{shown(target)} is not a sheet, but --into writes one")
    _report(drafted, means, lists=target is None or not is_sheet(target.name))


def _read(path: Path) -> Article:
    """Return an article from a file or standard input.

    Raises:
        UnusableInput: if it is not the text of an article.
    """
    try:
        if str(path) == "-":
            return read(sys.stdin.buffer.read())
        return read(path)
    except OSError as error:
        raise unreadable(path, error) from error
    except ClaimtrackError as error:
        raise UnusableInput(str(error)) from error


def _edited(path: Path | None) -> tuple[str | None, Dossier | None]:
    """Return the text of an edited sheet, and its dossier.

    Raises:
        UnusableInput: if the file is not a sheet.
    """
    if path is None:
        return None, None
    if not is_sheet(path.name):
        raise UnusableInput(
            f"{shown(path)} is not a sheet; the name of a sheet ends in .claims.txt"
        )
    return read_words(path), next(each for each, _ in read_sound([path], "text"))


def _known(path: Path | None, desk: Dossier | None) -> Dossier | None:
    """Return the desk's dossier with the declarations of an edited sheet added."""
    if path is None:
        return desk
    made = Dossier()
    desks = [each for each, _ in read_sound([path], "text")]
    desks += [] if desk is None else [desk]
    for source in (each for one in desks for each in one.sources):
        if source.name is not None and source.id not in made:
            made.source(
                source.kind,
                source.name,
                id=source.id,
                aka=source.aka,
                same_as=source.same_as,
                role=source.role,
                country=source.country,
                url=source.url,
            )
    return made


def _means(using: str, article: Article) -> _Means:
    """Return the way to find mentions that --using names.

    Raises:
        UnusableInput: for a file that cannot be read.
        MissingExtra: if spaCy or the pipeline is not installed.
    """
    if using == _RULES:
        return _Means()
    kind = "proposal"
    if using.startswith(_PIPELINE):
        kind = using
    tool = f"claimtrack {__version__} {kind}"
    if kind != "proposal":
        pipeline = spacy.load(using.removeprefix(_PIPELINE))
        return _Means(lambda each: spacy.mentions(each, pipeline=pipeline), tool)
    anchored = anchor(read_words(Path(using), encoding="utf-8-sig"), article)
    return _Means(lambda _: anchored.mentions, tool, anchored.findings)


def _text_beside(target: Path, path: Path, article: Article) -> str:
    """Return the name of the file with the article's text, as written in the sheet.

    This is the article's own file if it is plain text in the folder of the sheet or
    below it; otherwise the text is written next to the sheet.

    Raises:
        UnusableInput: if another file has that name.
    """
    folder, own = target.resolve().parent, path.resolve()
    data = article.text.encode("utf-8", "replace")
    is_below = own.is_relative_to(folder) and is_file(own)
    if is_below and read_file(own).removeprefix(codecs.BOM_UTF8) == data:
        return own.relative_to(folder).as_posix()
    stem = target.name.lower().removesuffix(COMPRESSED).removesuffix(SHEET)
    beside = target.with_name(f"{target.name[: len(stem)] or 'article'}.txt")
    if exists(beside) and read_file(beside) != data:
        message = f"{shown(beside)} already exists and holds another text"
        raise UnusableInput(message)
    write_output(beside, article.text)
    return beside.name


def is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout.isatty()


def _print(drafted: Drafted, article: Article) -> None:
    if is_terminal():
        echo(draft_sheet(drafted, article).rstrip("\n"))
    else:
        echo_utf_8(to_json(json.loads(drafted.dossier.dumps())) + "\n")


def _report(drafted: Drafted, means: _Means, *, lists: bool) -> None:
    """Report on standard error what was refused, and what a person has to decide.

    If parts of a proposal were refused, the exit status is 1.
    """
    for finding in (*means.findings, *(drafted.doubts if lists else ())):
        echo(str(finding), err=True)
    claims, doubts = len(drafted.dossier.claims), len(drafted.doubts)
    echo(
        f"drafted {claims} {'claim' if claims == 1 else 'claims'} with {doubts} "
        f"{'doubt' if doubts == 1 else 'doubts'}; nobody has reviewed them",
        err=True,
    )
    if any(each.severity == "error" for each in means.findings):
        sys.exit(1)
