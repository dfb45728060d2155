// Shared by the browser tests: a server for the built page with fault injection, a Chromium with software GL and
// deterministic rendering, and pages that record their errors.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WEB } from '../fixtures/frozen.mjs';

export { rebuilt } from '../fixtures/rebuilt.mjs';

// Pixels of screenshots.
export { colors as colors, decodePng } from '../../web/build/png.mjs';

const { chromium } = createRequire(new URL('../../web/package.json', import.meta.url))('playwright-core');

export { WEB };
const PAGES = fileURLToPath(new URL('pages', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

const servers = new Set();
const browsers = new Set();

// Closes all that serve() and launch() opened; for after(), so that a failed test leaves nothing running.
export async function closeAll() {
  await Promise.all([...browsers].map((browser) => browser.close()));
  await Promise.all([...servers].map((server) => server.close()));
}

// Serves the page of `dir` (with the frozen data by default) under /, and the pages of tests/browser/pages under
// /pages/. `faults` maps a path ("/data/x.json") to a handler (request, response); it may be changed while serving.
// `hits` counts requests by path, `urls` lists them whole. `changed`: name -> bytes in place of a file of `dir`, see
// rebuilt(); it may be changed while serving too. `headers`: of every answer.
export async function serve({ faults = new Map(), changed = new Map(), headers = {}, dir = WEB, prefix = '/' } = {}) {
  const hits = new Map();
  const urls = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://x');
    const name = decodeURIComponent(url.pathname);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-cache');
    for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
    if (name === '/favicon.ico') return response.writeHead(204).end();
    hits.set(name, (hits.get(name) ?? 0) + 1);
    urls.push(request.url);
    const fault = faults.get(name);
    if (fault) return fault(request, response);
    const inside = name.startsWith(prefix) ? name.slice(prefix.length) || 'index.html' : '\0';
    const file = name.startsWith('/pages/') ? path.join(PAGES, name.slice(7)) : path.join(dir, inside);
    sendFile(request, response, file, changed.get(inside));
    return undefined;
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self = {
    url: `http://127.0.0.1:${server.address().port}`,
    port: server.address().port,
    hits,
    urls,
    faults,
    changed,
    close: () => new Promise((resolve) => {
      servers.delete(self);
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
  servers.add(self);
  return self;
}

function sendFile(request, response, file, bytes) {
  if (!bytes && (file.includes('\0') || !fs.existsSync(file) || !fs.statSync(file).isFile())) {
    response.writeHead(404, { 'Content-Type': 'text/plain' });
    response.end('not found');
    return;
  }
  // Immutable caching for addresses with a content hash, as a good host does.
  if (/\?v=\w+$/.test(request.url)) response.setHeader('Cache-Control', 'max-age=31536000, immutable');
  response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
  if (bytes) {
    response.end(bytes);
    return;
  }
  const brotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && fs.existsSync(file + '.br');
  if (brotli) response.setHeader('Content-Encoding', 'br');
  fs.createReadStream(brotli ? file + '.br' : file).pipe(response);
}

// Fault handlers for serve().
export const missing = (_, response) => {
  response.writeHead(404, { 'Content-Type': 'text/plain' });
  response.end('not found');
};
export const body = (text, type = 'application/json', status = 200) => (_, response) => {
  response.writeHead(status, { 'Content-Type': type });
  response.end(text);
};
// `megabytes` of JSON that never ends well, sent compressed as a server would.
export const huge = (megabytes) => (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
  const gzip = zlib.createGzip({ level: 1 });
  gzip.pipe(response);
  const chunk = Buffer.alloc(2 ** 20, 'x');
  let sent = 0;
  const more = () => {
    while (sent < megabytes) {
      sent++;
      if (!gzip.write(chunk)) {
        gzip.once('drain', more);
        return;
      }
    }
    gzip.end();
  };
  response.on('close', () => gzip.destroy());
  gzip.on('error', () => {});
  more();
};

const FLAGS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--force-color-profile=srgb', '--disable-lcd-text', '--font-render-hinting=none'];

// chrome-headless-shell: the same engine without the browser window, and half the work per page, because only the page
// is drawn.
const FULL = process.env.TABLERO_CHROMIUM ?? '/usr/bin/chromium';
const LIGHT = process.env.TABLERO_CHROMIUM_LIGHT
  ?? (process.env.TABLERO_CHROMIUM || !fs.existsSync('/usr/bin/chromium-headless-shell') ? FULL : '/usr/bin/chromium-headless-shell');

// A Chromium with `scale` device pixels per CSS pixel. A real density, because under emulation ResizeObserver reports
// CSS pixels as device pixels (https://github.com/microsoft/playwright/issues/18591). `full`: the browser that people
// use, for what chrome-headless-shell lacks (its page, seen in 156, does not survive a WebAssembly trap; no public
// issue found).
export async function launch({ scale = 1, args = [], gl = true, full = false } = {}) {
  const flags = gl ? FLAGS : FLAGS.filter((flag) => !/swiftshader/.test(flag));
  const browser = await chromium.launch({
    executablePath: full ? FULL : LIGHT,
    args: [...flags, `--force-device-scale-factor=${scale}`, ...args],
  });
  browsers.add(browser);
  browser.on('disconnected', () => browsers.delete(browser));
  return browser;
}

// A page in a context of its own; page.problems collects console errors and uncaught exceptions. `emulate` false
// leaves size and density to the window, for tests of real densities. Without a service worker unless asked for.
export async function newPage(browser, { size = [1280, 800], emulate = true, ...options } = {}) {
  const context = await browser.newContext({
    viewport: emulate ? { width: size[0], height: size[1] } : null,
    locale: 'es-ES',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  page.problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') page.problems.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => page.problems.push(String(error)));
  return page;
}

export async function close(page) {
  await page.context().close();
}

export const ready = (page, timeout = 30000) => page.waitForFunction(
  () => performance.getEntriesByName('tablero:ready').length > 0, null, { timeout });

// Opens PATH and waits until the program says that it is ready.
export async function open(page, url) {
  await page.goto(url);
  await ready(page);
}

// The server and the Chromium of the tests of a file, see started().
export let server;
export let browser;

// Starts them before the first test of the file that calls this, then does `more`, and ends all after the last test.
// `serving` and `launching` are options of serve() and launch(); without `serving` (false) each test has a server of its
// own. All in one hook: those at the top of a file do not wait for each other.
export function started({ serving = {}, launching = {} } = {}, more = async () => {}) {
  before(async () => {
    if (serving) server = await serve(serving);
    browser = await launch(launching);
    await more();
  });
  after(closeAll);
}

// A new page of `browser` whose frames are counted, as settle() needs it; `options` of newPage(). `scripts` run in it
// before anything else: functions, or a function with its argument.
export async function countedPage(options, ...scripts) {
  const page = await newPage(browser, options);
  for (const script of [countFrames, ...scripts]) await page.addInitScript(...[script].flat());
  return page;
}

// The same at `address`, of `server` unless it names another one, ready.
export async function visit(address, options, ...scripts) {
  const page = await countedPage(options, ...scripts);
  await open(page, new URL(address, server?.url).href);
  return page;
}

// Ends with a page in which nothing went wrong.
export async function finish(page) {
  assert.deepEqual(page.problems, []);
  await close(page);
}

// Gives the element of the page the state `query`; keys that it does not name have their defaults.
export const setState = (page, query) => page.evaluate((state) => document.querySelector('somosnlp-tablero').setState(state), query);

// The same, and waits until everything is still.
export async function show(page, query) {
  await setState(page, query);
  await settle(page, 60);
  // Without this check a crashed page would pass as one without faults.
  if (await page.locator('.mirror').count() === 0) throw new Error(`stopped at ${query}`);
}

// Waits until the mirror holds the whole open tab: its elements come when the program rests.
export async function whole(page) {
  await settle(page, 60);
  await page.locator('.mirror.read').waitFor({ state: 'attached' });
}

// Run in the page, at once or before anything else: a field #check, through which copied() reads the clipboard without
// asking for a permission.
export function clipboardField() {
  const add = () => {
    const field = document.createElement('textarea');
    field.id = 'check';
    field.style.cssText = 'position:fixed;right:0;bottom:0;width:40px;height:20px;z-index:9';
    document.body.append(field);
  };
  if (document.readyState === 'complete') add();
  else addEventListener('load', add);
}

// What Ctrl+V puts into #check; what Ctrl+C copies.
export async function pasted(page) {
  await page.locator('#check').fill('');
  await page.locator('#check').focus();
  await page.keyboard.press('Control+v');
  return page.locator('#check').inputValue();
}
export async function copied(page) {
  await page.keyboard.press('Control+c');
  return pasted(page);
}

// Run in the page before anything else: window.attached counts the listeners on the page itself (those on removed
// elements go with them), window.contexts keeps weak references to the contexts of canvases.
export function watchLeaks() {
  window.attached = 0;
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = function add(...args) {
      window.attached++;
      return addEventListener.apply(this, args);
    };
    target.removeEventListener = function remove(...args) {
      window.attached--;
      return removeEventListener.apply(this, args);
    };
  }
  window.contexts = [];
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function get(...args) {
    const context = getContext.apply(this, args);
    window.contexts.push(new WeakRef(context));
    return context;
  };
}

// Waits until the fonts of text to be selected are there. They load when the mouse moves, and what listens to it
// loads after the first picture.
export async function fontsLoaded(page) {
  const loaded = () => page.evaluate(
    () => document.fonts.size === 2 && [...document.fonts].every(({ status }) => status === 'loaded'));
  for (let x = 600; !await loaded(); x++) {
    if (x === 900) throw new Error('no fonts');
    await page.mouse.move(x, 120);
    await page.waitForTimeout(50);
  }
}

// Run in the page before anything else: counts animation frames, timers and draws.
export function countFrames() {
  window.counts = { requested: 0, run: 0, clears: 0, sizes: [] };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    window.counts.requested++;
    return request((time) => {
      window.counts.run++;
      callback(time);
    });
  };
  const cancel = window.cancelAnimationFrame.bind(window);
  window.cancelAnimationFrame = (id) => {
    if (id) window.counts.requested--;
    cancel(id);
  };
  // Each frame of the program clears the canvas once; passes into textures are not counted.
  const clear = WebGL2RenderingContext.prototype.clear;
  WebGL2RenderingContext.prototype.clear = function counted(mask) {
    if (!this.getParameter(this.FRAMEBUFFER_BINDING)) window.counts.clears++;
    return clear.call(this, mask);
  };
}

// Waits until nothing has been drawn or requested for `quiet` milliseconds.
export async function settle(page, quiet = 150) {
  await page.evaluate(async (wait) => {
    const { counts } = window;
    const end = performance.now() + 20000;
    for (let last = -1; last !== counts.run || counts.requested !== counts.run;) {
      if (performance.now() > end) throw new Error('frames never end: ' + JSON.stringify(counts));
      last = counts.run;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }, quiet);
}
