// Types shared by the page's scripts; those of the public element are in tablero.d.ts. This file is not part of the
// build.
import type { Cursor, Key, PointerKind, PointerPhase, Role } from './abi.js';
import type { Bytes } from './builds.js';
import type { TableroEventMap } from './tablero.js';

declare global {
  /** Filled in by the bundler, see guest.js and web/build/package.mjs. */
  const BUILD: {
    /** Content hashes, each as the query of an address: `?v=1a2b3c4d`. */
    readonly WASM: string;
    readonly POSTERS: string;
    readonly PLAIN: string;
    readonly FALLBACK: string;
    readonly LATER: string;
    readonly TABLERO: string;
    /** The whole hashes of scripts as `sha256-...`, for the attribute `integrity`. */
    readonly TABLERO_SUM: string;
    readonly FALLBACK_SUM: string;
    readonly LATER_SUM: string;
    /** The files of files.js: `name digest size|...`. */
    readonly FILES: string;
    /** The plain pages and their style sheet: `name digest size|...`. */
    readonly PLAIN_FILES: string;
    /** The tab that is open unless the state says another one. */
    readonly FIRST_VIEW: string;
    /** One for the fonts together. */
    readonly FONTS: string;
    /** Language -> the words of embed.js (`Words`), as JSON. */
    readonly WORDS: string;
    /** Language -> the words of fallback.js, as JSON. The first language is the one for readers of any other. */
    readonly LAST_WORDS: string;
    /** Keys of a link, comma-separated. */
    readonly KEYS: string;
    /** Views and languages that have stills, comma-separated; '' if there are none. */
    readonly STILLS: string;
    readonly WASM_BYTES: number;
  };

  // The events of the element.
  interface HTMLElementEventMap extends TableroEventMap {}
}

/** An event whose target is known to be an element. */
export type On<E> = E & { readonly target: HTMLElement };

/** Safari's, https://developer.apple.com/documentation/webkitjs/gestureevent */
export interface GestureEvent extends MouseEvent {
  readonly scale: number;
}

/** Events of elements in the stage; text events come from an input element. */
export type StageEvents = { [K in keyof HTMLElementEventMap]: On<HTMLElementEventMap[K]> } & {
  beforeinput: InputEvent & { readonly target: HTMLInputElement };
  input: InputEvent & { readonly target: HTMLInputElement };
  compositionend: CompositionEvent & { readonly target: HTMLInputElement };
  gesturestart: GestureEvent;
  gesturechange: GestureEvent;
};

/** Dispatched by the browser, so clipboardData is never null. */
type ClipboardEvents = Record<'copy' | 'cut' | 'paste', ClipboardEvent & { readonly clipboardData: DataTransfer }>;

/** Events of a target by their names. */
export type EventsOf<T> = T extends Window ? { [K in keyof WindowEventMap]: On<WindowEventMap[K]> }
  : T extends Document ? Omit<DocumentEventMap, keyof ClipboardEvents> & ClipboardEvents
  : T extends MediaQueryList ? MediaQueryListEventMap
  : StageEvents & { webglcontextlost: Event; webglcontextrestored: Event };

/** What listeners() of listeners.js returns. */
export interface Listeners {
  /** As addEventListener, undone by dispose(). */
  listen<T extends EventTarget, K extends keyof EventsOf<T> & string>(
    target: T, type: K, handler: (event: EventsOf<T>[K]) => void, options?: boolean | AddEventListenerOptions): void;
  /** `handler` runs at dispose(). */
  defer(handler: () => void): void;
  dispose(): void;
}

/** A text in the module's memory as the module passes it: its address and its length in bytes. */
export type TextPlace = [at: number, length: number];

/**
 * Functions of the program, `tb_NAME` of src/bodies/web.cpp. call() adds the first argument, the program, and
 * passes a string as address and length.
 */
export interface Calls {
  frame(): void;
  viewport(width: number, height: number, pixelWidth: number, pixelHeight: number): void;
  /** `flags`: kEnvironment... of abi.js. */
  environment(flags: number, textScale: number): void;
  /** 0xAABBGGRR, in the order of SYSTEM_COLORS of abi.js. */
  colors(...colors: number[]): void;
  pointer(kind: PointerKind, phase: PointerPhase, id: number, button: number, x: number, y: number, modifiers: number): void;
  wheel(x: number, y: number, dx: number, dy: number, pinch: boolean, modifiers: number): void;
  key(key: Key, down: boolean, repeat: boolean, modifiers: number): void;
  text(text: string): void;
  focus(focused: boolean): void;
  visible(visible: boolean): void;
  query(query: string): void;
  activate(node: number): void;
  set_value(node: number, value: string): void;
  edit(node: number, caret: number, value: string): void;
  touch_start(x: number, y: number, fingers: number): void;
  focus_node(node: number): void;
  read(): void;
  scroll(y: number): void;
  texts(start: boolean): void;
  /** The table of a chart (src/model/table_text.h), ending in a zero; empty if the node is none. */
  table(node: number): void;
  fetched(request: number, ok: boolean, status: number, body: number, length: number, error: string): void;
  context_lost(): void;
  context_restored(): void;
}

/** The module's exports: these and Calls. */
export interface Exports extends Record<`tb_${keyof Calls}`, Crossing> {
  readonly memory: WebAssembly.Memory;
  _initialize?(): void;
  tb_create(): number;
  /** Allocates so many bytes and returns their address; 0 when out of memory. */
  tb_alloc(bytes: number): number;
  tb_free(at: number): void;
}

/** An export of the module: only numbers are passed, and booleans become numbers. */
export type Crossing = (...values: (number | boolean)[]) => number;

/** Imports of the module, `tb_host_NAME` of src/platform/web/host.h. A returned string is copied into the module's memory. */
export interface Host {
  query(): string;
  now(): number;
  frame(): void;
  frame_after(seconds: number): void;
  fetch(request: number, at: number, length: number, max: number): void;
  cursor(cursor: Cursor): void;
  open(...url: TextPlace): void;
  copy(...text: TextPlace): void;
  paste(): string;
  link(...query: TextPlace): string;
  picture(nameAt: number, nameLength: number, x: number, y: number, w: number, h: number): void;
  save(nameAt: number, nameLength: number, typeAt: number, typeLength: number, at: number, length: number): void;
  can_share(): boolean;
  share(titleAt: number, titleLength: number, ...query: TextPlace): void;
  text_input(active: number, node: number, caret: number): void;
  language(...tag: TextPlace): void;
  state(at: number, length: number, push: number): void;
  semantics(nodes: number, count: number, text: number, length: number): void;
  transcript(nodes: number, count: number, text: number, length: number, texts: number): void;
  announce(...message: TextPlace): void;
  number(...text: TextPlace): number;
  ready(): void;
  error(...message: TextPlace): void;
}

/** What memory() of module.js returns. The views are replaced when the memory grows, so never keep one. */
export interface Memory {
  u8: Uint8Array<ArrayBuffer>;
  i32: Int32Array<ArrayBuffer>;
  f32: Float32Array<ArrayBuffer>;
  exports: Exports;
  textAt(at: number, length: number): string;
  /** The zero-terminated text at an address. */
  stringAt(at: number): string;
  /** Allocates a zero-terminated copy, to be freed: its address and its length without the zero. */
  give(text: string): TextPlace;
}

/** The download of the module, shared by all instances on a page. */
export interface Module {
  answer: Promise<Response>;
  abort(): void;
  /** Another request, past every cache. */
  again(): Pick<Module, 'answer' | 'abort'>;
  /** It has failed: the next start asks anew. */
  drop(): void;
  compiled?: Promise<WebAssembly.Module>;
}

/** The scripts and the module that embed.js starts: addresses below the folder of the build, and hashes of scripts. */
export interface Build {
  tablero: [address: string, integrity: string];
  fallback: [address: string, integrity: string];
  wasm: string;
}

/** Loads a script of the build unless its bytes are others than `integrity` says. */
export type LoadScript = (address: string, integrity: string) => Promise<any>;

/** Words by their keys in data/i18n. */
export type Words = Record<'page.no_answer' | 'page.reload' | 'page.slow', string>;

/** 'unsupported': no WebGL2 or WebAssembly; 'load': a download failed; 'crash': the program has stopped. */
export type FailureKind = 'unsupported' | 'load' | 'crash';

/** Placeholder type for a value that is set before it is read, or never read again. */
export type Unset = never;

/** The root element of an instance, in the shadow tree. */
export interface Stage extends HTMLDivElement {
  getRootNode(): ShadowRoot & { readonly activeElement: HTMLElement | null };
}

/** The options of start() in instance.js. */
export interface Options {
  make: Make;
  stage: Stage;
  canvas: HTMLCanvasElement;
  module: Module;
  script: LoadScript;
  /** A start has failed: files are asked for past every cache. */
  fresh: boolean;
  /** Folder of the build, with a slash at its end. */
  base: string;
  /** Base address of links to a state. */
  page: string;
  embedded: boolean;
  query: string;
  /** Download progress of the module, from 0 to 1. */
  onProgress(part: number): void;
  onReady(): void;
  onState(query: string, push: boolean): void;
  /** CSS pixels that the open tab would fill without scrolling, 0 if unknown. */
  onHeight(height: number): void;
  onError(message: string): void;
  /** The server has other files than this build knows. Comes back when no newer build could be started. */
  onOutdated(): Promise<void>;
  /** The program has stopped. */
  onFailure(kind: FailureKind, message: string): void;
}

/** Creates an element with a class and appends it to a parent. */
export type Make = <K extends keyof HTMLElementTagNameMap>(
  tag: K, name: string, parent: Node & ParentNode) => HTMLElementTagNameMap[K];

/** What start() of instance.js returns. */
export interface Running {
  readonly state: string;
  setState(query: string): void;
  /** Replays a tap that came before the program was ready, at a position on the page. */
  tap(clientX: number, clientY: number): void;
  destroy(): void;
}

/** What guest() of guest.js returns to the element. */
export interface Guest {
  /** The query of the state. */
  state(): string;
  setState(query: string): void;
  destroy(): void;
  /** connectedCallback: the element was inserted into the page. */
  connected(): void;
  /** attributeChangedCallback: an attribute has changed. */
  changed(name: string, value: string | null): void;
}

/** One running program, which instance.js hands to the other files. */
export interface Instance {
  readonly stage: Stage;
  readonly canvas: HTMLCanvasElement;
  readonly options: Options;
  readonly m: Memory;
  readonly textAt: Memory['textAt'];
  readonly listen: Listeners['listen'];
  readonly defer: Listeners['defer'];
  /** Of the canvas, in CSS pixels. */
  width: number;
  height: number;
  /** Whether anything has been drawn. */
  drawn: boolean;
  /** The state is another one, by the reader or by the host. */
  stateChanged(): void;
  /** Tells the program that all requested files have arrived. */
  complete(): void;
  /** Calls the program; returns 0 when it is gone. */
  call<K extends keyof Calls>(name: K, ...args: Parameters<Calls[K]>): number;
  /** Runs after the program has returned: it must not be re-entered. */
  later(handler: () => void): void;
  /** Listens on the stage. */
  on<K extends keyof StageEvents & string>(type: K, handler: (event: StageEvents[K]) => void): void;
  /** Reads a file of the build, past every cache if `again`. */
  bytes(name: string, again: boolean): Promise<Bytes>;
  frames: Frames;
  mirror: Mirror;
  textField: TextField;
  hasFocus(): boolean;
  focusAt(target: Element | null): void;
  press(clientX: number, clientY: number): void;
}

/** What frames() of frames.js returns. */
export interface Frames {
  request(): void;
  /** The earliest request wins. */
  after(seconds: number): void;
  /** Draws a frame synchronously, inside the event that is being handled. */
  now(): void;
  /** The same after a press. */
  pressEnd(): void;
  watch(): void;
}

/** What textField() of text.js returns. */
export interface TextField {
  active(): boolean;
  key(): void;
  /** The program has applied a key that the focused field will now apply too. */
  ownEdit(key: string): void;
  /** Focuses `target` if it is a field of the mirror; returns whether it is one. */
  take(target: Element | null): boolean;
  sync(field: HTMLInputElement, value: string): void;
}

/** What mirror() of mirror.js returns. */
export interface Mirror {
  /** The live region. */
  readonly live: HTMLElement;
  readonly root: HTMLElement;
  readonly records: ReadonlyMap<number, MirrorRecord>;
  /** What the program gave, see transcript.js. */
  transcribe: Host['transcript'];
  /** Called with each frame. */
  drawn(): void;
  whole(transcript: Transcript | null): void;
  /** Whether it is still the one of what is shown. */
  holds(transcript: Transcript): boolean;
  put(transcript: Transcript, at: number): MirrorRecord;
  refresh(): void;
  /** Installs tabulate() of mirror_table.js. */
  tables(code: (t: Instance, record: MirrorRecord, node: number) => void): void;
  focusOn(element: HTMLElement | null | undefined): void;
  toggled(element: Element): void;
  /** The node of the element or of its nearest ancestor in the mirror; 0 if there is none. */
  idOf(element: Element | null): number;
  field(node: number): HTMLInputElement | null;
  beforeTab(): void;
}

/** Words of SemanticsNodes, the same as floats, their texts, and how many nodes there are. */
export interface Nodes {
  nodes: Uint32Array<ArrayBuffer>;
  floats: Float32Array<ArrayBuffer>;
  text: Uint8Array<ArrayBuffer>;
  count: number;
}

/** Of the open tab: the places of its nodes in words, the end of its content from its top in CSS pixels. */
export interface Transcript extends Nodes {
  readonly places: ReadonlyMap<number, number>;
  /** The place of the tab's own node. */
  readonly panel: number;
  readonly bottom: number;
}

/** An element of the mirror, with the last known state of its node. */
export interface MirrorRecord {
  element: HTMLElement;
  x: number;
  y: number;
  /** CSS pixels that its content is scrolled down by. */
  scroll?: number;
  /** As high as what it scrolls. */
  end?: HTMLElement;
  /** Of its children, the one that comes next in reading order. */
  next: ChildNode | null;
  role: Role;
  hash: number;
  /** It has children. */
  filled?: boolean;
  /** A child has changed. */
  stale?: boolean;
  /** It is in sight: a node of the last frame. */
  shown?: boolean;
  /** Its texts are drawn otherwise than its name says, and it has them besides. */
  drawn?: boolean;
  /** The element on the drawn letters that holds its text. */
  home?: HTMLElement;
  /** The texts on it with their places. */
  look?: string;
  /** Elements on the drawn letters besides its own text. */
  extras?: HTMLElement[];
  /** How its text lies on the drawn letters. */
  style?: string;
  /** The style of its position. */
  box?: string;
  /** Its own text, before its children. */
  text?: Text;
  /** The table of a chart, see mirror_table.js. */
  count?: number;
  said?: string;
  table?: HTMLElement;
}
