// <somosnlp-tablero>: the custom element that hosts embed. Attributes are the keys of a link's query plus
// src, loading and poster; see contract.md of the project for names that pages rely on.
import { shadowSheet } from './styles.js';

const KEYS = ['view', 'lang', 'theme', 'edition', 'country', 'q', 'map', 'proj', 'board', 'snapshot',
  'sort', 'cols', 'models'];

function make(tag, name, parent) {
  const element = document.createElement(tag);
  element.className = name;
  parent.append(element);
  return element;
}

export class SomosNlpTablero extends HTMLElement {
  static observedAttributes = [...KEYS, 'poster'];

  #query = null; // the state while no program runs; null: read the attributes
  #running = null; // what start() of tablero.js returned
  #starting = null; // the start that is under way or done
  #near = null;
  #tap = null; // where the poster was tapped before the program was ready
  #stage;
  #canvas;
  #poster;
  #bar;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    shadowSheet(root);
    this.#stage = make('div', 'stage', root);
    this.#stage.part = 'stage';
    this.#poster = make('div', 'poster', root);
    this.#poster.append(document.createElement('slot'));
    this.#poster.addEventListener('click', (event) => this.#wake(event));
  }

  // The state as a query string.
  get state() {
    return this.#running ? this.#running.state : this.#query ?? this.#attributes();
  }

  set state(query) {
    this.setState(query);
  }

  setState(query) {
    query = String(query).replace(/^[?#]/, '');
    if (this.#running) this.#running.setState(query);
    else this.#query = query;
  }

  // Stops the program and frees all it holds. Connecting the element again starts it anew.
  destroy() {
    this.#query = this.state;
    this.#near?.disconnect();
    this.#running?.destroy();
    this.#running = this.#near = this.#starting = null;
    this.#canvas?.remove();
    this.#bar?.remove();
    this.#stage.replaceChildren();
    this.#poster.hidden = false;
  }

  connectedCallback() {
    if (this.#starting || this.#near) return; // moved within the page
    if (this.getAttribute('loading') === 'eager') {
      this.#start();
      return;
    }
    // One viewport ahead, so that it is ready when it scrolls into view.
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#start();
    }, { rootMargin: '100%' });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    // A move is a removal followed by an insertion in the same task.
    queueMicrotask(() => {
      if (!this.isConnected) this.destroy();
    });
  }

  attributeChangedCallback(name, before, value) {
    if (name === 'poster') {
      this.#showPoster(value);
    } else if (before !== value && this.#running) {
      const params = new URLSearchParams(this.state);
      if (value === null) params.delete(name);
      else params.set(name, value);
      this.setState(params.toString());
    } else if (before !== value) {
      this.#query = null;
    }
  }

  #attributes() {
    const params = new URLSearchParams(this.#standalone ? location.search : '');
    for (const key of KEYS) {
      const value = this.getAttribute(key);
      if (value !== null && !params.has(key)) params.set(key, value);
    }
    params.delete('origins');
    return params.toString();
  }

  // The product's own page: it owns the address bar. Not for hosts.
  get #standalone() {
    return this.hasAttribute('standalone');
  }

  #showPoster(url) {
    this.#poster.querySelector('img')?.remove();
    if (!url) return;
    const image = make('img', '', this.#poster);
    image.alt = '';
    image.src = url;
  }

  // A tap before the program is there starts it, and is carried out when it is ready.
  #wake(event) {
    if (event.target.closest?.('a, button, input, summary')) return;
    this.#tap = [event.clientX, event.clientY];
    if (!this.#starting && this.isConnected) this.#start();
  }

  #start() {
    this.#near?.disconnect();
    this.#near = null;
    const standalone = this.#standalone;
    const framed = window.parent !== window;
    this.#canvas = make('canvas', '', this.#stage);
    this.#canvas.tabIndex = -1;
    this.#bar = make('div', 'bar', this.shadowRoot);
    this.#bar.role = 'progressbar';
    this.#bar.ariaLabel = 'Tablero';
    const src = this.getAttribute('src');
    const base = new URL('./', src ? new URL(src.replace(/\/*$/, '/'), document.baseURI) : import.meta.url);

    const url = base + 'tablero.wasm';
    const options = {
      stage: this.#stage,
      canvas: this.#canvas,
      // Asked for here, so that it is on its way together with the runtime.
      wasm: { url, answer: fetch(url, { credentials: 'same-origin' }) },
      base: base.href,
      page: standalone ? location.origin + location.pathname : base.href,
      embedded: !standalone || framed,
      query: this.state,
      onProgress: (part) => {
        this.#bar.ariaValueNow = Math.round(part * 100);
        this.#bar.style.setProperty('--part', part);
      },
      onDrawn: () => {
        this.#bar.remove();
        if (!this.childElementCount && !this.hasAttribute('poster')) this.#poster.hidden = true;
      },
      onReady: () => this.#ready(),
      onState: (query, push) => this.#emit('statechange', { query, push }),
      onError: (message) => this.#emit('error', { message }),
      onFailure: (kind, message) => this.#fail(kind, message, base),
    };
    this.#launch(options);
  }

  async #launch(options) {
    const token = (this.#starting = {});
    try {
      if (typeof WebAssembly !== 'object') return options.onFailure('unsupported', 'WebAssembly');
      options.wasm.answer.catch(() => {}); // reported when it is compiled
      const { start } = await import(options.base + 'tablero.js');
      if (token !== this.#starting) return undefined;
      options.query = this.state;
      this.#running = start(options);
    } catch (error) {
      if (token === this.#starting) options.onFailure('load', String(error));
    }
    return undefined;
  }

  #ready() {
    performance.mark('tablero:ready');
    this.#poster.hidden = true;
    if (this.#tap) this.#running.tap(...this.#tap);
    this.#tap = null;
    this.#emit('ready');
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent('tablero:' + name, { detail, bubbles: true, composed: true }));
  }

  // The program cannot run (no WebGL2, no WebAssembly, failed download) or has stopped: readable text, a
  // way on, and the data as tables. That code is only loaded when it is needed.
  async #fail(kind, message, base) {
    this.#emit('error', { message });
    const query = this.state;
    this.destroy();
    const { showFailure } = await import(base + 'fallback.js');
    if (!this.isConnected) return;
    this.#poster.hidden = true;
    showFailure(this.#stage, {
      kind,
      message,
      base: base.href,
      params: new URLSearchParams(query),
      retry: () => {
        this.destroy();
        this.#start();
      },
    });
  }
}

if (!customElements.get('somosnlp-tablero')) {
  customElements.define('somosnlp-tablero', SomosNlpTablero);
}
