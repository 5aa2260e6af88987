import { type Draft, serverEntry } from './draft.ts';
import { makeServers } from './host.ts';
import { encodeEach, join, type Marked, percentEncoded, type Span } from './marked.ts';
import type { Random } from './random.ts';
import { fields, isFields, isList, isText, jsonText, type Node } from './tree.ts';

/** The base64 text of `text`; labels cover the characters that hold something of them, and all of it is as good. */
export function base64Inner(text: Marked, safe: boolean): Marked {
  const coded = Buffer.from(text.text).toString(safe ? 'base64url' : 'base64');
  const bytesTo = (index: number): number => Buffer.byteLength(text.text.slice(0, index));
  const spans = text.spans.flatMap((span): Span[] => {
    const start = Math.floor((bytesTo(span.start) * 4) / 3);
    const end = Math.ceil((bytesTo(span.end) * 4) / 3);
    const layers = [...span.layers, 'base64' as const];
    return [
      { ...span, start, end, layers },
      ...(span.alternative ? [] : [{ ...span, start: 0, end: coded.length, layers, alternative: true }]),
    ];
  });
  return { text: coded, spans };
}

/** Texts only: a link holds one entry. */
function smallEntry(random: Random, draft: Draft): Node {
  const kept = serverEntry(draft, random).fields.filter(
    ([key, value]) =>
      ['type', 'command', 'args', 'env', 'url', 'headers'].includes(key) &&
      (isText(value) || isList(value) || isFields(value)),
  );
  return fields(...kept);
}

/** A link that has an editor add a server. */
export function installLink(random: Random): Marked {
  const [draft] = makeServers(random, 1, ['package', 'package', 'docker', 'remote']) as [Draft];
  const name = /^[\w-]+$/.test(draft.name) ? draft.name : 'tools';
  const entry = smallEntry(random, draft);
  const encoded = (): Marked => {
    const coded = base64Inner(jsonText(entry), random.chance(0.2));
    return random.chance(0.5) ? percentEncoded(coded) : coded;
  };
  const whole = jsonText(fields(['name', name], ...(isFields(entry) ? entry.fields : [])));
  return random
    .weighted([
      {
        weight: 8,
        link: () => join(`cursor://anysphere.cursor-deeplink/mcp/install?name=${name}&config=`, encoded()),
      },
      {
        weight: 6,
        link: () =>
          join(`https://cursor.com/${random.pick(['', 'en/'])}install-mcp?name=${name}&config=`, encoded()),
      },
      {
        weight: 6,
        link: () => join(`vscode${random.pick(['', '-insiders'])}:mcp/install?`, percentEncoded(whole)),
      },
      {
        weight: 6,
        link: () =>
          join(
            `https://${random.pick(['insiders.', ''])}vscode.dev/redirect/mcp/install?name=${name}&config=`,
            percentEncoded(jsonText(entry)),
          ),
      },
      {
        weight: 2,
        link: () =>
          join(
            'https://vscode.dev/redirect?url=vscode%3Amcp%2Finstall%3F',
            percentEncoded(percentEncoded(whole)),
          ),
      },
      { weight: 2, link: () => join(`lmstudio://add_mcp?name=${name}&config=`, encoded()) },
    ])
    .link();
}

/** A link as people put it into a text. */
export function writtenLink(random: Random): Marked {
  const link = installLink(random);
  const safe = encodeEach(link, 'percent', (char) => (char === '(' ? '%28' : char === ')' ? '%29' : char));
  const clean = /[()]/.test(link.text) ? safe : link;
  const badge = 'https://img.shields.io/badge/Install-MCP-0098FF?style=flat-square';
  return random.pick<() => Marked>([
    () => join(`[![Install MCP server](${badge})](`, clean, ')'),
    () => join('[Install](', clean, ')'),
    () => join('<a href="', clean, `"><img src="${badge}" alt="Install"></a>`),
    () => join('<', clean, '>'),
    () => join('[install]: ', clean),
  ])();
}
