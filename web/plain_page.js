// The plain pages of the tables (plain/es/mapa.html, made by web/build/plain.mjs) as elements of another page. They are
// not given to an HTML parser, which pages with `require-trusted-types-for 'script'` refuse to feed with text: the build
// writes them in a part of HTML that is read here. What is not in these lists does not get into the page.
const PART = /<(\/?)(\w+)((?: [a-z-]+="[^"]*")*)>|[^<]+/g;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
const NAMES = /^(a|caption|div|footer|h1|h2|header|li|main|nav|p|section|table|tbody|td|th|thead|time|tr|ul)$/;
const ATTRIBUTES = /^(aria-\w+|class|data-\w+|datetime|href|hreflang|id|lang|rel|role|scope|tabindex|target)$/;
const BEGIN = '<body class="plain">';
/** @type {Record<string, string>} */
const SIGNS = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** @param {string} text */
const plain = (text) => text.replace(/&(\w+);/g, (_, sign) => SIGNS[sign]);

// The address of the page `name` ("es/mapa.html") of the build in the folder `base`.
/** @type {(base: string, name: string) => string} */
export const plainAddress = (base, name) => `${base}plain/${name}${BUILD.PLAIN}`;

// The address of the style sheet of the page `html` from `url`; '' if it is none of the plain pages.
/** @type {(html: string, url: string) => string} */
export function styleOf(html, url) {
  const [, style] = /<link rel="stylesheet" href="([^"]+)">/.exec(html) ?? [];
  return style && html.includes(BEGIN) ? new URL(style, url).href : '';
}

// What the page `html` from `url` shows, in its language. Throws if it holds anything that plain pages do not.
/** @type {(html: string, url: string) => HTMLElement} */
export function plainElements(html, url) {
  /** @type {HTMLElement} */
  const root = document.createElement('div');
  root.className = 'plain';
  root.lang = /<html lang="([^"]+)">/.exec(html)?.[1] ?? '';
  let at = root;
  for (const [whole, end, name, attributes] of html.slice(html.indexOf(BEGIN) + BEGIN.length, html.indexOf('</body>')).matchAll(PART)) {
    if (!name) {
      at.append(plain(whole));
    } else if (end) {
      at = at.parentElement ?? root;
    } else {
      if (!NAMES.test(name)) throw new Error(`plain page: ${name}`);
      const element = document.createElement(name);
      for (const [, key, value] of attributes.matchAll(ATTRIBUTE)) {
        const given = key === 'href' ? new URL(plain(value), url).href : plain(value);
        if (ATTRIBUTES.test(key) && (key !== 'href' || /^https?:/.test(given))) element.setAttribute(key, given);
      }
      at.append(element);
      at = element;
    }
  }
  return root;
}
