// Types of SomosTablero.vue.
import type { DefineComponent } from 'vue';
import type { TableroState } from './index.js';

/** The keys of a link, and where the element comes from. */
export interface SomosTableroProps extends TableroState {
  /** Folder of the build, with a slash at its end. */
  src: string;
  /** Any further state, as in a link; a key that is a prop of its own counts there. */
  query?: string;
}

// Not an interface: Vue asks for an index signature.
export type SomosTableroEmits = {
  ready(): void;
  statechange(query: string): void;
  error(message: string): void;
};

/** Its slot stands there until the first picture is drawn. */
declare const SomosTablero: DefineComponent<SomosTableroProps, {}, {}, {}, {}, {}, {}, SomosTableroEmits>;
export default SomosTablero;
