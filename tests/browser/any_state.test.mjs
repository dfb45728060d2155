// The picture depends on the state and on what the page and the system ask for, not on the way that led there: after
// sequences of states, lost contexts and other colors, the pixels are those of a page that starts like that.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { close, closeAll, countFrames, decodePng, launch, newPage, open, serve, settle } from './harness.mjs';

const SIZE = [900, 650];
// The colors at the edges of letters depend on where these are in their texture, and so on what was drawn before: nine
// pixels were counted. A label more is over a hundred, a map that is a tenth of a pixel further thousands.
const SAME = 8; // of 255
const LETTERS = 40; // pixels
const FOUND = fileURLToPath(new URL('../../build/test/pictures', import.meta.url));

let server;
let browser;
before(async () => {
  server = await serve();
  browser = await launch();
  fs.mkdirSync(FOUND, { recursive: true });
});
after(closeAll);

// Minimal standard generator (Park and Miller): the same sequences in every run.
function random(seed) {
  let value = seed;
  return (count) => {
    value = (value * 16807) % 2147483647;
    return value % count;
  };
}

const CHOICES = {
  edition: ['2022', '2023', '2022,2024'],
  country: ['ES', 'BR,MX', 'AT'],
  q: ['lima', 'xyzzy'],
  map: ['-60,-15,4', '-53,-10,2', '16.3721,48.2085,8', '0,85,1', '-3.7,40.42,5.04'],
  proj: ['globe', 'globe'],
  shade: ['cities', 'include_questions_collected'],
  points: ['density'],
  grid: ['on'],
  note: ['hidden'],
  theme: ['dark'],
};
function query(pick) {
  let text = pick(5) === 0 ? 'view=panorama' : 'view=mapa';
  for (const [key, values] of Object.entries(CHOICES)) {
    if (pick(3) === 0) text += `&${key}=${values[pick(values.length)]}`;
  }
  return text;
}

async function start(state, options) {
  const page = await newPage(browser, { size: SIZE, ...options });
  await page.addInitScript(countFrames);
  await open(page, `${server.url}/?${state}`);
  await page.mouse.move(SIZE[0] - 1, SIZE[1] - 1);
  return page;
}
const picture = async (page) => {
  await settle(page, 400);
  return page.screenshot();
};
const give = (page, state) => page.locator('somosnlp-tablero').evaluate((element, text) => element.setState(text), state);
const link = (page) => page.locator('somosnlp-tablero').evaluate((element) => element.state);

// How many pixels differ by more than letters do.
function others(one, other) {
  if (one.equals(other)) return 0;
  const [a, b] = [decodePng(one), decodePng(other)];
  assert.deepEqual([a.width, a.height], [b.width, b.height]);
  const far = (i) => Math.abs(a.pixels[i] - b.pixels[i]) > SAME;
  let count = 0;
  for (let i = 0; i < a.pixels.length; i += 4) count += far(i) || far(i + 1) || far(i + 2) ? 1 : 0;
  return count;
}
async function sameAsFresh(page, options, name, told) {
  const now = await picture(page);
  const fresh = await start(await link(page), options);
  const then = await picture(fresh);
  const differing = others(now, then);
  if (differing > LETTERS) {
    fs.writeFileSync(path.join(FOUND, `${name}-lived.png`), now);
    fs.writeFileSync(path.join(FOUND, `${name}-fresh.png`), then);
  }
  assert.ok(differing <= LETTERS,
    `${differing} pixels of build/test/pictures/${name}-lived.png differ from a fresh start: ${told}`);
  assert.deepEqual(fresh.problems, []);
  await close(fresh);
}

const loseContext = (page) => page.evaluate(async () => {
  const canvas = document.querySelector('somosnlp-tablero').shadowRoot.querySelector('canvas');
  const lose = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
  lose.loseContext();
  await new Promise((resolve) => setTimeout(resolve, 30));
  lose.restoreContext();
  await new Promise((resolve) => setTimeout(resolve, 60));
});

// With motion half as many: the moving frames take most of the time.
for (const [reducedMotion, sequences] of [['reduce', 6], ['no-preference', 3]]) {
  test(`after any sequence of states the pixels are those of a fresh start, globe included: motion ${reducedMotion}`, async () => {
    const pick = random(reducedMotion === 'reduce' ? 20261128 : 77);
    const options = { reducedMotion };
    const page = await start('view=mapa', options);
    for (let i = 0; i < sequences; i++) {
      const states = Array.from({ length: 1 + pick(3) }, () => query(pick));
      for (const state of states) {
        await give(page, state);
        if (pick(2) === 0) await settle(page);
        else await page.waitForTimeout(pick(200));
      }
      if (pick(3) === 0) await loseContext(page);
      await sameAsFresh(page, options, `sequence-${reducedMotion}-${i}`, states.join(' then '));
    }
    assert.deepEqual(page.problems, []);
    await close(page);
  });
}

test('more contrast and forced colors change the countries of the map too', async () => {
  const state = 'view=mapa&shade=cities&country=BR';
  const page = await start(state, { reducedMotion: 'reduce' });
  const plain = await picture(page);
  for (const media of [{ contrast: 'more' }, { forcedColors: 'active' }]) {
    await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'none', ...media });
    const options = { reducedMotion: 'reduce', ...media };
    await sameAsFresh(page, options, `colors-${Object.keys(media)[0]}`, JSON.stringify(media));
    assert.ok(others(plain, await picture(page)) > 10_000);
  }
  await close(page);
});

test('Back twice shows what the address says', async () => {
  const page = await start('view=mapa', { reducedMotion: 'reduce' });
  const first = await picture(page);
  const tab = (name) => page.getByRole('tab', { name }).click();
  await tab('Charlas');
  await settle(page);
  await tab('Mapa');
  await settle(page);
  await page.getByRole('button', { name: 'Acercar' }).click();
  await settle(page);
  assert.match(new URL(page.url()).search, /map=/);
  await page.goBack();
  await settle(page);
  await page.goBack();
  await page.mouse.move(SIZE[0] - 1, SIZE[1] - 1);
  const back = await picture(page);
  assert.equal(new URL(page.url()).search, '?view=mapa');
  assert.ok(others(first, back) <= LETTERS);
  await close(page);
});
