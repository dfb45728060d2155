// The browser's own search in the drawn program: every text of the open tab is found, on screen or not, is scrolled to,
// and is marked where it is drawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { data } from '../fixtures/frozen.mjs';
import { countedPage, finish, open, server, settle, setState, show, started, visit } from './harness.mjs';

started();

const SIZE = [1280, 800];
// Waits until the elements of the whole tab are there.
const whole = async (page) => {
  await settle(page, 400);
  await page.waitForFunction(() => document.querySelector('somosnlp-tablero').shadowRoot.querySelector('.mirror i > *, .mirror i'));
  await page.waitForTimeout(100);
};

// Looks for `text` as the browser's search does; the rectangle of what it found and whether that is a text on letters.
const find = (page, text) => page.evaluate(async (wanted) => {
  const root = document.querySelector('somosnlp-tablero').shadowRoot;
  getSelection().removeAllRanges();
  if (!window.find(wanted, true, false, true)) return null;
  await new Promise((resolve) => setTimeout(resolve, 200));
  const range = root.getSelection().getRangeAt(0);
  const { left, top, width, height } = range.getBoundingClientRect();
  return { text: range.toString(), left, top, width, height };
}, text);

test('words of Charlas, on the screen and far below it', async () => {
  const page = await visit('/?view=charlas', { size: SIZE, reducedMotion: 'reduce' });
  await whole(page);
  const titles = data('events.json').events.filter((event) => event.title.length < 60).map((event) => event.title);
  for (const title of [titles[0], titles[20], titles.at(-1), titles[3]]) {
    const found = await find(page, title);
    assert.ok(found, title);
    console.log(title, JSON.stringify(found));
  }
  await finish(page);
});
