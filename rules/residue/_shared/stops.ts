/** Marks that end a sentence in the scripts of the languages that calque reads. */
const stops = '.!?。！？؟۔।։';
const closing = '"\'”’»)\\]“」』）';
/** Armenian texts have a colon for their full stop. */
const atEnd = new RegExp(`(?:[${stops}]|[\\u0561-\\u0587]:)[${closing}]*$`);
const atEndOrCut = new RegExp(`(?:[${stops}…]|[\\u0561-\\u0587]:)[${closing}]*$`);

/** A sentence ends here: a full stop, an exclamation or a question mark, closing quotation marks apart. */
export function endsWithStop(text: string): boolean {
  return atEnd.test(text);
}

/** A sentence ends or breaks off here. */
export function endsSentence(text: string): boolean {
  return atEndOrCut.test(text);
}
