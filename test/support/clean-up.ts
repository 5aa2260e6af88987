import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './cli.ts';

// Runs for every file of tests: modules that several files import are evaluated only once.
afterAll(removeTemporaryFolders);
