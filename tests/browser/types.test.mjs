// The type declarations fit the documented use, and refuse what is not.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const ts = createRequire(new URL('../../web/package.json', import.meta.url))('typescript');
const declarations = fileURLToPath(new URL('../../web/tablero.d.ts', import.meta.url));

function problems(code) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-types-'));
  const file = path.join(folder, 'use.ts');
  fs.writeFileSync(file, `/// <reference path="${declarations}" />\n${code}\nexport {};\n`);
  const program = ts.createProgram([file, declarations], {
    strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [],
  });
  const found = ts.getPreEmitDiagnostics(program).map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'));
  fs.rmSync(folder, { recursive: true });
  return found;
}

test('the documented use compiles', () => {
  assert.deepEqual(problems(`
    import type { SomosNlpTablero, TableroAttributes } from '${declarations.replace(/\.d\.ts$/, '')}';
    const attributes: TableroAttributes = { view: 'mapa', edition: '2024', lang: 'es', loading: 'lazy' };
    const element = document.createElement('somosnlp-tablero');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.addEventListener('tablero:statechange', ({ detail }) => {
      const query: string = detail.query;
      const other: SomosNlpTablero = element;
      other.setState(query);
    });
    element.addEventListener('tablero:error', (event) => event.detail.message.length);
    element.addEventListener('click', () => element.destroy());
    element.state = 'view=mapa';`), []);
});

test('wrong uses do not', () => {
  for (const code of [
    `document.createElement('somosnlp-tablero').setState(1);`,
    `document.createElement('somosnlp-tablero').addEventListener('tablero:error', (e) => e.detail.query);`,
    `const a: import('${declarations.replace(/\.d\.ts$/, '')}').TableroAttributes = { view: 'map' };`,
  ]) {
    assert.equal(problems(code).length, 1, code);
  }
});
