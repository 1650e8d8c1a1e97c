import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {URI} from 'vscode-uri';
import type {Format} from '../../article/article.js';
import {formatOf} from '../../article/format.js';
import {ConfigError} from '../../config/config-error.js';
import {codeNames, dataNames} from '../../config/find-config.js';
import {version} from '../../config/version.js';
import type {Baseline} from '../../engine/baseline.js';
import type {RuleMeta} from '../../engine/rule.js';
import {isWithin} from '../../files/paths.js';
import {ignoredBy} from '../../unified/find-files.js';
import {ignoreFileName} from '../../unified/ignore-files.js';
import {
  BrokenProject,
  type EditorHost,
  type EditorSettings,
  type Folder,
  type Linting,
  type Problem,
  type ReportInput,
} from '../host.js';
import {pathOf, shownIn} from './addresses.js';
import {readBaseline} from './baseline-file.js';
import {FolderWatch} from './folder-watch.js';
import {makeRoot, type Root} from './root.js';
import {WorkspaceFiles} from './workspace-files.js';

/** Longest text that is linted while it is written, in UTF-16 units: it takes about a second. */
const mostWhileWriting = 2_000_000;

const formatOfLanguage: Readonly<Record<string, Format>> = {
  plaintext: 'text',
  text: 'text',
  fundamental: 'text',
  '': 'text',
  markdown: 'markdown',
  gfm: 'markdown',
  html: 'html',
  mhtml: 'html',
  xhtml: 'html',
};
/** Formats of files that hold far more than articles, and are none in an editor unless the configuration says so. */
const notByName: ReadonlySet<Format> = new Set(['json', 'csv', 'document']);
const extensionOf: Readonly<Partial<Record<Format, string>>> = {
  text: 'txt',
  markdown: 'md',
  html: 'html',
  xliff: 'xlf',
  tmx: 'tmx',
  po: 'po',
  tsv: 'tsv',
  jsonl: 'jsonl',
};

/** The file system as the language server sees it: projects by folder, baselines, rule pages. */
export class Workspace implements EditorHost {
  readonly version = version;
  readonly files = new WorkspaceFiles(this);
  private folders: readonly Folder[] = [];
  private settings: EditorSettings = {};
  private roots: readonly Root[] = [];
  private baselines = new Map<string, Promise<Baseline>>();
  /** Files and folders whose contents decide how open documents are linted. */
  private readonly sources = new Set<string>();
  private broken = false;
  private readonly watcher = new FolderWatch((file) => this.concernsFile(file));

  readonly heavy?: Map<string, {readonly length: number; readonly took: number}>;
  readonly working?: (uri: string | undefined) => void;

  /** @param watched what the thread that this one is watched by is told, and tells */
  constructor(
    private readonly cwd: string = process.cwd(),
    watched: Pick<EditorHost, 'heavy' | 'working'> = {},
  ) {
    Object.assign(this, watched);
    this.reload();
  }

  get rules(): ReadonlyMap<string, RuleMeta> {
    const metas = new Map<string, RuleMeta>();
    for (const {project} of this.roots) for (const [id, rule] of project.rules) metas.set(id, rule.meta);
    return metas;
  }

  configure(folders: readonly Folder[], settings: EditorSettings): void {
    this.folders = folders;
    this.settings = settings;
    this.reload();
  }

  reload(): void {
    this.roots = [
      ...this.folders.flatMap(({uri, settings}) => {
        const folder = pathOf(uri);
        return folder === undefined ? [] : [makeRoot(folder, settings)];
      }),
      makeRoot(this.cwd, this.settings),
    ];
    this.baselines = new Map();
    this.sources.clear();
    this.broken = false;
  }

  watch(changed: () => void): void {
    this.watcher.start(() => {
      this.reload();
      changed();
    });
  }

  concerns(uri: string): boolean {
    const file = pathOf(uri);
    return file !== undefined && this.concernsFile(file);
  }

  private concernsFile(file: string): boolean {
    const name = path.basename(file);
    if (configNames.has(name)) return true;
    // Which files a broken configuration would draw on is not known, so each that might is looked at.
    if (this.broken && /\.(?:ya?ml|json|[cm]?[jt]s)$/.test(name)) return true;
    for (const source of this.sources) if (file === source || isWithin(file, source)) return true;
    return false;
  }

  async lintingOf(uri: string, languageId: string): Promise<Linting | undefined> {
    const root = this.rootOf(uri);
    const {project} = root;
    if (root.settings.enable === false) return undefined;
    const saved = pathOf(uri);
    const byLanguage = formatOfLanguage[languageId.toLowerCase()];
    const file =
      saved ?? path.join(root.folder, `untitled.${(byLanguage && extensionOf[byLanguage]) ?? 'txt'}`);
    this.watcher.add(foldersAbove(path.dirname(file), root.folder));
    try {
      const settings = await project.settingsFor(file);
      const {baseline, resolved, linter, maxFileSize} = settings;
      const own = [...(await project.configFilesOf(file)), ...resolved.dictionaries];
      for (const source of baseline === undefined ? own : [...own, baseline]) this.depend(source);
      const hasExtension = path.extname(file) !== '';
      const format = resolved.format ?? (hasExtension ? (formatOf(file) ?? byLanguage) : byLanguage);
      if (format === undefined || (notByName.has(format) && !resolved.format)) return undefined;
      if (
        saved !== undefined &&
        (settings.ignored || (await ignoredBy(saved, {cwd: root.folder, gitignore: false})))
      )
        return undefined;
      return {
        linter,
        format,
        maxLength: Math.min(maxFileSize, mostWhileWriting),
        warnings: project.conflicts,
        ...(baseline === undefined || saved === undefined
          ? {}
          : {
              baseline: {
                path: path.relative(path.dirname(baseline), saved).split(path.sep).join('/'),
                known: await this.baseline(baseline, root),
              },
            }),
      };
    } catch (error) {
      this.broken = true;
      throw error instanceof ConfigError ? brokenBy(error, project.cwd) : error;
    }
  }

  /** The folder that a document belongs to: the innermost that holds it. */
  rootOf(uri: string): Root {
    const last = this.roots.at(-1) as Root;
    const file = pathOf(uri);
    if (file === undefined) return this.roots[0] ?? last;
    let best: Root | undefined;
    for (const root of this.roots) {
      if (isWithin(file, root.folder) && (!best || root.folder.length > best.folder.length)) best = root;
    }
    return best ?? last;
  }

  pageOf(rule: string): string | undefined {
    const url = this.rules.get(rule)?.docs?.url;
    if (url !== undefined) return url;
    if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(rule)) return undefined;
    const folder = pagesFolder();
    const page = folder === undefined ? undefined : path.join(folder, `${rule}.md`);
    return page !== undefined && fs.existsSync(page) ? URI.file(page).toString() : undefined;
  }

  async report({uri, ...result}: ReportInput): Promise<string> {
    const {loadReporter} = await import('../../report/index.js');
    const reporter = await loadReporter('html');
    const file = pathOf(uri);
    const {folder} = this.rootOf(uri);
    const shown = file === undefined ? uri : shownIn(file, folder);
    return reporter.report(
      {files: [{path: shown, fixed: 0, ...result}], rules: this.rules, version},
      {color: false, width: 100, quiet: false},
    );
  }

  private baseline(file: string, root: Root): Promise<Baseline> {
    const known = this.baselines.get(file) ?? readBaseline(file, shownIn(file, root.folder));
    this.baselines.set(file, known);
    return known;
  }

  private depend(source: string): void {
    if (this.sources.has(source)) return;
    this.sources.add(source);
    const isFolder = fs.statSync(source, {throwIfNoEntry: false})?.isDirectory();
    this.watcher.add([isFolder ? source : path.dirname(source)]);
  }
}

const configNames = new Set<string>([...codeNames, ...dataNames, ignoreFileName, 'package.json']);

/** The folder and those above it, up to the top; configuration is looked for in each. */
function foldersAbove(folder: string, top: string): string[] {
  const folders = [folder];
  for (let at = folder; at !== top && path.dirname(at) !== at; at = path.dirname(at))
    folders.push(path.dirname(at));
  return folders;
}

function brokenBy(error: ConfigError, cwd: string): BrokenProject {
  return new BrokenProject(
    error.problems.map((problem): Problem => {
      if (problem.file === undefined) return problem;
      const full = path.resolve(cwd, problem.file);
      const isFile = fs.statSync(full, {throwIfNoEntry: false})?.isFile() === true;
      return isFile ? {...problem, uri: URI.file(full).toString()} : problem;
    }),
  );
}

let pages: string | undefined | null = null;

/** Where the pages of the rules lie: beside the built program, else in the source tree. */
function pagesFolder(): string | undefined {
  if (pages === null) {
    pages = ['./rules/', '../rules/', '../../rules/', '../../../rules/']
      .map((place) => fileURLToPath(new URL(place, import.meta.url)))
      .find((folder) => fs.existsSync(path.join(folder, 'residue')));
  }
  return pages;
}
