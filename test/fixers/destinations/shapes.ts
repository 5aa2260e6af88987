/** Entries as four hosts have them, with one credential each. */
export const DESKTOP_FILE = '/home/u/.config/Claude/claude_desktop_config.json';

export const CLAUDE_DESKTOP = `{
  "mcpServers": {
    "github": {
      "command": "npx", // the server
      "args": ["-y", "@modelcontextprotocol/server-github"],
      "env": {
        "LOG": "1",
        "GITHUB_TOKEN": "{{sample:github-pat-classic}}"
      }
    }
  }
}
`;

export const VS_CODE = `{
	"servers": {
		"github": {
			"type": "stdio",
			"command": "npx",
			"args": ["-y", "@modelcontextprotocol/server-github"],
			"env": { "GITHUB_TOKEN": "{{sample:github-pat-classic}}" },
		},
	},
}
`;

export const OPENCODE = `{
  "mcp": {
    "github": {
      "type": "local",
      "command": ["npx", "-y", "@modelcontextprotocol/server-github"],
      "environment": { "GITHUB_TOKEN": "{{sample:github-pat-classic}}" }
    }
  }
}
`;

export const ZED = `{
  "context_servers": {
    "github": {
      "source": "custom",
      "command": "npx",
      "env": { "GITHUB_TOKEN": "{{sample:github-pat-classic}}" }
    }
  }
}
`;
