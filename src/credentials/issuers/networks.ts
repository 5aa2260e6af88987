import type { Issuer } from '../format.ts';

export const networks = [
  {
    id: 'kubernetes',
    name: 'Kubernetes',
    envNames: ['KUBE_TOKEN', 'K8S_TOKEN', 'KUBERNETES_TOKEN', 'KUBECONFIG_DATA'],
    hosts: [],
    formats: [
      {
        id: 'kubernetes-token',
        kind: 'JWT (service account) or bootstrap token',
        prefixes: ['ey', 'ew'],
        pattern: 'e[yw][A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{4,8000}\\.[A-Za-z0-9_-]{0,2000}',
        shape: '[a-z0-9]{6}\\.[a-z0-9]{16}',
        claims: ['"sub":"system:serviceaccount:'],
      },
    ],
  },
  {
    id: 'openshift',
    name: 'OpenShift',
    envNames: ['OPENSHIFT_TOKEN'],
    hosts: [],
    formats: [
      {
        id: 'openshift-token',
        kind: 'access token',
        prefixes: ['sha256~'],
        pattern: 'sha256~[A-Za-z0-9_-]{31,86}',
        lengths: [50],
      },
    ],
  },
  {
    id: 'tailscale',
    name: 'Tailscale',
    rotateUrl: 'https://login.tailscale.com/admin/settings/keys',
    envNames: ['TAILSCALE_API_KEY', 'TS_AUTHKEY', 'TAILSCALE_AUTH_KEY'],
    hosts: ['api.tailscale.com'],
    formats: [
      {
        id: 'tailscale-key',
        kind: 'API key / auth key / OAuth client secret',
        prefixes: ['tskey-api-', 'tskey-auth-', 'tskey-client-', 'tskey-scim-', 'tskey-webhook-'],
        pattern: 'tskey-(?:api|auth|client|scim|webhook)-[A-Za-z0-9]{8,24}-[A-Za-z0-9]{16,50}',
      },
    ],
  },
  {
    id: 'ngrok',
    name: 'ngrok',
    rotateUrl: 'https://dashboard.ngrok.com/api-keys',
    envNames: ['NGROK_AUTHTOKEN', 'NGROK_API_KEY'],
    hosts: ['api.ngrok.com'],
    formats: [
      {
        id: 'ngrok-token',
        kind: 'API key / authtoken',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9]{25,30}_[0-9][A-Za-z0-9]{20}|(?:ak|cr)_[A-Za-z0-9]{25,30}',
      },
    ],
  },
] satisfies readonly Issuer[];
