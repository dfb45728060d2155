// Startup: which GL is used, that something is drawn, when it is ready, and what it requests from the server.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { WEB, body, browser, close, colors, countFrames, decodePng, finish, fontsLoaded, newPage, open, ready, serve,
  server, settle, started, visit } from './harness.mjs';

started({ launching: { full: true } });

test('drawn by SwiftShader through WebGL2, not blank, ready once, without an error', async () => {
  const page = await visit('/');
  await settle(page);
  const renderer = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    return gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info').UNMASKED_RENDERER_WEBGL);
  });
  assert.match(renderer, /SwiftShader/);
  const image = decodePng(await page.screenshot());
  assert.ok(colors(image) > 20, `only ${colors(image)} colors`);
  const marks = await page.evaluate(() => performance.getEntriesByName('tablero:ready').length);
  assert.equal(marks, 1);
  await finish(page);
});

test('the canvas has no alpha, no depth, no multisampling', async () => {
  const page = await newPage(browser);
  await open(page, server.url + '/');
  const attributes = await page.evaluate(() => document.querySelector('somosnlp-tablero').shadowRoot
    .querySelector('canvas').getContext('webgl2').getContextAttributes());
  const { alpha, antialias, depth, stencil, preserveDrawingBuffer } = attributes;
  assert.deepEqual({ alpha, antialias, depth, stencil, preserveDrawingBuffer },
    { alpha: false, antialias: false, depth: false, stencil: false, preserveDrawingBuffer: false });
  await close(page);
});

test('compiles while it downloads, also when the server gives the wrong type', async () => {
  for (const type of ['application/wasm', 'application/octet-stream', 'text/html']) {
    const wasm = fs.readFileSync(path.join(WEB, 'tablero.wasm'));
    const other = await serve({ faults: new Map([['/tablero.wasm', body(wasm, type)]]) });
    const page = await newPage(browser);
    await page.addInitScript(() => {
      window.compiled = [];
      for (const name of ['compileStreaming', 'instantiateStreaming', 'compile']) {
        const call = WebAssembly[name];
        WebAssembly[name] = (...args) => {
          window.compiled.push(name);
          return call.apply(WebAssembly, args);
        };
      }
    });
    await open(page, other.url + '/');
    assert.deepEqual(await page.evaluate(() => window.compiled), ['compileStreaming'], type);
    assert.deepEqual(page.problems, [], type);
    await close(page);
  }
});

test('progress runs to 100 % by the byte count of the build, without Content-Length', async () => {
  const wasm = fs.readFileSync(path.join(WEB, 'tablero.wasm'));
  const slow = async (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/wasm' }); // chunked: no length
    for (let part = 0; part < 5; part++) {
      response.write(wasm.subarray(part * wasm.length / 5, (part + 1) * wasm.length / 5));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    response.end();
  };
  const other = await serve({ faults: new Map([['/tablero.wasm', slow]]) });
  const page = await newPage(browser);
  await page.addInitScript(() => {
    window.progress = [];
    const define = customElements.define.bind(customElements);
    customElements.define = (name, type) => {
      define(name, type);
      const bars = new MutationObserver((records) => {
        for (const { target, attributeName } of records) {
          if (attributeName) window.progress.push(target.ariaValueNow);
        }
      });
      bars.observe(document.querySelector('somosnlp-tablero').shadowRoot, { subtree: true, attributeFilter: ['aria-valuenow'] });
    };
  });
  await open(page, other.url + '/');
  const seen = (await page.evaluate(() => window.progress)).map(Number);
  assert.ok(seen.length >= 3, `steps: ${seen}`);
  assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
  assert.equal(seen.at(-1), 100);
  await close(page);
});

test('asks only its own origin, sets no cookie, and takes nothing twice', async () => {
  const counted = await serve();
  const page = await newPage(browser);
  const foreign = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(counted.url) && !/^(data|blob):/.test(request.url())) {
      foreign.push(request.url());
    }
  });
  await page.addInitScript(countFrames);
  await open(page, counted.url + '/');
  await settle(page);
  assert.deepEqual(foreign, []);
  assert.deepEqual(await page.context().cookies(), []);
  const twice = [...counted.hits].filter(([, count]) => count > 1);
  assert.deepEqual(twice, []);
  await close(page);
});

test('runs under a strict policy, from a sub-path', async () => {
  const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
  const html = fs.readFileSync(path.join(WEB, 'index.html'), 'utf8')
    .replace(/<meta http-equiv="Content-Security-Policy".*?>/s, '')
    .replace(/<link rel="icon".*?>/, '');
  const strict = await serve({
    prefix: '/some/where/',
    faults: new Map([['/some/where/', (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy });
      response.end(html);
    }]]),
  });
  const page = await newPage(browser);
  await open(page, strict.url + '/some/where/');
  // The fonts of text to be selected are made of bytes, which no font-src has to allow.
  await fontsLoaded(page);
  assert.deepEqual(page.problems.filter((problem) => !/favicon/.test(problem)), []);
  await page.getByRole('tab').first().waitFor();
  await close(page);
});

test('starts in a hidden page without harm, and draws when it is shown', async () => {
  const page = await newPage(browser);
  await page.addInitScript(() => {
    window.hiddenNow = true;
    Object.defineProperty(Document.prototype, 'hidden', { get: () => window.hiddenNow });
  });
  await page.addInitScript(countFrames);
  await page.goto(server.url + '/');
  await page.waitForTimeout(700);
  assert.equal(await page.evaluate(() => window.counts.clears), 0);
  await page.evaluate(() => {
    window.hiddenNow = false;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await ready(page);
  await finish(page);
});
