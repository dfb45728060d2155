// The system clipboard, without any permission: reading only from the paste event, writing inside copy and
// cut events or right after a press.
/** @import { Host, Instance } from './types.js' */

const KEY_C = 22, KEY_V = 23, KEY_X = 24, CTRL = 2; // enum Key and kMod bits of platform.h
const PLAIN = 'text/plain';

/**
 * @param {Instance} t
 * @param {Host} host
 */
export function clipboard(t, host) {
  let pasted = '';
  /** @type {string | null} */
  let copied = null; // text for the copy event that is being handled
  let inEvent = false;

  host.paste = () => pasted;
  host.copy = (...place) => {
    const text = t.textAt(...place);
    if (inEvent) {
      copied = text;
      return;
    }
    t.later(() => write(text));
  };

  /** @param {string} text */
  async function write(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No clipboard object on plain http: a copy command makes the event that carries the text.
      copied = text;
      document.execCommand('copy');
      copied = null;
    }
  }

  // The program learns of it as of the keys, and answers within the frame.
  /** @param {number} key */
  const press = (key) => {
    t.call('key', key, true, false, CTRL);
    t.frames.now();
    t.call('key', key, false, false, 0);
  };

  /** @type {(event: ClipboardEvent & { clipboardData: DataTransfer }, key: number) => void} */
  const take = (event, key) => {
    if (copied === null) {
      if (!t.hasFocus()) return;
      inEvent = true;
      press(key);
      inEvent = false;
    }
    if (copied !== null) {
      event.clipboardData.setData(PLAIN, copied);
      event.preventDefault();
      copied = null;
    }
  };

  // On the document: without a selection the events go to the body, not to the focused canvas.
  t.listen(document, 'copy', (event) => take(event, KEY_C));
  t.listen(document, 'cut', (event) => take(event, KEY_X));
  t.listen(document, 'paste', (event) => {
    if (!t.hasFocus() || !t.textField.active()) return;
    pasted = event.clipboardData.getData(PLAIN);
    event.preventDefault();
    press(KEY_V);
    pasted = '';
  });
}
