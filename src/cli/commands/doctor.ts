import fs from 'node:fs';
import path from 'node:path';
import {readResource} from '../../config/resources.js';
import {version} from '../../config/version.js';
import type {Command} from '../commands.js';
import {projectOf} from '../project.js';

interface Check {
  readonly what: string;
  readonly run: () => Promise<string> | string;
}

/** Looks over the installation and the configuration here, and says what is wrong. */
export const command: Command = async ({options}) => {
  const project = projectOf(options);
  const checks: readonly Check[] = [
    {what: 'calque', run: () => version},
    {
      what: 'Node',
      run: () => {
        const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
        if (major < 20 || (major === 20 && minor < 19))
          throw new Error(`${process.version} is too old: calque needs 20.19 or later`);
        return process.version;
      },
    },
    {
      what: 'resources',
      run: () => {
        const missing = ['phrases.bin', 'lexicon-en.bin', 'languages.bin'].filter(
          (name) => readResource(name) === undefined,
        );
        if (missing.length > 0) throw new Error(`${missing.join(', ')} missing: install calque anew`);
        return 'complete';
      },
    },
    {
      what: 'configuration',
      run: async () => {
        const {resolved} = await project.settingsFor('text.txt');
        const file = await project.configFileOf('text.txt');
        return `${file === undefined ? 'none, so the recommended rules' : path.relative(process.cwd(), file)}; ${resolved.rules.size} rules on`;
      },
    },
    {
      what: 'baseline',
      run: async () => {
        const {baseline} = await project.settingsFor('text.txt');
        if (baseline === undefined) return 'none';
        const {baselineSize, parseBaseline} = await import('../../engine/baseline.js');
        return `${path.relative(process.cwd(), baseline)}; ${baselineSize(parseBaseline(fs.readFileSync(baseline, 'utf8')))} findings`;
      },
    },
  ];
  let code = 0;
  for (const {what, run} of checks) {
    try {
      process.stdout.write(`ok     ${what}: ${await run()}\n`);
    } catch (error) {
      code = 2;
      process.stdout.write(`wrong  ${what}: ${(error as Error).message}\n`);
    }
  }
  return code;
};
