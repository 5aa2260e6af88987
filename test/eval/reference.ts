import { type Marked, negative } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';

/** A dialect of saying "the value is elsewhere". */
interface Dialect {
  readonly kind: string;
  readonly weight: number;
  readonly write: (random: Random, name: string) => string;
}

const kebab = (name: string): string => name.toLowerCase().replaceAll('_', '-');

const DIALECTS: readonly Dialect[] = [
  { kind: 'braces', weight: 10, write: (_r, name) => `\${${name}}` },
  { kind: 'env', weight: 8, write: (_r, name) => `\${env:${name}}` },
  {
    kind: 'input',
    weight: 8,
    write: (r, name) => `\${input:${r.pick([kebab(name), name, name.toLowerCase()])}}`,
  },
  { kind: 'dollar', weight: 5, write: (_r, name) => `$${name}` },
  {
    kind: 'opencode',
    weight: 3,
    write: (r, name) => r.pick([`{env:${name}}`, `{file:~/.secrets/${kebab(name)}}`]),
  },
  {
    kind: 'mustache',
    weight: 3,
    write: (r, name) =>
      r.pick([`{{${name}}}`, `{{ ${name} }}`, `{{secrets.${name}}}`, `{{server.${kebab(name)}}}`]),
  },
  { kind: 'windows', weight: 3, write: (_r, name) => `%${name}%` },
  { kind: 'powershell', weight: 2, write: (_r, name) => `$env:${name}` },
  {
    kind: 'actions',
    weight: 4,
    write: (r, name) =>
      r.pick([
        `\${{ secrets.${name} }}`,
        `\${{secrets.${name}}}`,
        `\${{ vars.${name} }}`,
        `\${{ inputs.${name} }}`,
      ]),
  },
  {
    kind: 'onepassword',
    weight: 5,
    write: (r, name) =>
      r.pick([
        `op://Private/${kebab(name)}/credential`,
        `op://vault-${fill('{z:26}', r)}/${fill('{z:26}', r)}/password`,
        `op://Employee/GitHub Token/token`,
        `{{ op://Dev/${kebab(name)}/password }}`,
      ]),
  },
  { kind: 'keychain', weight: 4, write: (_r, name) => `keychain://${kebab(name)}` },
  { kind: 'keychain', weight: 2, write: (_r, name) => `keychain:mcp/${kebab(name)}` },
  { kind: 'mcpm', weight: 2, write: (_r, name) => `mcpm:keychain:${name}` },
  {
    kind: 'vault',
    weight: 4,
    write: (r, name) =>
      r.pick([
        `vault:secret/data/mcp#${name}`,
        `vault://secret/mcp/${kebab(name)}`,
        `vault:kv/mcp/${kebab(name)}`,
      ]),
  },
  {
    kind: 'doppler',
    weight: 2,
    write: (r, name) =>
      r.pick([`doppler://mcp/dev/${name}`, `\${mcp.dev.${name}}`, `infisical://mcp/dev/${name}`]),
  },
  {
    kind: 'other-store',
    weight: 4,
    write: (r, name) =>
      r.pick([
        `bw://${fill('{U}', r)}`,
        `secret://${kebab(name)}`,
        `aws-sm://prod/mcp/${kebab(name)}`,
        `awssm:prod/${kebab(name)}`,
        `gcp-sm://projects/acme/secrets/${kebab(name)}/versions/latest`,
        `projects/412345678901/secrets/${kebab(name)}/versions/latest`,
        `azure-kv://mcp-vault/${kebab(name)}`,
        `secretref:${kebab(name)}`,
        `pass:mcp/${kebab(name)}`,
        `gopass://mcp/${kebab(name)}`,
        `mcpguard://${kebab(name)}`,
        `$augment-${kebab(name)}`,
        `env:${name}`,
        `env://${name}`,
        `ssm:/prod/mcp/${kebab(name)}`,
        `sops://secrets.yaml#${name}`,
      ]),
  },
  {
    kind: 'arn',
    weight: 2,
    write: (r, name) =>
      `arn:aws:secretsmanager:us-east-1:${fill('{d:12}', r)}:secret:prod/${kebab(name)}-${fill('{a:6}', r)}`,
  },
  {
    kind: 'file',
    weight: 4,
    write: (r, name) =>
      r.pick([
        `file:///run/secrets/${kebab(name)}`,
        `\${file:/run/secrets/${kebab(name)}}`,
        `/run/secrets/${kebab(name)}`,
        `~/.config/mcp/${kebab(name)}.txt`,
        `@/etc/mcp/${kebab(name)}`,
        `file:~/.${kebab(name)}`,
        `C:\\Users\\dev\\.secrets\\${kebab(name)}`,
        `./secrets/${kebab(name)}.key`,
      ]),
  },
  {
    kind: 'broker',
    weight: 3,
    write: (r, name) =>
      r.pick(['authsome-proxy-managed', `__${name.toLowerCase()}__`, 'authsome-proxy-managed']),
  },
  {
    kind: 'command',
    weight: 3,
    write: (r, name) =>
      r.pick([
        `$(op read op://Private/${kebab(name)}/credential)`,
        `$(cat ~/.secrets/${kebab(name)})`,
        `$(security find-generic-password -s ${kebab(name)} -w)`,
        `\`pass show ${kebab(name)}\``,
        `$(gh auth token)`,
        `$(gcloud auth print-access-token)`,
      ]),
  },
  { kind: 'command', weight: 1, write: (_r, name) => `\${command:extension.get${name.toLowerCase()}}` },
  { kind: 'user-config', weight: 3, write: (_r, name) => `\${user_config.${name.toLowerCase()}}` },
  { kind: 'config', weight: 1, write: (_r, name) => `\${config:mcp.${name.toLowerCase()}}` },
  {
    kind: 'code',
    weight: 2,
    write: (r, name) =>
      r.pick([
        `\${process.env.${name}}`,
        `process.env.${name}`,
        `os.environ["${name}"]`,
        `<%= ENV['${name}'] %>`,
        `#{${name}}#`,
        `ENV[${name}]`,
      ]),
  },
  { kind: 'empty-default', weight: 3, write: (_r, name) => `\${${name}:-}` },
  { kind: 'nested', weight: 1, write: (_r, name) => `\${${name}:-\${${name}_FALLBACK}}` },
  {
    kind: 'required',
    weight: 1,
    write: (r, name) => r.pick([`\${${name}:?${name} is required}`, `\${${name}?}`]),
  },
  { kind: 'bare-name', weight: 2, write: (_r, name) => name },
];

/** A reference to the variable or entry called `name` (capitals with underscores). */
export function reference(
  random: Random,
  name: string,
  accepts: (value: string) => boolean = () => true,
): Marked {
  const upper = name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
  for (;;) {
    const dialect = random.weighted(DIALECTS);
    const value = dialect.write(random, upper);
    if (accepts(value)) return negative(value, `reference:${dialect.kind}`);
  }
}
