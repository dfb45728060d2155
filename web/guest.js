// The behavior of <somosnlp-tablero>: lazy start (waits until it comes near the viewport), the poster or the page's own
// content until the program has drawn, start and stop of the program, and the fallback where it cannot run.
//
// The bundler fills in BUILD.X: the content hash of each file of the build, which is part of the request (cache
// busting: a cache may keep a file forever and never mixes two builds) and by which its bytes are checked; the keys of a
// link; the views and languages that have stills; the size of the module; a few words.
/** @import { FailureKind, Guest, Make, Options, Running, Stage, Unset, Words } from './types.js' */
import { OWN, buildOn, moduleAt, scripts } from './starting.js';
import { onLight } from './theme.js';
import { shadowSheet } from './styles.js';

const PATIENCE = 4e3; // milliseconds until the still says that the program is on its way
const WORDS = /** @type {Record<string, Words>} */ (JSON.parse(BUILD.WORDS));

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
  /** @type {object | null} */
  let failure = null; // token of what is shown instead of the program
  /** @type {() => void} */
  let undo = () => {}; // ends what a start or a failure has left waiting
  let build = OWN; // the one that was started last
  let fresh = false; // a start has failed: the next one goes past every cache, and past preloads that never end
  /** @type {Set<string>} */
  const tried = new Set(); // their scripts, so that two servers with two builds end somewhere
  /** @type {Running | null} */
  let running = null; // what start() of tablero.js returned
  /** @type {IntersectionObserver | null} */
  let near = null;
  /** @type {HTMLElement} */
  let bar = /** @type {Unset} */ (null);
  let part = 0; // of the module that has arrived
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
    running = near = launch = failure = null;
    undo();
    bar?.remove();
    stage.replaceChildren();
    poster.hidden = false;
  }
  const words = () => WORDS[new URLSearchParams(state()).get('lang')?.split(/[-_]/)[0].toLowerCase() ?? ''] ?? Object.values(WORDS)[0];

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
    // Its bytes are not checked by digest: a picture is not run, stands for a moment only, and would come a whole download
    // later. What is no picture (a web page that a cache keeps for it) leaves no sign of a broken one.
    image.onerror = () => image.remove();
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

  // Starts the program of `wanted`, a build in the folder `base`.
  function begin(wanted = OWN, base = folder()) {
    near?.disconnect();
    near = null;
    build = wanted;
    tried.add(build.tablero[0]);
    const token = (launch = {});
    const script = scripts(root, base, fresh);
    const canvas = make('canvas', '', stage);
    canvas.tabIndex = -1;
    bar = make('div', 'bar', root);
    bar.role = 'progressbar';
    bar.ariaLabel = 'Tablero';
    part = 0;
    still(base);
    const timer = setTimeout(() => {
      const note = make('p', 'note', stage);
      note.role = 'status';
      note.textContent = words()['page.slow'];
    }, PATIENCE);
    undo = () => clearTimeout(timer);
    run({
      make,
      stage,
      canvas,
      base,
      page: standalone() ? location.origin + location.pathname : base,
      embedded: !standalone() || parent !== window,
      // Requested here, so that it downloads in parallel with the runtime.
      module: moduleAt(base + build.wasm, fresh ? 'reload' : 'default'),
      script,
      fresh,
      onProgress(now) {
        part = Math.max(part, now); // a second attempt begins anew
        bar.ariaValueNow = String(Math.round(part * 100));
        bar.style.setProperty('--part', String(part));
      },
      onReady() {
        performance.mark('tablero:ready');
        fresh = false;
        undo();
        stage.querySelector('.note')?.remove();
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
      async onOutdated() {
        const other = await newer(base);
        if (!other || token !== launch) return;
        // The running program is only given up for one that is there.
        if (!await script(...other.tablero).catch(() => null) || token !== launch) return;
        destroy();
        begin(other, base);
      },
      onFailure: (kind, message) => failed(kind, message, base),
    }, token);
  }

  // The build on the server if it is another one than was tried.
  /** @param {string} base */
  async function newer(base) {
    const found = await buildOn(base);
    return found && !tried.has(found.tablero[0]) ? found : null;
  }

  /** @type {(options: Omit<Options, 'query'>, token: object) => Promise<void>} */
  async function run(options, token) {
    try {
      if (typeof WebAssembly !== 'object') {
        options.onFailure('unsupported', 'WebAssembly');
        return;
      }
      /** @type {typeof import('./instance.js')} */
      const { start } = await options.script(...build.tablero);
      if (token === launch) running = start({ ...options, query: state() });
    } catch (error) {
      if (token === launch) options.onFailure('load', /** @type {Error} */ (error).message);
    }
  }

  // The program cannot run (no WebGL2, no WebAssembly, failed download) or has crashed: a sentence and a button, which
  // need no download; then the data as tables, with code that is loaded on demand.
  /** @type {(kind: FailureKind, message: string, base: string) => Promise<void>} */
  async function failed(kind, message, base) {
    const params = new URLSearchParams(state());
    destroy();
    fresh = true;
    const token = (failure = {});
    const retry = () => {
      destroy();
      tried.clear();
      begin();
    };
    poster.hidden = true;
    const panel = make('div', 'panel', stage);
    panel.role = 'alert';
    make('p', '', panel).textContent = words()['page.no_answer'];
    make('small', '', panel).textContent = message;
    const button = make('button', '', make('p', '', panel));
    button.type = 'button';
    button.textContent = words()['page.reload'];
    button.onclick = retry;
    if (kind === 'load') {
      addEventListener('online', retry);
      undo = () => removeEventListener('online', retry);
      const other = await newer(base);
      if (token !== failure) return;
      if (other) {
        destroy();
        begin(other, base);
        return;
      }
    }
    emit('error', { message });
    try {
      /** @type {typeof import('./fallback.js')} */
      const { showFailure } = await scripts(root, base, false)(...build.fallback);
      if (token === failure) showFailure(stage, { kind, message, base, params, retry });
    } catch {
      // The sentence and the button stay.
    }
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
