import { label } from '../../core/label.ts';
import { formatById } from '../../credentials/known-issuers.ts';
import { localUseOf } from '../../servers/local-use.ts';
import type { ServerFacts } from '../../servers/server-facts.ts';
import { handoverOf } from '../destinations/handover.ts';
import { isCode, ONLY_VARIABLES } from '../in-code.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { launcherLength } from '../our-launcher.ts';

const LOCAL_KINDS = /private key|seed phrase|signing secret|webhook|connection string|dsn|secret access key/i;
/** Handed over once, in the body of a request, for a token that the server then holds. */
const EXCHANGED = /CLIENT_?SECRET|REFRESH_?TOKEN|PASSPHRASE|WEBHOOK/i;
/** Their versions of some months looked at the beginning of the value before they did anything with it. */
const LOOKS_AT_ITS_SHAPE: readonly string[] = ['@sentry/mcp-server'];

/** Why no broker can put a credential into the requests of its server, as a clause; nothing when one may. */
export function declinesForBrokers(
  broker: string,
  credential: InlineCredential,
  entry: FixEntry,
): string | undefined {
  const { facts, document } = entry;
  const { host, server } = facts;
  if (isCode(document)) return ONLY_VARIABLES;
  if (server.words.length === 0)
    return `${broker} works for programs that it starts, and the host itself calls this server`;
  if (host.isolated)
    return `${host.title} starts the server in a container, which takes no proxy of this machine`;
  if (host.distributed) return `the file is there for other machines, where ${broker} may not be`;
  return againstStart(broker, facts) ?? againstCredential(credential, entry);
}

function againstStart(broker: string, { launch, server }: ServerFacts): string | undefined {
  const has = (kind: string) => launch.wrappers.some((wrapper) => wrapper.kind === kind);
  if (has('container')) return 'a container takes no proxy from the environment around it';
  if (has('remote-shell')) return 'the server runs on another machine';
  if (launch.endpoint)
    return 'a bridge hands it to a remote server: a broker is for APIs that the server itself calls';
  const other = launch.wrappers.find(({ kind, name }) => kind === 'broker' && name !== broker);
  if (other) return `another broker (${other.name}) starts the server`;
  if (launcherLength(server.words.map(({ text }) => text.reveal())) > 0)
    return 'mcp-lint gives the other secrets of this server to a start without a proxy only';
  const name = launch.package?.name;
  return name !== undefined && LOOKS_AT_ITS_SHAPE.includes(name)
    ? `${label(name)} looks at the form of the value when it starts, and a placeholder has another one`
    : undefined;
}

function againstCredential(credential: InlineCredential, entry: FixEntry): string | undefined {
  const { slot, verdict } = credential.slot;
  const handover = handoverOf(credential, entry);
  if (handover.kind === 'none') return handover.reason;
  if (handover.kind !== 'variable') return 'it is an argument: a broker is for servers that read a variable';
  const use = localUseOf(slot);
  if (use === 'database') return 'it opens a database or another connection that is no HTTPS request';
  const kind =
    verdict.kind === 'literal' && verdict.format ? formatById(verdict.format)?.format.kind : undefined;
  if (use === 'signing' || (kind !== undefined && LOCAL_KINDS.test(kind)))
    return 'the server works with it on this machine, and does not only send it';
  if (EXCHANGED.test(credential.name)) return 'it is not what requests to the API carry';
  return slot.kind === 'env' ? undefined : 'it is a part of a longer value';
}
