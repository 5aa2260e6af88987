import { type Label, label } from '../core/label.ts';
import type { Option } from '../core/launch.ts';
import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import { containment, listens } from './listening.ts';
import type { ServerFacts } from './server-facts.ts';
import { isOff, isOn, readSettings, type Setting } from './settings.ts';

/** A setting that opens a local server to others. */
export interface OpenBind {
  /** It listens on every interface, its port is published on every interface, or it asks for no authentication. */
  readonly kind: 'all-interfaces' | 'published-port' | 'authentication-off';
  /** The variable or flag. */
  readonly name: Label;
  readonly range: Range;
  readonly path: Path;
}

/** Names of settings for the address that a server listens on; `DB_HOST` is one that it calls. */
const BIND =
  /^(?:(?:\w{1,40}_)?(?:BIND|LISTEN)(?:_(?:HOST|ADDR|ADDRESS|IP|INTERFACE|ON|TO))?|(?:(?:MCP|FASTMCP|SERVER|UVICORN|HTTP|SSE|WEB|GRADIO|FLASK)_)+(?:HOST|HOSTNAME|ADDR|ADDRESS|IP|INTERFACE)|(?:\w{1,40}_)?(?:MCP|MCP_SERVER|SERVER)_HOST|GRADIO_SERVER_NAME)$/;
/** Names that mean it in a flag, and in a variable only where the server is known to listen. */
const HOST = /^(?:HOST|HOSTNAME|ADDR|ADDRESS|IP|INTERFACE|SERVER_NAME)$/;
/** `0.0.0.0`, `[::]:8000`, `*`, `:8080`, `tcp://0.0.0.0:80`. */
const EVERY_INTERFACE = /^(?:(?:https?|tcp|ws):\/\/)?(?:0\.0\.0\.0|\[::\]|::|\*|(?=:\d))(?::\d{1,5})?\/?$/;

interface Switch {
  readonly key: RegExp;
  readonly when: 'on' | 'off' | RegExp;
  /** The name says so much that it counts even where nothing tells that the server listens. */
  readonly plain?: true;
}

// MCP Inspector (`DANGEROUSLY_OMIT_AUTH`), `--unsafe-disable-auth` of the specification's discussion, and what servers call theirs.
const UNAUTHENTICATED: readonly Switch[] = [
  {
    key: /^DANGEROUSLY_OMIT_AUTH$|^(?:UNSAFE|DANGEROUSLY|INSECURE)_(?:DISABLE|SKIP|NO|OMIT)_AUTH(?:ENTICATION)?$/,
    when: 'on',
    plain: true,
  },
  {
    key: /^(?:\w{1,40}_)?MCP(?:_SERVER|_HTTP)?_(?:AUTH(?:ENTICATION)?_DISABLED|(?:DISABLE|NO|SKIP)_AUTH(?:ENTICATION)?)$/,
    when: 'on',
    plain: true,
  },
  {
    key: /(?:^|_)(?:NO|DISABLE|SKIP|WITHOUT|OMIT)_AUTH(?:ENTICATION)?$|(?:^|_)AUTH(?:ENTICATION)?_DISABLED$|(?:^|_)(?:ALLOW_)?UNAUTHENTICATED(?:_ACCESS)?$|(?:^|_)ALLOW_ANONYMOUS(?:_ACCESS)?$/,
    when: 'on',
  },
  {
    key: /(?:^|_)AUTH(?:ENTICATION)?_(?:ENABLED|REQUIRED)$|(?:^|_)(?:ENABLE|REQUIRE)_AUTH(?:ENTICATION)?$/,
    when: 'off',
  },
  {
    key: /^(?:(?:MCP|SERVER|HTTP|MCP_SERVER)_)?AUTH(?:_MODE|_TYPE|_METHOD|_PROVIDER)?$/,
    when: /^(?:none|off|disabled|noauth|no-auth)$/,
  },
];

/** The settings of an entry that let others on the network, or any program, use its server. */
export function openBinds(facts: Pick<ServerFacts, 'server' | 'launch'>): readonly OpenBind[] {
  const { server, launch } = facts;
  if (server.words.length === 0) return [];
  const settings = readSettings(facts).filter(({ source }) => source !== 'member');
  const contained = containment(facts);
  const published = (launch.container ?? []).filter(publishesEverywhere);
  const listening = listens(settings);
  if (listening === false && published.length === 0) return [];
  // What listens inside a container is reached by what is published, and by nothing else.
  const closed = contained === 'own-network' && published.length === 0;
  const binds =
    contained === 'own-network' ? [] : settings.filter((one) => bindsEverywhere(one, listening === true));
  const reachable = listening === true || binds.length > 0 || published.length > 0;
  const open = closed ? [] : settings.filter((one) => isUnauthenticated(one, reachable));
  return [
    ...published.map(
      ({ name, range, path }) => ({ kind: 'published-port', name: label(name), range, path }) as const,
    ),
    ...binds.map((one) => place('all-interfaces', one)),
    ...open.map((one) => place('authentication-off', one)),
  ];
}

function bindsEverywhere({ source, key, value, next = '' }: Setting, listening: boolean): boolean {
  const address = value ?? next;
  if (!/0\.0\.0\.0|::|\*|:\d/.test(address) || !EVERY_INTERFACE.test(address)) return false;
  return BIND.test(key) || (HOST.test(key) && (source === 'flag' || listening));
}

function isUnauthenticated(setting: Setting, reachable: boolean): boolean {
  // A part of every name that a row has.
  if (!/AUTH|ANONYMOUS/.test(setting.key)) return false;
  const row = UNAUTHENTICATED.find(({ key }) => key.test(setting.key));
  if (!row || !(row.plain || reachable)) return false;
  if (row.when === 'on') return isOn(setting);
  return row.when === 'off' ? isOff(setting) : row.when.test(setting.value ?? setting.next ?? '');
}

/** `-p 8000:8000` and `-P`; `-p 127.0.0.1:8000:8000` stays on this machine. */
function publishesEverywhere({ name, value }: Option): boolean {
  if (name === '-P' || name === '--publish-all') return true;
  if (name !== '-p' && name !== '--publish') return false;
  const text = value && value.length <= 256 ? value.reveal() : '';
  if (!/^[\w.:[\]${}/*-]+$/.test(text)) return false;
  // References hold colons of their own.
  const plain = text.replace(/\$\{[^{}]{0,200}\}/g, '0').replace(/\/(?:tcp|udp|sctp)$/, '');
  const address = /^(.*):[^:]*:[^:]*$/.exec(plain)?.[1];
  return address === undefined
    ? /^[\d-]+(?::[\d-]+)?$/.test(plain)
    : /^(?:0\.0\.0\.0|\[::\]|::|\*)?$/.test(address);
}

function place(kind: OpenBind['kind'], { written, range, path }: Setting): OpenBind {
  return { kind, name: label(written), range, path };
}
