// Preferences from outside: the host's dark class, the system's media queries (prefers-*), the reader's text size.
/** @import { Instance } from './types.js' */
import {
  kEnvironmentCoarsePointer, kEnvironmentDark, kEnvironmentEmbedded, kEnvironmentForcedColors, kEnvironmentMoreContrast,
  kEnvironmentReducedMotion,
} from './abi.js';

/** @type {[query: string, flag: number][]} */
const QUERIES = [
  ['(prefers-reduced-motion: reduce)', kEnvironmentReducedMotion],
  ['(forced-colors: active)', kEnvironmentForcedColors],
  ['(prefers-contrast: more)', kEnvironmentMoreContrast],
  ['(pointer: coarse)', kEnvironmentCoarsePointer],
];

// Heuristic: on a system that prefers dark, dark text means that the page has no dark theme or is switched to light.
/** @param {Element} element */
export const onLight = (element) => Number(/^rgb.*?, (\d+)/.exec(getComputedStyle(element).color)?.[1]) < 128;

/** @param {Instance} t */
export function surroundings(t) {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const wishes = QUERIES.map(([query]) => matchMedia(query));
  const style = getComputedStyle(t.stage);
  let hostChooses = false; // the page has had a dark class before, so its absence means light
  /** @type {number | undefined} */
  let last;

  const update = () => {
    const dark = root.classList.contains('dark');
    hostChooses ||= dark;
    let flags = dark || (!hostChooses && system.matches && !onLight(t.stage)) ? kEnvironmentDark : 0;
    wishes.forEach((wish, index) => {
      if (wish.matches) flags |= QUERIES[index][1];
    });
    if (t.options.embedded) flags |= kEnvironmentEmbedded;
    // The stage has `font-size: medium`: the reader's setting in the browser, whatever the page sets on its root.
    const scale = Math.min(Math.max(parseFloat(style.fontSize) / 16, 0.75), 2);
    if (last === flags + scale / 4) return;
    last = flags + scale / 4;
    t.call('environment', flags, scale);
  };

  for (const query of [system, ...wishes]) t.listen(query, 'change', update);
  const observer = new MutationObserver(update);
  observer.observe(root, { attributes: true, attributeFilter: ['class'] });
  // Detects a change of the text size at any time: the live region is 1em wide, so its size changes with it.
  const letter = new ResizeObserver(update);
  letter.observe(t.mirror.live);
  t.defer(() => {
    observer.disconnect();
    letter.disconnect();
  });
  update();
}
