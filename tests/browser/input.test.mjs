// Pointer, wheel, touch, keys, text and clipboard: exact, and nothing taken from the page.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { clipboardField, close, copied, countedPage, open, server, settle, started } from './harness.mjs';

started();
let desk; // the page of all tests but those with options of their own: a new address makes it new
let page;
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  if (page !== desk) await close(page);
});

async function at(address, options) {
  const isNew = options || !desk;
  page = isNew ? await countedPage(options) : desk;
  if (!options) desk = page;
  await open(page, server.url + address);
  await settle(page, 60);
}
const guest = () => at('/pages/embed.html');
const full = (query = '', options) => at('/' + query, options);
const search = () => page.getByRole('searchbox');
const inner = (expression) => page.evaluate(`(() => {
  const root = document.querySelector('somosnlp-tablero').shadowRoot;
  return ${expression};
})()`);

test('keys typed into a field of the page never reach the program', async () => {
  await guest();
  await page.locator('#field').click();
  await page.keyboard.type('/abc');
  await settle(page, 60);
  assert.equal(await page.locator('#field').inputValue(), '/abc');
  assert.equal(await search().inputValue(), '');
});

test('with the focus in the program, the browser keeps its own keys', async () => {
  await full();
  await page.getByRole('tab', { name: 'Mapa' }).click();
  await settle(page, 60);
  const taken = await page.evaluate(() => {
    const root = document.querySelector('somosnlp-tablero').shadowRoot;
    const target = root.activeElement ?? root.querySelector('canvas');
    const keys = [['F5'], ['F12'], ['l', true], ['t', true], ['w', true], ['+', true], ['-', true],
      ['0', true], ['f', true], ['r', true], ['Tab']];
    return keys.filter(([key, ctrlKey = false]) => {
      const event = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, composed: true, cancelable: true });
      return !target.dispatchEvent(event);
    }).map(([key]) => key);
  });
  assert.deepEqual(taken, []);
});

test('Tab goes in, through the controls in order, and out, in both directions', async () => {
  await guest();
  await page.locator('#field').focus();
  const named = '(e) => e.ariaLabel || e.textContent';
  const stops = await inner(`[...root.querySelectorAll('.mirror button, .mirror a[href], .mirror input, ' +
    '.mirror [tabindex="0"]')].filter((e) => e.tabIndex >= 0).map(${named})`);
  assert.ok(stops.length > 10, `${stops}`);
  const focused = () => inner(`root.activeElement && (${named})(root.activeElement)`);
  for (let i = 0; i < 10; i++) {
    await page.keyboard.press('Tab');
    assert.equal(await focused(), stops[i]);
  }
  // The program shows its own focus where the page's is: the ring is drawn.
  await settle(page, 60);
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), stops[8]);
  await inner(`[...root.querySelectorAll('.mirror button, .mirror a[href], .mirror input, ' +
    '.mirror [tabindex="0"]')].filter((e) => e.tabIndex >= 0).at(-1).focus()`);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'after');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), stops.at(-1));
  assert.equal(await page.evaluate(() => scrollY), 0, 'the focus moves nothing');
});

test('the focus never scrolls the page, not even when half of the program is out of view', async () => {
  await guest();
  await page.evaluate(() => scrollTo(0, 250));
  const box = await page.locator('somosnlp-tablero').boundingBox();
  await page.mouse.click(box.x + 400, box.y + 380);
  await settle(page, 60);
  await page.keyboard.press('/'); // the search field is above the window's edge
  await settle(page, 60);
  assert.equal(await inner('root.activeElement?.type'), 'search');
  assert.equal(await page.evaluate(() => scrollY), 250);
  await page.keyboard.press('Escape');
  await settle(page, 60);
  await inner('root.querySelector("canvas").blur()');
  await page.getByRole('tab', { name: 'Fuentes' }).evaluate((tab) => tab.click()); // as assistive technology presses
  await settle(page, 60);
  assert.equal(await page.evaluate(() => scrollY), 250);
});

test('Enter on a focused control of the mirror presses it once', async () => {
  await full();
  await page.getByRole('button', { name: '2024', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '2024', exact: true, pressed: true }).waitFor();
  await settle(page, 60);
  assert.match(page.url(), /edition=2024/);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '2024', exact: true, pressed: false }).waitFor();
});

test('text by dead keys and by an input method is exactly what was composed, shown on the way', async () => {
  await full('?view=charlas');
  await search().click();
  const session = await page.context().newCDPSession(page);
  const compose = (text) => session.send('Input.imeSetComposition',
    { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text) => session.send('Input.insertText', { text });
  const value = async () => {
    await settle(page, 60);
    return new URL(page.url()).searchParams.get('q');
  };
  await page.keyboard.type('a');
  await compose('˜');
  await compose('ñ');
  assert.equal(await value(), 'añ', 'shown while it is composed');
  await commit('ñ');
  await compose('´');
  await compose('é');
  await commit('é');
  await compose('にほん');
  await commit('日本');
  assert.equal(await value(), 'añé日本');
  assert.equal(await search().inputValue(), 'añé日本');
});

test('keycode 229: Backspace and autocorrection of a phone keyboard change the right characters', async () => {
  await full('?view=charlas&q=helo+mundo');
  await search().click();
  await settle(page, 60);
  const change = (value, inputType) => page.evaluate(([text, type]) => {
    const field = document.querySelector('somosnlp-tablero').shadowRoot.querySelector('input[type=search]');
    field.focus();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Unidentified', keyCode: 229, bubbles: true, composed: true }));
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { inputType: type, bubbles: true, composed: true }));
  }, [value, inputType]);
  await change('helo mund', 'deleteContentBackward');
  await settle(page, 60);
  assert.equal(new URL(page.url()).searchParams.get('q'), 'helo mund');
  await change('hello mund', 'insertReplacementText');
  await settle(page, 60);
  assert.equal(new URL(page.url()).searchParams.get('q'), 'hello mund');
});

test('copy and paste cross the border without asking for permission', async () => {
  await full('?view=charlas&q=uno');
  await page.evaluate(clipboardField);
  await search().click();
  await settle(page, 60);
  await page.keyboard.press('Control+a');
  await settle(page, 60);
  assert.equal(await copied(page), 'uno');
  await page.locator('#check').fill(' y dos');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await search().click();
  await settle(page, 60);
  await page.keyboard.press('End');
  await settle(page, 60);
  await page.keyboard.press('Control+v');
  await settle(page, 60);
  assert.equal(new URL(page.url()).searchParams.get('q'), 'uno y dos');
});

test('a tap on the search field focuses a real field inside the gesture; leaving hides it', async () => {
  await full('?view=charlas', { hasTouch: true, isMobile: true, size: [1000, 700] });
  await page.evaluate(() => {
    const root = document.querySelector('somosnlp-tablero').shadowRoot;
    root.querySelector('.stage').addEventListener('pointerup', () => {
      window.focusedInGesture = root.activeElement?.type;
    });
  });
  await search().tap();
  assert.equal(await page.evaluate(() => window.focusedInGesture), 'search');
  // Where the caret is drawn, so that candidates of an input method come up there, and large enough that a phone does
  // not zoom in on it.
  const field = await search().evaluate((element) => ({ size: parseFloat(getComputedStyle(element).fontSize),
    height: element.offsetHeight, shown: element.checkVisibility() }));
  assert.ok(field.size >= 16 && field.height >= 44 && field.shown, JSON.stringify(field));
  await page.keyboard.type('ia');
  await settle(page, 60);
  assert.equal(new URL(page.url()).searchParams.get('q'), 'ia');
  // The first clears the text, the second leaves the field.
  for (let i = 0; i < 2; i++) {
    await page.keyboard.press('Escape');
    await settle(page, 60);
  }
  assert.notEqual(await inner('root.activeElement?.type'), 'search');
});

test('a drag that ends outside ends; no button sticks after the window loses the focus', async () => {
  await full('?view=mapa');
  const camera = () => new URL(page.url()).searchParams.get('map');
  await page.mouse.move(640, 400);
  await page.mouse.down();
  await page.mouse.move(700, 450, { steps: 4 });
  await page.mouse.move(1279, 2, { steps: 4 });
  await page.mouse.up();
  await settle(page, 60);
  const dropped = camera();
  await page.mouse.move(300, 300, { steps: 5 });
  await settle(page, 60);
  assert.equal(camera(), dropped);

  await page.mouse.down();
  await page.mouse.move(320, 320);
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await settle(page, 60);
  const held = camera();
  await page.mouse.move(600, 500, { steps: 5 });
  await settle(page, 60);
  assert.equal(camera(), held);
  await page.mouse.up();
});

test('coordinates are exact in a page that is scaled and scrolled', async () => {
  await guest();
  await page.evaluate(() => {
    document.body.style.cssText = 'transform:scale(0.75);transform-origin:0 0';
    scrollTo(0, 40);
    window.places = [];
    addEventListener('pointerdown', ({ clientX, clientY }) => {
      const box = document.querySelector('somosnlp-tablero').getBoundingClientRect();
      window.places.push([(clientX - box.left) / 0.75, (clientY - box.top) / 0.75]);
    }, true);
  });
  await settle(page, 60);
  await page.getByRole('tab', { name: 'Charlas' }).click();
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  // The outermost pixels of a tab decide whether half a pixel is lost.
  const box = await page.getByRole('tab', { name: 'Mapa' }).boundingBox();
  await page.mouse.click(box.x + 0.6, box.y + box.height / 2);
  await page.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  const next = await page.getByRole('tab', { name: 'Panorama' }).boundingBox();
  await page.mouse.click(next.x + next.width - 0.6, next.y + next.height / 2);
  await page.getByRole('tabpanel', { name: 'Panorama' }).waitFor();
});

test('the wheel scrolls the page where the program has nothing to scroll, and only there', async () => {
  await guest();
  await page.getByRole('tab', { name: 'Charlas' }).click();
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  await settle(page, 60);
  const box = await page.locator('somosnlp-tablero').boundingBox();
  const middle = [box.x + box.width / 2, box.y + box.height * 0.7];
  const wheel = async (x, y, dy) => {
    const start = await page.evaluate(() => scrollY);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, dy);
    await page.waitForTimeout(250);
    await settle(page, 60);
    return await page.evaluate(() => scrollY) - start;
  };
  assert.equal(await wheel(...middle, 120), 0, 'the list takes it');
  assert.equal(await wheel(box.x + 300, box.y + 20, 120), 120, 'the bar does not');
  await page.evaluate(() => scrollTo(0, 0));
  await settle(page, 60);
  let moved = 0;
  for (let i = 0; i < 20 && !moved; i++) moved = await wheel(...middle, 3000); // to the list's end
  assert.ok(moved > 0, 'at its end the page goes on');
  await page.evaluate(() => scrollTo(0, 0));
  assert.equal(await wheel(...middle, 90), 90);
  await page.evaluate(() => scrollTo(0, 0));
  assert.equal(await wheel(...middle, -90), 0, 'back up the list takes it again');
});

test('over the map the wheel is the page\'s until Ctrl is held; then the page does not zoom', async () => {
  await guest();
  await page.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  const box = await page.locator('somosnlp-tablero').boundingBox();
  await page.mouse.move(box.x + 400, box.y + 300);
  await page.mouse.wheel(0, 100);
  await page.waitForFunction(() => scrollY === 100);
  await page.evaluate(() => scrollTo(0, 0));
  await settle(page, 60);
  const before_ = await page.locator('somosnlp-tablero').evaluate((element) => element.state);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await settle(page, 60);
  assert.notEqual(await page.locator('somosnlp-tablero').evaluate((element) => element.state), before_);
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.equal(await page.evaluate(() => devicePixelRatio), 1);
});
