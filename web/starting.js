// The parts of a build that embed.js starts: its scripts, each by its digest, and the download of the module.
/** @import { List } from './builds.js' */
/** @import { Build, LoadScript, Module } from './types.js' */

const LIMIT = 30e3; // milliseconds; scripts are small

// The build that this embed.js belongs to.
/** @type {Build} */
export const OWN = {
  tablero: ['tablero.js' + BUILD.TABLERO, BUILD.TABLERO_SUM],
  fallback: ['fallback.js' + BUILD.FALLBACK, BUILD.FALLBACK_SUM],
  wasm: 'tablero.wasm' + BUILD.WASM,
};

// The build that is on the server now: another one than ours when embed.js comes from a cache, or when the page has been
// open for long. Null if it does not say.
/** @type {(base: string) => Promise<Build | null>} */
export async function buildOn(base) {
  try {
    const answer = await fetch(base + 'files.json', { cache: 'reload', signal: AbortSignal.timeout(LIMIT) });
    const list = /** @type {List} */ (await answer.json());
    const address = (/** @type {string} */ name) => /** @type {string} */ (Object.keys(list).find((key) => key.startsWith(name + '?v=')));
    /** @type {(name: string) => [string, string]} */
    const script = (name) => [address(name), /** @type {string} */ (list[address(name)][2])];
    return { tablero: script('tablero.js'), fallback: script('fallback.js'), wasm: address('tablero.wasm') };
  } catch {
    return null;
  }
}

/** @type {<T>(promise: Promise<T>, what: string) => Promise<T>} */
const limited = (promise, what) => new Promise((resolve, reject) => {
  const timer = setTimeout(() => reject(new Error(`${what}: no answer`)), LIMIT);
  promise.then(resolve, reject).finally(() => clearTimeout(timer));
});

// import() has no integrity, modulepreload has: what it refuses the page's module map does not hand out
// (https://html.spec.whatwg.org/multipage/links.html#link-type-modulepreload). `place`: where its element is for a moment.
/** @type {(place: ParentNode, url: string, integrity: string) => Promise<void>} */
const check = (place, url, integrity) => new Promise((resolve, reject) => {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) {
    resolve();
    return;
  }
  link.onload = () => {
    link.remove();
    resolve();
  };
  link.onerror = () => {
    link.remove();
    reject(new Error(`${new URL(url).pathname.split('/').at(-1)}: not found, or another version`));
  };
  link.rel = 'modulepreload';
  link.integrity = integrity;
  link.href = url;
  place.append(link);
});

// Loads scripts below `base`. One that fails is tried again by another address: the page remembers a failed one as such,
// and a cache may have given wrong bytes. `fresh`: so at once, because that has happened.
/** @type {(place: ParentNode, base: string, fresh: boolean) => LoadScript} */
export const scripts = (place, base, fresh) => async (address, integrity) => {
  /** @param {string} url */
  const load = (url) => limited(check(place, url, integrity).then(() => import(url)), address.replace(/\?.*/, ''));
  const again = () => load(`${base + address}&again=${Date.now()}`);
  return fresh ? again() : load(base + address).catch(again);
};

/** @type {(url: string, cache: RequestCache) => Pick<Module, 'answer' | 'abort'>} */
function request(url, cache) {
  const ender = new AbortController();
  const answer = fetch(url, { cache, signal: ender.signal });
  answer.catch(() => {}); // a failure is reported when it is compiled
  return { answer, abort: () => ender.abort() };
}

// Address of a module -> its download, for all instances on a page.
/** @type {Record<string, Module>} */
const modules = {};

// The download of the module at `url`, which begins now unless it has begun.
/** @type {(url: string, cache: RequestCache) => Module} */
export const moduleAt = (url, cache) => (modules[url] ??= {
  ...request(url, cache),
  again: () => request(url, 'reload'),
  drop() {
    delete modules[url];
  },
});
