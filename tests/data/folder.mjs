// The frozen data folder that the tests read, opened: its files, its schemas, a validator.
import { DATA } from '../fixtures/frozen.mjs';
import { openFolder } from './open_folder.mjs';

export { DATA };
export const { read, manifest, schemaNames, ajv, schemaOf, schemas, schemaFaults } = openFolder(DATA);
