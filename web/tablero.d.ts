// Types of embed.js, for pages that use <somosnlp-tablero> from TypeScript.

/** The tabs, by their names in links. */
export type TableroView = 'written here by the build';

/** The state, as in a link; all keys are optional, invalid values fall back to the default. */
export interface TableroState {
  // Keys of a link: written here by the build.
}

/** Attributes of the element: the state it starts with, and how it starts. */
export interface TableroAttributes extends TableroState {
  /** Folder of the build; by default the folder of embed.js. Read when the program starts. */
  src?: string;
  /** `lazy` (default) starts one viewport before it scrolls into view. */
  loading?: 'lazy' | 'eager';
  /** Address of a still picture shown until the program is ready. */
  poster?: string;
}

export interface TableroEventMap {
  /** Once, when the first complete picture is on screen. */
  'tablero:ready': CustomEvent<null>;
  /** The reader changed the state. `push`: it deserves a history entry. */
  'tablero:statechange': CustomEvent<{ query: string; push: boolean }>;
  /** The height in CSS pixels that the open tab would fill without scrolling inside; at most 2000. Sent when it changes, but never because the element was resized to it, so an element may follow it without a loop. */
  'tablero:height': CustomEvent<{ height: number }>;
  'tablero:error': CustomEvent<{ message: string }>;
}

/** Messages that a framed page posts to the origins in its `?origins=` (by default its own). */
export type TableroMessage =
  | { type: 'tablero:ready' }
  | { type: 'tablero:statechange'; query: string }
  /** Like the event of that name; for setting `iframe.height`. */
  | { type: 'tablero:height'; height: number };

/** Messages that it accepts from the embedding page, if that page's origin is among them. */
export interface TableroRequest {
  type: 'tablero:setState';
  query: string;
}

export declare class SomosNlpTablero extends HTMLElement {
  /** The state as a query string, `view=mapa&edition=2024`. */
  state: string;
  setState(query: string): void;
  /** Stops the program and frees its resources; connecting the element again restarts it. */
  destroy(): void;
  addEventListener<K extends keyof TableroEventMap>(
    type: K, listener: (event: TableroEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'somosnlp-tablero': SomosNlpTablero;
  }
}
