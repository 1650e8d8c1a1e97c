import {type Connection, type Diagnostic, DiagnosticSeverity} from 'vscode-languageserver';
import {source} from './diagnostics.js';
import type {BrokenProject, Problem} from './host.js';
import {tell} from './tell.js';

/**
 * Tells a person that the project's files are broken: in a message, once for the same mistakes, and as diagnostics in
 * the files themselves for as long as they are wrong.
 */
export class Trouble {
  /** By document: what is wrong for it. */
  private readonly open = new Map<string, BrokenProject>();
  private readonly told = new Set<string>();
  private readonly warned = new Set<string>();
  private marked = new Set<string>();

  constructor(private readonly connection: Connection) {}

  /** Takes note of how a document stands; undefined: nothing is wrong. */
  note(uri: string, error: BrokenProject | undefined): void {
    const before = this.open.get(uri)?.message;
    if (error) this.open.set(uri, error);
    else this.open.delete(uri);
    if (before === error?.message) return;
    if (error) this.tell(error);
    // What is mended and broken again is told again.
    else if (this.open.size === 0) this.told.clear();
    this.mark();
  }

  /** Tells once what is odd and stops nothing. */
  warn(problems: readonly Problem[]): void {
    const fresh = problems.filter((problem) => !this.warned.has(JSON.stringify(problem)));
    const [first] = fresh;
    if (!first) return;
    for (const problem of fresh) this.warned.add(JSON.stringify(problem));
    const more = fresh.length - 1;
    tell(
      this.connection,
      'warning',
      `${place(first)}${first.message}${more > 0 ? ` (and ${more} more)` : ''}`,
    );
  }

  private tell(error: BrokenProject): void {
    const [first] = error.problems;
    if (!first || this.told.has(error.message)) return;
    this.told.add(error.message);
    const more = error.problems.length - 1;
    tell(
      this.connection,
      'error',
      `nothing is checked until this is mended: ${place(first)}${first.message}${more > 0 ? ` (and ${more} more, see the problems of the file)` : ''}`,
    );
  }

  private mark(): void {
    const byFile = new Map<string, Map<string, Diagnostic>>();
    for (const {problems} of this.open.values()) {
      for (const problem of problems) {
        if (problem.uri === undefined) continue;
        const list = byFile.get(problem.uri) ?? new Map<string, Diagnostic>();
        const diagnostic = diagnosticFor(problem);
        byFile.set(problem.uri, list.set(JSON.stringify(diagnostic), diagnostic));
      }
    }
    for (const uri of this.marked)
      if (!byFile.has(uri)) void this.connection.sendDiagnostics({uri, diagnostics: []});
    for (const [uri, list] of byFile)
      void this.connection.sendDiagnostics({uri, diagnostics: [...list.values()]});
    this.marked = new Set(byFile.keys());
  }
}

function place({file, line}: Problem): string {
  return file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
}

function diagnosticFor({message, line, column}: Problem): Diagnostic {
  const start = {line: Math.max(0, (line ?? 1) - 1), character: Math.max(0, (column ?? 1) - 1)};
  return {
    // To the end of the line: editors cut off what is beyond it.
    range: {start, end: {line: start.line, character: start.character + 1000}},
    severity: DiagnosticSeverity.Error,
    source,
    message,
  };
}
