// The server of ./dev run: types, compressed forms, revalidation, and no way out of its folder.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import zlib from 'node:zlib';
import { serve } from '../../web/build/serve.mjs';

const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-serve-'));
const dir = path.join(outside, 'site');
const PAGE = '<p>hola</p>';
fs.mkdirSync(path.join(dir, 'data'), { recursive: true });
fs.writeFileSync(path.join(outside, 'secret.txt'), 'secret');
fs.writeFileSync(path.join(dir, 'index.html'), PAGE);
fs.writeFileSync(path.join(dir, 'index.html.br'), zlib.brotliCompressSync(PAGE));
fs.writeFileSync(path.join(dir, 'index.html.gz'), zlib.gzipSync(PAGE));
fs.writeFileSync(path.join(dir, 'tablero.wasm'), 'x');
fs.writeFileSync(path.join(dir, 'data/año.json'), '{}');
fs.symlinkSync(path.join(outside, 'secret.txt'), path.join(dir, 'link.txt'));

const { server, port } = await serve(dir);
test.after(() => {
  server.close();
  fs.rmSync(outside, { recursive: true });
});

// A request as sent: neither fetch() nor a browser would let ".." through.
function get(target, headers = {}, method = 'GET') {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', path: target, method, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    request.on('error', reject);
    request.end();
  });
}

test('the folder answers with its index', async () => {
  const { status, headers, body } = await get('/?view=mapa');
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(body.toString(), PAGE);
});

test('types that browsers insist on', async () => {
  assert.equal((await get('/tablero.wasm')).headers['content-type'], 'application/wasm');
  assert.match((await get('/data/a%C3%B1o.json')).headers['content-type'], /^application\/json/);
});

test('brotli before gzip before nothing, as the browser takes them', async () => {
  const br = await get('/', { 'accept-encoding': 'gzip, deflate, br' });
  assert.equal(br.headers['content-encoding'], 'br');
  assert.equal(zlib.brotliDecompressSync(br.body).toString(), PAGE);
  const gz = await get('/', { 'accept-encoding': 'gzip, br;q=0' });
  assert.equal(gz.headers['content-encoding'], 'gzip');
  assert.equal(zlib.gunzipSync(gz.body).toString(), PAGE);
  assert.equal((await get('/')).headers['content-encoding'], undefined);
  assert.equal((await get('/tablero.wasm', { 'accept-encoding': 'br' })).headers['content-encoding'], undefined);
});

test('the cache asks, and is told when nothing changed', async () => {
  const first = await get('/', { 'accept-encoding': 'br' });
  assert.equal(first.headers['cache-control'], 'no-cache');
  assert.equal(first.headers.vary, 'Accept-Encoding');
  assert.match((await get('/tablero.wasm?v=0123abcd')).headers['cache-control'], /immutable/);
  assert.equal((await get('/?view=mapa')).headers['cache-control'], 'no-cache');
  const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': first.headers.etag });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  // The gzip form is another representation with another tag.
  assert.equal((await get('/', { 'accept-encoding': 'gzip', 'if-none-match': first.headers.etag })).status, 200);
});

for (const target of ['/../secret.txt', '/%2e%2e/secret.txt', '/data/../../secret.txt', '/..%2fsecret.txt', '/link.txt',
  '/data', '/nothing.js', '/%00', '/%zz', '//etc/passwd', '/index.html/']) {
  test(`not found: ${target}`, async () => assert.equal((await get(target)).status, 404));
}

test('HEAD has the headers alone; other methods are refused', async () => {
  const head = await get('/', {}, 'HEAD');
  assert.equal(head.status, 200);
  assert.equal(head.headers['content-length'], String(PAGE.length));
  assert.equal(head.body.length, 0);
  assert.equal((await get('/', {}, 'POST')).status, 405);
});

test('a taken port: the next free one', async () => {
  const blocker = net.createServer();
  await new Promise((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const taken = blocker.address().port;
  const second = await serve(dir, { port: taken, search: true });
  assert.notEqual(second.port, taken);
  second.server.close();
  blocker.close();
});
