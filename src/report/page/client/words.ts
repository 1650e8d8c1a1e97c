import type {Severity} from '../../../engine/finding.js';

export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
export const severityNames: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

const numbers = new Intl.NumberFormat('en', {maximumFractionDigits: 2});

export const format = (x: number): string => numbers.format(x);
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${format(n)} ${n === 1 ? one : many}`;
export const per1000 = (penalty: number, words: number): number => (words > 0 ? (1000 * penalty) / words : 0);
export const familyOf = (rule: string): string => rule.split('/')[0] ?? rule;
