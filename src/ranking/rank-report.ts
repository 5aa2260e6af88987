import type { Host, HostFile } from '../core/host.ts';
import { type Label, label } from '../core/label.ts';
import type { Transport } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Problem, Region } from '../core/report.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { approachOf } from './approach-of.ts';
import { APPROACHES, type Approach, type ApproachId, CRITERIA, SOURCE } from './approaches.ts';
import type { State } from './held.ts';
import { readHeld } from './held.ts';
import { rankOf, titleOf } from './names.ts';
import { type Recommendation, recommend } from './recommend.ts';
import { verdictOn } from './verdict.ts';

/** One server and its place in the ranking. */
export interface RankedServer {
  readonly name: Label;
  readonly file: string;
  readonly host: string;
  readonly scope?: Label;
  readonly region: Region;
  readonly transport: Transport;
  /** Absent when nothing can be said. */
  readonly approach?: {
    /** One, or those that a config cannot tell apart, the least secure first. */
    readonly ids: readonly ApproachId[];
    /** `6`, `3 or 2`, `4 to 2`. */
    readonly rank: string;
    readonly title: string;
    /** How the credential is handed over. */
    readonly state?: State;
    readonly evidence: readonly string[];
  };
  /** Why nothing can be said. */
  readonly unknown?: string;
  readonly recommendation?: Recommendation;
}

export interface RankedFile {
  readonly path: string;
  readonly host?: string;
  readonly servers: number;
  /** The file in a sentence; absent when it has no servers. */
  readonly verdict?: string;
  readonly problem?: Problem;
}

/** Everything that `rank` found: plain data without a secret in it. */
export interface RankReport {
  readonly version: 1;
  readonly tool: { readonly name: 'mcp-lint'; readonly version: string };
  readonly summary: {
    readonly files: number;
    readonly servers: number;
    readonly unknown: number;
    readonly problems: number;
  };
  /** Whose ranking it is. */
  readonly source: typeof SOURCE;
  readonly criteria: typeof CRITERIA;
  readonly approaches: readonly Approach[];
  readonly servers: readonly RankedServer[];
  readonly files: readonly RankedFile[];
}

/** A file as it was read, as far as the ranking looks at it. */
export interface ReadFile {
  readonly path: string;
  readonly linted?: {
    readonly host: Host;
    readonly scope: HostFile['scope'];
    readonly servers: readonly ServerFacts[];
    regionOf(range: Range): Region;
  };
  readonly problem?: Problem;
}

/** Ranks every server of the files that were read. */
export function buildRankReport(files: readonly ReadFile[], version: string): RankReport {
  const ranked = files.map((file) => ({ file, servers: rankFile(file) }));
  const servers = ranked.flatMap((one) => one.servers);
  return {
    version: 1,
    tool: { name: 'mcp-lint', version },
    summary: {
      files: files.length,
      servers: servers.length,
      unknown: servers.filter(({ approach }) => approach === undefined).length,
      problems: files.filter(({ problem }) => problem).length,
    },
    source: SOURCE,
    criteria: CRITERIA,
    approaches: APPROACHES,
    servers,
    files: ranked.map(({ file: { path, linted, problem }, servers: own }) => {
      const verdict = verdictOn(own);
      return {
        path,
        ...(linted && { host: linted.host.id }),
        servers: own.length,
        ...(verdict !== undefined && { verdict }),
        ...(problem && { problem }),
      };
    }),
  };
}

function rankFile({ path, linted }: ReadFile): RankedServer[] {
  if (!linted) return [];
  const { host, scope, regionOf } = linted;
  // What a text shows to its readers authenticates nobody.
  const servers = linted.servers.filter((facts) => !facts.host.documentation);
  return servers.map((facts) => {
    const held = readHeld(facts);
    const ranked = approachOf(facts, held);
    const recommendation = recommend(facts, ranked, { beside: servers, scope, held });
    return {
      name: label(facts.server.name),
      file: path,
      host: host.id,
      ...(facts.server.scope !== undefined && { scope: label(facts.server.scope) }),
      region: regionOf(facts.server.range),
      transport: facts.server.transport,
      ...(ranked.kind === 'unknown'
        ? { unknown: ranked.because }
        : {
            approach: {
              ids: ranked.approaches,
              rank: rankOf(ranked.approaches),
              title: titleOf(ranked.approaches),
              ...(ranked.state && { state: ranked.state }),
              evidence: ranked.evidence,
            },
          }),
      ...(recommendation && { recommendation }),
    };
  });
}
