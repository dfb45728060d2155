// Printing: the plain page of the open tab in place of the canvas, which is one screen of it, and squashed on paper
// (Chromium) or black (Firefox).
/** @import { Instance } from './types.js' */
/** @import { SomosNlpTablero } from './tablero.js' */
import { plainAddress, plainElements, styleOf } from './plain_page.js';

/** @type {Record<string, string>} */
const texts = {}; // by address, as they came

// The text at `url`; '' if it does not come. The browser takes its picture of the page when 'beforeprint' has returned, so
// this is one of few places where a request has to block; who does not print never downloads it.
/** @param {string} url */
function textAt(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  try {
    request.send();
    if (request.status === 200) texts[url] ??= request.responseText;
  } catch {
    // Without a network, or forbidden by a policy of the page.
  }
  return texts[url] ?? '';
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
    const view = new URLSearchParams(/** @type {SomosNlpTablero} */ (root.host).state).get('view');
    for (const name of [view, BUILD.FIRST_VIEW]) {
      const url = plainAddress(t.options.base, `${t.stage.lang}/${name}.html`);
      const html = name ? textAt(url) : '';
      const style = styleOf(html, url);
      if (!style) continue; // then what is on screen is printed
      sheet.replaceSync(textAt(style));
      root.adoptedStyleSheets.push(sheet);
      paper = plainElements(html, url);
      paper.classList.add('paper');
      root.prepend(paper);
      return;
    }
  });
}
