// Types that the page's scripts share; those of the public element are in tablero.d.ts. Nothing of this is in the build.
import type { TableroEventMap } from './tablero.js';

declare global {
  /** Put in by the bundler, see guest.js and web/build/package.mjs. */
  const BUILD: {
    /** Digests, each as the query of an address: `?v=1a2b3c4d`. */
    readonly DATA: string;
    readonly WASM: string;
    readonly POSTERS: string;
    readonly FALLBACK: string;
    readonly LATER: string;
    readonly TABLERO: string;
    /** Views and languages that have stills, comma-separated; '' if there are none. */
    readonly STILLS: string;
    readonly WASM_BYTES: number;
  };

  // What the element tells, for listeners on it.
  interface HTMLElementEventMap extends TableroEventMap {}
}

/** An event whose target is known to be an element. */
export type On<E> = E & { readonly target: HTMLElement };

/** Safari's, https://developer.apple.com/documentation/webkitjs/gestureevent */
export interface GestureEvent extends MouseEvent {
  readonly scale: number;
}

/** Events of elements in the stage. A field of the interface is an input element where text comes from it. */
export type StageEvents = { [K in keyof HTMLElementEventMap]: On<HTMLElementEventMap[K]> } & {
  beforeinput: InputEvent & { readonly target: HTMLInputElement };
  input: InputEvent & { readonly target: HTMLInputElement };
  compositionend: CompositionEvent & { readonly target: HTMLInputElement };
  gesturestart: GestureEvent;
  gesturechange: GestureEvent;
};

/** Told by the browser, never made by a script without data. */
type ClipboardEvents = Record<'copy' | 'cut' | 'paste', ClipboardEvent & { readonly clipboardData: DataTransfer }>;

/** Events of a target by their names. */
export type EventsOf<T> = T extends Window ? { [K in keyof WindowEventMap]: On<WindowEventMap[K]> }
  : T extends Document ? Omit<DocumentEventMap, keyof ClipboardEvents> & ClipboardEvents
  : T extends MediaQueryList ? MediaQueryListEventMap
  : StageEvents & { webglcontextlost: Event; webglcontextrestored: Event };

/** What listeners.js gives. */
export interface Listeners {
  /** As addEventListener, undone by dispose(). */
  listen<T extends EventTarget, K extends keyof EventsOf<T> & string>(
    target: T, type: K, handler: (event: EventsOf<T>[K]) => void, options?: boolean | AddEventListenerOptions): void;
  /** `handler` runs at dispose(). */
  defer(handler: () => void): void;
  dispose(): void;
}

/** A text in the module's memory as the module tells it: its place and its length in bytes. */
export type TextPlace = [at: number, length: number];

/**
 * What the program can be told, `tb_NAME` of src/platform/web/main.cpp. Its first argument, the program, is put in by
 * call(), and a string goes as its place and length.
 */
export interface Calls {
  frame(): void;
  viewport(width: number, height: number, pixelWidth: number, pixelHeight: number): void;
  /** FLAGS in the order of theme.js. */
  environment(flags: number, textScale: number): void;
  /** 0xAABBGGRR, in the order of system_colours.js. */
  colours(...colours: number[]): void;
  pointer(kind: number, phase: number, id: number, button: number, x: number, y: number, modifiers: number): void;
  wheel(x: number, y: number, dx: number, dy: number, pinch: boolean, modifiers: number): void;
  key(key: number, down: boolean, repeat: boolean, modifiers: number): void;
  text(text: string): void;
  focus(focused: boolean): void;
  visible(visible: boolean): void;
  query(query: string): void;
  activate(node: number): void;
  set_value(node: number, value: string): void;
  edit(node: number, caret: number, value: string): void;
  touch_start(x: number, y: number, fingers: number): void;
  focus_node(node: number): void;
  texts(start: boolean): void;
  fetched(request: number, ok: boolean, status: number, body: number, length: number, error: string): void;
  context_lost(): void;
  context_restored(): void;
}

/** The module's exports: these and Calls. */
export interface Exports extends Record<`tb_${keyof Calls}`, Crossing> {
  readonly memory: WebAssembly.Memory;
  _initialize?(): void;
  tb_create(): number;
  /** The place of so many bytes; 0 if there are none. */
  tb_alloc(bytes: number): number;
  tb_free(at: number): void;
}

/** A function that the module has: only numbers cross, and booleans become numbers. */
export type Crossing = (...values: (number | boolean)[]) => number;

/** Imports of the module, `tb_host_NAME` of src/platform/web/host.h. A string that one returns becomes a copy for it. */
export interface Host {
  query(): string;
  now(): number;
  frame(): void;
  frame_after(seconds: number): void;
  fetch(request: number, at: number, length: number, max: number): void;
  cursor(cursor: number): void;
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
  announce(...message: TextPlace): void;
  number(...text: TextPlace): number;
  ready(): void;
  error(...message: TextPlace): void;
}

/** What module.js gives. The views are replaced when the memory grows, so never kept. */
export interface Memory {
  u8: Uint8Array<ArrayBuffer>;
  i32: Int32Array<ArrayBuffer>;
  f32: Float32Array<ArrayBuffer>;
  exports: Exports;
  textAt(at: number, length: number): string;
  /** The zero-terminated text at a place. */
  stringAt(at: number): string;
  /** A copy with a zero after it, to be freed: its place and its length without the zero. */
  give(text: string): TextPlace;
}

/** The answer to the request for the module, shared by all instances of a page. */
export type ModuleAnswer = Promise<Response> & { compiled?: Promise<WebAssembly.Module> };

/** 'unsupported': no WebGL2 or WebAssembly; 'load': something did not come; 'crash': the program has stopped. */
export type FailureKind = 'unsupported' | 'load' | 'crash';

/** Stands for what is put in before anything reads it, or for what nothing reads any more. */
export type Unset = never;

/** The element that holds all of an instance, in the shadow tree. */
export interface Stage extends HTMLDivElement {
  getRootNode(): ShadowRoot & { readonly activeElement: HTMLElement | null };
}

/** What start() of instance.js is given. */
export interface Options {
  make: Make;
  stage: Stage;
  canvas: HTMLCanvasElement;
  wasm: ModuleAnswer;
  /** Folder of the build, with a slash at its end. */
  base: string;
  /** Address that links to a state begin with. */
  page: string;
  embedded: boolean;
  query: string;
  /** How much of the module is here, from 0 to 1. */
  onProgress(part: number): void;
  onReady(): void;
  onState(query: string, push: boolean): void;
  /** CSS pixels that the open tab would fill without scrolling, 0 if unknown. */
  onHeight(height: number): void;
  onError(message: string): void;
  /** Nothing runs any more. */
  onFailure(kind: FailureKind, message: string): void;
}

/** Makes an element of a class, the last child of a parent. */
export type Make = <K extends keyof HTMLElementTagNameMap>(
  tag: K, name: string, parent: Node & ParentNode) => HTMLElementTagNameMap[K];

/** What start() of instance.js returns. */
export interface Running {
  readonly state: string;
  setState(query: string): void;
  /** A press at a place of the page, for a tap that came before the program. */
  tap(clientX: number, clientY: number): void;
  destroy(): void;
}

/** What guest.js gives to the element. */
export interface Guest {
  /** The query of the state. */
  state(): string;
  setState(query: string): void;
  destroy(): void;
  /** The element is in the page. */
  connected(): void;
  /** An attribute has another value. */
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
  /** Says that all files asked for are here. */
  complete(): void;
  /** Tells the program; 0 when it is gone. */
  call<K extends keyof Calls>(name: K, ...args: Parameters<Calls[K]>): number;
  /** Runs when the program has returned: it may not be re-entered. */
  later(handler: () => void): void;
  /** Listens on the stage. */
  on<K extends keyof StageEvents & string>(type: K, handler: (event: StageEvents[K]) => void): void;
  frames: Frames;
  mirror: Mirror;
  textField: TextField;
  hasFocus(): boolean;
  focusAt(target: Element | null): void;
  press(clientX: number, clientY: number): void;
}

/** What frames.js gives. */
export interface Frames {
  request(): void;
  /** The earliest wish wins. */
  after(seconds: number): void;
  /** A frame inside the event that is being handled. */
  now(): void;
  /** The same after a press. */
  pressEnd(): void;
  watch(): void;
}

/** What text.js gives. */
export interface TextField {
  active(): boolean;
  key(): void;
  /** The program has applied a key that the focused field will now apply too. */
  ownEdit(key: string): void;
  /** Focuses what is a field of the mirror, and says whether it is one. */
  take(target: Element | null): boolean;
  sync(field: HTMLInputElement, value: string): void;
}

/** What mirror.js gives. */
export interface Mirror {
  /** The live region. */
  readonly live: HTMLElement;
  /** Hands over tabulate() of mirror_table.js. */
  tables(code: (record: MirrorRecord) => void): void;
  focusOn(element: HTMLElement | null | undefined): void;
  toggled(element: Element): void;
  /** The node of the element, or of the one that it is in; 0 if there is none. */
  idOf(element: Element | null): number;
  field(node: number): HTMLInputElement | null;
  beforeTab(): void;
}

/** An element of the mirror, and what was last known of its node. */
export interface MirrorRecord {
  element: HTMLElement;
  x: number;
  y: number;
  /** Of its children, the one that comes next in reading order. */
  next: ChildNode | null;
  role: number;
  hash: number;
  /** It has children. */
  filled?: boolean;
  /** A child has changed. */
  stale?: boolean;
  /** Style of its place. */
  box?: string;
  /** Its own text, before its children. */
  text?: Text;
  /** Of a chart, see mirror_table.js. */
  count?: number;
  said?: string;
  table?: HTMLElement;
}
