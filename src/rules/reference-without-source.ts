import { label } from '../core/label.ts';
import type { Prompt } from '../core/model.ts';
import { namedEnvFiles } from '../servers/env-files.ts';
import { hostAdvice } from '../servers/host-advice.ts';
import { isOpenPrompt, type PromptUse, promptUses } from '../servers/prompt-sources.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { DocumentFacts, Draft, Rule } from './rule.ts';
import { placeInEntry } from './words.ts';

/** A reference whose value comes from nowhere, or from a place that does not keep it secret. */
export const referenceWithoutSource: Rule = {
  meta: {
    id: 'reference-without-source',
    title: 'A reference without a safe source',
    category: 'references',
    severity: 'error',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A prompt is referred to that this file does not declare; a prompt for a credential is not marked as secret ("password": true, ' +
        '"sensitive": true); or the file of variables that an entry names ("envFile", "--env-file") holds a credential and can be read ' +
        'by other users of the machine, or is tracked by git (error).',
      why:
        'A reference only helps where the value behind it is kept better than in the config. Without a prompt the server does not ' +
        'start; a prompt that is not marked shows what is typed and keeps it as plain text; and a file of variables in a repository ' +
        'gives the credential to everybody who has the repository.',
      fix:
        'Declare the prompt and mark it as secret. Keep the file of variables outside the repository or ignored by git, readable by ' +
        'its owner alone, and revoke what git has already stored.',
    },
  },
  bad: [
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${input:search-key}" } }\n  }\n}\n',
    },
    {
      file: 'manifest.json',
      also: ['stdio-holds-secret'],
      text: '{\n  "name": "search",\n  "server": { "type": "node", "mcp_config": { "command": "node", "args": ["${__dirname}/index.js"], "env": { "SEARCH_API_KEY": "${user_config.api_key}" } } },\n  "user_config": { "api_key": { "type": "string", "title": "Key", "required": true } }\n}\n',
    },
    {
      file: 'app/.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "npx", "args": ["-y", "@example/search-mcp@1.2.0"], "envFile": "${workspaceFolder}/.env" }\n  }\n}\n',
      beside: [{ file: 'app/.env', text: 'SEARCH_API_KEY={{opaque}}\n' }],
      git: 'tracked',
    },
  ],
  good: [
    {
      file: '.vscode/mcp.json',
      text: '{\n  "inputs": [{ "type": "promptString", "id": "search-key", "description": "Key", "password": true }],\n  "servers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${input:search-key}" } }\n  }\n}\n',
    },
    {
      file: 'manifest.json',
      also: ['stdio-holds-secret'],
      text: '{\n  "name": "search",\n  "server": { "type": "node", "mcp_config": { "command": "node", "args": ["${__dirname}/index.js"], "env": { "SEARCH_API_KEY": "${user_config.api_key}" } } },\n  "user_config": { "api_key": { "type": "string", "title": "Key", "required": true, "sensitive": true } }\n}\n',
    },
    {
      file: 'app/.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "npx", "args": ["-y", "@example/search-mcp@1.2.0"], "envFile": "~/.config/search/env" }\n  }\n}\n',
      git: 'tracked',
    },
  ],
  checkServer(facts, document) {
    return envFileDrafts(facts, document);
  },
  checkDocument(document) {
    const uses = document.servers.flatMap(promptUses);
    return [...missingPrompts(uses, document), ...openPrompts(uses, document)];
  },
};

/** One finding for each prompt that is not there, however often it is referred to. */
function missingPrompts(uses: readonly PromptUse[], { prompts, host }: DocumentFacts): Draft[] {
  const declared = new Set(prompts.map(({ id }) => id));
  const missing = byPrompt(uses.filter(({ id }) => !declared.has(id)));
  return [...missing].map(([id, [first, ...others]]) => ({
    range: first!.range,
    path: first!.path,
    severity: 'warning',
    message: `This file declares no prompt "${label(id)}", to which ${placeOfUse(first!)} refers`,
    why: `${host.title} has nothing to ask for, and the server does not start. The usual repair is to paste the real value here.`,
    advice: first!.credential
      ? hostAdvice(host, first!.credential)
      : `Declare "${label(id)}" among the prompts of this file, or take the reference out.`,
    ...(first!.credential ? { slot: first!.credential } : { server: first!.server }),
    related: others.map((use) => ({ range: use.range, message: `The same prompt in ${placeOfUse(use)}` })),
  }));
}

function byPrompt(uses: readonly PromptUse[]): Map<string, PromptUse[]> {
  const groups = new Map<string, PromptUse[]>();
  for (const use of uses) {
    const group = groups.get(use.id) ?? [];
    groups.set(use.id, group);
    group.push(use);
  }
  return groups;
}

function placeOfUse({ credential, server }: PromptUse): string {
  const place = credential ? placeInEntry(credential.slot) : 'a setting';
  return `${place} of server "${label(server.name)}"`;
}

function openPrompts(uses: readonly PromptUse[], { prompts }: DocumentFacts): Draft[] {
  const credentials = byPrompt(uses.filter(({ credential }) => credential));
  return prompts.filter(isOpenPrompt).flatMap((prompt): Draft[] => {
    const fed = credentials.get(prompt.id);
    if (!fed) return [];
    return [
      {
        range: prompt.range,
        path: prompt.path,
        severity: 'warning',
        message: `The prompt "${label(prompt.id)}" asks for a credential of server "${label(fed[0]!.server.name)}" but is not marked as secret`,
        why: 'What is typed is shown, and kept as plain text instead of in the keychain of the system.',
        advice: `Add ${markOf(prompt)} to this prompt.`,
        server: fed[0]!.server,
        related: fed.map(({ range }) => ({ range, message: 'The credential that comes from it' })),
      },
    ];
  });
}

/** VS Code has a list of inputs; bundles and plugins have a mapping of settings. */
function markOf({ path }: Prompt): string {
  return typeof path.at(-1) === 'number' ? '"password": true' : '"sensitive": true';
}

/** A file may hold any number. */
const MOST_PLACES = 8;

function envFileDrafts(facts: ServerFacts, document: DocumentFacts): Draft[] {
  return namedEnvFiles(facts).flatMap(({ file, path, name }): Draft[] => {
    const found = document.envFile(file);
    if (!found || found.credentials.length === 0) return [];
    const { tracked, readableByOthers } = found.exposure;
    if (!tracked && !readableByOthers) return [];
    return [
      {
        range: file.range,
        path,
        severity: tracked ? 'error' : 'warning',
        message: `The ${name} of server "${label(facts.server.name)}" holds a credential and ${tracked ? 'is tracked by git' : 'can be read by other users'}`,
        why: tracked
          ? 'Everyone with the repository has the credential, and its history keeps it after the file is changed.'
          : 'Other users of this machine, and programs that run as them, can read the credential.',
        advice: tracked
          ? 'Revoke the credential, run "git rm --cached" on the file and list it in .gitignore.'
          : 'Let only its owner read the file (chmod 600).',
        server: facts.server,
        related: found.credentials
          .slice(0, MOST_PLACES)
          .map((range) => ({ range, message: 'A credential in it', document: found })),
      },
    ];
  });
}
