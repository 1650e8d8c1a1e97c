import type {Article, Fault, Format, Segment} from '../article.js';
import {ProseBuilder} from '../prose-builder.js';
import type {Escape} from '../segment-map.js';

export type Side = 'source' | 'target';

/** Builds the two articles of a file that holds both sides of a translation, unit by unit. */
export class PairBuilder {
  readonly source: ProseBuilder;
  readonly target: ProseBuilder;
  readonly #segments: Segment[] = [];

  constructor(readonly text: string) {
    this.source = new ProseBuilder(text);
    this.target = new ProseBuilder(text);
  }

  /** A unit that is translated: each side is a paragraph of its own. */
  openUnit(): void {
    this.source.open('paragraph');
    this.target.open('paragraph');
  }

  closeUnit(): void {
    this.source.close();
    this.target.close();
  }

  /** Stretches of the file that belong together. */
  link(source: readonly [number, number], target: readonly [number, number]): void {
    this.#segments.push([source[0], source[1], target[0], target[1]]);
  }

  /** The translation, its original beside it. With a fault, nothing of the file is linted. */
  finish(
    format: Format,
    escapeProse: Escape,
    markup: () => readonly string[],
    {language, sourceLanguage, fault}: {language?: string; sourceLanguage?: string; fault?: Fault},
  ): Article {
    if (fault) {
      const empty = new ProseBuilder(this.text).finish(format, escapeProse, markup);
      return {...empty, faults: [fault]};
    }
    const article = this.source.finish(format, escapeProse, markup);
    return {
      ...this.target.finish(format, escapeProse, markup),
      ...(language ? {language} : {}),
      original: {
        article,
        segments: this.#segments,
        ...(sourceLanguage ? {language: sourceLanguage} : {}),
      },
    };
  }
}
