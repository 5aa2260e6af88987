/** An element of an XML document; text beside elements is joined. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** XML 1.0, production 2. */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Reads as much of XML as reports are written in; throws for what is not well-formed. */
export function parseXml(source: string): Element {
  if (!CHARACTERS.test(source)) throw new Error('a character that XML cannot have');
  const tokens =
    source.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '').match(/<[^<>]*>|[^<>]+/g) ?? [];
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open: { name: string; children: Element[]; text: string }[] = [root];
  for (const token of tokens) {
    const [, close, name = '', attributes = '', empty] =
      /^<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>$/.exec(token) ?? [];
    const parent = open.at(-1)!;
    if (name === '') {
      if (/[<>]/.test(token)) throw new Error('a tag that is none');
      parent.text += decode(token);
    } else if (close) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes another element`);
    } else {
      const element = { name, attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1 || root.text.trim() !== '')
    throw new Error('no single root');
  return root.children[0]!;
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, decode(value!)]),
  );
}

function decode(text: string): string {
  return text.replace(/&([^;&]*);?/g, (found, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined || !found.endsWith(';')) throw new Error('an entity that is none');
    return character;
  });
}
