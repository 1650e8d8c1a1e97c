import type {AnyRule} from '../engine/rule.js';
import type {RuleSetting} from './config.js';
import {ConfigError} from './config-error.js';

/**
 * Checks rule settings that come from the command line or a caller.
 *
 * @throws ConfigError with every mistake
 */
export async function checkForced(
  rules: Readonly<Record<string, RuleSetting>>,
  known: ReadonlyMap<string, AnyRule>,
): Promise<void> {
  const {checkRuleSetting} = await import('./check-rules.js');
  const problems = Object.entries(rules).flatMap(([id, setting]) =>
    checkRuleSetting(id, setting, known).map(({message, atKey}) => ({
      message: atKey ? message : `${id}: ${message}`,
    })),
  );
  if (problems.length > 0) throw new ConfigError(problems);
}
