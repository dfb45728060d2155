// Text selection with the mouse: a drag selects the drawn text, copying copies the selection, and presses and drags
// with another meaning keep working.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clipboardField, copied, decodePng, fontsLoaded, pasted, settle, show, started, visit } from './harness.mjs';

let page;
started({}, async () => {
  page = await visit('/', {}, clipboardField);
  // The menu of a marked text is the browser's own.
  await page.evaluate(() => {
    addEventListener('contextmenu', (event) => {
      setTimeout(() => {
        window.menu = !event.defaultPrevented;
      });
    }, true);
  });
  await fontsLoaded(page); // so that letters are where they are drawn
  await page.mouse.move(640, 120);
});

const selected = () => page.evaluate(() => document.getSelection().toString());
const drag = async (from, to) => {
  await page.mouse.move(...from);
  await settle(page, 60); // the program knows what the pointer is on
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 3 });
  await page.mouse.up();
};
const boxOf = (locator) => locator.evaluate((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height, middle: y + height / 2, right: x + width };
});

test('a name: from its first to its last letter, marked where it is drawn, copied, with the browser\'s own menu', async () => {
  await show(page, 'view=proyectos&lang=es&theme=light');
  const box = await boxOf(page.getByRole('heading', { name: 'BiomedIA', exact: true }));
  await page.mouse.move(box.x + 20, box.middle);
  await settle(page, 60);
  assert.equal(await page.locator('.stage').evaluate((stage) => stage.style.cursor), 'text');
  await page.mouse.move(640, 112); // nothing there
  await settle(page, 60);
  assert.equal(await page.locator('.stage').evaluate((stage) => stage.style.cursor), 'default');
  await drag([box.x + 0.5, box.middle], [box.right + 6, box.middle]);
  assert.equal(await selected(), 'BiomedIA');
  // The accent lies over the whole name and nothing else of the line, as wide as the name is drawn.
  const image = decodePng(await page.screenshot());
  const row = Math.round(box.y + 2);
  const marked = [];
  for (let x = 0; x < image.width; x++) {
    const [r, , b] = image.at(x, row);
    if (r > 200 && b < 60) marked.push(x);
  }
  assert.ok(Math.abs(marked[0] - box.x) <= 1 && Math.abs(marked.at(-1) + 1 - box.right) <= 1.5, `${marked[0]} ${marked.at(-1)} ${JSON.stringify(box)}`);
  await page.mouse.click(box.x + 10, box.middle, { button: 'right' });
  await page.waitForFunction(() => window.menu !== undefined);
  assert.equal(await page.evaluate(() => window.menu), true);
  assert.equal(await selected(), 'BiomedIA');
  assert.equal(await copied(page), 'BiomedIA');
});

test('twice the word, three times the line; several lines are copied as lines; a press ends it', async () => {
  await show(page, 'view=panorama&lang=es');
  const heading = await boxOf(page.getByRole('heading', { name: 'La comunidad de PLN' }));
  const note = await boxOf(page.getByText('Cada cifra lleva el matiz'));
  await page.mouse.move(heading.x + 40, heading.middle);
  await settle(page, 60);
  await page.mouse.click(heading.x + 60, heading.middle, { clickCount: 2 });
  assert.equal(await selected(), 'comunidad');
  await page.mouse.click(heading.x + 60, heading.middle, { clickCount: 3 });
  assert.equal(await copied(page), 'La comunidad de PLN en español y portugués, en cifras');
  await drag([heading.x + 1, heading.middle], [note.right + 4, note.middle]);
  assert.equal(await copied(page), 'La comunidad de PLN en español y portugués, en cifras\nCada cifra lleva el matiz con que se publicó y enlaza con su fuente.');
  await page.mouse.click(900, 140);
  assert.equal(await selected(), '');
  assert.equal(await page.locator('.texts span').count(), 0);
});

test('a figure in a tile: a drag marks it and presses nothing, a press leads to its source', async () => {
  await show(page, 'view=panorama&lang=es');
  const tile = page.getByRole('button', { name: 'países: 30. Ver la fuente' });
  const box = await boxOf(tile);
  await drag([box.x + 18, box.y + 36], [box.x + 90, box.y + 36]);
  assert.equal(await selected(), '30');
  assert.equal(await copied(page), '30');
  await settle(page, 60);
  assert.equal(await page.getByRole('tabpanel', { name: 'Panorama' }).count(), 1, 'not pressed');
  await page.mouse.click(box.x + 24, box.y + 36);
  await page.getByRole('tabpanel', { name: 'Fuentes' }).waitFor();
});

test('cells of a table: one, and several as columns and lines; nothing is opened', async () => {
  await show(page, 'view=leaderboard&lang=es');
  const row = (name) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  const cell = await boxOf(row('gemma-2-9b-it').getByRole('cell', { name: '47,3', exact: true }));
  await drag([cell.right - 2, cell.middle], [cell.x + 2, cell.middle]);
  assert.equal(await selected(), '47,3');
  assert.equal(await copied(page), '47,3');
  const name = await boxOf(page.getByRole('rowheader', { name: 'gemma-2-9b-it', exact: true }));
  const size = await boxOf(row('gemma-2-9b-it').getByRole('cell', { name: '9,2 B', exact: true }));
  await drag([name.x + 2, name.middle], [size.right - 1, size.middle]);
  assert.equal(await copied(page), 'gemma-2-9b-it\t47,3\t9,2 B');
  const second = await boxOf(page.getByRole('rowheader').nth(1));
  await drag([size.x + 2, size.middle], [second.right - 2, second.middle]);
  assert.match(await copied(page), /^9,2 B\t33,6\t[^\n]*\n2\t[^\n]*Meta-Llama-3\.1-8B-Instruct$/);
  await settle(page, 60);
  assert.equal(await page.getByRole('dialog').count(), 0);
});

test('a link\'s text: a drag along it marks it and opens nothing, a press opens it', async () => {
  await show(page, 'view=proyectos&lang=es');
  const link = page.getByRole('link', { name: 'Corpus', exact: true }).first();
  const box = await boxOf(link);
  let opened = 0;
  page.context().on('page', () => opened++);
  await drag([box.x + 0.5, box.middle], [box.x + 50, box.middle]);
  assert.equal(await selected(), 'Corpus');
  assert.equal(await copied(page), 'Corpus');
  assert.equal(opened, 0);
  await page.evaluate(() => {
    window.open = (address) => {
      window.opened = address;
    };
  });
  const [popup] = await Promise.all([Promise.race([page.context().waitForEvent('page'), page.waitForFunction(() => window.opened)]),
    page.mouse.click(box.x + 20, box.middle)]);
  assert.ok(popup);
  await popup.close?.();
});

test('buttons, fields and the map keep their presses and drags', async () => {
  await show(page, 'view=mapa&lang=es');
  const camera = () => page.evaluate(() => new URLSearchParams(document.querySelector('somosnlp-tablero').state).get('map'));
  const before_ = await camera();
  await drag([700, 420], [760, 460]);
  await settle(page, 60);
  assert.notEqual(await camera(), before_, 'the map is moved');
  assert.equal(await selected(), '');
  // A press that slips by a few pixels is still one: from the label of a button.
  const year = page.getByRole('button', { name: '2024', exact: true });
  const box = await boxOf(year);
  await drag([box.x + 14, box.middle], [box.right - 10, box.middle]);
  await page.getByRole('button', { name: '2024', exact: true, pressed: true }).waitFor();
  assert.equal(await selected(), '');
  const tab = await boxOf(page.getByRole('tab', { name: 'Charlas' }));
  await drag([tab.x + 16, tab.middle], [tab.x + 40, tab.middle]);
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  // Text in a field is marked by the field itself.
  await page.getByRole('searchbox').click();
  await page.keyboard.type('ia');
  await settle(page, 60);
  await page.keyboard.press('Control+a');
  await settle(page, 60);
  await page.keyboard.press('Control+c');
  assert.equal(await pasted(page), 'ia');
  assert.deepEqual(page.problems, []);
});

test('the selection is ours only while it is: another one of the page, and another state, end it', async () => {
  const mark = async () => {
    await show(page, 'view=proyectos&lang=es&theme=light');
    const box = await boxOf(page.getByRole('heading', { name: 'BiomedIA', exact: true }));
    await drag([box.x + 0.5, box.middle], [box.right + 6, box.middle]);
    assert.equal(await selected(), 'BiomedIA');
  };
  const left = () => page.locator('.texts span').count();
  await page.evaluate(() => {
    const host = Object.assign(document.createElement('p'), { id: 'host', textContent: 'Texto de la página' });
    host.style.cssText = 'position:fixed;left:0;bottom:0;margin:0;background:#fff;z-index:9';
    document.body.append(host);
    document.querySelector('#check').value = 'campo';
  });
  await mark();
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('#host')));
  assert.equal(await copied(page), 'Texto de la página');
  assert.equal(await left(), 0);

  await mark();
  await page.evaluate(() => {
    const field = document.querySelector('#check');
    field.value = 'campo';
    field.focus();
    field.select();
  });
  assert.equal(await copied(page), 'campo');

  // Ours, marked and then forgotten by another state: the host's own selection stays.
  for (const change of ["element.setState('view=charlas&lang=es')", "element.setAttribute('view', 'charlas')"]) {
    await mark();
    await page.evaluate((code) => new Function('element', code)(document.querySelector('somosnlp-tablero')), change);
    assert.equal(await selected(), '', change);
    assert.equal(await left(), 0, change);
  }
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('#host')));
  await show(page, 'view=fuentes&lang=es');
  assert.equal(await selected(), 'Texto de la página');
  await page.evaluate(() => document.querySelector('#host').remove());
});
