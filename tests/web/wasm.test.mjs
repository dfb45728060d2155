// What the released module contains, and what it must not contain.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { ROOT } from '../fixtures/frozen.mjs';

const bytes = fs.readFileSync(path.join(ROOT, 'build/web/tablero.wasm'));
const module = new WebAssembly.Module(bytes);
const PAGE = 65536;

// Names of the custom sections of a module (WebAssembly core specification, 5.5.3).
function customSections() {
  const names = [];
  const leb = (at) => {
    let [value, shift, next] = [0, 0, at];
    for (;;) {
      const byte = bytes[next++];
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
      if (byte < 0x80) return { value, next };
    }
  };
  for (let at = 8; at < bytes.length;) {
    const size = leb(at + 1);
    if (bytes[at] === 0) {
      const name = leb(size.next);
      names.push(bytes.toString('utf8', name.next, name.next + name.value));
    }
    at = size.next + size.value;
  }
  return names;
}

test('no names, no debug information', () => {
  assert.deepEqual(customSections().filter((name) => name === 'name' || name.startsWith('.debug') || name.includes('sourceMap')), []);
});

test('no demo window, no assertions, no test interface', () => {
  const text = bytes.toString('latin1');
  for (const word of ['ShowDemoWindow', 'Dear ImGui Demo', 'Dear ImGui Metrics', 'IM_ASSERT', 'ProggyClean', '/imgui.cpp']) {
    assert.equal(text.includes(word), false, `found ${word}`);
  }
  assert.deepEqual(WebAssembly.Module.exports(module).map((e) => e.name).filter((name) => /debug|test|snapshot/.test(name)), []);
});

test('no file system and no exception runtime', () => {
  const names = [...WebAssembly.Module.imports(module), ...WebAssembly.Module.exports(module)].map((i) => i.name);
  assert.deepEqual(names.filter((name) => /^(__cxa|_?invoke_|__syscall|path_|fd_(?!write$|seek$|close$)|emscripten_longjmp|setThrew|__resumeException)/.test(name)), []);
});

test('every import is served by the runtime of the page', async () => {
  const runtime = fs.readdirSync(path.join(ROOT, 'web')).filter((name) => name.endsWith('.js'))
    .map((name) => fs.readFileSync(path.join(ROOT, 'web', name), 'utf8')).join('');
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from !== 'env') continue; // WASI: missing functions answer "not supported"
    if (/^gl[A-Z]/.test(name)) continue; // made from WebGL2 by name
    const short = name.replace(/^tb_host_/, '');
    assert.match(runtime, new RegExp(`\\b${short}\\b`), `${name} is not served`);
  }
});

test('memory: at most 32 MB at the start', () => {
  // Read from the binary: section 5 holds the limits of the one memory.
  const memory = (() => {
    for (let at = 8; at < bytes.length;) {
      let [size, shift, next] = [0, 0, at + 1];
      for (;;) {
        const byte = bytes[next++];
        size += (byte & 0x7f) * 2 ** shift;
        shift += 7;
        if (byte < 0x80) break;
      }
      if (bytes[at] === 5) return bytes.subarray(next, next + size);
      at = next + size;
    }
    return null;
  })();
  let [pages, shift] = [0, 0];
  for (let i = 2; ; ++i) {
    pages += (memory[i] & 0x7f) * 2 ** shift;
    shift += 7;
    if (memory[i] < 0x80) break;
  }
  assert.ok(pages * PAGE <= 32 * 2 ** 20, `found ${(pages * PAGE) / 2 ** 20} MB`);
});

test('scripts and module are asked for by the digest of what is in them', () => {
  const read = (name) => fs.readFileSync(path.join(ROOT, 'build/web', name));
  const version = (name) => `?v=${createHash('sha256').update(read(name)).digest('hex').slice(0, 8)}`;
  const asks = { 'embed.js': ['tablero.js', 'tablero.wasm', 'fallback.js'], 'tablero.js': ['later.js'] };
  for (const [script, names] of Object.entries(asks)) {
    for (const name of names) assert.ok(read(script).includes(version(name)), `${script} asks for ${name}`);
  }
  for (const name of ['tablero.js', 'tablero.wasm']) assert.ok(read('index.html').includes(`href="${name}${version(name)}"`), name);
});
