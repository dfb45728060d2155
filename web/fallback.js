// Shown where the program cannot run (graceful degradation): what happened, what to do next, and the data as plain
// tables. Loaded only then. All text is set with textContent, and only http(s) links are made, so that data cannot
// inject markup.
/** @import { Link, Table } from './fallback_tables.js' */
/** @import { FailureKind } from './types.js' */
import { TABLES } from './fallback_tables.js';
import { readFile } from './files.js';

const CSS = `
.panel div{position:static;height:auto}
.panel table{border-collapse:collapse;margin:12px 0}
.panel td,.panel th{padding:4px 12px 4px 0;border-bottom:1px solid #e5e7eb;text-align:left;vertical-align:top}
.panel nav{display:flex;flex-wrap:wrap;gap:8px;margin:16px 0}
.panel caption{text-align:left;font-weight:600}
@media (prefers-color-scheme:dark){.panel td,.panel th{border-color:#374151}}
`;

const VIEWS = /** @type {(keyof typeof TABLES)[]} */ (Object.keys(TABLES));
const FIRST = 'es'; // the language used when the requested one does not exist
const MESSAGES = { unsupported: 'page.unsupported', load: 'page.load_failed', crash: 'page.crashed' };

// A constructable stylesheet: a strict Content-Security-Policy (style-src) blocks style elements, but not these
// (https://github.com/WICG/construct-stylesheets/issues/98).
/** @type {CSSStyleSheet | undefined} */
let sheet;
/** @param {ShadowRoot} root */
function style(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/** @type {Set<string>} */
const failed = new Set(); // asked for past every cache the next time

/** @type {(base: string, name: string) => Promise<object>} */
async function readJson(base, name) {
  const { bytes, error } = await readFile(base, name, {}, failed.has(name) ? 'reload' : 'default');
  failed.add(name);
  if (error) throw new Error(error);
  const value = JSON.parse(new TextDecoder().decode(bytes));
  failed.delete(name);
  return value;
}

/** @type {<K extends keyof HTMLElementTagNameMap>(parent: HTMLElement, tag: K, text?: string | number) => HTMLElementTagNameMap[K]} */
function add(parent, tag, text = '') {
  const element = document.createElement(tag);
  element.textContent = String(text);
  parent.append(element);
  return element;
}

// Fills `stage`. `kind` and `message` come from the program; `base` is the folder of the build, `params` are those of
// the state.
/**
 * @param {HTMLElement} stage
 * @param {{ kind: FailureKind, message: string, base: string, params: URLSearchParams, retry: () => void }} failure
 */
export async function showFailure(stage, { kind, message, base, params, retry }) {
  const before = stage.firstElementChild; // of guest.js, until the words have come
  let lang = params.get('lang') ?? FIRST;
  if (!/^[a-z]{2}[a-z-]*$/i.test(lang)) lang = FIRST;
  const panel = document.createElement('div');
  panel.className = 'panel';
  const alert = add(panel, 'div');
  alert.setAttribute('role', 'alert');
  const line = add(alert, 'p', message);
  const again = add(panel, 'button');
  again.type = 'button';
  again.addEventListener('click', retry);
  style(/** @type {ShadowRoot} */ (stage.getRootNode()));

  /** @param {string} tag */
  const wordsOf = (tag) => /** @type {Promise<Record<string, string>>} */ (readJson(base, `data/i18n/${tag}.json`));
  /** @type {Record<string, string>} */
  let words = {};
  try {
    words = await wordsOf(lang).catch(() => wordsOf(lang = FIRST));
  } catch {
    return; // what guest.js shows stays
  }
  if (!before?.isConnected) return;
  before.replaceWith(panel);
  panel.lang = lang;
  /** @param {string} key */
  const t = (key) => words[key] ?? key;
  line.textContent = t(MESSAGES[kind]).replace('{what}', message);
  if (kind !== 'unsupported') add(alert, 'small', message);
  if (kind === 'unsupported') again.remove();
  else again.textContent = t('page.reload');
  await showTables(panel, { base, lang, t, view: params.get('view') });
}

/**
 * @param {HTMLElement} panel
 * @param {{ base: string, lang: string, t: (key: string) => string, view: string | null }} options
 */
async function showTables(panel, { base, lang, t, view }) {
  const bar = add(panel, 'nav');
  bar.setAttribute('aria-label', t('tabs.name'));
  const box = add(panel, 'div');
  /** @param {keyof typeof TABLES} name */
  const open = async (name) => {
    for (const button of /** @type {HTMLCollectionOf<HTMLElement>} */ (bar.children)) {
      if (button.dataset.view === name) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
    }
    box.replaceChildren();
    add(box, 'h2', t('tab.' + name));
    /** @param {string} file */
    const read = (file) => readJson(base, 'data/' + file).catch((error) => {
      add(box, 'p', `${t('state.failed').replace('{file}', 'data/' + file)} (${error.message})`);
      throw error;
    });
    try {
      for (const table of await TABLES[name]({ read, t, lang })) drawTable(box, table);
    } catch {
      // The failure is already reported: the sentence above names the file.
    }
  };
  for (const name of VIEWS) {
    const button = add(bar, 'button', t('tab.' + name));
    button.type = 'button';
    button.dataset.view = name;
    button.addEventListener('click', () => open(name));
  }
  await open(VIEWS.find((name) => name === view) ?? VIEWS[0]);
}

// `table`: { caption, columns: words, rows: arrays of text, number or { text, url } }.
/** @type {(box: HTMLElement, table: Table) => void} */
function drawTable(box, { caption, columns, rows }) {
  const table = add(box, 'table');
  if (caption) add(table, 'caption', caption);
  const head = add(add(table, 'thead'), 'tr');
  for (const column of columns) add(head, 'th', column).scope = 'col';
  const body = add(table, 'tbody');
  for (const row of rows) {
    const line = add(body, 'tr');
    for (const cell of row) {
      const { url, text } = /** @type {Partial<Link>} */ (cell ?? ''); // a text or a number has neither
      if (!url || !/^https?:\/\//i.test(url)) {
        add(line, 'td', text ?? /** @type {string | number} */ (cell ?? ''));
        continue;
      }
      const link = add(add(line, 'td'), 'a', text);
      link.href = url;
      link.target = '_blank';
      link.rel = 'noopener';
    }
  }
}
