import type { Path, Server, Word } from '../core/model.ts';
import { contains } from '../core/range.ts';
import type { Value } from '../core/value.ts';
import { HOSTS } from '../hosts/hosts.ts';
import { partsToKeep, withGeneric } from '../hosts/reading.ts';
import { hostsForPath } from '../hosts/recognise.ts';
import { type LintedDocument, lintDocument, NOWHERE } from '../lint-document.ts';
import { parse } from '../parsers/parse.ts';
import type { FilePlan } from './fix-plan.ts';
import { isCode } from './in-code.ts';
import { pathKey } from './transaction-anchor.ts';

/** Shorter texts turn up in any other. */
const TELLING = 8;

/**
 * Whether the new text of a file is what its plan meant: it parses, has the same servers with the same command lines behind
 * what was put in front of them, and none of the credentials that moved.
 */
export function accepts(file: FilePlan, bytes: Buffer): boolean {
  const after = readAgain(file.document, bytes);
  return after !== undefined && keepsServers(file, after) && holdsNothingMoved(file, after);
}

function readAgain({ document, host }: LintedDocument, bytes: Buffer): LintedDocument | undefined {
  const { path, absolute } = document;
  const byPath = hostsForPath(absolute);
  const hosts = withGeneric(byPath)[0] === host ? byPath : HOSTS.filter(({ id }) => id === host.id);
  const { root, problem, ...parsed } = parse({ path, absolute, bytes }, partsToKeep(hosts));
  if (!root || problem) return undefined;
  return lintDocument({ root, ...parsed }, withGeneric(hosts), [], NOWHERE);
}

function keepsServers({ document, moves }: FilePlan, after: LintedDocument): boolean {
  if (document.servers.length !== after.servers.length) return false;
  const holders = moves.map(({ credential }) => credential.holder.range);
  const parts = isCode(document) ? moves.map(({ credential }) => credential.part.reveal()) : [];
  const isMoved = ({ text }: Word) =>
    // A host may split one string into words, and code puts them together from anywhere.
    holders.some((holder) => contains(holder, text.range)) ||
    parts.some((part) => text.reveal().includes(part));
  const others = byPath(after);
  return document.servers.every(({ server }) => {
    const other = others.get(pathKey(server.path))?.shift();
    if (!other) return false;
    const before = server.words;
    const now = other.words;
    const front = now.length - before.length;
    return before.every((word, at) => isMoved(word) || now[front + at]?.text.equals(word.text) === true);
  });
}

/** Those of one path in their order: a member that goes may have been what made an entry the first one. */
function byPath({ servers }: LintedDocument): Map<string, Server[]> {
  const found = new Map<string, Server[]>();
  for (const { server } of servers) {
    const key = pathKey(server.path);
    const others = found.get(key);
    if (others) others.push(server);
    else found.set(key, [server]);
  }
  return found;
}

/** Neither where they stood nor, but for what was elsewhere before, anywhere. */
function holdsNothingMoved({ document, moves }: FilePlan, after: LintedDocument): boolean {
  const before = document.document.text.reveal();
  const now = after.document.text.reveal();
  const gone = new Map<string, Set<number>>();
  const standing = new Map<string, readonly string[]>();
  for (const { credential } of moves) {
    const { path, part, holder } = credential;
    const moved = part.reveal();
    const key = JSON.stringify(path);
    const texts = standing.get(key) ?? textsAt(after.root, path);
    standing.set(key, texts);
    if (moved.length < TELLING) {
      if (texts.includes(holder.text.reveal())) return false;
      continue;
    }
    if (texts.some((text) => text.includes(moved))) return false;
    const { start, end } = part.range;
    const written = before.slice(start, end);
    gone.set(written, (gone.get(written) ?? new Set()).add(start));
  }
  const had = countAll([...gone.keys()], before);
  const has = countAll([...gone.keys()], now);
  return [...gone].every(
    ([written, places]) => (has.get(written) ?? 0) <= (had.get(written) ?? 0) - places.size,
  );
}

/** How often each text stands in another, found in one walk. */
function countAll(texts: readonly string[], inside: string): Map<string, number> {
  const byStart = new Map<string, string[]>();
  for (const text of texts) {
    const start = text.slice(0, TELLING);
    const others = byStart.get(start);
    if (others) others.push(text);
    else byStart.set(start, [text]);
  }
  const counts = new Map<string, number>();
  for (let at = 0; at + TELLING <= inside.length && texts.length > 0; at++) {
    for (const text of byStart.get(inside.slice(at, at + TELLING)) ?? [])
      if (inside.startsWith(text, at)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** The strings at a path; more than one where a key stands twice. */
function textsAt(root: Value, path: Path): string[] {
  let values: readonly Value[] = [root];
  for (const step of path) {
    values = values.flatMap((value) => {
      if (value.kind === 'mapping')
        return value.entries.flatMap(({ key, value: member }) => (key.reveal() === step ? [member] : []));
      const item = value.kind === 'sequence' && typeof step === 'number' ? value.items[step] : undefined;
      return item ? [item] : [];
    });
  }
  return values.flatMap((value) => (value.kind === 'scalar' ? [value.text.reveal()] : []));
}
