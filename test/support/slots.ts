import type { Host } from '../../src/core/host.ts';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Slot } from '../../src/core/model.ts';
import { parseJsonc } from '../../src/parsers/jsonc.ts';
import { readConfiguration } from '../../src/slots/configuration.ts';

/** A host that reads `mcpServers` and nothing special. */
export const PLAIN_HOST: Host = {
  id: 'plain',
  title: 'Plain',
  files: [],
  servers: ['mcpServers', 'projects.*.mcpServers'],
  environments: ['env'],
  inputs: ['inputs'],
  dedicated: true,
  interpolation: [],
  advice: { env: '', headers: '', args: '', url: '', other: '' },
  shared: false,
  docs: '',
  source: '',
  checked: '',
};

/** All slots of a config text, servers' and others', with what each range cuts from the text. */
export function slotsOfText(text: string): (Slot & { readonly written: string })[] {
  const { root } = parseJsonc(new LocatedText(text, 0));
  const { servers, slots } = readConfiguration(root!, [PLAIN_HOST]);
  return [...servers.flatMap((server) => server.slots), ...slots].map((slot) => ({
    ...slot,
    written: text.slice(slot.value.range.start, slot.value.range.end),
  }));
}

/** The slots of one server entry. */
export function slotsOfServer(entry: object): ReturnType<typeof slotsOfText> {
  return slotsOfText(JSON.stringify({ mcpServers: { server: entry } }));
}
