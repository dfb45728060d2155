// The system clipboard, without asking for a permission: it is read only in the paste event and written in copy and cut
// events or right after a press (user activation).
/** @import { Host, Instance } from './types.js' */
import { Key, kModCtrl } from './abi.js';

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
      // Without a secure context (plain http) there is no navigator.clipboard
      // (https://developer.mozilla.org/en-US/docs/Web/API/Clipboard): execCommand('copy') fires the event that carries
      // the text.
      copied = text;
      document.execCommand('copy');
      copied = null;
    }
  }

  // The program sees it as the key press and answers within the frame.
  /** @param {Key} key */
  const press = (key) => {
    t.call('key', key, true, false, kModCtrl);
    t.frames.now();
    t.call('key', key, false, false, 0);
  };

  /** @type {(event: ClipboardEvent & { clipboardData: DataTransfer }, key: Key) => void} */
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
  t.listen(document, 'copy', (event) => take(event, Key.kC));
  t.listen(document, 'cut', (event) => take(event, Key.kX));
  t.listen(document, 'paste', (event) => {
    if (!t.hasFocus() || !t.textField.active()) return;
    pasted = event.clipboardData.getData(PLAIN);
    event.preventDefault();
    press(Key.kV);
    pasted = '';
  });
}
