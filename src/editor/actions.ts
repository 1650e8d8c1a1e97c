import {type CodeAction, CodeActionKind, type Diagnostic, type Range} from 'vscode-languageserver';
import {namesApart} from '../config/dictionary/new-name.js';
import type {Edit, Finding} from '../engine/finding.js';
import {fingerprintOf} from '../engine/fingerprint.js';
import {changeInWords} from '../report/change-in-words.js';
import type {Abilities} from './abilities.js';
import type {Linted} from './articles.js';
import {commands} from './commands.js';
import {diagnosticOf} from './diagnostics.js';
import {disableFile, disableLine} from './directives.js';
import {fixAll} from './fix-all.js';
import type {EditorHost} from './host.js';
import {type NameWord, nameAt, respell} from './names.js';
import {workspaceEdit} from './text-edits.js';

/** `source.fixAll.calque`, for editors that run it on request or on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.calque`;
export const actionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];

/** Most spellings of one name that are offered. */
const mostSpellings = 6;
/** Most spellings that are offered as names of somebody else. */
const mostApart = 3;
const plurals: Readonly<Record<string, string>> = {
  person: 'people',
  place: 'places',
  organisation: 'organisations',
};

/** An action whose edits cost a run over the text, so that they are made when it is chosen. */
export interface Deferred {
  readonly uri: string;
  readonly stamp: number;
  readonly what: 'fix-all' | 'fix-rule' | 'disable-line' | 'disable-file';
  readonly rule?: string;
  readonly start?: number;
}

/** Edits of deferred actions by version: clients that cannot resolve are sent them wherever the cursor goes. */
const known = new WeakMap<Linted, Map<string, readonly Edit[] | undefined>>();

/** The edits of a deferred action; undefined when there is nothing to change. */
export function editsOf(
  checked: Linted,
  deferred: Omit<Deferred, 'uri' | 'stamp'>,
): readonly Edit[] | undefined {
  const key = `${deferred.what} ${deferred.rule} ${deferred.start}`;
  const ofVersion = known.get(checked) ?? new Map<string, readonly Edit[] | undefined>();
  known.set(checked, ofVersion);
  if (!ofVersion.has(key)) ofVersion.set(key, findEdits(checked, deferred));
  return ofVersion.get(key);
}

function findEdits(
  checked: Linted,
  {what, rule, start}: Omit<Deferred, 'uri' | 'stamp'>,
): readonly Edit[] | undefined {
  switch (what) {
    case 'fix-all':
      return fixAll(checked);
    case 'fix-rule':
      return fixAll(checked, rule ?? '');
    case 'disable-file':
      return disableFile(checked, rule ?? '');
    case 'disable-line': {
      const finding = checked.findings.find((f) => f.rule === rule && f.start === start);
      return finding && disableLine(checked, finding);
    }
  }
}

/** Lists what can be done at a place of a document. */
export class Actions {
  private readonly actions: CodeAction[] = [];
  private readonly titles = new Set<string>();

  constructor(
    private readonly checked: Linted,
    private readonly abilities: Abilities,
    private readonly host: EditorHost,
    /** Kinds that are asked for; undefined: all. */
    private readonly only: readonly string[] | undefined,
  ) {}

  async at(range: Range): Promise<CodeAction[]> {
    const {checked, host} = this;
    const {places} = checked.text;
    const start = places.offset(range.start);
    const end = Math.max(start, places.offset(range.end));
    const findings = this.wants(CodeActionKind.QuickFix)
      ? checked.findings.filter((f) => f.start <= end && start <= f.end)
      : [];
    const marked = findings.map((finding) => ({
      finding,
      diagnostic: diagnosticOf(finding, checked, this.abilities, (rule) => host.pageOf(rule)),
    }));
    // What mends comes before what silences, over all findings of the place.
    for (const {finding, diagnostic} of marked) this.fixes(finding, diagnostic);
    for (const {finding, diagnostic} of marked) this.spellings(finding, diagnostic);
    for (const {finding, diagnostic} of marked) this.fixRule(finding, diagnostic);
    for (const {finding, diagnostic} of marked) await this.project(finding, diagnostic);
    for (const {finding, diagnostic} of marked) this.directives(finding, diagnostic);
    for (const {finding, diagnostic} of marked) this.page(finding, diagnostic);
    if (this.wants(CodeActionKind.RefactorRewrite)) {
      const name = nameAt(checked, start, end);
      if (name) this.respellings(name.name, CodeActionKind.RefactorRewrite, undefined);
    }
    if (this.wants(fixAllKind) && checked.findings.some((f) => f.fix))
      this.defer('Fix all safe problems of this article', fixAllKind, undefined, {what: 'fix-all'});
    return this.actions;
  }

  private fixes(finding: Finding, diagnostic: Diagnostic): void {
    const {fix, suggestions} = finding;
    if (fix) {
      this.add({
        title: `Fix: ${changeInWords(this.checked.article.source, fix.edits)}`,
        isPreferred: true,
        edit: this.edit(fix.edits),
        diagnostics: [diagnostic],
      });
    }
    for (const {message, edits} of suggestions)
      this.add({title: message, edit: this.edit(edits), diagnostics: [diagnostic]});
  }

  /** One way of writing a name, everywhere; for findings that are about names. */
  private spellings(finding: Finding, diagnostic: Diagnostic): void {
    if (!Array.isArray(finding.data.forms)) return;
    const found = nameAt(this.checked, finding.start, finding.end);
    if (found) this.respellings(found.name, CodeActionKind.QuickFix, {finding, diagnostic});
  }

  private respellings(
    name: NameWord,
    kind: string,
    about: {finding: Finding; diagnostic: Diagnostic} | undefined,
  ): void {
    if (name.spellings.length < 2) return;
    // What the rule suggests itself is on the list already.
    const suggested = new Set(about?.finding.suggestions.map(({edits}) => keyOf(edits)));
    for (const {text} of name.spellings.slice(0, mostSpellings)) {
      const edits = respell(this.checked, name, text);
      if (edits.length === 0 || suggested.has(keyOf(edits))) continue;
      this.add({
        title: `Write “${text}” everywhere (${edits.length} ${edits.length === 1 ? 'change' : 'changes'})`,
        kind,
        edit: this.edit(edits),
        ...(about ? {diagnostics: [about.diagnostic]} : {}),
      });
    }
  }

  private fixRule({rule, fix}: Finding, diagnostic: Diagnostic): void {
    const count = this.checked.findings.filter((f) => f.rule === rule && f.fix).length;
    if (fix && count > 1)
      this.defer(
        `Fix all ${count} problems of ${rule} in this article`,
        CodeActionKind.QuickFix,
        diagnostic,
        {
          what: 'fix-rule',
          rule,
        },
      );
  }

  /** What is written into the project: names into the dictionary, findings into the baseline. */
  private async project(finding: Finding, diagnostic: Diagnostic): Promise<void> {
    const {files} = this.host;
    const {uri} = this.checked.text;
    if (!files || !uri.startsWith('file:')) return;
    const forms = formsOf(finding);
    if (forms.length > 0) {
      const {shown} = await files.dictionaryOf(uri);
      for (const phrase of forms.slice(0, mostSpellings)) {
        const variants = forms.filter((form) => form !== phrase);
        this.command(
          `“${phrase}” is right: add it to ${shown}`,
          commands.addNames,
          [uri, [{phrase, variants}]],
          diagnostic,
        );
      }
      const own = nameAt(this.checked, finding.start, finding.end)?.spelling.text;
      for (const other of own === undefined ? [] : forms.filter((form) => form !== own).slice(0, mostApart)) {
        const {kind} = finding.data;
        this.command(
          `“${own}” and “${other}” are two different ${plurals[String(kind)] ?? 'names'}: add both to ${shown}`,
          commands.addNames,
          [uri, namesApart([own as string, other], kind)],
          diagnostic,
        );
      }
    }
    const {shown} = await files.baselineOf(uri);
    const print = fingerprintOf(this.checked.article.source, finding);
    this.command(
      `Ignore this finding: add it to ${shown}`,
      commands.ignore,
      [uri, finding.rule, print],
      diagnostic,
    );
  }

  private directives({rule, start}: Finding, diagnostic: Diagnostic): void {
    // Directives are judged after all else, so none can hide what is said of them.
    if (rule.startsWith('directives/')) return;
    const {QuickFix} = CodeActionKind;
    this.defer(`Disable ${rule} for this line`, QuickFix, diagnostic, {what: 'disable-line', rule, start});
    this.defer(`Disable ${rule} for this article`, QuickFix, diagnostic, {what: 'disable-file', rule});
  }

  private page({rule}: Finding, diagnostic: Diagnostic): void {
    if (this.abilities.showDocument && this.host.pageOf(rule) !== undefined)
      this.command(`Open the page of ${rule}`, commands.openRule, [rule], diagnostic);
  }

  private wants(kind: string): boolean {
    return (
      this.only === undefined || this.only.some((asked) => kind === asked || kind.startsWith(`${asked}.`))
    );
  }

  private edit(edits: readonly Edit[]): ReturnType<typeof workspaceEdit> {
    return workspaceEdit(this.checked.text, edits, this.abilities);
  }

  private command(title: string, command: string, args: unknown[], diagnostic: Diagnostic): void {
    this.add({title, command: {title, command, arguments: args}, diagnostics: [diagnostic]});
  }

  private defer(
    title: string,
    kind: string,
    diagnostic: Diagnostic | undefined,
    what: Omit<Deferred, 'uri' | 'stamp'>,
  ): void {
    const {stamp, text} = this.checked;
    const data: Deferred = {uri: text.uri, stamp, ...what};
    const base = {title, kind, ...(diagnostic ? {diagnostics: [diagnostic]} : {})};
    // Who asks for just this will do it: the edits come at once, also for those who cannot resolve.
    const asked = this.only !== undefined && kind === fixAllKind;
    if (this.abilities.resolveActions && !asked) {
      this.add({...base, data});
      return;
    }
    const edits = editsOf(this.checked, data);
    if (edits && edits.length > 0) this.add({...base, edit: this.edit(edits)});
  }

  /** Findings at one place may offer the same; it is listed once. */
  private add(action: CodeAction): void {
    if (this.titles.has(action.title)) return;
    this.titles.add(action.title);
    this.actions.push({kind: CodeActionKind.QuickFix, ...action});
  }
}

function keyOf(edits: readonly Edit[]): string {
  return JSON.stringify([...edits].map(({start, end, text}) => [start, end, text]).sort());
}

/** The spellings that a finding about a name is about. */
function formsOf({data}: Finding): string[] {
  const {forms} = data;
  return Array.isArray(forms) ? forms.filter((form): form is string => typeof form === 'string') : [];
}
