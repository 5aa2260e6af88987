import type { Issuer } from '../format.ts';

export const speechAndImages = [
  {
    id: 'stability-ai',
    name: 'Stability AI',
    rotateUrl: 'https://platform.stability.ai/account/keys',
    envNames: ['STABILITY_API_KEY', 'STABILITY_AI_API_KEY'],
    hosts: ['api.stability.ai'],
    formats: [
      { id: 'stability-key', kind: 'API key', prefixes: ['sk-'], pattern: '', shape: 'sk-[A-Za-z0-9]{48}' },
    ],
  },
  {
    id: 'elevenlabs',
    name: 'ElevenLabs',
    rotateUrl: 'https://elevenlabs.io/app/settings/api-keys',
    envNames: ['ELEVENLABS_API_KEY', 'ELEVEN_API_KEY', 'XI_API_KEY'],
    headers: ['xi-api-key'],
    hosts: ['api.elevenlabs.io'],
    formats: [
      {
        id: 'elevenlabs-key',
        kind: 'API key',
        prefixes: ['sk_'],
        pattern: 'sk_[0-9a-f]{48}',
        shape: '[0-9a-f]{32}',
      },
    ],
  },
  {
    id: 'deepgram',
    name: 'Deepgram',
    rotateUrl: 'https://console.deepgram.com',
    envNames: ['DEEPGRAM_API_KEY'],
    hosts: ['api.deepgram.com'],
    formats: [{ id: 'deepgram-key', kind: 'API key', prefixes: [], pattern: '', shape: '[0-9a-f]{40}' }],
  },
  {
    id: 'assemblyai',
    name: 'AssemblyAI',
    rotateUrl: 'https://www.assemblyai.com/dashboard/api-keys',
    envNames: ['ASSEMBLYAI_API_KEY'],
    hosts: ['api.assemblyai.com'],
    formats: [{ id: 'assemblyai-key', kind: 'API key', prefixes: [], pattern: '', shape: '[0-9a-f]{32}' }],
  },
  {
    id: 'fal-ai',
    name: 'fal.ai',
    rotateUrl: 'https://fal.ai/dashboard/keys',
    envNames: ['FAL_KEY', 'FAL_API_KEY'],
    hosts: ['fal.run', 'queue.fal.run'],
    formats: [
      {
        id: 'fal-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{32}',
        anchor: { texts: [':'], at: [36, 36] },
      },
    ],
  },
  {
    id: 'runway',
    name: 'Runway',
    rotateUrl: 'https://dev.runwayml.com',
    envNames: ['RUNWAYML_API_SECRET', 'RUNWAY_API_KEY'],
    hosts: ['api.dev.runwayml.com'],
    formats: [{ id: 'runway-key', kind: 'API key', prefixes: ['key_'], pattern: 'key_[0-9a-f]{128}' }],
  },
  {
    id: 'retell-ai',
    name: 'Retell AI',
    rotateUrl: 'https://dashboard.retellai.com',
    envNames: ['RETELL_API_KEY'],
    hosts: ['api.retellai.com'],
    formats: [{ id: 'retell-key', kind: 'API key', prefixes: ['key_'], pattern: 'key_[0-9a-f]{28}' }],
  },
] satisfies readonly Issuer[];
