// A data folder and its schemas for tests, and a validator of JSON Schema that is not ours.
import fs from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';

// A validator that knows every schema under its file name or its $id.
function validator(schemaNames, read) {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  for (const format of ['uri', 'date', 'date-time', 'email']) ajv.addFormat(format, true);
  for (const name of schemaNames) {
    const schema = read(`schema/${name}`);
    ajv.addSchema(schema, schema.$id === undefined ? name : undefined);
  }
  return ajv;
}

// The folder `data`: read(name) parses a file, schemas has the schema of each file that has one, schemaFaults(name, doc)
// is what that schema says against `doc` as the file `name`; empty when it follows it.
export function openFolder(data) {
  const read = (name) => JSON.parse(fs.readFileSync(path.join(data, name), 'utf8'));
  const manifest = read('manifest.json');
  const schemaNames = fs.readdirSync(path.join(data, 'schema')).filter((name) => name.endsWith('.schema.json'));
  const ajv = validator(schemaNames, read);
  const schemaOf = (name) => ajv.getSchema(read(name).$id ?? path.basename(name));
  const schemas = Object.fromEntries(manifest.files.filter((f) => f.schema !== undefined).map((f) => [f.path, f.schema]));
  const schemaFaults = (name, doc) => {
    const validate = schemaOf(schemas[name]);
    validate(doc);
    return (validate.errors ?? []).map((e) => `${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`);
  };
  return { data, read, manifest, schemaNames, ajv, schemaOf, schemas, schemaFaults };
}
