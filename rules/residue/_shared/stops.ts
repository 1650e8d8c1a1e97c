/** A sentence ends here: a full stop, an exclamation or a question mark, closing quotation marks apart. */
export function endsWithStop(text: string): boolean {
  return /[.!?。！？]["'”’»)\]]*$/.test(text);
}
