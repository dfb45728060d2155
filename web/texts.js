// Texts as the program draws them, repeated with the browser's own letters at the same places.
/** @import { Instance } from './types.js' */
import { TextRecord, TextRecordWords } from './abi.js';

/**
 * A text as drawn, in CSS pixels of the canvas; wrap: width of its lines, 0 if it has one; clip: left, top, right,
 * bottom; node: that of the mirror which it is drawn in, 0 if that is not known.
 * @typedef {{ text: string, x: number, y: number, size: number, wrap: number, strong: boolean, clip: number[], node: number }} Drawn
 */

const family = 'Tablero' + BUILD.FONTS;
const FONTS_AGAIN = 5e3; // milliseconds

// The program's own fonts, loaded once per page. Made from bytes, not from a URL, which a Content-Security-Policy
// (font-src) might block. What does not come is asked for again when the mouse moves after `FONTS_AGAIN`.
/** @type {Record<number, Promise<unknown> | null>} */
const fonts = {};
/** @param {Instance['bytes']} bytes */
export function loadFonts(bytes) {
  return Promise.all([400, 600].map((weight) => {
    const again = fonts[weight] === null;
    return fonts[weight] ??= bytes(`fonts/inter-${weight}.otf`, again).then(async (content) => {
      document.fonts.add(await new FontFace(family, content, { weight: String(weight) }).load());
    }).catch(() => {
      setTimeout(() => {
        fonts[weight] = null;
      }, FONTS_AGAIN);
    });
  }));
}

/** @type {Record<number, number>} */
const lines = {}; // line height of a weight for a font of 1 px, once its font is there

// No canvas is kept: each holds a context, of which a page has few.
/** @param {number} weight */
function lineOf(weight) {
  if (lines[weight]) return lines[weight];
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  pen.font = `${weight} 100px '${family}',sans-serif`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText('x');
  const line = (fontBoundingBoxAscent + fontBoundingBoxDescent) / 100;
  if (document.fonts.check(pen.font)) lines[weight] = line;
  return line;
}

// The CSS font in which the text has the size that it was drawn in.
/** @type {(drawn: Pick<Drawn, 'size' | 'strong'>) => string} */
export function fontOf({ size, strong }) {
  const weight = strong ? 600 : 400;
  return `${weight} ${size / lineOf(weight)}px/${size}px '${family}',sans-serif`;
}

// The list of TextRecord at an address of the module.
/** @type {(t: Instance, at: number) => Drawn[]} */
export function textsAt(t, at) {
  const { buffer } = t.m.u8;
  /** @type {Drawn[]} */
  const found = [];
  for (;;) {
    const words = new Uint32Array(buffer, at, TextRecordWords);
    const length = words[TextRecord.length];
    if (!length) return found;
    const floats = new Float32Array(buffer, at, TextRecordWords);
    at += 4 * TextRecordWords;
    found.push({
      text: t.textAt(at, length),
      x: floats[TextRecord.x],
      y: floats[TextRecord.y],
      size: floats[TextRecord.size],
      wrap: floats[TextRecord.wrap],
      clip: [floats[TextRecord.left], floats[TextRecord.top], floats[TextRecord.right], floats[TextRecord.bottom]],
      strong: words[TextRecord.strong] > 0,
      node: words[TextRecord.node],
    });
    at += (length + 3) & ~3;
  }
}
