// The plain pages, read by a browser's parser: the values, texts and order of the tables of the program, in every tab and
// language; every record of the data; headings, landmarks, anchors and links that lead somewhere; nothing that data injects.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import esbuild from 'esbuild';
import { closeAll, launch, newPage, serve } from '../browser/harness.mjs';
import { BIN, DATA, ROOT, WEB, data, scratch } from '../fixtures/frozen.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';
import { plainPages } from '../../web/build/plain.mjs';

const LANGUAGES = fs.readdirSync(path.join(DATA, 'i18n')).map((file) => file.replace('.json', ''));
const NAMES = LANGUAGES.flatMap((lang) => VIEWS.map((view) => `${lang}/${view}`));
const htmlOf = (name) => fs.readFileSync(path.join(WEB, 'plain', `${name}.html`), 'utf8');

// Run in the page: what the document of `html` says.
function read(html) {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const all = (selector, from = doc) => [...from.querySelectorAll(selector)];
  const cellOf = (cell) => ({ text: cell.textContent, ...cell.dataset, links: all('a', cell).map((a) => [a.textContent, a.getAttribute('href')]) });
  return {
    lang: doc.documentElement.lang,
    title: doc.title,
    mode: doc.compatMode,
    description: doc.querySelector('meta[name=description]').content,
    head: all('link').map((link) => [link.rel, link.hreflang, link.getAttribute('href')]),
    headings: all('h1,h2,h3,h4,h5,h6').map((heading) => [heading.localName, heading.textContent]),
    landmarks: all('body > header, header nav, main, main > nav, body > footer').map((part) => part.localName),
    navs: all('nav').map((nav) => nav.ariaLabel),
    current: all('[aria-current=page]').map((link) => link.textContent),
    ids: all('[id]').map(({ id }) => id),
    links: all('a').map((a) => [a.getAttribute('href'), a.target, a.rel]),
    risky: all('script, style, iframe, object, embed, form, [style], base').length
      + all('*').filter((each) => each.getAttributeNames().some((attribute) => attribute.startsWith('on'))).length,
    tables: all('section').map((section) => ({
      id: section.id,
      title: section.querySelector('h2').textContent,
      sentence: section.querySelector('table > caption').textContent,
      columns: all('thead th', section).map((th) => [th.textContent, th.scope]),
      rows: all('tbody tr', section).map((tr) => ({ id: tr.id, naming: all('th[scope=row]', tr).length, cells: [...tr.children].map(cellOf) })),
    })),
  };
}

let page;
// As text: Playwright's own way to hand out large objects takes several times as long.
const parsed = async (html) => JSON.parse(await page.evaluate(`JSON.stringify((${read})(${JSON.stringify(html)}))`));
let docs; // by name
let tables; // of the program, by name
before(async () => {
  const folder = path.join(scratch('plain'), 'tables');
  execFileSync(path.join(BIN, 'tablero-data'), ['tables', '--out', folder], { stdio: 'pipe' });
  tables = new Map(NAMES.map((name) => [name, JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8')).tables]));
  const server = await serve();
  page = await newPage(await launch());
  await page.goto(`${server.url}/plain/es/panorama.html`);
  docs = new Map();
  for (const name of NAMES) docs.set(name, await parsed(htmlOf(name)));
});
after(closeAll);

test('values, texts, order, units, words for missing values and sources are those of the program', () => {
  let cells = 0;
  for (const [name, expected] of tables) {
    const words = data(`i18n/${name.slice(0, 2)}.json`);
    const found = docs.get(name).tables;
    assert.deepEqual(found.map(({ id }) => id), expected.map(({ id }) => id), name);
    expected.forEach((table, t) => {
      const where = `${name} ${table.id}`;
      const shown = table.columns.flatMap(({ only_download: only }, i) => (only ? [] : [i]));
      const own = found[t];
      assert.deepEqual([own.title, own.sentence], [table.title, table.sentence], where);
      const sourced = table.rows.some((row) => row.cells.some(({ sources }) => sources));
      const noted = table.rows.some(({ note, cells: all }) => note && !shown.some((i) => all[i].text === note));
      assert.deepEqual(own.columns, [
        ...shown.map((i) => table.columns[i]).map(({ name: text, unit }) => (unit ? `${text} (${unit})` : text)),
        ...(noted ? [words['page.column.note']] : []), ...(sourced ? [words['tab.fuentes']] : []),
      ].map((text) => [text, 'col']), where);
      assert.equal(own.rows.length, table.rows.length, where);
      table.rows.forEach((row, r) => {
        const line = own.rows[r];
        assert.equal(line.id, `${table.id}.${row.id}`.replace(/\s/g, '_'), where);
        assert.equal(line.naming, 1, where);
        assert.equal(line.cells.length, own.columns.length, where);
        shown.forEach((i, place) => {
          const { text, value, low, high, missing, url, links = url ? [{ text, url }] : [] } = row.cells[i];
          const cell = line.cells[place];
          cells += 1;
          assert.equal(cell.text, row.cells[i].links ? links.map((link) => link.text).join(' · ') : text, where);
          assert.deepEqual([cell.value, cell.low, cell.high].map((number) => (number === undefined ? undefined : Number(number))),
            [value, low, high], `${where} ${row.id}`);
          assert.equal(cell.missing, missing, `${where} ${row.id}`);
          assert.deepEqual(cell.links, links.map((link) => [link.text, link.url]), `${where} ${row.id}`);
        });
        const rest = line.cells.slice(shown.length).map(({ text }) => text);
        if (noted) assert.ok(rest[0] === (row.note ?? '') || line.cells.some(({ text }) => text === row.note), where);
        if (sourced) assert.equal(rest.at(-1), [...new Set(row.cells.flatMap(({ sources = [] }) => sources))].join(' '), where);
      });
    });
  }
  assert.ok(cells > 50000, `${cells}`);
});

// Section of a page -> how many records the files have for it.
const RECORDS = {
  panorama: () => ({ growth: data('community.json').milestones.length,
    ...Object.fromEntries(data('editions.json').editions.map(({ year, claims, gaps = [] }) =>
      [`edition-${year}`, claims.filter(({ shown }) => shown).length + gaps.length])) }),
  mapa: () => ({ map: data('cities.json').cities.length }),
  leaderboard: () => ({ 'task-list': data('leaderboard/tasks.json').tasks.length, models: data('leaderboard/models.json').models.length,
    ...Object.fromEntries(data('leaderboard/results.json').snapshots.map(({ id, model_count: count }) => [id, count])) }),
  proyectos: () => ({ projects: data('projects.json').projects.length, corpora: data('corpora.json').corpora.length,
    papers: data('editions.json').papers.length }),
  contribuciones: () => ({ external: data('contributions.json').external.length,
    ...Object.fromEntries(data('contributions.json').campaigns.map(({ id, rows }) => [id, rows.length])) }),
  charlas: () => ({ events: data('events.json').events.length }),
  fuentes: () => ({ sources: data('sources.json').sources.length, files: data('manifest.json').files.length }),
};

for (const [view, records] of Object.entries(RECORDS)) {
  test(`${view}: a row for each record, in every language`, () => {
    for (const lang of LANGUAGES) {
      const rows = new Map(docs.get(`${lang}/${view}`).tables.map((table) => [table.id, table.rows.length]));
      for (const [id, count] of Object.entries(records())) assert.equal(rows.get(id), count, `${lang} ${id}`);
    }
  });
}

test('values are those of the files, as people of the language write them', () => {
  const cellsOf = (name, id) => docs.get(name).tables.find((table) => table.id === id).rows.map(({ cells }) => cells.map(({ text }) => text));
  const of2024 = cellsOf('es/panorama', 'edition-2024');
  assert.ok(of2024.some(([metric, figure]) => metric === 'participantes' && figure === 'más de 500'));
  const [first] = cellsOf('es/contribuciones', 'include-2025');
  assert.match(first[0], /Francisco-Javier Rodrigo-Ginés/);
  assert.equal(first[1], '4.599');
  assert.equal(cellsOf('en/contribuciones', 'include-2025')[0][1], '4,599');
});

test('one h1, headings in order, landmarks with names, the tabs and languages, the document\'s language', () => {
  for (const [name, doc] of docs) {
    const [lang, view] = name.split('/');
    const words = data(`i18n/${lang}.json`);
    assert.equal(doc.lang, lang);
    assert.equal(doc.mode, 'CSS1Compat');
    assert.equal(doc.title, `${words[`tab.${view}`]} · ${words['app.title']}`);
    assert.deepEqual(doc.headings, [['h1', words[`tab.${view}`]], ...doc.tables.map(({ title }) => ['h2', title])], name);
    assert.deepEqual(doc.landmarks, ['header', 'nav', 'nav', 'main', 'nav', 'footer'], name);
    assert.deepEqual(doc.navs, ['tabs.name', 'language.name', 'page.contents'].map((key) => words[key]));
    assert.deepEqual(doc.current, [words[`tab.${view}`], words['locale.name']]);
    assert.deepEqual(doc.ids, [...new Set(doc.ids)], name);
    assert.ok(doc.description.length > 20 && doc.description.length <= 160, `${name}: ${doc.description}`);
    const alternates = [...Object.keys(JSON.parse(fs.readFileSync(path.join(WEB, 'languages.json'), 'utf8'))).map((tag) => [tag, `../${tag}/${view}.html`]),
      ['x-default', `../es/${view}.html`]];
    assert.deepEqual(doc.head.filter(([rel]) => rel === 'alternate').map(([, ...rest]) => rest), alternates, name);
    assert.deepEqual(doc.head.filter(([rel]) => rel === 'canonical').map(([, , href]) => href), [`${view}.html`]);
  }
});

test('every link leads to a page, an anchor or a file that there is, or out of the site by http', () => {
  const linked = new Set();
  for (const [name, doc] of docs) {
    for (const [href, target, rel] of doc.links) {
      if (/^https?:/.test(href)) {
        assert.deepEqual([target, rel], ['_blank', 'noopener'], href);
        continue;
      }
      const url = new URL(href, `http://x/plain/${name}.html`);
      const file = decodeURIComponent(url.pathname).slice(1) || 'index.html';
      assert.ok(fs.existsSync(path.join(WEB, file)), `${name}: ${href}`);
      linked.add(file);
      const goal = docs.get(file.replace(/^plain\/|\.html$/g, ''));
      if (url.hash) assert.ok(goal.ids.includes(decodeURIComponent(url.hash.slice(1))), `${name}: ${href}`);
      if (file === 'index.html' && url.searchParams.has('view')) {
        assert.deepEqual([url.searchParams.get('lang'), url.searchParams.get('view')], name.split('/'));
      }
    }
  }
  for (const name of NAMES) assert.ok(linked.has(`plain/${name}.html`), name);
  const index = fs.readFileSync(path.join(WEB, 'index.html'), 'utf8');
  for (const view of VIEWS) assert.ok(index.includes(`href="plain/es/${view}.html"`), view);
  for (const lang of LANGUAGES) assert.ok(index.includes(`href="plain/${lang}/${VIEWS[0]}.html"`), lang);
});

// Data of a stranger: signs of markup in every text, addresses that are no addresses of the web.
test('texts and addresses of the data inject nothing', async () => {
  const EVIL = '<img src=x onerror=alert(1)> "><script>alert(2)</script> &amp; \' </table>';
  const cell = (text, more = {}) => ({ text, ...more });
  const evil = { id: 'evil"><b>', file: 'x', source: 'x', title: EVIL, sentence: EVIL,
    columns: [{ id: 'a', name: EVIL, kind: 'word', unit: EVIL }, { id: 'b', name: 'b', kind: 'number' }],
    rows: [{ id: EVIL, note: `${EVIL}!`, cells: [cell(EVIL, { url: 'javascript:alert(3)', sources: [EVIL] }), cell(EVIL, { missing: EVIL })] },
      { id: 'b', cells: [cell('x', { links: [{ text: EVIL, url: 'data:text/html,x' }, { text: 'y', url: `https://x.org/?"><i>${EVIL}` }] }),
        cell('1', { value: 1 })] }] };
  const tab = { view: 'mapa', lang: 'es', title: EVIL, tables: [evil] };
  const [[, html]] = plainPages({ tabs: [tab], languages: { es: EVIL }, words: data('i18n/es.json') }, 'plain.css');
  const doc = await parsed(html);
  assert.equal(doc.risky, 0);
  assert.equal(doc.headings[0][1], EVIL);
  const [table] = doc.tables;
  assert.deepEqual([table.title, table.sentence, table.columns[0][0]], [EVIL, EVIL, `${EVIL} (${EVIL})`]);
  assert.deepEqual(table.rows[0].cells.map(({ text }) => text), [EVIL, EVIL, `${EVIL}!`, EVIL]);
  assert.deepEqual(doc.links.map(([href]) => href).filter((href) => /^(javascript|data):/.test(href)), []);
  assert.equal(table.rows[1].cells[0].text, `${EVIL} · y`);
  for (const [name, real] of docs) assert.equal(real.risky, 0, name);
});

// The fallback and printing read the pages without an HTML parser.
test('the reader of the scripts makes the same elements of every page as the browser', async () => {
  const { outputFiles: [{ text }] } = await esbuild.build({ entryPoints: [path.join(ROOT, 'web/plain_page.js')], bundle: true, write: false,
    format: 'iife', globalName: 'reader', footer: { js: 'globalThis.reader = reader;' }, define: { 'BUILD.PLAIN': '""' } });
  const bare = await newPage(page.context().browser());
  await bare.goto(`${new URL(page.url()).origin}/plain/es/panorama.html`);
  await bare.evaluate(text);
  for (const name of NAMES) {
    const [same, length] = await bare.evaluate(`((html, url) => {
      const doc = new DOMParser().parseFromString(html, 'text/html');
      for (const a of doc.querySelectorAll('a')) a.setAttribute('href', new URL(a.getAttribute('href'), url).href);
      const [own, browsers] = [reader.plainElements(html, url).innerHTML.trim(), doc.body.innerHTML.trim()];
      return [own === browsers, own.length];
    })(${JSON.stringify(htmlOf(name))}, 'https://example.org/plain/${name}.html')`);
    assert.ok(same, name);
    assert.ok(length > 10000, name);
  }
});
