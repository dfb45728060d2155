// The service worker of the standalone page (page.js registers it): after the first visit everything works offline. Its
// scope is its own folder, never the page of a host.
//
// It keeps whole builds. files.json lists the addresses of one with their digests; a build is kept in a cache of its own
// once all its files have come and fit, and only from then on is it handed out. So, while a new build is being copied to
// the server file by file, visitors get the old one whole, and never files of two. A page that is still open goes on
// getting the files of its own build: what has a digest in its address is looked up in all builds that are kept.
/** @import { List } from './builds.js' */
import { read } from './bytes.js';

const LIST = 'files.json';
const PATIENCE = 3e3; // milliseconds that a navigation waits for a new build before the kept one is shown
const { scope } = registration;
// Other deployments of the same origin have other scopes; an address has no space.
const OWN = `tablero ${scope} `;

/** @typedef {{ name: string, cache: Cache, list: string, files: List }} Build */

/** @type {(time: number) => Promise<undefined>} */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** @type {(text: string) => List} */
function filesOf(text) {
  const files = JSON.parse(text);
  if (!Array.isArray(files['./'])) throw new Error(`${LIST}: expected the page, found none`);
  return files;
}

// The builds that are kept, the newest last. A storage that refuses to open, or does not answer, keeps none.
/** @type {Promise<Build[]> | undefined} */
let known;
const builds = () => (known ??= Promise.race([pause(PATIENCE), find()]).then((found) => found ?? [], () => []));
async function find() {
  /** @type {Build[]} */
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(OWN)) continue;
    const cache = await caches.open(name);
    const list = await (await cache.match(scope + LIST))?.text();
    if (list) found.push({ name, cache, list, files: filesOf(list) });
  }
  return found;
}

/** @type {(build: Build, address: string) => Promise<Response | undefined>} */
const kept = ({ cache }, address) => cache.match(new URL(address, scope), { ignoreVary: true });

/** @type {Promise<Build> | undefined} */
let keeping;

// Keeps the build that `list` describes. Rejects with the storage's error, or with an Unfit.
/** @type {(list: string) => Promise<Build>} */
const keep = (list) => (keeping ??= collect(list).finally(() => {
  keeping = undefined;
  known = undefined;
}));

class Unfit extends Error {}

/** @type {(list: string) => Promise<Build>} */
async function collect(list) {
  const files = filesOf(list);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(list)));
  const name = OWN + digest.slice(0, 4).join('.');
  // An empty cache by whose name a build is known that the quota has no room for: it is not downloaded at every visit.
  const full = name + ' full';
  const before = await builds();
  if (!before.length && (await caches.keys()).includes(full)) throw new Unfit('no room');
  await caches.delete(name);
  const cache = await caches.open(name);
  try {
    await Promise.all(Object.entries(files).map(async ([address, [version, size]]) => {
      const url = new URL(address, scope);
      // What has no digest in its address may come from a cache, and be old.
      const copy = url.search && (await Promise.all(before.map((build) => kept(build, address)))).find(Boolean);
      await cache.put(url, copy || await fetched(url, [version, size]));
    }));
    await cache.put(scope + LIST, new Response(list)); // the last one: now it is whole
  } catch (error) {
    await caches.delete(name);
    // With another build beside it there may be room once that is gone.
    if (/** @type {Error} */ (error).name === 'QuotaExceededError' && !before.length) {
      await forget();
      await caches.open(full);
    }
    throw error;
  }
  return { name, cache, list, files };
}

/** @type {(url: URL, version: [string, number]) => Promise<Response>} */
async function fetched(url, version) {
  const { bytes, error, response } = await read(url.href, { version }, url.search ? 'default' : 'reload');
  if (!response) throw new Unfit(`${url}: ${error}`);
  const headers = new Headers(response.headers);
  // Or the browser's own cache goes on with the embed.js of the build before.
  if (!url.search) headers.set('Cache-Control', 'no-cache');
  return new Response(bytes, { headers });
}

// The list of the build on the server; '' if the server has none.
async function listed() {
  const { bytes, error, status } = await read(scope + LIST, {}, 'reload');
  if (error && (status < 400 || status >= 500)) throw new Unfit(error);
  const list = new TextDecoder().decode(bytes);
  try {
    filesOf(list);
    return list;
  } catch {
    return '';
  }
}

async function forget(/** @type {string} */ but = '') {
  known = undefined;
  for (const name of await caches.keys()) {
    // Version 0.1.0 had no scope in its names, but the page itself among its files.
    const own = name.startsWith(OWN) || (/^tablero-\w+$/.test(name) && await (await caches.open(name)).match(scope));
    if (own && name !== but) await caches.delete(name);
  }
}

// Deletes other builds than `build` when no page is open that may need them.
async function tidy(/** @type {Build} */ build) {
  if (!(await clients.matchAll({ type: 'window' })).length) await forget(build.name);
}

// What answers a navigation to the page while `now` is kept: the newest build that is whole, here or on the server.
/** @type {(request: Request, now: Build) => Promise<Response>} */
async function newest(request, now) {
  const page = async (/** @type {Build} */ build) => await kept(build, './') ?? fetch(request);
  try {
    const list = await listed();
    if (list === '') {
      // No build there, or one whose list is just being replaced. Another page in this place is not to be hidden.
      const answer = await fetch(request);
      const ours = answer.status >= 500 || (await answer.clone().text()).includes('<somosnlp-tablero standalone');
      return ours ? await page(now) : answer;
    }
    if (list !== now.list) return await page(await keep(list));
    await tidy(now);
    return await page(now);
  } catch (error) {
    if (error instanceof Unfit || error instanceof TypeError) return page(now);
    // The build came whole, but could not be kept (quota): then none is, or the old one would be shown for ever.
    await forget().catch(() => {});
    return fetch(request);
  }
}

/** @param {FetchEvent} event */
async function navigate(event) {
  const { request } = event;
  const now = (await builds()).at(-1);
  if (!now) {
    event.waitUntil(listed().then((list) => (list ? keep(list) : undefined)).catch(() => {}));
    return fetch(request);
  }
  const answer = newest(request, now);
  event.waitUntil(answer.catch(() => {}));
  return await Promise.race([answer, pause(PATIENCE)]) ?? await kept(now, './') ?? answer;
}

/** @param {Request} request */
async function file(request) {
  const { href, search } = new URL(request.url);
  const digest = /^\?v=[0-9a-f]+/.exec(search)?.[0] ?? '';
  const address = href.slice(scope.length).replace(/\?.*/, '') + digest;
  const all = await builds();
  // A file without a digest is that of the newest build, as the page is.
  const copies = await Promise.all(all.slice(digest ? 0 : -1).map((build) => kept(build, address)));
  const copy = copies.find(Boolean);
  if (!copy) return fetch(request);
  if (request.cache !== 'reload' && search === digest) return copy;
  // A retry, past every cache.
  const answer = await Promise.race([fetch(request), pause(PATIENCE)]).catch(() => undefined);
  return answer?.ok ? answer : copy;
}

addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const list = await listed();
    const newestKept = (await builds()).at(-1);
    if (list !== newestKept?.list) await keep(list);
  })());
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const now = (await builds()).at(-1);
    if (now) await tidy(now);
    await clients.claim();
  })());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  const name = request.url.slice(scope.length).replace(/[?#].*/, '');
  const isPage = request.mode === 'navigate' && (name === '' || name === 'index.html');
  event.respondWith(isPage ? navigate(event) : name === LIST ? fetch(request) : file(request));
});
