// The service worker as packaged, against made-up storage and network: an upload file by file in three orders, with a
// visit between any two, and storage and servers that fail.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { test } from 'node:test';
import { WEB } from '../fixtures/frozen.mjs';
import { rebuilt } from '../fixtures/rebuilt.mjs';

const SCOPE = 'https://example.org/tablero/';
const read = (name) => fs.readFileSync(path.join(WEB, name));
const hex = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

const LIST = JSON.parse(read('files.json'));
const nameOf = (address) => address.replace(/[?#].*/, '').replace(/^(\.\/)?$/, 'index.html');
// The big files are small here.
const SMALL = Object.fromEntries(['tablero.wasm', 'data/leaderboard/related.json', 'data/sources.json', 'data/projects.json']
  .map((name) => [name, read(name).subarray(0, 2000)]));
const OLD = new Map([...[...Object.keys(LIST).map(nameOf), 'files.json', 'sw.js'].map((name) => [name, read(name)]), ...rebuilt(SMALL)]);
const comment = (name) => Buffer.concat([read(name), Buffer.from('\n/* another build */')]);
const CHANGES = rebuilt({
  ...SMALL,
  'tablero.wasm': Buffer.concat([SMALL['tablero.wasm'], Buffer.from([0, 2, 1, 0x78])]),
  'data/i18n/es.json': JSON.stringify({ ...JSON.parse(read('data/i18n/es.json')), 'tab.charlas': 'Charlas nuevas' }),
  'data/events.json': String(read('data/events.json')).replace('2024', '2023'),
  'fonts/inter-400.otf': Buffer.concat([read('fonts/inter-400.otf'), Buffer.alloc(4)]),
  'page.js': comment('page.js'),
  'tablero.css': comment('tablero.css'),
});
CHANGES.set('sw.js', comment('sw.js'));
for (const [name, bytes] of CHANGES) if (OLD.get(name).equals(bytes)) CHANGES.delete(name);
const NEW = new Map([...OLD, ...CHANGES]);
const names = [...CHANGES.keys()].sort();
const ORDERS = {
  'in the order of names': names,
  'in the reverse order': [...names].reverse(),
  'the smallest first': [...names].sort((a, b) => NEW.get(a).length - NEW.get(b).length),
};

// A cache storage; `full`: bytes that it holds at most.
function storage(full = Infinity) {
  const all = new Map();
  let used = 0;
  const open = async (name) => {
    if (!all.has(name)) all.set(name, new Map());
    const entries = all.get(name);
    return {
      match: async (url) => entries.get(String(url))?.clone(),
      put: async (url, response) => {
        used += (await response.clone().arrayBuffer()).byteLength;
        if (used > full) throw new DOMException('full', 'QuotaExceededError');
        entries.set(String(url), response);
      },
    };
  };
  const grow = () => { full = Infinity; };
  return { all, grow, keys: async () => [...all.keys()], open, delete: async (name) => all.delete(name) };
}

// A browser of one visitor: its HTTP cache keeps everything (addresses with a digest for ever), its worker is stopped
// between any two visits.
class Visitor {
  http = new Map();
  caches = storage();
  online = true;
  worker = null; // code of the active worker
  asked = [];

  constructor(server) {
    this.server = server;
  }

  copy(server) {
    const copy = Object.assign(new Visitor(server), { http: new Map(this.http), worker: this.worker });
    for (const [name, entries] of this.caches.all) copy.caches.all.set(name, new Map(entries));
    return copy;
  }

  // fetch() as the browser has it. `server` has the files by name, or a function in place of one.
  fetch = async (request, { cache = request.cache ?? 'default' } = {}) => {
    const url = String(request.url ?? request);
    if (cache === 'default' && this.http.has(url)) return this.http.get(url).clone();
    if (!this.online) throw new TypeError('Failed to fetch');
    const name = nameOf(url.slice(SCOPE.length));
    this.asked.push(name);
    const file = this.server.get(name);
    if (typeof file === 'function') return file();
    const response = file ? new Response(file) : new Response('not found', { status: 404 });
    if (response.ok) this.http.set(url, response.clone());
    return response;
  };

  // The worker's code, started anew.
  run(code) {
    const handlers = {};
    const late = (...args) => setTimeout(...args).unref();
    vm.runInNewContext(String(code), {
      addEventListener: (type, handler) => { handlers[type] = handler; },
      registration: { scope: SCOPE }, clients: { matchAll: async () => [], claim: async () => {} }, caches: this.caches,
      fetch: this.fetch, crypto: globalThis.crypto, URL, Headers, Response, TextDecoder, TextEncoder, Uint8Array, AbortController, DOMException,
      TypeError, performance, setTimeout: late, clearTimeout, globalThis: { crypto: globalThis.crypto },
    });
    return handlers;
  }

  async event(handler, event = {}) {
    let answer;
    const waits = [];
    handler({ ...event, waitUntil: (promise) => waits.push(promise), respondWith: (promise) => { answer = promise; } });
    const response = await answer;
    await Promise.all(waits);
    return response;
  }

  // A visit: which build the page ran ('old', 'new'), or what did not fit.
  async visit() {
    const handlers = this.worker && this.run(this.worker);
    const get = async (address, cache = 'default', mode = 'cors') => {
      const request = { url: SCOPE + address, method: 'GET', mode, cache };
      const response = handlers ? await this.event(handlers.fetch, { request }) : await this.fetch(request);
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    };
    let result;
    try {
      result = await this.open(get);
    } catch (error) {
      result = error.message;
    }
    await this.register();
    return result;
  }

  // What page and embed.js do: every file by the digest of those that name it, wrong ones again past the caches; the build
  // of files.json where that of embed.js is not there.
  async open(get) {
    await get('?view=mapa', 'default', 'navigate');
    await get('page.js');
    const checked = async (address) => {
      const [name, digest] = address.split('?v=');
      for (const cache of ['default', 'reload']) {
        const bytes = await get(address, cache);
        if (hex(bytes) === digest) return bytes;
      }
      throw new Error(`${name}: another version`);
    };
    const run = async (script, wasm) => {
      const runtime = String(await checked(script));
      await checked(wasm);
      const files = /"([^"]*data\/events\.json [^"]*)"/.exec(runtime)[1].split('|').map((row) => row.split(' '));
      for (const [name, digest] of files) if (!name.startsWith('map/50m')) await checked(`${name}?v=${digest}`);
      return runtime.includes(hex(NEW.get('data/events.json'))) ? 'new' : 'old';
    };
    const embed = String(await get('embed.js'));
    const own = (name) => name + /\?v=[0-9a-f]{8}/.exec(embed.slice(embed.indexOf(name)))[0];
    try {
      return await run(own('tablero.js'), own('tablero.wasm'));
    } catch {
      const there = Object.keys(JSON.parse(String(await get('files.json', 'reload'))));
      return run(...['tablero.js?', 'tablero.wasm?'].map((start) => there.find((address) => address.startsWith(start))));
    }
  }

  // After the first picture: the browser installs sw.js when there is none, or another one, and starts it at the next
  // visit.
  async register() {
    if (!this.online) return;
    const code = this.server.get('sw.js');
    if (typeof code === 'function' || (this.worker && code.equals(this.worker))) return;
    try {
      const handlers = this.run(code);
      await this.event(handlers.install);
      await this.event(handlers.activate);
      this.worker = code;
    } catch {
      // Refused: it stays as it was.
    }
  }

  // Every build that is kept and said to be whole is so.
  async checkKept() {
    for (const [name, entries] of this.caches.all) {
      const list = entries.get(SCOPE + 'files.json');
      if (!list) continue;
      for (const [address, [digest, size]] of Object.entries(await list.clone().json())) {
        const copy = entries.get(String(new URL(address, SCOPE)));
        assert.ok(copy, `${name}: ${address} is missing`);
        const bytes = Buffer.from(await copy.clone().arrayBuffer());
        assert.deepEqual([hex(bytes), bytes.length], [digest, size], `${name}: ${address}`);
      }
    }
  }
}

async function endsWell(visitor, what) {
  // The time is over for which the server lets the page and embed.js be kept.
  for (const url of visitor.http.keys()) if (!url.includes('?v=')) visitor.http.delete(url);
  assert.equal(await visitor.visit(), 'new', `${what}: after the upload`);
  visitor.online = false;
  visitor.http.clear();
  assert.equal(await visitor.visit(), 'new', `${what}: offline`);
  await visitor.checkKept();
}

async function installed(server = new Map(OLD)) {
  const visitor = new Visitor(server);
  assert.equal(await visitor.visit(), 'old');
  return visitor;
}

for (const [title, order] of Object.entries(ORDERS)) {
  test(`an upload ${title}, a visit between any two files: one build whole, and at the end the new one`, async () => {
    assert.ok(order.length > 10, `${order}`);
    const server = new Map(OLD);
    const first = await installed();
    const regular = first.copy(server); // comes again and again
    const others = [];
    for (const name of order) {
      const whole = NEW.get(name);
      for (const bytes of [whole.subarray(0, whole.length >> 1), whole]) { // FTP writes in place
        server.set(name, bytes);
        const state = bytes === whole ? name : `half of ${name}`;
        assert.match(await regular.visit(), /^(old|new)$/, state);
        await regular.checkKept();
        const newcomer = new Visitor(server);
        await newcomer.visit(); // there may be no whole build for who has none
        await newcomer.checkKept();
        if (bytes === whole) others.push([newcomer, `first visit after ${state}`]);
      }
      const returning = first.copy(server);
      assert.match(await returning.visit(), /^(old|new)$/, name);
      others.push([returning, `second visit after ${name}`]);
    }
    for (const [visitor, what] of others) await endsWell(visitor, what);
    await endsWell(regular, 'a regular visitor');
    regular.online = true;
    assert.equal(await regular.visit(), 'new');
    assert.equal(regular.caches.all.size, 1, 'one build is kept');
  });
}

const wrong = {
  'a cut module': ['tablero.wasm', OLD.get('tablero.wasm').subarray(0, 500)],
  'a web page in place of data': ['data/events.json', Buffer.from('<!doctype html><title>x</title>')],
  'the page of another build': ['index.html', comment('index.html')],
  'half a list': ['files.json', OLD.get('files.json').subarray(0, 500)],
  'no answer but an error': ['later.js', () => new Response('', { status: 503 })],
};
for (const [what, [name, file]] of Object.entries(wrong)) {
  test(`${what} while the worker installs: nothing is kept, and the next visit installs`, async () => {
    const server = new Map([...OLD, [name, file]]);
    const visitor = new Visitor(server);
    await visitor.visit();
    assert.equal(visitor.worker, null);
    assert.deepEqual([...visitor.caches.all.values()].filter((entries) => entries.size), []);
    server.set(name, OLD.get(name));
    assert.equal(await visitor.visit(), 'old');
    assert.ok(visitor.worker);
    visitor.online = false;
    assert.equal(await visitor.visit(), 'old');
  });
}

test('an unchanged build costs a visit its list, and nothing else', async () => {
  const visitor = await installed();
  visitor.asked.length = 0;
  visitor.http.clear();
  assert.equal(await visitor.visit(), 'old');
  assert.deepEqual(visitor.asked.filter((name) => !name.startsWith('map/50m')), ['files.json']);
});

test('what did not change is not downloaded again for a new build', async () => {
  const visitor = await installed();
  visitor.asked.length = 0;
  visitor.http.clear();
  visitor.server = new Map(NEW);
  assert.equal(await visitor.visit(), 'new');
  const again = visitor.asked.filter((name) => !CHANGES.has(name) && !/^(.*\.css|icon\.svg)$/.test(name));
  assert.deepEqual(again, []);
});

test('a server that fails: the kept build', async () => {
  for (const status of [500, 502, 503]) {
    const visitor = await installed();
    for (const name of OLD.keys()) visitor.server.set(name, () => new Response('busy', { status }));
    assert.equal(await visitor.visit(), 'old', `${status}`);
  }
});

test('a server that does not answer: the kept build, within seconds', async () => {
  const visitor = await installed();
  visitor.server.set('files.json', () => new Promise(() => {}));
  const handlers = visitor.run(visitor.worker);
  const alive = setInterval(() => {}, 100);
  const started = performance.now();
  let answer;
  handlers.fetch({ request: { url: SCOPE, method: 'GET', mode: 'navigate', cache: 'default' }, waitUntil() {}, respondWith: (promise) => { answer = promise; } });
  assert.equal((await (await answer).text()), String(OLD.get('index.html')));
  clearInterval(alive);
  assert.ok(performance.now() - started < 4000);
});

test('another page in this place is not hidden by the kept one', async () => {
  const visitor = await installed();
  for (const name of OLD.keys()) visitor.server.delete(name);
  visitor.server.set('index.html', Buffer.from('<title>moved</title>'));
  visitor.http.clear();
  const handlers = visitor.run(visitor.worker);
  const response = await visitor.event(handlers.fetch, { request: { url: SCOPE, method: 'GET', mode: 'navigate', cache: 'default' } });
  assert.equal(await response.text(), '<title>moved</title>');
});

test('a storage that refuses, or that is full, keeps nobody out', async () => {
  const server = new Map(OLD);
  const visitor = new Visitor(server);
  visitor.worker = OLD.get('sw.js');
  for (const name of ['keys', 'open']) {
    visitor.caches = { ...storage(), [name]: async () => { throw new DOMException('no', 'UnknownError'); } };
    assert.equal(await visitor.visit(), 'old', name);
  }
  visitor.caches = storage(300000);
  assert.equal(await visitor.visit(), 'old');
  // Full when a new build comes: that one all the same, from the network.
  const total = [...OLD.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  visitor.caches = storage(total * 1.2);
  for (const visit of ['first', 'second']) assert.equal(await visitor.visit(), 'old', visit);
  visitor.server = new Map(NEW);
  for (const visit of ['first', 'second']) assert.equal(await visitor.visit(), 'new', visit);
});

test('a build that the storage has no room for is not downloaded at every visit, but the next build is tried', async () => {
  const page = new Visitor(new Map(OLD));
  page.register = async () => {};
  await page.visit();
  const own = new Set(page.asked);
  assert.ok(Object.keys(LIST).some((address) => !own.has(nameOf(address))), 'the worker wants more than the page');
  for (const worker of [null, OLD.get('sw.js')]) { // to be installed, and installed before
    const visitor = new Visitor(new Map(OLD));
    Object.assign(visitor, { worker, caches: storage(300000) });
    const again = async (build) => {
      visitor.asked.length = 0;
      visitor.http.clear();
      assert.equal(await visitor.visit(), build);
      return visitor.asked.filter((name) => !own.has(name));
    };
    assert.ok((await again('old')).length > 3, 'tried');
    for (let i = 0; i < 3; i++) assert.deepEqual(await again('old'), ['files.json'], `visit ${i}`);
    visitor.server = new Map(NEW);
    visitor.caches.grow();
    assert.ok((await again('new')).length > 3, 'tried');
    visitor.online = false;
    assert.equal(await visitor.visit(), 'new');
    assert.equal(visitor.caches.all.size, 1);
  }
});

test('other deployments of the origin keep what they have; what version 0.1.0 left goes', async () => {
  const visitor = new Visitor(new Map(OLD));
  const foreign = ['tablero https://example.org/ 1.2.3.4', 'tablero https://example.org/tablero/beta/ 1.2.3.4', 'tablero-ffffff', 'other'];
  for (const name of foreign) await (await visitor.caches.open(name)).put('https://example.org/', new Response('x'));
  await (await visitor.caches.open('tablero-0a1b2c')).put(SCOPE, new Response('x'));
  await visitor.visit();
  await visitor.visit();
  assert.deepEqual([...visitor.caches.all.keys()].filter((name) => !name.startsWith(`tablero ${SCOPE} `)), foreign);
});

test('a retry goes past the kept copy, and falls back on it', async () => {
  const visitor = await installed();
  const handlers = visitor.run(visitor.worker);
  const address = Object.keys(LIST).find((each) => each.startsWith('data/events.json'));
  const get = (cache) => visitor.event(handlers.fetch, { request: { url: SCOPE + address, method: 'GET', mode: 'cors', cache } });
  visitor.server.set('data/events.json', Buffer.from('{}'));
  assert.equal((await (await get('default')).arrayBuffer()).byteLength, OLD.get('data/events.json').length);
  assert.equal(await (await get('reload')).text(), '{}');
  visitor.online = false;
  assert.equal((await (await get('reload')).arrayBuffer()).byteLength, OLD.get('data/events.json').length);
});
