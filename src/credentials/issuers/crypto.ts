import type { Issuer } from '../format.ts';

export const crypto = [
  {
    id: 'web3-rpc',
    name: 'Alchemy / Infura / Etherscan',
    envNames: ['ALCHEMY_API_KEY', 'INFURA_API_KEY', 'ETHERSCAN_API_KEY', 'ETH_RPC_URL'],
    hosts: ['alchemy.com', 'infura.io', 'api.etherscan.io'],
    formats: [
      {
        id: 'alchemy-infura-etherscan',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9_-]{32}|[A-Z0-9]{34}',
      },
    ],
  },
  {
    id: 'coinbase-cdp',
    name: 'Coinbase CDP',
    rotateUrl: 'https://portal.cdp.coinbase.com',
    envNames: ['CDP_API_KEY_SECRET', 'CDP_API_KEY_PRIVATE_KEY'],
    hosts: ['api.coinbase.com', 'api.cdp.coinbase.com'],
    formats: [
      {
        id: 'coinbase-cdp-key',
        kind: 'private key',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9+/]{86}==',
      },
    ],
  },
  {
    id: 'trading',
    name: 'Trading APIs (Binance, Kraken, Bybit, Alpaca)',
    nameless: true,
    envNames: ['BINANCE_API_SECRET', 'KRAKEN_API_SECRET', 'ALPACA_SECRET_KEY', 'APCA_API_SECRET_KEY'],
    headers: ['X-MBX-APIKEY', 'APCA-API-SECRET-KEY'],
    hosts: ['api.binance.com', 'api.kraken.com', 'paper-api.alpaca.markets'],
    formats: [
      {
        id: 'exchange-api-secret',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9]{40,44}|[A-Za-z0-9]{64}|[A-Za-z0-9+/]{86}==',
      },
    ],
  },
  {
    id: 'evm',
    name: 'Ethereum',
    envNames: ['WALLET_PRIVATE_KEY', 'EVM_PRIVATE_KEY', 'ETH_PRIVATE_KEY'],
    hosts: [],
    formats: [
      {
        id: 'evm-private-key',
        kind: 'private key',
        prefixes: ['0x'],
        pattern: '',
        shape: '(?:0x)?[0-9a-f]{64}',
      },
    ],
  },
  {
    id: 'solana',
    name: 'Solana',
    envNames: ['SOLANA_PRIVATE_KEY', 'WALLET_PRIVATE_KEY'],
    hosts: [],
    formats: [
      {
        id: 'solana-private-key',
        kind: 'private key',
        prefixes: [],
        pattern: '',
        shape: '[1-9A-HJ-NP-Za-km-z]{85,90}',
      },
    ],
  },
  {
    id: 'crypto-wallets',
    name: 'crypto wallets',
    nameless: true,
    envNames: ['MNEMONIC', 'WALLET_MNEMONIC'],
    hosts: [],
    formats: [
      {
        id: 'bip39-mnemonic',
        kind: 'seed phrase',
        prefixes: [],
        pattern: '',
        shape: '[a-z]{3,8}(?: [a-z]{3,8}){11,23}',
      },
    ],
  },
  {
    id: 'bitcoin',
    name: 'Bitcoin',
    envNames: ['BTC_PRIVATE_KEY'],
    hosts: [],
    formats: [
      {
        id: 'bitcoin-wif',
        kind: 'private key',
        prefixes: ['5', 'K', 'L', 'c'],
        pattern: '',
        shape: '[5KLc][1-9A-HJ-NP-Za-km-z]{50,51}',
      },
    ],
  },
  {
    id: 'nostr',
    name: 'Nostr',
    envNames: ['NOSTR_PRIVATE_KEY', 'NOSTR_NSEC_KEY', 'NSEC'],
    hosts: [],
    formats: [
      { id: 'nostr-nsec', kind: 'private key', prefixes: ['nsec1'], pattern: 'nsec1[02-9ac-hj-np-z]{58}' },
    ],
  },
  {
    id: 'age',
    name: 'age',
    envNames: ['SOPS_AGE_KEY', 'AGE_SECRET_KEY'],
    hosts: [],
    formats: [
      {
        id: 'age-secret-key',
        kind: 'private key',
        prefixes: ['AGE-SECRET-KEY-1'],
        pattern: 'AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}',
      },
    ],
  },
] satisfies readonly Issuer[];
