import {escapeMarkup} from '../escape-markup.js';

/** Who the comments and changes are of. */
export interface Reviewer {
  readonly name: string;
  readonly initials: string;
  /** ISO 8601, without fractions of a second. */
  readonly date: string;
}

/** A text as the value of an attribute. */
export const attributeText = (text: string): string => escapeMarkup(text).replaceAll('"', '&quot;');
