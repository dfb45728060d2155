// The plain pages of the dashboard, one per tab and language: its tables as HTML that needs neither script nor WebGL. They
// are what index.html leads to without script, what fallback.js shows where the program cannot run, what is printed, and
// what search engines and reader modes read. Made of what `tablero-data tables` writes: no value gets its text here.
//
// web/plain_page.js reads them too, so they keep to a part of HTML: every element but void ones of the head is closed,
// every attribute has a value in double quotes, and only &amp; &lt; &gt; &quot; stand for signs.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * @typedef {{ text: string, url: string }} Link
 * @typedef {{ id: string, name: string, kind: 'word' | 'number' | 'share' | 'amount' | 'interval', unit?: string, only_download?: boolean }} Column
 * @typedef {{ text: string, brief?: string, code?: string, value?: number, low?: number, high?: number, missing?: string,
 *   qualifier?: string, sources?: string[], url?: string, links?: Link[] }} Cell
 * @typedef {{ id: string, note?: string, cells: Cell[] }} Row
 * @typedef {{ id: string, file: string, source: string, title: string, sentence: string, columns: Column[], rows: Row[] }} Table
 * @typedef {{ view: string, lang: string, title: string, tables: Table[] }} Tab
 * @typedef {{ tabs: Tab[], languages: Record<string, string>, words: Record<string, string> }} Site The tabs of one language.
 */

const MANY_COLUMNS = 4; // more do not fit a phone: the table scrolls sideways
const DESCRIPTION = 155; // characters that search engines show
const FIRST_LANGUAGE = 'es';
const SOURCES_TAB = 'fuentes';
// Without script; the style sheet is the folder's own.
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
// Of an edition, what stands under the still of the page before the program draws.
const KEY_METRICS = ['participants', 'countries', 'registrations', 'projects', 'questions_collected', 'papers', 'speakers'];

const SIGNS = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });
/** @param {string | number} text */
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => SIGNS[sign]);

/** @type {(name: string, attributes: Record<string, string | number | undefined>, inside: string) => string} `inside` is HTML. */
const element = (name, attributes, inside) => {
  const all = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return `<${name}${all.map(([key, value]) => ` ${key}="${escaped(/** @type {string} */ (value))}"`).join('')}>${inside}</${name}>`;
};
/** @type {(items: string[]) => string} */
const list = (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** The anchor of a row; that of a table is its id. Spaces cannot be in an id. */
/** @type {(table: string, row: string) => string} */
export const anchor = (table, row) => `${table}.${row}`.replace(/\s/g, '_');

// A link out of the dashboard; the text alone if the address is none of the web.
/** @type {(text: string, url: string) => string} */
const outward = (text, url) => (/^https?:\/\//i.test(url)
  ? element('a', { href: url, target: '_blank', rel: 'noopener' }, escaped(text)) : escaped(text));

/** @type {(cell: Cell, kind: Column['kind']) => string} */
function textOf({ text, code, url, links }, kind) {
  if (links) return links.map((link) => outward(link.text, link.url)).join(' · ');
  if (url) return outward(text, url);
  const date = kind === 'word' && code !== text && /^\d{4}-\d\d(-\d\d)?$/.test(code ?? '');
  return date ? element('time', { datetime: code }, escaped(text)) : escaped(text);
}

/** The columns that readers see, by their places. */
/** @param {Table} table */
export const shownColumns = ({ columns }) => columns.flatMap((column, i) => (column.only_download ? [] : [i]));

/** The note of a row, unless one of its cells says the same. */
/** @type {(table: Table, row: Row) => string} */
export const noteOf = (table, { note = '', cells }) => (shownColumns(table).some((i) => cells[i].text === note) ? '' : note);

/** The ids of the sources of a row. */
/** @param {Row} row */
export const sourcesOf = ({ cells }) => [...new Set(cells.flatMap(({ sources = [] }) => sources))];

// The column that names the rows: of those of words the one with the most different ones.
/** @param {Table} table */
function namingColumn({ columns, rows }, /** @type {number[]} */ shown) {
  const words = shown.filter((i) => columns[i].kind === 'word');
  const different = words.map((i) => new Set(rows.map(({ cells }) => cells[i].text)).size);
  return words[different.indexOf(Math.max(...different))] ?? shown[0];
}

/** @type {(table: Table, words: Record<string, string>, known: Set<string>) => string} `known`: ids of sources. */
function tableOf(table, words, known) {
  const { columns, rows, title, sentence } = table;
  const shown = shownColumns(table);
  const naming = namingColumn(table, shown);
  const [noted, sourced] = [rows.some((row) => noteOf(table, row)), rows.some((row) => sourcesOf(row).length > 0)];
  const heads = shown.map((i) => element('th', { scope: 'col', class: columns[i].kind === 'word' ? undefined : 'n' },
    escaped(columns[i].unit ? `${columns[i].name} (${columns[i].unit})` : columns[i].name)));
  if (noted) heads.push(element('th', { scope: 'col' }, escaped(words['page.column.note'])));
  if (sourced) heads.push(element('th', { scope: 'col' }, escaped(words[`tab.${SOURCES_TAB}`])));
  const lines = rows.map((row) => {
    const cells = shown.map((i) => {
      const { value, low, high, missing } = row.cells[i];
      return element(i === naming ? 'th' : 'td', { scope: i === naming ? 'row' : undefined,
        'data-value': value, 'data-low': low, 'data-high': high, 'data-missing': missing }, textOf(row.cells[i], columns[i].kind));
    });
    if (noted) cells.push(element('td', {}, escaped(noteOf(table, row))));
    if (sourced) {
      cells.push(element('td', { class: 's' }, sourcesOf(row).map((id) => (known.has(id)
        ? element('a', { href: `${SOURCES_TAB}.html#${anchor('sources', id)}` }, escaped(id)) : escaped(id))).join(' ')));
    }
    return element('tr', { id: anchor(table.id, row.id) }, cells.join(''));
  });
  const whole = element('table', {}, element('caption', { class: sentence === title ? 'same' : undefined }, escaped(sentence))
    + `<thead><tr>${heads.join('')}</tr></thead>\n<tbody>${lines.join('\n')}</tbody>`);
  return heads.length > MANY_COLUMNS
    ? element('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': title }, whole) : whole;
}

// "Charlas: Eventos mes a mes; Ritmo de cada edición; …", as long as search engines show it.
/** @param {Tab} tab */
function description({ title, tables }) {
  const whole = `${title}: ${tables.map((table) => table.title).join('; ')}`;
  return whole.length <= DESCRIPTION ? whole : `${whole.slice(0, whole.lastIndexOf(' ', DESCRIPTION))}…`;
}

/** @type {(tab: Tab, site: Site, style: string) => string} */
function head({ view, lang, ...tab }, { languages, words }, style) {
  const others = Object.keys(languages).map((tag) => [tag, `../${tag}/${view}.html`]);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escaped(`${tab.title} · ${words['app.title']}`)}</title>
<meta name="description" content="${escaped(description({ view, lang, ...tab }))}">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${view}.html">
${[...others, ['x-default', `../${FIRST_LANGUAGE}/${view}.html`]]
    .map(([tag, href]) => `<link rel="alternate" hreflang="${tag}" href="${href}">`).join('\n')}
<link rel="icon" href="../../icon.svg">
<link rel="stylesheet" href="../${style}">
</head>
`;
}

/** @type {(tab: Tab, site: Site) => string} */
function navigation({ view, lang }, { tabs, languages, words }) {
  const current = (/** @type {boolean} */ here) => (here ? 'page' : undefined);
  return `<header>
<p>${element('a', { href: `../../?lang=${lang}` }, escaped(words['app.title']))}</p>
${element('nav', { 'aria-label': words['tabs.name'] }, list(tabs.map((tab) =>
    element('a', { href: `${tab.view}.html`, 'aria-current': current(tab.view === view) }, escaped(tab.title)))))}
${element('nav', { 'aria-label': words['language.name'] }, list(Object.entries(languages).map(([tag, name]) =>
    element('a', { href: `../${tag}/${view}.html`, lang: tag, hreflang: tag, 'aria-current': current(tag === lang) }, escaped(name)))))}
</header>`;
}

/** @type {(tab: Tab, site: Site, style: string, known: Set<string>) => string} */
function page(tab, site, style, known) {
  const { words } = site;
  const sections = tab.tables.map((table) => element('section', { id: anchor(table.id, '').slice(0, -1) },
    `<h2>${escaped(table.title)}</h2>\n${tableOf(table, words, known)}`));
  return `${head(tab, site, style)}<body class="plain">
${navigation(tab, site)}
<main>
<h1>${escaped(tab.title)}</h1>
<p>${escaped(words['page.whole'])} ${element('a', { class: 'live', href: `../../?view=${tab.view}&lang=${tab.lang}` }, escaped(words['page.live']))}</p>
${element('nav', { 'aria-label': words['page.contents'] }, list(tab.tables.map((table) =>
    element('a', { href: `#${anchor(table.id, '').slice(0, -1)}` }, escaped(table.title)))))}
${sections.join('\n')}
</main>
<footer><p>${element('a', { href: `${SOURCES_TAB}.html` }, escaped(words[`tab.${SOURCES_TAB}`]))} · ${element('a', { href: '../../data/manifest.json' },
    escaped(words['sources.files']))}</p></footer>
</body>
</html>
`;
}

/**
 * Everything that the tabs show, as `tablero-data tables` writes it: language -> tabs in their order.
 * @param {string} program the path of tablero-data
 * @param {string} data the folder of the data
 * @param {string[]} views the tabs in their order
 * @param {string[]} languages
 * @returns {Record<string, Tab[]>}
 */
export function readTables(program, data, views, languages) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-tables-'));
  try {
    // Leaks are looked for by the tests of the program.
    execFileSync(program, ['tables', '--data', data, '--out', folder],
      { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env: { ...process.env, ASAN_OPTIONS: 'detect_leaks=0' } });
    return Object.fromEntries(languages.map((lang) => [lang,
      views.map((view) => JSON.parse(fs.readFileSync(path.join(folder, lang, `${view}.json`), 'utf8')))]));
  } catch (error) {
    throw new Error(error.stderr || error.message);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/**
 * The pages of one language: path below the folder of all -> HTML.
 * @type {(site: Site, style: string) => [string, string][]} `style`: address of the style sheet below that folder
 */
export function plainPages(site, style) {
  const sources = site.tabs.find(({ view }) => view === SOURCES_TAB)?.tables.find(({ id }) => id === 'sources');
  const known = new Set(sources?.rows.map(({ id }) => id));
  return site.tabs.map((tab) => [`${tab.lang}/${tab.view}.html`, page(tab, site, style, known)]);
}

/** The figures of each edition as HTML, a heading and a list, for pages that show them until the program draws. */
/** @param {Tab[]} tabs */
export function keyFigures(tabs) {
  const editions = tabs.flatMap(({ tables }) => tables).filter(({ id }) => id.startsWith('edition-'));
  return editions.map(({ title, columns, rows }) => {
    const [metric, value] = ['metric', 'value'].map((id) => columns.findIndex((column) => column.id === id));
    const figures = KEY_METRICS.map((key) => rows.find(({ cells }) => (cells[metric].code ?? cells[metric].text) === key)?.cells)
      .filter((cells) => cells && cells[value].value !== undefined);
    return figures.length === 0 ? '' : `<h2>${escaped(title)}</h2>\n${
      list(figures.map((cells) => escaped(`${/** @type {Cell[]} */ (cells)[value].text} ${/** @type {Cell[]} */ (cells)[metric].text}`)))}`;
  }).filter(Boolean).join('\n');
}

/** Links to the plain pages as HTML: every tab in the first language, and the first tab in the others. */
/** @type {(site: Site) => string} */
export function plainLinks({ tabs, languages, words }) {
  const [{ lang, view }] = tabs;
  return element('nav', { 'aria-label': words['page.tables'] }, list([
    ...tabs.map((tab) => element('a', { href: `plain/${lang}/${tab.view}.html` }, escaped(tab.title))),
    ...Object.entries(languages).filter(([tag]) => tag !== lang).map(([tag, name]) =>
      element('a', { href: `plain/${tag}/${view}.html`, lang: tag, hreflang: tag }, escaped(name))),
  ]));
}
