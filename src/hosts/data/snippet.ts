import type { Host } from '../../core/host.ts';
import { GENERIC } from './generic.ts';

/** A config that a text shows to its readers: nobody knows which host it is for. */
export const SNIPPET: Host = {
  ...GENERIC,
  id: 'snippet',
  title: 'MCP config in a text',
  files: [],
  environments: [],
  inputs: [],
  dedicated: false,
  advice: {
    env: 'Write a placeholder such as "<your-api-key>" in its place and tell readers where to keep the value.',
    headers:
      'Write a placeholder such as "<your-api-key>" in its place and tell readers where to keep the value.',
    args: 'Write a placeholder such as "<your-api-key>" in its place and tell readers where to keep the value.',
    url: 'Write a placeholder such as "<your-api-key>" in its place and tell readers where to keep the value.',
    other:
      'Write a placeholder such as "<your-api-key>" in its place and tell readers where to keep the value.',
  },
};
