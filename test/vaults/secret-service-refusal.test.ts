import { expect, test } from 'vitest';
import { refusalOf } from '../../src/vaults/secret-service-refusal.ts';

// Seen while GNOME Keyring was ended at random moments under both ways of asking it.
test.each([
  'secret-tool: Message recipient disconnected from message bus without replying',
  'Platform failure: DBus error: Message recipient disconnected from message bus without replying',
  'Platform failure: DBus error: The session wrapping the secret does not exist',
  'Platform failure: DBus error: The session does not exist',
  'secret-tool: The name :1.17 was not provided by any .service files',
  'zbus error: org.freedesktop.DBus.Error.UnknownMethod: Object does not exist at path “/org/freedesktop/secrets/collection/login/9”',
  'zbus error: org.freedesktop.DBus.Error.UnknownMethod: No such interface “org.freedesktop.Secret.Item” on object at path /org/freedesktop/secrets/collection/login/9',
])('an interruption: %s', (message) => {
  expect(refusalOf(message).kind).toBe('interrupted');
});

test.each([
  ['refused', 'Object does not exist at path “/org/freedesktop/secrets/aliases/default”'],
  ['unreachable', 'secret-tool: The name org.freedesktop.secrets was not provided by any .service files'],
  [
    'unreachable',
    'zbus error: org.freedesktop.DBus.Error.Spawn.ChildExited: Process org.freedesktop.secrets exited with status 1',
  ],
  ['locked', 'Cannot get secret of a locked object'],
  ['refused', 'something new'],
])('no interruption: %s', (kind, message) => {
  expect(refusalOf(message).kind).toBe(kind);
});
