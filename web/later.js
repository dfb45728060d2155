// What nobody needs before the first picture is there, and so is loaded only then: see instance.js.
export { copying } from './copying.js';
export { tabulate } from './mirror_table.js';
