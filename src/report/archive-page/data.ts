/** One spelling: its text, articles, first and last date (both empty where none is known), and sample articles. */
export type PageForm = readonly [
  text: string,
  articles: number,
  first: string,
  last: string,
  sample: readonly string[],
];

/** A name of an archive: short keys, since a page may hold a hundred thousand. */
export interface PageName {
  /** What it names. */
  readonly k: string;
  /** How sure it is, 0..1. */
  readonly s: number;
  /** Its spellings, that in most articles first. */
  readonly f: readonly PageForm[];
  /** What speaks for one name. */
  readonly e: readonly string[];
  /** The spellings in the order in which they are proposed, as indexes of `f`, with the reasons of each. */
  readonly p: readonly (readonly [form: number, reasons: readonly string[]])[];
}

/** What the page of an archive is made from. */
export interface ArchivePageData {
  readonly version: string;
  /** Address of an article, in which `{id}` stands for its id; empty where ids are no addresses either. */
  readonly link: string;
  readonly names: readonly PageName[];
}
