import { expect, test } from 'vitest';
import { fillExample } from '../support/examples.ts';
import { type PlanOptions, planText } from './plan-text.ts';

interface Golden {
  readonly title: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly options?: PlanOptions;
}

/** `{{opaque:a}}` gives the same credential before and after. */
const GOLDEN: readonly Golden[] = [
  {
    title: 'Claude Desktop: variables, a container, arguments, a bridge, a shell',
    file: 'claude_desktop_config.json',
    before: `{
  "mcpServers": {
    "github": {
      "command": "npx",
      "args": ["-y", "@modelcontextprotocol/server-github"],
      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "{{opaque:a}}", "LOG": "1" }
    },
    "docker": {
      "command": "docker",
      "args": ["run", "-i", "--rm", "-e", "GITHUB_TOKEN={{opaque:b}}", "ghcr.io/github/github-mcp-server"]
    },
    "figma": { "command": "npx", "args": ["-y", "figma-developer-mcp@0.6.4", "--figma-api-key={{opaque:c}}", "--stdio"] },
    "remote": {
      "command": "npx",
      "args": ["mcp-remote@0.1.0", "https://mcp.example.com/mcp", "--header", "Authorization: Bearer {{opaque:d}}"]
    },
    "shell": {
      "command": "sh",
      "args": ["-c", "API_TOKEN={{opaque:e}} npx -y srv --api-key '{{opaque:f}}' \\"--token={{opaque:g}}\\""]
    }
  },
  "globalShortcut": ""
}
`,
    after: `{
  "mcpServers": {
    "github": {
      "command": "mcp-lint",
      "args": ["exec", "--", "npx", "-y", "@modelcontextprotocol/server-github"],
      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "keychain://mcp-lint/claude-desktop/github/GITHUB_PERSONAL_ACCESS_TOKEN", "LOG": "1" }
    },
    "docker": {
      "command": "mcp-lint",
      "args": ["exec", "--", "docker", "run", "-i", "--rm", "-e", "GITHUB_TOKEN", "ghcr.io/github/github-mcp-server"],
      "env": { "GITHUB_TOKEN": "keychain://mcp-lint/claude-desktop/docker/GITHUB_TOKEN" }
    },
    "figma": { "command": "mcp-lint", "args": ["exec", "--", "npx", "-y", "figma-developer-mcp@0.6.4", "keychain://mcp-lint/claude-desktop/figma/figma-api-key", "--stdio"] },
    "remote": {
      "command": "mcp-lint",
      "args": ["exec", "--", "npx", "mcp-remote@0.1.0", "https://mcp.example.com/mcp", "--header", "Authorization: Bearer \${REMOTE_AUTHORIZATION}"],
      "env": { "REMOTE_AUTHORIZATION": "keychain://mcp-lint/claude-desktop/remote/REMOTE_AUTHORIZATION" }
    },
    "shell": {
      "command": "mcp-lint",
      "args": ["exec", "--", "sh", "-c", "API_TOKEN=\\"$API_TOKEN\\" npx -y srv --api-key \\"$SHELL_API_KEY\\" \\"--token=$SHELL_TOKEN\\""],
      "env": { "API_TOKEN": "keychain://mcp-lint/claude-desktop/shell/API_TOKEN", "SHELL_API_KEY": "keychain://mcp-lint/claude-desktop/shell/SHELL_API_KEY", "SHELL_TOKEN": "keychain://mcp-lint/claude-desktop/shell/SHELL_TOKEN" }
    }
  },
  "globalShortcut": ""
}
`,
  },
  {
    title: 'Claude Code, user and local scope: headers, and the same server in two projects',
    file: '.claude.json',
    before: `{
  "numStartups": 3,
  "mcpServers": {
    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque:a}}" } },
    "docs": {
      "type": "http",
      "url": "https://docs.example.com/mcp",
      "headers": { "X-Api-Key": "{{opaque:b}}", "Accept": "text/plain", "Authorization": "Bearer {{opaque:c}}" }
    }
  },
  "projects": {
    "/home/me/one": { "mcpServers": { "api": { "command": "srv", "env": { "API_TOKEN": "{{opaque:d}}" } } } },
    "/home/me/two": { "mcpServers": { "api": { "command": "srv", "env": { "API_TOKEN": "{{opaque:d}}" } } } }
  }
}
`,
    after: `{
  "numStartups": 3,
  "mcpServers": {
    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headersHelper": "mcp-lint headers Authorization=keychain://mcp-lint/claude-code-user/search/Authorization" },
    "docs": {
      "type": "http",
      "url": "https://docs.example.com/mcp",
      "headers": { "Accept": "text/plain" },
      "headersHelper": "mcp-lint headers X-Api-Key=keychain://mcp-lint/claude-code-user/docs/X-Api-Key Authorization=keychain://mcp-lint/claude-code-user/docs/Authorization"
    }
  },
  "projects": {
    "/home/me/one": { "mcpServers": { "api": { "command": "mcp-lint", "args": ["exec", "--", "srv"], "env": { "API_TOKEN": "keychain://mcp-lint/claude-code-user/api/API_TOKEN" } } } },
    "/home/me/two": { "mcpServers": { "api": { "command": "mcp-lint", "args": ["exec", "--", "srv"], "env": { "API_TOKEN": "keychain://mcp-lint/claude-code-user/api/API_TOKEN-2" } } } }
  }
}
`,
  },
  {
    title: 'Claude Code, project scope, written on one line with CRLF behind it',
    file: '.mcp.json',
    before: '{"mcpServers":{"a":{"command":"srv","env":{"API_KEY":"{{opaque:a}}"}}}}\r\n',
    after:
      '{"mcpServers":{"a":{"command":"mcp-lint","args":["exec","--","srv"],"env":{"API_KEY":"keychain://mcp-lint/claude-code-project/a/API_KEY"}}}}\r\n',
  },
  {
    title: 'Cursor: a program safely, a header only when asked for all',
    file: '.cursor/mcp.json',
    options: { safety: 'all' },
    before: `{
  // mine
  "mcpServers": {
    "search": { "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque:a}}" } },
    "api": { "command": "npx", "args": ["-y", "srv"], "env": { "API_KEY": "{{opaque:b}}" } },
  }
}
`,
    after: `{
  // mine
  "mcpServers": {
    "search": { "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer \${env:SEARCH_AUTHORIZATION}" } },
    "api": { "command": "mcp-lint", "args": ["exec", "--", "npx", "-y", "srv"], "env": { "API_KEY": "keychain://mcp-lint/cursor/api/API_KEY" } },
  }
}
`,
  },
  {
    title: 'VS Code: prompts in a list that is not there yet',
    file: '.vscode/mcp.json',
    options: { safety: 'all' },
    before: `{
  // servers of the team
  "servers": {
    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque:a}}" } },
    "docs": { "type": "http", "url": "https://mcp.example.com/mcp?api_key={{opaque:b}}" },
  }
}
`,
    after: `{
  // servers of the team
  "servers": {
    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer \${input:search-authorization}" } },
    "docs": { "type": "http", "url": "https://mcp.example.com/mcp?api_key=\${input:docs-api-key}" },
  },
  "inputs": [
    {
      "type": "promptString",
      "id": "search-authorization",
      "description": "Authorization of the MCP server search",
      "password": true
    },
    {
      "type": "promptString",
      "id": "docs-api-key",
      "description": "api_key of the MCP server docs",
      "password": true
    }
  ]
}
`,
  },
  {
    title: 'VS Code: a prompt that has the secret for its default, and one whose id is taken',
    file: '.vscode/mcp.json',
    options: { safety: 'all' },
    before: `{
  "inputs": [
    { "type": "promptString", "id": "search-authorization", "description": "Token", "password": true, "default": "{{opaque:a}}" }
  ],
  "servers": {
    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque:b}}" } }
  }
}
`,
    after: `{
  "inputs": [
    { "type": "promptString", "id": "search-authorization", "description": "Token", "password": true },
    { "type": "promptString", "id": "search-authorization-2", "description": "Authorization of the MCP server search", "password": true }
  ],
  "servers": {
    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer \${input:search-authorization-2}" } }
  }
}
`,
  },
  {
    title: 'opencode: a command in a list, and a header',
    file: 'opencode.json',
    options: { safety: 'all' },
    before: `{
  "mcp": {
    "a": { "type": "local", "command": ["npx", "-y", "srv"], "environment": { "API_KEY": "{{opaque:a}}" } },
    "b": { "type": "remote", "url": "https://mcp.example.com", "headers": { "Authorization": "Bearer {{opaque:b}}" } }
  }
}
`,
    after: `{
  "mcp": {
    "a": { "type": "local", "command": ["mcp-lint", "exec", "--", "npx", "-y", "srv"], "environment": { "API_KEY": "keychain://mcp-lint/opencode/a/API_KEY" } },
    "b": { "type": "remote", "url": "https://mcp.example.com", "headers": { "Authorization": "Bearer {env:B_AUTHORIZATION}" } }
  }
}
`,
  },
  {
    title: 'Gemini CLI: beside other settings',
    file: '.gemini/settings.json',
    options: { safety: 'all' },
    before: `{
  "theme": "dark",
  "mcpServers": {
    "a": { "command": "uvx", "args": ["srv", "--token", "{{opaque:a}}"] },
    "b": { "httpUrl": "https://mcp.example.com", "headers": { "X-Api-Key": "{{opaque:b}}" } }
  }
}
`,
    after: `{
  "theme": "dark",
  "mcpServers": {
    "a": { "command": "mcp-lint", "args": ["exec", "--", "uvx", "srv", "--token", "keychain://mcp-lint/gemini-cli/a/token"] },
    "b": { "httpUrl": "https://mcp.example.com", "headers": { "X-Api-Key": "\${B_X_API_KEY}" } }
  }
}
`,
  },
  {
    title: 'Zed: an entry without arguments, and comments',
    file: '.config/zed/settings.json',
    before: `{
  "context_servers": {
    // a comment
    "a": {
      "command": "srv", // the program
      "env": {
        "API_KEY": "{{opaque:a}}"
      }
    }
  }
}
`,
    after: `{
  "context_servers": {
    // a comment
    "a": {
      "command": "mcp-lint", // the program
      "args": ["exec", "--", "srv"],
      "env": {
        "API_KEY": "keychain://mcp-lint/zed/a/API_KEY"
      }
    }
  }
}
`,
  },
  {
    title: 'Cline: a nested transport',
    file: '.cline/data/settings/cline_mcp_settings.json',
    before: `{
  "mcpServers": {
    "a": {
      "transport": { "type": "stdio", "command": "npx", "args": ["-y", "srv"], "env": { "API_KEY": "{{opaque:a}}" } }
    }
  }
}
`,
    after: `{
  "mcpServers": {
    "a": {
      "transport": { "type": "stdio", "command": "mcp-lint", "args": ["exec", "--", "npx", "-y", "srv"], "env": { "API_KEY": "keychain://mcp-lint/cline/a/API_KEY" } }
    }
  }
}
`,
  },
];

test.each(GOLDEN)('$title', async ({ file, before, after, options }) => {
  const planned = await planText(file, before, options);
  expect(planned.after).toBe(fillExample(after));
  expect(planned.left).toEqual([]);
});
