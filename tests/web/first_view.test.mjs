// The bytes that the first view of every tab loads in Chromium, after brotli.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { close, closeAll, launch, newPage, open, serve } from '../browser/harness.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';
import { LIMITS, bytesOf, sizesOf } from './budgets.mjs';

const BUILD = fileURLToPath(new URL('../../build/web', import.meta.url));
const KB = 1000;
const sizes = sizesOf(BUILD);

let browser;
before(async () => {
  browser = await launch();
});
after(closeAll);

const nameOf = (url) => decodeURIComponent(new URL(url, 'http://x').pathname).slice(1) || 'index.html';
const brotli = (names) => bytesOf(sizes, names);

// The files that a cold visit to `tab` requests until the network is idle.
async function firstView(tab) {
  const server = await serve({ dir: BUILD });
  const page = await newPage(browser);
  await open(page, `${server.url}/?view=${tab}`);
  await page.waitForLoadState('networkidle');
  const names = [...new Set(server.urls.map(nameOf))];
  await close(page);
  await server.close();
  return names;
}

test(`first view of every tab: ${LIMITS.firstView / KB} kB brotli, of it ${LIMITS.code / KB} kB code`, async (t) => {
  assert.ok(VIEWS.length >= 7);
  for (const tab of VIEWS) {
    const names = await firstView(tab);
    for (const name of names) assert.ok(sizes[name], `${tab} asks for ${name}, which is not there`);
    assert.ok(names.includes('tablero.wasm') && names.some((name) => name.startsWith('data/')), names.join(' '));
    const [all, code] = [brotli(names), brotli(names.filter((name) => /\.(js|wasm)$/.test(name)))];
    t.diagnostic(`${tab}: ${(all / KB).toFixed(1)} kB, code ${(code / KB).toFixed(1)} kB, ${names.length} files`);
    assert.ok(all <= LIMITS.firstView, `${tab}: ${all} bytes brotli: ${names.map((n) => `${n} ${sizes[n].brotli}`).join(', ')}`);
    assert.ok(code <= LIMITS.code, `${tab}: ${code} bytes brotli of code`);
  }
});
