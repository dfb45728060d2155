// Printing: the plain page of the open tab in place of the canvas, which is one screen of it, and squashed on paper
// (Chromium) or black (Firefox).
/** @import { Instance } from './types.js' */
/** @import { SomosNlpTablero } from './tablero.js' */
import { plainAddress, plainElements, styleOf } from './plain_page.js';

/** @type {Record<string, string>} */
const known = {}; // pages and their style sheet by address
const CANVAS = '@media print{canvas{object-fit:contain;object-position:0 0}}'; // not squashed

// The text at `url`; '' if it does not come. The browser takes its picture of the page when 'beforeprint' has returned, so
// this is one of few places where a request has to block; who does not print never downloads it.
/** @param {string} url */
function textAt(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  try {
    request.send();
    return request.status === 200 ? request.responseText : '';
  } catch {
    return ''; // without a network, or forbidden by a policy of the page
  }
}

/** @param {Instance} t */
export function printing(t) {
  const root = /** @type {ShadowRoot} */ (t.stage.getRootNode());
  const sheet = new CSSStyleSheet();
  /** @type {HTMLElement | undefined} */
  let paper;
  const clear = () => {
    paper?.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  t.defer(clear);
  t.listen(window, 'afterprint', clear);
  t.listen(window, 'beforeprint', () => {
    clear();
    sheet.replaceSync(CANVAS);
    root.adoptedStyleSheets.push(sheet);
    const view = new URLSearchParams(/** @type {SomosNlpTablero} */ (root.host).state).get('view');
    for (const name of [view, BUILD.FIRST_VIEW]) {
      const url = plainAddress(t.options.base, `${t.stage.lang}/${name}.html`);
      const html = name ? known[url] ?? textAt(url) : '';
      const style = styleOf(html, url);
      const css = style && (known[style] ?? textAt(style));
      if (!css) continue; // then what is on screen is printed
      known[url] = html;
      known[style] = css;
      sheet.replaceSync(css);
      paper = plainElements(html, url);
      paper.classList.add('paper');
      root.prepend(paper);
      return;
    }
  });
}
