// Shown where the program cannot run (graceful degradation): what happened, what to do next, and the data as plain
// tables. Loaded only then. All text is set with textContent, and only http(s) links are made, so that data cannot
// inject markup.
/** @import { Link, Table } from './fallback_tables.js' */
/** @import { FailureKind } from './types.js' */
import { TABLES } from './fallback_tables.js';

const CSS = `
.panel{box-sizing:border-box;overflow:auto;padding:24px;font:16px/1.5 Inter,system-ui,sans-serif;color:#111;background:#fff}
.panel div{position:static;height:auto}
.panel table{border-collapse:collapse;margin:12px 0}
.panel td,.panel th{padding:4px 12px 4px 0;border-bottom:1px solid #e5e7eb;text-align:left;vertical-align:top}
.panel nav{display:flex;flex-wrap:wrap;gap:8px;margin:16px 0}
.panel caption{text-align:left;font-weight:600}
.panel button{font:inherit;padding:8px 16px;border:0;border-radius:8px;background:#1e3a8a;color:#fff;min-height:44px}
@media (prefers-color-scheme:dark){.panel{color:#fff;background:#121212}.panel td,.panel th{border-color:#374151}.panel button{background:#facc15;color:#111}}
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

/** @type {(url: string) => Promise<object>} */
async function readJson(url) {
  const response = await fetch(url + BUILD.DATA);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
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
  let lang = params.get('lang') ?? FIRST;
  if (!/^[a-z]{2}[a-z-]*$/i.test(lang)) lang = FIRST;
  const panel = document.createElement('div');
  panel.className = 'panel';
  const alert = add(panel, 'div');
  alert.setAttribute('role', 'alert');
  // Until the words have loaded, and if they cannot be loaded, only the message is shown.
  const line = add(alert, 'p', message);
  const again = add(panel, 'button', '↻');
  again.type = 'button';
  again.addEventListener('click', retry);
  stage.replaceChildren(panel);
  style(/** @type {ShadowRoot} */ (stage.getRootNode()));

  /** @param {string} tag */
  const wordsOf = (tag) => /** @type {Promise<Record<string, string>>} */ (readJson(`${base}data/i18n/${tag}.json`));
  /** @type {Record<string, string>} */
  let words = {};
  try {
    words = await wordsOf(lang).catch(() => wordsOf(lang = FIRST));
  } catch {
    return;
  }
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
    const read = (file) => readJson(`${base}data/${file}`).catch((error) => {
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
