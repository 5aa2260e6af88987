export { isUsageError, suggest, UsageError } from '../core/usage-error.ts';
