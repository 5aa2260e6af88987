import type { Hit } from './peer.ts';

interface Finding {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly file: string;
  readonly line?: number;
  readonly fix?: { readonly before?: string };
}

/** In the category of secrets, but about something else: files that are named, addresses, packed text. */
const OTHERS = /^(?:mcp-sensitive-file|secrets-hardcoded-ip|secrets-base64-obfuscation)/;
/** About secrets, but in another category. */
const PLUGINS = /^Plugin MCP server ".*" ships a literal credential/;

/** What AgentShield says about credentials, of all that it says about a project. */
export function shieldHits(output: string, read: (file: string) => string): Hit[] {
  const { findings } = JSON.parse(output) as { findings: Finding[] };
  return findings
    .filter(({ id, category, title }) => (category === 'secrets' ? !OTHERS.test(id) : PLUGINS.test(title)))
    .map((finding) => ({
      file: finding.file,
      first: finding.line ?? lineOf(finding, read(finding.file)),
      ...(finding.fix?.before !== undefined && { text: finding.fix.before }),
    }));
}

/** Some findings have no line, but name a server and a variable or show a text: where these stand, else 1. */
function lineOf({ title, fix }: Finding, text: string): number {
  const server = /server "([^"]+)"/.exec(title)?.[1];
  const from = server === undefined ? 0 : Math.max(0, text.indexOf(server));
  const variable = /: (\S+)$/.exec(title)?.[1];
  const at = text.indexOf(variable ?? fix?.before ?? '', from);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
