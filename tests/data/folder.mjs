// The data folder that the tests read, opened: its files, its schemas, a validator.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFolder } from './open_folder.mjs';

export const DATA = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../data');
export const { read, manifest, schemaNames, ajv, schemaOf, schemas, schemaFaults } = openFolder(DATA);
