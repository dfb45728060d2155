// The service worker of the standalone page (page.js registers it): after the first visit everything works offline. Its
// scope is its own folder, never the page of a host.
//
// Files with a content hash in their address are cache-first; the page and its few unhashed scripts are network-first,
// so that a new build shows at once. A new worker waits until the pages of the old one are closed and only then deletes
// the old files: a page never gets files of two builds.
//
// The build fills in VERSION and FILES.
const CACHE = 'tablero-' + VERSION;

addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('tablero-') && name !== CACHE) await caches.delete(name);
    }
    await clients.claim();
  })());
});

/** @param {Request} request */
const answer = async (request) => {
  const { pathname, search } = new URL(request.url);
  const digest = /^\?v=[0-9a-f]+$/.test(search);
  // The page is the same for every state in its address.
  const kept = async () => (await caches.open(CACHE)).match(
    digest ? request : pathname.replace(/index\.html$/, ''), { ignoreSearch: !digest, ignoreVary: true });
  const found = digest && await kept();
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const last = await kept();
    if (last) return last;
    throw error;
  }
};

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});
