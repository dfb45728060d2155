// The behavior of <somosnlp-tablero>: lazy start (waits until it comes near the viewport), the poster or the page's own
// content until the program has drawn, start and stop of the program, and the fallback where it cannot run.
//
// The bundler fills in BUILD.X: the content hash of each file of the build, which is part of the request (cache
// busting: a cache may keep a file forever and never mixes two builds); the keys of a link; the views and languages that
// have stills; the size of the module.
/** @import { FailureKind, Guest, Make, ModuleAnswer, Options, Running, Stage, Unset } from './types.js' */
import { onLight } from './theme.js';
import { shadowSheet } from './styles.js';

// Folder of a build -> response to the request for its module, shared by all instances on a page.
/** @type {Record<string, ModuleAnswer>} */
const modules = {};

/** @type {(element: HTMLElement, keys: string[]) => Guest} */
export function guest(element, keys) {
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [shadowSheet];
  /** @type {Make} */
  const make = (tag, name, parent) => {
    const made = document.createElement(tag);
    made.className = name;
    parent.append(made);
    return made;
  };
  const stage = /** @type {Stage} */ (make('div', 'stage', root));
  // Set inline, not in the style sheet: from there Chromium did not recompute it when the reader changed the browser's
  // text size while the page was open. No public report is known, and a minimal page in Chromium 156 (a constructable
  // stylesheet in a shadow tree) does not show it.
  stage.style.fontSize = 'medium';
  const poster = make('div', 'poster', root);
  make('slot', '', poster);

  // The product's own page: it owns the address bar. Not for hosts.
  const standalone = () => element.hasAttribute('standalone');

  /** @type {string | null} */
  let query = null; // the state while no program runs; null: read the attributes
  /** @type {object | null} */
  let launch = null; // token of the current start; a later start or stop makes it stale
  /** @type {Running | null} */
  let running = null; // what start() of tablero.js returned
  /** @type {IntersectionObserver | null} */
  let near = null;
  /** @type {HTMLElement} */
  let bar = /** @type {Unset} */ (null);
  let height = 0; // last one reported
  /** @type {[clientX: number, clientY: number] | null} */
  let tap = null; // where the poster was tapped before the program was ready

  // A tap before the program has loaded starts it and is replayed once it is ready.
  poster.addEventListener('click', ({ target, clientX, clientY }) => {
    if (/** @type {Element} */ (target).closest('a, button, input, summary')) return;
    tap = [clientX, clientY];
    if (!launch) begin();
  });

  const attributes = () => {
    const params = new URLSearchParams(standalone() ? location.search : '');
    params.delete('origins');
    for (const key of keys) {
      const value = element.getAttribute(key);
      if (value !== null && !params.has(key)) params.set(key, value);
    }
    return params.toString();
  };
  const state = () => (running ? running.state : query ?? attributes());
  /** @param {string} wanted */
  const setState = (wanted) => {
    if (running) running.setState(wanted);
    else query = wanted;
  };
  /** @type {(name: string, detail?: object) => boolean} */
  const emit = (name, detail) => element.dispatchEvent(
    new CustomEvent('tablero:' + name, { detail, bubbles: true, composed: true }));

  function destroy() {
    query = state();
    near?.disconnect();
    running?.destroy();
    running = near = launch = null;
    bar?.remove();
    stage.replaceChildren();
    poster.hidden = false;
  }

  const folder = () => {
    const src = element.getAttribute('src');
    // Vite treats new URL('./', import.meta.url) as an asset and warns in the build of every host
    // (https://github.com/vitejs/vite/issues/7364); String() hides the pattern from it.
    return src ? new URL(src.replace(/\/*$/, '/'), document.baseURI).href : new URL('./', String(import.meta.url)).href;
  };
  /** @param {string | null} address */
  const show = (address) => {
    poster.children[1]?.remove();
    if (!address) return;
    const image = make('img', '', poster);
    image.alt = '';
    image.src = address;
  };
  // The build's own still of the view as a poster, unless the page has supplied its own content.
  /** @param {string} base */
  const still = (base) => {
    const picture = element.querySelector('picture');
    const params = new URLSearchParams(state());
    if (element.hasAttribute('poster') || (!picture && /** @type {string} */ (element.textContent).trim()) || !BUILD.STILLS) return;
    const [theme, lang, view] = ['theme', 'lang', 'view'].map((key) => params.get(key));
    /** @type {(word: string | null, other: string) => string | null} */
    const known = (word, other) => (BUILD.STILLS.split(',').includes(/** @type {string} */ (word)) ? word : other);
    const name = `${known(view, 'panorama')}-${known(lang, 'es')}`;
    const dark = theme === 'dark' || (theme !== 'light' && (document.documentElement.classList.contains('dark') ||
      (matchMedia('(prefers-color-scheme:dark)').matches && !onLight(element))));
    show(`${base}posters/${name}-${dark ? 'dark' : 'light'}${element.clientWidth < 700 ? '-narrow' : ''}.png${BUILD.POSTERS}`);
    poster.children[1].className = picture ? 'over' : '';
  };

  function begin() {
    near?.disconnect();
    near = null;
    const canvas = make('canvas', '', stage);
    canvas.tabIndex = -1;
    bar = make('div', 'bar', root);
    bar.role = 'progressbar';
    bar.ariaLabel = 'Tablero';
    const base = folder();
    still(base);
    run({
      make,
      stage,
      canvas,
      base,
      page: standalone() ? location.origin + location.pathname : base,
      embedded: !standalone() || parent !== window,
      // Requested here, so that it downloads in parallel with the runtime.
      wasm: (modules[base] ??= fetch(base + 'tablero.wasm' + BUILD.WASM)),
      onProgress(part) {
        bar.ariaValueNow = String(Math.round(part * 100));
        bar.style.setProperty('--part', String(part));
      },
      onReady() {
        performance.mark('tablero:ready');
        bar.remove();
        poster.hidden = true;
        if (tap) /** @type {Running} */ (running).tap(...tap);
        tap = null;
        emit('ready');
      },
      onHeight(natural) {
        const now = Math.ceil(natural);
        if (!now || now === height) return;
        height = now;
        emit('height', { height });
      },
      onState: (now, push) => emit('statechange', { query: now, push }),
      onError: (message) => emit('error', { message }),
      onFailure: (kind, message) => failed(kind, message, base),
    });
  }

  /** @param {Omit<Options, 'query'>} options */
  async function run(options) {
    const token = (launch = {});
    options.wasm.catch(() => {}); // a failure is reported when it is compiled
    try {
      if (typeof WebAssembly !== 'object') return options.onFailure('unsupported', 'WebAssembly');
      /** @type {typeof import('./instance.js')} */
      const { start } = await import(options.base + 'tablero.js' + BUILD.TABLERO);
      if (token === launch) running = start({ ...options, query: state() });
    } catch (error) {
      if (token === launch) options.onFailure('load', String(error));
    }
    return undefined;
  }

  // The program cannot run (no WebGL2, no WebAssembly, failed download) or has crashed: shows a message, a retry, and
  // the data as tables. That code is loaded on demand.
  /** @type {(kind: FailureKind, message: string, base: string) => Promise<void>} */
  async function failed(kind, message, base) {
    delete modules[base];
    emit('error', { message });
    const params = new URLSearchParams(state());
    destroy();
    /** @type {typeof import('./fallback.js')} */
    const { showFailure } = await import(base + 'fallback.js' + BUILD.FALLBACK);
    if (!element.isConnected) return;
    poster.hidden = true;
    const retry = () => {
      destroy();
      begin();
    };
    showFailure(stage, { kind, message, base, params, retry });
  }

  return {
    state,
    setState,
    destroy,
    connected() {
      if (launch || near) return; // moved within the page
      if (element.getAttribute('loading') === 'eager') {
        begin();
        return;
      }
      // One viewport ahead, so that it is ready when it scrolls into view.
      near = new IntersectionObserver((entries) => {
        if (/** @type {IntersectionObserverEntry} */ (entries.at(-1)).isIntersecting) begin();
      }, { rootMargin: '100%' });
      near.observe(element);
    },
    changed(name, value) {
      if (name === 'poster') {
        show(value);
      } else if (running) {
        const params = new URLSearchParams(state());
        if (value === null) params.delete(name);
        else params.set(name, value);
        setState(params.toString());
      } else {
        query = null;
      }
    },
  };
}
