// Types of embed.js, for pages that use <somosnlp-tablero> from TypeScript.

/** The tabs, as they stand in links. */
export type TableroView =
  'panorama' | 'mapa' | 'leaderboard' | 'proyectos' | 'contribuciones' | 'charlas' | 'fuentes';

/** Attributes of the element; all optional, bad values fall back. */
export interface TableroAttributes {
  /** Folder of the build; by default where embed.js lies. Read when the program starts. */
  src?: string;
  /** `lazy` (default) starts one viewport before it scrolls into view. */
  loading?: 'lazy' | 'eager';
  /** Address of a still picture shown until the program is ready. */
  poster?: string;
  view?: TableroView;
  /** A file of data/i18n: es, pt, en, or one that was added. */
  lang?: 'es' | 'pt' | 'en' | (string & {});
  theme?: 'auto' | 'light' | 'dark';
  /** Years, comma-separated. */
  edition?: string;
  /** ISO 3166-1 alpha-2 codes, comma-separated. */
  country?: string;
  /** Text search. */
  q?: string;
  /** `lon,lat,zoom`. */
  map?: string;
  proj?: 'mercator' | 'globe';
  board?: string;
  snapshot?: string;
  /** Column id; `-average` sorts downwards. */
  sort?: string;
  cols?: string;
  models?: string;
}

export interface TableroEventMap {
  /** Once, when the first complete picture is on screen. */
  'tablero:ready': CustomEvent<null>;
  /** The reader changed something. `push`: worth a step of the back button. */
  'tablero:statechange': CustomEvent<{ query: string; push: boolean }>;
  /** The height in CSS pixels that the open tab would fill without scrolling inside; at most 2000. Told when it
   * changes, never because the element got that height: an element may follow it. */
  'tablero:height': CustomEvent<{ height: number }>;
  'tablero:error': CustomEvent<{ message: string }>;
}

/** What a framed page posts to the origins in its `?origins=` (by default its own). */
export type TableroMessage =
  | { type: 'tablero:ready' }
  | { type: 'tablero:statechange'; query: string }
  /** As the event of that name: for `iframe.height`. */
  | { type: 'tablero:height'; height: number };

/** What it takes from the page around it, if that page's origin is among them. */
export interface TableroRequest {
  type: 'tablero:setState';
  query: string;
}

export declare class SomosNlpTablero extends HTMLElement {
  /** The state as a query string, `view=mapa&edition=2024`. */
  state: string;
  setState(query: string): void;
  /** Stops the program and frees all it holds; connecting the element again starts it anew. */
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
