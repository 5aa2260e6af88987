import type { Field } from '../core/host.ts';
import { decodePart, isAccountOf, type KeptReference, locateKeptReferences } from '../core/kept-reference.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import { textsOfEntry } from './entry-texts.ts';
import type { ServerFacts } from './server-facts.ts';

/** A reference of an entry to what a vault of ours keeps. */
export interface KeptReferenceUse {
  readonly vault: KeptReference['vault'];
  readonly field: Field;
  readonly range: Range;
  readonly path: Path;
  /** A launcher of ours puts the value there. */
  readonly resolved: boolean;
  /** It was kept for another entry: whose, as raw text that is to be printed through `label`. */
  readonly keptFor?: { readonly host: string; readonly server: string };
}

/** Fields whose whole strings `mcp-lint exec` resolves. */
const RESOLVED: readonly Field[] = ['env', 'args'];
/** `mcp-lint headers`, `npx -y mcp-lint@1.2.0 headers`, `node '…/dist/cli.cjs' headers`. */
const PRINTS_HEADERS =
  /(?:\bmcp-lint(?:@[\w.^~-]{1,40})?(?:\.(?:cmd|exe))?|[/\\]dist[/\\]cli\.cjs)["']?\s{1,9}headers\s/;

/** The references of an entry to what vaults of ours keep, in the order of the document. */
export function keptReferences({ server, host, launch }: ServerFacts): KeptReferenceUse[] {
  const isLaunched = () => launch.wrappers.some(({ name }) => name === 'mcp-lint');
  return textsOfEntry(server).flatMap(({ field, text, path }) =>
    locateKeptReferences(text.reveal()).map(({ reference, start, end }): KeptReferenceUse => {
      const isWhole = end - start === text.length;
      return {
        vault: reference.vault,
        field,
        range: text.slice(start, end).range,
        path,
        resolved:
          field === 'helper' ? printsHeaders(text) : RESOLVED.includes(field) && isWhole && isLaunched(),
        ...(!isAccountOf(reference.account, host.id, server.name) && { keptFor: ownerOf(reference) }),
      };
    }),
  );
}

function printsHeaders(helper: LocatedText): boolean {
  return PRINTS_HEADERS.test(helper.reveal());
}

function ownerOf({ account }: KeptReference): { host: string; server: string } {
  const [host, server] = account.split('/').map(decodePart) as [string, string];
  return { host, server };
}
