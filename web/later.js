// What nobody needs before the first picture is there, and so is loaded only then: see instance.js.
import { copying as copy } from './copying.js';
import { systemColours } from './system_colours.js';
export { tabulate } from './mirror_table.js';

export function copying(t) {
  copy(t);
  systemColours(t);
}
