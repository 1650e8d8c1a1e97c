import type {ListedName} from '../../../src/names/listing.js';
import {button, element} from './dom.js';

export interface NameHandlers {
  /** Shows the first place of a spelling. */
  readonly find: (spelling: string) => void;
  /** Writes one spelling wherever another one stands. */
  readonly unify: (from: readonly string[], to: string) => void;
}

/** The names of the text; those with several spellings first, each with a button that makes them one. */
export function renderNames(
  strip: HTMLElement,
  names: readonly ListedName[],
  {find, unify}: NameHandlers,
): void {
  const varied = names.filter(({variants}) => variants.length > 0);
  const plain = names.filter(({variants}) => variants.length === 0).slice(0, 60);
  strip.replaceChildren(
    ...varied.flatMap(({variants}) =>
      variants.map(({forms, evidence}) => {
        const chip = element('li', 'name varied');
        if (evidence.length > 0) chip.title = evidence.join('; ');
        for (const {text, lines} of forms) {
          chip.append(
            button(`${text} ×${lines.length}`, 'spelling', () => find(text)),
            button(`Write “${text}” everywhere`, 'choice', () =>
              unify(
                forms.map((form) => form.text).filter((other) => other !== text),
                text,
              ),
            ),
          );
        }
        return chip;
      }),
    ),
    ...plain.map(({name, spellings}) => {
      const first = spellings[0];
      return element(
        'li',
        'name',
        button(name, 'spelling', () => find(first?.text ?? name)),
      );
    }),
  );
}
