// The type declarations accept the documented use and reject everything else.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { WEB } from '../fixtures/frozen.mjs';
import { VALUES } from './link_values.mjs';

const ts = createRequire(new URL('../../web/package.json', import.meta.url))('typescript');
const declarations = path.join(WEB, 'tablero.d.ts');

const imported = declarations.replace(/\.d\.ts$/, '');
const USES = {
  documented: `
    import type { SomosNlpTablero, TableroAttributes, TableroMessage, TableroRequest } from '${imported}';
    const attributes: TableroAttributes = { view: 'mapa', edition: '2024', lang: 'es', loading: 'lazy' };
    const element = document.createElement('somosnlp-tablero');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.addEventListener('tablero:statechange', ({ detail }) => {
      const query: string = detail.query;
      const other: SomosNlpTablero = element;
      other.setState(query);
    });
    element.addEventListener('tablero:error', (event) => event.detail.message.length);
    element.addEventListener('tablero:height', ({ detail }) => { element.style.height = detail.height + 'px'; });
    const request: TableroRequest = { type: 'tablero:setState', query: 'view=mapa' };
    addEventListener('message', (event: MessageEvent<TableroMessage>) => {
      if (event.data.type === 'tablero:height') event.data.height.toFixed();
      (event.source as Window).postMessage(request, event.origin);
    });
    element.addEventListener('click', () => element.destroy());
    element.state = 'view=mapa';`,
  keys: `const a: Required<import('${imported}').TableroState> = ${JSON.stringify(VALUES)};`,
  state: `document.createElement('somosnlp-tablero').setState(1);`,
  event: `document.createElement('somosnlp-tablero').addEventListener('tablero:error', (e) => e.detail.query);`,
  view: `const a: import('${imported}').TableroAttributes = { view: 'map' };`,
  word: `const a: import('${imported}').TableroAttributes = { panel: 'sizes' };`,
  key: `const a: import('${imported}').TableroAttributes = { panels: 'size' };`,
};

// Name of a use -> what the compiler says about it.
function compile() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-types-'));
  const file = (name) => path.join(folder, name + '.ts');
  for (const [name, code] of Object.entries(USES)) {
    fs.writeFileSync(file(name), `/// <reference path="${declarations}" />\n${code}\nexport {};\n`);
  }
  const program = ts.createProgram([...Object.keys(USES).map(file), declarations], {
    strict: true, noEmit: true, skipDefaultLibCheck: true, target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [],
  });
  const found = Object.fromEntries(Object.keys(USES).map((name) => {
    const said = ts.getPreEmitDiagnostics(program, program.getSourceFile(file(name)));
    return [name, said.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))];
  }));
  found.declarations = ts.getPreEmitDiagnostics(program, program.getSourceFile(declarations))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  fs.rmSync(folder, { recursive: true });
  return found;
}

test('the declarations fit the documented use and refuse others', () => {
  const found = compile();
  assert.deepEqual(found.declarations, []);
  assert.deepEqual(found.documented, []);
  assert.deepEqual(found.keys, []);
  for (const name of ['state', 'event', 'view', 'word', 'key']) assert.equal(found[name].length, 1, name);
});
