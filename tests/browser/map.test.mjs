// The map in a page: gestures of the map and of the page, exact places under fingers and cursor, uploads during a pan,
// no blank frames, recovery from a lost context.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { WEB, countedPage, finish, open, rebuilt, serve, server, setState, settle, started, visit } from './harness.mjs';

const POINTS = 10_000;

started();

const canvasOf = 'document.querySelector("somosnlp-tablero").shadowRoot.querySelector("canvas")';

// Rectangle of the map's node, and the camera that the link tells of.
const mapBox = (page) => page.getByRole('group', { name: /^Mapa de las ciudades/ }).boundingBox();
const camera = async (page) => {
  const state = await page.locator('somosnlp-tablero').evaluate((element) => element.state);
  const [lon, lat, zoom] = new URLSearchParams(state).get('map').split(',').map(Number);
  return { lon, lat, zoom };
};

// Mercator of a world 1 wide: the formulas, not the program.
const worldOf = ({ lon, lat }) => ({
  x: lon / 360 + 0.5,
  y: 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI),
});
// The place (world units) under a point of the page, and where a place is on it.
const under = (at, box, view) => {
  const center = worldOf(view);
  const size = 256 * 2 ** view.zoom;
  return { x: center.x + (at.x - box.x - box.width / 2) / size, y: center.y + (at.y - box.y - box.height / 2) / size };
};
const away = (place, at, box, view) => {
  const now = under(at, box, view);
  return Math.hypot(now.x - place.x, now.y - place.y) * 256 * 2 ** view.zoom;
};

async function guest(options, query = 'view=mapa&map=-60,-15,4') {
  const page = await countedPage(options);
  await page.goto(server.url + '/pages/embed.html');
  await page.waitForFunction(() => performance.getEntriesByName('tablero:ready').length > 0);
  await setState(page, query);
  await settle(page);
  return page;
}

test('ctrl and wheel, a trackpad\'s pinch, zoom about the cursor within a pixel', async () => {
  const page = await guest();
  const box = await mapBox(page);
  const at = { x: Math.round(box.x + box.width * 0.7), y: Math.round(box.y + box.height * 0.35) };
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  const place = under(at, box, await camera(page));
  for (const [step, zoom] of [[-37, 4.37], [-100, 5.37], [60, 4.77]]) {
    await page.mouse.wheel(0, step);
    await settle(page);
    const view = await camera(page);
    assert.ok(Math.abs(view.zoom - zoom) < 0.011, `${view.zoom} instead of ${zoom}`);
    assert.ok(away(place, at, box, view) < 1, `${away(place, at, box, view)} px`);
  }
  await page.keyboard.up('Control');
  assert.equal(await page.evaluate(() => devicePixelRatio), 1);
  await finish(page);
});

test('the wheel is the page\'s until the button gives it to the map, and again after Escape', async () => {
  const page = await guest();
  const box = await mapBox(page);
  const scroll = async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const { zoom } = await camera(page);
    await page.mouse.wheel(0, 60);
    await page.waitForTimeout(120);
    await settle(page);
    return [await page.evaluate(() => scrollY), Math.round(((await camera(page)).zoom - zoom) * 4) / 4];
  };
  const hint = page.getByRole('status').filter({ hasText: 'Ctrl' }).waitFor();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, 60);
  await hint;
  await page.waitForFunction(() => scrollY === 60); // before it is put back
  assert.deepEqual(await scroll(), [60, 0]);
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('button', { name: 'Usar el mapa' }).click();
  await page.getByRole('button', { name: 'Soltar el mapa' }).waitFor();
  assert.deepEqual(await scroll(), [0, -0.25]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Usar el mapa' }).waitFor();
  assert.deepEqual(await scroll(), [60, 0]);
  // A field of the page that takes the focus takes the wheel with it.
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('button', { name: 'Usar el mapa' }).click();
  await page.getByRole('button', { name: 'Soltar el mapa' }).waitFor();
  await page.locator('#field').focus();
  await page.getByRole('button', { name: 'Usar el mapa' }).waitFor();
  await finish(page);
});

test('one finger scrolls the page with a hint, two move the map and keep their middle within a pixel', async () => {
  const page = await guest({ hasTouch: true, isMobile: true, size: [860, 700] });
  const session = await page.context().newCDPSession(page);
  const box = await mapBox(page);
  const touch = (type, ...points) => session.send('Input.dispatchTouchEvent',
    { type, touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) });
  const middle = { x: Math.round(box.x + box.width * 0.6), y: Math.round(box.y + box.height * 0.45) };
  const before_ = await camera(page);

  const hint = page.getByRole('status').filter({ hasText: 'dos dedos' }).waitFor();
  await touch('touchStart', middle);
  for (let i = 1; i <= 8; i++) await touch('touchMove', { x: middle.x, y: middle.y - 12 * i });
  await page.waitForTimeout(150); // held still: no inertial scrolling of the page
  await touch('touchMove', { x: middle.x, y: middle.y - 97 });
  await touch('touchEnd');
  await page.waitForFunction(() => scrollY > 30);
  await hint;
  await settle(page);
  assert.deepEqual(await camera(page), before_);
  await page.evaluate(() => scrollTo(0, 0));
  await settle(page);

  const place = under(middle, box, before_);
  const fingers = (at, reach) => [{ x: at.x - reach, y: at.y - reach / 2 }, { x: at.x + reach, y: at.y + reach / 2 }];
  await touch('touchStart', ...fingers(middle, 40));
  let at = middle;
  for (let i = 1; i <= 10; i++) {
    at = { x: middle.x - 6 * i, y: middle.y + 4 * i };
    await touch('touchMove', ...fingers(at, 40 + 6 * i));
  }
  await settle(page);
  await touch('touchEnd');
  await settle(page);
  const view = await camera(page);
  // The distance went from 40 to 100.
  assert.ok(Math.abs(view.zoom - before_.zoom - Math.log2(2.5)) < 0.02, `${view.zoom}`);
  assert.ok(away(place, at, box, view) < 1, `${away(place, at, box, view)} px`);
  assert.equal(await page.evaluate(() => scrollY), 0);

  // In use, one finger is the map's.
  await page.getByRole('button', { name: 'Usar el mapa' }).tap();
  await page.getByRole('button', { name: 'Soltar el mapa' }).waitFor();
  await settle(page);
  await touch('touchStart', middle);
  for (let i = 1; i <= 5; i++) await touch('touchMove', { x: middle.x, y: middle.y - 12 * i });
  await touch('touchEnd');
  await settle(page);
  assert.notEqual((await camera(page)).lat, view.lat);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await finish(page);
});

// cities.json with `count` generated cities, in the shape of the real one.
function generated(count) {
  const file = JSON.parse(fs.readFileSync(path.join(WEB, 'data/cities.json'), 'utf8'));
  const [first] = file.cities;
  let seed = 7;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  file.cities = Array.from({ length: count }, (_, i) => ({ ...first, id: `g${i + 1}`, name: `Ciudad ${i}`,
    lon: random() * 300 - 150, lat: random() * 110 - 50 }));
  return JSON.stringify(file);
}

// Run in the page before anything else: which buffers and textures get data, and what GL has to say.
function watchUploads() {
  window.uploads = [];
  const proto = WebGL2RenderingContext.prototype;
  const bound = new Map();
  const { bindBuffer, linkProgram } = proto;
  proto.bindBuffer = function bind(target, buffer) {
    bound.set(target, buffer);
    bindBuffer.call(this, target, buffer);
  };
  const ids = new Map();
  const idOf = (buffer) => ids.get(buffer) ?? ids.set(buffer, ids.size).get(buffer);
  for (const name of ['bufferData', 'bufferSubData']) {
    const call = proto[name];
    proto[name] = function upload(target, ...rest) {
      window.uploads.push({ buffer: idOf(bound.get(target)), indices: target === this.ELEMENT_ARRAY_BUFFER });
      call.call(this, target, ...rest);
    };
  }
  for (const name of ['texImage2D', 'texSubImage2D']) {
    const call = proto[name];
    proto[name] = function upload(...rest) {
      window.uploads.push({ texture: true });
      call.apply(this, rest);
    };
  }
  window.programs = [];
  proto.linkProgram = function link(program) {
    window.programs.push(program);
    linkProgram.call(this, program);
  };
}

// Run in the page before anything else: looks at the map right after each frame that the program draws (the buffer is
// gone once the page is painted) while window.watched is its rectangle.
function watchFrames() {
  window.seen = { frames: 0, blank: 0 };
  const copy = new OffscreenCanvas(48, 32).getContext('2d', { willReadFrequently: true });
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) => request((time) => {
    const { clears } = window.counts;
    callback(time);
    const box = window.watched;
    if (!box || window.counts.clears === clears) return;
    const canvas = document.querySelector('somosnlp-tablero').shadowRoot.querySelector('canvas');
    const scale = canvas.width / canvas.clientWidth;
    copy.drawImage(canvas, box.x * scale, box.y * scale, box.width * scale, box.height * scale, 0, 0, 48, 32);
    const { data } = copy.getImageData(0, 0, 48, 32);
    const found = new Set();
    for (let i = 0; i < data.length; i += 4) found.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    window.seen.frames++;
    // Water, land and more: a cleared or a missing map has one or two colors.
    if (found.size < 6) window.seen.blank++;
  });
}

test('ten thousand points: a pan uploads nothing of the map, no shader warns, no frame is blank', async () => {
  const own = await serve({ changed: rebuilt({ 'data/cities.json': generated(POINTS) }) });
  const page = await countedPage({ size: [860, 520] });
  await page.addInitScript(watchUploads);
  await page.addInitScript(watchFrames);
  const warnings = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await open(page, own.url + '/?view=mapa&map=10,20,3&shade=cities&grid=on');
  await settle(page);
  const box = await mapBox(page);
  assert.equal(await page.getByRole('group', { name: `Mapa de las ciudades (${POINTS.toLocaleString('es')})` }).count(), 1);
  const middle = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(...middle);
  await page.mouse.down();
  await page.mouse.move(middle[0] + 8, middle[1] + 8);
  await settle(page);
  await page.evaluate(() => {
    window.uploads = [];
  });
  // No blank frame among those that `act` makes, and at least `least` of them.
  const watched = async (name, least, act) => {
    await page.evaluate((rect) => {
      window.watched = rect;
      window.seen = { frames: 0, blank: 0 };
    }, box);
    await act();
    // Flights over so many points take their time without a GPU.
    await settle(page).catch(() => settle(page));
    const seen = await page.evaluate(() => window.seen);
    assert.equal(seen.blank, 0, `${seen.blank} blank frames of ${seen.frames} while ${name}`);
    assert.ok(seen.frames >= least, `${seen.frames} frames while ${name}`);
  };
  await watched('panning', 5, async () => {
    for (let i = 1; i <= 20; i++) await page.mouse.move(middle[0] - 5 * i, middle[1] - 3 * i);
  });
  const found = await page.evaluate(() => ({ uploads: window.uploads }));
  // Dear ImGui's vertices and indices, anew in each frame, are all: two buffers, no texture.
  const buffers = new Set(found.uploads.map(({ buffer }) => buffer));
  assert.equal(buffers.size, 2, `${JSON.stringify(found.uploads.slice(0, 8))}`);
  assert.equal(found.uploads.filter(({ indices }) => indices).length * 2, found.uploads.length);
  await page.mouse.up();
  await settle(page);

  // Zooming, filtering, the globe and a new size.
  const acts = {
    zooming: () => page.mouse.wheel(0, -300),
    filtering: () => page.getByRole('button', { name: '2022', exact: true }).click(),
    'the globe': () => page.getByRole('button', { name: 'Ver como globo' }).click(),
    'coming back': () => page.getByRole('button', { name: 'Ver como mapa plano' }).click(),
    density: () => page.locator('somosnlp-tablero').evaluate((element) => element.setState(`${element.state}&points=density`)),
    resizing: async () => {
      for (let i = 1; i <= 6; i++) await page.setViewportSize({ width: 860 - 20 * i, height: 520 - 10 * i });
    },
  };
  for (const [name, act] of Object.entries(acts)) {
    // Without a GPU a flight over so many points takes too long; from here on each change is one step.
    if (name === 'the globe') await page.emulateMedia({ reducedMotion: 'reduce' });
    await watched(name, 1, act);
  }
  const logs = await page.evaluate((expression) => {
    const gl = eval(expression).getContext('webgl2');
    return window.programs.map((program) => gl.getProgramInfoLog(program) +
      gl.getAttachedShaders(program).map((shader) => gl.getShaderInfoLog(shader)).join(''));
  }, canvasOf);
  assert.ok(logs.length >= 6, `${logs.length} programs`);
  assert.deepEqual(logs.filter(Boolean), []);
  assert.deepEqual(warnings.filter((text) => /shader|program|INVALID/i.test(text)), []);
  await finish(page);
  await own.close();
});

test('a lost context at any moment: the same pixels afterwards, with colors, density and globe too', async () => {
  const page = await visit('/?view=mapa&shade=cities&grid=on', { size: [900, 650], reducedMotion: 'reduce' });
  for (const [round, more] of ['', '&points=density', '&proj=globe&map=-40,20,2'].entries()) {
    await page.locator('somosnlp-tablero').evaluate((element, state) => element.setState(state),
      `view=mapa&shade=cities&grid=on${more}`);
    await settle(page);
    const start = await page.screenshot();
    await page.evaluate(async ([expression, wait]) => {
      const lose = eval(expression).getContext('webgl2').getExtension('WEBGL_lose_context');
      lose.loseContext();
      await new Promise((resolve) => setTimeout(resolve, wait));
      lose.restoreContext();
    }, [canvasOf, 10 + 37 * round]);
    await page.waitForTimeout(100);
    await settle(page);
    assert.ok((await page.screenshot()).equals(start), more);
  }
  await finish(page);
});
