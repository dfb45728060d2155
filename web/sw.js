// The service worker of the product's own page (page.js registers it): after the first visit everything works without
// a network. It sees only what lies in its own folder, never the page of a host.
//
// Files asked for by their digest are taken from the cache; the page and its few undigested scripts from the network
// while there is one, so that a new build is seen at once. A new worker waits until pages of the old one are gone and
// throws the old files away only then: a page never gets files of two builds.
//
// VERSION and FILES are put in by the build.
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
