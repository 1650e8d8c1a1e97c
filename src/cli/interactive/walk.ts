import {type NewName, namesApart} from '../../config/dictionary/new-name.js';
import type {Edit, Finding} from '../../engine/finding.js';
import {EditSet} from './edit-set.js';

/** A file as it is walked through. */
export interface WalkFile {
  readonly path: string;
  readonly source: string;
  readonly findings: readonly Finding[];
}

/** One thing that can be done about a finding. */
export interface Choice {
  /** None for the fix, which is safe: what it does says enough. */
  readonly message?: string;
  readonly edits: readonly Edit[];
}

export interface Question<F extends WalkFile> {
  readonly file: F;
  readonly finding: Finding;
  /** The fix first, then the suggestions. */
  readonly choices: readonly Choice[];
  /** Spellings of the name that the finding is about; none for other findings. */
  readonly forms: readonly string[];
}

/** A decision that holds for all later findings that are like one. */
interface Standing {
  readonly like: Question<WalkFile>;
  /** What to write; undefined: leave them. */
  readonly write: {readonly text: string | undefined; readonly index: number} | undefined;
}

/** Before a question was asked: where the lists ended. For undoing. */
interface Mark {
  readonly at: number;
  readonly standing: number;
  readonly names: number;
}

/** Most choices and spellings that a digit can name. */
export const mostChoices = 9;

/**
 * Walks through findings and gathers decisions, one key at a time; knows nothing of terminals and files. Keys: a digit
 * takes that choice, `a` the first one for this and all that are like it, `s` skips, `x` skips all that are like it,
 * `d` asks which spelling the dictionary shall have (there `t` says that all are names of their own), `u` undoes, `q` ends. Findings that are like one another are those
 * of one rule; where they are about a name, of that name.
 */
export class Walk<F extends WalkFile = WalkFile> {
  readonly questions: readonly Question<F>[];
  /** Index into `questions` of the one that is open. */
  at = 0;
  phase: 'question' | 'spelling' | 'finished' = 'question';
  private readonly taken = new Map<number, Choice>();
  private readonly standing: Standing[] = [];
  private readonly newNames: NewName[] = [];
  private readonly marks: Mark[] = [];
  private edits = new Map<F, EditSet>();

  constructor(files: readonly F[]) {
    this.questions = files.flatMap((file) =>
      file.findings.flatMap((finding) => questionOf(file, finding) ?? []),
    );
    this.advance();
  }

  /** The open question, with the choices that what was taken before leaves; undefined when all are answered. */
  get current(): Question<F> | undefined {
    const question = this.phase === 'finished' ? undefined : this.questions[this.at];
    return question && {...question, choices: this.choicesOf(question)};
  }

  /** Groups of edits that were taken, by file; each group can be applied beside the others. */
  get accepted(): ReadonlyMap<F, readonly (readonly Edit[])[]> {
    const out = new Map<F, (readonly Edit[])[]>();
    for (const [index, {edits}] of this.taken) {
      const {file} = this.questions[index] as Question<F>;
      const groups = out.get(file);
      if (groups) groups.push(edits);
      else out.set(file, [edits]);
    }
    return out;
  }

  get names(): readonly NewName[] {
    return this.newNames;
  }

  /** The text of a question's file and the place of its finding, with all that was taken before. */
  sight({file, finding}: Question<F>): {text: string; start: number; end: number} {
    const edits = this.editsOf(file);
    const start = edits.moved(finding.start);
    return {text: edits.applied(file.source), start, end: start + finding.end - finding.start};
  }

  /** A choice with its edits where they stand in that text; those that are made already are left out. */
  editsInSight({file}: Question<F>, {edits}: Choice): Edit[] {
    const taken = this.editsOf(file);
    return edits.flatMap(({start, end, text}) => {
      if (taken.touches(start, end)) return [];
      const from = taken.moved(start);
      return [{start: from, end: from + end - start, text}];
    });
  }

  /**
   * Takes one key.
   *
   * @returns whether it means something here; one that does not changes nothing
   */
  press(key: string): boolean {
    const question = this.current;
    if (!question) return false;
    const before = [this.at, this.phase, this.marks.length].join();
    this.answer(question, key);
    return [this.at, this.phase, this.marks.length].join() !== before;
  }

  private answer(question: Question<F>, key: string): void {
    if (this.phase === 'spelling') {
      this.spelling(question, key);
      return;
    }
    const digit = /^[1-9]$/.test(key) ? Number(key) - 1 : undefined;
    if (digit !== undefined) {
      const choice = question.choices[digit];
      if (choice) this.decide(() => this.take(this.at, choice));
    } else if (key === 'a') {
      const [first] = question.choices;
      if (first)
        this.decide(() => {
          this.take(this.at, first);
          this.standing.push({like: question, write: {text: first.edits[0]?.text, index: 0}});
        });
    } else if (key === 's') this.decide(() => {});
    else if (key === 'x') this.decide(() => this.standing.push({like: question, write: undefined}));
    else if (key === 'd' && question.forms.length > 0) this.phase = 'spelling';
    else if (key === 'u') this.undo();
    else if (key === 'q') this.phase = 'finished';
  }

  private spelling(question: Question<F>, key: string): void {
    const phrase = /^[1-9]$/.test(key) ? question.forms[Number(key) - 1] : undefined;
    if (phrase !== undefined) {
      this.phase = 'question';
      this.decide(() => {
        this.newNames.push({phrase, variants: question.forms.filter((form) => form !== phrase)});
        const standing = {like: question, write: {text: phrase, index: -1}};
        this.standing.push(standing);
        this.apply(this.at, standing);
      });
    } else if (key === 't' && question.forms.length > 1) {
      this.phase = 'question';
      this.decide(() => {
        this.newNames.push(...namesApart(question.forms, question.finding.data.kind));
        this.standing.push({like: question, write: undefined});
      });
    } else if (key === 'escape' || key === 's' || key === 'u') this.phase = 'question';
  }

  /** Carries a decision out, in such a way that it can be undone, and goes on to the next question. */
  private decide(carryOut: () => void): void {
    this.marks.push({at: this.at, standing: this.standing.length, names: this.newNames.length});
    carryOut();
    this.at++;
    this.advance();
  }

  private advance(): void {
    for (; this.at < this.questions.length; this.at++) {
      const question = this.questions[this.at] as Question<F>;
      // What lies in a text that is changed already was judged with it.
      if (this.editsOf(question.file).touches(question.finding.start, question.finding.end)) continue;
      const standing = this.standing.find(({like}) => isLike(like, question));
      if (standing) this.apply(this.at, standing);
      else if (question.forms.length > 0 || this.choicesOf(question).length > 0) return;
    }
    this.phase = 'finished';
  }

  private apply(index: number, {write}: Standing): void {
    if (!write) return;
    const {choices, forms} = this.questions[index] as Question<F>;
    const choice =
      forms.length > 0 ? choices.find(({edits}) => edits[0]?.text === write.text) : choices[write.index];
    if (choice) this.take(index, choice);
  }

  private choicesOf({file, choices}: Question<F>): readonly Choice[] {
    return choices.filter(({edits}) => this.editsOf(file).fits(edits));
  }

  private take(index: number, choice: Choice): void {
    const edits = this.editsOf((this.questions[index] as Question<F>).file);
    if (!edits.fits(choice.edits)) return;
    edits.add(choice.edits);
    this.taken.set(index, choice);
  }

  private undo(): void {
    const mark = this.marks.pop();
    if (!mark) return;
    this.at = mark.at;
    this.standing.length = mark.standing;
    this.newNames.length = mark.names;
    for (const index of this.taken.keys()) if (index >= mark.at) this.taken.delete(index);
    this.edits = new Map();
    for (const [index, {edits}] of this.taken)
      this.editsOf((this.questions[index] as Question<F>).file).add(edits);
  }

  private editsOf(file: F): EditSet {
    let edits = this.edits.get(file);
    if (!edits) {
      edits = new EditSet();
      this.edits.set(file, edits);
    }
    return edits;
  }
}

/** A finding as a question; undefined for one about which nothing can be done. */
function questionOf<F extends WalkFile>(file: F, finding: Finding): Question<F> | undefined {
  const {fix, suggestions, data} = finding;
  const forms = Array.isArray(data.forms)
    ? data.forms.filter((form): form is string => typeof form === 'string').slice(0, mostChoices)
    : [];
  const choices = [...(fix ? [{edits: fix.edits}] : []), ...suggestions]
    .filter(({edits}) => edits.length > 0)
    .slice(0, mostChoices);
  return choices.length + forms.length > 0 ? {file, finding, choices, forms} : undefined;
}

function isLike(a: Question<WalkFile>, b: Question<WalkFile>): boolean {
  if (a.finding.rule !== b.finding.rule) return false;
  if (a.forms.length === 0 || b.forms.length === 0) return a.forms.length === b.forms.length;
  return a.forms.some((form) => b.forms.includes(form));
}
