/**
 * calque as a plugin for [unified](https://unifiedjs.com) pipelines.
 *
 * @module calque/unified
 */
import path from 'node:path';
import type {Plugin, Processor} from 'unified';
import type {Node} from 'unist';
import type {VFile} from 'vfile';
import type {Article, Format} from '../article/article.js';
import {formatOf} from '../article/format.js';
import {loadedReader, loadReader} from '../article/read.js';
import {type BaselineChoice, KnownFindings} from '../config/known-findings.js';
import {Project, type ProjectOptions} from '../config/project.js';
import type {LintResult} from '../engine/lint-result.js';
import {type ArticleRoot, articleRoot} from './article-root.js';
import {addMessages} from './messages.js';
import {originalOf} from './original.js';

export type {ArticleRoot, BlockNode} from './article-root.js';

/** Options of the plugin: those of a run, and what the texts are. */
export interface CalqueOptions extends ProjectOptions, BaselineChoice {
  /** Format of the texts. Default: by the file's extension, else by the tree that another parser made, else plain text. */
  readonly format?: Format;
}

declare module 'vfile' {
  interface DataMap {
    /** What calque found, with more than a message can hold. */
    calque: LintResult;
  }
}

/**
 * A unified plugin that lints articles. By itself it is parser and transformer: `unified().use(calque)`. After another
 * parser (remark, rehype, retext) it lints the text that the file holds, not the tree, so that offsets are right.
 * Findings become messages of the file, and stand in full in `file.data.calque`. The text is never changed.
 *
 * The configuration is looked up from the file's path, as on the command line.
 *
 * @throws ConfigError (when the processor runs) for a broken configuration
 */
const calque: Plugin<[CalqueOptions?], string | Node, string | Node> = function (
  this: Processor,
  options = noOptions,
) {
  const {project, known} = projectOf(options);
  // A parser that is there already, or comes after, is left to do its work.
  this.parser ??= (_text: string, file: VFile): Node => {
    const format = options.format ?? formatIn(file) ?? 'text';
    const read = loadedReader(format);
    // Parsing cannot wait: a reader that is not loaded yet is left to the transformer.
    return read ? articleRoot(read(String(file))) : ({type: 'root', children: []} as Node);
  };
  this.compiler ??= (_tree: Node, file: VFile): string => String(file);
  return async (tree: string | Node, file: VFile): Promise<undefined> => {
    const name = file.path ?? 'text.txt';
    const settings = await project.settingsFor(name);
    if (settings.ignored) return undefined;
    const own = await articleOf(tree as Node, file, options.format ?? settings.resolved.format);
    const original =
      file.path === undefined ? undefined : await originalOf(path.resolve(project.cwd, name), settings);
    if (original && 'error' in original) file.fail(original.error);
    const article = original ? {...own, original} : own;
    const found = settings.linter.lint(article);
    const place = {
      source: article.source,
      file: path.resolve(project.cwd, name),
      configured: settings.baseline,
    };
    const result = file.path === undefined ? found : known.hide(found, place);
    file.data.calque = result;
    addMessages(file, result.findings, project.rules);
    return undefined;
  };
};

export default calque;

const noOptions: CalqueOptions = {};

/** unified-engine attaches plugins anew for every file: projects are kept by the options object. */
const projects = new WeakMap<object, {project: Project; known: KnownFindings}>();

function projectOf(options: CalqueOptions): {project: Project; known: KnownFindings} {
  let made = projects.get(options);
  if (!made) {
    const {format: _, baseline, ...rest} = options;
    const project = new Project(rest);
    made = {project, known: new KnownFindings(project.cwd, baseline)};
    projects.set(options, made);
  }
  return made;
}

async function articleOf(tree: Node, file: VFile, format: Format | undefined): Promise<Article> {
  const own = (tree as Partial<ArticleRoot>).data?.article;
  if (own && (format === undefined || own.format === format) && own.source === String(file)) return own;
  const read = await loadReader(format ?? formatIn(file) ?? formatOfTree(tree));
  return read(String(file));
}

function formatIn(file: VFile): Format | undefined {
  return file.extname ? formatOf(`x${file.extname}`) : undefined;
}

/** Guesses from the nodes that only one kind of tree has. */
function formatOfTree(tree: Node): Format {
  const children = (tree as {children?: readonly Node[]}).children ?? [];
  if (children.some(({type}) => type === 'element' || type === 'doctype')) return 'html';
  return tree.type === 'root' && children.some(({type}) => type === 'paragraph' || type === 'heading')
    ? 'markdown'
    : 'text';
}
