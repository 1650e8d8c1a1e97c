import fs from 'node:fs';
import path from 'node:path';
import {ConfigError} from './config-error.js';

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
  private readonly root: string;
  /** Configurations that were left out because they hold code and lie outside the project. */
  readonly untrusted = new Set<string>();

  constructor(private readonly cwd: string) {
    this.root = projectRoot(cwd);
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
    const found = names
      .map((name) => path.join(folder, name))
      .filter((file) => fs.statSync(file, {throwIfNoEntry: false})?.isFile());
    const trusted = found.filter((file) => {
      if (!isCode(file) || this.mayRun(folder)) return true;
      this.untrusted.add(file);
      return false;
    });
    const manifest = path.join(folder, 'package.json');
    if (hasCalqueKey(manifest)) trusted.push(manifest);
    if (trusted.length > 1) {
      throw new ConfigError([
        {
          message: `${trusted.map((file) => path.basename(file)).join(' and ')} both configure this folder: keep one of them`,
          file: folder,
        },
      ]);
    }
    return trusted[0];
  }

  /**
   * Code runs from the folders above the working directory, and from its project below; never from a folder of articles
   * elsewhere, from another repository inside this one, or from an installed package.
   */
  private mayRun(folder: string): boolean {
    if (isWithin(this.cwd, folder)) return true;
    if (!isWithin(folder, this.root)) return false;
    for (let at = folder; at !== this.root; at = path.dirname(at)) {
      if (path.basename(at) === 'node_modules' || fs.existsSync(path.join(at, '.git'))) return false;
    }
    return true;
  }
}

/** Whether a path is a folder or lies in it. */
export function isWithin(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return (
    relative === '' ||
    !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
  );
}

function projectRoot(cwd: string): string {
  for (let at = cwd; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, '.git')) || fs.existsSync(path.join(at, 'package.json'))) return at;
    if (path.dirname(at) === at) return cwd;
  }
}

function hasCalqueKey(manifest: string): boolean {
  let text: string;
  try {
    text = fs.readFileSync(manifest, 'utf8');
  } catch {
    return false;
  }
  if (!text.includes('"calque"')) return false;
  try {
    const value: unknown = JSON.parse(text);
    const own =
      typeof value === 'object' && value !== null ? (value as {calque?: unknown}).calque : undefined;
    return typeof own === 'object' && own !== null;
  } catch {
    return false;
  }
}
