import type {Article, Comment} from '../article/article.js';
import type {Finding, Severity, SuppressedFinding, Suppression} from './finding.js';
import {type LineStarts, lineAt} from './lines.js';
import {toOwnFinding} from './report.js';

const shape = /^calque-(disable-next-line|disable-line|disable-file|disable|enable)(?=\s|$)(.*)$/s;

/** Ids under which the engine itself reports; they can be set in `rules` like any other. */
export const directiveRules = {
  unused: 'directives/unused',
  unknown: 'directives/unknown-rule',
} as const;

interface Directive {
  readonly verb: string;
  /** Empty: all rules. */
  readonly rules: readonly string[];
  readonly justification: string;
  readonly comment: Comment;
  readonly line: number;
  readonly lastLine: number;
  used: boolean;
}

export interface DirectiveSettings {
  /** Rules that ran: only those are judged. */
  readonly ran: ReadonlyMap<string, unknown>;
  readonly known: (rule: string) => boolean;
  /** What may be meant by a rule that there is not: ` (did you mean “x/y”?)`, or nothing. */
  readonly meant?: (rule: string) => string;
  readonly unused: Severity | 'off';
  readonly unknown: Severity | 'off';
}

/** Findings after the directives. */
export interface Directed {
  /** What is told, in no order. */
  readonly kept: Finding[];
  /** What directives hide, in the order of the findings. */
  readonly suppressed: SuppressedFinding[];
}

/**
 * Takes out the findings that inline directives disable, and adds findings about directives that disable nothing or
 * name no rule. `disable` holds to the next `enable` of the same rules or the end; `disable-file` everywhere;
 * `disable-line` for findings that begin on its line; `disable-next-line` on the line after it that is not empty.
 */
export function applyDirectives(
  article: Article,
  lines: LineStarts,
  findings: readonly Finding[],
  settings: DirectiveSettings,
): Directed {
  const directives = article.comments.flatMap((comment) => parse(comment, lines));
  const suppressed: SuppressedFinding[] = [];
  if (directives.length === 0) return {kept: [...findings], suppressed};
  const kept: Finding[] = [];
  const byRule = new Map<string, Scope>();
  const nextLineOf = nextLines(article.source, lines);
  for (const finding of findings) {
    let scope = byRule.get(finding.rule);
    if (!scope) {
      scope = new Scope(nextLineOf, directives, finding.rule);
      byRule.set(finding.rule, scope);
    }
    const hidden = scope.directiveOf(finding);
    if (!hidden) kept.push(finding);
    else {
      hidden.used = true;
      suppressed.push({...finding, suppression: suppressionBy(hidden)});
    }
  }
  for (const directive of directives) {
    for (const rule of directive.rules) {
      if (settings.known(rule) || settings.unknown === 'off') continue;
      kept.push(
        about(
          article,
          lines,
          directive,
          directiveRules.unknown,
          settings.unknown,
          `There is no rule “${rule}”${settings.meant?.(rule) ?? ''}; see \`calque rules\` for the rules there are`,
          false,
        ),
      );
    }
    if (directive.verb === 'enable' || directive.used || settings.unused === 'off') continue;
    const judged =
      directive.rules.length === 0 ||
      directive.rules.every((rule) => settings.ran.has(matchId(rule, settings.ran)));
    if (!judged) continue;
    const what = directive.rules.length === 0 ? 'nothing' : `nothing of ${directive.rules.join(', ')}`;
    kept.push(
      about(
        article,
        lines,
        directive,
        directiveRules.unused,
        settings.unused,
        `This directive hides ${what}: it can be deleted`,
        true,
      ),
    );
  }
  return {kept, suppressed};
}

/** How many directives an article holds, right or wrong. */
export function countDirectives({comments}: Article): number {
  return comments.reduce((count, {text}) => count + (shape.test(text) ? 1 : 0), 0);
}

function suppressionBy({justification, line}: Directive): Suppression {
  return {kind: 'directive', ...(justification === '' ? {} : {justification}), line};
}

const matchId = (rule: string, ran: ReadonlyMap<string, unknown>): string => {
  if (!rule.endsWith('/*')) return rule;
  for (const id of ran.keys()) if (id.startsWith(rule.slice(0, -1))) return id;
  return rule;
};

function parse(comment: Comment, lines: LineStarts): Directive[] {
  const match = shape.exec(comment.text);
  if (!match) return [];
  const [ids = '', ...why] = (match[2] as string).split(/\s--(?:\s|$)/);
  return [
    {
      verb: match[1] as string,
      rules: ids.split(/[\s,]+/).filter(Boolean),
      justification: why.join(' -- ').trim(),
      comment,
      line: lineAt(lines, comment.start),
      lastLine: lineAt(lines, Math.max(comment.start, comment.end - 1)),
      used: false,
    },
  ];
}

function names(directive: Directive, rule: string): boolean {
  return (
    directive.rules.length === 0 ||
    directive.rules.some((id) => id === rule || (id.endsWith('/*') && rule.startsWith(id.slice(0, -1))))
  );
}

/** The directives that name one rule, arranged so that a finding need not ask each of them. */
class Scope {
  private file: Directive | undefined;
  private readonly byLine = new Map<number, Directive>();
  /** `disable` and `enable`, in the order of the text. */
  private readonly switches: Directive[] = [];

  constructor(nextLineOf: (line: number) => number, directives: readonly Directive[], rule: string) {
    for (const directive of directives) {
      if (!names(directive, rule)) continue;
      switch (directive.verb) {
        case 'disable-file':
          this.file = directive;
          break;
        case 'disable-line':
          for (let line = directive.line; line <= directive.lastLine; line++)
            this.byLine.set(line, directive);
          break;
        case 'disable-next-line':
          this.byLine.set(nextLineOf(directive.lastLine), directive);
          break;
        default:
          this.switches.push(directive);
      }
    }
  }

  /** What hides the finding; of several, the last in the text. */
  directiveOf(finding: Finding): Directive | undefined {
    let last = this.switchBefore(finding.start);
    if (last?.verb === 'enable') last = undefined;
    for (const other of [this.file, this.byLine.get(finding.line)]) {
      if (other && (!last || other.comment.start > last.comment.start)) last = other;
    }
    return last;
  }

  private switchBefore(start: number): Directive | undefined {
    let low = 0;
    let high = this.switches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.switches[middle] as Directive).comment.start <= start) low = middle + 1;
      else high = middle;
    }
    return this.switches[low - 1];
  }
}

/** Which line comes after another one and is not empty, or -1; each is sought once, however many directives ask. */
function nextLines(source: string, lines: LineStarts): (line: number) => number {
  const known = new Map<number, number>();
  return (line) => {
    const from = known.get(line);
    if (from !== undefined) return from;
    let next = line + 1;
    while (next <= lines.length && isEmpty(next)) next++;
    const found = next <= lines.length ? next : -1;
    known.set(line, found);
    return found;
  };

  function isEmpty(line: number): boolean {
    return source.slice(lines[line - 1], lines[line] ?? source.length).trim() === '';
  }
}

function about(
  article: Article,
  lines: LineStarts,
  directive: Directive,
  rule: string,
  severity: Severity,
  message: string,
  removable: boolean,
): Finding {
  const {start, end} = directive.comment;
  const finding = toOwnFinding(article, lines, {start, end}, rule, severity, () => message);
  return removable ? {...finding, fix: {edits: [removal(article.source, start, end)]}} : finding;
}

/** Removes a directive and, when it stands alone on its line, the line with it. */
function removal(source: string, start: number, end: number): {start: number; end: number; text: string} {
  let from = start;
  while (from > 0 && (source[from - 1] === ' ' || source[from - 1] === '\t')) from--;
  let to = end;
  while (to < source.length && (source[to] === ' ' || source[to] === '\t')) to++;
  const alone =
    (from === 0 || source[from - 1] === '\n') &&
    (to === source.length || source[to] === '\n' || source[to] === '\r');
  if (!alone) return {start, end, text: ''};
  if (source[to] === '\r') to++;
  if (source[to] === '\n') to++;
  return {start: from, end: to, text: ''};
}
