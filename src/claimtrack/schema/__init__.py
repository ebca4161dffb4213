"""The JSON Schemas, and the one mapping between JSON and records.

This layer finds and loads the schemas in ``schemas/v1``, and converts valid JSON to
records and back. It must not know about files of records, engines or findings.
"""

from claimtrack.schema._bundle import bundle_schema
from claimtrack.schema._ids import derive_id, free_id, ids_of, is_derived_id
from claimtrack.schema._later import FORMAT, is_newer, put_back, set_aside
from claimtrack.schema._mapping import (
    NESTED,
    SHORTHANDS,
    Path,
    Problem,
    read_record,
)
from claimtrack.schema._record_parts import (
    Part,
    part_of,
    parts_of,
    parts_source,
    public_text,
)
from claimtrack.schema._ref_targets import Reference, find_references
from claimtrack.schema._store import (
    NAMES,
    URN,
    JsonValue,
    is_array,
    is_object,
    load_schema,
    schema_root,
    schema_text,
)
from claimtrack.schema._trusted import build_record, source_of
from claimtrack.schema._writers import thaw, to_dict, write_record, writer_source

__all__ = [
    "FORMAT",
    "NAMES",
    "NESTED",
    "SHORTHANDS",
    "URN",
    "JsonValue",
    "Part",
    "Path",
    "Problem",
    "Reference",
    "build_record",
    "bundle_schema",
    "derive_id",
    "find_references",
    "free_id",
    "ids_of",
    "is_array",
    "is_derived_id",
    "is_newer",
    "is_object",
    "load_schema",
    "part_of",
    "parts_of",
    "parts_source",
    "public_text",
    "put_back",
    "read_record",
    "schema_root",
    "schema_text",
    "set_aside",
    "source_of",
    "thaw",
    "to_dict",
    "write_record",
    "writer_source",
]
