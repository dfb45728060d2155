// Stored pictures, equal to the pixel. TABLERO_RENEW=1 draws them anew and notes the browser in golden/painter.json.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { browser, close, countedPage, decodePng, server, settle, started } from './harness.mjs';
import { RENEW, difference, openWhole, painterOf, verdict } from './pictures.mjs';

const GOLDEN = fileURLToPath(new URL('golden', import.meta.url));
const FOUND = fileURLToPath(new URL('../../build/test/pictures', import.meta.url));
const PAINTER = path.join(GOLDEN, 'painter.json');
const PICTURES = {
  'panorama-light': ['/?view=panorama', [1280, 800], 'light'],
  'mapa-dark': ['/?view=mapa', [1280, 800], 'dark'],
  'leaderboard-narrow': ['/?view=leaderboard&lang=en', [390, 780], 'light'],
  'charlas-narrow-dark': ['/?view=charlas&lang=pt', [390, 780], 'dark'],
};

let painter;
started({}, async () => {
  painter = await painterOf(browser);
  fs.mkdirSync(FOUND, { recursive: true });
});

async function draw([query, size, colorScheme]) {
  const page = await countedPage({ size, colorScheme });
  await openWhole(page, server.url + query);
  await page.mouse.move(size[0] - 1, size[1] - 1);
  await settle(page, 400);
  const image = await page.screenshot();
  await close(page);
  return image;
}

for (const [name, how] of Object.entries(PICTURES)) {
  test(`picture ${name}`, async (t) => {
    const image = await draw(how);
    const file = path.join(GOLDEN, name + '.png');
    if (process.env.TABLERO_RENEW) {
      fs.writeFileSync(file, image);
      fs.writeFileSync(PAINTER, `${JSON.stringify(painter, null, 2)}\n`);
      t.diagnostic(`${name} was drawn anew: look at it before it is committed`);
      return;
    }
    fs.writeFileSync(path.join(FOUND, name + '.png'), image);
    const { pixels } = difference(decodePng(image), decodePng(fs.readFileSync(file)));
    const { fault, note } = verdict(name, pixels, JSON.parse(fs.readFileSync(PAINTER, 'utf8')), painter);
    if (note) t.diagnostic(note);
    assert.equal(fault, undefined);
  });
}

test('a picture that differs says by what it was drawn then and now, and how to renew it', () => {
  const [old, now] = [{ chromium: '155.0.1', renderer: 'SwiftShader' }, { chromium: '156.0.2', renderer: 'SwiftShader' }];
  assert.deepEqual(verdict('x', 0, old, old), {});
  const { note } = verdict('x', 0, old, now);
  assert.match(note, /the same although chromium is 156\.0\.2, .* drawn by 155\.0\.1/);
  const other = verdict('x', 12, old, now).fault;
  for (const part of [/^12 pixels of x differ/, /156\.0\.2/, /155\.0\.1/, new RegExp(RENEW.replaceAll('.', '\\.'))]) assert.match(other, part);
  const same = verdict('x', 12, old, old).fault;
  assert.match(same, /the browser is the one that drew the stored picture/);
  assert.doesNotMatch(same, /155/);
});

test('a picture of which one color is one step off differs', () => {
  const picture = (value) => ({ width: 2, height: 1, at: (x) => [value * x, 10, 20] });
  assert.deepEqual(difference(picture(7), picture(7)), { pixels: 0, most: 0 });
  assert.deepEqual(difference(picture(7), picture(8)), { pixels: 1, most: 1 });
  assert.deepEqual(difference(picture(7), { ...picture(7), width: 3 }), { pixels: Infinity, most: 255 });
});
