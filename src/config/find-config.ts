import fs from 'node:fs';
import path from 'node:path';
import {FileRefused, mostOfSettings, readRegularText} from '../files/read-regular.js';
import {ConfigError} from './config-error.js';
import {CodeTrust} from './trust.js';

export const dataNames = [
  '.calquerc',
  '.calquerc.yaml',
  '.calquerc.yml',
  '.calquerc.json',
  'calque.config.json',
] as const;
export const codeNames = [
  'calque.config.ts',
  'calque.config.mts',
  'calque.config.js',
  'calque.config.mjs',
] as const;
const names = [...codeNames, ...dataNames];

export function isCode(file: string): boolean {
  return /\.[cm]?[jt]s$/.test(file);
}

/** Looks for configuration files, upward, and remembers what it saw. */
export class ConfigFinder {
  private readonly byFolder = new Map<string, string | undefined>();
  private readonly trust: CodeTrust;
  /** Configurations that were passed over, each with the reason, as a sentence after its name. */
  readonly passedOver = new Map<string, string>();

  /** @param code whether any configuration may be code */
  constructor(
    cwd: string,
    private readonly code: boolean,
  ) {
    this.trust = new CodeTrust(cwd);
  }

  /**
   * The nearest configuration file in the folder or above it.
   *
   * @throws ConfigError when a folder holds two
   */
  find(folder: string): string | undefined {
    if (this.byFolder.has(folder)) return this.byFolder.get(folder);
    const parent = path.dirname(folder);
    const found = this.inFolder(folder) ?? (parent === folder ? undefined : this.find(parent));
    this.byFolder.set(folder, found);
    return found;
  }

  private inFolder(folder: string): string | undefined {
    const found = names.map((name) => path.join(folder, name)).filter((file) => this.isUsed(file));
    const manifest = path.join(folder, 'package.json');
    if (this.hasCalqueKey(manifest)) found.push(manifest);
    if (found.length > 1) {
      throw new ConfigError([
        {
          message: `${found.map((file) => path.basename(file)).join(' and ')} both configure this folder: keep one of them`,
          file: folder,
        },
      ]);
    }
    return found[0];
  }

  private isUsed(file: string): boolean {
    const stat = fs.statSync(file, {throwIfNoEntry: false});
    if (stat === undefined || stat.isDirectory()) return false;
    const reason = this.whyNot(file, stat);
    if (reason !== undefined) this.passedOver.set(file, reason);
    return reason === undefined;
  }

  private whyNot(file: string, stat: fs.Stats): string | undefined {
    if (!stat.isFile()) return 'it is no file, but a device, a pipe or a socket';
    if (isCode(file)) {
      if (!this.code) return 'no configuration that is code is to run';
      return this.trust.mayRun(file) ? undefined : whoseCode(this.trust.root);
    }
    return this.trust.isOwn(file) ? undefined : leadsOut;
  }

  private hasCalqueKey(manifest: string): boolean {
    let text: string;
    try {
      text = readRegularText(manifest, mostOfSettings);
    } catch (error) {
      // A manifest that is not there, or may not be read, is none of ours.
      if (error instanceof FileRefused && !isFolder(manifest))
        this.passedOver.set(manifest, `it ${error.message}`);
      return false;
    }
    if (!text.includes('"calque"')) return false;
    try {
      const value: unknown = JSON.parse(text);
      const own =
        typeof value === 'object' && value !== null ? (value as {calque?: unknown}).calque : undefined;
      if (typeof own !== 'object' || own === null) return false;
    } catch {
      return false;
    }
    if (this.trust.isOwn(manifest)) return true;
    this.passedOver.set(manifest, leadsOut);
    return false;
  }
}

const leadsOut = 'it is a link that leads out of its folder and of the project';

function whoseCode(root: string | undefined): string {
  return root === undefined
    ? 'code is only run from a project (a folder with package.json or .git), and the working directory is in none'
    : 'code is only run from the project of the working directory. YAML and JSON configurations are read everywhere.';
}

function isFolder(file: string): boolean {
  return fs.statSync(file, {throwIfNoEntry: false})?.isDirectory() === true;
}
