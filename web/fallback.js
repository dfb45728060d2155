// Shown where the program cannot run (graceful degradation): what happened, what to do next, and the plain pages of the
// tables, with their tabs and languages. Loaded only then.
/** @import { Version } from './builds.js' */
/** @import { FailureKind } from './types.js' */
import { read } from './bytes.js';
import { plainAddress, plainElements, styleOf } from './plain_page.js';

const CSS = '.panel div{position:static;height:auto}.panel{-webkit-user-select:text;user-select:text}.panel>.plain{padding:0}' +
  '.panel .live,.panel header p{display:none}';
const MESSAGES = { unsupported: 'page.unsupported', load: 'page.load_failed', crash: 'page.crashed' };
const WORDS = /** @type {Record<string, Record<string, string>>} */ (JSON.parse(BUILD.LAST_WORDS));
const VERSIONS = new Map(BUILD.PLAIN_FILES.split('|').map((row) => {
  const [name, digest, size] = row.split(' ');
  return [name, /** @type {Version} */ ([digest, Number(size)])];
}));

/** @type {Set<string>} */
const failed = new Set(); // asked for past every cache the next time

/** @type {(url: string, base: string) => Promise<string>} */
async function textAt(url, base) {
  const version = VERSIONS.get(url.slice(base.length).replace(/\?.*/, ''));
  const { bytes, error } = await read(url, { version }, failed.has(url) ? 'reload' : 'default');
  failed.add(url);
  if (error) throw new Error(error);
  failed.delete(url);
  return new TextDecoder().decode(bytes);
}

/** @type {<K extends keyof HTMLElementTagNameMap>(parent: HTMLElement, tag: K, text?: string) => HTMLElementTagNameMap[K]} */
function add(parent, tag, text = '') {
  const element = document.createElement(tag);
  element.textContent = text;
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
  const asked = params.get('lang')?.split(/[-_]/)[0].toLowerCase() ?? '';
  const lang = asked in WORDS ? asked : Object.keys(WORDS)[0];
  const words = WORDS[lang];
  const panel = document.createElement('div');
  panel.className = 'panel';
  panel.lang = lang;
  const alert = add(panel, 'div');
  alert.role = 'alert';
  add(alert, 'p', words[MESSAGES[kind]].replace('{what}', message));
  if (kind !== 'unsupported') {
    add(alert, 'small', message);
    const again = add(panel, 'button', words['page.reload']);
    again.type = 'button';
    again.addEventListener('click', retry);
  }
  stage.replaceChildren(panel);
  await showPages(panel, base, `${lang}/${params.get('view')}.html`);
}

// The plain page `first` below `base` in `panel`, or the first one of its language, and those that its links lead to. One
// that does not come is named above the last one that did.
/** @type {(panel: HTMLElement, base: string, first: string) => Promise<void>} */
async function showPages(panel, base, first) {
  const root = /** @type {ShadowRoot} */ (panel.getRootNode());
  const own = new CSSStyleSheet();
  const sheet = new CSSStyleSheet();
  own.replaceSync(CSS);
  root.adoptedStyleSheets.push(sheet, own);
  const sorry = add(panel, 'p');
  sorry.role = 'status';
  let box = /** @type {HTMLElement} */ (add(panel, 'div'));
  let shown = '';
  /** @param {string} name */
  const open = async (name) => {
    const url = plainAddress(base, name);
    try {
      const html = await textAt(url, base);
      sheet.replaceSync(await textAt(styleOf(html, url), base));
      const page = plainElements(html, url);
      box.replaceWith(page);
      box = page;
      shown = name;
      sorry.textContent = '';
    } catch (error) {
      const words = WORDS[name.replace(/\/.*/, '')];
      sorry.textContent = `${words['state.failed'].replace('{file}', `plain/${name}`)} (${/** @type {Error} */ (error).message})`;
    }
  };
  panel.addEventListener('click', async (event) => {
    const link = /** @type {Element} */ (event.target).closest('a');
    const [, name, anchor] = /^plain\/([^?#]+)[^#]*#?(.*)/.exec(link?.href.startsWith(base) ? link.href.slice(base.length) : '') ?? [];
    if (!VERSIONS.has(`plain/${name}`) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (name !== shown) await open(name);
    if (name !== shown) return;
    const goal = root.getElementById(decodeURIComponent(anchor)) ?? box.querySelector('h1');
    if (!goal) return;
    goal.tabIndex = -1;
    goal.focus();
    goal.scrollIntoView();
  });
  await open(VERSIONS.has(`plain/${first}`) ? first : first.replace(/\/.*/, `/${BUILD.FIRST_VIEW}.html`));
}
