// Judges values with ajv, by the schemas of this repository and nothing else.
//
// Usage: node judge.mjs SCHEMAS < CASES
// SCHEMAS is the folder of the schemas. CASES has a JSON object on each line:
// {"schema": "urn:claimtrack:v1:record", "value": …}. Prints true or false for each.
// What ajv's strict mode would only warn of is an error here.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Ajv2020 from "ajv/dist/2020.js";

const folder = process.argv[2];
const schemas = readdirSync(folder)
  .filter((name) => name.endsWith(".schema.json"))
  .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));

function extensions(node, found = new Set()) {
  if (node === null || typeof node !== "object") return found;
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith("x-")) found.add(key);
    else extensions(value, found);
  }
  return found;
}

const ajv = new Ajv2020({
  allowUnionTypes: true, // a link is an object, or the id of its source
  strictRequired: false, // what all kinds need stands beside what each may have
  strictSchema: true,
  strictTuples: true,
  strictTypes: false, // a keyword says nothing of values of other types, as it may
});
ajv.addVocabulary([...extensions(schemas)]);
ajv.addSchema(schemas);

const compiled = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const { schema, value } = JSON.parse(line);
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile({ $ref: schema }));
  console.log(compiled.get(schema)(value));
}
