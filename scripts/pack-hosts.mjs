import { writeFileSync } from 'node:fs';
import { evaluate } from './evaluate.mjs';

/**
 * esbuild plugin: replaces `src/hosts/hosts.ts` by a list of hosts that have their id and their files at hand, which is
 * what a file is recognised by. The rest stands in a file beside the bundle, of which only the bytes of the hosts in
 * question become text: a run is about one or two of them, and they are a good part of the bundle.
 */
export const hostsBeside = (file) => ({
  name: 'packed-hosts',
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]hosts[\\/]hosts\.ts$/ }, async ({ path }) => {
      const { HOSTS } = await evaluate(path);
      const texts = HOSTS.map(({ id, files, ...rest }) => Buffer.from(JSON.stringify(rest)));
      writeFileSync(file, Buffer.concat(texts));
      let end = 0;
      const entries = HOSTS.map(({ id, files }, index) => {
        const from = end;
        end += texts[index].length;
        return `new PackedHost(${[id, files, from, end].map((value) => JSON.stringify(value)).join(', ')})`;
      });
      const members = new Set(HOSTS.flatMap(({ id, files, ...rest }) => Object.keys(rest)));
      const getters = [...members].map((name) => `get ${name}() { return this.facts.${name}; }`);
      return { loader: 'js', contents: sourceOf(`/${file.split('/').at(-1)}`, entries, getters) };
    });
  },
});

const sourceOf = (name, entries, getters) => `
import { readFileSync } from 'node:fs';
let bytes;
class PackedHost {
  constructor(id, files, from, to) {
    this.id = id;
    this.files = files;
    this.from = from;
    this.to = to;
  }
  get facts() {
    bytes ??= readFileSync(__dirname + ${JSON.stringify(name)});
    const facts = JSON.parse(bytes.toString('utf8', this.from, this.to));
    Object.defineProperty(this, 'facts', { value: facts });
    return facts;
  }
  ${getters.join('\n  ')}
}
export const HOSTS = [
  ${entries.join(',\n  ')},
];
`;
