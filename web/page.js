// The product's own page: the address bar follows the state, or, in a frame, messages do.
import { followHistory } from './history.js';
import { followMessages } from './messages.js';

const element = document.querySelector('somosnlp-tablero');
if (parent === window) followHistory(element);
else followMessages(element);
