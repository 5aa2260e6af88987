import type { Issuer } from '../format.ts';

// Fixed signatures at fixed offsets: github.com/microsoft/security-utilities (2025-11).
export const azureServices = [
  {
    id: 'azure-cosmos-db',
    name: 'Azure Cosmos DB',
    rotateUrl: 'https://portal.azure.com',
    envNames: ['COSMOS_KEY', 'AZURE_COSMOS_KEY'],
    hosts: ['documents.azure.com'],
    formats: [
      {
        id: 'azure-cosmos-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{6}==',
        anchor: { texts: ['ACDb'], at: [76, 76] },
        shape: '[A-Za-z0-9+/]{86}==',
      },
    ],
  },
  {
    id: 'azure-container-registry',
    name: 'Azure Container Registry',
    rotateUrl: 'https://portal.azure.com',
    envNames: ['ACR_PASSWORD'],
    hosts: [],
    formats: [
      {
        id: 'azure-acr-password',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9+/]{42}\\+ACR[A-Za-z0-9+/]{6}',
        anchor: { texts: ['+ACR'], at: [42, 42] },
      },
    ],
  },
  {
    id: 'azure-ai-search',
    name: 'Azure AI Search',
    rotateUrl: 'https://portal.azure.com',
    envNames: ['AZURE_SEARCH_API_KEY', 'AZURE_SEARCH_KEY'],
    hosts: [],
    formats: [
      {
        id: 'azure-search-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6}',
        anchor: { texts: ['AzSe'], at: [42, 42] },
      },
    ],
  },
  {
    id: 'azure-cache-for-redis',
    name: 'Azure Cache for Redis',
    rotateUrl: 'https://portal.azure.com',
    envNames: ['AZURE_REDIS_KEY'],
    hosts: [],
    formats: [
      {
        id: 'azure-redis-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9+/]{33}AzCa[A-Za-z0-9+/]{6}=',
        anchor: { texts: ['AzCa'], at: [33, 33] },
      },
    ],
  },
  {
    id: 'azure-service-bus',
    name: 'Azure Service Bus / Event Hubs',
    rotateUrl: 'https://portal.azure.com',
    envNames: [
      'SERVICEBUS_KEY',
      'EVENTHUB_KEY',
      'SERVICEBUS_CONNECTION_STRING',
      'EVENTHUB_CONNECTION_STRING',
    ],
    hosts: ['servicebus.windows.net'],
    formats: [
      {
        id: 'azure-servicebus-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9+/]{33}\\+A(?:Sb|Eh|Rm)[A-Za-z0-9+/]{6}=',
        anchor: { texts: ['+ASb', '+AEh', '+ARm'], at: [33, 33] },
      },
      {
        id: 'azure-bus-connection-string',
        kind: 'connection string',
        prefixes: ['Endpoint=sb://'],
        pattern: '',
      },
    ],
  },
  {
    id: 'azure-iot',
    name: 'Azure IoT',
    rotateUrl: 'https://portal.azure.com',
    envNames: ['IOTHUB_KEY'],
    hosts: [],
    formats: [
      {
        id: 'azure-iot-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9+/]{33}AIoT[A-Za-z0-9+/]{6}=',
        anchor: { texts: ['AIoT'], at: [33, 33] },
      },
    ],
  },
  {
    id: 'azure-functions',
    name: 'Azure Functions',
    rotateUrl: 'https://portal.azure.com',
    envNames: ['AZURE_FUNCTION_KEY', 'FUNCTIONS_KEY'],
    headers: ['x-functions-key'],
    hosts: [],
    formats: [
      {
        id: 'azure-functions-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{6}==',
        anchor: { texts: ['AzFu'], at: [44, 44] },
      },
    ],
  },
  {
    id: 'azure-api-management',
    name: 'Azure API Management',
    rotateUrl: 'https://portal.azure.com',
    envNames: ['APIM_KEY'],
    hosts: [],
    formats: [
      {
        id: 'azure-apim-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9+/]{76}APIM[A-Za-z0-9+/]{6}==',
        anchor: { texts: ['APIM'], at: [76, 76] },
      },
    ],
  },
  {
    id: 'azure-batch',
    name: 'Azure Batch / ML classic',
    rotateUrl: 'https://portal.azure.com',
    envNames: ['AZURE_BATCH_KEY'],
    hosts: [],
    formats: [
      {
        id: 'azure-batch-ml-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9+/]{76}\\+A(?:Ba|MC)[A-Za-z0-9+/]{6}==',
        anchor: { texts: ['+ABa', '+AMC'], at: [76, 76] },
      },
    ],
  },
] satisfies readonly Issuer[];
