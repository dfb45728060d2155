// Pixels: exact at every density, never blank or stretched while the size changes, and back after a lost context. Stored
// pictures are in pictures.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, colors, countFrames, countedPage, decodePng, finish, launch, newPage, server, setState, settle,
  started, visit } from './harness.mjs';
import { difference, openWhole } from './pictures.mjs';

const DENSITIES = [1, 1.25, 1.5, 1.75, 2, 2.625];

started();

const canvasOf = 'document.querySelector("somosnlp-tablero").shadowRoot.querySelector("canvas")';

// Fills the canvas with a checkerboard of device pixels; only where the program is idle.
function drawCheckerboard(canvas) {
  const gl = canvas.getContext('webgl2');
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, 'void main(){gl_Position=vec4(vec2(gl_VertexID&1,gl_VertexID>>1)*4.-1.,0,1);}'],
    [gl.FRAGMENT_SHADER, 'precision highp float;out vec4 c;void main(){ivec2 p=ivec2(gl_FragCoord.xy);' +
      'c=vec4(vec3((p.x+p.y)&1),1);}'],
  ]) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, '#version 300 es\n' + source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return new Promise((resolve) => requestAnimationFrame(() => {
    gl.bindVertexArray(null);
    gl.disable(gl.SCISSOR_TEST);
    gl.disable(gl.BLEND);
    gl.viewport(0, 0, canvas.width, canvas.height);
    gl.useProgram(program);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    requestAnimationFrame(resolve);
  }));
}

for (const scale of DENSITIES) {
  test(`density ${scale}: device pixels exactly, at a fractional size, without resampling`, async (t) => {
    const scaled = await launch({ scale, args: ['--window-size=1000,800'] });
    t.after(() => scaled.close());
    const page = await newPage(scaled, { emulate: false });
    await page.addInitScript(countFrames);
    await page.goto(server.url + '/pages/embed.html');
    await page.evaluate(() => {
      document.querySelector('somosnlp-tablero').style.cssText = 'width:701.3px;height:420.7px;margin:7.4px';
    });
    await page.waitForFunction(() => performance.getEntriesByName('tablero:ready').length > 0);
    await settle(page);
    const found = await page.evaluate(async (canvas) => {
      const box = await new Promise((resolve) => {
        new ResizeObserver(([entry]) => resolve(entry.devicePixelContentBoxSize[0]))
          .observe(eval(canvas), { box: 'device-pixel-content-box' });
      });
      return { ratio: devicePixelRatio, box: [box.inlineSize, box.blockSize],
        canvas: [eval(canvas).width, eval(canvas).height] };
    }, canvasOf);
    assert.equal(found.ratio, scale);
    assert.deepEqual(found.canvas, found.box);
    assert.ok(Math.abs(found.box[0] - 701.3 * scale) <= 1, `${found.box}`);

    // The outermost half pixels of a control: no place is lost to rounding at any density.
    for (const [name, edge] of [['Charlas', 0.4], ['Panorama', -0.4]]) {
      const tab = await page.getByRole('tab', { name }).boundingBox();
      await page.mouse.click(edge > 0 ? tab.x + edge : tab.x + tab.width + edge, tab.y + tab.height / 2);
      await page.getByRole('tabpanel', { name }).waitFor();
    }
    await settle(page);

    const box = await page.locator('somosnlp-tablero').boundingBox();
    const inside = { x: Math.ceil(box.x) + 2, y: Math.ceil(box.y) + 2, width: 600, height: 300 };
    const drawn = () => page.evaluate(() => window.counts.clears);
    let image, before;
    do { // again if the program drew a frame of its own over it
      before = await drawn();
      await page.evaluate(`(${drawCheckerboard})(${canvasOf})`);
      image = decodePng(await page.screenshot({ clip: inside }));
    } while (await drawn() !== before);
    assert.equal(colors(image), 2);
    // Two colors in a checkerboard: no pixel equals its neighbor.
    let equal = 0;
    for (let x = 0; x + 1 < image.width; x++) equal += image.at(x, 100)[0] === image.at(x + 1, 100)[0];
    assert.equal(equal, 0);
    await close(page);
  });
}

// Rows of the picture below the top bar's tabs that have ink of the heading: its height in device pixels.
function headingHeight(image, { x, y, width, height }, ratio) {
  let [first, last] = [Infinity, -Infinity];
  for (let row = Math.round(y * ratio); row < (y + height) * ratio; row++) {
    for (let column = Math.round(x * ratio); column < (x + width) * ratio; column++) {
      if (image.at(column, row)[0] > 100) continue; // dark text on white
      first = Math.min(first, row);
      last = Math.max(last, row);
    }
  }
  return last - first + 1;
}

test('browser zoom and another monitor at run time: drawn anew at the new density, text in proportion, no reload', async () => {
  const page = await visit('/?view=fuentes', { size: [900, 700], colorScheme: 'light' });
  await settle(page);
  const session = await page.context().newCDPSession(page);
  const heading = page.getByRole('heading', { name: 'Fuentes', exact: true });
  const heights = [];
  // A new width each time, because emulation does not notify the page of a change of density alone, as a real screen
  // does. Zoom keeps the device pixels and changes both; moving to another monitor changes the density.
  for (const [width, height, ratio] of [[900, 700, 1], [720, 560, 1.25], [600, 467, 1.5], [800, 700, 2], [801, 700, 3], [900, 700, 1]]) {
    await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: ratio, mobile: false });
    await page.waitForFunction(([w, h]) => {
      const canvas = document.querySelector('somosnlp-tablero').shadowRoot.querySelector('canvas');
      return canvas.width === w && canvas.height === h;
    }, [Math.round(width * ratio), Math.round(height * ratio)]);
    await settle(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    const image = decodePng(Buffer.from(data, 'base64'));
    assert.equal(image.width, Math.round(width * ratio));
    heights.push([ratio, headingHeight(image, await heading.boundingBox(), ratio)]);
  }
  const [, base] = heights[0];
  assert.ok(base > 8, `${base}`);
  for (const [ratio, found] of heights) assert.ok(Math.abs(found - base * ratio) <= ratio, `${ratio}: ${found}, ${base} at 1`);
  assert.equal(heights.at(-1)[1], base);
  assert.equal(await page.evaluate(() => performance.getEntriesByName('tablero:ready').length), 1);
  await finish(page);
});

test('a container that grows pixel by pixel: never blank, never stretched, one resize per frame', async () => {
  const page = await countedPage();
  await page.goto(server.url + '/pages/embed.html');
  await page.waitForFunction(() => performance.getEntriesByName('tablero:ready').length > 0);
  await setState(page, 'view=charlas');
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  await settle(page);
  const result = await page.evaluate(async (expression) => {
    const canvas = eval(expression);
    const element = document.querySelector('somosnlp-tablero');
    const copy = new OffscreenCanvas(40, 40).getContext('2d', { willReadFrequently: true });
    let resizes = 0;
    let frame = 0;
    const faults = [];
    const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
    Object.defineProperty(canvas, 'width', {
      get: () => width.get.call(canvas),
      set: (value) => {
        resizes++;
        width.set.call(canvas, value);
      },
    });
    // Comes after the program's own observer in the same frame, when the canvas is about to be shown.
    const observer = new ResizeObserver(() => {
      if (!frame) return;
      const css = canvas.getBoundingClientRect().width;
      if (canvas.width !== Math.round(css * devicePixelRatio)) faults.push(`stretched at ${css}`);
      copy.drawImage(canvas, 0, 0, 40, 40);
      const pixels = copy.getImageData(0, 0, 40, 40).data;
      if (!pixels.some((value) => value > 0 && value < 255)) faults.push(`blank at ${css}`);
      if (resizes > frame) faults.push(`${resizes} resizes in ${frame} frames`);
    });
    observer.observe(canvas);
    for (frame = 1; frame <= 100; frame++) {
      element.style.width = `${800 + frame}px`;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
    observer.disconnect();
    return { faults, resizes, width: canvas.width };
  }, canvasOf);
  assert.deepEqual(result.faults, []);
  assert.equal(result.width, 900);
  assert.ok(result.resizes >= 95, `${result.resizes} resizes`);
  await close(page);
});

test('a lost context comes back by itself with the same picture and state', async () => {
  const page = await visit('/?view=mapa&edition=2024');
  await settle(page);
  const shot = async () => {
    await settle(page);
    return page.screenshot();
  };
  const start = await shot();
  for (let round = 0; round < 5; round++) {
    await page.evaluate(async ([expression, wait]) => {
      const lose = eval(expression).getContext('webgl2').getExtension('WEBGL_lose_context');
      lose.loseContext();
      await new Promise((resolve) => setTimeout(resolve, wait));
      lose.restoreContext();
    }, [canvasOf, round * 23]);
    await page.waitForTimeout(100);
    assert.ok((await shot()).equals(start), `round ${round}`);
  }
  assert.match(page.url(), /view=mapa&edition=2024/);
  await finish(page);
});

// Run in the page before anything else: loses the context at random moments, the same each time, and gives it back a
// little later, until as many were lost as window.allowed says.
function loseContexts() {
  // Park and Miller's generator.
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  window.losses = 0;
  window.allowed = 2;
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function get(...args) {
    const gl = getContext.apply(this, args);
    if (!gl || this.isWatched) return gl;
    this.isWatched = true;
    const lose = gl.getExtension('WEBGL_lose_context');
    window.contextIsThere = () => !gl.isContextLost();
    const step = () => {
      if (gl.isContextLost()) {
        lose.restoreContext();
      } else if (window.losses < window.allowed) {
        window.losses++;
        lose.loseContext();
      }
      setTimeout(step, random() * 120);
    };
    setTimeout(step, random() * 50);
    return gl;
  };
}

const lostAllOf = (page, count) => page.waitForFunction((allowed) => window.losses === allowed && window.contextIsThere(), count);

test('contexts lost at random moments, while it starts, drags, types and changes tabs: it ends as if nothing had been', async () => {
  const END = 'view=leaderboard&lang=es&q=llama';
  const go = async (page, query) => {
    await setState(page, query);
    await settle(page);
  };
  const visit = async (lossy) => {
    const page = await countedPage();
    if (lossy) await page.addInitScript(loseContexts);
    await openWhole(page, server.url + '/?view=mapa');
    if (lossy) await lostAllOf(page, 2);
    await settle(page);
    // Letters get their places in their texture now: later, the moments at which keys and losses come would order them.
    for (const view of ['panorama', 'charlas', 'proyectos']) await go(page, `view=${view}`);
    await go(page, END);
    await go(page, 'view=mapa');
    if (lossy) await page.evaluate(() => { window.allowed = 6; });
    await page.mouse.move(640, 400);
    await page.mouse.down();
    await page.mouse.move(700, 450, { steps: 8 });
    await page.mouse.up();
    for (const name of ['Panorama', 'Charlas', 'Proyectos', 'Mapa']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tabpanel', { name }).waitFor();
    }
    await page.getByRole('searchbox').click();
    await page.keyboard.type('llama');
    if (lossy) await lostAllOf(page, 6);
    await page.waitForURL(/q=llama/);
    await go(page, END);
    await page.getByRole('tabpanel', { name: 'Leaderboard' }).waitFor();
    await page.mouse.move(1279, 799);
    await settle(page);
    const image = decodePng(await page.screenshot());
    assert.deepEqual(page.problems.filter((text) => !/CONTEXT_LOST/.test(text)), []);
    await close(page);
    return image;
  };
  const { pixels, most } = difference(await visit(false), await visit(true));
  assert.ok(most <= 1, `the same picture, not one with ${pixels} other pixels, by up to ${most} of 255`);
});
