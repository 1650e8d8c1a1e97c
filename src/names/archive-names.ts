/** A name of an archive, as `calque archive names` writes it: what checking an article needs of it. */
export interface ArchiveName {
  readonly kind: string;
  /** The likeliest to keep first. */
  readonly forms: readonly ArchiveForm[];
  readonly evidence: readonly string[];
}

/** A spelling of a name of an archive. */
export interface ArchiveForm {
  readonly text: string;
  /** Articles that have it; 0 where nobody has counted. */
  readonly articles: number;
  /** Words that stand before its last one in those articles; of single words. */
  readonly given: readonly string[];
  /** Why it may be the one to keep. */
  readonly reasons: readonly string[];
}

/** The names of an archive, found by any of their spellings. */
export class ArchiveNames {
  private readonly byForm = new Map<string, ArchiveName>();

  add(name: ArchiveName): void {
    if (name.forms.length > 1)
      for (const {text} of name.forms) if (!this.byForm.has(text)) this.byForm.set(text, name);
  }

  of(spelling: string): ArchiveName | undefined {
    return this.byForm.get(spelling);
  }

  get size(): number {
    return this.byForm.size;
  }
}

interface WrittenName {
  readonly kind?: string;
  readonly forms?: readonly {
    readonly form: string;
    readonly articles: number;
    readonly given?: Readonly<Record<string, number>>;
  }[];
  readonly keep?: readonly {readonly form: string; readonly reasons: readonly string[]}[];
  readonly evidence?: readonly string[];
}

/**
 * Reads the lines of `calque archive names`.
 *
 * @throws RangeError with the line that is no name
 */
export function readArchiveNames(text: string): ArchiveNames {
  const names = new ArchiveNames();
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    if (line.trim() === '') continue;
    names.add(nameOf(line, number));
  }
  return names;
}

function nameOf(line: string, number: number): ArchiveName {
  let written: WrittenName | undefined;
  try {
    written = JSON.parse(line) as WrittenName;
  } catch {
    // Told below.
  }
  const {kind = 'unknown', forms, keep, evidence = []} = written ?? {};
  if (!Array.isArray(forms) || !Array.isArray(keep))
    throw new RangeError(`line ${number} is no name that \`calque archive names\` wrote`);
  const byForm = new Map((forms as NonNullable<WrittenName['forms']>).map((form) => [form.form, form]));
  return {
    kind,
    evidence,
    forms: (keep as NonNullable<WrittenName['keep']>).map(({form, reasons}) => ({
      text: form,
      articles: byForm.get(form)?.articles ?? 0,
      given: Object.keys(byForm.get(form)?.given ?? {}),
      reasons,
    })),
  };
}

/** Names given as lists of their spellings, the one to keep first. */
export function listedArchiveNames(lists: readonly (readonly string[])[]): ArchiveNames {
  const names = new ArchiveNames();
  for (const forms of lists)
    names.add({
      kind: 'unknown',
      evidence: [],
      forms: forms.map((text) => ({text, articles: 0, given: [], reasons: []})),
    });
  return names;
}
