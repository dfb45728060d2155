// Typical user tasks, done twice: through roles alone, as assistive technology activates, and by the keyboard alone.
// Expected answers are read from the data files, not from the program.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { data } from '../fixtures/frozen.mjs';
import { settle, show, started, visit } from './harness.mjs';
import { VIEWS } from './a11y_support.mjs';

let page;
started({}, async () => {
  page = await visit('/', { permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' });
});

const state = () => page.evaluate(() => Object.fromEntries(new URLSearchParams(document.querySelector('somosnlp-tablero').state)));

// Two ways to work the same interface: each finds an element by `role` and `name` and acts on it.
const roles = {
  async press(role, name) {
    await page.getByRole(role, { name }).first().evaluate((element) => element.click());
    await settle(page, 60);
  },
  async write(text) {
    await page.getByRole('searchbox').first().fill(text);
    await settle(page, 60);
  },
  close: () => page.keyboard.press('Escape'),
};

const focused = () => page.evaluate(() => {
  const element = document.activeElement.shadowRoot?.activeElement;
  const label = element?.ariaLabel ?? element?.textContent;
  return element && { role: element.role ?? { A: 'link', INPUT: 'searchbox' }[element.tagName], name: label };
});
const keyboard = {
  // Presses Tab until the element has the focus.
  async press(role, name) {
    for (let i = 0; i < 300; i++) {
      const at = await focused();
      if (at && at.role === role && (name.exec?.(at.name) || at.name === name || at.name.startsWith(`${name}: `))) {
        await settle(page, 60);
        await page.keyboard.press('Enter');
        await settle(page, 60);
        return;
      }
      await page.keyboard.press('Tab');
      await page.waitForTimeout(15);
    }
    assert.fail(`no ${role} ${name} by Tab, last ${JSON.stringify(await focused())}`);
  },
  async write(text) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('/');
    await settle(page, 60);
    await page.keyboard.type(text);
    await settle(page, 60);
  },
  close: () => page.keyboard.press('Escape'),
};

async function start(query) {
  await show(page, 'lang=es&theme=light&' + query);
  await page.evaluate(() => {
    document.activeElement?.blur();
    document.body.tabIndex = -1;
    document.body.focus();
  });
  await settle(page, 60);
}

const tasks = {
  'how many took part in 2024, and who says so': async (way) => {
    const { editions } = data('editions.json');
    const { sources } = data('sources.json');
    const claim = editions.find(({ year }) => year === 2024).claims.find((c) => c.metric === 'participants' && c.shown);
    await start('view=panorama&edition=2024');
    await way.press('button', /^participantes: más de 500$/);
    assert.equal((await state()).view, 'fuentes');
    const item = page.getByRole('listitem', { name: /2024/ }).first();
    assert.match(await item.textContent(), new RegExp(`${claim.id}.*más de ${claim.value}`));
    const source = sources.find(({ id }) => id === claim.sources[0]);
    assert.ok(await item.getByRole('link').and(page.locator(`[href="${source.url}"]`)).count() > 0, source.url);
  },
  'the projects of goal 3': async (way) => {
    const { projects } = data('projects.json');
    const expected = projects.filter(({ sdg }) => sdg?.includes(3)).map(({ name }) => name).sort();
    assert.ok(expected.length > 2);
    await start('view=proyectos');
    await way.press('button', 'ODS');
    await way.press('checkbox', /^3\. Salud y bienestar/);
    await way.close();
    await settle(page, 60);
    const names = await page.getByRole('list', { name: 'Proyectos' }).getByRole('listitem').evaluateAll((items) =>
      items.map((item) => item.ariaLabel));
    assert.deepEqual(names.sort(), expected);
  },
  'the best pretrained model under 5 B in Spanish, beside another': async (way) => {
    const { models } = data('leaderboard/models.json');
    const { models: ids, means } = data('leaderboard/results/lb-2024-09.json');
    const spanish = means.find(({ scope }) => scope === 'es').values;
    const ranked = ids.map((id, i) => ({ id, score: spanish[i], model: models.find((m) => m.id === id) }))
      .filter(({ model }) => model?.type === 'pretrained' && model.params_b < 5).sort((a, b) => b.score - a.score);
    await start('view=leaderboard&snapshot=lb-2024-09');
    await way.press('button', 'Filtrar modelos');
    for (const name of [/^preentrenado/, /^menos de 2/, /^de 2 a 5/]) await way.press('checkbox', name);
    await way.close();
    await settle(page, 60);
    await way.press('columnheader', /^Español/);
    const rows = await page.getByRole('rowheader').allTextContents();
    assert.deepEqual(rows, ranked.map(({ id }) => id.split('/')[1]));
    assert.deepEqual(await page.getByRole('row').evaluateAll((all) => all.slice(1).map((row) => row.textContent.includes('70,7'))),
      [true, false], 'both with their means');
    // Of that board only means are known; task by task are compared those of the newest.
    await start('view=leaderboard');
    await way.press('button', 'Comparar');
    await way.press('button', /^Elegir modelos/);
    const pair = ['google/gemma-2-9b', 'utter-project/EuroLLM-9B'];
    for (const name of pair) await way.press('checkbox', new RegExp(name + '$'));
    await way.close();
    await settle(page, 60);
    assert.deepEqual((await state()).models.split(',').sort(), pair);
    const lines = page.getByRole('table', { name: 'Tarea por tarea' }).getByRole('row');
    assert.equal(await lines.count(), 1 + data('leaderboard/results.json').scores.tasks.length);
    assert.match(await lines.first().textContent(), /gemma-2-9b.*EuroLLM-9B/);
    assert.match(await lines.nth(1).textContent(), /\d.*\d/);
  },
  'whether Cusco took part': async (way) => {
    const { cities } = data('cities.json');
    const cusco = cities.find(({ name }) => name === 'Cusco');
    await start('view=mapa');
    await way.write('cusco');
    await way.press('button', 'Perú');
    const city = page.getByRole('group', { name: 'Países y ciudades' }).getByRole('button', { name: 'Cusco' });
    assert.equal(await city.count(), cusco.country === 'PE' ? 1 : 0);
    await start('view=mapa');
    await way.write('Machu Picchu');
    assert.match(await page.getByRole('status').first().textContent(), /^0 de /);
  },
  'another language and theme': async (way) => {
    await start('view=charlas');
    await way.press('button', 'Idioma');
    await way.press('checkbox', 'Português');
    assert.equal((await state()).lang, 'pt');
    await way.press('button', 'Tema claro');
    assert.equal((await state()).theme, 'dark');
    await page.getByRole('tab', { name: 'Palestras', selected: true }).waitFor();
  },
  'the link of what is shown': async (way) => {
    await start('view=proyectos&edition=2023');
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await way.press('button', 'Copiar enlace');
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    assert.deepEqual(Object.fromEntries(link.searchParams), { view: 'proyectos', theme: 'light', edition: '2023' });
  },
};

for (const [name, task] of Object.entries(tasks)) {
  test(`${name}: through roles alone`, () => task(roles));
  test(`${name}: by the keyboard alone`, () => task(keyboard));
}

// Elements before and after the program stand for the rest of a page.
test('Tab goes through every control in the order of the page, shows where it is, and leaves; back again likewise', async () => {
  await page.evaluate(() => {
    for (const [id, place] of [['before', 'prepend'], ['after', 'append']]) {
      const button = document.createElement('button');
      button.id = button.textContent = id;
      document.body[place](button);
    }
  });
  // At the end of the visible part the program scrolls, and the following elements appear with its next frame: wait for
  // it, as a person would.
  const nearEnd = () => page.evaluate(() => {
    const { shadowRoot } = document.activeElement;
    const stops = [...shadowRoot?.querySelectorAll('.mirror [id^=n]') ?? []].filter(({ tabIndex }) => tabIndex >= 0);
    return shadowRoot && stops.indexOf(shadowRoot.activeElement) >= stops.length - 3;
  });
  const step = async (key) => {
    await page.keyboard.press(key);
    if (await nearEnd()) await settle(page, 60);
    return here();
  };
  const here = () => page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement.localName === 'button') return { id: activeElement.id };
    const element = activeElement.shadowRoot.activeElement;
    const { left, bottom } = element.getBoundingClientRect();
    // Where the one before is now: the step may have scrolled. Bars above stay where they are.
    const panel = (of) => of?.closest('[role=tabpanel]');
    const last = panel(window.last) === panel(element) ? window.last?.getBoundingClientRect() : null;
    // Marks of the map come by size, wherever they are.
    const map = /^Mapa/.test(element.parentElement.ariaLabel);
    const backwards = !map && last && bottom <= last.top && left < last.left && window.last.textContent;
    window.last = map ? null : element;
    return { id: element.id, name: element.ariaLabel ?? element.textContent, backwards };
  });
  const walk = async (from, key, to) => {
    await page.focus('#' + from);
    const seen = [];
    for (let i = 0; i < 400; i++) {
      const at = await step(key);
      if (at.id === to) return seen;
      seen.push(at);
    }
    return assert.fail(`never out: ${seen.slice(-3).map(({ name }) => name)}`);
  };
  await page.setViewportSize({ width: 900, height: 700 });
  const queries = { mapa: 'country=PE', panorama: 'edition=2026', charlas: 'edition=2026', fuentes: 'q=C24-03', proyectos: 'edition=2023', contribuciones: 'q=cumbicus' };
  for (const view of VIEWS) {
    await start(`view=${view}&${queries[view] ?? ''}`);
    const there = await walk('before', 'Tab', 'after');
    const ids = there.map(({ id }) => id);
    assert.deepEqual(there.filter(({ id }, i) => ids.indexOf(id) < i).map(({ name }) => name), [], `${view}: twice at the same control`);
    assert.deepEqual(there.filter(({ backwards }) => backwards).map(({ name, backwards }) => `${backwards} > ${name}`), [], `${view}: against the order seen`);
    const stops = await page.evaluate(() => [...document.querySelector('somosnlp-tablero').shadowRoot.querySelectorAll('.mirror .hit')]
      .filter((element) => element.tabIndex >= 0).map(({ id }) => id));
    assert.deepEqual(stops.filter((id) => !ids.includes(id)), [], `${view}: left out`);
    if (view === 'charlas') {
      const back = (await walk('after', 'Shift+Tab', 'before')).map(({ id }) => id);
      assert.deepEqual(back.reverse(), ids);
    }
  }
  assert.deepEqual(page.problems, []);
});
