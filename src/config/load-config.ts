import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {mostOfSettings, readRegularText} from '../files/read-regular.js';
import {checkPlugins} from './check-plugins.js';
import {checkSchema, misfitInWords} from './check-schema.js';
import type {Config} from './config.js';
import {ConfigError, type ConfigProblem} from './config-error.js';
import {didYouMean} from './did-you-mean.js';
import {isCode} from './find-config.js';
import {isPresetName, type PresetName, presetNames} from './presets.js';
import {configSchema} from './schema.js';
import {type Locate, parseData} from './source-file.js';
import {reasonOf} from './system-error.js';

/** One configuration by itself: a file, or an object inside one. */
export interface Layer {
  readonly config: Config;
  /** Folder that its paths are relative to. */
  readonly folder: string;
  readonly file: string;
  readonly locate: Locate;
}

/** A configuration with all that it extends, what counts least first. */
export interface LoadedConfig {
  /** The file itself. */
  readonly file: string;
  readonly layers: readonly (Layer | PresetName)[];
  /** What is wrong with the shape of any of them; the ids and options of rules are checked apart. */
  readonly problems: readonly ConfigProblem[];
}

const nowhere: Locate = () => undefined;

/**
 * Reads a configuration file and what it extends, and checks their shape. Throws nothing: mistakes are in the result.
 *
 * @param shown how to write a path in messages
 */
export async function loadConfig(file: string, shown: (file: string) => string): Promise<LoadedConfig> {
  const loader = new Loader(shown);
  await loader.file(file, new Map());
  const {problems} = loader;
  // They were come upon from the end, so that each is read once and counts where it is named last.
  const layers = loader.found.reverse();
  // Where no preset is named, what a configuration says is said of the recommended rules.
  if (!layers.some((layer) => typeof layer === 'string')) layers.unshift('recommended');
  return {file, layers, problems};
}

/** Configurations that extend one another in a chain; more is a mistake, or made to take long. */
const mostLinks = 100;
/** What is there to be read as data; of another file, nothing must be told. */
const dataFile = /(?:\.ya?ml|\.json|[\\/]\.calquerc)$/i;

class Loader {
  /** What counts most first. */
  readonly found: (Layer | PresetName)[] = [];
  readonly problems: ConfigProblem[] = [];
  private readonly done = new Set<string>();

  constructor(private readonly shown: (file: string) => string) {}

  /** @param chain the files that extend this one, from the first on, each with where it says so */
  async file(file: string, chain: Map<string, Locate>): Promise<void> {
    if (chain.has(file)) {
      this.problems.push({
        message: `extends itself: ${[...chain.keys(), file].map(this.shown).join(' → ')}`,
        file: this.shown([...chain.keys()][0] as string),
      });
      return;
    }
    // A file that two others extend counts once, where it is named last: what it says there, it would say again.
    if (this.done.has(file)) return;
    try {
      const {value, locate} = isCode(file)
        ? {value: await runModule(file, this.shown(file)), locate: nowhere}
        : readData(file, this.shown(file));
      chain.set(file, locate);
      await this.layer({config: value as Config, folder: path.dirname(file), file, locate}, chain);
      chain.delete(file);
    } catch (error) {
      chain.delete(file);
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.problems) this.problems.push(problem);
    }
    this.done.add(file);
  }

  private async layer(layer: Layer, chain: Map<string, Locate>): Promise<void> {
    const {config, file, locate, folder} = layer;
    if (!this.check(layer)) return;
    this.found.push(layer);
    const bases: readonly unknown[] = config.extends === undefined ? [] : [config.extends].flat();
    for (const [i, base] of [...bases.entries()].reverse()) {
      const tell = (message: string): void => {
        this.problems.push({
          message,
          file: this.shown(file),
          ...locate(Array.isArray(config.extends) ? ['extends', String(i)] : ['extends'], false),
        });
      };
      if (typeof base !== 'string') {
        if (isCode(file)) await this.layer({config: base as Config, folder, file, locate: nowhere}, chain);
      } else if (isPresetName(base)) {
        if (!this.found.includes(base)) this.found.push(base);
      } else {
        const target = resolveBase(base, folder);
        if (target === undefined)
          tell(
            `extends: there is no preset, file or package “${base}”${didYouMean(base, presetNames)}; presets are recommended, strict and off, and a path begins with ./`,
          );
        else if (isCode(target) && !isCode(file))
          tell(
            `extends: “${base}” is JavaScript, and ${path.basename(file)} runs no code: use calque.config.js for it`,
          );
        else if (!isCode(target) && !dataFile.test(target))
          tell(`extends: “${base}” is no configuration: its name must end in .yaml, .yml or .json`);
        else if (chain.size >= mostLinks)
          tell(`extends: “${base}” is the last of more than ${mostLinks} files that extend one another`);
        else await this.file(target, chain);
      }
    }
  }

  /** Tells what is wrong with the shape of a layer; false when it has none to go on with. */
  private check({config, file, locate}: Layer): boolean {
    const shownFile = this.shown(file);
    if (typeof config !== 'object' || config === null || Array.isArray(config)) {
      this.problems.push({
        message: `the configuration must be a map of keys to values${isCode(file) ? ': export it as default' : ''}`,
        file: shownFile,
        line: 1,
        column: 1,
      });
      return false;
    }
    const {plugins, extends: base, ...data} = config;
    // Only modules hold objects here; a text is checked like everything else.
    const inline = Array.isArray(base)
      ? base.filter((b) => typeof b === 'string')
      : typeof base === 'string' || base === undefined || !isCode(file)
        ? base
        : [];
    const misfits = checkSchema(configSchema, {...data, ...(inline === undefined ? {} : {extends: inline})});
    for (const misfit of misfits)
      this.problems.push({
        message: misfitInWords(misfit),
        file: shownFile,
        ...locate(misfit.path, misfit.atKey),
      });
    if (plugins !== undefined) {
      const wrong = isCode(file)
        ? checkPlugins(plugins)
        : ['plugins: only a JavaScript or TypeScript configuration can have them, since they are code'];
      for (const message of wrong)
        this.problems.push({message, file: shownFile, ...locate(['plugins'], true)});
    }
    return true;
  }
}

function readData(file: string, shown: string): {value: unknown; locate: Locate} {
  let text: string;
  try {
    text = readRegularText(file, mostOfSettings);
  } catch (error) {
    throw new ConfigError([{message: `cannot be read: ${reasonOf(error)}`, file: shown}]);
  }
  const {value, locate} = parseData(text, shown);
  if (path.basename(file) !== 'package.json') return {value: value ?? {}, locate};
  return {
    value: (value as {calque?: unknown} | null)?.calque,
    locate: (at, atKey) => locate(['calque', ...at], atKey),
  };
}

async function runModule(file: string, shown: string): Promise<unknown> {
  const isTypeScript = /\.[cm]?ts$/.test(file);
  try {
    const url = pathToFileURL(file);
    // A server that watches the file must not get the module of the first time for ever.
    url.searchParams.set('t', String(fs.statSync(file).mtimeMs));
    let exported: {default?: unknown};
    if (isTypeScript && !(process.features as {typescript?: unknown}).typescript) {
      const {createJiti} = await import('jiti');
      exported = await createJiti(import.meta.url, {moduleCache: false, fsCache: false}).import<{
        default?: unknown;
      }>(file);
    } else exported = (await import(url.href)) as {default?: unknown};
    return await exported.default;
  } catch (error) {
    // Loaders add the path and the text beneath what is wrong.
    const [message = ''] = (error as Error).message.split('\n');
    const place =
      error instanceof SyntaxError && !isTypeScript ? syntaxErrorPlace(file) : placeInStack(error, file);
    throw new ConfigError([{message: `cannot be loaded: ${message.trim()}`, file: shown, ...place}]);
  }
}

/** Node keeps the place of a syntax error to itself, but prints it when it is asked to check a module. */
function syntaxErrorPlace(file: string): Pick<ConfigProblem, 'line' | 'column'> {
  const {stderr} = spawnSync(process.execPath, ['--input-type=module', '--check'], {
    input: fs.readFileSync(file),
    encoding: 'utf8',
  });
  const line = /^\[stdin\]:(\d+)\r?\n/m.exec(stderr)?.[1];
  return line === undefined ? {} : {line: Number(line), column: 1};
}

/** Where in a file an error was thrown. */
function placeInStack(error: unknown, file: string): Pick<ConfigProblem, 'line' | 'column'> {
  const {stack = ''} = error as Error;
  const at = stack.split('\n').find((line) => line.includes(path.basename(file)));
  const place = /:(\d+):(\d+)\)?$/.exec(at ?? '');
  return place ? {line: Number(place[1]), column: Number(place[2])} : {};
}

function resolveBase(base: string, folder: string): string | undefined {
  if (/^\.{0,2}[\\/]/.test(base) || path.isAbsolute(base)) {
    const file = path.resolve(folder, base);
    return fs.statSync(file, {throwIfNoEntry: false})?.isFile() ? file : undefined;
  }
  try {
    return createRequire(path.join(folder, 'package.json')).resolve(base);
  } catch {
    return undefined;
  }
}
