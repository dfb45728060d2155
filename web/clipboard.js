// The system clipboard, without any permission: reading only from the paste event, writing inside copy and
// cut events or right after a press.

const KEY_C = 22, KEY_V = 23, KEY_X = 24, CTRL = 2; // enum Key and kMod bits of platform.h
const PLAIN = 'text/plain';

const textOf = (element) => element.ariaLabel || element.innerText.trim().replace(/\s+/g, ' ');

// What copying ELEMENT of the mirror gives: the address of a link, a row as a line of a spreadsheet (all selected rows
// if it is one of them), else its name or figure.
function textToCopy(element) {
  const link = element.closest('a[href]');
  if (link) return link.href;
  const row = element.closest('[role=row]');
  if (!row) return textOf(element);
  const chosen = [...row.parentElement.querySelectorAll('[role=row][aria-current]')];
  return (chosen.includes(row) ? chosen : [row])
    .map((each) => [...each.querySelectorAll('[role=cell],[role$=header]')].map(textOf).join('\t')).join('\n');
}

export function clipboard(t, host) {
  let pasted = '';
  let copied = null; // text for the copy event that is being handled
  let inEvent = false;
  let pointer = null; // last event of it, for what it points at
  t.on('pointermove', (event) => {
    pointer = event;
  });

  // The focused element of the mirror, or the smallest one under the pointer.
  const subject = () => {
    const focused = t.stage.getRootNode().activeElement;
    if (focused !== t.canvas || !pointer) return focused;
    const { clientX: x, clientY: y } = pointer;
    let least = Infinity;
    let found = null;
    for (const element of t.stage.querySelectorAll('.mirror *')) {
      const { left, top, width, height } = element.getBoundingClientRect();
      const inside = left <= x && x < left + width && top <= y && y < top + height;
      if (inside && width * height < least && textOf(element)) {
        least = width * height;
        found = element;
      }
    }
    return found;
  };

  host.paste = () => pasted;
  host.copy = (...place) => {
    const text = t.textAt(...place);
    if (inEvent) {
      copied = text;
      return;
    }
    t.later(() => write(text));
  };

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
  const press = (key) => {
    t.call('key', key, true, false, CTRL);
    t.frames.now();
    t.call('key', key, false, false, 0);
  };

  const take = (event, key) => {
    if (copied === null) {
      if (!t.hasFocus()) return;
      inEvent = true;
      press(key);
      inEvent = false;
      // Not a text of the program's own: what the reader looks at, unless text of the page is selected.
      const element = copied === null && key === KEY_C && getSelection().isCollapsed && subject();
      if (element && element.localName !== 'input') copied = textToCopy(element);
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
