import { addCommand } from './commands.ts';
import type { HostKind } from './host.ts';
import { join, type Marked, negative, optional } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';
import { Sink } from './sink.ts';

const OTHERS: readonly ((random: Random) => Marked)[] = [
  () => join('set -euo pipefail'),
  () => join('# claude mcp add github -e GITHUB_TOKEN=<your-token> -- npx -y x'),
  (r) => join('export LEGACY_TOKEN=', optional(fill('{a:40}', r), 'outside:export')),
  (r) =>
    join(
      'curl -fsSL -H "Authorization: Bearer ',
      optional(fill('{a:40}', r), 'outside:curl'),
      '" https://api.example.com',
    ),
  (r) => join('git checkout ', negative(fill('{x:40}', r), 'hash')),
  () => join('if ! command -v claude >/dev/null; then echo "install it first"; exit 1; fi'),
  () => join('read -rsp "Token: " TOKEN'),
  () => join('claude mcp add acme -e "API_KEY=$TOKEN" -- npx -y acme-mcp'),
];

function shell(random: Random): Marked {
  const sink = new Sink();
  if (random.chance(0.8)) sink.put('#!/usr/bin/env bash\n');
  const parts: Marked[] = random
    .shuffle(OTHERS)
    .slice(0, random.int(0, 3))
    .map((make) => make(random));
  for (let count = random.int(1, 3); count > 0; count -= 1) parts.push(addCommand(random, '\n'));
  for (const part of random.shuffle(parts)) sink.put(part, '\n');
  return sink.marked;
}

/** Scripts that set a machine up. */
export const SHELL_HOSTS: readonly HostKind[] = [
  {
    id: 'shell',
    weight: 8,
    dialect: 'shell',
    compose: shell,
    path: (r) => r.pick(['setup.sh', 'scripts/install-mcp.sh', 'bin/bootstrap.bash', 'dotfiles/mcp.zsh']),
  },
];
