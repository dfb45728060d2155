// Whatever a file, its name or an argument contains, no command sends a terminal anything but visible characters and its own
// line breaks: no control sequences, no marks that reorder or hide text, and no line that somebody else wrote.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { ASSETS, BIN, DATA } from '../fixtures/frozen.mjs';

// C0, DEL, C1, bidirectional and zero-width marks, a separator of lines, a tag; then what would look like a line of ours.
const TRICKS = '\x1b[2J\x1b]0;title\x07\x7f\u0085\u009b31m\u202e\u2066\u200e\u061c\u200b\u200d\ufeff\u00ad\u2028\u{e0041}\rFORGED\nFORGED';
// Names of files cannot have a slash; arguments cannot have a zero byte.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-terminal-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

const copies = { count: 0 };
function copyOfData(change = () => {}) {
  const copy = path.join(folder, `${++copies.count} ${TRICKS}`);
  fs.cpSync(DATA, copy, { recursive: true });
  change({
    write: (name, text) => fs.writeFileSync(path.join(copy, name), text),
    edit: (name, edit) => {
      const document = JSON.parse(fs.readFileSync(path.join(copy, name), 'utf8'));
      edit(document);
      fs.writeFileSync(path.join(copy, name), JSON.stringify(document));
    },
  });
  return copy;
}

function file(name, text) {
  const full = path.join(folder, `${++copies.count} ${name}`);
  fs.writeFileSync(full, text);
  return full;
}

const UNSEEN = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e0fff}]/u;

// Runs a program and looks at each byte that it wrote.
function run(program, ...options) {
  const { status, stdout, stderr } = spawnSync(path.join(BIN, program), options, { timeout: 60000, env: { ...process.env, ASAN_OPTIONS: 'detect_leaks=0', DISPLAY: '', WAYLAND_DISPLAY: '' } });
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const output = decoder.decode(Buffer.concat([stdout, stderr]));
  const bad = UNSEEN.exec(output);
  assert.equal(bad, null, bad && `${JSON.stringify(output.slice(Math.max(0, bad.index - 80), bad.index + 20))}`);
  for (const line of output.split('\n')) assert.doesNotMatch(line, /^FORGED/);
  return { status, output };
}
const data = (...options) => run('tablero-data', ...options);
const escaped = (output) => assert.match(output, /\\u001b\[2J.*\\u202e.*\\u200b.*\\u000aFORGED/);

test('check: folders, files and what is in them', () => {
  const copy = copyOfData(({ write, edit }) => {
    write(`${TRICKS}.json`, '{}');
    write('i18n/xx.json', JSON.stringify({ [TRICKS]: 'a', 'locale.texts': TRICKS }));
    edit('cities.json', (d) => { d.cities[0].name = TRICKS; d.cities[1][TRICKS] = 1; });
    edit('events.json', (d) => { d.events[0].kind = TRICKS; d.events[1].id = TRICKS; });
    edit('manifest.json', (d) => { d.files[0].path = TRICKS; d.files[1].sources = [TRICKS]; });
    edit('sources.json', (d) => { d.sources[0].url = `https://example.org/${TRICKS}`; });
    edit('projects.json', (d) => { d.projects[0].sources = [TRICKS]; });
    write('corpora.json', `{"a": ${TRICKS}`);
    write('sponsors.json', Buffer.from([0x7b, 0x22, 0x1b, 0xe9, 0x9b, 0x22]));
  });
  const { status, output } = data('check', copy);
  assert.equal(status, 1);
  escaped(output);
  assert.ok(output.split('\n').length > 10);
});

test('check: a folder that is not there, and one without faults', () => {
  escaped(data('check', path.join(folder, `nowhere ${TRICKS}`)).output);
  const { status, output } = data('check', copyOfData());
  assert.equal(status, 0);
  escaped(output);
});

test('check names the file and the place of a text with tricks, in every kind of record', () => {
  const places = { 'editions.json': ['editions', 'title'], 'cities.json': ['cities', 'name'], 'projects.json': ['projects', 'name'], 'events.json': ['events', 'title'],
    'sponsors.json': ['sponsors', 'name'], 'contributions.json': ['campaigns', 'name'], 'corpora.json': ['corpora', 'name'], 'sources.json': ['sources', 'title'],
    'leaderboard/tasks.json': ['tasks', 'name'], 'leaderboard/models.json': ['models', 'licence'] };
  const copy = copyOfData(({ edit, write }) => {
    for (const [name, [list, key]] of Object.entries(places)) edit(name, (d) => { d[list][0][key] = 'Ana\u202egnp'; });
    edit('countries.json', (d) => { d.countries[0].name.pt = 'Ana\u200b'; });
    edit('leaderboard/related.json', (d) => { d.boards.find(({ columns }) => columns.length > 0).columns[0].name = 'a\u2067b'; });
    const words = JSON.parse(fs.readFileSync(path.join(DATA, 'i18n/en.json'), 'utf8'));
    write('i18n/en.json', JSON.stringify({ ...words, 'help.title': 'a\u2066b' }));
  });
  const { output } = data('check', copy);
  const lines = output.split('\n');
  for (const [name, [list, key]] of Object.entries(places)) {
    assert.ok(lines.some((line) => line.includes(`${name}: /${list}/0/${key}: expected a text without characters that are not seen`)), `${name} ${output.slice(0, 2000)}`);
  }
  assert.match(output, /countries\.json: \/countries\/0\/name\/pt: /);
  assert.match(output, /related\.json: \/boards\/\d+\/columns\/0\/name: /);
  assert.match(output, /i18n\/en\.json: \/help\.title: expected a text without characters that are not seen, found \\u2066/);
});

const people = (heading, row) => [heading, ...Array.from({ length: 12 }, (_, i) => row.replace('{i}', i))].join('\r\n');
const registrations = (file, ...options) => data('import', 'registrations', file, '--edition', '2026', '--data', copyOfData(), '--gazetteer', path.join(ASSETS, 'gazetteer.bin'), ...options);
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

test('import registrations: headings, statuses, places and the name of the file', () => {
  const csv = people(`Email,Status,City,Country,${quoted(`Note ${TRICKS}`)}`, `p{i}@example.org,Attending,Lima,Peru,x`);
  const row = (status, city, country) => Array.from({ length: 7 }, (_, i) => ['q' + i + city.length + '@example.org', status, city, country, 'x'].map(quoted).join(',')).join('\r\n');
  // Long texts are taken for personal ones and not shown at all.
  const odd = [row('Attending', `Villa ${TRICKS}`, TRICKS), row('Attending', 'Xyz\u200b\x9b', 'Peru')].join('\r\n');
  const { status, output } = registrations(file(`people ${TRICKS}.csv`, `${csv}\r\n${odd}`));
  assert.equal(status, 0, output);
  escaped(output);
  assert.match(output, /Xyz\\u200b\\u009b/);
  const unknown = registrations(file('statuses.csv', `${csv}\r\n${row('Maybe\u202e\x9b', 'Lima', 'Peru')}`));
  assert.equal(unknown.status, 1);
  assert.match(unknown.output, /7 rows with other ones: Maybe\\u202e\\u009b/);
  escaped(registrations(file(`no place ${TRICKS}.csv`, people(quoted(TRICKS), 'x')), '--dry-run').output);
  escaped(registrations(path.join(folder, TRICKS)).output);
  const map = (content) => file(`map ${TRICKS}.json`, JSON.stringify(content));
  const good = file('good.csv', csv);
  for (const content of [{ columns: { place: TRICKS } }, { columns: { [TRICKS]: 'x' } }, { places: { x: TRICKS } }, { [TRICKS]: 1 }, TRICKS]) {
    escaped(registrations(good, '--map', map(content)).output);
  }
});

test('import results: names of tasks, models and files', () => {
  const results = (name, content) => file(name, JSON.stringify(content));
  const { id: known, metric } = JSON.parse(fs.readFileSync(path.join(DATA, 'leaderboard/tasks.json'), 'utf8')).tasks[0];
  const config = { model_name: 'org/model', model_dtype: 'torch.float16' };
  const run = results(`run ${TRICKS}.json`, { date: 1790000000, config,
    results: { [known]: { [`${metric},none`]: 0.5, [`${TRICKS},none`]: 'x' }, [TRICKS]: { 'acc,none': 0.5 } }, group_subtasks: { [TRICKS]: [TRICKS] } });
  const other = results(`other ${TRICKS}.json`, { [TRICKS]: 1 });
  const call = (...options) => data('import', 'results', ...options, '--licence', 'MIT', '--data', copyOfData());
  const { output: named } = call(results(`nobody ${TRICKS}.json`, { results: { [known]: { acc: 0.5 } }, config: { model_args: `pretrained=/${TRICKS}` } }),
    '--snapshot', 'x');
  escaped(named);
  const { output } = call(run, other, '--snapshot', 'lb-2026-11', '--date', '2026-11', '--dry-run');
  escaped(output);
  escaped(call(run, '--snapshot', TRICKS).output);
  escaped(call(run, '--snapshot', 'lb-2026-11', '--date', '2026-11', '--title', TRICKS).output);
  escaped(call(run, '--snapshot', 'lb-2026-11', '--date', TRICKS).output);
  escaped(call(run, '--snapshot', 'lb-2026-11', '--date', '2026-11', '--url', `https://example.org/${TRICKS}`).output);
  escaped(call(file(`cut ${TRICKS}.json`, `{"results": "${TRICKS}`), '--snapshot', 'x').output);
  escaped(call(path.join(folder, `nowhere ${TRICKS}`), '--snapshot', 'x').output);
});

test('wrong usage quotes arguments', () => {
  for (const options of [[TRICKS], ['check', `--${TRICKS}`], ['import', TRICKS], ['import', 'registrations', 'a', '--edition', TRICKS],
    ['render', '--view', TRICKS, '--size', '10x10', '--out', 'x'], ['render', '--card', TRICKS, '--out', folder],
    ['render', '--view', 'mapa', '--size', '10x10', '--out', 'x', '--lang', TRICKS], ['render', '--view', 'mapa', '--out', 'x', '--data', TRICKS]]) {
    escaped(data(...options).output);
  }
});

test('the desktop program', () => {
  escaped(run('tablero', `--${TRICKS}`).output);
  escaped(run('tablero', '--data', path.join(folder, TRICKS)).output);
  const copy = copyOfData(({ write }) => write('editions.json', `{"${'k'}": "${'\u202e'}`));
  const shot = run('tablero', '--data', copy, '--screenshot', path.join(folder, `no folder ${TRICKS}`, 'x.png'), '--size', '64x48');
  assert.equal(shot.status, 1);
  escaped(shot.output);
});

test('pipes, devices and folders as arguments are refused at once', () => {
  const pipe = path.join(folder, 'pipe');
  spawnSync('mkfifo', [pipe]);
  const copy = copyOfData();
  const good = file('good.csv', people('Email,City', 'p{i}@example.org,Lima'));
  const gazetteer = path.join(ASSETS, 'gazetteer.bin');
  const start = performance.now();
  for (const [what, word] of [[pipe, 'a named pipe'], ['/dev/zero', 'a device'], [folder, 'a folder']]) {
    for (const options of [['registrations', what, '--edition', '2026'], ['registrations', good, '--edition', '2026', '--map', what],
      ['registrations', good, '--edition', '2026', '--gazetteer', what]]) {
      const { status, output } = data('import', ...options, ...(options.includes('--gazetteer') ? [] : ['--gazetteer', gazetteer]), '--data', copy, '--dry-run');
      assert.equal(status, 1, output);
      assert.match(output, new RegExp(`found ${word}`));
    }
    if (word !== 'a folder') {
      const { status, output } = data('import', 'results', what, '--snapshot', 'x', '--data', copy);
      assert.equal(status, 1);
      assert.match(output, new RegExp(`found ${word}`));
    }
  }
  for (const name of ['editions.json', 'i18n/es.json']) {
    fs.rmSync(path.join(copy, name));
    spawnSync('mkfifo', [path.join(copy, name)]);
  }
  assert.equal(data('check', copy).status, 1);
  assert.ok(performance.now() - start < 60000);
});
