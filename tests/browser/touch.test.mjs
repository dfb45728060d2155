// Touch: a drag scrolls and never presses, a tap presses, the host page keeps its own gestures, and touch targets are
// large enough.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VIEWS } from '../fixtures/tabs.mjs';
import { browser, close, countedPage, finish, newPage, open, ready, server, setState, settle, started,
  visit } from './harness.mjs';

const PHONE = { hasTouch: true, isMobile: true, size: [390, 780] };
const TARGET = 44; // CSS pixels

started();

// One finger along `points`, a step per animation frame; `hold` milliseconds before it is lifted.
async function drag(page, points, hold = 0) {
  const session = await page.context().newCDPSession(page);
  const send = (type, list) => session.send('Input.dispatchTouchEvent', { type, touchPoints: list.map(([x, y]) => ({ x, y })) });
  await send('touchStart', [points[0]]);
  for (const point of points.slice(1)) {
    await send('touchMove', [point]);
    await page.waitForTimeout(16);
  }
  if (hold) await page.waitForTimeout(hold);
  await send('touchEnd', []);
}
const line = (x, from, to, steps) => Array.from({ length: steps + 1 }, (_, i) => [x, from + ((to - from) * i) / steps]);

test('one finger scrolls a list with inertia and presses nothing under it; a short tap presses', async () => {
  const page = await visit('/?view=charlas', PHONE);
  await settle(page, 60);
  const heading = page.getByRole('heading', { name: 'Charlas', exact: true });
  const top = async () => (await heading.boundingBox()).y;
  const first = await top();
  // Slowly, and held at the end: scrolls as far as the finger minus the drag threshold, without inertia.
  await drag(page, line(200, 600, 500, 20), 250);
  await settle(page, 60);
  assert.ok(Math.abs(first - 95 - await top()) <= 5, `${first} -> ${await top()}`);
  // Flung by touches that the browser makes itself: it goes on far beyond the 150 px of the finger. A machine that halts
  // between the last step and the lift ends a fling: one of three must be one.
  const session = await page.context().newCDPSession(page);
  let most = 0;
  for (let i = 0; i < 3 && most <= 200; i++) {
    const start = await top();
    await session.send('Input.synthesizeScrollGesture', { x: 200, y: 600, yDistance: -150, speed: 1500, preventFling: false, gestureSourceType: 'touch' });
    await settle(page, 60);
    most = Math.max(most, start - await top());
  }
  assert.ok(most > 200, `${most} px`);
  assert.equal(new URL(page.url()).search, '?view=charlas', 'nothing was pressed');
  // Back, and a tap that trembles by less than 10 px.
  await drag(page, line(200, 300, 700, 8));
  await settle(page, 60);
  const box = await page.getByRole('tab', { name: 'Fuentes' }).boundingBox();
  await drag(page, [[box.x + 20, box.y + 20], [box.x + 24, box.y + 25]]);
  await page.getByRole('tabpanel', { name: 'Fuentes' }).waitFor();
  await finish(page);
});

test('as a guest: a finger on a list scrolls the list, elsewhere the page; a page that took the gesture over presses nothing', async () => {
  const page = await countedPage({ ...PHONE, size: [840, 780] });
  await page.goto(server.url + '/pages/embed.html');
  await ready(page);
  await setState(page, 'view=charlas');
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  await settle(page, 60);
  const state = () => page.locator('somosnlp-tablero').evaluate((e) => e.state);
  const list = await page.getByRole('heading', { name: 'Charlas', exact: true }).boundingBox();
  await drag(page, line(400, 500, 440, 10), 200);
  await settle(page, 60);
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.ok((await page.getByRole('heading', { name: 'Charlas', exact: true }).boundingBox()).y < list.y - 40);
  const tab = await page.getByRole('tab', { name: 'Mapa' }).boundingBox();
  await drag(page, line(tab.x + 10, tab.y + 20, tab.y - 60, 10));
  await page.waitForFunction(() => scrollY > 40);
  await settle(page, 60);
  assert.equal(await state(), 'view=charlas', 'the tab under the finger was not pressed');
  await finish(page);
});

test('in a frame a finger on what does not scroll moves the page around it', async () => {
  const page = await newPage(browser, { ...PHONE, serviceWorkers: 'allow' });
  await page.goto(`${server.url}/examples/iframe.html`);
  const tab = page.frameLocator('#tablero').getByRole('tab', { name: 'Panorama' });
  await tab.waitFor();
  await page.waitForTimeout(300);
  const box = await tab.boundingBox();
  await drag(page, line(box.x + 10, box.y + 30, box.y - 20, 10));
  await page.waitForFunction(() => scrollY > 20);
  await close(page);
});

// Marks of charts and of the map are as large as what they stand for; the nearest one is meant, and the filters do the
// same with full-sized controls.
const MARKS = '[role=group], [role=img]';

for (const view of VIEWS) {
  test(`everything to press in ${view} is at least 44 px each way where fingers press`, async () => {
    const page = await countedPage(PHONE);
    await open(page, `${server.url}/?view=${view}`);
    await settle(page, 60);
    const [all, small] = await page.evaluate(([target, marks]) => {
      const root = document.querySelector('somosnlp-tablero').shadowRoot;
      const found = [...root.querySelectorAll('.mirror .hit')].filter((e) => !e.closest(marks));
      const sizes = found.map((e) => [e.ariaLabel || e.textContent, e.offsetWidth, e.offsetHeight]);
      return [sizes.length, sizes.filter(([, width, height]) => Math.ceil(width) < target || Math.ceil(height) < target)];
    }, [TARGET, MARKS]);
    assert.ok(all >= 8, `${all} controls`);
    assert.deepEqual(small, []);
    await close(page);
  });
}
