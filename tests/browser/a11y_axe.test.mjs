// axe-core finds nothing: on no tab, in no theme, language or width, and in none of what opens over them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { settle, show, started, visit, whole } from './harness.mjs';
import { LANGUAGES, VIEWS } from './a11y_support.mjs';

const AXE = createRequire(new URL('../../web/package.json', import.meta.url)).resolve('axe-core/axe.min.js');
const WIDTHS = [320, 390, 1280];

let page;
started({}, async () => {
  page = await visit('/');
  await page.evaluate(fs.readFileSync(AXE, 'utf8'));
});

// All rules but the one on colors: the mirror is not seen (contrast is measured in a11y_looks.test.mjs).
const faults = () => page.evaluate(async () => {
  const { violations } = await window.axe.run(document, {
    rules: { 'color-contrast': { enabled: false } },
    resultTypes: ['violations'],
    preload: false,
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length}, as ${nodes[0].html.slice(0, 200)}`);
});

// The mirror as text, without the button that names the theme.
const mirrored = () => page.evaluate(() => document.querySelector('somosnlp-tablero').shadowRoot
  .querySelector('.mirror').innerHTML.replace(/(?<=[>"])Tema (claro|oscuro)(?=[<"])/, ''));

// Pairwise testing: every tab at every width, every tab in every language, every language at every width, each in both
// themes. This finds every fault that does not need three factors at once.
test('on every tab, in every language and theme, at every width', async () => {
  const pairs = new Set();
  for (const [w, width] of WIDTHS.entries()) {
    await page.setViewportSize({ width, height: 800 });
    for (const [v, view] of VIEWS.entries()) {
      const lang = LANGUAGES[(v + w) % LANGUAGES.length];
      const theme = (v + (w > 0)) % 2 ? 'dark' : 'light';
      await show(page, `lang=${lang}&view=${view}&theme=${theme}`);
      assert.deepEqual(await faults(), [], `${view} ${lang} ${width} ${theme}`);
      for (const one of [width, lang, view, theme]) {
        for (const other of [width, lang, view, theme]) pairs.add(`${one} ${other}`);
      }
    }
  }
  for (const one of [VIEWS, LANGUAGES, WIDTHS, ['light', 'dark']].flat()) {
    for (const other of [VIEWS, LANGUAGES, WIDTHS, ['light', 'dark']].filter((values) => !values.includes(one)).flat()) {
      assert.ok(pairs.has(`${one} ${other}`), `${one} with ${other}`);
    }
  }
});

test('a theme changes nothing for readers but the name of its button', async () => {
  for (const view of VIEWS) {
    await show(page, `lang=es&view=${view}&theme=light`);
    await whole(page);
    const light = await mirrored();
    await show(page, `lang=es&view=${view}&theme=dark`);
    await whole(page);
    assert.equal(await mirrored(), light, view);
  }
});

test('in menus, dialogs, panels and with nothing found', async () => {
  const press = async (role, name) => {
    await page.getByRole(role, { name }).first().click();
    await settle(page, 80);
  };
  const states = [
    ['view=panorama', () => press('button', 'Idioma')],
    ['view=mapa&country=PE'],
    ['view=mapa', () => press('button', 'País')],
    ['view=leaderboard', () => press('button', 'Filtrar modelos')],
    ['view=leaderboard', () => press('button', 'Columnas')],
    ['view=leaderboard', () => press('button', 'Método y advertencias')],
    ['view=leaderboard', () => press('rowheader', 'gemma-2-9b-it')],
    ['view=leaderboard&panel=compare&models=google/gemma-2-9b-it,BSC-LT/salamandra-7b'],
    ['view=leaderboard&panel=size'],
    ['view=leaderboard&panel=tasks'],
    ['view=proyectos', () => press('button', 'ODS')],
    ['view=charlas&q=zzzzzz'],
  ];
  for (const [query, act] of states) {
    await show(page, 'lang=es&theme=light&' + query);
    await act?.();
    assert.deepEqual(await faults(), [], query);
    await page.keyboard.press('Escape');
    await settle(page, 80);
  }
  assert.deepEqual(page.problems, []);
});
