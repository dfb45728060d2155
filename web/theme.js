// What the surroundings ask for: the host's dark class, the system's wishes, the reader's text size.

// Order of the flags of tb_environment, after the first (dark).
const QUERIES = ['(prefers-reduced-motion: reduce)', '(forced-colors: active)', '(prefers-contrast: more)',
  '(pointer: coarse)'];
const EMBEDDED = 32;

export function surroundings({ stage, options, call, listen, defer }) {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const wishes = QUERIES.map((query) => matchMedia(query));
  let hostChooses = false; // the page has been seen with a dark class, so its absence means light
  let last = '';

  // A medium font is the reader's own choice in the browser, whatever the page does to its root element.
  const probe = document.createElement('span');
  probe.style.cssText = 'position:absolute;visibility:hidden;font-size:medium';
  stage.append(probe);
  const scale = Math.min(Math.max(parseFloat(getComputedStyle(probe).fontSize) / 16, 0.75), 2);
  probe.remove();

  const update = () => {
    const dark = root.classList.contains('dark');
    hostChooses ||= dark;
    let flags = dark || (!hostChooses && system.matches && !onLight(stage)) ? 1 : 0;
    wishes.forEach((wish, index) => {
      if (wish.matches) flags |= 2 << index;
    });
    if (options.embedded) flags |= EMBEDDED;
    if (last === flags) return;
    last = flags;
    call('environment', flags, scale);
  };

  for (const query of [system, ...wishes]) listen(query, 'change', update);
  const observer = new MutationObserver(update);
  observer.observe(root, { attributes: true, attributeFilter: ['class'] });
  defer(() => observer.disconnect());
  update();
}

// Whether the page behind ELEMENT is painted light: a page without a dark theme, or with its own switch
// turned to light, on a system that prefers dark.
function onLight(element) {
  for (let node = element.getRootNode().host; node; node = node.parentElement ?? node.getRootNode().host) {
    const [red, green, blue, alpha = 1] = getComputedStyle(node).backgroundColor.match(/[\d.]+/g).map(Number);
    if (alpha > 0.5) return red * 0.3 + green * 0.6 + blue * 0.1 > 128;
  }
  return false;
}
