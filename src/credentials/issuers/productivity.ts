import type { Issuer } from '../format.ts';

export const productivity = [
  {
    id: 'notion',
    name: 'Notion',
    rotateUrl: 'https://www.notion.so/profile/integrations',
    envNames: [
      'NOTION_TOKEN',
      'NOTION_API_KEY',
      'NOTION_API_TOKEN',
      'OPENAPI_MCP_HEADERS',
      'INTERNAL_INTEGRATION_TOKEN',
    ],
    hosts: ['api.notion.com', 'mcp.notion.com'],
    formats: [
      {
        id: 'notion-token',
        kind: 'integration token',
        prefixes: ['ntn_'],
        pattern: 'ntn_[A-Za-z0-9]{33,92}',
        lengths: [50],
      },
      {
        id: 'notion-token-legacy',
        kind: 'integration token',
        prefixes: ['secret_'],
        pattern: 'secret_[A-Za-z0-9]{43}',
      },
    ],
  },
  {
    id: 'linear',
    name: 'Linear',
    rotateUrl: 'https://linear.app/settings/account/security',
    envNames: ['LINEAR_API_KEY', 'LINEAR_ACCESS_TOKEN', 'LINEAR_WEBHOOK_SECRET'],
    hosts: ['api.linear.app', 'mcp.linear.app'],
    formats: [
      {
        id: 'linear-api-key',
        kind: 'API key',
        prefixes: ['lin_api_'],
        pattern: 'lin_api_[A-Za-z0-9]{28,80}',
        lengths: [48],
      },
      {
        id: 'linear-oauth',
        kind: 'OAuth access token / webhook secret',
        prefixes: ['lin_oauth_', 'lin_wh_'],
        pattern: 'lin_(?:oauth|wh)_[A-Za-z0-9]{30,70}',
        rotateUrl: 'https://linear.app/settings/api',
      },
    ],
  },
  {
    id: 'figma',
    name: 'Figma',
    rotateUrl: 'https://www.figma.com/settings',
    envNames: ['FIGMA_API_KEY', 'FIGMA_ACCESS_TOKEN', 'FIGMA_TOKEN', 'FIGMA_OAUTH_TOKEN'],
    headers: ['X-Figma-Token'],
    hosts: ['api.figma.com'],
    formats: [
      {
        id: 'figma-pat',
        kind: 'PAT',
        prefixes: ['figd_'],
        pattern: 'figd_[A-Za-z0-9_-]{27,200}',
        lengths: [43, 44, 45, 46, 47],
      },
      {
        id: 'figma-oauth',
        kind: 'OAuth access / refresh / plan token',
        prefixes: ['figu_', 'figur_', 'figo_', 'figor_', 'figp_'],
        pattern: 'fig(?:ur|u|or|o|p)_[A-Za-z0-9_=-]{28,108}',
        lengths: { min: 45, max: 60 },
      },
    ],
  },
  {
    id: 'asana',
    name: 'Asana',
    rotateUrl: 'https://app.asana.com/0/my-apps',
    envNames: ['ASANA_ACCESS_TOKEN', 'ASANA_TOKEN'],
    hosts: ['app.asana.com', 'mcp.asana.com'],
    formats: [
      {
        id: 'asana-pat',
        kind: 'PAT',
        prefixes: ['2/', '1/', '0/'],
        pattern: '2/[0-9]{14,20}/[0-9]{14,20}:[0-9a-f]{32}|[01]/[0-9]{12,20}:[0-9a-f]{32}',
      },
    ],
  },
  {
    id: 'monday',
    name: 'monday.com',
    rotateUrl: 'https://monday.com',
    envNames: ['MONDAY_TOKEN', 'MONDAY_API_TOKEN', 'MONDAY_API_KEY'],
    hosts: ['api.monday.com', 'mcp.monday.com'],
    formats: [
      {
        id: 'monday-token',
        kind: 'JWT',
        prefixes: ['ey', 'ew'],
        pattern: 'e[yw][A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{4,8000}\\.[A-Za-z0-9_-]{0,2000}',
        claims: ['"tid":', '"uid":', '"per":'],
      },
    ],
  },
  {
    id: 'clickup',
    name: 'ClickUp',
    rotateUrl: 'https://app.clickup.com/settings/apps',
    envNames: ['CLICKUP_API_KEY', 'CLICKUP_API_TOKEN'],
    hosts: ['api.clickup.com'],
    formats: [
      { id: 'clickup-token', kind: 'API key', prefixes: ['pk_'], pattern: 'pk_[0-9]{7,9}_[A-Z0-9]{32}' },
    ],
  },
  {
    id: 'todoist',
    name: 'Todoist',
    rotateUrl: 'https://app.todoist.com/app/settings/integrations/developer',
    envNames: ['TODOIST_API_TOKEN', 'TODOIST_API_KEY'],
    hosts: ['api.todoist.com'],
    formats: [{ id: 'todoist-token', kind: 'API key', prefixes: [], pattern: '', shape: '[0-9a-f]{40}' }],
  },
  {
    id: 'shortcut',
    name: 'Shortcut',
    rotateUrl: 'https://app.shortcut.com/settings/account/api-tokens',
    envNames: ['SHORTCUT_API_TOKEN'],
    hosts: ['api.app.shortcut.com'],
    formats: [
      {
        id: 'shortcut-token',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
  {
    id: 'coda',
    name: 'Coda',
    rotateUrl: 'https://coda.io/account',
    envNames: ['CODA_API_TOKEN', 'CODA_API_KEY'],
    hosts: ['coda.io'],
    formats: [
      {
        id: 'coda-token',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
] satisfies readonly Issuer[];
