// <somosnlp-tablero>: the custom element that hosts embed. Attributes are all keys of a link's query plus src, loading
// and poster; tablero.d.ts has them with their types.
import { guest } from './guest.js';

const KEYS = BUILD.KEYS.split(',');

export class SomosNlpTablero extends HTMLElement {
  static observedAttributes = [...KEYS, 'poster'];

  #guest = guest(this, KEYS);

  // The state as a query string.
  get state() {
    return this.#guest.state();
  }

  /** @param {string} query */
  set state(query) {
    this.setState(query);
  }

  /** @param {string} query */
  setState(query) {
    this.#guest.setState(String(query).replace(/^[?#]/, ''));
  }

  // Stops the program and frees all it holds. Connecting the element again starts it anew.
  destroy() {
    this.#guest.destroy();
  }

  connectedCallback() {
    this.#guest.connected();
  }

  disconnectedCallback() {
    // Moving an element removes and inserts it in the same task: wait for the end of the task before destroying
    // anything.
    queueMicrotask(() => this.isConnected || this.destroy());
  }

  /** @type {(name: string, before: string | null, value: string | null) => void} */
  attributeChangedCallback(name, before, value) {
    if (before !== value) this.#guest.changed(name, value);
  }
}

if (!customElements.get('somosnlp-tablero')) customElements.define('somosnlp-tablero', SomosNlpTablero);
