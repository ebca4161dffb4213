"""How fast a dossier is judged and built, beside libraries that do one of the two.

Run it from the repository's top::

    uv run --group bench python benchmarks/peers.py [CLAIMS]

The dossier is that of `model.py`. Peers get models or a schema with the same fields,
which check types and vocabularies: no patterns, no references, no calendar. What says
"all of it" holds the dossier against the schemas of the format. Each begins with bytes,
so that parsing counts for all. Times are CPU times of one run: the ratios count. The
memory is the most that is held beyond the text, of a dossier ten times as large.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, Final

import attrs
import cattrs
import fastjsonschema
import jsonschema
import jsonschema_rs
import model
import msgspec
import orjson
from measures import measure, peak

import claimtrack as ct

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pydantic

TIMES: Final = 10
"""How many times as large the dossier is for which memory is measured."""

_Fields = list[tuple[str, Any, Any]]


def fields_of(cls: type[pydantic.BaseModel], own: Mapping[str, Any]) -> _Fields:
    """Return the fields of a pydantic model, for those who make classes of them.

    Args:
        cls: the model.
        own: the types that take the place of those which are models themselves.
    """
    return [
        (name, own.get(name, field.rebuild_annotation()), field.get_default())
        for name, field in cls.model_fields.items()
    ]


def family(make: Callable[[str, _Fields], type]) -> type:
    """Return a class for dossiers, made with those for links, excerpts and records."""
    link: Any = make("Link", fields_of(model.Link, {}))
    excerpt: Any = make("Excerpt", fields_of(model.Excerpt, {}))
    own = {
        "chain": tuple[str | link, ...] | None,
        "excerpts": tuple[excerpt, ...] | None,
    }
    record: Any = make("Record", fields_of(model.Record, own))
    return make("Dossier", fields_of(model.Dossier, {"records": tuple[record, ...]}))


def struct(name: str, fields: _Fields) -> type:
    """Return a class of msgspec."""
    given = [
        (each, kind) if _is_needed(usual) else (each, kind, usual)
        for each, kind, usual in fields
    ]
    return msgspec.defstruct(
        name, given, frozen=True, kw_only=True, forbid_unknown_fields=True
    )


def attrs_class(name: str, fields: _Fields) -> type:
    """Return a class of attrs."""
    made = {
        each: attrs.field(
            type=kind, default=attrs.NOTHING if _is_needed(usual) else usual
        )
        for each, kind, usual in fields
    }
    return attrs.make_class(name, made, frozen=True, kw_only=True)


def _is_needed(usual: object) -> bool:
    return type(usual).__name__ == "PydanticUndefinedType"


def structurer(cls: type) -> Callable[[object], object]:
    """Return what has cattrs build a dossier."""
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
    record = attrs.fields_dict(cls)["records"].type.__args__[0]
    either = attrs.fields_dict(record)["chain"].type.__args__[0].__args__[0]
    link = either.__args__[1]

    def build(value: Any, _kind: object) -> object:  # noqa: ANN401
        return value if isinstance(value, str) else converter.structure(value, link)

    converter.register_structure_hook(either, build)
    return lambda value: converter.structure(value, cls)


def table(title: str, works: Mapping[str, Callable[[bytes], object]]) -> None:
    """Print what each costs: CPU milliseconds, times that of the first, and MiB.

    Args:
        title: of the table.
        works: what is done, by its name, with the text of a dossier.
    """
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else model.CLAIMS
    small, large = (
        model.build_dossier(each).dumps().encode() for each in (claims, TIMES * claims)
    )
    ours = None
    print(f"{title:42} {'ms':>9} {'times ours':>11} {f'MiB of {TIMES} times':>16}")
    for name, work in works.items():
        most = peak(lambda work=work: work(large))
        spent = measure(lambda work=work: work(small))
        ours = ours or spent
        row = f"  {name:40} {spent * 1e3:9.2f} {spent / ours:11.2f} {most:16.1f}"
        print(row, flush=True)


def main() -> None:
    """Measure and print."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else model.CLAIMS
    data = model.build_dossier(claims).dumps().encode()
    schema = model.Dossier.model_json_schema()
    slow = jsonschema.Draft202012Validator(schema)
    quick = jsonschema_rs.Draft202012Validator(schema)
    compiled = fastjsonschema.compile(
        {**schema, "$schema": "http://json-schema.org/draft-07/schema#"}
    )
    decoder = msgspec.json.Decoder(family(struct))
    build = structurer(family(attrs_class))
    if not ct.Dossier.loads(data) or not slow.is_valid(orjson.loads(data)):
        raise SystemExit("the dossier is not sound")
    print(f"{len(data) / 1e6:.2f} MB, Python {sys.version.split()[0]}")
    table(
        "verdict",
        {
            "claimtrack, all of it": ct.validate,
            "claimtrack without the extra, all of it": lambda text: ct.validate(
                text, engine="reference"
            ),
            "orjson, no verdict": orjson.loads,
            "json, no verdict": json.loads,
            "jsonschema-rs": lambda text: quick.is_valid(orjson.loads(text)),
            "fastjsonschema": lambda text: compiled(orjson.loads(text)),
            "jsonschema": lambda text: slow.is_valid(orjson.loads(text)),
        },
    )
    table(
        "build",
        {
            "claimtrack, all of it": ct.Dossier.loads,
            "msgspec": decoder.decode,
            "pydantic": model.Dossier.model_validate_json,
            "cattrs": lambda text: build(orjson.loads(text)),
        },
    )


if __name__ == "__main__":
    main()
