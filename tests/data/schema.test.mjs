// Every data file against its JSON Schema (2020-12), by a validator that is not ours.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const DATA = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../data');
const read = (name) => JSON.parse(fs.readFileSync(path.join(DATA, name), 'utf8'));

const manifest = read('manifest.json');
const schemaNames = fs.readdirSync(path.join(DATA, 'schema')).filter((name) => name.endsWith('.schema.json'));
const REQUIRED = ['editions', 'cities', 'countries', 'projects', 'events', 'sponsors', 'contributions', 'community', 'corpora',
  'leaderboard/tasks', 'leaderboard/models', 'leaderboard/results', 'leaderboard/related', 'i18n/es', 'i18n/pt', 'i18n/en'];

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

const ajv = validator();
const schemaOf = (name) => {
  const own = read(name);
  return ajv.getSchema(own.$id ?? path.basename(name));
};

for (const name of schemaNames) {
  test(`${name} is a schema`, () => assert.ok(ajv.validateSchema(read(`schema/${name}`)), ajv.errorsText()));
}

test('the manifest lists the required files and no other', () => {
  const listed = manifest.files.map((f) => f.path);
  assert.equal(new Set(listed).size, listed.length);
  for (const name of REQUIRED) assert.ok(listed.includes(`${name}.json`), `${name}.json is missing`);
  const present = [];
  const walk = (folder) => {
    for (const e of fs.readdirSync(path.join(DATA, folder), { withFileTypes: true })) {
      const name = folder === '' ? e.name : `${folder}/${e.name}`;
      if (e.isDirectory()) walk(name);
      else if (name.endsWith('.json') && !name.startsWith('schema/')) present.push(name);
    }
  };
  walk('');
  assert.deepEqual(listed.slice().sort(), present.sort());
});

for (const file of manifest.files.filter((f) => f.schema !== undefined)) {
  test(`${file.path} follows ${file.schema}`, () => {
    const validate = schemaOf(file.schema);
    assert.ok(validate, `${file.schema} is missing`);
    validate(read(file.path));
    const first = (validate.errors ?? []).slice(0, 5).map((e) => `${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`);
    assert.deepEqual(first, []);
  });
}
