import type { Issuer } from '../format.ts';

export const openai = [
  {
    id: 'openai',
    name: 'OpenAI',
    rotateUrl: 'https://platform.openai.com/api-keys',
    envNames: ['OPENAI_API_KEY', 'OPENAI_ADMIN_KEY'],
    hosts: ['api.openai.com'],
    formats: [
      {
        id: 'openai-legacy-key',
        kind: 'API key',
        prefixes: ['sk-'],
        pattern: 'sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}',
      },
      {
        id: 'openai-project-key',
        kind: 'API key (project)',
        prefixes: ['sk-proj-'],
        pattern: 'sk-proj-[A-Za-z0-9_-]{40,200}',
        lengths: [56, 132, 164],
      },
      {
        id: 'openai-service-account-key',
        kind: 'API key (service account)',
        prefixes: ['sk-svcacct-'],
        pattern: 'sk-svcacct-[A-Za-z0-9_-]{40,200}',
        lengths: [59, 135, 167],
      },
      {
        id: 'openai-admin-key',
        kind: 'admin API key',
        prefixes: ['sk-admin-'],
        pattern: 'sk-admin-[A-Za-z0-9_-]{40,200}',
        lengths: [57, 133, 165],
        traits: ['admin'],
        rotateUrl: 'https://platform.openai.com/settings/organization/admin-keys',
      },
      {
        id: 'openai-none-key',
        kind: 'API key',
        prefixes: ['sk-None-'],
        pattern: 'sk-None-[A-Za-z0-9_-]{40,200}',
        lengths: [56, 132, 164],
      },
    ],
  },
] satisfies readonly Issuer[];
