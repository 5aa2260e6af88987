/** A way to write "the value is elsewhere". Who expands it is a fact of each host; that it is no credential is one of ours. */
export interface ReferenceSyntax {
  readonly id: string;
  /** Lower-case texts, one of which is in every such reference: a pattern costs more than a look for them. */
  readonly marks: readonly string[];
  /** One reference, anywhere in a text; bounded, so that hostile text costs linear time. */
  readonly pattern: RegExp;
  /** Passwords may hold such text by chance. */
  readonly ambiguous?: boolean;
}

// hosts.md (0) lists the dialects of hosts; vault addresses come from the documentation of 1Password, HashiCorp Vault,
// Doppler, Infisical, Bitwarden, pass, Kubernetes, AWS, GCP and Azure. Checked 2026-11-23.
const EMBEDDED: readonly ReferenceSyntax[] = [
  { id: '${{…}}', marks: ['${{'], pattern: /\$\{\{[^{}]{1,200}\}\}/g },
  { id: '{{…}}', marks: ['{{'], pattern: /\{\{[^{}]{1,200}\}\}/g },
  { id: '${…}', marks: ['${'], pattern: /\$\{[^{}]{0,200}\}/g },
  {
    id: '{env:…}',
    marks: ['{env:', '{file:', '{input:', '{secret:', '{vault:', '{keychain:'],
    pattern: /\{(?:env|file|input|secret|vault|keychain):[^{}]{1,200}\}/g,
  },
  { id: '<%…%>', marks: ['<%'], pattern: /<%[^%]{1,200}%>/g },
  { id: '$(…)', marks: ['$('], pattern: /\$\([^()]{1,200}\)/g },
  { id: '`…`', marks: ['`'], ambiguous: true, pattern: /`[^`\n]{1,200}`/g },
  { id: '%VAR%', marks: ['%'], ambiguous: true, pattern: /%[A-Za-z_][A-Za-z0-9_]{1,60}%/g },
  { id: '$env:VAR', marks: ['$env:'], pattern: /\$env:[A-Za-z_][A-Za-z0-9_]{0,60}/gi },
  { id: '$VAR', marks: ['$'], ambiguous: true, pattern: /\$[A-Z_][A-Z0-9_]{1,60}(?![A-Za-z0-9_])/g },
  { id: '[[…]]', marks: ['[['], pattern: /\[\[[^[\]]{1,200}\]\]/g },
  { id: '{VAR}', marks: ['{'], ambiguous: true, pattern: /\{[A-Za-z_][A-Za-z0-9_. -]{0,60}\}/g },
];

const WHOLE: readonly ReferenceSyntax[] = [
  { id: 'op://', marks: ['op://'], pattern: /^op:\/\/\S/ },
  {
    id: 'vault address',
    marks: [':'],
    pattern:
      /^(?:keychain|keyring|vault|secret|secrets|secretref|doppler|infisical|bws?|bitwarden|pass|gopass|lastpass|dashlane|kms|akv|azure-keyvault|aws-secretsmanager|awssecret|aws-?sm|ssm|gcp-?sm|azure-kv|gcp-secretmanager|gsm|sops|chamber|conjur|teller|mcpguard|mcpm|authsome|agent-vault|onecli|k8s|kube|env|file|ref\+[a-z]+)(?::\/\/?|::?)\S/i,
  },
  {
    id: 'cloud secret name',
    marks: ['arn:aws', '/secrets/', '@microsoft.keyvault'],
    pattern: /^(?:arn:aws[a-z-]*:(?:secretsmanager|ssm):|projects\/[^/]+\/secrets\/|@Microsoft\.KeyVault\()/,
  },
  {
    id: 'broker placeholder',
    marks: ['managed', '$augment'],
    pattern:
      /^(?:authsome-proxy-managed|agent-vault-(?:proxy-)?managed|onecli-managed|proxy-managed|managed-by-[a-z-]+|\$augment-[\w-]+)$/i,
  },
  {
    id: 'code',
    marks: ['env', '!'],
    pattern:
      /^(?:process\.env(?:\.|\[)|os\.(?:environ|getenv)|import\.meta\.env|ENV\[|Deno\.env|System\.getenv|!(?:secret|env|vault)\s)/,
  },
  { id: '$var', marks: ['$'], pattern: /^\$(?:[A-Z_][A-Z0-9_]{1,60}|[a-z_]{2,60})$/ },
];

export interface ReferenceMatch {
  readonly syntax: string;
  /** The text with every reference taken out. */
  readonly rest: string;
  /** At least one of them cannot be anything else. */
  readonly certain: boolean;
}

/** The references of a text; nothing when there are none. */
export function findReferences(text: string): ReferenceMatch | undefined {
  const whole = WHOLE.find((syntax) => isMarked(text, syntax) && syntax.pattern.test(text));
  if (whole) return { syntax: whole.id, rest: '', certain: true };
  if (!/[$%{[`]/.test(text)) return undefined;
  let rest = text;
  let syntax: string | undefined;
  let certain = false;
  for (const known of EMBEDDED) {
    const without = isMarked(rest, known) ? rest.replace(known.pattern, ' ') : rest;
    if (without === rest) continue;
    syntax ??= known.id;
    certain ||= !known.ambiguous;
    rest = without;
  }
  return syntax === undefined ? undefined : { syntax, rest: rest.trim(), certain };
}

/** One reference and where it stands in its text. */
export interface FoundReference {
  /** Of the syntax in the tables above. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Every reference of a text on its own, in the order in which they stand. */
export function locateReferences(text: string): FoundReference[] {
  const lower = text.toLowerCase();
  const isMarked = ({ marks }: ReferenceSyntax) => marks.some((mark) => lower.includes(mark));
  const whole = WHOLE.find((syntax) => isMarked(syntax) && syntax.pattern.test(text));
  if (whole) return [{ id: whole.id, start: 0, end: text.length }];
  if (!/[$%{[`]/.test(text)) return [];
  const found: FoundReference[] = [];
  let rest = text;
  for (const known of EMBEDDED) {
    if (!isMarked(known)) continue;
    // What is found is blotted out, so that no other syntax reads a part of it.
    rest = rest.replace(known.pattern, (match, start: number) => {
      found.push({ id: known.id, start, end: start + match.length });
      return '\0'.repeat(match.length);
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function isMarked(text: string, { marks }: ReferenceSyntax): boolean {
  const lower = text.toLowerCase();
  return marks.some((mark) => lower.includes(mark));
}
