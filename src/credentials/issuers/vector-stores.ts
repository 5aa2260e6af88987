import type { Issuer } from '../format.ts';

export const vectorStores = [
  {
    id: 'pinecone',
    name: 'Pinecone',
    rotateUrl: 'https://app.pinecone.io',
    envNames: ['PINECONE_API_KEY'],
    hosts: ['api.pinecone.io'],
    formats: [
      {
        id: 'pinecone-key',
        kind: 'API key',
        prefixes: ['pcsk_'],
        pattern: 'pcsk_[A-Za-z0-9]{4,8}_[A-Za-z0-9]{45,126}',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
        lengths: [74, 75],
      },
    ],
  },
  {
    id: 'qdrant',
    name: 'Qdrant',
    rotateUrl: 'https://cloud.qdrant.io',
    envNames: ['QDRANT_API_KEY'],
    hosts: ['cloud.qdrant.io'],
    formats: [
      {
        id: 'qdrant-key',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: 'eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}|[A-Za-z0-9_|-]{40,600}',
      },
    ],
  },
  {
    id: 'weaviate',
    name: 'Weaviate',
    rotateUrl: 'https://console.weaviate.cloud',
    envNames: ['WEAVIATE_API_KEY'],
    hosts: ['weaviate.network', 'weaviate.cloud'],
    formats: [
      {
        id: 'weaviate-key',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9+/]{36,120}={0,2}',
      },
    ],
  },
  {
    id: 'upstash',
    name: 'Upstash',
    rotateUrl: 'https://console.upstash.com/account/api',
    envNames: ['UPSTASH_REDIS_REST_TOKEN', 'UPSTASH_API_KEY', 'UPSTASH_VECTOR_REST_TOKEN'],
    hosts: ['upstash.io', 'api.upstash.com'],
    formats: [
      {
        id: 'upstash-token',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: 'A[XY][A-Za-z0-9+/]{34,118}={0,2}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
] satisfies readonly Issuer[];
