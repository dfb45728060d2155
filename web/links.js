// What leaves the page: opened links, the share sheet, and downloads.
/** @import { Host, Instance } from './types.js' */

/** @param {string} url */
const isWeb = (url) => /^https?:\/\//i.test(url);

/**
 * @param {Instance} t
 * @param {Host} host
 */
export function links({ canvas, options, m, later, textAt }, host) {
  /** @type {(name: string, blob: Blob) => void} */
  const give = (name, blob) => {
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(blob);
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
  };
  /** @param {string} query */
  const address = (query) => options.page + (query && '?' + query);

  host.link = (...query) => address(textAt(...query));
  host.open = (...text) => {
    const url = textAt(...text);
    if (isWeb(url)) later(() => window.open(url, '_blank', 'noopener'));
  };
  host.can_share = () => Boolean(navigator.share);
  host.share = (at, length, ...query) => {
    const title = textAt(at, length);
    const url = address(textAt(...query));
    later(() => navigator.share({ title, url }).catch(() => {})); // the reader closed the sheet
  };
  host.save = (nameAt, nameLength, typeAt, typeLength, at, length) => {
    const name = textAt(nameAt, nameLength);
    const file = new Blob([m.u8.slice(at, at + length)], { type: textAt(typeAt, typeLength) });
    later(() => give(name, file));
  };
  host.picture = (nameAt, nameLength, x, y, w, h) => {
    const name = textAt(nameAt, nameLength);
    // Without preserveDrawingBuffer the drawn frame can be read only until this task ends.
    later(() => {
      const part = Object.assign(document.createElement('canvas'), { width: w, height: h });
      /** @type {CanvasRenderingContext2D} */ (part.getContext('2d')).drawImage(canvas, -x, -y);
      part.toBlob((blob) => give(name, /** @type {Blob} */ (blob)));
    });
  };
}
