// docs/organizadores.md, followed as it stands in a folder of its own: a copy of the frozen data, the program, and made-up
// downloads. What a command prints is what the guide shows, and every message that it explains is one that its cause brings.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { ASSETS, BIN, DATA, scratch } from '../fixtures/frozen.mjs';
import { ROOT, chapter, documentOf, rowsOf, shows } from './documents.mjs';

const FIXTURES = path.join(ROOT, 'tests/fixtures');
const guide = documentOf('docs/organizadores.md');
const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=0', DISPLAY: '', WAYLAND_DISPLAY: '' };

const home = scratch('organizers');
const at = (...names) => path.join(home, ...names);
fs.cpSync(DATA, at('data'), { recursive: true });
fs.mkdirSync(at('build', 'native'), { recursive: true });
fs.copyFileSync(path.join(BIN, 'tablero-data'), at('build', 'native', 'tablero-data'));
fs.symlinkSync(ASSETS, at('build', 'native', 'assets'));
fs.copyFileSync(path.join(FIXTURES, 'registrations/eventbrite_question.csv'), at('inscripciones.csv'));
fs.cpSync(path.join(FIXTURES, 'results/inventado'), at('resultados/inventado'), { recursive: true });
fs.cpSync(path.join(FIXTURES, 'results/requests'), at('peticiones'), { recursive: true });

const edit = (folder, name, change) => {
  const doc = JSON.parse(fs.readFileSync(at(folder, name), 'utf8'));
  change(doc);
  fs.writeFileSync(at(folder, name), `${JSON.stringify(doc, null, 1)}\n`);
};
// Without an input: bash takes a socket for a remote login and reads the machine's bashrc.
const shell = (command, cwd = home) => spawnSync('bash', ['-euo', 'pipefail', '-c', command],
  { cwd, env, encoding: 'utf8', timeout: 120000, stdio: ['ignore', 'pipe', 'pipe'] });
const linesOf = (text) => text.replace(/\n$/, '').split('\n').filter((line, i, all) => line !== '' || all.length > 1);

// What is typed and what is shown after it, of the blocks in their order; a block of JSON goes into the list of editions.
const steps = guide.blocks.filter(({ language }) => language === 'console' || language === 'json').flatMap(({ language, text }) => {
  if (language === 'json') return [{ json: JSON.parse(text) }];
  return text.split(/^\$ /m).filter(Boolean).map((part) => {
    const [command, ...said] = linesOf(part);
    return { command, said };
  });
});

for (const { json, command, said } of steps) {
  if (json) {
    test(`goes to the end of the editions: ${json.title}`, () => edit('data', 'editions.json', ({ editions }) => editions.push(json)));
    continue;
  }
  test(`$ ${command}`, () => {
    const { status, stdout, stderr } = shell(command);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.equal(shows(said, linesOf(stdout)), '', stdout);
  });
}

test('afterwards there is what the guide speaks of', () => {
  assert.ok(steps.length >= 9);
  for (const [, name] of guide.text.matchAll(/`(mapa-\d+\.png|tarjetas|data\/\w+\.json)`/g)) assert.ok(fs.existsSync(at(name)), name);
  // The places that stay out: fewer than five people (tests/fixtures/registrations/README.md).
  const { cities } = JSON.parse(fs.readFileSync(at('data/cities.json'), 'utf8'));
  const counts = cities.flatMap((city) => city.editions.filter((e) => e.year === 2027).map((e) => e.count));
  assert.equal(counts.length, 11);
  assert.ok(Math.min(...counts) >= 5);
});

test('an output that differs from what is shown is noticed', () => {
  assert.equal(shows(['a', '…', 'c d…'], ['a', 'b', 'b', 'c d e']), '');
  assert.match(shows(['a', 'c'], ['a', 'b']), /expected "c", found "b"/);
  assert.match(shows(['a'], ['a', 'b']), /expected the end/);
  assert.match(shows(['a', '…', 'z'], ['a', 'b']), /found "the end"/);
});

// What brings each message: something is broken in a copy of the data, or typed wrongly.
const program = at('build', 'native', 'tablero-data');
const check = `'${program}' check broken`;
const registrations = `'${program}' import registrations`;
const results = `'${program}' import results --licence MIT`;
const broken = (name, change) => ({ command: check, prepare: () => edit('broken', name, change) });
const CAUSES = [
  { command: check, prepare: () => fs.writeFileSync(at('broken/editions.json'), fs.readFileSync(at('data/editions.json'), 'utf8').replace('"editions": [', '"editions": [,')) },
  broken('editions.json', ({ editions }) => delete editions[5].title),
  broken('editions.json', ({ editions }) => { editions[5].dates.start = '2027-13-01'; }),
  broken('events.json', ({ events }) => { events[0].kind = 'feria'; }),
  { command: check, prepare: () => fs.rmSync(at('broken/events.json')) },
  { command: check, prepare: () => fs.copyFileSync(at('inscripciones.csv'), at('broken/inscripciones.csv')) },
  { command: `head -4 inscripciones.csv > pocas.csv && ${registrations} pocas.csv --edition 2027 --dry-run` },
  { command: `${registrations} inscripciones.csv --edition 2031 --dry-run` },
  { command: `${registrations} nada.csv --edition 2027 --dry-run` },
  { command: `printf 'Correo,Color\\nana@example.org,azul\\n' > otro.csv && ${registrations} otro.csv --edition 2027 --dry-run` },
  { command: `printf 'ana@example.org,Cádiz\\n' > lista.csv && ${registrations} lista.csv --edition 2027 --dry-run` },
  { command: `printf '[{"correo": "ana@example.org"}]' > datos.csv && ${registrations} datos.csv --edition 2027 --dry-run` },
  { command: `printf 'Correo,Estado de la solicitud,Ciudad\\nana@example.org,verde,Cádiz\\n' > luz.csv && ${registrations} luz.csv --edition 2027 --dry-run` },
  { command: `cd wrong && echo '{"places": {"la nube": "Cádiz, ES"},}' > lugares.json && ${registrations} ../inscripciones.csv --edition 2027 --map lugares.json --dry-run` },
  { command: `mkdir -p vacia && ${results} vacia --snapshot lb-2027-10` },
  { command: `echo '{"results": {"gsm8k": {"acc": 0.5}}, "model_name": "a/b"}' > otras.json && ${results} otras.json --snapshot lb-2027-10` },
  { command: `echo '{"results": {"copa_es": {"acc": 0.5}}}' > nadie.json && ${results} nadie.json --snapshot lb-2027-10` },
  { command: `flock data/.import-lock ${results} resultados --snapshot lb-2027-10` },
  { command: `${results} resultados --snapshot 'LB 2027'` },
  { command: `'${program}' render --card 2031 --out tarjetas` },
  { command: `cd wrong && '${program}' render --card 2027 --lang all --out tarjetas` },
];

test('every message that the guide explains is brought by a cause, and every cause is explained', () => {
  const messages = rowsOf(chapter(guide.text, '### Mensajes del programa')).map(([cell]) => /^`(.*)`$/.exec(cell)[1]);
  fs.mkdirSync(at('wrong'));
  const seen = CAUSES.map(({ command, prepare }) => {
    fs.rmSync(at('broken'), { recursive: true, force: true });
    fs.cpSync(at('data'), at('broken'), { recursive: true });
    prepare?.();
    const { status, stderr } = shell(command);
    assert.equal(status, 1, `${command}\n${stderr}`);
    return linesOf(stderr);
  });
  const explains = (message, lines) => lines.some((line) => shows([message], [line]) === '' || shows([`…/${message}`], [line]) === '');
  assert.equal(messages.length, CAUSES.length);
  assert.deepEqual(messages.filter((message) => !seen.some((lines) => explains(message, lines))), []);
  assert.deepEqual(seen.filter((lines) => !messages.some((message) => explains(message, lines))), []);
});

test('a command that fails writes nothing, as the guide promises', () => {
  const before = shell('cat data/*.json data/*/*.json data/*/*/*.json | sha256sum').stdout;
  assert.notEqual(shell(`${registrations} inscripciones.csv --edition 2031`).status, 0);
  assert.notEqual(shell(`${results} resultados --snapshot 'LB 2027'`).status, 0);
  assert.equal(shell('cat data/*.json data/*/*.json data/*/*/*.json | sha256sum').stdout, before);
});
