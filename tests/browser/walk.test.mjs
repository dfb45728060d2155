// The link that the program copies shows the page that a reader made: in every tab a control of each kind is used, and
// the copied link, opened in a new page, has the same semantics tree. (All controls: tests/ui/link_walk_test.cpp.)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { VIEWS } from '../fixtures/tabs.mjs';
import { close, closeAll, countFrames, launch, newPage, open, serve, settle, whole } from './harness.mjs';

let browser;
let server;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(closeAll);

async function start(url) {
  const page = await newPage(browser, { size: [1280, 2000], permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' });
  await page.addInitScript(countFrames);
  await open(page, url);
  await settle(page);
  return page;
}

// Run in the page: what a screen reader gets, a line per element. Ids, places and what is in view are not told.
function semantics() {
  const mirror = document.querySelector('somosnlp-tablero').shadowRoot.querySelector('.mirror');
  const hidden = /^(aria-controls|aria-describedby|class|href|id|style|tabindex)$/;
  return [...mirror.querySelectorAll('[id^=n]')].filter((element) => !element.closest('[role=tooltip]')).map((element) => [
    element.localName,
    ...[...element.attributes].filter(({ name }) => !hidden.test(name)).map(({ name, value }) => `${name}=${value}`).sort(),
    element.value ?? '',
    [...element.childNodes].filter(({ nodeType, ariaHidden, localName }) => nodeType === 3 || (localName === 'i' && !ariaHidden))
      .map(({ textContent }) => textContent).join(''),
  ].join(' '));
}

// Run in the page: uses the last control of a kind that `selector` finds, and returns its name. Of those in what is open
// if `within` is the selector of that.
function use({ selector, within }) {
  const root = document.querySelector('somosnlp-tablero').shadowRoot;
  const controls = [...root.querySelectorAll(within)].flatMap((part) => [...part.querySelectorAll(selector)]);
  const element = controls.at(-1);
  if (!element) return null;
  if (element.localName === 'input') {
    element.value = 'es';
    element.dispatchEvent(new Event('input', { bubbles: true }));
  } else {
    element.click();
  }
  return element.getAttribute('aria-label') || element.textContent;
}

// The kinds of controls that choose something; a menu is opened, and then one of its rows is used.
const CHOICES = ['[aria-pressed=false]', '[role=columnheader][tabindex="0"]', '[aria-expanded=false]', 'input[type=search]'];

async function chooseOfEachKind(page) {
  const used = [];
  const press = async (selector, within) => {
    const name = await page.evaluate(use, { selector, within });
    await settle(page);
    if (name !== null) used.push(name);
    return name !== null;
  };
  for (const selector of CHOICES) {
    if (!await press(selector, '[role=tabpanel], [role=toolbar]') || !/expanded/.test(selector)) continue;
    await press('[role=checkbox][aria-checked=false]', '[role=dialog]');
    await page.locator('.mirror [role=dialog] [tabindex="0"], .mirror [role=dialog] button').first().focus();
    await page.keyboard.press('Escape');
    await page.locator('.mirror [role=dialog]').waitFor({ state: 'detached' });
    await settle(page);
  }
  return used;
}

async function copiedLink(page) {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: 'Copiar enlace', exact: true }).first().click();
  for (let i = 0; i < 50; i++) {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    if (text) return text;
    await page.waitForTimeout(100);
  }
  return assert.fail('nothing was copied');
}

for (const view of VIEWS) {
  test(`${view}: the copied link opens the page that was made`, async (t) => {
    const page = await start(`${server.url}/?view=${view}`);
    await whole(page);
    const before = await page.evaluate(semantics);
    const used = await chooseOfEachKind(page);
    assert.ok(used.length >= 3, `${used}`);
    await whole(page);
    const made = await page.evaluate(semantics);
    assert.notDeepEqual(made, before);
    const link = await copiedLink(page);
    t.diagnostic(`${used.join(', ')}: ${new URL(link).search}`);
    const other = await start(link);
    await whole(other);
    const opened = await other.evaluate(semantics);
    assert.deepEqual(opened, made, `used ${used}`);
    for (const one of [page, other]) {
      assert.deepEqual(one.problems, []);
      await close(one);
    }
  });
}
