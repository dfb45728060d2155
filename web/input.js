// All between the reader and a running program: pointer, wheel, keys, text, clipboard, and the mirror for
// assistive technology. A file of its own, because the first picture does not wait for it.
import { clipboard } from './clipboard.js';
import { keys } from './keys.js';
import { mirror } from './mirror.js';
import { pointers } from './pointer.js';
import { textField } from './text.js';
import { wheel } from './wheel.js';

// T and HOST as in instance.js.
export function attach(t, host) {
  t.mirror = mirror(t);
  t.textField = textField(t);
  clipboard(t, host);
  pointers(t);
  wheel(t);
  keys(t);
}
