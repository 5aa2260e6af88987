import type { Destination } from './destination.ts';
import { agentVault } from './destinations/agent-vault.ts';
import { authsome } from './destinations/authsome.ts';
import { doppler } from './destinations/doppler.ts';
import { env } from './destinations/env.ts';
import { headersHelper } from './destinations/headers-helper.ts';
import { infisical } from './destinations/infisical.ts';
import { input } from './destinations/input.ts';
import { keychain } from './destinations/keychain.ts';
import { oauth } from './destinations/oauth.ts';
import { onePassword } from './destinations/one-password.ts';
import { onecli } from './destinations/onecli.ts';
import { pass } from './destinations/pass.ts';

/** Everywhere a credential can go. Of those that are chosen without being asked for, the better come first. */
export const DESTINATIONS: readonly Destination[] = [
  keychain,
  headersHelper,
  input,
  env,
  oauth,
  pass,
  onePassword,
  doppler,
  infisical,
  authsome,
  agentVault,
  onecli,
];
