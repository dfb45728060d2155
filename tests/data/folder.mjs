// The frozen data folder and its schemas for tests, and a validator of JSON Schema that is not ours.
import fs from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { DATA } from '../fixtures/frozen.mjs';

export { DATA };
export const read = (name) => JSON.parse(fs.readFileSync(path.join(DATA, name), 'utf8'));
export const manifest = read('manifest.json');
export const schemaNames = fs.readdirSync(path.join(DATA, 'schema')).filter((name) => name.endsWith('.schema.json'));

// A validator that knows every schema under its file name and under its $id.
function validator() {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  for (const format of ['uri', 'date', 'date-time', 'email']) ajv.addFormat(format, true);
  for (const name of schemaNames) {
    const schema = read(`schema/${name}`);
    ajv.addSchema(schema, schema.$id === undefined ? name : undefined);
  }
  return ajv;
}

export const ajv = validator();
export const schemaOf = (name) => ajv.getSchema(read(name).$id ?? path.basename(name));
// Files with a schema: path -> schema.
export const schemas = Object.fromEntries(manifest.files.filter((f) => f.schema !== undefined).map((f) => [f.path, f.schema]));
// What the schema says against `doc` as the file `name`; empty when it follows it.
export function schemaFaults(name, doc) {
  const validate = schemaOf(schemas[name]);
  validate(doc);
  return (validate.errors ?? []).map((e) => `${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`);
}
