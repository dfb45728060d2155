// In forced-colors mode (high contrast) the program draws with the system colors: read here from a probe element that
// is styled with their CSS names, each time the preferences change.
/** @import { Instance } from './types.js' */
import { SYSTEM_COLORS } from './abi.js';

const QUERIES = ['(forced-colors: active)', '(prefers-color-scheme: dark)', '(prefers-contrast: more)'];

/** @param {Instance} t */
export function systemColors(t) {
  /** @type {HTMLElement} */
  let probe;
  const tell = () => {
    if (!matchMedia(QUERIES[0]).matches) return;
    probe ??= t.options.make('span', '', t.stage);
    probe.hidden = true;
    const style = getComputedStyle(probe);
    t.call('colors', ...SYSTEM_COLORS.map((name) => {
      probe.style.color = name;
      const [red, green, blue] = /** @type {string[]} */ (style.color.match(/\d+/g)).map(Number);
      return 255 << 24 | blue << 16 | green << 8 | red;
    }));
  };
  for (const query of QUERIES) t.listen(matchMedia(query), 'change', tell);
  tell();
}
