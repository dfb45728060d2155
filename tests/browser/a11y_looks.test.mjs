// Low vision and display preferences: contrast on screenshots, a visible focus, the system's preferences (more
// contrast, forced colors, reduced motion, dark), and text twice as large.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePng, settle, show, started, visit } from './harness.mjs';
import { VIEWS, captureNodes } from './a11y_support.mjs';

let page;
started({}, async () => {
  page = await visit('/', {}, captureNodes);
});

const shot = async () => decodePng(await page.screenshot());

// WCAG 2.x, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
const luminance = (rgb) => {
  const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

// The background of a rectangle is its most frequent color, its ink the one with the highest contrast.
function inkOf(image, [x, y, w, h]) {
  const counts = new Map();
  for (let j = Math.ceil(y); j < Math.floor(y + h); j++) {
    for (let i = Math.ceil(x); i < Math.floor(x + w); i++) {
      const at = (j * image.width + i) * image.channels;
      const key = image.pixels.readUIntBE(at, 3);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const colors = [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => [key >> 16, (key >> 8) & 255, key & 255]);
  return Math.max(...colors.map((color) => contrast(colors[0], color)));
}

const HEADING = 1, TEXT = 2, BUTTON = 3, TAB = 4, LINK = 7, COLUMN_HEADER = 16, ROW_HEADER = 17, CELL = 18, STATUS = 24;
const WORDS = [HEADING, TEXT, BUTTON, TAB, LINK, COLUMN_HEADER, ROW_HEADER, CELL, STATUS];
const OUT_OF_VIEW = 1 << 14;

// Thin strokes never reach their full color: of 4.5 at least this part arrives on screen. The colors themselves are
// computed in tests/unit/theme_test.cpp.
const FULL = 0.75;

// Texts that are wholly in view, with their contrast.
async function texts() {
  const image = await shot();
  const nodes = await page.evaluate(() => window.nodes());
  const bottom = image.height - 2;
  return nodes.filter(({ role, name, state, rect: [x, y, w, h] }) => WORDS.includes(role) && name && !(state & OUT_OF_VIEW) &&
    x >= 0 && y >= 0 && w > 4 && h > 6 && x + w <= image.width && y + h <= bottom && h < 60)
    // A rectangle too low for text is a mark of a chart.
    .map(({ name, rect }) => ({ name, mark: rect[3] < 11, ratio: inkOf(image, rect) }));
}

test('text on screen stands out in both themes, more where more is asked for', async () => {
  let seen = 0;
  for (const [theme, media, least] of [['light', {}, 4.5], ['dark', {}, 4.5], ['light', { contrast: 'more' }, 7],
    ['dark', { contrast: 'more' }, 7]]) {
    await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'none', ...media });
    // More than 4.5 on every shade of a heat map there cannot be.
    for (const view of least > 5 ? ['panorama', 'fuentes'] : VIEWS) {
      await show(page, `lang=es&view=${view}&theme=${theme}`);
      const found = await texts();
      seen += found.length;
      assert.deepEqual(found.filter(({ ratio, mark }) => ratio < (mark ? 3 : least * FULL)), [], `${view} ${theme} ${JSON.stringify(media)}`);
    }
  }
  assert.ok(seen > 600, `${seen} texts`);
  await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'none' });
});

test('the focus is a ring of contrast 3 around the control, to the pixel where the mirror says it is', async () => {
  for (const [view, theme] of [['panorama', 'light'], ['proyectos', 'dark']]) {
    await show(page, `lang=es&view=${view}&theme=${theme}`);
    await page.evaluate(() => document.activeElement?.blur());
    for (const steps of [3, 7, 6, 7]) {
      for (let i = 0; i < steps; i++) await page.keyboard.press('Tab');
      await settle(page, 80);
      const on = await shot();
      const box = await page.evaluate(() => {
        window.stop = document.activeElement.shadowRoot.activeElement;
        const { x, y, width, height } = window.stop.getBoundingClientRect();
        window.stop.blur();
        return { name: window.stop.ariaLabel ?? window.stop.textContent, x, y, right: x + width, bottom: y + height };
      });
      await settle(page, 80);
      const off = await shot();
      await page.evaluate(() => window.stop.focus({ preventScroll: true }));
      const ring = { x: 1e9, y: 1e9, right: 0, bottom: 0, count: 0 };
      for (let y = 0; y < on.height; y++) {
        for (let x = 0; x < on.width; x++) {
          const at = (y * on.width + x) * on.channels;
          if (on.pixels.readUIntBE(at, 3) === off.pixels.readUIntBE(at, 3) || contrast(on.at(x, y), off.at(x, y)) < 3) continue;
          ring.x = Math.min(ring.x, x);
          ring.y = Math.min(ring.y, y);
          ring.right = Math.max(ring.right, x + 1);
          ring.bottom = Math.max(ring.bottom, y + 1);
          ring.count++;
        }
      }
      const where = `${view}: ${JSON.stringify(box)} ${JSON.stringify(ring)}`;
      assert.ok(ring.count > (box.right - box.x) + (box.bottom - box.y), where);
      // Two pixels outside, or inside the border of a field.
      for (const side of ['x', 'y', 'right', 'bottom']) {
        const out = side === 'x' || side === 'y' ? box[side] - ring[side] : ring[side] - box[side];
        assert.ok(out > -1.01 && out < 3.01, `${side} ${out}: ${where}`);
      }
    }
  }
});

// The palette of the browser under emulation, read by a page of plain HTML: not by the code under test.
const palette = () => page.evaluate(() => {
  const probe = document.body.appendChild(document.createElement('p'));
  const names = ['Canvas', 'CanvasText', 'LinkText', 'ButtonText', 'Highlight', 'HighlightText'];
  const found = Object.fromEntries(names.map((name) => {
    probe.style.cssText = `forced-color-adjust:none;color:${name}`;
    return [name, getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number)];
  }));
  probe.remove();
  return found;
});

test('forced colors: what is drawn has the colors of the system, whatever theme is chosen', async () => {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    const { Canvas, CanvasText, LinkText, ButtonText, Highlight } = await palette();
    assert.ok(contrast(Canvas, CanvasText) > 15, 'a palette of its own');
    for (const theme of ['auto', colorScheme === 'light' ? 'dark' : 'light']) {
      await show(page, `lang=es&view=fuentes&theme=${theme}`);
      const image = await shot();
      const where = `${colorScheme} ${theme}`;
      assert.deepEqual(image.at(1270, 790), Canvas, where);
      const nodes = await page.evaluate(() => window.nodes());
      // Thin strokes reach their full color in some points only.
      const inkIs = (name, role, color) => {
        const [x, y, w, h] = nodes.find((node) => node.role === role && name.test(node.name) && node.rect[1] + node.rect[3] < 790).rect;
        let hits = 0;
        for (let j = Math.ceil(y); j < y + h; j++) {
          for (let i = Math.ceil(x); i < x + w; i++) hits += String(image.at(i, j)) === String(color) ? 1 : 0;
        }
        assert.ok(hits > 2, `${where}: ${hits} points of ${name} have ${color}`);
      };
      inkIs(/^Cada cifra/, TEXT, CanvasText);
      inkIs(/./, LINK, LinkText);
      inkIs(/^País/, BUTTON, ButtonText); // its outline
      inkIs(/^Fuentes$/, TAB, Highlight); // the rule under the open tab
      assert.deepEqual((await texts()).filter(({ ratio, mark }) => ratio < (mark ? 3 : 4.5 * FULL)), [], where);
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await settle(page, 80);
  assert.deepEqual((await shot()).at(1270, 790), [255, 255, 255]);
});

test('dark, forced colors and more contrast are the system\'s wishes; what the host chooses wins', async () => {
  const ground = async () => (await shot()).at(1270, 790);
  await show(page, 'lang=es&view=fuentes&theme=auto');
  const grounds = {};
  for (const [name, media] of Object.entries({ plain: {}, dark: { colorScheme: 'dark' }, forced: { colorScheme: 'dark', forcedColors: 'active' },
    more: { contrast: 'more' } })) {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference', ...media });
    await settle(page, 80);
    grounds[name] = await ground();
  }
  assert.ok(luminance(grounds.plain) > 0.9 && luminance(grounds.dark) < 0.05, JSON.stringify(grounds));
  assert.deepEqual(grounds.forced, [0, 0, 0]);
  assert.deepEqual(grounds.more, [255, 255, 255]);
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none', contrast: 'more' });
  await show(page, 'lang=es&view=fuentes&theme=light');
  assert.deepEqual(await ground(), [255, 255, 255], 'the host says light');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' });
  await show(page, 'lang=es&view=fuentes&theme=auto');
  await page.evaluate(() => document.documentElement.classList.add('dark'));
  await settle(page, 80);
  assert.ok(luminance(await ground()) < 0.05, 'the class of the host says dark');
  await page.evaluate(() => document.documentElement.classList.remove('dark'));
});

test('less motion: a change is there at once', async () => {
  const frames = async (reducedMotion) => {
    await page.emulateMedia({ reducedMotion });
    await show(page, 'lang=es&view=panorama&theme=light');
    await page.getByRole('button', { name: 'participantes', exact: true }).first().evaluate((element) => element.click());
    await settle(page, 200);
    await page.evaluate(() => {
      window.counts.clears = 0;
    });
    await page.getByRole('button', { name: 'países', exact: true }).first().evaluate((element) => element.click());
    await settle(page, 200);
    return page.evaluate(() => window.counts.clears);
  };
  const still = await frames('reduce');
  assert.ok(still <= 5, `${still} frames`);
  const moving = await frames('no-preference');
  assert.ok(moving > still, `${moving} frames`);
});

test('text twice as large: the program follows, and nothing is cut off or out of reach', async () => {
  const devtools = await page.context().newCDPSession(page);
  // Changes the browser's font size setting while the page is open.
  const size = async (standard) => {
    await devtools.send('Page.setFontSizes', { fontSizes: { standard } });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await settle(page, 80);
  };
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const view of VIEWS) {
      await size(16);
      await show(page, `lang=es&view=${view}&theme=light`);
      const title = async () => page.evaluate(() => window.nodes().find(({ role, rect }) => role === 4 && rect[3] > 0).rect[3]);
      const before = await title();
      await size(32);
      assert.equal(await title(), before * 2, 'a tab is twice as high');
      const lost = await page.evaluate(() => {
        const panel = window.nodes().find(({ role }) => role === 6);
        return window.nodes().filter(({ role, state, rect: [x, , w] }) => role < 5 && role > 0 && role !== 4 && !(state & 16384) &&
          w > 0 && (x < -1 || x + w > panel.rect[0] + panel.rect[2] + 1)).map(({ name, rect }) => `${name} ${rect}`);
      });
      assert.deepEqual(lost, [], `${view} ${width}`);
    }
  }
  await size(16);
  assert.deepEqual(page.problems, []);
});
