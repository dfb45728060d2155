// A packaged page, opened in Chromium as a visitor does: every tab in every language on a phone and on a wide screen.
import fs from 'node:fs';
import path from 'node:path';
import { close, countFrames, newPage, open, serve, settle } from '../browser/harness.mjs';
import { LIMITS, overLimit, sizesOf } from '../web/budgets.mjs';

const SIZES = [[390, 844], [1280, 800]];
const QUIET = 50; // milliseconds

// Run in the page: the faults of what it shows, found through the elements of the mirror. `groups`: first parts of the
// keys of the words.
function shownFaults(groups) {
  const root = document.querySelector('somosnlp-tablero').shadowRoot;
  const mirror = root.querySelector('.mirror');
  if (!mirror) return ['expected the program, found what stands in for it'];
  const faults = [];
  const width = document.documentElement.clientWidth;
  const NAMED = 'button, a, input, h1, h2, h3, span, [role=heading], [role=tab], [role=tabpanel], [role=checkbox], [role=option], ' +
    '[role=columnheader], [role=img], [role=dialog]';
  for (const element of mirror.querySelectorAll('[id^=n]')) {
    const name = (element.getAttribute('aria-label') ?? element.textContent).trim();
    if (name === '' && element.matches(NAMED)) faults.push(`no name for a ${element.role ?? element.localName}`);
    if (element.role === 'alert' || / expected .* found /.test(name)) faults.push(`a fault: ${name}`);
    if (element.children.length === 0) {
      for (const [key, group] of name.matchAll(/\b([a-z_]+)(?:\.[a-z0-9_]+)+/g)) {
        if (groups.includes(group) && !/\.(json|js|css|wasm|bin|html|otf|md|csv|png)$/.test(key)) faults.push(`a key: ${key} in "${name}"`);
      }
    }
    // Tables and the strip of tabs scroll sideways, places on the map pass its edges, marks have names that are not drawn.
    if (element.closest('[role=table], [role=tablist]')) continue;
    if (element.matches('[role=group] > :is(button, [role=listitem])')) continue;
    const { left, right } = element.getBoundingClientRect();
    if (right > left && (left < -1 || right > width + 1)) faults.push(`"${name}" from ${left} to ${right} of ${width} px`);
  }
  return faults;
}

// Waits until nothing is being loaded any more and the program rests.
async function rest(page) {
  await page.waitForFunction(() => !document.querySelector('somosnlp-tablero').shadowRoot.querySelector('.mirror [aria-busy=true]'));
  await settle(page, QUIET);
}

// Presses the tab at `index` and waits until it is the open one and the program rests; the word of its link.
async function pressTab(page, index) {
  const tab = page.getByRole('tab').nth(index);
  await tab.evaluate((element) => element.click());
  await page.getByRole('tab', { selected: true, name: await tab.evaluate((element) => element.ariaLabel ?? element.textContent), exact: true }).waitFor({ state: 'attached' });
  await rest(page);
  return new URL(page.url()).searchParams.get('view') ?? '';
}

async function speak(page, lang) {
  await page.evaluate((tag) => document.querySelector('somosnlp-tablero').setState(`lang=${tag}`), lang);
  await page.locator(`.stage[lang="${lang}"]`).waitFor({ state: 'attached' });
  await rest(page);
}

// A page of the size that keeps count of its frames, so that its rest can be waited for.
async function pageOf(browser, size) {
  const page = await newPage(browser, { size, reducedMotion: 'reduce' });
  await page.addInitScript(countFrames);
  return page;
}

// Every tab of the page in each language at one size, by pressing them. Adds the names of the tabs to VIEWS.
async function walkTabs(browser, url, size, languages, groups, views) {
  const faults = [];
  const page = await pageOf(browser, size);
  await open(page, `${url}/?lang=${languages[0]}`);
  for (const lang of languages) {
    await speak(page, lang);
    const tabs = await page.getByRole('tab').count();
    if (tabs < 2) faults.push(`expected tabs, found ${tabs}`);
    for (let i = 0; i < tabs; ++i) {
      const view = await pressTab(page, i);
      views.add(view);
      const found = await page.evaluate(shownFaults, groups);
      faults.push(...[...found, ...page.problems.splice(0)].map((fault) => `${view || 'first tab'} ${lang} ${size[0]} px: ${fault}`));
    }
  }
  await close(page);
  return faults;
}

// A first visit to one tab by its address: it gets ready, and what it asks for meanwhile is within the budget.
async function firstView(browser, folder, view, lang, size, groups) {
  const server = await serve({ dir: folder });
  const page = await pageOf(browser, size);
  await open(page, `${server.url}/?view=${view}&lang=${lang}`);
  await rest(page);
  const names = [...server.hits.keys()].map((name) => name.slice(1) || 'index.html');
  const faults = [
    ...await page.evaluate(shownFaults, groups),
    ...page.problems,
    ...overLimit(sizesOf(folder), 'first view', names, LIMITS.firstView),
  ];
  await close(page);
  await server.close();
  return faults.map((fault) => `${view || 'first tab'} ${lang} ${size[0]} px by its address: ${fault}`);
}

// Two at a time: a page mostly waits.
async function sideBySide(jobs) {
  const faults = [];
  const rest = [...jobs];
  const worker = async () => {
    for (let job = rest.shift(); job; job = rest.shift()) faults.push(...await job());
  };
  await Promise.all([worker(), worker()]);
  return faults;
}

// The faults of the packaged page `folder`: in `languages` (all of its own) at `sizes`, and with `addresses` once more each tab
// by its address, in another language each.
export async function openedFaults(browser, folder, { languages, sizes = SIZES, addresses = true } = {}) {
  const json = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
  const spoken = languages ?? Object.keys(json('languages.json'));
  const groups = [...new Set(Object.keys(json('data/i18n/es.json')).map((key) => key.split('.')[0]))];
  const server = await serve({ dir: folder });
  const views = new Set();
  const faults = await sideBySide(sizes.map((size) => () => walkTabs(browser, server.url, size, spoken, groups, views)));
  await server.close();
  if (!addresses) return faults;
  return [...faults, ...await sideBySide([...views].map((view, i) => () =>
    firstView(browser, folder, view, spoken[i % spoken.length], sizes[i % sizes.length], groups)))];
}
