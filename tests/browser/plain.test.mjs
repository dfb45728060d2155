// The plain pages as readers meet them, without script: nothing for axe (contrast included) in light and dark, nothing over
// the edge of a phone, nothing against the policies, anchors to tables and rows, and the way to the live view.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { browser, finish, newPage, ready, serve, started } from './harness.mjs';
import { LANGUAGES, VIEWS } from './a11y_support.mjs';

const AXE = fs.readFileSync(createRequire(new URL('../../web/package.json', import.meta.url)).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [320, 1280];
// What README.md says that every way of embedding runs under, and what stricter hosts add.
const POLICY = `${/`(default-src 'self'; script-src [^`]+)`/.exec(fs.readFileSync(new URL('../../README.md', import.meta.url), 'utf8'))[1]
}; require-trusted-types-for 'script'`;

started({ serving: false });

test('axe finds nothing on any tab, in both themes and widths, and nothing leaves the screen', async () => {
  const site = await serve({ headers: { 'Content-Security-Policy': POLICY } });
  const page = await newPage(browser, { bypassCSP: false });
  for (const [i, view] of VIEWS.entries()) {
    const lang = LANGUAGES[i % LANGUAGES.length];
    await page.goto(`${site.url}/plain/${lang}/${view}.html`);
    // Pairwise testing: axe at one width of each tab, all widths in both themes.
    for (const [w, width] of WIDTHS.entries()) {
      const colorScheme = ((i >> 1) + i + w) % 2 ? 'dark' : 'light';
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const where = `${view} ${lang} ${width} ${colorScheme}`;
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), where);
      const [text, ground] = await page.evaluate(() => ['color', 'backgroundColor'].map((key) => getComputedStyle(document.body)[key]));
      assert.deepEqual([text, ground], colorScheme === 'dark' ? ['rgb(255, 255, 255)', 'rgb(18, 18, 18)'] : ['rgb(17, 24, 39)', 'rgb(255, 255, 255)']);
      if (w !== i % 2) continue;
      // The first rows of a long table stand for the others.
      await page.evaluate(() => document.querySelectorAll('tbody tr:nth-child(n+8)').forEach((row) => row.remove()));
      const violations = await page.evaluate(`${AXE}; axe.run(document, { resultTypes: ['violations'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`);
      assert.deepEqual(violations, [], where);
    }
  }
  await finish(page);
});

test('without script: anchors, tabs, languages; the link to the live view opens the same tab in the same language', async () => {
  const site = await serve();
  const quiet = await newPage(browser, { javaScriptEnabled: false });
  await quiet.goto(`${site.url}/plain/es/charlas.html#events`);
  await quiet.getByRole('link', { name: 'Português' }).click();
  await quiet.getByRole('heading', { level: 1, name: 'Palestras' }).waitFor();
  await quiet.getByRole('link', { name: 'Fontes', exact: true }).first().click();
  await quiet.getByRole('heading', { level: 1, name: 'Fontes' }).waitFor();
  assert.equal(quiet.url(), `${site.url}/plain/pt/fuentes.html`);
  await finish(quiet);
  const page = await newPage(browser);
  await page.goto(`${site.url}/plain/en/fuentes.html#sources.own:events`);
  const row = page.locator('[id="sources.own:events"]');
  assert.ok(await row.evaluate((element) => element.matches(':target') && element.getBoundingClientRect().top >= 0
    && element.getBoundingClientRect().top < innerHeight));
  await page.getByRole('link', { name: 'Open in the dashboard' }).click();
  await ready(page);
  await page.getByRole('tabpanel', { name: 'Sources' }).waitFor();
  await finish(page);
});
