// The browser's own search in the drawn program: every text of the open tab is found, on the screen or not, in the order of
// the page, scrolled to, and marked where it is drawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { data } from '../fixtures/frozen.mjs';
import {
  countFrames, decodePng, finish, launch, newPage, open, server, setState, settle, started, visit, whole,
} from './harness.mjs';

started();

const SIZE = [1280, 800];
const NEAR = 2; // CSS pixels

// What stands in the data, by the tab that shows it.
const short = (list, title) => list.map(title).filter((text) => text && text.length > 8 && text.length < 40);
const some = (list, count) => Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);
const WORDS = {
  charlas: some(short(data('events.json').events, (event) => event.title), 10),
  proyectos: some([...short(data('projects.json').projects, (project) => project.title ?? project.name),
    ...short(data('corpora.json').corpora, (corpus) => corpus.name)], 8),
  fuentes: some(short(data('sources.json').sources, (source) => source.title), 10),
  contribuciones: ['INCLUDE', 'Pablo Carrera', 'Alfonso Amayuelas', 'Jorge Vallego'],
  panorama: ['Las ediciones, lado a lado', 'universidad colaboradora', 'Crecimiento de la comunidad', '8. Trabajo decente y crecimiento económico', 'Proyectos de 2024'],
  leaderboard: ['gemma-2-9b-it', 'ClinDiagnosES', 'AQuAS'],
};

// The program draws the texts that may be selected with a drag by itself, so the page's selection, by which window.find()
// tells what it has found, is allowed on them only here. The browser's search marks them without.
const allowSelection = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.stage *{user-select:text!important}');
  document.querySelector('somosnlp-tablero').shadowRoot.adoptedStyleSheets.push(sheet);
};

// Looks for `text` from the top as the browser's search does, and brings it into view as that does: the rectangle of what it
// found, null if nothing.
async function find(page, text) {
  const found = await page.evaluate((wanted) => {
    getSelection().removeAllRanges();
    if (!window.find(wanted, true, false, false)) return false;
    const range = document.querySelector('somosnlp-tablero').shadowRoot.getSelection().getRangeAt(0);
    window.found = range;
    range.startContainer.parentElement.scrollIntoView({ block: 'center' });
    return true;
  }, text);
  if (!found) return null;
  await settle(page, 80);
  return page.evaluate(() => {
    const { left, top, right, bottom } = window.found.getBoundingClientRect();
    return { text: String(window.found), left, top, right, bottom };
  });
}

// The first and the last column with ink in a picture of the page, from the left edge of `box` in CSS pixels, looked for up to
// NEAR beside it. Drawn letters are what is far from the color of the background.
async function inkOf(page, box, scale) {
  const around = NEAR;
  const clip = { x: box.left - around, y: box.top, width: box.right - box.left + 2 * around, height: box.bottom - box.top };
  const { width, height, at } = decodePng(await page.screenshot({ clip }));
  const light = (x, y) => at(x, y).reduce((sum, value) => sum + value, 0) / 3;
  const paper = light(0, 0);
  const columns = [];
  for (let x = 0; x < width; x++) {
    let ink = false;
    for (let y = 0; y < height && !ink; y++) ink = Math.abs(light(x, y) - paper) > 60;
    if (ink) columns.push(x / scale - around);
  }
  return { first: columns[0], last: columns.at(-1) };
}

async function expectMarked(page, text, scale = 1) {
  const box = await find(page, text);
  assert.ok(box, `"${text}" is found`);
  assert.equal(box.text, text);
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
  assert.ok(box.top > 0 && box.bottom < height && box.left >= 0 && box.right <= width, `"${text}" is on the screen: ${JSON.stringify(box)}`);
  const { first, last } = await inkOf(page, box, scale);
  const wide = box.right - box.left;
  assert.ok(Math.abs(first) <= NEAR && Math.abs(last - wide) <= NEAR + 1,
    `"${text}" is marked from 0 to ${wide.toFixed(1)} px, its letters are at ${first} to ${last}`);
}

for (const [view, words] of Object.entries(WORDS)) {
  test(`${view}: words on the screen and far below it are found, scrolled to and marked on their letters`, async () => {
    const page = await visit(`/?view=${view}&lang=es&theme=light`, { size: SIZE, reducedMotion: 'reduce' });
    await whole(page);
    await page.evaluate(allowSelection);
    const missing = [];
    for (const word of words) {
      try { await expectMarked(page, word); } catch (error) { missing.push(error.message); }
    }
    assert.deepEqual(missing, []);
    await finish(page);
  });
}

test('at 1.5 device pixels per CSS pixel, and after a resize', async () => {
  const scale = 1.5;
  const scaled = await launch({ scale, args: ['--window-size=1100,800'] });
  const page = await newPage(scaled, { emulate: false, reducedMotion: 'reduce' });
  await page.addInitScript(countFrames);
  await open(page, server.url + '/?view=charlas&lang=es&theme=light');
  await whole(page);
  await page.evaluate(allowSelection);
  for (const word of WORDS.charlas.slice(0, 4)) await expectMarked(page, word, scale);
  const devtools = await page.context().newCDPSession(page);
  const { windowId } = await devtools.send('Browser.getWindowForTarget');
  await devtools.send('Browser.setWindowBounds', { windowId, bounds: { width: 760, height: 700 } });
  await page.waitForTimeout(800); // the tab is read again at its new width
  await whole(page);
  for (const word of WORDS.charlas.slice(4, 8)) await expectMarked(page, word, scale);
  await finish(page);
  await scaled.close();
});

test('the next match is the next on the page, after the texts of the page around and before those that follow', async () => {
  const page = await visit('/?view=charlas&lang=es', { size: SIZE, reducedMotion: 'reduce' });
  await whole(page);
  await page.evaluate(allowSelection);
  await page.evaluate(() => {
    const note = (text) => Object.assign(document.createElement('p'), { textContent: text });
    document.body.prepend(note('taller antes'));
    document.body.append(note('taller al final'));
  });
  const places = await page.evaluate(() => {
    const root = document.querySelector('somosnlp-tablero').shadowRoot;
    getSelection().removeAllRanges();
    const found = [];
    while (window.find('taller', false, false, false) && found.length < 500) {
      const inside = root.getSelection();
      if (inside.rangeCount) found.push(inside.getRangeAt(0).getBoundingClientRect().top);
      else found.push(getSelection().anchorNode.textContent);
    }
    return found;
  });
  assert.equal(places[0], 'taller antes');
  assert.equal(places.at(-1), 'taller al final');
  const tops = places.slice(1, -1);
  assert.ok(tops.length >= data('events.json').events.filter((event) => event.kind === 'workshop').length, `${tops.length} matches`);
  await finish(page);
});

test('a page that is translated goes on: texts that were replaced are written anew when they change', async () => {
  const page = await visit('/?view=charlas&lang=es', { size: SIZE, reducedMotion: 'reduce' });
  await whole(page);
  // What the translation of a browser does: elements of its own in the place of each text.
  await page.evaluate(() => {
    const root = document.querySelector('somosnlp-tablero').shadowRoot.querySelector('.mirror');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = document.createElement('font');
      font.append(Object.assign(document.createElement('font'), { textContent: text.data.toUpperCase() }));
      text.replaceWith(font);
    }
  });
  await setState(page, 'view=charlas&lang=es&q=taller');
  await whole(page);
  const status = page.getByRole('status').filter({ hasText: /^\d/ }).first();
  assert.match(await status.textContent(), /^\d+ de 83$/);
  await setState(page, 'view=panorama&lang=es');
  await whole(page);
  assert.ok(await page.getByRole('tabpanel', { name: 'Panorama' }).count());
  await finish(page);
});
